// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instant.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace griddesk {

/// A day and a wall-clock time in the zone of a calendar. Their own types, so that they never mix with instants.
using LocalDate = std::chrono::local_days;
using LocalTime = std::chrono::local_time<Milliseconds>;

enum class DayKind : std::uint8_t {
    Holiday, ///< off, whatever the weekday
    Workday, ///< worked, whatever the weekday (make-up day 调休上班)
};

/// One line of the published holiday table.
struct DayEntry {
    DayKind kind = DayKind::Holiday;
    std::string name;

    bool operator==(const DayEntry&) const = default;
};

/// Working time of a day: minutes of the local day, [from, to), 0 to 1440.
struct Slot {
    int from = 0;
    int to = 0;

    bool operator==(const Slot&) const = default;
};

/// Validity of a slot plan: always.
struct WholeYear {
    bool operator==(const WholeYear&) const = default;
};

/// Validity of a slot plan: every year from one day to another, both included; 10-01 to 04-30 runs over New Year.
struct Season {
    std::chrono::month_day from;
    std::chrono::month_day to;

    [[nodiscard]] bool holdsOn(std::chrono::month_day day) const noexcept
    {
        return from <= to ? from <= day && day <= to : from <= day || day <= to;
    }
    bool operator==(const Season&) const = default;
};

/// Validity of a slot plan: once, both days included.
struct DateRange {
    LocalDate from;
    LocalDate to;

    bool operator==(const DateRange&) const = default;
};

/// Working hours and when they hold. A date range wins over a season, a season over the whole year.
struct SlotPlan {
    std::variant<WholeYear, Season, DateRange> validity;
    std::vector<Slot> slots; ///< ascending, not overlapping

    bool operator==(const SlotPlan&) const = default;
};

/// From this instant on local time is UTC plus so many minutes; the first one holds for everything before it too.
struct ZoneOffset {
    Instant from;
    int minutes = 0;

    bool operator==(const ZoneOffset&) const = default;
};

/// A working calendar: which days are worked, at what hours, in what zone. A plain, versioned value: a clock names the
/// `id` it was started under. Counting over long stretches is the business of CalendarIndex.
struct Calendar {
    std::string id;                     ///< with its version, such as "cn-2026-1"
    std::map<LocalDate, DayEntry> days; ///< the published table; it wins over the weekday
    std::set<int> years;                ///< years whose table is known; a deadline touching another year is provisional
    std::vector<SlotPlan> plans{{WholeYear{}, {{8 * 60, 12 * 60}, {14 * 60, 18 * 60}}}};
    std::array<bool, 7> weekdayOff{true, false, false, false, false, false, true}; ///< Sunday first
    std::vector<ZoneOffset> zone{{Instant{}, 8 * 60}};                             ///< ascending, at least one

    bool operator==(const Calendar&) const = default;

    /// Minutes that local time is ahead of UTC at that instant.
    [[nodiscard]] int offsetAt(Instant t) const noexcept;
    [[nodiscard]] LocalTime localTime(Instant t) const noexcept { return LocalTime{t.time_since_epoch() + std::chrono::minutes{offsetAt(t)}}; }
    [[nodiscard]] LocalDate localDate(Instant t) const noexcept { return std::chrono::floor<std::chrono::days>(localTime(t)); }

    /// The instant of a local time. A time that happens twice means the first; a time that was skipped means the instant
    /// the clock was put forward. So a later local time never gives an earlier instant.
    [[nodiscard]] Instant toInstant(LocalTime local) const noexcept;

    [[nodiscard]] bool isWorkday(LocalDate date) const;
    /// Hours the plan of that date would give to a working day; empty when no plan holds.
    [[nodiscard]] std::span<const Slot> planOn(LocalDate date) const noexcept;
    /// Hours worked on that date: those of the plan, none on a day off.
    [[nodiscard]] std::span<const Slot> slotsOn(LocalDate date) const;
    [[nodiscard]] bool covered(int year) const { return years.contains(year); }
};

} // namespace griddesk
