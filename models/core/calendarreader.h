// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendar.h"
#include "error.h"
#include "value.h"

#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// A calendar as it stands in a rule bundle:
///
///     {"id": "cn-2026-1",
///      "years": {"2026": [{"date": "2026-01-01", "name": "元旦", "off": true}]},
///      "slots": [{"from": "10-01", "to": "04-30", "hours": ["09:00-12:00", "13:00-17:00"]}],
///      "weekend": [6, 7],
///      "zone": [{"from": "1970-01-01T00:00:00Z", "offset": 480}]}
///
/// A key of "years" makes the year a known one even when its list is empty. "from" and "to" of a slot plan are both month
/// and day (a season), both a date (once) or both absent (the whole year). "weekend" holds ISO weekdays, Monday = 1;
/// absent it is [6, 7]. Without "slots" 08:00-12:00, 14:00-18:00 hold; without "zone" UTC+08:00.
///
/// Limits: 200 years from 1970 to 2199, 366 days a year, 64 slot plans of 16 slots, 1000 zone entries of at most 18
/// hours, names of 100 bytes.
/// Errors: MissingField, UnknownField, WrongType, Syntax, OutOfRange, LimitExceeded; Duplicate for a day listed twice;
/// Inconsistent for a day under another year, slots or plans that overlap, a day of the year that no plan gives hours
/// for, and zone entries out of order. `context` names the place.
[[nodiscard]] Result<Calendar> readCalendar(const Value& value);

/// The form that readCalendar() reads, with every field written out. Reading it gives an equal calendar.
[[nodiscard]] Value writeCalendar(const Calendar& calendar);

/// Reads `08:00-12:00,14:00-18:00`; 24:00 is allowed as an end. At most 16 slots, at least one.
/// Errors: Syntax, OutOfRange for an empty or backward slot, Inconsistent for overlap or wrong order, LimitExceeded.
[[nodiscard]] Result<std::vector<Slot>> parseSlots(std::string_view text);

/// The form that parseSlots() reads.
[[nodiscard]] std::string formatSlots(const std::vector<Slot>& slots);

} // namespace griddesk
