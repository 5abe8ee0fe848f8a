// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/core/value.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk::machine {

/// Writes records as plain values; what is empty, absent or at nought is left out.
class Describer {
public:
    template <typename T>
    Describer& put(std::string_view key, const T& value)
    {
        add(key, value);
        return *this;
    }
    /// Writes something that is there even when it is nought or false.
    template <typename T>
    Describer& always(std::string_view key, const T& value)
    {
        m_value.set(std::string(key), Value(value));
        return *this;
    }
    [[nodiscard]] Value done() { return std::move(m_value); }

private:
    void add(std::string_view key, const std::string& text)
    {
        if (!text.empty())
            m_value.set(std::string(key), text);
    }
    void add(std::string_view key, std::string_view text)
    {
        if (!text.empty())
            m_value.set(std::string(key), text);
    }
    void add(std::string_view key, bool flag)
    {
        if (flag)
            m_value.set(std::string(key), true);
    }
    void add(std::string_view key, int n) { add(key, std::int64_t{n}); }
    void add(std::string_view key, std::int64_t n)
    {
        if (n != 0)
            m_value.set(std::string(key), n);
    }
    void add(std::string_view key, Instant t) { m_value.set(std::string(key), formatInstant(t)); }
    void add(std::string_view key, const GeoPoint& p)
    {
        Value value;
        value.set("lonE7", std::int64_t{p.lonE7});
        value.set("latE7", std::int64_t{p.latE7});
        m_value.set(std::string(key), std::move(value));
    }
    void add(std::string_view key, const Limit& limit) { add(key, formatLimit(limit)); }
    void add(std::string_view key, const Value& value) { m_value.set(std::string(key), value); }
    template <typename Tag>
    void add(std::string_view key, const Id<Tag>& id)
    {
        add(key, id.text());
    }
    template <typename T>
    void add(std::string_view key, const std::optional<T>& value)
    {
        if (!value)
            return;
        if constexpr (std::is_same_v<T, bool>)
            m_value.set(std::string(key), *value); // absent and false differ
        else
            add(key, *value);
    }
    template <typename T>
    void add(std::string_view key, const std::vector<T>& items)
    {
        list(key, items);
    }
    template <typename T>
    void add(std::string_view key, const std::set<T>& items)
    {
        list(key, items);
    }
    template <typename Items>
    void list(std::string_view key, const Items& items)
    {
        if (items.empty())
            return;
        Value::List values;
        for (const auto& item : items)
            values.push_back(one(item));
        m_value.set(std::string(key), Value(std::move(values)));
    }
    template <typename Tag>
    static Value one(const Id<Tag>& id)
    {
        return id.text();
    }
    static Value one(const std::string& text) { return text; }
    template <typename T>
    static Value one(const T& record)
    {
        return describeRecord(record);
    }
    template <typename T>
        requires requires(const T& r) { describeRecord(r); }
    void add(std::string_view key, const T& record)
    {
        m_value.set(std::string(key), describeRecord(record));
    }

    Value m_value;
};

} // namespace griddesk::machine
