// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/calendarreader.h"
#include "models/core/deadline.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace griddesk::test {

/// JSON of a file in the source tree as a Value; only what calendars hold.
inline Value toValue(const nlohmann::json& json)
{
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number_integer())
        return json.get<std::int64_t>();
    if (json.is_string())
        return json.get<std::string>();
    if (json.is_array()) {
        Value::List list;
        for (const auto& entry : json)
            list.push_back(toValue(entry));
        return list;
    }
    Value::Object object;
    for (const auto& [key, entry] : json.items())
        object.emplace(key, toValue(entry));
    return object;
}

inline Value parseJson(const std::string& text) { return toValue(nlohmann::json::parse(text)); }

inline Calendar shippedCalendar(const std::string& name)
{
    std::ifstream file(std::string(GRIDDESK_SOURCE_DIR) + "/resources/calendars/" + name);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto calendar = readCalendar(parseJson(text));
    if (!calendar)
        throw std::runtime_error(calendar.error().detail + " at " + calendar.error().context);
    return *calendar;
}

inline const CalendarIndex& china()
{
    static const CalendarIndex index(shippedCalendar("cn.json"));
    return index;
}

inline const CalendarIndex& boston()
{
    static const CalendarIndex index(shippedCalendar("us-boston.json"));
    return index;
}

/// An instant written in local time of the calendar.
inline Instant at(const char* text, const CalendarIndex& index = china())
{
    const auto instant = parseLocalTime(text, index.calendar());
    if (!instant)
        throw std::runtime_error(text);
    return *instant;
}

inline std::string local(Instant t, const CalendarIndex& index = china()) { return formatLocalTime(t, index.calendar()); }

inline Clock clockOf(const char* start, const char* limit, const CalendarIndex& index = china())
{
    Clock clock;
    clock.id = "c1";
    clock.start = at(start, index);
    clock.limit = parseLimit(limit).value();
    return clock;
}

inline constexpr std::int64_t hours(double n) { return static_cast<std::int64_t>(n * 3'600'000); }

} // namespace griddesk::test
