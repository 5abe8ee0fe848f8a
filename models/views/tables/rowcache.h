// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"
#include "models/service/casequeries.h"

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace griddesk {

/// The rows a table has read, by key, with the longest unused going first. No Qt, no thread of its own.
class RowCache {
public:
    explicit RowCache(std::size_t capacity) : m_capacity(capacity) {}

    /// The row, fresh or stale; nullptr when it is not here. Does not count as use.
    [[nodiscard]] const CaseRow* find(CaseKey key) const
    {
        const auto it = m_entries.find(key);
        return it == m_entries.end() ? nullptr : &it->second.row;
    }
    [[nodiscard]] bool fresh(CaseKey key) const
    {
        const auto it = m_entries.find(key);
        return it != m_entries.end() && !it->second.stale;
    }
    /// Notes that the row is in use, so that it stays.
    void touch(CaseKey key)
    {
        if (const auto it = m_entries.find(key); it != m_entries.end())
            m_order.splice(m_order.begin(), m_order, it->second.place);
    }
    void put(CaseKey key, CaseRow row)
    {
        if (const auto it = m_entries.find(key); it != m_entries.end()) {
            it->second.row = std::move(row);
            it->second.stale = false;
            m_order.splice(m_order.begin(), m_order, it->second.place);
            return;
        }
        m_order.push_front(key);
        m_entries.emplace(key, Entry{std::move(row), false, m_order.begin()});
        while (m_entries.size() > m_capacity) {
            m_entries.erase(m_order.back());
            m_order.pop_back();
        }
    }
    void markStale(CaseKey key)
    {
        if (const auto it = m_entries.find(key); it != m_entries.end())
            it->second.stale = true;
    }
    /// Rows for which `changed(row)` holds stay visible but are to be read again.
    template <typename Predicate>
    void markStaleIf(Predicate changed)
    {
        for (auto& [key, entry] : m_entries)
            if (changed(entry.row))
                entry.stale = true;
    }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        CaseRow row;
        bool stale = false;
        std::list<CaseKey>::iterator place;
    };
    std::size_t m_capacity;
    std::list<CaseKey> m_order; ///< newest use first
    std::unordered_map<CaseKey, Entry> m_entries;
};

} // namespace griddesk
