// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/geo/cellindex.h"
#include "models/geo/metric.h"
#include "tests/geo/tiling.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

using namespace griddesk;
using griddesk::testing::square;
using griddesk::testing::Tiling;

namespace bg = boost::geometry;
using FlatPoint = bg::model::d2::point_xy<double>;
using FlatPolygon = bg::model::polygon<FlatPoint>;

namespace {

CellIndex indexOf(std::vector<MultiPolygon> cells)
{
    auto index = CellIndex::build(std::move(cells));
    EXPECT_TRUE(index);
    return std::move(index).value();
}

/// The rule in its plain form: first cell that contains the place.
std::optional<std::size_t> byHand(const std::vector<MultiPolygon>& cells, GeoPoint p)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (contains(cells[i], p))
            return i;
    return std::nullopt;
}

FlatPolygon flat(const Polygon& polygon)
{
    FlatPolygon out;
    for (const GeoPoint p : polygon.outer)
        bg::append(out.outer(), FlatPoint(p.lonE7, p.latE7));
    bg::correct(out);
    return out;
}

TEST(CellIndex, EmptyIndexFindsNothing)
{
    const CellIndex none;
    EXPECT_FALSE(none.locate({0, 0}));
    EXPECT_FALSE(none.nearest({0, 0}, 1e6));
    EXPECT_TRUE(none.neighbours(0).empty());
    EXPECT_TRUE(none.within({-10, -10, 10, 10}).empty());
    const CellIndex blank = indexOf({{}, {Polygon{}}, {Polygon{{{5, 5}}, {}}}});
    EXPECT_FALSE(blank.locate({5, 5}));
}

TEST(CellIndex, CoordinatesOutsideTheEarthAreRefused)
{
    EXPECT_EQ(CellIndex::build({{square({1799999999, 0}, 100)}}).error().code, ErrorCode::GeometryInvalid);
}

TEST(CellIndex, HolesIslandsAndSeparatePartsAreRespected)
{
    Polygon ring = square({0, 0}, 9000);
    ring.holes.push_back(square({3000, 3000}, 3000).outer);
    const CellIndex index = indexOf({{ring}, {square({3000, 3000}, 3000)}, {square({20000, 0}, 1000), square({30000, 0}, 1000)}});
    EXPECT_EQ(index.locate({1000, 1000}), 0u);
    EXPECT_EQ(index.locate({4000, 4000}), 1u);
    EXPECT_EQ(index.locate({3000, 3000}), 1u);
    EXPECT_EQ(index.locate({6000, 6000}), 0u);
    EXPECT_EQ(index.locate({20500, 500}), 2u);
    EXPECT_EQ(index.locate({30500, 500}), 2u);
    EXPECT_FALSE(index.locate({25000, 500}));
    EXPECT_FALSE(index.locate({std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()}));
}

TEST(CellIndex, RingsInTheWrongOrderAreFoundByTheEvenOddRule)
{
    // New York's "East Harlem North": the big ring stands behind two small ones, as if it were their hole.
    Polygon mixed{square({5, 5}, 1).outer, {square({-40, -30}, 8).outer, square({20, 10}, 500).outer}};
    const std::vector<MultiPolygon> cells{{mixed}, {Polygon{{}, {square({1000, 1000}, 20).outer}}}, {square({560, 10}, 30)}};
    const CellIndex index = indexOf(cells);
    EXPECT_EQ(boundingBox(mixed).minLonE7, -40);
    for (std::int32_t x = -60; x < 1040; x += 3)
        for (std::int32_t y = -60; y < 1040; y += 7)
            ASSERT_EQ(index.locate({x, y}), byHand(cells, {x, y})) << x << ", " << y;
}

TEST(CellIndex, WhereCellsOverlapTheLowestIndexWins)
{
    const CellIndex index = indexOf({{square({500, 500}, 1000)}, {square({0, 0}, 1000)}, {square({0, 0}, 5000)}});
    EXPECT_EQ(index.locate({700, 700}), 0u);
    EXPECT_EQ(index.locate({100, 100}), 1u);
    EXPECT_EQ(index.locate({4000, 4000}), 2u);
}

TEST(CellIndex, ManyCellsInOneSpotStillAnswerExactly)
{
    // A far outlier makes the bins huge, forty nested squares then share one: more than a record holds.
    std::vector<MultiPolygon> cells;
    for (std::int32_t i = 0; i < 40; ++i)
        cells.push_back({square({1000 * i, 1000 * i}, 500)});
    cells.push_back({square({1700000000, 800000000}, 1000)});
    const CellIndex index = indexOf(cells);
    for (std::int32_t i = 0; i < 40; ++i)
        EXPECT_EQ(index.locate({1000 * i + 250, 1000 * i + 250}), static_cast<std::size_t>(i));
    EXPECT_FALSE(index.locate({750, 750}));
    EXPECT_EQ(index.locate({1700000500, 800000500}), 40u);
}

TEST(CellIndex, EveryPlaceOfASmallTilingIsOwnedExactlyOnce)
{
    // Corners only a few units apart: every query lies on or beside a border, and every unit is asked.
    const Tiling tiling{.columns = 6, .rows = 5, .pointsPerSide = 2, .seed = 7, .origin = {1000, 2000}, .stepE7 = 30};
    const std::vector<MultiPolygon> cells = tiling.cells();
    const CellIndex index = indexOf(cells);
    Box all;
    for (const MultiPolygon& cell : cells)
        all.extend(boundingBox(cell));
    for (std::int32_t x = all.minLonE7 - 2; x <= all.maxLonE7 + 2; ++x)
        for (std::int32_t y = all.minLatE7 - 2; y <= all.maxLatE7 + 2; ++y) {
            const auto owners = std::ranges::count_if(cells, [&](const MultiPolygon& c) { return contains(c, {x, y}); });
            ASSERT_LE(owners, 1) << x << ' ' << y;
            ASSERT_EQ(index.locate({x, y}), byHand(cells, {x, y})) << x << ' ' << y;
        }
}

TEST(CellIndex, PlacesOnSharedBordersBelongToExactlyOneCell)
{
    const Tiling tiling{.columns = 12, .rows = 12};
    const std::vector<MultiPolygon> cells = tiling.cells();
    const CellIndex index = indexOf(cells);
    std::size_t asked = 0;
    for (std::size_t r = 1; r + 1 < 12; ++r)
        for (std::size_t c = 1; c + 1 < 12; ++c)
            for (const GeoPoint corner : cells[r * 12 + c].front().outer) {
                const auto owners = std::ranges::count_if(cells, [&](const MultiPolygon& cell) { return contains(cell, corner); });
                ASSERT_EQ(owners, 1);
                ASSERT_EQ(index.locate(corner), byHand(cells, corner));
                ++asked;
            }
    EXPECT_EQ(asked, 100u * 40);
}

RC_GTEST_PROP(CellIndexProperty, AgreesWithThePlainRuleAndWithBoostAwayFromBorders, ())
{
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const auto side = *rc::gen::inRange<std::size_t>(1, 8);
    const auto points = *rc::gen::inRange<std::size_t>(1, 12);
    const Tiling tiling{.columns = side, .rows = 9 - side, .pointsPerSide = points, .seed = seed};
    const std::vector<MultiPolygon> cells = tiling.cells();
    const CellIndex index = indexOf(cells);
    std::vector<FlatPolygon> flats;
    for (const MultiPolygon& cell : cells)
        flats.push_back(flat(cell.front()));
    std::mt19937 random(seed);
    const Box box = tiling.box().grown(50);
    for (int k = 0; k < 300; ++k) {
        const GeoPoint p{box.minLonE7 + static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(box.maxLonE7 - box.minLonE7)),
                         box.minLatE7 + static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(box.maxLatE7 - box.minLatE7))};
        const auto found = index.locate(p);
        RC_ASSERT(found == byHand(cells, p));
        for (std::size_t i = 0; i < flats.size(); ++i) {
            const FlatPoint at(p.lonE7, p.latE7);
            if (bg::within(at, flats[i]))
                RC_ASSERT(found == i);
            else if (!bg::covered_by(at, flats[i]))
                RC_ASSERT(found != i);
        }
    }
}

RC_GTEST_PROP(CellIndexProperty, OverlappingTrianglesOfAnySizeAgreeWithThePlainRule, ())
{
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    std::mt19937 random(seed);
    const std::uint32_t reach = *rc::gen::element(20u, 1000u, 1'000'000u, 800'000'000u);
    const auto any = [&] { return GeoPoint{static_cast<std::int32_t>(random() % reach), static_cast<std::int32_t>(random() % reach)}; };
    std::vector<MultiPolygon> cells;
    for (int i = 0; i < 25; ++i)
        cells.push_back({Polygon{{any(), any(), any()}, {}}});
    const CellIndex index = indexOf(cells);
    for (int k = 0; k < 300; ++k) {
        const GeoPoint p = k % 3 == 0 ? cells[random() % cells.size()].front().outer[random() % 3] : any();
        RC_ASSERT(index.locate(p) == byHand(cells, p));
    }
}

TEST(CellIndex, NearestPrefersTheOwnerAndKeepsTheLimit)
{
    const GeoPoint sw{1214600000, 312000000};
    const CellIndex index = indexOf({{square(sw, 10000)}, {square({sw.lonE7 + 30000, sw.latE7}, 10000)}});
    const auto inside = index.nearest({sw.lonE7 + 10, sw.latE7 + 10}, 0);
    ASSERT_TRUE(inside);
    EXPECT_EQ(inside->cell, 0u);
    EXPECT_EQ(inside->metres, 0);
    const GeoPoint between{sw.lonE7 + 22000, sw.latE7 + 5000};
    const auto near = index.nearest(between, 200);
    ASSERT_TRUE(near);
    EXPECT_EQ(near->cell, 1u);
    EXPECT_NEAR(near->metres, distanceMetres(between, {sw.lonE7 + 30000, between.latE7}), 1e-6);
    EXPECT_FALSE(index.nearest(between, near->metres - 0.01));
    EXPECT_TRUE(index.nearest(between, near->metres + 0.01));
}

TEST(CellIndex, NeighboursShareALengthNotACorner)
{
    const CellIndex index = indexOf(Tiling{.columns = 3, .rows = 3}.cells());
    EXPECT_EQ(index.neighbours(4), (std::vector<std::size_t>{1, 3, 5, 7}));
    EXPECT_EQ(index.neighbours(0), (std::vector<std::size_t>{1, 3}));
    EXPECT_TRUE(index.neighbours(9).empty());
}

TEST(CellIndex, NeighboursAreFoundWhereOnlyOneSideHasTheCorner)
{
    const CellIndex index = indexOf({{square({0, 0}, 2000)}, {square({2000, 0}, 1000)}, {square({2000, 1000}, 1000)}, {square({2000, 2000}, 1000)}});
    EXPECT_EQ(index.neighbours(0), (std::vector<std::size_t>{1, 2}));
}

TEST(CellIndex, WithinListsCellsWhoseBoxesMeet)
{
    const CellIndex index = indexOf({{square({0, 0}, 100)}, {square({200, 0}, 100)}, {square({400, 0}, 100)}});
    EXPECT_EQ(index.within({50, 50, 250, 60}), (std::vector<std::size_t>{0, 1}));
    EXPECT_TRUE(index.within(Box{}).empty());
}

} // namespace
