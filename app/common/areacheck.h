// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areadocument.h"

#include "models/core/rules.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace griddesk {

/// Where a ring of the shape crosses itself so that it is no longer clear what lies inside: nothing when the loops are
/// drawing faults of less than a hundredth of what the ring encloses. Any thread. Errors: those of makeValid().
[[nodiscard]] Result<std::optional<GeoPoint>> crossing(const MultiPolygon& shape);

/// Looks whether the areas of each level lie beside one another, before they are published. Only what concerns one of
/// `changed` is told. Overlaps of less than a hundredth of the smaller area, or thinner than two metres, and gaps come back
/// as doubts: they are drawing faults of real files. With `mayOverlap` so do all overlaps, for areas that really share ground. Any thread; about a second for 10 000 areas with matching corners.
/// Errors: Inconsistent for an overlap, naming both areas and a place in it; GeometryInvalid when the geometry library
/// gives up.
struct AreaDoubt {
    AreaCode area;
    std::string sentence;
};
[[nodiscard]] Result<std::vector<AreaDoubt>> checkAreas(std::span<const Area> areas, const AreaShapes& shapes, const std::set<AreaCode>& changed,
                                                              bool mayOverlap);

/// The level that the length of a national area code tells: 6 digits a district, 9 a sub-district, 12 a community, 12 with a
/// letter and two digits behind them a grid, 15 a cell; they begin with the number of a province, or 99 for an invented one.
/// Nothing for any other code.
[[nodiscard]] std::optional<AreaLevel> levelOfCode(std::string_view code) noexcept;

} // namespace griddesk
