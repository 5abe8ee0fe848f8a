// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadstyle.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace griddesk {

namespace {

struct Colours {
    QRgb fill;
    QRgb casing;
};

struct Class {
    std::string_view name;
    int rank;
    double width; ///< at zoom 16
    std::array<Colours, 3> colours; ///< by theme
    int firstZoom;
    int firstLabelZoom;
};

constexpr QRgb ground = 0x15181c; ///< at night borders are darker than the land, so that crossings stay apart

constexpr std::array<Class, 13> classes{{
    {"motorway", 9, 11.0, {{{0xf6bd86, 0xcf8c4e}, {0x8d6f45, ground}, {0xb4b4b4, 0x000000}}}, 5, 14},
    {"trunk", 8, 10.0, {{{0xf9d296, 0xd5a55c}, {0x7c6646, ground}, {0xa2a2a2, 0x000000}}}, 7, 14},
    {"primary", 7, 9.0, {{{0xfce6a9, 0xd9bf74}, {0x686052, ground}, {0x8c8c8c, 0x000000}}}, 9, 14},
    {"secondary", 6, 7.6, {{{0xfdf3d2, 0xd8c893}, {0x59595a, ground}, {0x767676, 0x000000}}}, 11, 15},
    {"tertiary", 5, 6.2, {{{0xffffff, 0xcfc8bb}, {0x4c525a, ground}, {0x626262, 0x000000}}}, 12, 15},
    {"residential", 4, 4.6, {{{0xffffff, 0xd8d2c7}, {0x3f464f, ground}, {0x505050, 0x000000}}}, 13, 16},
    {"unclassified", 4, 4.6, {{{0xffffff, 0xd8d2c7}, {0x3f464f, ground}, {0x505050, 0x000000}}}, 13, 16},
    {"living_street", 3, 4.0, {{{0xfafafa, 0xd8d2c7}, {0x383f47, ground}, {0x464646, 0x000000}}}, 14, 16},
    {"pedestrian", 3, 4.0, {{{0xefe9f4, 0xd3c9dc}, {0x403b4d, ground}, {0x464646, 0x000000}}}, 14, 16},
    {"busway", 3, 4.0, {{{0xf7f3ea, 0xd8d2c7}, {0x3a4047, ground}, {0x464646, 0x000000}}}, 14, 16},
    {"footway", 1, 1.4, {{{0xe0a48f, 0xffffff}, {0x6b5148, 0x1c2024}, {0x505050, 0x000000}}}, 16, 18},
    {"cycleway", 1, 1.4, {{{0x93a9d6, 0xffffff}, {0x44557a, 0x1c2024}, {0x505050, 0x000000}}}, 16, 18},
    {"service", 2, 3.0, {{{0xfcfbf9, 0xdcd7cd}, {0x31373f, ground}, {0x363636, 0x000000}}}, 15, 17},
}};

} // namespace

RoadStyle roadStyle(std::string_view highway, int zoom, MapTheme theme)
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
    const Colours& colours = c.colours[static_cast<std::size_t>(theme)];
    style.fill = QColor(colours.fill);
    style.casing = QColor(colours.casing);
    style.thin = theme == MapTheme::Light ? style.casing : style.fill;
    style.dashed = c.rank == 1;
    if (!link && zoom >= c.firstLabelZoom)
        style.labelPixels = std::clamp(static_cast<int>(std::lround(10.5 + (c.rank - 4) * 0.5 + (zoom - 15) * 0.9)), 10, 15);
    return style;
}

RoadInk roadInk(MapTheme theme)
{
    switch (theme) {
    case MapTheme::Light: break;
    case MapTheme::Dark: return {QColor(0xb3bcc8), QColor(0x17, 0x1b, 0x1f, 235)};
    case MapTheme::Contrast: return {QColor(0xe6e6e6), QColor(0, 0, 0)};
    }
    return {QColor(0x4d473e), QColor(255, 255, 255, 225)};
}

} // namespace griddesk
