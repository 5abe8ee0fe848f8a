// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks against a counter that walks minute by minute and shares no code with the index.
#include "clocktestsupport.h"

#include "models/core/explanation.h"

#include <rapidcheck/gtest.h>

#include <numeric>

namespace griddesk {

using namespace test;

namespace {

constexpr std::int64_t dayMinutes = 24 * 60;
constexpr std::int64_t originDay = 20'423; // 2025-12-01, in days since 1970; a Monday
constexpr std::int64_t walkedDays = 500;

/// Minutes of local time from originDay on; true where work goes on.
class SlowCalendar {
public:
    explicit SlowCalendar(const Calendar& calendar)
        : m_working(static_cast<std::size_t>(walkedDays * dayMinutes))
    {
        for (std::int64_t d = 0; d < walkedDays; ++d) {
            const std::chrono::local_days date{std::chrono::days{originDay + d}};
            bool off = d % 7 >= 5;
            if (const auto entry = calendar.days.find(date); entry != calendar.days.end())
                off = entry->second.kind == DayKind::Holiday;
            if (off)
                continue;
            const std::chrono::year_month_day ymd{date};
            const bool summer = unsigned{ymd.month()} >= 5 && unsigned{ymd.month()} <= 9;
            const auto& slots = calendar.plans.size() == 1 ? calendar.plans[0].slots : calendar.plans[summer ? 1 : 0].slots;
            for (const Slot slot : slots) {
                for (int m = slot.from; m < slot.to; ++m)
                    m_working[static_cast<std::size_t>(d * dayMinutes + m)] = true;
            }
        }
    }

    bool working(std::int64_t minute) const { return m_working[static_cast<std::size_t>(minute)]; }
    std::int64_t workingOn(std::int64_t day) const { return std::count(begin(day), begin(day + 1), true); }
    std::int64_t lastMinuteOn(std::int64_t day) const
    {
        for (std::int64_t m = (day + 1) * dayMinutes - 1;; --m) {
            if (working(m))
                return m;
        }
    }

private:
    std::vector<bool>::const_iterator begin(std::int64_t day) const { return m_working.begin() + day * dayMinutes; }
    std::vector<bool> m_working;
};

struct Setting {
    CalendarIndex index;
    SlowCalendar slow;
    explicit Setting(const Calendar& calendar)
        : index(calendar)
        , slow(calendar)
    {
    }
};

const Setting& setting(bool seasons)
{
    static const Setting plain(china().calendar());
    static const Setting seasonal([] {
        Calendar calendar = china().calendar();
        calendar.plans = {{Season{std::chrono::October / 1, std::chrono::April / 30}, parseSlots("09:00-12:00,13:00-17:00").value()},
                          {Season{std::chrono::May / 1, std::chrono::September / 30}, parseSlots("08:00-12:00,14:00-18:00").value()}};
        return calendar;
    }());
    return seasons ? seasonal : plain;
}

Instant instantOf(std::int64_t minute) { return Instant{} + std::chrono::minutes{originDay * dayMinutes + minute - 8 * 60}; }

/// A random clock in whole minutes, kept beside the numbers it was made of.
struct Sample {
    bool seasons = false;
    std::int64_t start = 0;
    Limit limit;
    std::int64_t added = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> pauses;
    Clock clock;

    bool wholeDays() const { return limit.unit == LimitUnit::WorkingDaysWhole; }
    bool worked() const { return wholeDays() || limit.unit == LimitUnit::WorkingDaysRolling || limit.unit == LimitUnit::WorkingHours; }
    bool pausedAt(std::int64_t minute) const
    {
        return std::ranges::any_of(pauses, [&](const auto& p) { return p.first <= minute && minute < p.second; });
    }
    /// Whole days: a day that lost working time to a pause of this clock does not count.
    bool lost(const SlowCalendar& slow, std::int64_t day) const
    {
        for (std::int64_t m = std::max(start, day * dayMinutes); m < (day + 1) * dayMinutes; ++m) {
            if (slow.working(m) && pausedAt(m))
                return true;
        }
        return false;
    }
};

Sample makeSample()
{
    Sample s;
    s.seasons = *rc::gen::arbitrary<bool>();
    s.start = *rc::gen::inRange<std::int64_t>(0, 300 * dayMinutes);
    s.limit.unit = *rc::gen::element(LimitUnit::WorkingHours, LimitUnit::UrgentHours, LimitUnit::WorkingDaysRolling,
                                     LimitUnit::WorkingDaysWhole, LimitUnit::NaturalDays);
    s.limit.amount = *rc::gen::inRange<std::int64_t>(1, 16);
    s.added = *rc::gen::inRange<std::int64_t>(0, 5);
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        const std::int64_t from = s.start + *rc::gen::inRange<std::int64_t>(-dayMinutes, 14 * dayMinutes);
        s.pauses.emplace_back(from, from + *rc::gen::inRange<std::int64_t>(1, 6 * dayMinutes));
    }
    s.clock.limit = s.limit;
    s.clock.start = instantOf(s.start);
    for (const auto& [from, to] : s.pauses) {
        Pause pause;
        pause.from = instantOf(from);
        (*rc::gen::arbitrary<bool>() ? pause.until : pause.plannedUntil) = instantOf(to);
        s.clock.pauses.push_back(pause);
    }
    if (s.added > 0)
        s.clock.extensions.push_back({s.clock.start, {s.limit.unit, s.added}, {}, {}, {}});
    const int holders = *rc::gen::inRange(0, 3);
    for (int i = 0; i < holders; ++i)
        s.clock.holders.push_back({instantOf(s.start + *rc::gen::inRange<std::int64_t>(-100, 20'000)), "u" + std::to_string(i)});
    return s;
}

/// The minute after which the limit is used up.
std::int64_t slowDue(const Sample& s, const SlowCalendar& slow)
{
    const std::int64_t amount = s.limit.amount + s.added;
    if (s.wholeDays()) {
        std::int64_t day = s.start / dayMinutes;
        for (std::int64_t left = amount; left > 0;) {
            ++day;
            if (slow.workingOn(day) > 0 && !s.lost(slow, day))
                --left;
        }
        return slow.lastMinuteOn(day) + 1;
    }
    std::int64_t left = amount * 60;
    if (s.limit.unit == LimitUnit::NaturalDays)
        left *= 24;
    if (s.limit.unit == LimitUnit::WorkingDaysRolling) { // the plan of the start day, even when that is a day off
        const std::chrono::year_month_day ymd{std::chrono::local_days{std::chrono::days{originDay + s.start / dayMinutes}}};
        const bool winter = unsigned{ymd.month()} < 5 || unsigned{ymd.month()} > 9;
        left *= s.seasons && winter ? 7 : 8;
    }
    std::int64_t minute = s.start;
    for (; left > 0; ++minute) {
        if ((!s.worked() || slow.working(minute)) && !s.pausedAt(minute))
            --left;
    }
    return minute;
}

std::int64_t slowCounted(const Sample& s, const SlowCalendar& slow, std::int64_t upTo)
{
    std::int64_t counted = 0;
    std::int64_t lostDay = -1;
    bool lost = false;
    for (std::int64_t m = s.wholeDays() ? (s.start / dayMinutes + 1) * dayMinutes : s.start; m < upTo; ++m) {
        if (s.wholeDays() && lostDay != m / dayMinutes) {
            lostDay = m / dayMinutes;
            lost = s.lost(slow, lostDay);
        }
        if ((!s.worked() || slow.working(m)) && !s.pausedAt(m) && !(s.wholeDays() && lost))
            ++counted;
    }
    return counted;
}

RC_GTEST_PROP(ClockProperties, DeadlineAgreesWithCountingMinutes, ())
{
    const Sample s = makeSample();
    const Setting& on = setting(s.seasons);
    RC_ASSERT(formatInstant(due(s.clock, on.index).at) == formatInstant(instantOf(slowDue(s, on.slow))));
}

RC_GTEST_PROP(ClockProperties, CountedTimeAgreesWithCountingMinutes, ())
{
    const Sample s = makeSample();
    const Setting& on = setting(s.seasons);
    const std::int64_t upTo = s.start + *rc::gen::inRange<std::int64_t>(-100, 40 * dayMinutes);
    RC_ASSERT(countedMs(s.clock, on.index, instantOf(upTo)) == slowCounted(s, on.slow, upTo) * 60'000);
}

RC_GTEST_PROP(ClockProperties, SegmentsFollowEachOtherAndAddUpToWhatIsCounted, ())
{
    const Sample s = makeSample();
    const Setting& on = setting(s.seasons);
    const Instant now = instantOf(s.start) + Milliseconds{*rc::gen::inRange<std::int64_t>(1, 40 * dayMinutes * 60'000)};
    const Explanation explanation = explain(s.clock, on.index, now);
    RC_ASSERT(explanation.segments.front().from == s.clock.start);
    RC_ASSERT(explanation.segments.back().to == now);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < explanation.segments.size(); ++i) {
        const Segment& segment = explanation.segments[i];
        RC_ASSERT(segment.from < segment.to);
        RC_ASSERT(i == 0 || explanation.segments[i - 1].to == segment.from);
        RC_ASSERT((segment.countedMs > 0) == (segment.kind == SegmentKind::Running));
        RC_ASSERT(segment.afterDue == (segment.from >= explanation.due.at));
        sum += segment.countedMs;
    }
    RC_ASSERT(sum == explanation.countedMs);
    RC_ASSERT(sum == countedMs(s.clock, on.index, now));
}

RC_GTEST_PROP(ClockProperties, TheWholeLimitIsCountedAtTheDeadlineAndNotBefore, ())
{
    const Sample s = makeSample();
    const Setting& on = setting(s.seasons);
    const Instant at = due(s.clock, on.index).at;
    const std::int64_t limit = limitMs(s.clock, on.index);
    RC_ASSERT(countedMs(s.clock, on.index, at) == limit);
    RC_ASSERT(countedMs(s.clock, on.index, at - Milliseconds{1}) == limit - 1);
    RC_ASSERT(remainingMs(s.clock, on.index, at) == 0);
    RC_ASSERT(atShare(s.clock, on.index, 1000) == at);
    const Instant yellow = atShare(s.clock, on.index, 800);
    RC_ASSERT(countedMs(s.clock, on.index, yellow) == limit * 8 / 10);
    RC_ASSERT(yellow < at);
}

RC_GTEST_PROP(ClockProperties, ALaterStartALongerLimitOrAnotherPauseIsNeverDueEarlier, ())
{
    const Sample s = makeSample();
    const Setting& on = setting(s.seasons);
    const Instant before = due(s.clock, on.index).at;
    Clock longer = s.clock;
    ++longer.limit.amount;
    RC_ASSERT(due(longer, on.index).at > before);
    Clock paused = s.clock;
    Pause pause;
    pause.from = instantOf(s.start + *rc::gen::inRange<std::int64_t>(0, 20 * dayMinutes));
    pause.until = pause.from + std::chrono::minutes{*rc::gen::inRange<std::int64_t>(0, 5 * dayMinutes)};
    paused.pauses.push_back(pause);
    RC_ASSERT(due(paused, on.index).at >= before);
    // A start day of another season is worth other hours under policy a, so there later starts are not comparable.
    if (s.seasons && s.limit.unit == LimitUnit::WorkingDaysRolling)
        return;
    Clock first = s.clock;
    first.pauses.clear();
    Clock later = first;
    later.start += std::chrono::minutes{*rc::gen::inRange<std::int64_t>(0, 3 * dayMinutes)};
    RC_ASSERT(due(later, on.index).at >= due(first, on.index).at);
}

RC_GTEST_PROP(ClockProperties, TheLampNeverGoesBackWhileAClockRuns, ())
{
    Sample s = makeSample();
    s.clock.pauses.clear();
    const Setting& on = setting(s.seasons);
    Lamp before = Lamp::None;
    for (Instant now = s.clock.start; now < due(s.clock, on.index).at + std::chrono::days{2}; now += std::chrono::minutes{97}) {
        const Lamp next = lamp(s.clock, on.index, {}, now);
        RC_ASSERT(next >= before);
        RC_ASSERT((next == Lamp::Red) == (now > due(s.clock, on.index).at));
        before = next;
    }
}

} // namespace

} // namespace griddesk
