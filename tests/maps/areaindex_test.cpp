// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/arealabels.h"
#include "maps/areapainter.h"
#include "maps/polygonclip.h"
#include "maps/simplify.h"
#include "maps/tilerenderer.h"
#include "mapfixtures.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace griddesk {
namespace {

LayerTile tileOver(GeoPoint p, int zoom)
{
    const QPointF w = worldOf(p) / LayerTile{zoom, 0, 0}.span();
    return {zoom, static_cast<int>(w.x()), static_cast<int>(w.y())};
}

TEST(AreaIndex, FindsTheInnermostAreaOfEveryPlaceLikeALookAtEverySquare)
{
    const auto index = AreaIndex::build(testing::squareDistrict(20, 30));
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(121.39, 121.47);
    std::uniform_real_distribution<double> lat(31.19, 31.25);
    for (int i = 0; i < 5000; ++i) {
        const double x = lon(random);
        const double y = lat(random);
        const int c = static_cast<int>(std::floor((x - 121.40) / 0.002));
        const int r = static_cast<int>(std::floor((y - 31.20) / 0.002));
        const auto row = index->areaAt(toWorld(GeoPoint::fromDegrees(x, y).value()));
        if (c < 0 || r < 0 || c >= 30 || r >= 20) {
            EXPECT_FALSE(row) << x << ' ' << y;
        } else {
            ASSERT_TRUE(row) << x << ' ' << y;
            EXPECT_EQ(index->area(*row).code, std::to_string(r) + "-" + std::to_string(c));
        }
    }
}

TEST(AreaIndex, FindsTheOuterAreaWhereTheInnerLevelIsNotAskedFor)
{
    const auto index = AreaIndex::build(testing::squareDistrict(3, 3));
    const auto row = index->areaAt(toWorld(GeoPoint::fromDegrees(121.401, 31.201).value()), MapAreaLevel::Grid);
    ASSERT_TRUE(row);
    EXPECT_EQ(index->area(*row).code, "community");
}

TEST(AreaIndex, TreatsTheInnerRingAsAHole)
{
    auto at = [](double x, double y) { return GeoPoint::fromDegrees(121 + x, 31 + y).value(); };
    AreaShape ring{"r", "", MapAreaLevel::Cell, "", {{at(0, 0), at(.4, 0), at(.4, .4), at(0, .4)}, {at(.1, .1), at(.3, .1), at(.3, .3), at(.1, .3)}}, 0};
    const auto index = AreaIndex::build({ring});
    EXPECT_FALSE(index->areaAt(toWorld(at(.2, .2))));
    EXPECT_TRUE(index->areaAt(toWorld(at(.05, .2))));
    EXPECT_TRUE(index->areaAt(index->area(0).anchor)) << "the name stands beside the hole";
}

TEST(AreaIndex, SurvivesShapesThatAreNone)
{
    const GeoPoint p = GeoPoint::fromDegrees(121, 31).value();
    const auto index = AreaIndex::build({{"empty", "", MapAreaLevel::Cell, "", {}, 0},
                                         {"point", "", MapAreaLevel::Cell, "", {{p, p, p, p}}, 0},
                                         {"line", "", MapAreaLevel::Grid, "", {{p, GeoPoint{p.lonE7 + 9, p.latE7}}}, 0}});
    EXPECT_EQ(index->size(), 3U);
    EXPECT_TRUE(index->extent().isEmpty());
    EXPECT_TRUE(index->rowsIn({0, 0, 0xffffffffU, 0xffffffffU}).empty());
    EXPECT_FALSE(index->areaAt(toWorld(p)));
    EXPECT_FALSE(AreaPainter(index, mapStyle(MapTheme::Light)).covers({10, 1, 1}));
    EXPECT_EQ(AreaIndex::build({})->size(), 0U);
}

TEST(AreaIndex, SimplifiesWithoutMovingABorderByMoreThanHalfAPixel)
{
    // A circle of 2000 corners; at zoom 10 it is some 90 pixels across.
    std::vector<GeoPoint> ring;
    for (int i = 0; i < 2000; ++i)
        ring.push_back(GeoPoint::fromDegrees(121.4 + 0.06 * std::cos(i * std::numbers::pi / 1000), 31.2 + 0.05 * std::sin(i * std::numbers::pi / 1000)).value());
    const auto index = AreaIndex::build({{"c", "", MapAreaLevel::Cell, "", {ring}, 0}});
    const auto simple = index->rings(10).ring(0);
    EXPECT_LT(simple.size(), 60U);
    EXPECT_GT(simple.size(), 8U);
    const double scale = pixelScale(10);
    for (const GeoPoint g : ring) {
        const WorldPoint p = toWorld(g);
        double nearest = std::numeric_limits<double>::max();
        for (std::size_t i = 0, j = simple.size() - 1; i < simple.size(); j = i++) {
            const double dx = double(simple[i].x) - simple[j].x;
            const double dy = double(simple[i].y) - simple[j].y;
            const double t = std::clamp(((double(p.x) - simple[j].x) * dx + (double(p.y) - simple[j].y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            nearest = std::min(nearest, std::hypot(double(p.x) - simple[j].x - t * dx, double(p.y) - simple[j].y - t * dy));
        }
        EXPECT_LE(nearest * scale, 0.51);
    }
}

TEST(AreaLabels, NeverTouchEachOtherAndStayInsideTheirAreas)
{
    const auto index = AreaIndex::build(testing::squareDistrict(20, 30));
    const auto labels = placeAreaLabels(*index, mapStyle(MapTheme::Light), 16);
    EXPECT_GT(labels.size(), 100U);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        EXPECT_LE(labels[i].rect.width(), index->area(labels[i].row).anchorWidth * pixelScale(16) + 8);
        for (std::size_t j = 0; j < i; ++j)
            ASSERT_FALSE(labels[i].rect.intersects(labels[j].rect)) << labels[i].text.toStdString() << ' ' << labels[j].text.toStdString();
    }
}

TEST(AreaLabels, MoveAsideForCasesAndStayInTheirCommunity)
{
    // Four communities side by side, a case on the middle of each and on both sides of it.
    std::vector<AreaShape> shapes;
    CaseIndex::Builder builder;
    const auto at = [](double x, double y) { return GeoPoint::fromDegrees(121.40 + x, 31.20 + y).value(); };
    for (int i = 0; i < 4; ++i) {
        const double x = i * 0.01;
        shapes.push_back({"c" + std::to_string(i), "第" + std::to_string(i) + "社区", MapAreaLevel::Community, "",
                          {{at(x, 0), at(x + 0.01, 0), at(x + 0.01, 0.01), at(x, 0.01)}}, 0});
    }
    const auto index = AreaIndex::build(shapes);
    constexpr int zoom = 15;
    const auto plain = placeAreaLabels(*index, mapStyle(MapTheme::Light), zoom);
    ASSERT_EQ(plain.size(), 4U);
    for (const AreaLabel& label : plain)
        for (const double dx : {-30.0, 0.0, 30.0})
            builder.add("x" + std::to_string(label.row) + std::to_string(dx), fromWorld((label.rect.center() + QPointF(dx, 0)) / pixelScale(zoom)), {}, "");
    const auto cases = std::move(builder).build();
    const auto all = discsOf(cases->marks(cases->extent(), zoom), zoom);
    const auto moved = placeAreaLabels(*index, mapStyle(MapTheme::Light), zoom, cases.get());
    ASSERT_EQ(moved.size(), 4U) << "communities keep their names";
    for (const AreaLabel& label : plain)
        EXPECT_LT(clearanceOf(label.rect, all), 0) << "the cases were meant to lie on the names";
    for (const AreaLabel& label : moved) {
        EXPECT_GT(clearanceOf(label.rect, all), 0);
        const WorldBox& box = index->area(label.row).box;
        EXPECT_TRUE(box.contains({clampWorld(label.rect.center().x() / pixelScale(zoom)), clampWorld(label.rect.center().y() / pixelScale(zoom))}));
    }
}

TEST(AreaLabels, LeaveOutTheParentsNameAndWaitForRoom)
{
    auto at = [](double x, double y) { return GeoPoint::fromDegrees(121.40 + x, 31.20 + y).value(); };
    const auto index = AreaIndex::build({{"c", "新泽社区", MapAreaLevel::Community, "", {{at(0, 0), at(0.01, 0), at(0.01, 0.01), at(0, 0.01)}}, 0},
                                         {"g", "新泽社区第1网格", MapAreaLevel::Grid, "c", {{at(0, 0), at(0.005, 0), at(0.005, 0.01), at(0, 0.01)}}, 0}});
    const auto textsAt = [&](int zoom) {
        QStringList texts;
        for (const AreaLabel& label : placeAreaLabels(*index, mapStyle(MapTheme::Light), zoom))
            texts.append(label.text);
        return texts;
    };
    EXPECT_EQ(textsAt(14), QStringList{"新泽社区"});
    EXPECT_TRUE(textsAt(17).contains("第1网格"));
}

TEST(AreaPainter, DrawsTheBorderWhereItRuns)
{
    const auto index = AreaIndex::build(testing::squareDistrict(4, 4));
    const AreaPainter painter(index, mapStyle(MapTheme::Light));
    const GeoPoint corner = GeoPoint::fromDegrees(121.402, 31.202).value();
    const LayerTile tile = tileOver(corner, 16);
    ASSERT_TRUE(painter.covers(tile));
    const QImage image = renderTile(painter, tile, 1.0, {});
    ASSERT_FALSE(image.isNull());
    const QPoint at = tile.local(toWorld(corner)).toPoint();
    int inked = 0;
    for (int dy = -2; dy <= 2; ++dy)
        for (int dx = -2; dx <= 2; ++dx)
            inked += image.rect().contains(at + QPoint(dx, dy)) && qAlpha(image.pixel(at + QPoint(dx, dy))) > 60;
    EXPECT_GE(inked, 5);
    // 35 pixels from the crossing, inside a cell, nothing but an occasional name.
    EXPECT_FALSE(painter.covers(tileOver(GeoPoint::fromDegrees(122, 32).value(), 16)));
}

TEST(AreaPainter, DrawsAHugeAreaAtTheDeepestZoomWithinItsTile)
{
    auto at = [](double x, double y) { return GeoPoint::fromDegrees(x, y).value(); };
    const auto index = AreaIndex::build({{"land", "", MapAreaLevel::District, "", {{at(73, 18), at(135, 18), at(135, 53), at(73, 53)}}, 0x40ff0000U}});
    const AreaPainter painter(index, mapStyle(MapTheme::Light));
    const QImage image = renderTile(painter, tileOver(at(121.4, 31.2), 20), 1.0, {});
    ASSERT_FALSE(image.isNull());
    EXPECT_EQ(qAlpha(image.pixel(10, 10)), 0x40);
    EXPECT_EQ(qAlpha(image.pixel(500, 500)), 0x40);
}

TEST(AreaHighlight, CoversOnlyTheTilesOfWhatIsChosen)
{
    const auto index = AreaIndex::build(testing::squareDistrict(20, 30));
    const auto row = index->rowOf("10-15");
    ASSERT_TRUE(row);
    EXPECT_FALSE(index->rowOf("10-99"));
    const AreaHighlightPainter painter(index, mapStyle(MapTheme::Dark), {}, {*row});
    EXPECT_TRUE(painter.covers(tileOver(fromWorld(QPointF(index->area(*row).anchor.x, index->area(*row).anchor.y)), 17)));
    EXPECT_FALSE(painter.covers(tileOver(GeoPoint::fromDegrees(121.4011, 31.2011).value(), 17)));
}

TEST(TileRenderer, GivesNothingForACancelledJob)
{
    const auto index = AreaIndex::build(testing::squareDistrict(4, 4));
    PaintCancel cancel;
    cancel.cancel();
    EXPECT_TRUE(renderTile(AreaPainter(index, mapStyle(MapTheme::Light)), tileOver(GeoPoint::fromDegrees(121.402, 31.202).value(), 16), 1.0, cancel).isNull());
}

TEST(PolygonClip, KeepsTheAreaInsideTheWindow)
{
    const PointBuffer square{QPointF(-1e7, -1e7), QPointF(1e7, -1e7), QPointF(1e7, 1e7), QPointF(-1e7, 1e7)};
    const PointBuffer part = clipRing(square, QRectF(0, 0, 10, 20));
    double area = 0;
    for (qsizetype i = 0, j = part.size() - 1; i < part.size(); j = i++)
        area += part[j].x() * part[i].y() - part[i].x() * part[j].y();
    EXPECT_NEAR(std::abs(area) / 2, 200, 1e-6);
    EXPECT_TRUE(clipRing({QPointF(50, 50), QPointF(60, 50), QPointF(60, 60)}, QRectF(0, 0, 10, 20)).isEmpty());
    QPointF a(-5, 5);
    QPointF b(15, 5);
    ASSERT_TRUE(clipSegment(a, b, QRectF(0, 0, 10, 10)));
    EXPECT_EQ(a, QPointF(0, 5));
    EXPECT_EQ(b, QPointF(10, 5));
}

} // namespace
} // namespace griddesk
