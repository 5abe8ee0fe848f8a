// SPDX-License-Identifier: GPL-3.0-or-later
#include "geosbridge.h"

#include "exact.h"

#include <cmath>

namespace griddesk {

Geos::Geos() : m_context(GEOS_init_r())
{
    GEOSContext_setErrorMessageHandler_r(
        m_context, [](const char* message, void* self) { static_cast<Geos*>(self)->m_message = message; }, this);
}

Geos::~Geos() { GEOS_finish_r(m_context); }

GEOSCoordSequence* Geos::sequence(std::span<const GeoPoint> points, bool close)
{
    std::vector<double> xy;
    xy.reserve(2 * points.size() + 2);
    const auto add = [&xy](GeoPoint p) {
        xy.push_back(p.lonE7);
        xy.push_back(p.latE7);
    };
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i == 0 || points[i] != points[i - 1])
            add(points[i]);
    if (close && !points.empty() && points.front() != points.back())
        add(points.front());
    return GEOSCoordSeq_copyFromBuffer_r(m_context, xy.data(), static_cast<unsigned>(xy.size() / 2), 0, 0);
}

GEOSGeometry* Geos::ring(const Ring& ring)
{
    if (ring.size() < 3) {
        m_message = "a ring has fewer than three corners";
        return nullptr;
    }
    return GEOSGeom_createLinearRing_r(m_context, sequence(ring, true));
}

GeosGeometry Geos::polygon(const Polygon& polygon)
{
    GeosGeometry outer = own(ring(polygon.outer));
    std::vector<GeosGeometry> holes;
    for (const Ring& hole : polygon.holes)
        if (holes.emplace_back(own(ring(hole))) == nullptr)
            return own(nullptr);
    if (!outer)
        return own(nullptr);
    std::vector<GEOSGeometry*> raw;
    for (GeosGeometry& hole : holes)
        raw.push_back(hole.release());
    return own(GEOSGeom_createPolygon_r(m_context, outer.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

GeosGeometry Geos::collection(int type, std::vector<GeosGeometry> parts)
{
    std::vector<GEOSGeometry*> raw;
    for (const GeosGeometry& part : parts)
        if (!part)
            return own(nullptr);
    for (GeosGeometry& part : parts)
        raw.push_back(part.release());
    return own(GEOSGeom_createCollection_r(m_context, type, raw.data(), static_cast<unsigned>(raw.size())));
}

GeosGeometry Geos::shape(const MultiPolygon& shape)
{
    if (shape.size() == 1)
        return polygon(shape.front());
    std::vector<GeosGeometry> parts;
    for (const Polygon& part : shape)
        parts.push_back(polygon(part));
    return collection(GEOS_MULTIPOLYGON, std::move(parts));
}

GeosGeometry Geos::point(GeoPoint p) { return own(GEOSGeom_createPointFromXY_r(m_context, p.lonE7, p.latE7)); }

GeosGeometry Geos::lines(std::span<const Polyline> lines)
{
    std::vector<GeosGeometry> parts;
    for (const Polyline& line : lines)
        if (std::ranges::any_of(line, [&](GeoPoint p) { return p != line.front(); }))
            parts.push_back(own(GEOSGeom_createLineString_r(m_context, sequence(line, false))));
    return collection(GEOS_MULTILINESTRING, std::move(parts));
}

GeoPoint Geos::pointOf(const GEOSGeometry* point) const
{
    double x = 0;
    double y = 0;
    if (GEOSGeomGetX_r(m_context, point, &x) != 1 || GEOSGeomGetY_r(m_context, point, &y) != 1)
        return {};
    return {static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))};
}

Ring Geos::ringOf(const GEOSGeometry* ring, bool counterClockwise) const
{
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(m_context, ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(m_context, sequence, &size);
    Ring points;
    for (unsigned i = 0; i + 1 < size; ++i) {
        double x = 0;
        double y = 0;
        GEOSCoordSeq_getXY_r(m_context, sequence, i, &x, &y);
        const GeoPoint p{static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))};
        if (points.empty() || points.back() != p)
            points.push_back(p);
    }
    char direction = 0;
    if (size >= 4 && GEOSCoordSeq_isCCW_r(m_context, sequence, &direction) == 1 && (direction == 1) != counterClockwise)
        std::ranges::reverse(points);
    if (!points.empty())
        std::ranges::rotate(points, std::ranges::min_element(points));
    return points;
}

void Geos::collect(const GEOSGeometry* g, MultiPolygon& into) const
{
    if (GEOSGeomTypeId_r(m_context, g) == GEOS_POLYGON) {
        if (GEOSisEmpty_r(m_context, g) != 0)
            return;
        Polygon polygon;
        polygon.outer = ringOf(GEOSGetExteriorRing_r(m_context, g), true);
        const int holes = GEOSGetNumInteriorRings_r(m_context, g);
        for (int i = 0; i < holes; ++i) {
            Ring hole = ringOf(GEOSGetInteriorRingN_r(m_context, g, i), false);
            if (hole.size() >= 3)
                polygon.holes.push_back(std::move(hole));
        }
        std::ranges::sort(polygon.holes);
        if (polygon.outer.size() >= 3)
            into.push_back(std::move(polygon));
        return;
    }
    const int type = GEOSGeomTypeId_r(m_context, g);
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION)
        for (int i = 0; i < GEOSGetNumGeometries_r(m_context, g); ++i)
            collect(GEOSGetGeometryN_r(m_context, g, i), into);
}

MultiPolygon Geos::polygons(const GEOSGeometry* g) const
{
    MultiPolygon result;
    collect(g, result);
    std::ranges::sort(result, {}, [](const Polygon& p) -> const Ring& { return p.outer; });
    return result;
}

std::unexpected<Error> Geos::failure(const char* doing) const
{
    return fail(ErrorCode::GeometryInvalid, std::string(doing) + ": " + (m_message.empty() ? "no result" : m_message));
}

} // namespace griddesk
