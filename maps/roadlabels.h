// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roadstyle.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace griddesk {

/// One character of a road name, its middle in pixels of the whole world at a zoom.
struct RoadGlyph {
    QString text;
    QPointF at;
    double degrees = 0; ///< clockwise from upright
};

/// One written road name.
struct RoadLabel {
    std::vector<RoadGlyph> glyphs;
    QFont font;
    QRectF box;
    int rank = 0;
};

/// Places the names of all roads at a zoom: pieces of one name are joined first, names repeat every 420 pixels, follow
/// the road, never stand on their head and never touch each other; greater roads first. As on Chinese maps, names of
/// roads that run north-south are written downwards with upright characters. Independent of tiles. Pure; any thread.
[[nodiscard]] std::vector<RoadLabel> placeRoadLabels(const std::vector<MapRoad>& roads, int zoom, const QString& family);

} // namespace griddesk
