// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/geopoint.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace griddesk {

/// An open polyline, at least two points to mean anything.
using Polyline = std::vector<GeoPoint>;
/// A closed ring: the edge from last to first point is implied. A repeated first point at the end is tolerated by
/// every reader and never written. Either orientation is read.
using Ring = std::vector<GeoPoint>;

struct Polygon {
    Ring outer;
    std::vector<Ring> holes;

    bool operator==(const Polygon&) const = default;
};

using MultiPolygon = std::vector<Polygon>;

/// An upright rectangle in 1e-7 degree, both ends included. Default: empty, grows by extend(). Rectangles across the
/// 180th meridian do not exist here.
struct Box {
    std::int32_t minLonE7 = std::numeric_limits<std::int32_t>::max();
    std::int32_t minLatE7 = std::numeric_limits<std::int32_t>::max();
    std::int32_t maxLonE7 = std::numeric_limits<std::int32_t>::min();
    std::int32_t maxLatE7 = std::numeric_limits<std::int32_t>::min();

    [[nodiscard]] bool isEmpty() const noexcept { return minLonE7 > maxLonE7 || minLatE7 > maxLatE7; }
    [[nodiscard]] bool contains(GeoPoint p) const noexcept
    {
        return p.lonE7 >= minLonE7 && p.lonE7 <= maxLonE7 && p.latE7 >= minLatE7 && p.latE7 <= maxLatE7;
    }
    [[nodiscard]] bool intersects(const Box& o) const noexcept
    {
        return minLonE7 <= o.maxLonE7 && o.minLonE7 <= maxLonE7 && minLatE7 <= o.maxLatE7 && o.minLatE7 <= maxLatE7;
    }
    void extend(GeoPoint p) noexcept
    {
        minLonE7 = std::min(minLonE7, p.lonE7);
        minLatE7 = std::min(minLatE7, p.latE7);
        maxLonE7 = std::max(maxLonE7, p.lonE7);
        maxLatE7 = std::max(maxLatE7, p.latE7);
    }
    void extend(const Box& o) noexcept
    {
        if (!o.isEmpty()) {
            extend(GeoPoint{o.minLonE7, o.minLatE7});
            extend(GeoPoint{o.maxLonE7, o.maxLatE7});
        }
    }
    /// This rectangle enlarged by at least `metres` on every side, held inside the earth.
    [[nodiscard]] Box grown(double metres) const noexcept;

    bool operator==(const Box&) const = default;
};

[[nodiscard]] Box boundingBox(std::span<const GeoPoint> points) noexcept;
/// Of all rings: what the file calls a hole may lie outside the outer ring.
[[nodiscard]] Box boundingBox(const Polygon& polygon) noexcept;
[[nodiscard]] Box boundingBox(const MultiPolygon& shape) noexcept;

/// Whether `p` belongs to the shape, decided in integers. Border rule: p stands for the point an arbitrarily small step
/// to the east and a still smaller one to the north, so shapes that share borders divide the plane: every point,
/// also on an edge or corner, belongs to exactly one. Parts and holes combine by the even-odd rule.
[[nodiscard]] bool contains(const Polygon& polygon, GeoPoint p) noexcept;
[[nodiscard]] bool contains(const MultiPolygon& shape, GeoPoint p) noexcept;

/// Centroid by area, rounded; may lie outside a hollow or bent shape (see pointOnSurface in shapes.h). For a shape
/// without area the middle of its box; for an empty shape {0, 0}.
[[nodiscard]] GeoPoint centroid(const Polygon& polygon) noexcept;
[[nodiscard]] GeoPoint centroid(const MultiPolygon& shape) noexcept;

} // namespace griddesk
