// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapsigns.h"

#include <QColor>
#include <QString>

#include <array>

namespace griddesk {

enum class MapTheme : std::uint8_t { Light, Dark, Contrast };

/// Every colour, width and type size of the map, in one value per theme. Widths and sizes in logical pixels.
struct MapStyle {
    struct AreaLine {
        QColor colour;
        qreal width = 1;
        bool dashed = false;
        int labelPixels = 12;
        bool bold = false;
        QColor ink; ///< of bold names
    };

    MapTheme theme = MapTheme::Light;
    QColor land;       ///< background where there is no base map
    QColor panel;      ///< of attribution, scale bar and tooltips
    QColor panelText;
    QColor label;      ///< area names
    QColor halo;       ///< round names and under strong borders
    QColor hoverFill;
    QColor selectFill;
    QColor accent;     ///< selection, lasso
    QColor symbolEdge; ///< round case symbols
    QColor symbolInk;  ///< signs inside case symbols
    QColor urgent;
    QColor critical;
    std::array<QColor, mapLampCount> lamp;
    std::array<AreaLine, mapAreaLevelCount> areas;
    QString family; ///< type family, empty for the program's
    qreal pixelRatio = 1.0;
};

/// The style of a theme. Pure; any thread.
[[nodiscard]] MapStyle mapStyle(MapTheme theme, qreal pixelRatio = 1.0, const QString& family = {});

} // namespace griddesk
