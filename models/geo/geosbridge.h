// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "polygon.h"

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include <memory>
#include <span>
#include <string>

namespace griddesk {

struct GeosDeleter {
    GEOSContextHandle_t context = nullptr;
    void operator()(GEOSGeometry* g) const noexcept { GEOSGeom_destroy_r(context, g); }
    void operator()(const GEOSPreparedGeometry* g) const noexcept { GEOSPreparedGeom_destroy_r(context, g); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, GeosDeleter>;

/// One GEOS context for one call of this library: private to models/geo, used by one thread, outlives the geometries it
/// made. Coordinates inside are whole numbers of 1e-7 degree (exact as double), so overlays with grid 1 give results
/// that are representable without any further rounding. GEOS reports failures as null or 2; failure() turns the last
/// message into an Error.
class Geos {
public:
    Geos();
    ~Geos();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    [[nodiscard]] GEOSContextHandle_t context() const noexcept { return m_context; }
    [[nodiscard]] GeosGeometry own(GEOSGeometry* g) const noexcept { return GeosGeometry(g, GeosDeleter{m_context}); }

    /// Null when a ring has fewer than three corners.
    [[nodiscard]] GeosGeometry polygon(const Polygon& polygon);
    [[nodiscard]] GeosGeometry shape(const MultiPolygon& shape);
    [[nodiscard]] GeosGeometry point(GeoPoint p);
    /// Lines without length are left out.
    [[nodiscard]] GeosGeometry lines(std::span<const Polyline> lines);
    /// Takes the parts over; null when one of them is.
    [[nodiscard]] GeosGeometry collection(int type, std::vector<GeosGeometry> parts);

    /// The polygons of any geometry, coordinates rounded; outer rings counter-clockwise starting at their smallest
    /// corner, holes clockwise, polygons in ascending order: equal shapes come out equal.
    [[nodiscard]] MultiPolygon polygons(const GEOSGeometry* g) const;
    [[nodiscard]] GeoPoint pointOf(const GEOSGeometry* point) const;

    [[nodiscard]] std::unexpected<Error> failure(const char* doing) const;

private:
    [[nodiscard]] GEOSGeometry* ring(const Ring& ring);
    [[nodiscard]] GEOSCoordSequence* sequence(std::span<const GeoPoint> points, bool close);
    [[nodiscard]] Ring ringOf(const GEOSGeometry* ring, bool counterClockwise) const;
    void collect(const GEOSGeometry* g, MultiPolygon& into) const;

    GEOSContextHandle_t m_context;
    std::string m_message;
};

} // namespace griddesk
