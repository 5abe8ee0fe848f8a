// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorylogstore.h"

#include <algorithm>

namespace griddesk {

Result<void> MemoryLogStore::begin()
{
    if (m_before)
        return fail(ErrorCode::Database, "a transaction is open already");
    m_before = m_now;
    return {};
}

Result<void> MemoryLogStore::commit()
{
    if (!m_before)
        return fail(ErrorCode::Database, "no transaction is open");
    m_before.reset();
    return {};
}

void MemoryLogStore::rollback()
{
    if (m_before)
        m_now = *std::exchange(m_before, std::nullopt);
}

Result<void> MemoryLogStore::append(const LogEntry& entry)
{
    if (entry.seq != static_cast<std::int64_t>(m_now.entries.size()) + 1)
        return fail(ErrorCode::Inconsistent, "the log has no gaps", std::to_string(entry.seq));
    if (!m_now.byOperation.emplace(entry.operationId, m_now.entries.size()).second)
        return fail(ErrorCode::Duplicate, "the operation is logged already", entry.operationId.text());
    m_now.byCase[entry.caseId].push_back(m_now.entries.size());
    m_now.entries.push_back(entry);
    return {};
}

Result<std::int64_t> MemoryLogStore::head() { return static_cast<std::int64_t>(m_now.entries.size()); }

Result<std::optional<LogEntry>> MemoryLogStore::findOperation(const OperationId& id)
{
    const auto found = m_now.byOperation.find(id);
    if (found == m_now.byOperation.end())
        return std::optional<LogEntry>{};
    return m_now.entries[found->second];
}

Result<std::vector<LogEntry>> MemoryLogStore::caseHistory(const CaseId& id)
{
    std::vector<LogEntry> history;
    if (const auto found = m_now.byCase.find(id); found != m_now.byCase.end())
        for (const auto index : found->second)
            history.push_back(m_now.entries[index]);
    return history;
}

Result<std::vector<LogEntry>> MemoryLogStore::entriesAfter(std::int64_t after, std::size_t limit)
{
    const auto size = static_cast<std::int64_t>(m_now.entries.size());
    const auto first = std::clamp<std::int64_t>(after, 0, size);
    const auto last = std::min(size, first + static_cast<std::int64_t>(limit));
    return std::vector<LogEntry>(m_now.entries.begin() + first, m_now.entries.begin() + last);
}

Result<std::optional<DeviceRecord>> MemoryLogStore::device(const DeviceId& id)
{
    const auto found = m_now.devices.find(id);
    return found == m_now.devices.end() ? std::optional<DeviceRecord>{} : std::optional{found->second};
}

Result<void> MemoryLogStore::putDevice(const DeviceRecord& record)
{
    m_now.devices.insert_or_assign(record.head.device, record);
    return {};
}

Result<std::optional<Hash>> MemoryLogStore::sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq)
{
    const auto found = m_now.sent.find({id, epoch, seq});
    return found == m_now.sent.end() ? std::optional<Hash>{} : std::optional{found->second};
}

Result<void> MemoryLogStore::putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash)
{
    m_now.sent.insert_or_assign({id, epoch, seq}, hash);
    return {};
}

Result<void> MemoryLogStore::quarantine(std::string_view bytes, Outcome, std::string_view, Instant)
{
    m_now.quarantine.emplace_back(bytes);
    return {};
}

Result<std::int64_t> MemoryLogStore::nextNumber(int year) { return ++m_now.numbers[year]; }

Result<void> MemoryLogStore::putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record)
{
    m_now.outside.insert_or_assign({std::string(platform), std::string(number)}, record);
    return {};
}

Result<std::optional<OutsideRecord>> MemoryLogStore::findOutside(std::string_view platform, std::string_view number)
{
    const auto found = m_now.outside.find({std::string(platform), std::string(number)});
    return found == m_now.outside.end() ? std::optional<OutsideRecord>{} : std::optional{found->second};
}

Result<void> MemoryLogStore::putBundle(std::string_view hash, std::string_view bytes, Instant validFrom)
{
    if (m_now.bundles.emplace(hash, bytes).second)
        m_now.bundleDates.emplace(validFrom, hash);
    return {};
}

Result<std::optional<std::string>> MemoryLogStore::bundle(std::string_view hash)
{
    const auto found = m_now.bundles.find(std::string(hash));
    return found == m_now.bundles.end() ? std::optional<std::string>{} : std::optional{found->second};
}

Result<std::optional<std::string>> MemoryLogStore::bundleInForce(Instant at)
{
    const auto after = m_now.bundleDates.upper_bound(at);
    if (after == m_now.bundleDates.begin())
        return std::optional<std::string>{};
    return std::optional{std::prev(after)->second};
}

Result<void> MemoryLogStore::putDocument(std::string_view hash, std::string_view bytes)
{
    m_now.documents.emplace(hash, bytes);
    return {};
}

Result<std::optional<std::string>> MemoryLogStore::document(std::string_view hash)
{
    const auto found = m_now.documents.find(std::string(hash));
    return found == m_now.documents.end() ? std::optional<std::string>{} : std::optional{found->second};
}

} // namespace griddesk
