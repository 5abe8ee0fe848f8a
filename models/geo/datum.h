// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/geopoint.h"

#include <string_view>

namespace griddesk {

/// Reference frames coordinates arrive in. Inside GridDesk everything is WGS-84; CGCS2000 differs from it by less
/// than a decimetre and is treated as equal. GCJ-02 and BD-09 are shifted frames met in files of map vendors only.
enum class Datum { Wgs84, Cgcs2000, Gcj02, Bd09 };

/// Degrees as floating point, for the arithmetic between frames.
struct LonLat {
    double lon = 0;
    double lat = 0;
};

/// "wgs84", "cgcs2000", "gcj02" or "bd09". Errors: Unsupported.
[[nodiscard]] Result<Datum> parseDatum(std::string_view text);
/// The name parseDatum() reads.
[[nodiscard]] std::string_view datumName(Datum datum) noexcept;

/// Degrees in `datum` to WGS-84 degrees. Inverts fromWgs84() by iteration to better than 1e-9 degree; the one-step
/// inverse in common use leaves metres. Within 1 km of the frame's rectangular limit (73.66–135.05° E, 3.86–53.55° N)
/// the shift is discontinuous and the answer is the nearest the iteration finds. Any thread.
[[nodiscard]] LonLat toWgs84(Datum datum, double lon, double lat) noexcept;
/// WGS-84 degrees to degrees in `datum`. Any thread.
[[nodiscard]] LonLat fromWgs84(Datum datum, double lon, double lat) noexcept;

/// toWgs84() rounded to the stored precision. Errors: OutOfRange as GeoPoint::fromDegrees.
[[nodiscard]] Result<GeoPoint> geoPointFrom(Datum datum, double lon, double lat);

} // namespace griddesk
