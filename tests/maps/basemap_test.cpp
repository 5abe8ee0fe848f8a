// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/basemappainter.h"
#include "maps/mercator.h"
#include "maps/roadlabels.h"

#include <gtest/gtest.h>

#include <set>

namespace griddesk {
namespace {

GeoPoint at(double lon, double lat) { return GeoPoint::fromDegrees(lon, lat).value(); }

/// A crossing of an east-west and a north-south road, drawn in opposite directions to reading.
std::vector<MapRoad> crossing()
{
    std::vector<MapRoad> roads(2);
    roads[0].highway = "primary";
    roads[0].name = "人民大道";
    roads[0].points = {at(121.49, 31.23), at(121.475, 31.23), at(121.46, 31.23)};
    roads[1].highway = "residential";
    roads[1].name = "黄陂北路";
    roads[1].points = {at(121.47, 31.22), at(121.47, 31.235), at(121.47, 31.24)};
    return roads;
}

const MapBox bounds{at(121.46, 31.22), at(121.49, 31.24)};

TEST(RoadLabels, ReadFromLeftToRightAndFromTopToBottom)
{
    const auto labels = placeRoadLabels(crossing(), 16, {});
    bool east = false;
    bool south = false;
    for (const RoadLabel& label : labels) {
        const RoadGlyph& first = label.glyphs.front();
        const RoadGlyph& last = label.glyphs.back();
        if (first.text == "人") {
            east = true;
            EXPECT_LT(first.at.x(), last.at.x());
            EXPECT_NEAR(first.degrees, 0, 0.5);
        } else {
            south = true;
            EXPECT_LT(first.at.y(), last.at.y());
            EXPECT_EQ(first.degrees, 0) << "upright on a road that runs north-south";
        }
    }
    EXPECT_TRUE(east);
    EXPECT_TRUE(south);
}

TEST(RoadLabels, AreLeftOutWhereTheRoadIsTooShortOrTooSmall)
{
    EXPECT_TRUE(placeRoadLabels(crossing(), 12, {}).empty());
    auto roads = crossing();
    roads[0].points = {at(121.47, 31.23), at(121.4701, 31.23)};
    roads[1].points = {at(121.47, 31.23)};
    EXPECT_TRUE(placeRoadLabels(roads, 16, {}).empty());
}

TEST(BaseMap, GivesEveryTileOfTheBoundsOnceWithRoadsInTheirPlaces)
{
    std::set<std::tuple<int, int, int>> tiles;
    QImage centre;
    const QPointF crossingAt = worldOf(at(121.48, 31.23)) * pixelScale(15) / 256;
    int calls = 0;
    BaseMapOptions options;
    options.progress = [&](int done, int of) { calls += done <= of; };
    const auto built = buildBaseMap(
        crossing(), bounds, 14, 15,
        [&](int z, int x, int y, const QByteArray& png) -> Result<void> {
            EXPECT_TRUE(tiles.insert({z, x, y}).second);
            const QImage image = QImage::fromData(png, "PNG");
            EXPECT_EQ(image.size(), QSize(256, 256));
            if (z == 15 && x == static_cast<int>(crossingAt.x()) && y == static_cast<int>(crossingAt.y()))
                centre = image;
            return {};
        },
        options);
    ASSERT_TRUE(built);
    EXPECT_EQ(calls, static_cast<int>(tiles.size()));
    EXPECT_GE(tiles.size(), 8U);
    ASSERT_FALSE(centre.isNull());
    const QPoint pixel(static_cast<int>((crossingAt.x() - std::floor(crossingAt.x())) * 256), static_cast<int>((crossingAt.y() - std::floor(crossingAt.y())) * 256));
    bool road = false; // a name may cover the middle of the road: look across it
    for (int dy = -3; dy <= 3; ++dy)
        for (int dx = -6; dx <= 6; ++dx)
            road = road || (centre.rect().contains(pixel + QPoint(dx, dy)) && centre.pixelColor(pixel + QPoint(dx, dy)) == roadStyle("primary", 15).fill);
    EXPECT_TRUE(road);
}

TEST(RoadStyle, AtNightAGreaterRoadIsTheLighterOne)
{
    for (const MapTheme theme : {MapTheme::Dark, MapTheme::Contrast}) {
        double before = mapStyle(theme).land.lightnessF();
        for (const char* road : {"service", "residential", "tertiary", "secondary", "primary", "trunk", "motorway"}) {
            const QColor fill = roadStyle(road, 17, theme).fill;
            EXPECT_GT(fill.lightnessF(), before) << road;
            before = fill.lightnessF();
        }
    }
}

TEST(BaseMap, IsDrawnInTheColoursOfItsTheme)
{
    BaseMapOptions options;
    options.theme = MapTheme::Dark;
    std::set<QRgb> colours;
    ASSERT_TRUE(buildBaseMap(
        crossing(), bounds, 17, 17,
        [&](int, int, int, const QByteArray& png) -> Result<void> {
            const QImage image = QImage::fromData(png, "PNG");
            for (int y = 0; y < image.height(); y += 3)
                for (int x = 0; x < image.width(); x += 3)
                    colours.insert(image.pixel(x, y));
            return {};
        },
        options));
    EXPECT_TRUE(colours.contains(mapStyle(MapTheme::Dark).land.rgb()));
    EXPECT_TRUE(colours.contains(roadStyle("primary", 17, MapTheme::Dark).fill.rgb()));
    EXPECT_FALSE(colours.contains(mapStyle(MapTheme::Light).land.rgb()));
}

TEST(BaseMap, StopsWithTheErrorOfItsSinkOrWhenCancelled)
{
    const auto full = buildBaseMap(crossing(), bounds, 14, 16, [](int, int, int, const QByteArray&) -> Result<void> { return fail(ErrorCode::DiskFull, "full"); });
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, ErrorCode::DiskFull);
    const std::atomic<bool> cancelled = true;
    BaseMapOptions options;
    options.cancelled = &cancelled;
    const auto stopped = buildBaseMap(crossing(), bounds, 14, 16, [](int, int, int, const QByteArray&) -> Result<void> { return {}; }, options);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
}

TEST(BaseMap, RefusesAWorldAtStreetZoom)
{
    const auto sink = [](int, int, int, const QByteArray&) -> Result<void> { return {}; };
    EXPECT_EQ(buildBaseMap({}, {at(-180, -80), at(180, 80)}, 0, 18, sink).error().code, ErrorCode::LimitExceeded);
    EXPECT_EQ(buildBaseMap({}, bounds, 5, 30, sink).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(buildBaseMap({}, bounds, 9, 8, sink).error().code, ErrorCode::OutOfRange);
    EXPECT_TRUE(buildBaseMap({}, bounds, 0, 3, sink)) << "no roads is an empty map";
}

TEST(BaseMap, NamesItsSourceAndBelongsToTheInternalProfile)
{
    const TileMetadata metadata = baseMapMetadata("demo", bounds, 12, 17);
    EXPECT_EQ(metadata.attribution, "© OpenStreetMap contributors (ODbL)");
    EXPECT_TRUE(metadata.reviewNumber.empty());
}

} // namespace
} // namespace griddesk
