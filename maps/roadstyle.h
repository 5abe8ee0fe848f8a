// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/geopoint.h"

#include <QColor>

#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// One road of a base map: the OpenStreetMap `highway` class and name, WGS-84.
struct MapRoad {
    std::string highway;
    std::string name;
    std::vector<GeoPoint> points;
    bool bridge = false;
    bool tunnel = false;
    int layer = 0; ///< height order of OpenStreetMap, -5 to 5
};

/// How a class of road is drawn at one zoom.
struct RoadStyle {
    int rank = 0; ///< higher lies on top
    double width = 0; ///< pixels, 0 = not drawn
    QColor fill;
    QColor casing;
    int labelPixels = 0; ///< 0 = no name
    bool dashed = false;
};

/// The light style. Unknown classes are drawn as service roads. Pure.
[[nodiscard]] RoadStyle roadStyle(std::string_view highway, int zoom);

} // namespace griddesk
