// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <chrono>
#include <string>
#include <string_view>

namespace griddesk {

using Milliseconds = std::chrono::milliseconds;

/// A point in time: UTC milliseconds since 1970-01-01. The core has no clock; instants always come in from outside.
using Instant = std::chrono::sys_time<Milliseconds>;

[[nodiscard]] inline constexpr Instant instantFromMs(std::int64_t ms) noexcept { return Instant{Milliseconds{ms}}; }
[[nodiscard]] inline constexpr std::int64_t msOf(Instant t) noexcept { return t.time_since_epoch().count(); }

/// Parses `2026-02-14T08:00:00Z`, with optional fraction (kept to the millisecond) and with `Z` or `+08:00`.
/// Years 1900 to 2200. Errors: Syntax, OutOfRange.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

/// Writes `2026-02-14T08:00:00.000Z`; the fraction is left out when it is zero.
[[nodiscard]] std::string formatInstant(Instant t);

} // namespace griddesk
