// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

enum class SegmentKind : std::uint8_t {
    Running,
    Paused,
    OutsideHours, ///< does not count: nobody works then, or the start day under whole days
};
[[nodiscard]] std::string_view segmentKindName(SegmentKind kind) noexcept;

/// A stretch of a clock in which nothing changes.
struct Segment {
    Instant from;
    Instant to;
    std::string holder; ///< unit id or "centre"; empty when nobody is named
    SegmentKind kind = SegmentKind::Running;
    bool afterDue = false;
    std::int64_t countedMs = 0;
    std::string reason;     ///< of the pause, or of the extension in whose time it lies
    std::string approvedBy; ///< account that approved that

    bool operator==(const Segment&) const = default;
};

/// Everything a person may ask about a clock. The segments follow each other without gaps from the start to `now` or to
/// the end of the clock, and their countedMs add up to countedMs().
struct Explanation {
    std::vector<Segment> segments;
    std::int64_t countedMs = 0;
    std::int64_t limitMs = 0;
    std::optional<std::int64_t> limitDays; ///< for limits in days: those of the limit, without extensions
    Due due;
    Lamp lamp = Lamp::None;
    std::optional<Instant> met;

    bool operator==(const Explanation&) const = default;
};

/// Pure; any thread. The count of segments grows with the working days in between.
[[nodiscard]] Explanation explain(const Clock& clock, const CalendarIndex& index, Instant now, LampThresholds thresholds = {});

} // namespace griddesk
