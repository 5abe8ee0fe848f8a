// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/hub/logstore.h"

#include <optional>

namespace griddesk {

class Transaction;

/// The authority's log in log.db. Thread: that of the database, the writer.
class SqliteLogStore final : public LogStore {
public:
    explicit SqliteLogStore(Database& database);
    ~SqliteLogStore() override;

    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    Result<void> append(const LogEntry& entry) override;
    Result<std::int64_t> head() override;
    Result<std::optional<LogEntry>> findOperation(const OperationId& id) override;
    Result<std::vector<LogEntry>> caseHistory(const CaseId& id) override;
    Result<std::vector<LogEntry>> entriesAfter(std::int64_t after, std::size_t limit) override;
    Result<std::optional<DeviceRecord>> device(const DeviceId& id) override;
    Result<void> putDevice(const DeviceRecord& record) override;
    Result<std::optional<Hash>> sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq) override;
    Result<void> putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash) override;
    Result<void> quarantine(std::string_view bytes, Outcome outcome, std::string_view reason, Instant at) override;
    Result<std::int64_t> nextNumber(int year) override;
    Result<void> putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record) override;
    Result<std::optional<OutsideRecord>> findOutside(std::string_view platform, std::string_view number) override;
    Result<void> putBundle(std::string_view hash, std::string_view bytes, Instant validFrom) override;
    Result<std::optional<std::string>> bundle(std::string_view hash) override;
    Result<std::optional<std::string>> bundleInForce(Instant at) override;
    Result<void> putDocument(std::string_view hash, std::string_view bytes) override;
    Result<std::optional<std::string>> document(std::string_view hash) override;

    /// Every bundle with the time it is in force from, in the order they were published.
    Result<std::vector<std::pair<std::string, Instant>>> bundles();
    Result<std::vector<DeviceRecord>> devices();

private:
    Database& m_database;
    std::unique_ptr<Transaction> m_transaction;
};

} // namespace griddesk
