// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/sync/outboxport.h"

namespace griddesk {

/// The outbox in outbox.db. Every function is one transaction with synchronous=FULL. Thread: that of the database.
class SqliteOutbox final : public OutboxPort {
public:
    explicit SqliteOutbox(Database& database) : m_database(database) {}

    Result<void> save(const std::vector<OutboxItem>& items) override;
    Result<void> takeBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant at) override;
    Result<void> seal(const std::vector<OutboxItem>& items, const ChainHead& head) override;
    Result<void> settle(const OperationId& id, bool refused, const std::string& outcome, const std::string& reason) override;
    Result<void> dismiss(const OperationId& id, const std::string& byAccount, const std::string& how, Instant at) override;
    Result<std::vector<OutboxItem>> items() override;
    Result<std::optional<ChainHead>> chainHead() override;
    Result<std::int64_t> nextLocalNumber() override;
    /// A line of this desk's own audit: who did what to which case, and the words given as the reason.
    Result<void> note(const std::string& byAccount, const std::string& what, const std::string& about, const std::string& words, Instant at);

private:
    Result<void> putChain(const ChainHead& head);
    Result<void> remove(const OperationId& id, OutboxState state, const std::string& byAccount, const std::string& what, Instant at);

    Database& m_database;
};

} // namespace griddesk
