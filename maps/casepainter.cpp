// SPDX-License-Identifier: GPL-3.0-or-later
#include "casepainter.h"

#include <QPainter>

namespace griddesk {

namespace {

/// Symbols, labels and rings of neighbours reach this far into a tile.
constexpr double symbolMargin = 40;
constexpr double labelMargin = 150;

double marginAt(int zoom) { return zoom >= caseLabelZoom ? labelMargin : symbolMargin; }

/// Draw order: closed below open, green below red, urgent on top.
int rankOf(CaseSigns s)
{
    constexpr std::array<int, mapLampCount> lamp{1, 2, 3, 0};
    return (s.stage == MapStage::Closed ? 0 : 100) + static_cast<int>(s.urgency) * 10 + lamp[static_cast<std::size_t>(s.lamp)];
}

} // namespace

CasePainter::CasePainter(std::shared_ptr<const CaseIndex> index, std::shared_ptr<const CaseSymbols> symbols)
    : m_index(std::move(index)), m_symbols(std::move(symbols))
{
}

bool CasePainter::covers(LayerTile tile) const
{
    return m_index != nullptr && m_index->size() > 0 && m_index->extent().intersects(tile.box(marginAt(tile.zoom)));
}

void CasePainter::paint(QPainter& painter, LayerTile tile, const CancelToken& cancel) const
{
    const auto marks = m_index->marks(tile.box(marginAt(tile.zoom)), tile.zoom);
    const auto blit = [&](const QImage& image, QPointF at) {
        // Whole device pixels: an image drawn between pixels is slow and soft.
        const double ratio = m_symbols->style().pixelRatio;
        const double half = image.width() / ratio / 2;
        painter.drawImage(QPointF(std::round((at.x() - half) * ratio) / ratio, std::round((at.y() - half) * ratio) / ratio), image);
    };
    std::vector<std::pair<int, const CaseMark*>> singles;
    int done = 0;
    for (const CaseMark& mark : marks) {
        if (++done % 256 == 0 && cancel.isCancelled())
            return;
        if (mark.isCluster())
            blit(m_symbols->cluster(mark), tile.local(mark.x, mark.y));
        else
            singles.emplace_back(rankOf(m_index->signs(mark.first)), &mark);
    }
    std::ranges::stable_sort(singles, {}, [](const auto& s) { return s.first; });
    for (const auto& [rank, mark] : singles) {
        if (++done % 256 == 0 && cancel.isCancelled())
            return;
        const QPointF at = tile.local(mark->x, mark->y);
        if (tile.zoom >= caseLabelZoom)
            paintLabel(painter, *mark, at);
        blit(m_symbols->symbol(m_index->signs(mark->first)), at);
    }
}

void CasePainter::paintLabel(QPainter& painter, const CaseMark& mark, QPointF at) const
{
    const auto label = m_index->label(mark.first);
    if (label.empty() || m_index->signs(mark.first).stage == MapStage::Closed)
        return;
    const MapStyle& style = m_symbols->style();
    QFont font;
    if (!style.family.isEmpty())
        font.setFamily(style.family);
    font.setPixelSize(11);
    painter.setFont(font);
    const QString text = QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()));
    const QFontMetricsF metrics(font);
    QRectF rect(at.x() + 13, at.y() - 8, metrics.horizontalAdvance(text) + 9, 16);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 30), 1));
    painter.setBrush(style.panel);
    painter.drawRoundedRect(rect, 3, 3);
    painter.setPen(style.panelText);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
}

CaseHighlightPainter::CaseHighlightPainter(std::shared_ptr<const CaseIndex> index, MapStyle style, std::vector<std::uint32_t> rows)
    : m_index(std::move(index)), m_style(std::move(style)), m_rows(std::move(rows))
{
    std::ranges::sort(m_rows);
    m_places.reserve(m_rows.size());
    for (const std::uint32_t row : m_rows)
        m_places.push_back(m_index->place(row));
}

bool CaseHighlightPainter::covers(LayerTile tile) const
{
    const WorldBox box = tile.box(CaseIndex::clusterPixels + symbolMargin);
    return std::ranges::any_of(m_places, [&](WorldPoint p) { return box.contains(p); });
}

void CaseHighlightPainter::paint(QPainter& painter, LayerTile tile, const CancelToken& cancel) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const CaseMark& mark : m_index->marks(tile.box(symbolMargin), tile.zoom)) {
        if (cancel.isCancelled())
            return;
        const auto selected = std::ranges::lower_bound(m_rows, mark.first);
        if (selected == m_rows.end() || *selected >= mark.first + mark.count)
            continue;
        const double radius = mark.isCluster() ? CaseSymbols::clusterRadius(mark.count) + 5 : 16;
        const QPointF at = tile.local(mark.x, mark.y);
        painter.setPen(QPen(m_style.halo, 6));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(QPen(m_style.accent, 3));
        painter.drawEllipse(at, radius, radius);
    }
}

std::optional<CaseMark> caseMarkAt(const CaseIndex& index, QPointF world, int zoom, double reach)
{
    const double unit = std::ldexp(1.0, 24 - zoom);
    const double grow = symbolMargin * unit;
    const WorldBox box{clampWorld(world.x() - grow), clampWorld(world.y() - grow), clampWorld(world.x() + grow), clampWorld(world.y() + grow)};
    std::optional<CaseMark> best;
    double nearest = 0;
    for (const CaseMark& mark : index.marks(box, zoom)) {
        const double distance = std::hypot(mark.x - world.x(), mark.y - world.y()) / unit;
        const double radius = (mark.isCluster() ? CaseSymbols::clusterRadius(mark.count) : 12.0) + reach;
        if (distance <= radius && (!best || distance < nearest)) {
            nearest = distance;
            best = mark;
        }
    }
    return best;
}

} // namespace griddesk
