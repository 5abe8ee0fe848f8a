// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <cmath>
#include <compare>
#include <cstdint>
#include <functional>

namespace griddesk {

/// A place on earth: longitude and latitude in integer 1e-7 degrees (about 1 cm), datum WGS-84 (equal to CGCS2000 on a
/// screen, see models/geo/datum.h). Integers, so that a history replays bit for bit on every machine.
struct GeoPoint {
    std::int32_t lonE7 = 0;
    std::int32_t latE7 = 0;

    /// Rounds to the nearest 1e-7 degree. Errors: OutOfRange when not finite or outside -180…180, -90…90.
    [[nodiscard]] static Result<GeoPoint> fromDegrees(double lon, double lat)
    {
        if (!std::isfinite(lon) || !std::isfinite(lat) || lon < -180.0 || lon > 180.0 || lat < -90.0 || lat > 90.0)
            return fail(ErrorCode::OutOfRange, "longitude is -180 to 180 and latitude -90 to 90 degrees");
        return GeoPoint{static_cast<std::int32_t>(std::lround(lon * 1e7)), static_cast<std::int32_t>(std::lround(lat * 1e7))};
    }
    [[nodiscard]] double lon() const noexcept { return lonE7 / 1e7; }
    [[nodiscard]] double lat() const noexcept { return latE7 / 1e7; }

    auto operator<=>(const GeoPoint&) const = default;
};

} // namespace griddesk

template <>
struct std::hash<griddesk::GeoPoint> {
    std::size_t operator()(const griddesk::GeoPoint& p) const noexcept
    {
        return std::hash<std::uint64_t>{}((std::uint64_t{static_cast<std::uint32_t>(p.lonE7)} << 32)
                                          | static_cast<std::uint32_t>(p.latE7));
    }
};
