// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areaindex.h"
#include "mapstyle.h"

#include <QFont>
#include <QRectF>
#include <QString>

namespace griddesk {

/// One area name to be written at a zoom: `rect` in pixels of the whole world at that zoom.
struct AreaLabel {
    std::uint32_t row = 0;
    QRectF rect;
    QString text;
};

/// The face of a level's names.
[[nodiscard]] QFont areaLabelFont(const MapStyle& style, MapAreaLevel level);

/// True when a level is drawn at a zoom at all: its typical area is wide enough to be seen as one.
[[nodiscard]] bool isLevelShown(const AreaIndex& index, MapAreaLevel level, int zoom);

/// Chooses for the whole district which names are written at a zoom: outer levels first, then larger areas; a name
/// that would touch one already placed is left out. Independent of the view, so that names neither jump nor are cut at
/// tile borders while panning. Cost grows with the areas large enough for a name. Pure; any thread.
[[nodiscard]] std::vector<AreaLabel> placeAreaLabels(const AreaIndex& index, const MapStyle& style, int zoom);

} // namespace griddesk
