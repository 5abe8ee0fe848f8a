// SPDX-License-Identifier: GPL-3.0-or-later
#include "casepainter.h"

#include <QPainter>

namespace griddesk {

namespace {

/// Symbols, labels and rings of neighbours reach this far into a tile.
constexpr double symbolMargin = 40;
constexpr double labelMargin = 150;

double marginAt(int zoom) { return zoom >= caseLabelZoom ? labelMargin : symbolMargin; }

struct Labelled {
    const DrawnMark* mark = nullptr;
    int rank = 0;
    QPointF at;
    QString text;
    QRectF rect;
};

QFont labelFont(const MapStyle& style)
{
    QFont font;
    if (!style.family.isEmpty())
        font.setFamily(style.family);
    font.setPixelSize(11);
    return font;
}

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

void CasePainter::paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const
{
    // Labels are weighed against those of their neighbours, so neighbours of neighbours must be known.
    const auto marks = m_index->marks(tile.box(marginAt(tile.zoom) * 2), tile.zoom);
    const auto blit = [&](const QImage& image, QPointF at) {
        // Whole device pixels: an image drawn between pixels is slow and soft.
        const double ratio = m_symbols->style().pixelRatio;
        const double half = image.width() / ratio / 2;
        painter.drawImage(QPointF(std::round((at.x() - half) * ratio) / ratio, std::round((at.y() - half) * ratio) / ratio), image);
    };
    std::vector<std::pair<int, const DrawnMark*>> singles;
    int done = 0;
    for (const DrawnMark& mark : marks) {
        if (++done % 256 == 0 && cancel.isCancelled())
            return;
        if (mark.isCluster())
            blit(m_symbols->cluster(mark), tile.local(mark.x, mark.y));
        else
            singles.emplace_back(rankOf(m_index->signs(mark.first)), &mark);
    }
    std::ranges::stable_sort(singles, {}, [](const auto& s) { return s.first; });
    if (tile.zoom >= caseLabelZoom)
        paintLabels(painter, tile, marks);
    for (const auto& [rank, mark] : singles) {
        if (++done % 256 == 0 && cancel.isCancelled())
            return;
        blit(m_symbols->symbol(m_index->signs(mark->first)), tile.local(mark->x, mark->y));
    }
}

// A label is left out when it would cover a symbol or the label of a case of higher rank, shown or not: a rule that
// looks at neighbours alone, so that every tile decides the same.
void CasePainter::paintLabels(QPainter& painter, LayerTile tile, const std::vector<DrawnMark>& marks) const
{
    const MapStyle& style = m_symbols->style();
    const QFont font = labelFont(style);
    const QFontMetricsF metrics(font);
    std::vector<Labelled> labels;
    for (const DrawnMark& mark : marks) {
        const auto utf8 = mark.isCluster() ? std::string_view() : m_index->label(mark.first);
        const CaseSigns signs = mark.isCluster() ? CaseSigns{} : m_index->signs(mark.first);
        if (utf8.empty() || signs.stage == MapStage::Closed)
            continue;
        Labelled label{&mark, rankOf(signs), tile.local(mark.x, mark.y), QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())), {}};
        label.rect = QRectF(label.at.x() + 13, label.at.y() - 8, metrics.horizontalAdvance(label.text) + 9, 16);
        labels.push_back(std::move(label));
    }
    const auto isFree = [&](const Labelled& label) {
        const QRectF wide = label.rect.adjusted(-2, -9, 9, 9);
        const bool onSymbol = std::ranges::any_of(marks, [&](const DrawnMark& m) { return &m != label.mark && wide.contains(tile.local(m.x, m.y)); });
        return !onSymbol && std::ranges::none_of(labels, [&](const Labelled& other) {
            return other.mark != label.mark && std::pair(other.rank, other.mark->first) > std::pair(label.rank, label.mark->first)
                   && other.rect.intersects(label.rect);
        });
    };
    painter.setFont(font);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF tileRect(0, 0, LayerTile::size, LayerTile::size);
    for (const Labelled& label : labels) {
        if (!label.rect.intersects(tileRect) || !isFree(label))
            continue;
        painter.setPen(QPen(QColor(0, 0, 0, 30), 1));
        painter.setBrush(style.panel);
        painter.drawRoundedRect(label.rect, 3, 3);
        painter.setPen(style.panelText);
        painter.drawText(label.rect, Qt::AlignCenter | Qt::TextSingleLine, label.text);
    }
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
    const WorldBox box = tile.box(CaseIndex::reachPixels + symbolMargin);
    return std::ranges::any_of(m_places, [&](WorldPoint p) { return box.contains(p); });
}

void CaseHighlightPainter::paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const DrawnMark& mark : m_index->marks(tile.box(symbolMargin), tile.zoom)) {
        if (cancel.isCancelled())
            return;
        const auto holdsSelected = [&](RowRun run) {
            const auto selected = std::ranges::lower_bound(m_rows, run.first);
            return selected != m_rows.end() && *selected < run.first + run.count;
        };
        if (!std::ranges::any_of(mark.runs(), holdsSelected))
            continue;
        const double radius = mark.isCluster() ? mark.radius() + 5 : 16;
        const QPointF at = tile.local(mark.x, mark.y);
        painter.setPen(QPen(m_style.halo, 6));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(QPen(m_style.accent, 3));
        painter.drawEllipse(at, radius, radius);
    }
}

std::optional<DrawnMark> drawnMarkAt(const CaseIndex& index, QPointF world, int zoom, double reach)
{
    const double unit = std::ldexp(1.0, 24 - zoom);
    const double grow = symbolMargin * unit;
    const WorldBox box{clampWorld(world.x() - grow), clampWorld(world.y() - grow), clampWorld(world.x() + grow), clampWorld(world.y() + grow)};
    std::optional<DrawnMark> best;
    double nearest = 0;
    for (const DrawnMark& mark : index.marks(box, zoom)) {
        const double distance = std::hypot(mark.x - world.x(), mark.y - world.y()) / unit;
        const double radius = (mark.isCluster() ? mark.radius() : 12.0) + reach;
        if (distance <= radius && (!best || distance < nearest)) {
            nearest = distance;
            best = mark;
        }
    }
    return best;
}

} // namespace griddesk
