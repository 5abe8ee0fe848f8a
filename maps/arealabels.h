// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areaindex.h"
#include "caseindex.h"
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

/// True when the names of a level are written at a zoom: its areas are large enough, and not so large that the names of
/// the next level say the same better.
[[nodiscard]] bool isLevelNamed(const AreaIndex& index, MapAreaLevel level, int zoom);

/// The name as it is written inside its parent: without the parent's name at its beginning.
[[nodiscard]] QString shortAreaName(const AreaIndex& index, const AreaIndex::Area& area);

/// Chooses for the whole district which names are written at a zoom: outer levels first, then larger areas; a name
/// that would touch one already placed is left out. Names of cells stand at their anchors; those above are moved aside,
/// inside their area, to where no mark of `cases` (null: none) is; when there is no such place, the name of a grid is
/// left out and greater ones take the airiest. Independent of the view, so that names neither jump nor are cut at tile
/// borders while panning. Cost grows with the areas large enough for a name. Pure; any thread.
[[nodiscard]] std::vector<AreaLabel> placeAreaLabels(const AreaIndex& index, const MapStyle& style, int zoom, const CaseIndex* cases = nullptr);

/// A mark as something to keep clear of, in pixels of the world at a zoom.
struct MarkDisc {
    QPointF at;
    double radius = 0;
};
[[nodiscard]] std::vector<MarkDisc> discsOf(const std::vector<DrawnMark>& marks, int zoom);

/// Pixels between a rectangle and the nearest mark, negative where they overlap.
[[nodiscard]] double clearanceOf(const QRectF& rect, const std::vector<MarkDisc>& marks);

} // namespace griddesk
