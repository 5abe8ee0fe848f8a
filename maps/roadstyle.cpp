// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadstyle.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace griddesk {

namespace {

struct Class {
    std::string_view name;
    int rank;
    double width; ///< at zoom 16
    QRgb fill;
    QRgb casing;
    int firstZoom;
    int firstLabelZoom;
};

constexpr std::array<Class, 13> classes{{
    {"motorway", 9, 11.0, 0xf6bd86, 0xcf8c4e, 5, 14},
    {"trunk", 8, 10.0, 0xf9d296, 0xd5a55c, 7, 14},
    {"primary", 7, 9.0, 0xfce6a9, 0xd9bf74, 9, 14},
    {"secondary", 6, 7.6, 0xfdf3d2, 0xd8c893, 11, 15},
    {"tertiary", 5, 6.2, 0xffffff, 0xcfc8bb, 12, 15},
    {"residential", 4, 4.6, 0xffffff, 0xd8d2c7, 13, 16},
    {"unclassified", 4, 4.6, 0xffffff, 0xd8d2c7, 13, 16},
    {"living_street", 3, 4.0, 0xfafafa, 0xd8d2c7, 14, 16},
    {"pedestrian", 3, 4.0, 0xefe9f4, 0xd3c9dc, 14, 16},
    {"busway", 3, 4.0, 0xf7f3ea, 0xd8d2c7, 14, 16},
    {"footway", 1, 1.4, 0xe0a48f, 0xffffff, 16, 18},
    {"cycleway", 1, 1.4, 0x93a9d6, 0xffffff, 16, 18},
    {"service", 2, 3.0, 0xfcfbf9, 0xdcd7cd, 15, 17},
}};

} // namespace

RoadStyle roadStyle(std::string_view highway, int zoom)
{
    const bool link = highway.ends_with("_link");
    if (link)
        highway.remove_suffix(5);
    const auto at = std::ranges::find(classes, highway, &Class::name);
    const Class& c = at == classes.end() ? classes.back() : *at;
    if (zoom < c.firstZoom + (link ? 1 : 0))
        return {};
    RoadStyle style;
    style.rank = c.rank * 2 - (link ? 1 : 0);
    // Wider by 1.65 a level: less than the ground's doubling, so that city maps stay airy close up and legible far off.
    style.width = std::max(c.width * std::pow(1.65, zoom - 16) * (link ? 0.6 : 1.0), 0.9);
    style.fill = QColor(c.fill);
    style.casing = QColor(c.casing);
    style.dashed = c.rank == 1;
    if (!link && zoom >= c.firstLabelZoom)
        style.labelPixels = std::clamp(static_cast<int>(std::lround(10.5 + (c.rank - 4) * 0.5 + (zoom - 15) * 0.9)), 10, 15);
    return style;
}

} // namespace griddesk
