// SPDX-License-Identifier: GPL-3.0-or-later
#include "areapainter.h"

#include "polygonclip.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace griddesk {

namespace {

constexpr double margin = 8.0; ///< strokes of neighbours reach into a tile
const QRectF clipRect(-margin * 4, -margin * 4, LayerTile::size + margin * 8, LayerTile::size + margin * 8);
/// Inside this range coordinates go to the rasteriser as they are.
constexpr double plainRange = 4096.0;

bool isPlain(const AreaIndex::Area& area, LayerTile tile)
{
    const QPointF a = tile.local(area.box.minX, area.box.minY);
    const QPointF b = tile.local(area.box.maxX, area.box.maxY);
    return a.x() > -plainRange && a.y() > -plainRange && b.x() < plainRange && b.y() < plainRange;
}

/// Ring in tile pixels, the first vertex repeated at the end.
void localRing(std::span<const WorldPoint> ring, LayerTile tile, PointBuffer& out)
{
    out.clear();
    const QPointF origin = tile.origin();
    const double scale = pixelScale(tile.zoom);
    for (const WorldPoint p : ring)
        out.append({(p.x - origin.x()) * scale, (p.y - origin.y()) * scale});
    if (!out.isEmpty())
        out.append(QPointF(out.front()));
}

void strokeRing(QPainter& painter, const PointBuffer& ring, bool plain)
{
    if (plain) {
        painter.drawPolyline(ring.constData(), static_cast<int>(ring.size()));
        return;
    }
    for (qsizetype i = 1; i < ring.size(); ++i) {
        QPointF a = ring[i - 1];
        QPointF b = ring[i];
        if (clipSegment(a, b, clipRect))
            painter.drawLine(a, b);
    }
}

void addFill(QPainterPath& path, const PointBuffer& ring, bool plain)
{
    const PointBuffer part = plain ? ring : clipRing(ring, clipRect);
    if (part.size() < 3)
        return;
    path.moveTo(part[0]);
    for (qsizetype i = 1; i < part.size(); ++i)
        path.lineTo(part[i]);
    path.closeSubpath();
}

void fillArea(QPainter& painter, const AreaIndex& index, std::uint32_t row, LayerTile tile, const QColor& colour)
{
    const auto& area = index.area(row);
    const auto& rings = index.rings(tile.zoom);
    const bool plain = isPlain(area, tile);
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    PointBuffer ring;
    for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
        localRing(rings.ring(r), tile, ring);
        addFill(path, ring, plain);
    }
    painter.fillPath(path, colour);
}

void strokeArea(QPainter& painter, const AreaIndex& index, std::uint32_t row, LayerTile tile)
{
    const auto& area = index.area(row);
    const auto& rings = index.rings(tile.zoom);
    const bool plain = isPlain(area, tile);
    PointBuffer ring;
    for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
        localRing(rings.ring(r), tile, ring);
        strokeRing(painter, ring, plain);
    }
}

QPen penOf(const MapStyle::AreaLine& line)
{
    // A hairline is drawn by the quick path of the rasteriser; wider pens are real strokes.
    QPen pen(line.colour, line.width);
    pen.setCosmetic(line.width <= 1.0);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(line.dashed ? Qt::FlatCap : Qt::RoundCap);
    if (line.dashed)
        pen.setDashPattern({5, 3});
    return pen;
}

} // namespace

AreaPainter::AreaPainter(std::shared_ptr<const AreaIndex> index, MapStyle style)
    : m_index(std::move(index)), m_style(std::move(style))
{
}

bool AreaPainter::covers(LayerTile tile) const
{
    return m_index != nullptr && !m_index->extent().isEmpty() && m_index->extent().intersects(tile.box(margin));
}

void AreaPainter::paint(QPainter& painter, LayerTile tile, const CancelToken& cancel) const
{
    const auto rows = m_index->rowsIn(tile.box(margin));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const std::uint32_t row : rows)
        if (const QRgb tint = m_index->area(row).tint; tint != 0)
            fillArea(painter, *m_index, row, tile, QColor::fromRgba(tint));

    // Inner levels first, so that outer borders lie on top.
    auto next = rows.rbegin();
    for (int level = mapAreaLevelCount - 1; level >= 0; --level) {
        const bool shown = isLevelShown(*m_index, static_cast<MapAreaLevel>(level), tile.zoom);
        const auto first = next;
        while (next != rows.rend() && m_index->area(*next).level == static_cast<MapAreaLevel>(level))
            ++next;
        const MapStyle::AreaLine& line = m_style.areas[static_cast<std::size_t>(level)];
        for (const bool halo : {true, false}) {
            if (!shown || (halo && line.width < 1.5))
                continue;
            QPen pen = penOf(line);
            if (halo) {
                pen.setColor(m_style.halo);
                pen.setWidthF(line.width + 2.4);
            }
            painter.setPen(pen);
            int count = 0;
            for (auto row = first; row != next; ++row) {
                if (++count % 64 == 0 && cancel.isCancelled())
                    return;
                strokeArea(painter, *m_index, *row, tile);
            }
        }
    }
    paintLabels(painter, tile);
}

const AreaPainter::Labels& AreaPainter::labels(int zoom) const
{
    Labels& labels = m_labels[static_cast<std::size_t>(std::clamp(zoom, 0, 24))];
    std::call_once(labels.once, [&] {
        labels.labels = placeAreaLabels(*m_index, m_style, zoom);
        for (std::uint32_t i = 0; i < labels.labels.size(); ++i) {
            const QRectF r = labels.labels[i].rect.adjusted(-3, -3, 3, 3);
            for (int y = static_cast<int>(r.top() / LayerTile::size); y <= static_cast<int>(r.bottom() / LayerTile::size); ++y)
                for (int x = static_cast<int>(r.left() / LayerTile::size); x <= static_cast<int>(r.right() / LayerTile::size); ++x)
                    labels.byTile[LayerTile{zoom, x, y}.key()].push_back(i);
        }
    });
    return labels;
}

void AreaPainter::paintLabels(QPainter& painter, LayerTile tile) const
{
    const Labels& all = labels(tile.zoom);
    const auto here = all.byTile.constFind(tile.key());
    if (here == all.byTile.constEnd())
        return;
    const QPointF offset(double(tile.x) * LayerTile::size, double(tile.y) * LayerTile::size);
    for (const std::uint32_t i : *here) {
        const AreaLabel& label = all.labels[i];
        const auto level = m_index->area(label.row).level;
        const QRectF rect = label.rect.translated(-offset);
        painter.setFont(areaLabelFont(m_style, level));
        QColor ink = m_style.areas[static_cast<std::size_t>(level)].bold ? m_style.areas[static_cast<std::size_t>(level)].colour : m_style.label;
        if (level == MapAreaLevel::Cell)
            ink.setAlphaF(0.75F);
        painter.setPen(m_style.halo);
        // Four shifted copies are the cheapest halo that stays readable on any background.
        constexpr std::array<QPointF, 4> shifts{QPointF(-1, 0), QPointF(1, 0), QPointF(0, -1), QPointF(0, 1)};
        for (const QPointF& shift : shifts)
            painter.drawText(rect.translated(shift), Qt::AlignCenter | Qt::TextSingleLine, label.text);
        painter.setPen(ink);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, label.text);
    }
}

AreaHighlightPainter::AreaHighlightPainter(std::shared_ptr<const AreaIndex> index, MapStyle style,
                                           std::optional<std::uint32_t> hovered, std::vector<std::uint32_t> selected)
    : m_index(std::move(index)), m_style(std::move(style)), m_hovered(hovered), m_selected(std::move(selected))
{
}

bool AreaHighlightPainter::covers(LayerTile tile) const
{
    const WorldBox box = tile.box(margin);
    const auto meets = [&](std::uint32_t row) { return m_index->area(row).box.intersects(box); };
    return (m_hovered && meets(*m_hovered)) || std::ranges::any_of(m_selected, meets);
}

void AreaHighlightPainter::paint(QPainter& painter, LayerTile tile, const CancelToken& cancel) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered)
        fillArea(painter, *m_index, *m_hovered, tile, m_style.hoverFill);
    painter.setPen(QPen(m_style.accent, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const std::uint32_t row : m_selected) {
        if (cancel.isCancelled())
            return;
        fillArea(painter, *m_index, row, tile, m_style.selectFill);
        strokeArea(painter, *m_index, row, tile);
    }
}

} // namespace griddesk
