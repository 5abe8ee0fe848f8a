// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar.h"

#include <cstdint>
#include <span>
#include <vector>

namespace griddesk {

/// A stretch of time, [from, to).
struct TimeSpan {
    Instant from;
    Instant to;

    bool operator==(const TimeSpan&) const = default;
};

/// A calendar prepared for counting: sums of working time over all days of 1970 to 2199, so that every question is a
/// binary search and none walks over days. About 1 MB and a few milliseconds to make; make one per calendar version and
/// share it. Immutable, hence safe to read from any thread.
///
/// A *working day* here is a day the calendar calls one and that has working hours. Outside 1970 to 2199 there is no
/// working time: answers stop at the last instant of the range, and covered() is false there.
class CalendarIndex {
public:
    static constexpr int firstYear = 1970;
    static constexpr int lastYear = 2199;

    explicit CalendarIndex(Calendar calendar);

    [[nodiscard]] const Calendar& calendar() const noexcept { return m_calendar; }

    /// Working milliseconds from the beginning of the range to `t`; never falls as `t` grows.
    [[nodiscard]] std::int64_t workingMs(Instant t) const noexcept;
    /// The earliest instant by which `total` working milliseconds are over; the end of a slot, not the start of the next.
    [[nodiscard]] Instant atWorkingMs(std::int64_t total) const noexcept;

    /// How many working days there are up to and including `date`: the number of that day when it is one.
    [[nodiscard]] int workdayNumber(LocalDate date) const noexcept;
    /// The working day of that number, from 1; the last one of the range for numbers beyond it.
    [[nodiscard]] LocalDate workday(int number) const noexcept;
    [[nodiscard]] int workdayCount() const noexcept { return static_cast<int>(m_days.size()); }
    /// End of the last slot of the working day of that number; the end of the range for numbers beyond it.
    [[nodiscard]] Instant endOfWork(int number) const noexcept;

    /// Numbers of the first and last working day that have working time inside a span; first > last when none has.
    struct WorkdayNumbers {
        int first = 1;
        int last = 0;
    };
    [[nodiscard]] WorkdayNumbers touched(TimeSpan span) const noexcept;

    /// Stretches of working time inside `span`, ascending and clipped to it.
    [[nodiscard]] std::vector<TimeSpan> workingSpans(TimeSpan span) const;

    /// Whether the holiday table is known for every local year from one instant to the other.
    [[nodiscard]] bool covered(TimeSpan span) const noexcept;

private:
    [[nodiscard]] std::span<const Slot> slotsOf(std::size_t workdayIndex) const noexcept;
    [[nodiscard]] TimeSpan spanOf(LocalDate date, Slot slot) const noexcept;
    [[nodiscard]] LocalDate dayAt(Instant t) const noexcept;

    Calendar m_calendar;
    std::vector<std::int32_t> m_workdaysBefore; ///< per day of the range, working days before it
    std::vector<LocalDate> m_days;              ///< per working day, its date
    std::vector<std::uint16_t> m_plan;          ///< per working day, index of its plan
    std::vector<std::int64_t> m_msBefore;       ///< per working day, working time before it; one more for the total
    std::vector<std::int32_t> m_uncoveredBefore; ///< per year of the range, uncovered years before it; one more
};

} // namespace griddesk
