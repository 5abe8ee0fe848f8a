// SPDX-License-Identifier: GPL-3.0-or-later
#include "areapainter.h"

#include "hairline.h"
#include "polygonclip.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace griddesk {

namespace {

constexpr double margin = 8.0; ///< strokes of neighbours reach into a tile
const QRectF clipRect(-margin * 4, -margin * 4, LayerTile::size + margin * 8, LayerTile::size + margin * 8);
/// Areas whose typical diagonal is below this many pixels have borders simplified to one pixel.
constexpr double finestMesh = 36.0;
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

/// Adds what of a ring lies in the tile to `path`, run by run: a border of a community crosses many tiles. `runStart`
/// gets for every run the distance from the ring's start, so that dashes go on from tile to tile.
void addDashed(QPainterPath& path, const PointBuffer& ring, std::vector<double>& runStart)
{
    double walked = 0;
    bool open = false;
    for (qsizetype i = 1; i < ring.size(); ++i) {
        QPointF a = ring[i - 1];
        QPointF b = ring[i];
        const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
        if (clipSegment(a, b, clipRect)) {
            if (!open || a != ring[i - 1]) {
                path.moveTo(a);
                runStart.push_back(walked + std::hypot(a.x() - ring[i - 1].x(), a.y() - ring[i - 1].y()));
            }
            path.lineTo(b);
            open = b == ring[i];
        } else {
            open = false;
        }
        walked += length;
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

void addDashed(QPainterPath& path, const AreaIndex& index, std::uint32_t row, LayerTile tile, int detail, std::vector<double>& runStart)
{
    const auto& area = index.area(row);
    const auto& rings = index.rings(detail);
    PointBuffer ring;
    for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
        localRing(rings.ring(r), tile, ring);
        addDashed(path, ring, runStart);
    }
}

enum class SharedStretches { Once, All };

/// Adds the stretches of an area's border that lie in the tile. Most are stretches of two areas; `Once` leaves them to the
/// first.
void addBorders(std::vector<QLineF>& lines, const AreaIndex& index, std::uint32_t row, LayerTile tile, int detail, SharedStretches shared)
{
    const auto& area = index.area(row);
    const auto& rings = index.rings(detail);
    const QPointF origin = tile.origin();
    const double scale = pixelScale(tile.zoom);
    const auto local = [&](WorldPoint p) { return QPointF((p.x - origin.x()) * scale, (p.y - origin.y()) * scale); };
    const bool inside = clipRect.contains(QRectF(tile.local(area.box.minX, area.box.minY), tile.local(area.box.maxX, area.box.maxY)));
    for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
        const std::uint32_t first = rings.start[r];
        const std::uint32_t last = rings.start[r + 1];
        for (std::uint32_t i = first; i < last; ++i) {
            if (shared == SharedStretches::Once && rings.drawnBefore[i] != 0)
                continue;
            QPointF a = local(rings.points[i]);
            QPointF b = local(rings.points[i + 1 == last ? first : i + 1]);
            if (inside || clipSegment(a, b, clipRect))
                lines.emplace_back(a, b);
        }
    }
}

/// Wide borders are bundles of hairlines, each shifted by one of these: many times quicker than filling the outline of a
/// real stroke with joins.
std::vector<QPointF> hairlines(double width, double pixelRatio)
{
    std::vector<QPointF> shifts{QPointF(0, 0)};
    for (double radius = (width * pixelRatio - 1) / 2; radius > 0.1; radius -= 0.9) {
        const int count = radius <= 0.7 ? 4 : 8;
        for (int i = 0; i < count; ++i) {
            const double angle = 2 * std::numbers::pi * i / count;
            shifts.push_back(QPointF(std::cos(angle), std::sin(angle)) * radius / pixelRatio);
        }
    }
    return shifts;
}

QPen hairline(QColor colour)
{
    colour.setAlpha(255); // hairlines of a bundle overlap
    QPen pen(colour, 1);
    pen.setCosmetic(true);
    return pen;
}

void strokeBundle(QPainter& painter, const std::vector<QLineF>& lines, const QColor& colour, double width, double pixelRatio)
{
    auto* image = painter.device()->devType() == QInternal::Image ? static_cast<QImage*>(painter.device()) : nullptr;
    const bool direct = image != nullptr && image->format() == QImage::Format_ARGB32_Premultiplied;
    painter.setPen(hairline(colour));
    painter.setBrush(Qt::NoBrush);
    for (const QPointF& shift : hairlines(width, pixelRatio)) {
        if (direct) {
            drawHairlines(*image, lines, shift, pixelRatio, colour);
        } else {
            painter.translate(shift);
            painter.drawLines(lines.data(), static_cast<int>(lines.size()));
            painter.translate(-shift);
        }
    }
}

void strokeDashed(QPainter& painter, const QPainterPath& path, const std::vector<double>& runStart, const QColor& colour)
{
    QPen pen = hairline(colour);
    pen.setDashPattern({6, 3});
    painter.setRenderHint(QPainter::Antialiasing);
    std::size_t run = 0;
    for (const QPolygonF& line : path.toSubpathPolygons()) {
        pen.setDashOffset(run < runStart.size() ? runStart[run] : 0);
        ++run;
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
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

void AreaPainter::paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const
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
        if (!shown || first == next)
            continue;
        // A mesh of tiny areas is thousands of short lines in which nobody misses half a pixel.
        const bool mesh = line.width <= 1.0 && m_index->typicalDiagonal(static_cast<MapAreaLevel>(level)) * pixelScale(tile.zoom) < finestMesh;
        const int detail = mesh ? tile.zoom - 1 : tile.zoom;
        QPainterPath path;
        std::vector<double> runStart;
        std::vector<QLineF> lines;
        int count = 0;
        for (auto row = first; row != next; ++row) {
            if (++count % 256 == 0 && cancel.isCancelled())
                return;
            if (line.dashed)
                addDashed(path, *m_index, *row, tile, detail, runStart);
            else
                addBorders(lines, *m_index, *row, tile, detail, SharedStretches::Once);
        }
        if (line.dashed) {
            strokeDashed(painter, path, runStart, line.colour);
            continue;
        }
        if (line.width >= 2.5)
            strokeBundle(painter, lines, m_style.halo, line.width + 2.4, m_style.pixelRatio);
        strokeBundle(painter, lines, line.colour, line.width, m_style.pixelRatio);
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

void AreaHighlightPainter::paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered)
        fillArea(painter, *m_index, *m_hovered, tile, m_style.hoverFill);
    for (const std::uint32_t row : m_selected) {
        if (cancel.isCancelled())
            return;
        fillArea(painter, *m_index, row, tile, m_style.selectFill);
        std::vector<QLineF> border;
        addBorders(border, *m_index, row, tile, tile.zoom, SharedStretches::All);
        strokeBundle(painter, border, m_style.accent, 2.4, m_style.pixelRatio);
    }
}

} // namespace griddesk
