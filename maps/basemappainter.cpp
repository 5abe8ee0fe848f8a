// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemappainter.h"

#include "mapstyle.h"
#include "mercator.h"
#include "roadlabels.h"

#include <QBuffer>
#include <QPainter>
#include <QPainterPath>
#include <QtConcurrentMap>

#include <algorithm>
#include <mutex>

namespace griddesk {

namespace {

constexpr int tileSide = 256;
constexpr int metaTiles = 4; ///< tiles painted as one picture, so that strokes are clipped and sorted once
constexpr std::int64_t maxTiles = 500'000;

struct Drawn {
    RoadStyle style;
    QPolygonF line; ///< pixels of the world at the zoom
    QRectF box;
    int layer = 0;
    bool bridge = false;
    bool tunnel = false;
};

/// Everything of one zoom, made once and painted from by many threads.
struct Zoom {
    int zoom = 0;
    MapTheme theme = MapTheme::Light;
    std::vector<Drawn> roads; ///< in paint order
    std::vector<RoadLabel> labels;
};

struct Job {
    const Zoom* zoom = nullptr;
    int x = 0; ///< first tile
    int y = 0;
    int columns = 0;
    int rows = 0;
};

Zoom prepare(const std::vector<MapRoad>& roads, int zoom, const BaseMapOptions& options)
{
    Zoom out;
    out.zoom = zoom;
    out.theme = options.theme;
    for (const MapRoad& road : roads) {
        Drawn drawn{roadStyle(road.highway, zoom, options.theme), {}, {}, road.tunnel ? -1 : road.bridge ? std::max(1, road.layer) : 0, road.bridge, road.tunnel};
        if (drawn.style.width <= 0 || road.points.size() < 2)
            continue;
        for (const GeoPoint p : road.points)
            drawn.line << worldOf(p) * pixelScale(zoom);
        const double grow = drawn.style.width + 4;
        drawn.box = drawn.line.boundingRect().adjusted(-grow, -grow, grow, grow);
        out.roads.push_back(std::move(drawn));
    }
    std::ranges::stable_sort(out.roads, {}, [](const Drawn& d) { return std::pair(d.layer, d.style.rank); });
    out.labels = placeRoadLabels(roads, zoom, options.family);
    return out;
}

void paintRoads(QPainter& painter, const Zoom& zoom, const QRectF& view)
{
    // Height by height; within one all casings, then all fills, so that roads of one level join at crossings.
    for (auto first = zoom.roads.begin(); first != zoom.roads.end();) {
        const auto last = std::find_if(first, zoom.roads.end(), [&](const Drawn& d) { return d.layer != first->layer; });
        for (const bool casing : {true, false}) {
            for (auto road = first; road != last; ++road) {
                if (!road->box.intersects(view) || (casing && road->style.width < 2.0 && !road->style.dashed))
                    continue;
                const RoadStyle& s = road->style;
                const double edge = std::clamp(s.width * 0.12, 0.8, 1.6);
                QPen pen(casing ? s.casing : s.fill, casing ? s.width + 2 * edge : s.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
                if (!casing && s.width < 2.0 && !s.dashed)
                    pen.setColor(s.thin);
                if (casing && road->bridge) {
                    pen.setColor(zoom.theme == MapTheme::Light ? s.casing.darker(118) : s.casing);
                    pen.setCapStyle(Qt::FlatCap);
                }
                if (road->tunnel && casing) {
                    pen.setCapStyle(Qt::FlatCap);
                    pen.setDashPattern({4.0 / pen.widthF(), 3.0 / pen.widthF()});
                } else if (road->tunnel) {
                    const QColor land = mapStyle(zoom.theme).land;
                    pen.setColor(QColor((s.fill.red() + 2 * land.red()) / 3, (s.fill.green() + 2 * land.green()) / 3,
                                        (s.fill.blue() + 2 * land.blue()) / 3));
                    pen.setCapStyle(Qt::FlatCap);
                } else if (s.dashed && !casing) {
                    pen.setCapStyle(Qt::FlatCap);
                    pen.setDashPattern({3, 2});
                }
                painter.setPen(pen);
                painter.drawPolyline(road->line);
            }
        }
        first = last;
    }
}

void paintLabels(QPainter& painter, const Zoom& zoom, const QRectF& view)
{
    const RoadInk colours = roadInk(zoom.theme);
    const QPen halo(colours.halo, 3.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    for (const RoadLabel& label : zoom.labels) {
        if (!label.box.adjusted(-4, -4, 4, 4).intersects(view))
            continue;
        const QFontMetricsF metrics(label.font);
        QPainterPath path;
        for (const RoadGlyph& glyph : label.glyphs) {
            QPainterPath one;
            // Centred on the capitals' height, which is the middle of Han characters too.
            one.addText(-metrics.horizontalAdvance(glyph.text) / 2, metrics.capHeight() / 2, label.font, glyph.text);
            QTransform turn;
            turn.translate(glyph.at.x(), glyph.at.y());
            turn.rotate(glyph.degrees);
            path.addPath(turn.map(one));
        }
        painter.strokePath(path, halo);
        painter.fillPath(path, colours.ink);
    }
}

QImage paintJob(const Job& job)
{
    QImage image(job.columns * tileSide, job.rows * tileSide, QImage::Format_RGB32);
    image.fill(mapStyle(job.zoom->theme).land);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF view(double(job.x) * tileSide, double(job.y) * tileSide, image.width(), image.height());
    painter.translate(-view.topLeft());
    paintRoads(painter, *job.zoom, view);
    paintLabels(painter, *job.zoom, view);
    return image;
}

QByteArray encoded(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// First and last tile of a zoom that meet the bounds.
struct Range {
    int x0, y0, x1, y1;
    [[nodiscard]] std::int64_t count() const { return std::int64_t{x1 - x0 + 1} * (y1 - y0 + 1); }
};

Range rangeOf(const MapBox& bounds, int zoom)
{
    const WorldPoint northWest = toWorld({bounds.southWest.lonE7, bounds.northEast.latE7});
    const WorldPoint southEast = toWorld({bounds.northEast.lonE7, bounds.southWest.latE7});
    const auto tile = [zoom](std::uint32_t v) { return static_cast<int>(std::uint64_t{v} >> (32 - zoom)); };
    return {tile(northWest.x), tile(northWest.y), tile(southEast.x), tile(southEast.y)};
}

} // namespace

TileMetadata baseMapMetadata(const std::string& name, const MapBox& bounds, int minZoom, int maxZoom)
{
    return {name, TileFormat::Png, minZoom, maxZoom, bounds, "© OpenStreetMap contributors (ODbL)", {}, "wgs84"};
}

Result<void> buildBaseMap(const std::vector<MapRoad>& roads, const MapBox& bounds, int minZoom, int maxZoom, const TileSink& sink,
                          const BaseMapOptions& options)
{
    if (minZoom < 0 || maxZoom > 20 || minZoom > maxZoom || !bounds.isValid())
        return fail(ErrorCode::OutOfRange, "a base map needs zooms from 0 to 20 and a box");
    std::int64_t total = 0;
    for (int zoom = minZoom; zoom <= maxZoom; ++zoom)
        total += rangeOf(bounds, zoom).count();
    if (total > maxTiles)
        return fail(ErrorCode::LimitExceeded, "the base map would have more than 500000 tiles");

    std::vector<int> levels(static_cast<std::size_t>(maxZoom - minZoom + 1));
    std::iota(levels.begin(), levels.end(), minZoom);
    const auto isCancelled = [&] { return options.cancelled != nullptr && options.cancelled->load(std::memory_order_relaxed); };
    QThreadPool pool;
    const auto zooms = QtConcurrent::blockingMapped<std::vector<Zoom>>(&pool, levels, [&](int zoom) {
        return isCancelled() ? Zoom{} : prepare(roads, zoom, options);
    });

    std::vector<Job> jobs;
    for (const Zoom& zoom : zooms) {
        const Range range = rangeOf(bounds, zoom.zoom);
        for (int y = range.y0; y <= range.y1; y += metaTiles)
            for (int x = range.x0; x <= range.x1; x += metaTiles)
                jobs.push_back({&zoom, x, y, std::min(metaTiles, range.x1 - x + 1), std::min(metaTiles, range.y1 - y + 1)});
    }
    std::mutex mutex;
    std::optional<Error> error;
    int done = 0;
    std::atomic<bool> stop = false;
    QtConcurrent::blockingMap(&pool, jobs, [&](const Job& job) {
        if (stop || isCancelled())
            return;
        const QImage image = paintJob(job);
        for (int row = 0; row < job.rows; ++row) {
            for (int column = 0; column < job.columns; ++column) {
                const QByteArray png = encoded(image.copy(column * tileSide, row * tileSide, tileSide, tileSide));
                const std::scoped_lock lock(mutex);
                if (stop)
                    return;
                if (auto taken = sink(job.zoom->zoom, job.x + column, job.y + row, png); !taken) {
                    error = std::move(taken.error());
                    stop = true;
                    return;
                }
                ++done;
                if (options.progress)
                    options.progress(done, static_cast<int>(total));
            }
        }
    });
    if (error)
        return std::unexpected(std::move(*error));
    if (isCancelled())
        return fail(ErrorCode::Cancelled, "the base map was cancelled");
    return {};
}

} // namespace griddesk
