// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace griddesk {

/// How a time limit is counted.
enum class LimitUnit : std::uint8_t {
    WorkingHours,       ///< 工作时: only time inside working hours
    UrgentHours,        ///< 紧急工作时: round the clock
    WorkingDaysRolling, ///< 工作日, policy a: n times the working hours of the start day, from the minute of the start
    WorkingDaysWhole,   ///< 工作日, policy b: n whole working days after the start day, to the end of work of the last
    NaturalDays,        ///< 自然日: 24 hours each, round the clock
    Stated,             ///< the source says when; there is no amount
};

struct Limit {
    LimitUnit unit = LimitUnit::WorkingHours;
    std::int64_t amount = 0;

    bool operator==(const Limit&) const = default;
};

/// Largest amount of a unit, about 100 years of it: 200 000 working hours, 25 000 working days, 876 600 hours, 36 525 days.
[[nodiscard]] std::int64_t maximumAmount(LimitUnit unit) noexcept;

/// Whether only time inside working hours counts.
[[nodiscard]] bool countsWorkingTime(LimitUnit unit) noexcept;

/// Reads `4wh`, `2uh`, `2wd` (policy a), `3wdb` (policy b), `5nd` or `stated`.
/// Errors: Syntax; OutOfRange for zero and for more than maximumAmount().
[[nodiscard]] Result<Limit> parseLimit(std::string_view text);

/// The form that parseLimit() reads.
[[nodiscard]] std::string formatLimit(Limit limit);

} // namespace griddesk
