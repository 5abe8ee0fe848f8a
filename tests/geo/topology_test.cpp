// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/geo/metric.h"
#include "models/geo/topology.h"
#include "tests/geo/tiling.h"

#include <gtest/gtest.h>

using namespace griddesk;
using griddesk::testing::square;
using griddesk::testing::Tiling;
using Kind = TopologyProblem::Kind;

namespace {

constexpr GeoPoint kPlace{1214600000, 312000000};

std::vector<CodedShape> coded(std::vector<MultiPolygon> shapes)
{
    std::vector<CodedShape> cells;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        cells.push_back({std::to_string(i), std::move(shapes[i])});
    return cells;
}

GeoPoint shifted(std::int32_t x, std::int32_t y) { return {kPlace.lonE7 + x, kPlace.latE7 + y}; }

TEST(Topology, ACleanTilingHasNoProblem)
{
    const auto problems = checkTopology(coded(Tiling{.columns = 20, .rows = 20}.cells()));
    ASSERT_TRUE(problems);
    EXPECT_TRUE(problems->empty());
    EXPECT_TRUE(checkTopology({}).value().empty());
}

TEST(Topology, AMissingCellIsAGapWithItsNeighbours)
{
    std::vector<MultiPolygon> shapes = Tiling{.columns = 3, .rows = 3}.cells();
    const double area = areaM2(shapes[4]);
    const MultiPolygon hole = shapes[4];
    shapes.erase(shapes.begin() + 4);
    const auto problems = checkTopology(coded(shapes));
    ASSERT_TRUE(problems);
    ASSERT_EQ(problems->size(), 1u);
    EXPECT_EQ(problems->front().kind, Kind::Gap);
    EXPECT_NEAR(problems->front().areaM2, area, 0.01);
    EXPECT_TRUE(contains(hole, problems->front().place));
    EXPECT_EQ(problems->front().indices.size(), 8u); // also those at its corners
}

TEST(Topology, AnOverlapIsMeasuredAndPlaced)
{
    const auto problems = checkTopology(coded({{square(kPlace, 10000)}, {square(shifted(9000, 0), 10000)}, {square(shifted(19000, 0), 10000)}}));
    ASSERT_TRUE(problems);
    ASSERT_EQ(problems->size(), 1u);
    EXPECT_EQ(problems->front().kind, Kind::Overlap);
    EXPECT_EQ(problems->front().indices, (std::vector<std::size_t>{0, 1}));
    EXPECT_NEAR(problems->front().areaM2, areaM2(square(kPlace, 10000)) / 10, 1);
    EXPECT_GE(problems->front().place.lonE7, kPlace.lonE7 + 9000);
    EXPECT_LE(problems->front().place.lonE7, kPlace.lonE7 + 10000);
}

TEST(Topology, ACellInsideAnotherOrTwiceTheSameIsAnOverlap)
{
    const auto inside = checkTopology(coded({{square(kPlace, 10000)}, {square(shifted(3000, 3000), 4000)}}));
    ASSERT_TRUE(inside);
    ASSERT_EQ(inside->size(), 1u);
    EXPECT_EQ(inside->front().kind, Kind::Overlap);
    const auto twice = checkTopology(coded({{square(kPlace, 10000)}, {square(kPlace, 10000)}}));
    ASSERT_TRUE(twice);
    ASSERT_EQ(twice->size(), 1u);
    EXPECT_EQ(twice->front().kind, Kind::Overlap);
}

TEST(Topology, AnIslandCellThatFillsAHoleIsNoGap)
{
    Polygon ring = square(kPlace, 10000);
    ring.holes.push_back(square(shifted(3000, 3000), 4000).outer);
    EXPECT_TRUE(checkTopology(coded({{ring}, {square(shifted(3000, 3000), 4000)}})).value().empty());
    const auto open = checkTopology(coded({{ring}, {square(shifted(3000, 3000), 2000)}}));
    ASSERT_TRUE(open);
    ASSERT_EQ(open->size(), 1u);
    EXPECT_EQ(open->front().kind, Kind::Gap);
}

TEST(Topology, BrokenShapesCodesAndSliversAreNamed)
{
    std::vector<CodedShape> cells{{"a", {square(kPlace, 10000)}},
                                  {"b", {Polygon{{shifted(20000, 0), shifted(30000, 10000), shifted(30000, 0), shifted(20000, 10000)}, {}}}},
                                  {"a", {square(shifted(40000, 0), 10000)}},
                                  {"c", {square(shifted(60000, 0), 50)}},
                                  {"d", {}},
                                  {"e", {Polygon{{kPlace, shifted(1, 1)}, {}}}}};
    const auto problems = checkTopology(cells);
    ASSERT_TRUE(problems);
    std::vector<std::pair<Kind, std::vector<std::size_t>>> seen;
    for (const TopologyProblem& p : *problems)
        seen.emplace_back(p.kind, p.indices);
    EXPECT_EQ(seen, (std::vector<std::pair<Kind, std::vector<std::size_t>>>{
                        {Kind::Invalid, {1}}, {Kind::Invalid, {4}}, {Kind::Invalid, {5}}, {Kind::DuplicateCode, {0, 2}}, {Kind::Sliver, {3}}}));
    EXPECT_EQ(problems->front().place, shifted(25000, 5000));
}

} // namespace
