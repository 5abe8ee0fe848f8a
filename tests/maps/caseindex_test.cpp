// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/casepainter.h"
#include "maps/mapdata.h"
#include "maps/tilerenderer.h"
#include "mapfixtures.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include <set>

namespace griddesk {
namespace {

const WorldBox everywhere{0, 0, 0xffffffffU, 0xffffffffU};

std::shared_ptr<const CaseIndex> indexOf(const std::vector<MapCase>& cases)
{
    CaseIndex::Builder builder;
    for (const MapCase& c : cases)
        builder.add(c);
    return std::move(builder).build();
}

TEST(CaseIndex, GivesBackEveryCaseByItsIdentifier)
{
    auto cases = testing::scatteredCases(3000, 1);
    cases[17].id = "018f3c2e-7b1a-7c3d-9e4f-0a1b2c3d4e5f"; // packed
    cases[18].id = "018F3C2E-7B1A-7C3D-9E4F-0A1B2C3D4E5F"; // capitals: not canonical, kept as text
    cases[19].id = "";
    const auto index = indexOf(cases);
    ASSERT_EQ(index->size(), 3000U);
    for (const MapCase& c : cases) {
        const auto row = index->rowOf(c.id);
        ASSERT_TRUE(row) << c.id;
        EXPECT_EQ(index->id(*row), c.id);
        EXPECT_EQ(index->place(*row), toWorld(c.place));
        EXPECT_EQ(index->signs(*row), c.signs);
        EXPECT_EQ(index->label(*row), c.label);
    }
    EXPECT_FALSE(index->rowOf("c3000"));
}

TEST(CaseIndex, CutsLongLabelsBetweenCharacters)
{
    const auto index = indexOf({{"a", {}, {}, "暴露垃圾暴露垃圾暴露垃圾"}});
    EXPECT_EQ(index->label(0), "暴露垃圾暴露垃圾");
}

TEST(CaseIndex, CountsEveryCaseExactlyOnceAtEveryZoom)
{
    const auto index = indexOf(testing::scatteredCases(5000, 2));
    for (int zoom = 5; zoom <= 20; ++zoom) {
        std::uint32_t sum = 0;
        for (const DrawnMark& mark : index->marks(index->extent(), zoom)) {
            sum += mark.count;
            if (mark.isCluster()) {
                std::uint32_t lamps = 0;
                for (const auto n : mark.lamps)
                    lamps += n;
                ASSERT_EQ(lamps, mark.count);
            }
        }
        EXPECT_EQ(sum, 5000U) << "zoom " << zoom;
    }
}

TEST(CaseIndex, GivesTheSameMarksWhateverTheBox)
{
    // Evenly, and in little heaps as cases lie in a town.
    auto cases = testing::scatteredCases(2000, 3);
    std::mt19937 random(11);
    std::normal_distribution<double> away(0, 0.0002);
    for (int i = 0; i < 1500; ++i) {
        const GeoPoint heap = cases[static_cast<std::size_t>(i) % 150].place;
        cases.push_back({"h" + std::to_string(i), GeoPoint::fromDegrees(heap.lon() + away(random), heap.lat() + away(random)).value(), {}, ""});
    }
    const auto index = indexOf(cases);
    std::size_t joined = 0;
    const WorldBox e = index->extent();
    for (int zoom = 12; zoom <= 17; ++zoom) {
        const auto whole = index->marks(e, zoom);
        std::size_t seen = 0;
        // Sixteen parts beside each other, as tiles are.
        for (std::uint32_t i = 0; i < 16; ++i) {
            const std::uint32_t width = (e.maxX - e.minX) / 4 + 1;
            const std::uint32_t height = (e.maxY - e.minY) / 4 + 1;
            const WorldBox part{e.minX + i % 4 * width, e.minY + i / 4 * height, e.minX + (i % 4 + 1) * width, e.minY + (i / 4 + 1) * height};
            for (const DrawnMark& m : index->marks(part, zoom)) {
                EXPECT_EQ(std::ranges::count(whole, m), 1) << "zoom " << zoom;
                ++seen;
                joined += !m.more.empty();
            }
        }
        EXPECT_EQ(seen, whole.size()) << "zoom " << zoom;
    }
    EXPECT_GT(joined, 20U) << "the comparison must have met joined clusters";
}

TEST(CaseIndex, PutsEveryClusterAtTheMeanOfItsCases)
{
    const auto index = indexOf(testing::scatteredCases(5000, 7));
    for (const int zoom : {12, 14, 16}) {
        for (const DrawnMark& mark : index->marks(index->extent(), zoom)) {
            double x = 0;
            double y = 0;
            std::uint32_t count = 0;
            for (const RowRun run : mark.runs()) {
                for (std::uint32_t row = run.first; row < run.first + run.count; ++row, ++count) {
                    x += index->place(row).x;
                    y += index->place(row).y;
                }
            }
            ASSERT_EQ(count, mark.count);
            EXPECT_NEAR(mark.x, x / count, 1);
            EXPECT_NEAR(mark.y, y / count, 1);
        }
    }
}

TEST(CaseIndex, KeepsClustersOfAThinStripInsideIt)
{
    // A street of cases across many bricks: no mark may stand beside it.
    std::vector<MapCase> cases;
    for (int i = 0; i < 600; ++i)
        cases.push_back({"s" + std::to_string(i), GeoPoint::fromDegrees(121.40 + i * 0.00005, 31.20 + i % 2 * 0.00001).value(), {}, ""});
    const auto index = indexOf(cases);
    for (int zoom = 10; zoom <= 18; ++zoom) {
        for (const DrawnMark& mark : index->marks(index->extent(), zoom)) {
            EXPECT_GE(mark.y, index->extent().minY);
            EXPECT_LE(mark.y, index->extent().maxY);
        }
    }
}

TEST(CaseIndex, KeepsClustersApart)
{
    const auto index = indexOf(testing::scatteredCases(20000, 4));
    const auto marks = index->marks(index->extent(), 14);
    std::size_t touching = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!marks[i].isCluster() || !marks[j].isCluster())
                continue;
            const double distance = std::hypot(marks[i].x - marks[j].x, marks[i].y - marks[j].y) * pixelScale(14);
            touching += distance < marks[i].radius() + marks[j].radius();
            EXPECT_GE(distance, std::max(marks[i].radius(), marks[j].radius())) << "one hides the other's number";
        }
    }
    EXPECT_LE(touching * 50, marks.size());
}

TEST(CaseIndex, FindsTheCasesOfABoxLikeALookAtAll)
{
    const auto index = indexOf(testing::scatteredCases(4000, 5));
    const WorldBox e = index->extent();
    const WorldBox box{e.minX + (e.maxX - e.minX) / 4, e.minY + (e.maxY - e.minY) / 3, e.minX + (e.maxX - e.minX) / 2, e.minY + (e.maxY - e.minY) / 2};
    std::vector<std::uint32_t> expected;
    for (std::uint32_t row = 0; row < index->size(); ++row)
        if (box.contains(index->place(row)))
            expected.push_back(row);
    EXPECT_GT(expected.size(), 100U);
    EXPECT_EQ(index->rowsIn(box, 100'000), expected);
    EXPECT_EQ(index->rowsIn(box, 10).size(), 10U);
}

TEST(CaseIndex, OfCasesAtOnePlaceIsOneClusterToTheDeepestZoom)
{
    std::vector<MapCase> cases;
    for (int i = 0; i < 200; ++i)
        cases.push_back({"x" + std::to_string(i), GeoPoint::fromDegrees(121.4, 31.2).value(), {}, ""});
    cases[3].signs.urgency = MapUrgency::Critical;
    const auto index = indexOf(cases);
    const auto marks = index->marks(everywhere.intersects(index->extent()) ? index->extent() : everywhere, 20);
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].count, 200U);
    EXPECT_TRUE(marks[0].critical);
    EXPECT_EQ(index->rowsIn(everywhere, 1000).size(), 200U);
}

TEST(CaseIndex, WithoutCasesIsEmptyEverywhere)
{
    const auto index = indexOf({});
    EXPECT_TRUE(index->marks(everywhere, 12).empty());
    EXPECT_TRUE(index->rowsIn(everywhere, 10).empty());
    EXPECT_FALSE(index->rowOf("a"));
    EXPECT_FALSE(CasePainter(index, std::make_shared<CaseSymbols>(mapStyle(MapTheme::Light))).covers({10, 1, 1}));
}

TEST(CaseMarkAt, FindsTheSymbolUnderTheMouseAndNothingBesideIt)
{
    const GeoPoint place = GeoPoint::fromDegrees(121.4, 31.2).value();
    const auto index = indexOf({{"a", place, {}, ""}, {"b", GeoPoint::fromDegrees(121.41, 31.2).value(), {}, ""}});
    const QPointF w = worldOf(place);
    const double pixel = 1 / pixelScale(16);
    const auto hit = drawnMarkAt(*index, w + QPointF(8, -5) * pixel, 16);
    ASSERT_TRUE(hit);
    EXPECT_EQ(index->id(hit->first), "a");
    EXPECT_FALSE(drawnMarkAt(*index, w + QPointF(30, 0) * pixel, 16));
}

TEST(CasePainter, DrawsTheSymbolInTheColourOfItsLamp)
{
    const GeoPoint place = GeoPoint::fromDegrees(121.4, 31.2).value();
    const auto index = indexOf({{"a", place, {MapStage::Handling, MapLamp::Green, MapUrgency::Ordinary, false}, ""}});
    const MapStyle style = mapStyle(MapTheme::Light);
    const CasePainter painter(index, std::make_shared<CaseSymbols>(style));
    const QPointF w = worldOf(place) / LayerTile{15, 0, 0}.span();
    const LayerTile tile{15, static_cast<int>(w.x()), static_cast<int>(w.y())};
    const QImage image = renderTile(painter, tile, 1.0, {});
    ASSERT_FALSE(image.isNull());
    EXPECT_EQ(QColor(image.pixel(tile.local(toWorld(place)).toPoint())).rgb(), style.lamp[0].rgb());
}

TEST(CaseSymbols, SaysCountsShortly)
{
    EXPECT_EQ(CaseSymbols::countText(7), "7");
    EXPECT_EQ(CaseSymbols::countText(999), "999");
    EXPECT_EQ(CaseSymbols::countText(1234), "1.2k");
    EXPECT_EQ(CaseSymbols::countText(45'600), "46k");
    EXPECT_EQ(CaseSymbols::countText(999'900), "1.0M");
}

TEST(MapData, PutsChangesMadeWhileAnIndexIsBuiltIntoTheNext)
{
    MapData data;
    QSignalSpy ready(&data, &MapData::casesReady);
    data.setCases(testing::scatteredCases(2000, 6));
    MapCase changed = testing::scatteredCases(1, 6)[0];
    changed.signs.lamp = MapLamp::Red;
    changed.label = "changed";
    data.changeCases({changed, {"new", changed.place, {}, "new"}}, {"c5", "unknown"});
    while (ready.count() < 2)
        ASSERT_TRUE(ready.wait(20'000));
    ASSERT_TRUE(data.cases());
    EXPECT_EQ(data.cases()->size(), 2000U); // one new, one gone
    EXPECT_FALSE(data.cases()->rowOf("c5"));
    EXPECT_TRUE(data.cases()->rowOf("new"));
    EXPECT_EQ(data.cases()->label(data.cases()->rowOf("c0").value()), "changed");
}

TEST(MapData, DropsTheLateAnswerOfAnOlderRequest)
{
    MapData data;
    QSignalSpy ready(&data, &MapData::casesReady);
    data.setCases(testing::scatteredCases(50'000, 8));
    data.setCases(testing::scatteredCases(3, 9));
    ASSERT_TRUE(ready.wait(20'000));
    EXPECT_EQ(data.cases()->size(), 3U);
    EXPECT_EQ(ready.count(), 1);
}

} // namespace
} // namespace griddesk
