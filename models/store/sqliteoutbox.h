// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "outboxjournal.h"

#include "models/sync/outboxport.h"

namespace griddesk {

/// An operation as outbox.db and the salvage file keep it. Errors: FileDamaged, those of fromCanonical().
[[nodiscard]] Result<Operation> operationOfOutbox(std::string_view text);

/// The outbox in outbox.db. Every function is one transaction with synchronous=FULL; what is saved stands in the salvage file
/// first, when there is one. Thread: that of the database.
class SqliteOutbox final : public OutboxPort {
public:
    explicit SqliteOutbox(Database& database) : m_database(database) {}
    /// The writer's salvage file; must outlive it.
    void useJournal(OutboxJournal& journal) { m_journal = &journal; }

    Result<void> save(const std::vector<OutboxItem>& items, const std::vector<Replacement>& replaced) override;
    Result<void> takeBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant at) override;
    Result<void> seal(const std::vector<OutboxItem>& items, const ChainHead& head) override;
    Result<void> settle(const OperationId& id, bool refused, const std::string& outcome, const std::string& reason) override;
    Result<void> answered(const std::vector<Answered>& answers, Instant at) override;
    Result<void> confirmed(const std::vector<OperationId>& operations) override;
    Result<std::vector<SentCopy>> sentAfter(std::int64_t epoch, std::int64_t seq, std::size_t limit) override;
    Result<void> putInTray(const std::vector<OutboxItem>& items) override;
    Result<void> forgetSent(Instant before) override;
    Result<void> withdraw(const std::vector<OperationId>& operations, const std::string& byAccount, const std::string& words, Instant at) override;
    Result<void> putBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant at) override;
    Result<std::vector<SettledItem>> settledItems(std::size_t limit) override;
    Result<std::vector<OutboxItem>> items() override;
    Result<std::optional<ChainHead>> chainHead() override;
    Result<std::int64_t> nextLocalNumber() override;
    Result<std::int64_t> lastLocalNumber(); ///< 0 before the first
    /// Takes refused items in without the salvage file, from which they come, and raises the counter of local numbers.
    Result<void> salvage(const std::vector<OutboxItem>& items, std::int64_t localNumber);
    /// Writes the salvage file anew with what the outbox holds. Errors: those of OutboxJournal::rewrite().
    Result<void> tidyJournal();
    /// How many operations are in the tray; quick enough to be asked with every count of the queues.
    Result<std::int64_t> refusedCount();
    /// A line of this desk's own audit: who did what to which case, and the words given as the reason.
    Result<void> note(const std::string& byAccount, const std::string& what, const std::string& about, const std::string& words, Instant at);

private:
    Result<void> insert(const std::vector<OutboxItem>& items);
    void noteGone(const std::vector<OperationId>& operations);
    Result<void> putChain(const ChainHead& head);
    Result<void> remove(const OperationId& id, OutboxState state, const std::string& byAccount, const std::string& what, Instant at);
    Result<void> keepSettled(const OperationId& id, const std::string& byAccount, const std::string& how, const std::string& words, const std::string& replacement,
                             Instant at);
    Result<void> returnSettled(const OperationId& id, const std::string& byAccount, const std::string& what, Instant at);

    Database& m_database;
    OutboxJournal* m_journal = nullptr;
};

} // namespace griddesk
