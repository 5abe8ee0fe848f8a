// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarindex.h"
#include "explanation.h"
#include "limit.h"

#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// The answer to "this limit from then on: when is it due, and which hours count".
struct DeadlineAnswer {
    Instant due;
    bool provisional = false;
    std::vector<Segment> segments; ///< from start to due

    bool operator==(const DeadlineAnswer&) const = default;
};

/// Errors: InvalidArgument for a stated limit; OutOfRange for an amount that parseLimit() would not give, a start
/// outside the years of a CalendarIndex, or a deadline beyond them.
[[nodiscard]] Result<DeadlineAnswer> deadline(Instant start, Limit limit, const CalendarIndex& index);

/// Reads a time as people type it: `2026-02-14 16:00[:SS]` (a `T` for the blank will do) in the zone of the calendar,
/// `2026-02-13` for the beginning of that day, or with a zone as parseInstant() reads it. Years 1900 to 2200.
/// Errors: Syntax, OutOfRange.
[[nodiscard]] Result<Instant> parseLocalTime(std::string_view text, const Calendar& calendar);

/// Reads `2026-02-13`. Years 1900 to 2200. Errors: Syntax, OutOfRange.
[[nodiscard]] Result<LocalDate> parseDate(std::string_view text);

/// Writes `2026-02-14 16:00`, with seconds when there are any, in the zone of the calendar; milliseconds are dropped.
[[nodiscard]] std::string formatLocalTime(Instant t, const Calendar& calendar);

/// Writes `2026-02-13`.
[[nodiscard]] std::string formatDate(LocalDate date);

} // namespace griddesk
