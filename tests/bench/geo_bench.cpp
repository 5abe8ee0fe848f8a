// SPDX-License-Identifier: GPL-3.0-or-later
// Point to cell: CellIndex beside the anchor (Boost R-tree over boxes + within), same cells, same places, same run.
#include "models/geo/cellindex.h"
#include "models/geo/pointindex.h"
#include "tests/geo/tiling.h"

#include <benchmark/benchmark.h>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <random>

namespace {

using namespace griddesk;
namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

const griddesk::testing::Tiling kDistrict{.columns = 100, .rows = 100}; // 10 000 cells of 40 corners
constexpr std::size_t kPlaces = 1 << 20;

const std::vector<MultiPolygon>& cells()
{
    static const std::vector<MultiPolygon> made = kDistrict.cells();
    return made;
}

const std::vector<GeoPoint>& places()
{
    static const std::vector<GeoPoint> made = [] {
        std::mt19937_64 random(42);
        const Box box = kDistrict.box();
        std::uniform_int_distribution<std::int32_t> lon(box.minLonE7, box.maxLonE7);
        std::uniform_int_distribution<std::int32_t> lat(box.minLatE7, box.maxLatE7);
        std::vector<GeoPoint> points(kPlaces);
        for (GeoPoint& p : points)
            p = {lon(random), lat(random)};
        return points;
    }();
    return made;
}

void pointToCell(benchmark::State& state)
{
    const CellIndex index = CellIndex::build(cells()).value();
    std::size_t found = 0;
    for (auto _ : state)
        for (const GeoPoint p : places())
            found += index.locate(p).has_value();
    benchmark::DoNotOptimize(found);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kPlaces));
    state.counters["index_MB"] = static_cast<double>(index.memoryBytes()) / 1e6;
    state.counters["found"] = static_cast<double>(found) / static_cast<double>(state.iterations() * kPlaces);
}
BENCHMARK(pointToCell)->Unit(benchmark::kMillisecond);

/// Every lookup waits for the one before it: the latency of a single question.
void pointToCellDependent(benchmark::State& state)
{
    const CellIndex index = CellIndex::build(cells()).value();
    std::size_t carried = 0;
    for (auto _ : state)
        for (std::size_t k = 0; k < kPlaces; ++k)
            carried = index.locate(places()[(k + carried) & (kPlaces - 1)]).value_or(0) & 1;
    benchmark::DoNotOptimize(carried);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kPlaces));
}
BENCHMARK(pointToCellDependent)->Unit(benchmark::kMillisecond);

void pointToCellBoostAnchor(benchmark::State& state)
{
    using Point = bg::model::d2::point_xy<double>;
    using Shape = bg::model::polygon<Point>;
    using TreeBox = bg::model::box<Point>;
    std::vector<Shape> shapes;
    std::vector<std::pair<TreeBox, std::size_t>> boxes;
    for (const MultiPolygon& cell : cells()) {
        Shape& shape = shapes.emplace_back();
        for (const GeoPoint p : cell.front().outer)
            bg::append(shape.outer(), Point(p.lon(), p.lat()));
        bg::correct(shape);
        boxes.emplace_back(bg::return_envelope<TreeBox>(shape), shapes.size() - 1);
    }
    const bgi::rtree<std::pair<TreeBox, std::size_t>, bgi::rstar<16>> tree(boxes.begin(), boxes.end());
    std::size_t found = 0;
    for (auto _ : state)
        for (const GeoPoint place : places()) {
            const Point p(place.lon(), place.lat());
            for (auto it = tree.qbegin(bgi::intersects(p)); it != tree.qend(); ++it)
                if (bg::within(p, shapes[it->second])) {
                    ++found;
                    break;
                }
        }
    benchmark::DoNotOptimize(found);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kPlaces));
    state.counters["found"] = static_cast<double>(found) / static_cast<double>(state.iterations() * kPlaces);
}
BENCHMARK(pointToCellBoostAnchor)->Unit(benchmark::kMillisecond);

void buildCellIndex(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(CellIndex::build(cells()));
}
BENCHMARK(buildCellIndex)->Unit(benchmark::kMillisecond);

/// Cases within 100 m of a place, among a million.
void nearbyCases(benchmark::State& state)
{
    std::vector<PointIndex::Item> items;
    for (std::size_t i = 0; i < 1'000'000; ++i)
        items.push_back({places()[i], i});
    const PointIndex index(items);
    std::size_t k = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(index.withinRadius(places()[k++ & (kPlaces - 1)], 100));
}
BENCHMARK(nearbyCases)->Unit(benchmark::kMicrosecond);

} // namespace
