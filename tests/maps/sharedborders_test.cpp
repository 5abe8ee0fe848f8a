// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/areaindex.h"
#include "maps/hairline.h"
#include "maps/sharedborders.h"

#include "mapfixtures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace griddesk;

namespace {

/// Two squares side by side, the second running the other way and beginning elsewhere.
const std::vector<WorldPoint> twoSquares{{0, 0}, {10, 0}, {10, 5}, {10, 10}, {0, 10}, {20, 10}, {10, 10}, {10, 5}, {10, 0}, {20, 0}};
const std::vector<std::uint32_t> twoStarts{0, 5, 10};

} // namespace

TEST(SharedBorders, LeaveTheCommonStretchesToTheFirstOfTwoNeighbours)
{
    const std::vector levels{MapAreaLevel::Cell, MapAreaLevel::Cell};
    const auto shared = sharedBorders(twoSquares, twoStarts, levels);
    EXPECT_EQ(shared.drawnBefore, (std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 1, 1, 0, 0}));
    EXPECT_EQ(shared.junction, (std::vector<std::uint8_t>{0, 1, 0, 1, 0, 0, 1, 0, 1, 0})) << "borders part at the corners they have in common, not between them";
}

TEST(SharedBorders, AreNoneBetweenLevels)
{
    const std::vector levels{MapAreaLevel::Community, MapAreaLevel::Cell};
    const auto shared = sharedBorders(twoSquares, twoStarts, levels);
    EXPECT_EQ(std::ranges::count(shared.drawnBefore, 1), 0);
    EXPECT_EQ(std::ranges::count(shared.junction, 1), 0);
}

TEST(SharedBorders, OfNothingAreNothing) { EXPECT_TRUE(sharedBorders({}, {}, {}).drawnBefore.empty()); }

TEST(SharedBorders, StayAlikeOnBothSidesAtEveryZoom)
{
    // A wavy border between two areas that run in opposite directions and begin at different corners.
    const auto at = [](double x, double y) { return GeoPoint::fromDegrees(121.4 + x, 31.2 + y).value(); };
    std::vector<GeoPoint> wave;
    for (int i = 0; i <= 400; ++i)
        wave.push_back(at(0.01 + 0.0008 * std::sin(i * 0.37) + 0.0003 * std::sin(i * 1.9), i * 0.0001));
    std::vector<GeoPoint> west = wave;
    west.push_back(at(0, 0.04));
    west.push_back(at(0, 0));
    std::vector<GeoPoint> east{at(0.02, 0), at(0.02, 0.04)};
    east.insert(east.end(), wave.rbegin(), wave.rend());
    const auto index = AreaIndex::build({{"w", "", MapAreaLevel::Cell, "", {west}, 0}, {"e", "", MapAreaLevel::Cell, "", {east}, 0}});
    const WorldBox inner{toWorld(at(0.005, 0)).x, 0, toWorld(at(0.015, 0)).x, 0xffffffffU};
    for (int zoom = 10; zoom <= 20; ++zoom) {
        const auto& rings = index->rings(zoom);
        const auto middle = [&](std::uint32_t r) {
            std::set<WorldPoint> points;
            for (const WorldPoint p : rings.ring(r))
                if (inner.contains(p))
                    points.insert(p);
            return points;
        };
        EXPECT_EQ(middle(0), middle(1)) << "zoom " << zoom;
        const auto common = static_cast<std::ptrdiff_t>(middle(0).size()) - 1;
        EXPECT_GE(common, 1);
        EXPECT_EQ(std::count(rings.drawnBefore.begin(), rings.drawnBefore.end(), 1), common) << "zoom " << zoom;
    }
}

TEST(Hairlines, LieWhereTheyWereAskedForAndNowhereElse)
{
    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const std::vector<QLineF> lines{{5, 10.5, 35, 10.5}, {-100, 20.5, 100, 20.5}, {30.5, -5, 30.5, 60}, {50, 50, 60, 60}};
    drawHairlines(image, lines, {}, 1, Qt::red);
    for (int x = 5; x < 34; ++x)
        EXPECT_GE(qAlpha(image.pixel(x, 10)), 250) << x;
    for (int x = 0; x < 40; ++x)
        EXPECT_GE(qAlpha(image.pixel(x, 20)), 250) << "a line across the picture, at " << x;
    for (int y = 0; y < 40; ++y)
        EXPECT_GE(qAlpha(image.pixel(30, y)), 250) << "a line down the picture, at " << y;
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 40; ++x)
            if (std::abs(y - 10) > 1 && std::abs(y - 20) > 1 && std::abs(x - 30) > 1) {
                EXPECT_EQ(image.pixel(x, y), 0U) << x << ", " << y;
            }
}

TEST(AreaIndex, FindsTheSameRowsInOrderForFewAndForMany)
{
    const auto index = AreaIndex::build(griddesk::testing::squareDistrict(40, 40));
    const WorldBox all = index->extent();
    for (const double part : {0.02, 0.2, 0.6, 1.0}) {
        const WorldBox box{all.minX, all.minY, all.minX + static_cast<std::uint32_t>((all.maxX - all.minX) * part),
                           all.minY + static_cast<std::uint32_t>((all.maxY - all.minY) * part)};
        std::vector<std::uint32_t> expected;
        for (std::uint32_t row = 0; row < index->size(); ++row)
            if (index->area(row).ringCount > 0 && index->area(row).box.intersects(box))
                expected.push_back(row);
        EXPECT_EQ(index->rowsIn(box), expected) << part;
    }
}
