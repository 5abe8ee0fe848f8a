// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "polygon.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace griddesk {

/// Operations on whole shapes. All are pure and may run on any thread. Errors everywhere: GeometryInvalid with the
/// reason when a shape is so broken that it has no meaning (a ring of two corners, self-crossing where a valid one is needed).

/// The union. Shapes that share borders exactly give a union without seams; points made on the way are rounded to 1e-7 degree.
[[nodiscard]] Result<MultiPolygon> unite(std::span<const MultiPolygon> shapes);

/// What two shapes have in common; empty when they only touch.
[[nodiscard]] Result<MultiPolygon> intersection(const MultiPolygon& a, const MultiPolygon& b);

/// A place surely inside (by contains()), for a label or a pin; near the middle. Errors: also for a shape without area.
[[nodiscard]] Result<GeoPoint> pointOnSurface(const MultiPolygon& shape);

/// Nothing when the shape is valid by the OGC rules, else the first reason and its place.
struct Invalidity {
    std::string reason;
    GeoPoint place;
};
[[nodiscard]] std::optional<Invalidity> invalidity(const MultiPolygon& shape);

/// A valid shape of the same area wherever that is clear: crossings become corners, bow-ties two parts, doubled edges vanish.
[[nodiscard]] Result<MultiPolygon> makeValid(const MultiPolygon& shape);

/// Fewer points, none farther than `metres` from the old line (Douglas–Peucker). Ends stay.
[[nodiscard]] Polyline simplify(const Polyline& line, double metres);
/// The same for one polygon by itself; a ring that would collapse is kept as it was. Neighbours simplified one by one
/// may part: use simplifyCoverage for cells.
[[nodiscard]] Polygon simplify(const Polygon& polygon, double metres);

/// Simplifies cells together so that shared borders stay shared (Visvalingam–Whyatt on the coverage; a corner goes when
/// its triangle is smaller than metres²). Needs valid cells with matching borders; answers shape by shape.
[[nodiscard]] Result<std::vector<MultiPolygon>> simplifyCoverage(std::span<const MultiPolygon> shapes, double metres);

} // namespace griddesk
