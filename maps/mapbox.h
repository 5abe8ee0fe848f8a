// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/geopoint.h"

#include <algorithm>

namespace griddesk {

/// A box of longitude and latitude, WGS-84. Boxes over the date line are not used by a sub-district and not supported.
struct MapBox {
    GeoPoint southWest;
    GeoPoint northEast;

    /// True when west <= east and south <= north.
    [[nodiscard]] bool isValid() const noexcept
    {
        return southWest.lonE7 <= northEast.lonE7 && southWest.latE7 <= northEast.latE7;
    }
    /// Grows the box so that it holds `p`.
    void include(GeoPoint p) noexcept
    {
        southWest.lonE7 = std::min(southWest.lonE7, p.lonE7);
        southWest.latE7 = std::min(southWest.latE7, p.latE7);
        northEast.lonE7 = std::max(northEast.lonE7, p.lonE7);
        northEast.latE7 = std::max(northEast.latE7, p.latE7);
    }
    bool operator==(const MapBox&) const = default;
};

} // namespace griddesk
