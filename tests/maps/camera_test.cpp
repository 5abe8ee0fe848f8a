// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/mapcamera.h"
#include "maps/scalebar.h"

#include <gtest/gtest.h>

namespace griddesk {
namespace {

MapCamera cameraOver(double lon, double lat, double zoom)
{
    MapCamera camera;
    camera.setSize({1000, 601});
    camera.setZoom(zoom);
    camera.setCentre(GeoPoint::fromDegrees(lon, lat).value());
    return camera;
}

TEST(Mercator, AgreesWithThePublishedPlaceInSuzhou)
{
    // (120.55, 31.33) is (13419564.62, 3675680.49) in EPSG:3857 and lies in tile 15/27356/13378.
    const QPointF w = worldOf(GeoPoint::fromDegrees(120.55, 31.33).value());
    const double metres = 2 * std::numbers::pi * earthRadiusMetres / worldSize;
    EXPECT_NEAR((w.x() - worldSize / 2) * metres, 13419564.62, 0.02);
    EXPECT_NEAR((worldSize / 2 - w.y()) * metres, 3675680.49, 0.02);
    EXPECT_EQ(static_cast<std::uint64_t>(w.x()) >> (32 - 15), 27356U);
    EXPECT_EQ(static_cast<std::uint64_t>(w.y()) >> (32 - 15), 13378U);
}

TEST(Mercator, GoesThereAndBackWithinACentimetre)
{
    for (const double lat : {-80.0, -31.2, 0.0, 31.33, 84.9}) {
        const GeoPoint p = GeoPoint::fromDegrees(121.4737, lat).value();
        const GeoPoint back = fromWorld(worldOf(p));
        EXPECT_NEAR(back.lonE7, p.lonE7, 1);
        EXPECT_NEAR(back.latE7, p.latE7, 1);
    }
}

TEST(MapCamera, ThePlaceUnderTheWheelStaysUnderTheWheel)
{
    MapCamera camera = cameraOver(121.47, 31.23, 14);
    const QPointF wheel(200, 140);
    const QPointF before = camera.worldAt(wheel);
    camera.setZoom(16, wheel);
    const QPointF after = camera.toScreen(before.x(), before.y());
    EXPECT_NEAR(after.x(), wheel.x(), 0.51); // whole pixels
    EXPECT_NEAR(after.y(), wheel.y(), 0.51);
}

TEST(MapCamera, KeepsTheCornerOnWholePixelsAtWholeZooms)
{
    MapCamera camera = cameraOver(121.4711, 31.2333, 15);
    camera.panBy({13.37, -4.2});
    const QPointF corner = camera.worldAt({0, 0}) * pixelScale(15);
    EXPECT_NEAR(corner.x(), std::round(corner.x()), 1e-4);
    EXPECT_NEAR(corner.y(), std::round(corner.y()), 1e-4);
}

TEST(MapCamera, FitsABoxAtAQuarterZoomWithAllOfItInside)
{
    MapCamera camera = cameraOver(0, 0, 5);
    const MapBox box{GeoPoint::fromDegrees(121.40, 31.20).value(), GeoPoint::fromDegrees(121.50, 31.28).value()};
    ASSERT_TRUE(camera.fit(box));
    EXPECT_EQ(4 * camera.zoom(), std::floor(4 * camera.zoom()));
    const QPointF a = camera.toScreen(box.southWest);
    const QPointF b = camera.toScreen(box.northEast);
    EXPECT_GE(a.x(), 0);
    EXPECT_LE(a.y(), 601);
    EXPECT_LE(b.x(), 1000);
    EXPECT_GE(b.y(), 0);
    const double share = std::max((b.x() - a.x()) / 1000, (a.y() - b.y()) / 600);
    EXPECT_GT(share * 1.19 + 0.2, 1) << "a deeper zoom would have fitted";
}

TEST(MapCamera, OfAnInvalidBoxOrWithoutASizeDoesNothing)
{
    MapCamera camera = cameraOver(121.47, 31.23, 14);
    const MapCamera before = camera;
    EXPECT_FALSE(camera.fit({GeoPoint{10, 10}, GeoPoint{0, 0}}));
    EXPECT_EQ(camera, before);
    MapCamera sizeless;
    EXPECT_FALSE(sizeless.fit({GeoPoint{0, 0}, GeoPoint{10, 10}}));
}

TEST(MapCamera, NeverLeavesTheWorldNorItsZooms)
{
    MapCamera camera = cameraOver(179.9, 84.9, 5);
    camera.panBy({-1e9, 1e9});
    camera.setZoom(std::nan(""), {0, 0});
    camera.setZoom(99, {3, 3});
    EXPECT_EQ(camera.zoom(), MapCamera::maximumZoom);
    camera.setZoom(-4);
    EXPECT_EQ(camera.zoom(), MapCamera::minimumZoom);
    EXPECT_LE(camera.visible().maxX, 0xffffffffU);
    EXPECT_LE(camera.worldAt({1000, 601}).x(), worldSize + 1);
}

TEST(ScaleBar, IsARoundNumberOfMetresNoWiderThanAsked)
{
    for (int zoom = 5; zoom <= 20; ++zoom) {
        const ScaleBar bar = scaleBar(31.23, zoom);
        EXPECT_LE(bar.pixels, 120.0 + 1e-9);
        EXPECT_GE(bar.pixels, 120.0 / 2.5 - 1e-9);
        EXPECT_NEAR(bar.metres, bar.pixels * metresPerPixel(31.23, zoom), 1e-6);
    }
    EXPECT_EQ(scaleBar(31.23, 16).metres, 200); // 2.04 m to the pixel
}

} // namespace
} // namespace griddesk
