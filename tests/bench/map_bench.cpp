// SPDX-License-Identifier: GPL-3.0-or-later
// Full redraw of a 1920x1080 map view: every visible tile of every layer a MapHost gives to the screen (borders; names of
// areas and marks of cases), painted by two threads and composed as the software renderer does. Warm: geometry, names and
// symbols of the zoom are known, tiles are painted anew. Cases: other cases have come, so that names are placed anew and
// the tiles of the cases are painted; the borders stay. Cold: indices just made, nothing known of the zoom. Frame: all
// tiles cached, composed at a moved place (what panning costs); a step of a zoom shows them larger.
#include "maps/maphost.h"
#include "maps/tilerenderer.h"

#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QPainter>
#include <QThreadPool>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
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

/// A map as the desk has it, 1920x1080, with the whole district in view.
class Screen {
public:
    explicit Screen(std::int64_t count) : m_count(count), m_picture(1920, 1080, QImage::Format_RGB32)
    {
        m_pool.setMaxThreadCount(2);
        renew();
    }
    /// Nothing is known but the indices.
    void renew()
    {
        m_host = std::make_unique<MapHost>();
        m_host->resized(1920, 1080, 1);
        m_host->setAreas(shapes());
        m_host->setCaseIndex(cases(m_count));
        while (m_host->data().isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_host->setCentre(at(0.5, 0.5));
        m_host->setZoom(14);
    }
    /// The marks are other ones now, as after a change.
    void changeCases() { m_host->setCaseIndex(cases(m_count)); }
    /// Paints the tiles of layers from `first` on anew, and composes all.
    void redraw(std::size_t first = 0)
    {
        const auto tiles = wanted();
        m_painted.resize(m_host->layers().size());
        std::vector<const MapHost::Layer*> layers;
        for (const auto& layer : m_host->layers())
            layers.push_back(&layer);
        std::ranges::stable_sort(layers, {}, [](const MapHost::Layer* layer) { return layer->z; });
        for (std::size_t l = first; l < layers.size(); ++l) {
            m_painted[l].assign(layers[l]->painter ? tiles.size() : 0, {});
            for (std::size_t t = 0; t < m_painted[l].size(); ++t)
                if (layers[l]->painter->covers(tiles[t]))
                    m_pool.start([out = &m_painted[l][t], painter = layers[l]->painter, tile = tiles[t]] {
                        *out = {tile, renderTile(*painter, tile, 1.0, {})};
                    });
        }
        m_pool.waitForDone();
        compose(m_host->camera());
    }
    /// Puts the tiles down where `view` has them.
    void compose(const MapCamera& view)
    {
        m_picture.fill(m_host->landColour());
        QPainter painter(&m_picture);
        const double side = LayerTile::size * std::exp2(view.zoom() - m_host->camera().zoom());
        for (const auto& layer : m_painted)
            for (const Tile& tile : layer)
                if (!tile.image.isNull()) {
                    const QPointF corner = view.toScreen(tile.place.origin().x(), tile.place.origin().y());
                    if (side == LayerTile::size)
                        painter.drawImage(corner.toPoint(), tile.image);
                    else // between levels the renderer filters
                        painter.setRenderHint(QPainter::SmoothPixmapTransform), painter.drawImage(QRectF(corner, QSizeF(side, side)), tile.image);
                }
    }
    [[nodiscard]] const MapCamera& camera() const { return m_host->camera(); }
    [[nodiscard]] std::size_t tiles() const
    {
        std::size_t count = 0;
        for (const auto& layer : m_painted)
            count += static_cast<std::size_t>(std::ranges::count_if(layer, [](const Tile& tile) { return !tile.image.isNull(); }));
        return count;
    }
    void save(const QByteArray& file) const { m_picture.save(QString::fromLocal8Bit(file)); }

private:
    struct Tile {
        LayerTile place;
        QImage image;
    };

    [[nodiscard]] std::vector<LayerTile> wanted() const
    {
        const int zoom = m_host->camera().level();
        const WorldBox box = m_host->camera().visible();
        std::vector<LayerTile> tiles;
        for (auto y = std::uint64_t{box.minY} >> (33 - zoom); y <= std::uint64_t{box.maxY} >> (33 - zoom); ++y)
            for (auto x = std::uint64_t{box.minX} >> (33 - zoom); x <= std::uint64_t{box.maxX} >> (33 - zoom); ++x)
                tiles.push_back({zoom, static_cast<int>(x), static_cast<int>(y)});
        return tiles;
    }

    std::int64_t m_count;
    QThreadPool m_pool;
    std::unique_ptr<MapHost> m_host;
    std::vector<std::vector<Tile>> m_painted;
    QImage m_picture;
};

void BM_MapRedrawCold(benchmark::State& state)
{
    Screen screen(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        screen.renew();
        state.ResumeTiming();
        screen.redraw();
    }
}

void BM_MapRedrawWarm(benchmark::State& state)
{
    Screen screen(state.range(0));
    screen.redraw();
    for (auto _ : state)
        screen.redraw();
    state.counters["tiles"] = static_cast<double>(screen.tiles());
    state.counters["zoom"] = screen.camera().zoom();
    if (const QByteArray file = qgetenv("GRIDDESK_BENCH_PNG"); !file.isEmpty())
        screen.save(file);
}

void BM_MapRedrawCases(benchmark::State& state)
{
    constexpr std::size_t aboveBorders = 1;
    Screen screen(state.range(0));
    screen.redraw();
    for (auto _ : state) {
        screen.changeCases();
        screen.redraw(aboveBorders);
    }
}

void BM_MapFrame(benchmark::State& state)
{
    Screen screen(state.range(0));
    screen.redraw();
    MapCamera view = screen.camera();
    double step = 3;
    for (auto _ : state) {
        view.panBy({step, -step});
        step = -step;
        screen.compose(view);
    }
}

void BM_MapZoomFrame(benchmark::State& state)
{
    Screen screen(state.range(0));
    screen.redraw();
    MapCamera view = screen.camera();
    const double zoom = view.zoom();
    double step = 0.1;
    for (auto _ : state) {
        view.setZoom(zoom + step, QPointF(960, 540));
        step = step > 0.8 ? 0.1 : step + 0.1;
        screen.compose(view);
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
BENCHMARK(BM_MapZoomFrame)->Arg(100'000)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(BM_CaseIndexBuild)->Arg(1'000'000)->UseRealTime()->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
