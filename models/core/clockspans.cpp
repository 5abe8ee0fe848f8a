// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockspans.h"

#include <algorithm>

namespace griddesk::clockspans {

namespace {

/// Under whole days a pause takes away each working day on which it took working time, from midnight to midnight.
TimeSpan widened(TimeSpan span, const CalendarIndex& index)
{
    const auto [first, last] = index.touched(span);
    if (first > last)
        return span;
    const Calendar& calendar = index.calendar();
    return {std::min(span.from, calendar.toInstant(LocalTime{index.workday(first)})),
            std::max(span.to, calendar.toInstant(LocalTime{index.workday(last) + std::chrono::days{1}}))};
}

} // namespace

Instant endOf(const Pause& pause) noexcept
{
    return std::min(pause.until.value_or(Instant::max()), pause.plannedUntil.value_or(Instant::max()));
}

std::vector<PauseSpan> pauseSpans(const Clock& clock, const CalendarIndex& index, OpenPause open)
{
    std::vector<PauseSpan> spans;
    if (clock.limit.unit == LimitUnit::Stated)
        return spans;
    const bool wholeDays = clock.limit.unit == LimitUnit::WorkingDaysWhole;
    for (std::size_t i = 0; i < clock.pauses.size(); ++i) {
        TimeSpan span{std::max(clock.pauses[i].from, clock.start), endOf(clock.pauses[i])};
        if (span.to == Instant::max() && open == OpenPause::EndingAtOnce)
            span.to = span.from + Milliseconds{wholeDays ? 1 : 0}; // the least pause already costs a whole day
        if (span.to <= span.from)
            continue;
        spans.push_back({wholeDays ? widened(span, index) : span, i});
    }
    std::ranges::stable_sort(spans, {}, [](const PauseSpan& s) { return s.span.from; });
    return spans;
}

std::vector<TimeSpan> merged(const std::vector<PauseSpan>& spans)
{
    std::vector<TimeSpan> result;
    result.reserve(spans.size());
    for (const auto& [span, pause] : spans) {
        if (!result.empty() && span.from <= result.back().to)
            result.back().to = std::max(result.back().to, span.to);
        else
            result.push_back(span);
    }
    return result;
}

Instant countStart(const Clock& clock, const CalendarIndex& index) noexcept
{
    if (clock.limit.unit != LimitUnit::WorkingDaysWhole)
        return clock.start;
    const Calendar& calendar = index.calendar();
    return calendar.toInstant(LocalTime{calendar.localDate(clock.start) + std::chrono::days{1}});
}

std::int64_t measure(LimitUnit unit, const CalendarIndex& index, Instant t) noexcept
{
    return countsWorkingTime(unit) ? index.workingMs(t) : msOf(t);
}

std::int64_t counted(const Clock& clock, const CalendarIndex& index, const std::vector<TimeSpan>& paused, Instant end) noexcept
{
    const Instant begin = countStart(clock, index);
    if (end <= begin)
        return 0;
    const auto at = [&](Instant t) { return measure(clock.limit.unit, index, t); };
    std::int64_t total = at(end) - at(begin);
    for (const TimeSpan& span : paused) {
        const Instant from = std::max(span.from, begin);
        const Instant to = std::min(span.to, end);
        if (from < to)
            total -= at(to) - at(from);
    }
    return total;
}

Instant endOfClock(const Clock& clock, Instant upTo) noexcept
{
    return std::min({upTo, clock.metAt.value_or(upTo), clock.cancelledAt.value_or(upTo)});
}

} // namespace griddesk::clockspans
