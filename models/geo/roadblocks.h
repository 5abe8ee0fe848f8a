// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygonise.h"
#include "road.h"

#include <optional>
#include <string>

namespace griddesk {

/// Whether a road may bound cells: it lies on the ground and belongs to the public network. Not: bridges and elevated
/// roads, tunnels, motorways, slip roads (…_link), service ways, footpaths and whatever has no `highway` kind of a street.
[[nodiscard]] bool cutsBlocks(const Road& road);

/// A block between streets.
struct RoadBlock {
    Polygon shape;
    std::vector<std::string> streets; ///< names along its border, longest stretch first, each once
};

struct RoadBlockOptions {
    SliverRule slivers;
    /// Lengthens dead ends by up to this (see bridgeGaps in gaps.h); 0 takes the roads as they are.
    double bridgeMetres = 0;
    /// A border that closes the blocks at the fringe. Without it, what no street closes is in no block.
    std::optional<Box> frame;
};

/// Street blocks of a road network by cutBlocks() over the roads that cut. Deterministic. Errors as cutBlocks().
[[nodiscard]] Result<std::vector<RoadBlock>> roadBlocks(std::span<const Road> roads, const RoadBlockOptions& options);

} // namespace griddesk
