// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/geo/metric.h"
#include "models/geo/projection.h"
#include "models/geo/shapes.h"
#include "tests/geo/tiling.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using namespace griddesk;
using griddesk::testing::square;
using griddesk::testing::Tiling;

namespace {

const GeoPoint kPlace{1205500000, 313300000};

TEST(Metric, AreaAndLengthAgreeWithTheSurveyPlane)
{
    // 0.01 degree square near the central meridian, where the plane's scale is 1 to the sixth digit.
    const GeoPoint sw{1200000000, 313300000};
    const Polygon shape = square(sw, 100000);
    Ring plane;
    double doubled = 0;
    double around = 0;
    std::vector<Metres> corners;
    for (const GeoPoint p : shape.outer)
        corners.push_back(gaussForward(120, p.lon(), p.lat()));
    for (std::size_t i = 0; i < 4; ++i) {
        const Metres a = corners[i];
        const Metres b = corners[(i + 1) % 4];
        doubled += a.x * b.y - b.x * a.y;
        around += std::hypot(b.x - a.x, b.y - a.y);
    }
    EXPECT_NEAR(areaM2(shape) / (doubled / 2), 1.0, 1e-6);
    EXPECT_NEAR(perimeterMetres(shape) / around, 1.0, 1e-6);
}

TEST(Metric, WholeEarthHasTheEllipsoidsSurface)
{
    const Polygon half{{{-900000000, -900000000}, {900000000, -900000000}, {900000000, 900000000}, {-900000000, 900000000}}, {}};
    // Simpson per edge is exact here: meridian edges bound nothing, polar edges are level.
    EXPECT_NEAR(2 * areaM2(half) / 510065621724088.0, 1.0, 1e-9);
}

TEST(Metric, HolesAreSubtractedAndOrientationIsIgnored)
{
    Polygon shape = square(kPlace, 4000);
    const double full = areaM2(shape);
    Ring hole = square({kPlace.lonE7 + 1000, kPlace.latE7 + 1000}, 2000).outer;
    const double inner = areaM2(hole);
    shape.holes = {hole};
    EXPECT_NEAR(areaM2(shape), full - inner, 1e-6);
    std::ranges::reverse(shape.outer);
    EXPECT_NEAR(areaM2(shape), full - inner, 1e-6);
    shape.outer.push_back(shape.outer.front());
    EXPECT_NEAR(areaM2(shape), full - inner, 1e-6);
}

TEST(Metric, DistanceToASegmentEndsAtItsEnds)
{
    const GeoPoint a{1205500000, 313300000};
    const GeoPoint b{1205510000, 313300000};
    EXPECT_NEAR(distanceMetres({1205505000, 313300100}, a, b), distanceMetres({1205505000, 313300100}, {1205505000, 313300000}), 1e-9);
    EXPECT_NEAR(distanceMetres({1205520000, 313300000}, a, b), distanceMetres({1205520000, 313300000}, b), 1e-9);
    EXPECT_NEAR(distanceMetres(a, a, a), 0, 0);
    EXPECT_TRUE(std::isinf(distanceMetres(a, MultiPolygon{})));
}

TEST(Contains, CornersAndEdgesBelongToTheShapeToTheirNorthEast)
{
    const Polygon shape = square({100, 100}, 10);
    EXPECT_TRUE(contains(shape, {100, 100}));
    EXPECT_TRUE(contains(shape, {105, 100}));
    EXPECT_TRUE(contains(shape, {100, 105}));
    EXPECT_FALSE(contains(shape, {110, 105}));
    EXPECT_FALSE(contains(shape, {105, 110}));
    EXPECT_FALSE(contains(shape, {110, 110}));
    EXPECT_FALSE(contains(shape, {110, 100}));
    EXPECT_FALSE(contains(shape, {100, 110}));
}

TEST(Contains, BrokenRingsContainNothing)
{
    EXPECT_FALSE(contains(Polygon{}, {0, 0}));
    EXPECT_FALSE(contains(Polygon{{{5, 5}}, {}}, {5, 5}));
    EXPECT_FALSE(contains(Polygon{{{0, 0}, {10, 10}}, {}}, {5, 5}));
}

TEST(Contains, WorksAcrossTheWholeEarthWithoutOverflow)
{
    const Polygon earth{{{-1800000000, -900000000}, {1800000000, -900000000}, {1800000000, 900000000}, {-1800000000, 900000000}}, {}};
    EXPECT_TRUE(contains(earth, {0, 0}));
    const Polygon wedge{{{-1800000000, -900000000}, {1800000000, -900000000}, {1800000000, 900000000}}, {}};
    EXPECT_TRUE(contains(wedge, {1, 0}));
    EXPECT_FALSE(contains(wedge, {-1, 0}));
}

TEST(Shapes, CentroidIgnoresOrientationAndPointOnSurfaceIsInside)
{
    const Polygon bent{{{0, 0}, {30000, 0}, {30000, 30000}, {29000, 30000}, {29000, 1000}, {0, 1000}}, {}};
    EXPECT_FALSE(contains(bent, centroid(bent)));
    const auto inside = pointOnSurface({bent});
    ASSERT_TRUE(inside);
    EXPECT_TRUE(contains(bent, *inside));
    EXPECT_EQ(centroid(square({100, 100}, 10)), (GeoPoint{105, 105}));
    EXPECT_EQ(pointOnSurface({}).error().code, ErrorCode::GeometryInvalid);
}

TEST(Shapes, UnionOfATilingHasNoSeamAndTheSumOfTheAreas)
{
    const std::vector<MultiPolygon> cells = Tiling{.columns = 8, .rows = 6}.cells();
    double sum = 0;
    for (const MultiPolygon& cell : cells)
        sum += areaM2(cell);
    const auto whole = unite(cells);
    ASSERT_TRUE(whole);
    ASSERT_EQ(whole->size(), 1u);
    EXPECT_TRUE(whole->front().holes.empty());
    EXPECT_NEAR(areaM2(*whole) / sum, 1.0, 1e-9);
}

TEST(Shapes, BowTieIsReportedAndMadeValid)
{
    const MultiPolygon bowTie{{{{0, 0}, {10000, 10000}, {10000, 0}, {0, 10000}}, {}}};
    const auto why = invalidity(bowTie);
    ASSERT_TRUE(why);
    EXPECT_EQ(why->place, (GeoPoint{5000, 5000}));
    const auto valid = makeValid(bowTie);
    ASSERT_TRUE(valid);
    EXPECT_FALSE(invalidity(*valid));
    EXPECT_EQ(valid->size(), 2u);
    EXPECT_EQ(unite(std::vector<MultiPolygon>{{Polygon{{{0, 0}, {1, 1}}, {}}}}).error().code, ErrorCode::GeometryInvalid);
}

TEST(Simplify, StaysWithinTheToleranceAndKeepsRingsThatWouldCollapse)
{
    const MultiPolygon cell = Tiling{.columns = 1, .rows = 1}.cells().front();
    const Polygon fewer = simplify(cell.front(), 5);
    EXPECT_LT(fewer.outer.size(), cell.front().outer.size());
    for (const GeoPoint p : cell.front().outer)
        EXPECT_LE(std::min(distanceMetres(p, MultiPolygon{fewer}), [&] {
                      double best = 1e9;
                      for (std::size_t i = 0; i < fewer.outer.size(); ++i)
                          best = std::min(best, distanceMetres(p, fewer.outer[i], fewer.outer[(i + 1) % fewer.outer.size()]));
                      return best;
                  }()),
                  5.01);
    const Polygon tiny = square(kPlace, 100);
    EXPECT_EQ(simplify(tiny, 1000), tiny);
    EXPECT_EQ(simplify(Polyline{kPlace}, 5).size(), 1u);
}

TEST(Simplify, CellsSimplifiedTogetherStillTile)
{
    const std::vector<MultiPolygon> cells = Tiling{.columns = 5, .rows = 5}.cells();
    const auto simple = simplifyCoverage(cells, 10);
    ASSERT_TRUE(simple);
    ASSERT_EQ(simple->size(), cells.size());
    std::size_t corners = 0;
    double sum = 0;
    for (const MultiPolygon& cell : *simple) {
        corners += cell.front().outer.size();
        sum += areaM2(cell);
    }
    EXPECT_LT(corners, 25u * 40 / 2);
    EXPECT_NEAR(areaM2(unite(*simple).value()) / sum, 1.0, 1e-9);
    EXPECT_EQ(simplifyCoverage(cells, -1).error().code, ErrorCode::OutOfRange);
}

TEST(BoxType, GrownHoldsEverythingWithinTheDistance)
{
    const Box box = Box{kPlace.lonE7, kPlace.latE7, kPlace.lonE7, kPlace.latE7}.grown(100);
    EXPECT_GE(distanceMetres(kPlace, {box.maxLonE7, kPlace.latE7}), 100);
    EXPECT_GE(distanceMetres(kPlace, {kPlace.lonE7, box.minLatE7}), 100);
    EXPECT_LT(distanceMetres(kPlace, {box.maxLonE7, kPlace.latE7}), 101);
    EXPECT_LT(distanceMetres(kPlace, {kPlace.lonE7, box.maxLatE7}), 101);
    EXPECT_TRUE(Box{}.grown(10).isEmpty());
}

} // namespace
