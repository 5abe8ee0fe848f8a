// SPDX-License-Identifier: GPL-3.0-or-later
// Full redraw of a 1920x1080 map view: every visible tile of the area and the case layer painted by two threads and
// composed. Cold: indices just made, nothing known of the zoom. Warm: geometry, names and symbols of the zoom are
// known, tiles are painted anew (what a change of data costs). Frame: all tiles cached, composed at a moved place (what
// panning costs).
#include "maps/areapainter.h"
#include "maps/casepainter.h"
#include "maps/mapcamera.h"
#include "maps/tilerenderer.h"

#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QPainter>
#include <QThreadPool>

#include <cmath>
#include <random>

namespace {

using namespace griddesk;

constexpr double kLon = 121.40;
constexpr double kLat = 31.15;
constexpr double kWidth = 0.16;
constexpr double kHeight = 0.078;

GeoPoint at(double x, double y) { return GeoPoint::fromDegrees(kLon + x * kWidth, kLat + y * kHeight).value(); }

/// 10 000 cells of 40 vertices with wavy borders, and 25 communities.
std::vector<AreaShape> cells()
{
    std::vector<AreaShape> shapes;
    const auto border = [](double x, double y) { return at(x + 0.0012 * std::sin(y * 900), y + 0.0012 * std::sin(x * 900)); };
    const auto addSquare = [&](double x0, double y0, double side, MapAreaLevel level, const std::string& code, int perSide) {
        AreaShape shape{code, code, level, "", {{}}, 0};
        const auto run = [&](double fx, double fy, double tx, double ty) {
            for (int i = 0; i < perSide; ++i)
                shape.polygons[0].push_back(border(fx + (tx - fx) * i / perSide, fy + (ty - fy) * i / perSide));
        };
        run(x0, y0, x0 + side, y0);
        run(x0 + side, y0, x0 + side, y0 + side);
        run(x0 + side, y0 + side, x0, y0 + side);
        run(x0, y0 + side, x0, y0);
        shapes.push_back(std::move(shape));
    };
    for (int r = 0; r < 100; ++r)
        for (int c = 0; c < 100; ++c)
            addSquare(c / 100.0, r / 100.0, 0.01, MapAreaLevel::Cell, std::to_string(r * 100 + c), 10);
    for (int r = 0; r < 5; ++r)
        for (int c = 0; c < 5; ++c)
            addSquare(c / 5.0, r / 5.0, 0.2, MapAreaLevel::Community, "community " + std::to_string(r * 5 + c), 200);
    return shapes;
}

std::shared_ptr<const CaseIndex> casesOf(std::int64_t count)
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> unit(0, 1);
    CaseIndex::Builder builder;
    builder.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        builder.add("c" + std::to_string(i), at(unit(random), unit(random)),
                    {static_cast<MapStage>(random() % 6), static_cast<MapLamp>(random() % 4), static_cast<MapUrgency>(random() % 64 == 0), false}, "");
    return std::move(builder).build();
}

const std::vector<AreaShape>& shapes()
{
    static const auto made = cells();
    return made;
}

const std::shared_ptr<const CaseIndex>& cases(std::int64_t count)
{
    static std::map<std::int64_t, std::shared_ptr<const CaseIndex>> made;
    auto& index = made[count];
    if (!index)
        index = casesOf(count);
    return index;
}

MapCamera camera()
{
    MapCamera view;
    view.setSize({1920, 1080});
    view.fit({at(0, 0), at(1, 1)}, 0);
    return view;
}

std::vector<LayerTile> tilesOf(const MapCamera& view)
{
    const int zoom = static_cast<int>(view.zoom());
    const WorldBox box = view.visible();
    std::vector<LayerTile> tiles;
    for (auto y = std::uint64_t{box.minY} >> (33 - zoom); y <= std::uint64_t{box.maxY} >> (33 - zoom); ++y)
        for (auto x = std::uint64_t{box.minX} >> (33 - zoom); x <= std::uint64_t{box.maxX} >> (33 - zoom); ++x)
            tiles.push_back({zoom, static_cast<int>(x), static_cast<int>(y)});
    return tiles;
}

struct Painted {
    LayerTile tile;
    QImage image;
};

std::vector<Painted> redraw(QThreadPool& pool, const std::vector<const LayerPainter*>& layers, const std::vector<LayerTile>& tiles)
{
    std::vector<Painted> out(layers.size() * tiles.size());
    for (std::size_t l = 0; l < layers.size(); ++l)
        for (std::size_t t = 0; t < tiles.size(); ++t)
            pool.start([&, l, t] { out[l * tiles.size() + t] = {tiles[t], layers[l]->covers(tiles[t]) ? renderTile(*layers[l], tiles[t], 1.0, {}) : QImage()}; });
    pool.waitForDone();
    return out;
}

void compose(QImage& screen, const std::vector<Painted>& painted, const MapCamera& view)
{
    screen.fill(QColor(0xf3f1ec));
    QPainter painter(&screen);
    for (const Painted& p : painted)
        if (!p.image.isNull())
            painter.drawImage(view.toScreen(p.tile.origin().x(), p.tile.origin().y()).toPoint(), p.image);
}

void BM_MapRedrawCold(benchmark::State& state)
{
    QThreadPool pool;
    pool.setMaxThreadCount(2);
    const auto& index = cases(state.range(0));
    const MapCamera view = camera();
    const auto tiles = tilesOf(view);
    QImage screen(1920, 1080, QImage::Format_RGB32);
    for (auto _ : state) {
        state.PauseTiming();
        const auto areas = AreaIndex::build(shapes());
        const MapStyle style = mapStyle(MapTheme::Light);
        const AreaPainter areaPainter(areas, style);
        const CasePainter casePainter(index, std::make_shared<CaseSymbols>(style));
        state.ResumeTiming();
        compose(screen, redraw(pool, {&areaPainter, &casePainter}, tiles), view);
    }
}

void BM_MapRedrawWarm(benchmark::State& state)
{
    QThreadPool pool;
    pool.setMaxThreadCount(2);
    const MapStyle style = mapStyle(MapTheme::Light);
    const AreaPainter areas(AreaIndex::build(shapes()), style);
    const CasePainter casePainter(cases(state.range(0)), std::make_shared<CaseSymbols>(style));
    const MapCamera view = camera();
    const auto tiles = tilesOf(view);
    QImage screen(1920, 1080, QImage::Format_RGB32);
    std::size_t painted = redraw(pool, {&areas, &casePainter}, tiles).size();
    for (auto _ : state)
        compose(screen, redraw(pool, {&areas, &casePainter}, tiles), view);
    state.counters["tiles"] = static_cast<double>(painted);
    state.counters["zoom"] = view.zoom();
    if (const QByteArray file = qgetenv("GRIDDESK_BENCH_PNG"); !file.isEmpty())
        screen.save(QString::fromLocal8Bit(file));
}

/// A change of cases alone: the area tiles stay.
void BM_MapRedrawCases(benchmark::State& state)
{
    QThreadPool pool;
    pool.setMaxThreadCount(2);
    const MapStyle style = mapStyle(MapTheme::Light);
    const AreaPainter areas(AreaIndex::build(shapes()), style);
    const CasePainter casePainter(cases(state.range(0)), std::make_shared<CaseSymbols>(style));
    const MapCamera view = camera();
    const auto tiles = tilesOf(view);
    const auto areaTiles = redraw(pool, {&areas}, tiles);
    QImage screen(1920, 1080, QImage::Format_RGB32);
    for (auto _ : state) {
        compose(screen, areaTiles, view);
        compose(screen, redraw(pool, {&casePainter}, tiles), view);
    }
}

void BM_MapFrame(benchmark::State& state)
{
    QThreadPool pool;
    pool.setMaxThreadCount(2);
    const MapStyle style = mapStyle(MapTheme::Light);
    const AreaPainter areas(AreaIndex::build(shapes()), style);
    const CasePainter casePainter(cases(state.range(0)), std::make_shared<CaseSymbols>(style));
    MapCamera view = camera();
    const auto painted = redraw(pool, {&areas, &casePainter}, tilesOf(view));
    QImage screen(1920, 1080, QImage::Format_RGB32);
    double step = 3;
    for (auto _ : state) {
        view.panBy({step, -step});
        step = -step;
        compose(screen, painted, view);
    }
}

void BM_CaseIndexBuild(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(casesOf(state.range(0)));
}

BENCHMARK(BM_MapRedrawCold)->Arg(100'000)->Arg(1'000'000)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(BM_MapRedrawWarm)->Arg(100'000)->Arg(1'000'000)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(BM_MapRedrawCases)->Arg(100'000)->Arg(1'000'000)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(BM_MapFrame)->Arg(100'000)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(BM_CaseIndexBuild)->Arg(1'000'000)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
