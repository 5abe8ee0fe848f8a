// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "caseindex.h"
#include "mapstyle.h"

#include <QHash>
#include <QImage>
#include <QPainterPath>

#include <mutex>

namespace griddesk {

/// The outline of a stage's symbol round (0, 0), about 22 pixels across: intake circle, dispatch diamond, handling
/// square, checking triangle, closing hexagon, closed small circle.
[[nodiscard]] QPainterPath stagePath(MapStage stage);

/// The sign of a lamp inside a symbol: nothing for green, a clock hand for yellow, an exclamation mark for red, two
/// bars for suspended.
[[nodiscard]] QPainterPath lampSign(MapLamp lamp);

/// Draws one symbol with its centre at (0, 0). Also used for legends and table cells.
void paintCaseSymbol(QPainter& painter, CaseSigns signs, const MapStyle& style);

/// Ready pictures of symbols and cluster rings for one style, because blitting is many times quicker than filling
/// paths. Any thread; pictures are made at first use under a lock.
class CaseSymbols {
public:
    explicit CaseSymbols(MapStyle style);

    [[nodiscard]] const MapStyle& style() const noexcept { return m_style; }
    /// Square picture with the symbol in its middle.
    [[nodiscard]] QImage symbol(CaseSigns signs) const;
    /// Ring whose sectors are the shares of the lamps, with the count inside.
    [[nodiscard]] QImage cluster(const DrawnMark& mark) const;
    /// `12`, `3.4k`, `56k`, `1.2M`.
    [[nodiscard]] static QString countText(std::uint32_t count);

private:
    [[nodiscard]] QImage blank(double side) const;

    MapStyle m_style;
    mutable std::mutex m_mutex;
    mutable QHash<quint64, QImage> m_symbols;
    mutable QHash<quint64, QImage> m_rings;
};

} // namespace griddesk
