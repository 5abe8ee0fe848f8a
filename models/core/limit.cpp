// SPDX-License-Identifier: GPL-3.0-or-later
#include "limit.h"

#include <array>
#include <charconv>

namespace griddesk {

namespace {

struct UnitRow {
    LimitUnit unit;
    std::string_view suffix;
    std::int64_t maximum;
    bool working;
};

constexpr std::string_view statedWord = "stated";

constexpr std::array<UnitRow, 6> unitRows{{
    {LimitUnit::WorkingHours, "wh", 200'000, true},
    {LimitUnit::UrgentHours, "uh", 876'600, false},
    {LimitUnit::WorkingDaysRolling, "wd", 25'000, true},
    {LimitUnit::WorkingDaysWhole, "wdb", 25'000, true},
    {LimitUnit::NaturalDays, "nd", 36'525, false},
    {LimitUnit::Stated, statedWord, 0, false},
}};

const UnitRow& rowOf(LimitUnit unit) noexcept
{
    for (const UnitRow& row : unitRows) {
        if (row.unit == unit)
            return row;
    }
    return unitRows.back();
}

} // namespace

std::int64_t maximumAmount(LimitUnit unit) noexcept { return rowOf(unit).maximum; }

bool countsWorkingTime(LimitUnit unit) noexcept { return rowOf(unit).working; }

Result<Limit> parseLimit(std::string_view text)
{
    const auto bad = [&](ErrorCode code, const char* detail) { return fail(code, detail, std::string(text.substr(0, 64))); };
    if (text == statedWord)
        return Limit{LimitUnit::Stated, 0};
    constexpr const char* form = "a limit is written like 4wh, 2uh, 2wd, 3wdb or 5nd";
    if (text.empty() || text.front() < '0' || text.front() > '9' || (text.front() == '0' && text.size() > 1 && text[1] >= '0' && text[1] <= '9'))
        return bad(ErrorCode::Syntax, form);
    std::int64_t amount = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), amount);
    const std::string_view suffix{end, text.data() + text.size()};
    for (const UnitRow& row : unitRows) {
        if (row.suffix != suffix || row.unit == LimitUnit::Stated)
            continue;
        if (problem != std::errc{} || amount < 1 || amount > row.maximum)
            return bad(ErrorCode::OutOfRange, "a limit is more than nothing and at most about 100 years");
        return Limit{row.unit, amount};
    }
    return bad(ErrorCode::Syntax, form);
}

std::string formatLimit(Limit limit)
{
    const UnitRow& row = rowOf(limit.unit);
    return limit.unit == LimitUnit::Stated ? std::string(row.suffix) : std::to_string(limit.amount) + std::string(row.suffix);
}

} // namespace griddesk
