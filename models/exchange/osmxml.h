// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/geo/road.h"

#include <functional>
#include <string_view>
#include <vector>

namespace griddesk {

/// What an OpenStreetMap XML file may ask of the reader. A file beyond a limit is refused, not cut short.
struct OsmLimits {
    std::size_t bytes = std::size_t{1} << 30;
    std::size_t nodes = 5'000'000;
    std::size_t ways = 500'000;
    std::size_t wayPoints = 10'000'000; ///< over all ways
    std::size_t textBytes = 1024;       ///< of one attribute
    int depth = 16;
};

/// Gives the file piece by piece, decompressed; an empty piece ends it. A piece stays valid until the next call.
using OsmChunkSource = std::function<Result<std::string_view>()>;

/// The roads (ways with a `highway` tag) of an OpenStreetMap XML file, in file order. Reads as a stream: memory holds
/// the nodes' places and the roads only. A node a way names but the file lacks (an extract cut at its edge) splits
/// the road there; a road keeps its longest run of known nodes and is left out below two. Deleted objects
/// (`visible="false"`) are left out. Document type declarations are refused, so entities cannot expand.
/// One call, one thread. Errors: Syntax (place in context), LimitExceeded, MissingField and OutOfRange for a node
/// without or with a senseless position, FileForeign when the root is not <osm>, and whatever `next` answers.
[[nodiscard]] Result<std::vector<Road>> readOsmRoads(const OsmChunkSource& next, const OsmLimits& limits = {});

} // namespace griddesk
