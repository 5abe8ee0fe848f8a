// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "polygon.h"

#include <span>
#include <vector>

namespace griddesk {

/// Which faces are too small or too thin to stand alone. Such a face joins the neighbour with the longest shared
/// border (of nearly equal ones the smaller neighbour), smallest face first, until none is left; one without any neighbour is dropped.
struct SliverRule {
    double minimumAreaM2 = 0;
    /// Twice the area by the perimeter: near the width for a strip, half the side for a square. Catches the strip
    /// between two carriageways whatever its length.
    double minimumWidthM = 0;
};

/// Limits of one call: the noder's time grows with crossings.
constexpr std::size_t kMaxLinePoints = 5'000'000;

/// The faces that lines enclose: lines are cut at every crossing (rounded to 1e-7 degree, so that neighbours share
/// borders exactly), dead ends fall away. Rings are counter-clockwise, faces ascending by their smallest corner:
/// the same lines give the same answer. Errors: LimitExceeded, GeometryInvalid.
[[nodiscard]] Result<std::vector<Polygon>> polygonise(std::span<const Polyline> lines);

/// Applies the rule to faces that share borders corner by corner, as polygonise() makes them. Errors: GeometryInvalid.
[[nodiscard]] Result<std::vector<Polygon>> mergeSlivers(std::vector<Polygon> faces, const SliverRule& rule);

/// A block and the centre lines along its outer border.
struct Block {
    struct Side {
        std::size_t line; ///< position in the list given to cutBlocks()
        double metres;
    };
    Polygon shape;
    std::vector<Side> sides; ///< longest first
};

/// polygonise() and mergeSlivers(), with the lines that bound each block.
[[nodiscard]] Result<std::vector<Block>> cutBlocks(std::span<const Polyline> centreLines, const SliverRule& rule);

} // namespace griddesk
