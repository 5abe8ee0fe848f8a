// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygonise.h"
#include "road.h"

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

/// Street blocks of a road network by cutBlocks() over the roads that cut. What no street closes (the fringe of the
/// data) is in no block. Deterministic. Errors as cutBlocks().
[[nodiscard]] Result<std::vector<RoadBlock>> roadBlocks(std::span<const Road> roads, const SliverRule& rule);

} // namespace griddesk
