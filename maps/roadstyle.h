// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapstyle.h"
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
    QColor thin; ///< of a road too narrow for a border
    int labelPixels = 0; ///< 0 = no name
    bool dashed = false;
};

/// The style of a theme: by day roads are lighter than their borders, at night lighter than the land, in contrast grey on
/// black; in each a greater road is the stronger one. Unknown classes are drawn as service roads. Pure.
[[nodiscard]] RoadStyle roadStyle(std::string_view highway, int zoom, MapTheme theme = MapTheme::Light);

/// Ink and halo of road names.
struct RoadInk {
    QColor ink;
    QColor halo;
};
[[nodiscard]] RoadInk roadInk(MapTheme theme);

} // namespace griddesk
