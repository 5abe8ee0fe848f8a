// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygon.h"

namespace griddesk {

/// Metres per 1e-7 degree near one latitude on the CGCS2000 ellipsoid (radii of curvature M and N·cos φ). Good for
/// distances of a sub-district; two places 10 km apart come out right to a few centimetres.
struct LocalMetric {
    double metresPerLonE7 = 0;
    double metresPerLatE7 = 0;

    [[nodiscard]] static LocalMetric at(double latE7) noexcept;
};

/// Metres between two places by the mean latitude; see LocalMetric for the accuracy.
[[nodiscard]] double distanceMetres(GeoPoint a, GeoPoint b) noexcept;
/// Metres from a place to the nearest point of the segment a–b.
[[nodiscard]] double distanceMetres(GeoPoint p, GeoPoint a, GeoPoint b) noexcept;
/// Metres from a place to the shape; 0 inside. Infinity for an empty shape.
[[nodiscard]] double distanceMetres(GeoPoint p, const MultiPolygon& shape) noexcept;

/// Metres along an open line.
[[nodiscard]] double lengthMetres(const Polyline& line) noexcept;
/// Metres round all rings, holes included.
[[nodiscard]] double perimeterMetres(const Polygon& polygon) noexcept;
[[nodiscard]] double perimeterMetres(const MultiPolygon& shape) noexcept;

/// Square metres on the CGCS2000 ellipsoid, edges taken straight in longitude and latitude; holes subtracted, never
/// negative. Integrates the zone area function (J. P. Snyder, Map Projections, 1987, eq. 3-12) with Simpson's rule per edge.
[[nodiscard]] double areaM2(const Ring& ring) noexcept;
[[nodiscard]] double areaM2(const Polygon& polygon) noexcept;
[[nodiscard]] double areaM2(const MultiPolygon& shape) noexcept;

} // namespace griddesk
