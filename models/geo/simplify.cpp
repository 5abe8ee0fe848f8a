// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include "metric.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/linestring.hpp>
#include <boost/geometry/geometries/point_xy.hpp>

#include <cmath>

namespace griddesk {
namespace {

namespace bg = boost::geometry;
using Flat = bg::model::d2::point_xy<double>;
using FlatLine = bg::model::linestring<Flat>;

/// Metres about the first point and back: the tolerance means the same in both directions.
Polyline reduce(const Polyline& line, double metres)
{
    const GeoPoint origin = line.front();
    const LocalMetric m = LocalMetric::at(origin.latE7);
    FlatLine flat;
    for (const GeoPoint p : line)
        flat.emplace_back((double(p.lonE7) - origin.lonE7) * m.metresPerLonE7, (double(p.latE7) - origin.latE7) * m.metresPerLatE7);
    FlatLine fewer;
    bg::simplify(flat, fewer, metres);
    Polyline result;
    for (const Flat& p : fewer)
        result.push_back({origin.lonE7 + static_cast<std::int32_t>(std::lround(p.x() / m.metresPerLonE7)),
                          origin.latE7 + static_cast<std::int32_t>(std::lround(p.y() / m.metresPerLatE7))});
    return result;
}

Ring reduceRing(const Ring& ring, double metres)
{
    if (ring.size() < 4)
        return ring;
    // Cut at the two corners farthest apart from the first one's view, so that the start does not pin a needless corner pair.
    const auto far = std::ranges::max_element(ring, {}, [&](GeoPoint p) { return distanceMetres(ring.front(), p); });
    Polyline first(ring.begin(), std::next(far));
    Polyline second(far, ring.end());
    second.push_back(ring.front());
    first = reduce(first, metres);
    second = reduce(second, metres);
    first.pop_back();
    second.pop_back();
    first.insert(first.end(), second.begin(), second.end());
    return first.size() >= 3 && areaM2(first) > 0 ? first : ring;
}

} // namespace

Polyline simplify(const Polyline& line, double metres)
{
    return line.size() < 3 || !(metres > 0) ? line : reduce(line, metres);
}

Polygon simplify(const Polygon& polygon, double metres)
{
    if (!(metres > 0))
        return polygon;
    Polygon result{reduceRing(polygon.outer, metres), {}};
    for (const Ring& hole : polygon.holes)
        result.holes.push_back(reduceRing(hole, metres));
    return result;
}

} // namespace griddesk
