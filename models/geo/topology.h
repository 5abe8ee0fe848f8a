// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "polygon.h"

#include <span>
#include <string>
#include <vector>

namespace griddesk {

/// One cell as the check sees it.
struct CodedShape {
    std::string code;
    MultiPolygon shape;
};

/// What is wrong with a set of cells that should tile an area without gap or overlap.
struct TopologyProblem {
    enum class Kind {
        Invalid,       ///< self-crossing, too few corners, empty
        DuplicateCode, ///< indices: all cells with the code
        Overlap,       ///< indices: the two cells; place in the common part
        Gap,           ///< a hole in the union of all; indices: the cells around it
        Sliver,        ///< smaller or thinner than the rule
    };
    Kind kind = Kind::Invalid;
    std::vector<std::size_t> indices; ///< ascending positions in the given list
    GeoPoint place;
    double areaM2 = 0; ///< of the overlap, gap or sliver, else of the cell
    std::string detail; ///< technical reason for Invalid, the code for DuplicateCode
};

struct TopologyRule {
    /// Overlaps and gaps up to this area are rounding, not reported.
    double toleranceM2 = 0.01;
    double sliverAreaM2 = 100;
    double sliverWidthM = 1; ///< twice area by perimeter
};

/// Checks all cells against one another; problems by kind, then by lowest index. 10 000 clean cells with matching
/// corners take about a second, for pairs are compared only near a border that does not match. An invalid cell is
/// compared in its made-valid form. Any thread. Errors: GeometryInvalid only when the geometry library gives up.
[[nodiscard]] Result<std::vector<TopologyProblem>> checkTopology(std::span<const CodedShape> cells, const TopologyRule& rule = {});

} // namespace griddesk
