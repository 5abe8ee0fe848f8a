// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mercator.h"

#include <span>
#include <vector>

namespace griddesk {

/// For every vertex of a closed ring (not repeated at the end) the largest tolerance in world units at which it is
/// still kept, after Douglas and Peucker 1973; anchors get infinity: those marked in `fixed` (as long as the ring, or
/// empty), and two of its own choice where fewer than two are. A ring for any zoom is then a filter, done once per zoom.
/// A vertex never outlives the one that split its stretch, so the filter is a valid simplification. A stretch between
/// two anchors gets the same weights whichever way the ring runs, so that neighbours agree on their border.
[[nodiscard]] std::vector<float> vertexWeights(std::span<const WorldPoint> ring, std::span<const std::uint8_t> fixed = {});

} // namespace griddesk
