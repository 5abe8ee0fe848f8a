// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapsigns.h"
#include "mercator.h"

#include <span>
#include <vector>

namespace griddesk {

/// What rings of one level have in common. All spans are as the points of the rings.
struct SharedBorders {
    /// 1 where the stretch from this vertex to the next is a stretch of an earlier ring as well: drawn once is enough.
    std::vector<std::uint8_t> drawnBefore;
    /// 1 where borders part: the vertex must stay in every simplification, so that both sides of a border stay alike.
    std::vector<std::uint8_t> junction;
};

/// Rings are points[start[r] … start[r + 1]), not repeated at their ends, of the level levels[r]. Neighbours count as
/// sharing a border where they have the very same vertices. Linear in the number of points. Pure; any thread.
[[nodiscard]] SharedBorders sharedBorders(std::span<const WorldPoint> points, std::span<const std::uint32_t> start, std::span<const MapAreaLevel> levels);

} // namespace griddesk
