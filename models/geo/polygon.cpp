// SPDX-License-Identifier: GPL-3.0-or-later
#include "polygon.h"

#include "exact.h"
#include "metric.h"

#include <cmath>

namespace griddesk {
namespace {

bool crossesOddly(const Ring& ring, GeoPoint p)
{
    bool odd = false;
    exact::forEachEdge(ring, [&](GeoPoint a, GeoPoint b) {
        const exact::Edge e = exact::upward(a, b);
        if (exact::spans(e, p.latE7) && exact::eastOf(e, p.lonE7, p.latE7))
            odd = !odd;
    });
    return odd;
}

/// Twice the signed area and its first moments about `origin`, in units of 1e-7 degree.
struct Moments {
    double area = 0;
    double x = 0;
    double y = 0;

    void add(const Ring& ring, GeoPoint origin, double sign)
    {
        Moments own;
        exact::forEachEdge(ring, [&](GeoPoint a, GeoPoint b) {
            const double ax = double(a.lonE7) - origin.lonE7;
            const double ay = double(a.latE7) - origin.latE7;
            const double bx = double(b.lonE7) - origin.lonE7;
            const double by = double(b.latE7) - origin.latE7;
            const double cross = ax * by - bx * ay;
            own.area += cross;
            own.x += (ax + bx) * cross;
            own.y += (ay + by) * cross;
        });
        const double factor = own.area < 0 ? -sign : sign; // orientation carries no meaning
        area += factor * own.area;
        x += factor * own.x;
        y += factor * own.y;
    }
    void add(const Polygon& polygon, GeoPoint origin)
    {
        add(polygon.outer, origin, 1.0);
        for (const Ring& hole : polygon.holes)
            add(hole, origin, -1.0);
    }
};

GeoPoint middle(const Moments& m, GeoPoint origin, const Box& box)
{
    if (box.isEmpty())
        return {};
    if (!(m.area > 0))
        return {static_cast<std::int32_t>((std::int64_t{box.minLonE7} + box.maxLonE7) / 2),
                static_cast<std::int32_t>((std::int64_t{box.minLatE7} + box.maxLatE7) / 2)};
    const double x = std::clamp(origin.lonE7 + m.x / (3.0 * m.area), double(box.minLonE7), double(box.maxLonE7));
    const double y = std::clamp(origin.latE7 + m.y / (3.0 * m.area), double(box.minLatE7), double(box.maxLatE7));
    return {static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))};
}

} // namespace

Box Box::grown(double metres) const noexcept
{
    if (isEmpty())
        return *this;
    const double dy = std::ceil(metres / LocalMetric::at(0).metresPerLatE7) + 1; // a degree of latitude is shortest at the equator
    // The parallel nearest a pole has the shortest degree of longitude, so it asks for the widest margin.
    const double extreme = std::min(std::max(std::fabs(double(minLatE7)), std::fabs(double(maxLatE7))) + dy, 0.9e9);
    const double dx = std::ceil(metres / std::max(LocalMetric::at(extreme).metresPerLonE7, 1e-9)) + 1;
    const auto hold = [](double v, double limit) { return static_cast<std::int32_t>(std::clamp(v, -limit, limit)); };
    return {hold(minLonE7 - dx, 1.8e9), hold(minLatE7 - dy, 0.9e9), hold(maxLonE7 + dx, 1.8e9), hold(maxLatE7 + dy, 0.9e9)};
}

Box boundingBox(std::span<const GeoPoint> points) noexcept
{
    Box box;
    for (const GeoPoint p : points)
        box.extend(p);
    return box;
}

Box boundingBox(const Polygon& polygon) noexcept
{
    // Files have rings in the wrong order: a "hole" outside the outer ring belongs to the shape by the even-odd rule.
    Box box;
    exact::forEachRing(polygon, [&](const Ring& ring) { box.extend(boundingBox(ring)); });
    return box;
}

Box boundingBox(const MultiPolygon& shape) noexcept
{
    Box box;
    for (const Polygon& part : shape)
        box.extend(boundingBox(part));
    return box;
}

bool contains(const Polygon& polygon, GeoPoint p) noexcept
{
    bool odd = false;
    exact::forEachRing(polygon, [&](const Ring& ring) { odd ^= crossesOddly(ring, p); });
    return odd;
}

bool contains(const MultiPolygon& shape, GeoPoint p) noexcept
{
    bool odd = false;
    for (const Polygon& part : shape)
        odd ^= contains(part, p);
    return odd;
}

GeoPoint centroid(const Polygon& polygon) noexcept
{
    if (polygon.outer.empty())
        return {};
    Moments m;
    m.add(polygon, polygon.outer.front());
    return middle(m, polygon.outer.front(), boundingBox(polygon));
}

GeoPoint centroid(const MultiPolygon& shape) noexcept
{
    const Box box = boundingBox(shape);
    if (box.isEmpty())
        return {};
    const GeoPoint origin{box.minLonE7, box.minLatE7};
    Moments m;
    for (const Polygon& part : shape)
        m.add(part, origin);
    return middle(m, origin, box);
}

} // namespace griddesk
