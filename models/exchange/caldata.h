// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/value.h"

#include <string>
#include <vector>

namespace griddesk {

/// Turns a year's list of public holidays (`{"year", "days": [{"name", "date", "isOffDay"}]}`, the form in which the State
/// Council's notices are published as data) into the calendar of a rule bundle:
/// `{"years": {"2026": [{"date": "2026-01-01", "name": "元旦", "off": true}, …]}}`, days in order of date. A calendar that is
/// already in the second form is checked and returned as it is.
/// A year without a single day is refused: such files are published before the notice of the year is, and to take one would make
/// every deadline of that year certain.
/// Errors: MissingField (also for a year without days), WrongType, OutOfRange (no such date, year 1900–2200), Duplicate (a date
/// twice), LimitExceeded.
[[nodiscard]] Result<Value> calendarFromHolidays(const Value& file);

/// Years of a calendar in the second form that list fewer than `fewestDaysOff` days off: probably not whole. Ascending.
inline constexpr int fewestDaysOff = 7;
[[nodiscard]] std::vector<std::string> thinYears(const Value& calendar);

/// Adds the years of `more` to `calendar`, replacing years that are in both. Both in the second form.
void mergeCalendar(Value& calendar, const Value& more);

} // namespace griddesk
