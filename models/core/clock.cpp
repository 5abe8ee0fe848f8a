// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock.h"

#include "clockspans.h"

#include <algorithm>

namespace griddesk {

using namespace clockspans;

namespace {

constexpr std::int64_t hourMs = 3'600'000;

/// Policy a: a working day is worth the hours of the plan of the day the clock started.
std::int64_t startDayMs(const Clock& clock, const CalendarIndex& index)
{
    const Calendar& calendar = index.calendar();
    std::int64_t minutes = 0;
    for (const Slot slot : calendar.planOn(calendar.localDate(clock.start)))
        minutes += slot.to - slot.from;
    return minutes * 60'000;
}

/// The instant by which `ms` more of the unit's measure are over, counted from `from` and outside the paused spans.
Instant advanced(Instant from, std::int64_t ms, LimitUnit unit, const CalendarIndex& index, const std::vector<TimeSpan>& paused)
{
    const auto plus = [&](Instant t, std::int64_t amount) {
        return countsWorkingTime(unit) ? index.atWorkingMs(index.workingMs(t) + amount) : t + Milliseconds{amount};
    };
    if (ms <= 0)
        return from;
    Instant t = from;
    for (const TimeSpan& span : paused) {
        if (span.to <= t)
            continue;
        if (span.from > t) {
            const std::int64_t running = measure(unit, index, span.from) - measure(unit, index, t);
            if (ms <= running)
                return plus(t, ms);
            ms -= running;
        }
        t = span.to;
    }
    return plus(t, ms);
}

/// Policy b: end of work of the n-th working day after that of `from`, leaving out days that a pause touches.
Instant afterWholeDays(Instant from, std::int64_t amount, const CalendarIndex& index, const std::vector<TimeSpan>& paused)
{
    int lastSkipped = index.workdayNumber(index.calendar().localDate(from));
    std::int64_t target = lastSkipped + amount;
    for (const TimeSpan& span : paused) {
        const auto [first, last] = index.touched(span);
        const int firstSkipped = std::max(first, lastSkipped + 1);
        if (firstSkipped > last)
            continue;
        if (firstSkipped > target)
            break;
        target += last - firstSkipped + 1;
        lastSkipped = last;
    }
    return index.endOfWork(static_cast<int>(std::min<std::int64_t>(target, index.workdayCount() + 1)));
}

Instant afterLimit(const Clock& clock, Instant from, Limit limit, const CalendarIndex& index, const std::vector<TimeSpan>& paused)
{
    // Clocks come from files too: an amount beyond the stated maximum counts as the maximum.
    const std::int64_t amount = std::clamp<std::int64_t>(limit.amount, 0, maximumAmount(limit.unit));
    switch (limit.unit) {
    case LimitUnit::WorkingHours:
    case LimitUnit::UrgentHours: return advanced(from, amount * hourMs, limit.unit, index, paused);
    case LimitUnit::NaturalDays: return advanced(from, amount * 24 * hourMs, limit.unit, index, paused);
    case LimitUnit::WorkingDaysRolling: return advanced(from, amount * startDayMs(clock, index), limit.unit, index, paused);
    case LimitUnit::WorkingDaysWhole: return amount > 0 ? afterWholeDays(from, amount, index, paused) : from;
    case LimitUnit::Stated: break;
    }
    return from;
}

/// Walks over the deadlines of limit and extensions; returns the last one.
template <typename Visit>
Instant walkDeadlines(const Clock& clock, const CalendarIndex& index, const std::vector<TimeSpan>& paused, Visit&& visit)
{
    Instant at = clock.limit.unit == LimitUnit::Stated ? clock.stated.value_or(clock.start)
                                                       : afterLimit(clock, clock.start, clock.limit, index, paused);
    visit(at);
    for (const Extension& extension : clock.extensions) {
        at = extension.restated ? *extension.restated : afterLimit(clock, at, extension.added, index, paused);
        visit(at);
    }
    return at;
}

bool restsOnCalendar(const Clock& clock) noexcept
{
    return countsWorkingTime(clock.limit.unit)
        || std::ranges::any_of(clock.extensions, [](const Extension& e) { return !e.restated && countsWorkingTime(e.added.unit); });
}

bool hasOpenPause(const Clock& clock) noexcept
{
    return clock.limit.unit != LimitUnit::Stated
        && std::ranges::any_of(clock.pauses, [](const Pause& pause) { return endOf(pause) == Instant::max(); });
}

/// Deadline and whole limit, together because both need the same spans.
struct Evaluation {
    Instant due;
    std::int64_t limitMs = 0;
};

Evaluation evaluate(const Clock& clock, const CalendarIndex& index)
{
    const std::vector<TimeSpan> paused = merged(pauseSpans(clock, index, OpenPause::EndingAtOnce));
    const Instant at = walkDeadlines(clock, index, paused, [](Instant) {});
    return {at, counted(clock, index, paused, at)};
}

} // namespace

Due due(const Clock& clock, const CalendarIndex& index)
{
    const std::vector<TimeSpan> paused = merged(pauseSpans(clock, index, OpenPause::EndingAtOnce));
    Due result{walkDeadlines(clock, index, paused, [](Instant) {}), false, false};
    if (restsOnCalendar(clock)) {
        const Instant from = std::min(countStart(clock, index), result.at);
        result.provisional = !index.covered({from, result.at});
    }
    result.open = hasOpenPause(clock);
    return result;
}

std::vector<Instant> deadlines(const Clock& clock, const CalendarIndex& index)
{
    std::vector<Instant> all;
    walkDeadlines(clock, index, merged(pauseSpans(clock, index, OpenPause::EndingAtOnce)), [&](Instant at) { all.push_back(at); });
    return all;
}

std::int64_t countedMs(const Clock& clock, const CalendarIndex& index, Instant upTo)
{
    return counted(clock, index, merged(pauseSpans(clock, index, OpenPause::Endless)), endOfClock(clock, upTo));
}

std::int64_t limitMs(const Clock& clock, const CalendarIndex& index) { return evaluate(clock, index).limitMs; }

Instant atShare(const Clock& clock, const CalendarIndex& index, int permille)
{
    const std::vector<TimeSpan> paused = merged(pauseSpans(clock, index, OpenPause::EndingAtOnce));
    const Instant at = walkDeadlines(clock, index, paused, [](Instant) {});
    if (permille == 1000)
        return at;
    const std::int64_t whole = counted(clock, index, paused, at);
    if (permille > 1000)
        return advanced(at, whole * (permille - 1000) / 1000, clock.limit.unit, index, paused);
    return advanced(countStart(clock, index), whole * permille / 1000, clock.limit.unit, index, paused);
}

std::int64_t remainingMs(const Clock& clock, const CalendarIndex& index, Instant now)
{
    return evaluate(clock, index).limitMs - countedMs(clock, index, now);
}

Lamp lamp(const Clock& clock, const CalendarIndex& index, LampThresholds thresholds, Instant now)
{
    const Instant end = endOfClock(clock, now);
    const bool met = clock.metAt && *clock.metAt <= end;
    if (now < clock.start || (clock.cancelledAt && *clock.cancelledAt <= now && !met))
        return Lamp::None;
    const Evaluation evaluation = evaluate(clock, index);
    if (!met && clock.limit.unit != LimitUnit::Stated) {
        for (const Pause& pause : clock.pauses) {
            if (pause.from <= now && now < endOf(pause) && std::max(pause.from, clock.start) < evaluation.due)
                return Lamp::Suspended;
        }
    }
    if (end > evaluation.due)
        return Lamp::Red;
    const std::int64_t used = countedMs(clock, index, end);
    return used * 1000 > evaluation.limitMs * thresholds.yellowPermille ? Lamp::Yellow : Lamp::Green;
}

bool isOpen(const Clock& clock, Instant now) noexcept
{
    return clock.start <= now && !(clock.metAt && *clock.metAt <= now) && !(clock.cancelledAt && *clock.cancelledAt <= now);
}

} // namespace griddesk
