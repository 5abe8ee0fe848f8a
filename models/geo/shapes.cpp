// SPDX-License-Identifier: GPL-3.0-or-later
#include "shapes.h"

#include "geosbridge.h"
#include "metric.h"

#include <cmath>

namespace griddesk {

namespace {
constexpr double kGrid = 1.0; // overlay results land on whole 1e-7 degrees
}

Result<MultiPolygon> unite(std::span<const MultiPolygon> shapes)
{
    Geos geos;
    std::vector<GeosGeometry> parts;
    for (const MultiPolygon& shape : shapes)
        for (const Polygon& polygon : shape)
            parts.push_back(geos.polygon(polygon));
    const GeosGeometry all = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    if (!all)
        return geos.failure("union");
    const GeosGeometry whole = geos.own(GEOSUnaryUnionPrec_r(geos.context(), all.get(), kGrid));
    if (!whole)
        return geos.failure("union");
    return geos.polygons(whole.get());
}

Result<MultiPolygon> intersection(const MultiPolygon& a, const MultiPolygon& b)
{
    Geos geos;
    const GeosGeometry left = geos.shape(a);
    const GeosGeometry right = geos.shape(b);
    if (!left || !right)
        return geos.failure("intersection");
    const GeosGeometry common = geos.own(GEOSIntersectionPrec_r(geos.context(), left.get(), right.get(), kGrid));
    if (!common)
        return geos.failure("intersection");
    return geos.polygons(common.get());
}

Result<GeoPoint> pointOnSurface(const MultiPolygon& shape)
{
    const GeoPoint middle = centroid(shape);
    if (contains(shape, middle))
        return middle;
    Geos geos;
    const GeosGeometry g = geos.shape(shape);
    const GeosGeometry p = g ? geos.own(GEOSPointOnSurface_r(geos.context(), g.get())) : geos.own(nullptr);
    if (!p)
        return geos.failure("point on surface");
    const GeoPoint inside = geos.pointOf(p.get());
    if (contains(shape, inside))
        return inside;
    for (const Polygon& part : shape) // thinner than the rounding: a corner may belong to it by the border rule
        for (const GeoPoint corner : part.outer)
            if (contains(shape, corner))
                return corner;
    return fail(ErrorCode::GeometryInvalid, "the shape has no inside");
}

std::optional<Invalidity> invalidity(const MultiPolygon& shape)
{
    Geos geos;
    const GeosGeometry g = geos.shape(shape);
    const Box box = boundingBox(shape);
    if (!g)
        return Invalidity{"too few corners", box.isEmpty() ? GeoPoint{} : GeoPoint{box.minLonE7, box.minLatE7}};
    char* reason = nullptr;
    GEOSGeometry* place = nullptr;
    const char valid = GEOSisValidDetail_r(geos.context(), g.get(), 0, &reason, &place);
    const GeosGeometry where = geos.own(place);
    std::optional<Invalidity> result;
    if (valid != 1)
        result = Invalidity{reason ? reason : "invalid", where ? geos.pointOf(where.get()) : centroid(shape)};
    if (reason)
        GEOSFree_r(geos.context(), reason);
    return result;
}

Result<MultiPolygon> makeValid(const MultiPolygon& shape)
{
    Geos geos;
    const GeosGeometry g = geos.shape(shape);
    if (!g)
        return geos.failure("make valid");
    const GeosGeometry valid = geos.own(GEOSMakeValid_r(geos.context(), g.get()));
    const GeosGeometry rounded = valid ? geos.own(GEOSGeom_setPrecision_r(geos.context(), valid.get(), kGrid, 0)) : geos.own(nullptr);
    if (!rounded)
        return geos.failure("make valid");
    return geos.polygons(rounded.get());
}

Result<std::vector<MultiPolygon>> simplifyCoverage(std::span<const MultiPolygon> shapes, double metres)
{
    if (!(metres >= 0) || !std::isfinite(metres))
        return fail(ErrorCode::OutOfRange, "tolerance is a number of metres, not negative");
    if (shapes.empty())
        return std::vector<MultiPolygon>{};
    Geos geos;
    std::vector<GeosGeometry> parts;
    Box box;
    for (const MultiPolygon& shape : shapes) {
        parts.push_back(geos.shape(shape));
        box.extend(boundingBox(shape));
    }
    const GeosGeometry all = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    if (!all)
        return geos.failure("simplify");
    const LocalMetric local = LocalMetric::at((double(box.minLatE7) + box.maxLatE7) / 2);
    const double tolerance = metres / std::sqrt(local.metresPerLonE7 * local.metresPerLatE7);
    const GeosGeometry simple = geos.own(GEOSCoverageSimplifyVW_r(geos.context(), all.get(), tolerance, 0));
    if (!simple || GEOSGetNumGeometries_r(geos.context(), simple.get()) != static_cast<int>(shapes.size()))
        return geos.failure("simplify");
    std::vector<MultiPolygon> result;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        result.push_back(geos.polygons(GEOSGetGeometryN_r(geos.context(), simple.get(), static_cast<int>(i))));
    return result;
}

} // namespace griddesk
