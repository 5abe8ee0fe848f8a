// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arealabels.h"
#include "layerpainter.h"

namespace griddesk {

/// Borders and tints of areas.
class AreaPainter final : public LayerPainter {
public:
    AreaPainter(std::shared_ptr<const AreaIndex> index, MapStyle style);

    [[nodiscard]] bool covers(LayerTile tile) const override;
    void paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const override;

private:
    std::shared_ptr<const AreaIndex> m_index;
    MapStyle m_style;
};

/// The area under the mouse and the chosen ones, filled and outlined over the borders.
class AreaHighlightPainter final : public LayerPainter {
public:
    AreaHighlightPainter(std::shared_ptr<const AreaIndex> index, MapStyle style, std::optional<std::uint32_t> hovered,
                         std::vector<std::uint32_t> selected);

    [[nodiscard]] bool covers(LayerTile tile) const override;
    void paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const override;

private:
    std::shared_ptr<const AreaIndex> m_index;
    MapStyle m_style;
    std::optional<std::uint32_t> m_hovered;
    std::vector<std::uint32_t> m_selected;
};

} // namespace griddesk
