// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/logstore.h"
#include "models/hub/undojournal.h"

#include <map>
#include <tuple>

namespace griddesk {

/// A log in memory: the reference the durable ones are tested against, and what simulations run on.
/// Thread: one at a time.
class MemoryLogStore final : public LogStore {
public:
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

    [[nodiscard]] std::size_t quarantined() const noexcept { return m_quarantine.size(); }

private:
    std::vector<LogEntry> m_entries;
    std::map<OperationId, std::size_t> m_byOperation;
    std::map<CaseId, std::vector<std::size_t>> m_byCase;
    std::map<DeviceId, DeviceRecord> m_devices;
    std::map<std::tuple<DeviceId, std::int64_t, std::int64_t>, Hash> m_sent;
    std::vector<std::string> m_quarantine;
    std::map<int, std::int64_t> m_numbers;
    std::map<std::pair<std::string, std::string>, OutsideRecord> m_outside;
    std::map<std::string, std::string> m_bundles, m_documents;
    std::multimap<Instant, std::string> m_bundleDates;
    UndoJournal m_undo;
};

} // namespace griddesk
