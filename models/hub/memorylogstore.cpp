// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorylogstore.h"

#include <algorithm>

namespace griddesk {

Result<void> MemoryLogStore::begin() { return m_undo.begin(); }

Result<void> MemoryLogStore::commit() { return m_undo.commit(); }

void MemoryLogStore::rollback() { m_undo.rollback(); }

Result<void> MemoryLogStore::append(const LogEntry& entry)
{
    if (entry.seq != static_cast<std::int64_t>(m_entries.size()) + 1)
        return fail(ErrorCode::Inconsistent, "the log has no gaps", std::to_string(entry.seq));
    if (!m_byOperation.emplace(entry.operationId, m_entries.size()).second)
        return fail(ErrorCode::Duplicate, "the operation is logged already", entry.operationId.text());
    m_byCase[entry.caseId].push_back(m_entries.size());
    m_entries.push_back(entry);
    m_undo.record([this] {
        const LogEntry& last = m_entries.back();
        m_byOperation.erase(last.operationId);
        m_byCase[last.caseId].pop_back();
        m_entries.pop_back();
    });
    return {};
}

Result<std::int64_t> MemoryLogStore::head() { return static_cast<std::int64_t>(m_entries.size()); }

Result<std::optional<LogEntry>> MemoryLogStore::findOperation(const OperationId& id)
{
    const auto found = m_byOperation.find(id);
    if (found == m_byOperation.end())
        return std::optional<LogEntry>{};
    return m_entries[found->second];
}

Result<std::vector<LogEntry>> MemoryLogStore::caseHistory(const CaseId& id)
{
    std::vector<LogEntry> history;
    if (const auto found = m_byCase.find(id); found != m_byCase.end())
        for (const auto index : found->second)
            history.push_back(m_entries[index]);
    return history;
}

Result<std::vector<LogEntry>> MemoryLogStore::entriesAfter(std::int64_t after, std::size_t limit)
{
    const auto size = static_cast<std::int64_t>(m_entries.size());
    const auto first = std::clamp<std::int64_t>(after, 0, size);
    const auto last = std::min(size, first + static_cast<std::int64_t>(limit));
    return std::vector<LogEntry>(m_entries.begin() + first, m_entries.begin() + last);
}

Result<std::optional<DeviceRecord>> MemoryLogStore::device(const DeviceId& id)
{
    const auto found = m_devices.find(id);
    return found == m_devices.end() ? std::optional<DeviceRecord>{} : std::optional{found->second};
}

Result<void> MemoryLogStore::putDevice(const DeviceRecord& record)
{
    m_undo.put(m_devices, record.head.device, record);
    return {};
}

Result<std::optional<Hash>> MemoryLogStore::sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq)
{
    const auto found = m_sent.find({id, epoch, seq});
    return found == m_sent.end() ? std::optional<Hash>{} : std::optional{found->second};
}

Result<void> MemoryLogStore::putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash)
{
    m_undo.put(m_sent, {id, epoch, seq}, hash);
    return {};
}

Result<void> MemoryLogStore::quarantine(std::string_view bytes, Outcome, std::string_view, Instant)
{
    m_quarantine.emplace_back(bytes);
    m_undo.record([this] { m_quarantine.pop_back(); });
    return {};
}

Result<std::int64_t> MemoryLogStore::nextNumber(int year)
{
    const auto found = m_numbers.find(year);
    m_undo.put(m_numbers, year, found == m_numbers.end() ? 1 : found->second + 1);
    return m_numbers.at(year);
}

Result<void> MemoryLogStore::putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record)
{
    m_undo.put(m_outside, {std::string(platform), std::string(number)}, record);
    return {};
}

Result<std::optional<OutsideRecord>> MemoryLogStore::findOutside(std::string_view platform, std::string_view number)
{
    const auto found = m_outside.find({std::string(platform), std::string(number)});
    return found == m_outside.end() ? std::optional<OutsideRecord>{} : std::optional{found->second};
}

Result<void> MemoryLogStore::putBundle(std::string_view hash, std::string_view bytes, Instant validFrom)
{
    if (m_bundles.contains(std::string(hash)))
        return {};
    m_undo.put(m_bundles, std::string(hash), std::string(bytes));
    const auto dated = m_bundleDates.emplace(validFrom, hash);
    m_undo.record([this, dated] { m_bundleDates.erase(dated); });
    return {};
}

Result<std::optional<std::string>> MemoryLogStore::bundle(std::string_view hash)
{
    const auto found = m_bundles.find(std::string(hash));
    return found == m_bundles.end() ? std::optional<std::string>{} : std::optional{found->second};
}

Result<std::optional<std::string>> MemoryLogStore::bundleInForce(Instant at)
{
    const auto after = m_bundleDates.upper_bound(at);
    if (after == m_bundleDates.begin())
        return std::optional<std::string>{};
    return std::optional{std::prev(after)->second};
}

Result<void> MemoryLogStore::putDocument(std::string_view hash, std::string_view bytes)
{
    if (!m_documents.contains(std::string(hash)))
        m_undo.put(m_documents, std::string(hash), std::string(bytes));
    return {};
}

Result<std::optional<std::string>> MemoryLogStore::document(std::string_view hash)
{
    const auto found = m_documents.find(std::string(hash));
    return found == m_documents.end() ? std::optional<std::string>{} : std::optional{found->second};
}

} // namespace griddesk
