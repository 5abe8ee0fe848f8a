// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"

#include <vector>

namespace griddesk::clockspans {

/// Inner parts of clock.cpp and explanation.cpp, not for other folders.

/// A pause as it takes time away: clipped to the clock's start and, under whole days, widened to the days it touches.
struct PauseSpan {
    TimeSpan span;
    std::size_t pause = 0; ///< index in Clock::pauses
};

enum class OpenPause : std::uint8_t {
    Endless,      ///< as it stands now
    EndingAtOnce, ///< as if resumed in the moment it began: gives the earliest deadline
};

/// Ascending by beginning; may overlap. None for a stated deadline.
[[nodiscard]] std::vector<PauseSpan> pauseSpans(const Clock& clock, const CalendarIndex& index, OpenPause open);

/// Ascending and disjoint.
[[nodiscard]] std::vector<TimeSpan> merged(const std::vector<PauseSpan>& spans);

/// The end of a pause; Instant::max() when it has none yet.
[[nodiscard]] Instant endOf(const Pause& pause) noexcept;

/// From where on time counts: the start, or the morning after the start day under whole days.
[[nodiscard]] Instant countStart(const Clock& clock, const CalendarIndex& index) noexcept;

/// The measure of the clock's unit: working or all milliseconds since some fixed origin.
[[nodiscard]] std::int64_t measure(LimitUnit unit, const CalendarIndex& index, Instant t) noexcept;

/// What counts between countStart and `end` outside `paused` spans.
[[nodiscard]] std::int64_t counted(const Clock& clock, const CalendarIndex& index, const std::vector<TimeSpan>& paused, Instant end) noexcept;

/// `upTo`, or the instant at which the clock was met or cancelled when that was earlier.
[[nodiscard]] Instant endOfClock(const Clock& clock, Instant upTo) noexcept;

} // namespace griddesk::clockspans
