// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygon.h"

namespace griddesk::exact {

// Integer predicates. Differences of longitudes stay below 3.6e9 and of latitudes below 1.8e9, so their product fits
// 63 bits; two products are compared, never subtracted.

/// An edge with y1 <= y2 (x1 <= x2 when level).
struct Edge {
    std::int32_t x1;
    std::int32_t y1;
    std::int32_t x2;
    std::int32_t y2;

    auto operator<=>(const Edge&) const = default;
};

[[nodiscard]] inline Edge upward(GeoPoint a, GeoPoint b) noexcept
{
    const bool keep = a.latE7 != b.latE7 ? a.latE7 < b.latE7 : a.lonE7 <= b.lonE7;
    return keep ? Edge{a.lonE7, a.latE7, b.lonE7, b.latE7} : Edge{b.lonE7, b.latE7, a.lonE7, a.latE7};
}

/// Whether the edge crosses the level of y (taken an infinitesimal step north).
[[nodiscard]] inline bool spans(const Edge& e, std::int64_t y) noexcept { return e.y1 <= y && y < e.y2; }

/// For an edge that spans y: whether its crossing lies east of x (taken a small step east), that is strictly east.
[[nodiscard]] inline bool eastOf(const Edge& e, std::int64_t x, std::int64_t y) noexcept
{
    return (std::int64_t{e.x2} - e.x1) * (y - e.y1) > (x - e.x1) * (std::int64_t{e.y2} - e.y1);
}

[[nodiscard]] inline std::int64_t floorDivide(std::int64_t a, std::int64_t positive) noexcept
{
    const std::int64_t q = a / positive;
    return q - (a % positive < 0 ? 1 : 0);
}
[[nodiscard]] inline std::int64_t ceilDivide(std::int64_t a, std::int64_t positive) noexcept
{
    const std::int64_t q = a / positive;
    return q + (a % positive > 0 ? 1 : 0);
}

/// Whether two edges lie on one line and have more than a point in common.
[[nodiscard]] inline bool shareLength(const Edge& a, const Edge& b) noexcept
{
    const std::int64_t dx = std::int64_t{a.x2} - a.x1;
    const std::int64_t dy = std::int64_t{a.y2} - a.y1;
    const auto onLine = [&](std::int64_t x, std::int64_t y) { return dx * (y - a.y1) == (x - a.x1) * dy; };
    if ((dx == 0 && dy == 0) || !onLine(b.x1, b.y1) || !onLine(b.x2, b.y2))
        return false;
    if (dy != 0)
        return std::min(a.y2, b.y2) > std::max(a.y1, b.y1);
    return std::min(a.x2, b.x2) > std::max(a.x1, b.x1);
}

/// Calls f(a, b) for every edge of the ring, the closing one included; edges without length are left out.
template <typename F>
void forEachEdge(const Ring& ring, F&& f)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GeoPoint a = ring[i];
        const GeoPoint b = ring[i + 1 == ring.size() ? 0 : i + 1];
        if (a != b)
            f(a, b);
    }
}
template <typename F>
void forEachRing(const Polygon& polygon, F&& f)
{
    f(polygon.outer);
    for (const Ring& hole : polygon.holes)
        f(hole);
}
template <typename F>
void forEachEdge(const Polygon& polygon, F&& f)
{
    forEachRing(polygon, [&](const Ring& ring) { forEachEdge(ring, f); });
}
template <typename F>
void forEachEdge(const MultiPolygon& shape, F&& f)
{
    for (const Polygon& part : shape)
        forEachEdge(part, f);
}

} // namespace griddesk::exact
