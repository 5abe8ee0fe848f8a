// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casesymbols.h"

namespace griddesk {

/// Zoom from which labels are written beside single cases.
inline constexpr int caseLabelZoom = 16;

/// Symbols and clusters of cases.
class CasePainter final : public LayerPainter {
public:
    CasePainter(std::shared_ptr<const CaseIndex> index, std::shared_ptr<const CaseSymbols> symbols);

    [[nodiscard]] bool covers(LayerTile tile) const override;
    void paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const override;

private:
    void paintLabels(QPainter& painter, LayerTile tile, const std::vector<DrawnMark>& marks) const;

    std::shared_ptr<const CaseIndex> m_index;
    std::shared_ptr<const CaseSymbols> m_symbols;
};

/// Rings round selected cases, and round clusters that hold one.
class CaseHighlightPainter final : public LayerPainter {
public:
    CaseHighlightPainter(std::shared_ptr<const CaseIndex> index, MapStyle style, std::vector<std::uint32_t> rows);

    [[nodiscard]] bool covers(LayerTile tile) const override;
    void paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const override;

private:
    std::shared_ptr<const CaseIndex> m_index;
    MapStyle m_style;
    std::vector<std::uint32_t> m_rows;
    std::vector<WorldPoint> m_places;
};

/// The mark drawn under a screen place, the nearest when several are; nothing further than the mark's own size away.
/// `reach` widens it, for touch. A few microseconds; any thread.
[[nodiscard]] std::optional<DrawnMark> drawnMarkAt(const CaseIndex& index, QPointF world, int zoom, double reach = 2.0);

} // namespace griddesk
