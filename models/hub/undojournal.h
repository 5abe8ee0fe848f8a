// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <functional>
#include <optional>
#include <ranges>
#include <utility>
#include <vector>

namespace griddesk {

/// Transactions for data in memory: every change says how to undo it, so that a transaction costs what it changes and not
/// what there is. Thread: that of its owner.
class UndoJournal {
public:
    Result<void> begin()
    {
        if (m_open)
            return fail(ErrorCode::Database, "a transaction is open already");
        m_open = true;
        return {};
    }
    Result<void> commit()
    {
        if (!m_open)
            return fail(ErrorCode::Database, "no transaction is open");
        close();
        return {};
    }
    void rollback()
    {
        for (auto& undo : std::views::reverse(m_steps))
            undo();
        close();
    }

    void record(std::function<void()> undo)
    {
        if (m_open)
            m_steps.push_back(std::move(undo));
    }
    template <typename T>
    void assign(T& place, T value)
    {
        record([&place, before = place] { place = before; });
        place = std::move(value);
    }
    template <typename Map>
    void put(Map& map, const typename Map::key_type& key, typename Map::mapped_type value)
    {
        const auto found = map.find(key);
        if (found == map.end()) {
            record([&map, key] { map.erase(key); });
            map.emplace(key, std::move(value));
            return;
        }
        record([&map, key, before = found->second] { map.insert_or_assign(key, before); });
        found->second = std::move(value);
    }
    template <typename Map>
    void erase(Map& map, typename Map::iterator at)
    {
        record([&map, pair = *at] { map.insert(pair); });
        map.erase(at);
    }

private:
    void close()
    {
        m_steps.clear();
        m_open = false;
    }
    bool m_open = false;
    std::vector<std::function<void()>> m_steps;
};

} // namespace griddesk
