// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar.h"

#include <algorithm>

namespace griddesk {

namespace {

/// How narrowly a plan holds on a date: 0 not at all, 1 all year, 2 in its season, 3 in its range of dates.
int narrowness(const SlotPlan& plan, LocalDate date) noexcept
{
    if (const auto* range = std::get_if<DateRange>(&plan.validity))
        return range->from <= date && date <= range->to ? 3 : 0;
    if (const auto* season = std::get_if<Season>(&plan.validity)) {
        const std::chrono::year_month_day ymd{date};
        return season->holdsOn(ymd.month() / ymd.day()) ? 2 : 0;
    }
    return 1;
}

} // namespace

int Calendar::offsetAt(Instant t) const noexcept
{
    if (zone.empty())
        return 0;
    const auto next = std::upper_bound(zone.begin() + 1, zone.end(), t, [](Instant at, const ZoneOffset& z) { return at < z.from; });
    return (next - 1)->minutes;
}

Instant Calendar::toInstant(LocalTime local) const noexcept
{
    using std::chrono::minutes;
    const Instant asUtc{local.time_since_epoch()};
    if (zone.empty())
        return asUtc;
    // No zone is more than a day away from UTC, so the periods before this one cannot hold the answer.
    auto period = std::upper_bound(zone.begin() + 1, zone.end(), asUtc - minutes{24 * 60},
                                   [](Instant at, const ZoneOffset& z) { return at < z.from; })
        - 1;
    for (;; ++period) {
        const Instant candidate = asUtc - minutes{period->minutes};
        if (period != zone.begin() && candidate < period->from)
            return period->from;
        if (period + 1 == zone.end() || candidate < (period + 1)->from)
            return candidate;
    }
}

bool Calendar::isWorkday(LocalDate date) const
{
    if (const auto entry = days.find(date); entry != days.end())
        return entry->second.kind == DayKind::Workday;
    return !weekdayOff[std::chrono::weekday{date}.c_encoding()];
}

std::span<const Slot> Calendar::planOn(LocalDate date) const noexcept
{
    const SlotPlan* best = nullptr;
    int bestNarrowness = 0;
    for (const SlotPlan& plan : plans) {
        if (const int n = narrowness(plan, date); n > bestNarrowness) {
            best = &plan;
            bestNarrowness = n;
        }
    }
    return best ? std::span<const Slot>{best->slots} : std::span<const Slot>{};
}

std::span<const Slot> Calendar::slotsOn(LocalDate date) const
{
    return isWorkday(date) ? planOn(date) : std::span<const Slot>{};
}

} // namespace griddesk
