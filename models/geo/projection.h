// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datum.h"

namespace griddesk {

/// A place on a projected plane, metres: x to the east, y to the north. (Survey tables call the northing X.)
struct Metres {
    double x = 0;
    double y = 0;
};

/// Central meridian, degrees, of the 3-degree Gauss-Krüger zone that holds `lon` (120 for 118.5 to 121.5).
[[nodiscard]] int gaussCentralMeridian(double lon) noexcept;

/// CGCS2000 degrees to the 3-degree Gauss-Krüger plane of `centralMeridian`, false easting 500 000 m without zone
/// prefix, scale 1 (EPSG:4549 for 120°). Krüger series to the fourth power of n: below 0.1 mm inside ±4° of the meridian.
[[nodiscard]] Metres gaussForward(int centralMeridian, double lon, double lat) noexcept;
/// Inverse of gaussForward(), same accuracy.
[[nodiscard]] LonLat gaussInverse(int centralMeridian, Metres place) noexcept;

/// WGS-84 degrees to Web Mercator (EPSG:3857) metres, sphere of 6 378 137 m. Latitude is held to ±85.0511287798°.
[[nodiscard]] Metres mercatorForward(double lon, double lat) noexcept;
/// Inverse of mercatorForward().
[[nodiscard]] LonLat mercatorInverse(Metres place) noexcept;

} // namespace griddesk
