// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/geo/gaps.h"
#include "models/geo/metric.h"
#include "models/geo/polygonise.h"
#include "models/geo/roadblocks.h"

#include <gtest/gtest.h>

#include <map>

using namespace griddesk;

namespace {

constexpr std::int32_t X = 1214600000;
constexpr std::int32_t Y = 312000000;

Polyline across(std::int32_t x1, std::int32_t y1, std::int32_t x2, std::int32_t y2) { return {{X + x1, Y + y1}, {X + x2, Y + y2}}; }

/// Three streets north-south, three east-west, 100 m apart, with ends sticking out.
std::vector<Polyline> lattice()
{
    std::vector<Polyline> lines;
    for (std::int32_t k = 0; k < 3; ++k) {
        lines.push_back(across(10000 * k, -2000, 10000 * k, 22000));
        lines.push_back(across(-2000, 10000 * k, 22000, 10000 * k));
    }
    return lines;
}

TEST(Polygonise, CrossingLinesGiveFacesAndDeadEndsFallAway)
{
    const auto faces = polygonise(lattice());
    ASSERT_TRUE(faces);
    ASSERT_EQ(faces->size(), 4u);
    EXPECT_EQ(faces->front().outer, (Ring{{X, Y}, {X + 10000, Y}, {X + 10000, Y + 10000}, {X, Y + 10000}}));
}

TEST(Polygonise, ObliqueCrossingsAreRoundedOnceForAllFaces)
{
    // Diagonals meet at places that are no whole units; neighbours must still share corners exactly.
    std::vector<Polyline> lines = lattice();
    lines.push_back(across(-1000, 333, 21000, 17777));
    lines.push_back(across(19999, -500, 1234, 21000));
    const auto faces = polygonise(lines);
    ASSERT_TRUE(faces);
    std::map<std::pair<GeoPoint, GeoPoint>, int> edges;
    double sum = 0;
    for (const Polygon& face : *faces) {
        sum += areaM2(face);
        for (std::size_t i = 0; i < face.outer.size(); ++i) {
            const auto ends = std::minmax(face.outer[i], face.outer[(i + 1) % face.outer.size()]);
            ++edges[{ends.first, ends.second}];
        }
    }
    for (const auto& [edge, uses] : edges)
        EXPECT_LE(uses, 2);
    EXPECT_GE(std::ranges::count(edges, 2, [](const auto& e) { return e.second; }), 8);
    const double outline = areaM2(Ring{{X, Y}, {X + 20000, Y}, {X + 20000, Y + 20000}, {X, Y + 20000}});
    EXPECT_GE(sum, outline * 0.9999999);
}

TEST(Polygonise, NothingClosedGivesNoFace)
{
    EXPECT_TRUE(polygonise({}).value().empty());
    EXPECT_TRUE(polygonise(std::vector<Polyline>{across(0, 0, 1000, 1000), {}, {{X, Y}}, {{X, Y}, {X, Y}}}).value().empty());
}

TEST(Slivers, TheStripBetweenCarriagewaysJoinsTheLongerNeighbour)
{
    std::vector<Polyline> lines = lattice();
    lines.push_back(across(10400, -2000, 10400, 22000)); // 4 m beside the middle street: two strips of 380 m² each
    const auto faces = polygonise(lines);
    ASSERT_TRUE(faces);
    ASSERT_EQ(faces->size(), 6u);
    const auto byArea = mergeSlivers(*faces, {.minimumAreaM2 = 800, .minimumWidthM = 0});
    ASSERT_TRUE(byArea);
    EXPECT_EQ(byArea->size(), 4u);
    const auto byWidth = mergeSlivers(*faces, {.minimumAreaM2 = 0, .minimumWidthM = 8});
    ASSERT_TRUE(byWidth);
    EXPECT_EQ(byWidth->size(), 4u);
    double before = 0;
    double after = 0;
    for (const Polygon& f : *faces)
        before += areaM2(f);
    for (const Polygon& f : *byArea)
        after += areaM2(f);
    EXPECT_NEAR(before, after, 1e-3);
}

TEST(Slivers, ALonelySliverIsDroppedAndARuleOfZeroKeepsAll)
{
    const std::vector<Polyline> lines{{{X, Y}, {X + 100, Y}, {X + 100, Y + 100}, {X, Y + 100}, {X, Y}}};
    const auto faces = polygonise(lines);
    ASSERT_TRUE(faces);
    EXPECT_EQ(mergeSlivers(*faces, {}).value().size(), 1u);
    EXPECT_TRUE(mergeSlivers(*faces, {.minimumAreaM2 = 800}).value().empty());
}

TEST(Slivers, AChainOfSliversEndsInOneBlock)
{
    std::vector<Polyline> lines;
    for (std::int32_t k = 0; k <= 10; ++k)
        lines.push_back(across(300 * k, 0, 300 * k, 3000));
    lines.push_back(across(0, 0, 3000, 0));
    lines.push_back(across(0, 3000, 3000, 3000));
    const auto faces = polygonise(lines);
    ASSERT_TRUE(faces);
    ASSERT_EQ(faces->size(), 10u);
    const auto merged = mergeSlivers(*faces, {.minimumAreaM2 = 200});
    ASSERT_TRUE(merged);
    EXPECT_GE(merged->size(), 2u);
    for (const Polygon& p : *merged)
        EXPECT_GE(areaM2(p), 200);
}

TEST(Blocks, SidesNameTheLinesLongestFirst)
{
    std::vector<Polyline> lines{across(0, 0, 30000, 0), across(0, 10000, 30000, 10000), across(0, -100, 0, 11000), across(30000, -100, 30000, 11000)};
    const auto blocks = cutBlocks(lines, {});
    ASSERT_TRUE(blocks);
    ASSERT_EQ(blocks->size(), 1u);
    const std::vector<Block::Side>& sides = blocks->front().sides;
    ASSERT_EQ(sides.size(), 4u);
    EXPECT_EQ(sides[0].line, 1u - (sides[0].line == 0)); // the long ones, nearly equal
    EXPECT_LE(sides[1].line, 1u);
    EXPECT_GE(sides[2].line, 2u);
    EXPECT_NEAR(sides[0].metres, 286, 2);
}

TEST(RoadBlocks, BridgesTunnelsSlipRoadsAndServiceWaysDoNotCut)
{
    const auto road = [](const char* kind, const char* name, bool bridge, bool tunnel) { return Road{1, kind, name, bridge, tunnel, {}}; };
    EXPECT_TRUE(cutsBlocks(road("primary", "", false, false)));
    EXPECT_TRUE(cutsBlocks(road("living_street", "x", false, false)));
    EXPECT_FALSE(cutsBlocks(road("primary", "", true, false)));
    EXPECT_FALSE(cutsBlocks(road("primary", "", false, true)));
    EXPECT_FALSE(cutsBlocks(road("primary_link", "", false, false)));
    EXPECT_FALSE(cutsBlocks(road("service", "", false, false)));
    EXPECT_FALSE(cutsBlocks(road("motorway", "", false, false)));
    EXPECT_FALSE(cutsBlocks(road("", "", false, false)));
    EXPECT_FALSE(cutsBlocks(road("trunk", "延安高架路", false, false)));
}

TEST(RoadBlocks, AnElevatedRoadOverTheMiddleLeavesTheBlockWhole)
{
    std::vector<Road> roads;
    const std::vector<Polyline> lines = lattice();
    const char* names[] = {"甲路", "一街", "乙路", "二街", "丙路", "三街"};
    for (std::size_t i = 0; i < lines.size(); ++i)
        roads.push_back({static_cast<std::int64_t>(i), "residential", names[i], false, false, lines[i]});
    roads.push_back({99, "trunk", "高处", true, false, across(5000, -2000, 5000, 22000)});
    const auto blocks = roadBlocks(roads, {.slivers = {.minimumAreaM2 = 800}, .bridgeMetres = 0, .frame = std::nullopt});
    ASSERT_TRUE(blocks);
    ASSERT_EQ(blocks->size(), 4u);
    std::vector<std::string> streets = blocks->front().streets;
    ASSERT_EQ(streets.size(), 4u);
    std::ranges::sort(streets);
    EXPECT_EQ(streets, (std::vector<std::string>{"一街", "乙路", "二街", "甲路"}));
}

TEST(Gaps, ADeadEndIsLengthenedToTheFirstLineAhead)
{
    std::vector<Polyline> lines = lattice();
    lines.push_back({{X + 4000, Y}, {X + 4000, Y + 6000}}); // ends 44 m short of the middle street
    EXPECT_EQ(std::ranges::count_if(bridgeGaps(lines, 20), [](const Polyline& l) { return l[0].lonE7 == X + 4000; }), 0);
    const std::vector<Polyline> pieces = bridgeGaps(lines, 60);
    ASSERT_EQ(std::ranges::count_if(pieces, [](const Polyline& l) { return l[0] == GeoPoint{X + 4000, Y + 6000}; }), 1);
    lines.insert(lines.end(), pieces.begin(), pieces.end());
    EXPECT_EQ(polygonise(lines).value().size(), 5u);
}

TEST(Gaps, NothingAheadOrNothingGivenAddsNothing)
{
    EXPECT_TRUE(bridgeGaps({}, 100).empty());
    EXPECT_TRUE(bridgeGaps(std::vector<Polyline>{across(0, 0, 1000, 0), across(0, 500, 1000, 500)}, 1000).empty());
}

TEST(RoadBlocks, AFrameClosesTheFringe)
{
    const std::vector<Road> roads{{1, "primary", "甲路", false, false, across(5000, -100, 5000, 10100)}};
    EXPECT_TRUE(roadBlocks(roads, {}).value().empty());
    const auto blocks = roadBlocks(roads, {.slivers = {}, .bridgeMetres = 0, .frame = Box{X, Y, X + 10000, Y + 10000}});
    ASSERT_TRUE(blocks);
    ASSERT_EQ(blocks->size(), 2u);
    EXPECT_EQ(blocks->front().streets, (std::vector<std::string>{"甲路"}));
}

} // namespace
