// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygon.h"

#include <cstddef>
#include <vector>

namespace griddesk {

/// A cell to be given to a group, known by its position in the list.
struct PartitionCell {
    double weight = 1; ///< what is to be balanced: area, cases a month, households
    GeoPoint place;
    std::vector<std::size_t> neighbours; ///< as CellIndex::neighbours()
};

/// Proposes groups (responsibility grids, communities) of cells: each contiguous as far as the cells are, of about
/// equal weight, compact. A proposal for people to correct, not an optimum. Seeds far apart, growth of the lightest
/// group, re-seeding, then cells at the borders move to lighter groups. Deterministic; any thread; about n² in cells.
/// Answers the group (0 … groups-1, numbered by their first cell) of every cell. `groups` is held to 1 … cells.
[[nodiscard]] std::vector<std::size_t> partition(const std::vector<PartitionCell>& cells, std::size_t groups);

} // namespace griddesk
