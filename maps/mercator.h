// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapbox.h"

#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace griddesk {

/// A place in the Web Mercator square (EPSG:3857), x from the west and y from the north, 2^32 units to a side: one unit
/// is at most 1 cm, and at zoom 24 it is one pixel of 256-pixel tiles.
struct WorldPoint {
    std::uint32_t x = 0;
    std::uint32_t y = 0;
    auto operator<=>(const WorldPoint&) const = default;
};

/// Inclusive box in world units.
struct WorldBox {
    std::uint32_t minX = 0xffffffffU;
    std::uint32_t minY = 0xffffffffU;
    std::uint32_t maxX = 0;
    std::uint32_t maxY = 0;

    void include(WorldPoint p) noexcept
    {
        minX = std::min(minX, p.x);
        minY = std::min(minY, p.y);
        maxX = std::max(maxX, p.x);
        maxY = std::max(maxY, p.y);
    }
    [[nodiscard]] bool isEmpty() const noexcept { return minX > maxX || minY > maxY; }
    [[nodiscard]] bool contains(WorldPoint p) const noexcept { return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY; }
    [[nodiscard]] bool intersects(const WorldBox& o) const noexcept
    {
        return minX <= o.maxX && o.minX <= maxX && minY <= o.maxY && o.minY <= maxY;
    }
};

inline constexpr double worldSize = 4294967296.0;
/// Latitude of the square's edge.
inline constexpr double mercatorLatitudeLimit = 85.05112878;
inline constexpr double earthRadiusMetres = 6378137.0;

/// World units as a number, clamped into the square.
[[nodiscard]] inline std::uint32_t clampWorld(double v) noexcept
{
    return static_cast<std::uint32_t>(std::clamp(v, 0.0, worldSize - 1.0));
}

/// Spherical Mercator of EPSG:3857 as used by tile schemes.
[[nodiscard]] inline QPointF worldOf(GeoPoint p) noexcept
{
    const double lat = std::clamp(p.lat(), -mercatorLatitudeLimit, mercatorLatitudeLimit) * std::numbers::pi / 180.0;
    return {(p.lon() / 360.0 + 0.5) * worldSize, (0.5 - std::asinh(std::tan(lat)) / (2.0 * std::numbers::pi)) * worldSize};
}
[[nodiscard]] inline WorldPoint toWorld(GeoPoint p) noexcept
{
    const QPointF w = worldOf(p);
    return {clampWorld(w.x()), clampWorld(w.y())};
}
[[nodiscard]] inline GeoPoint fromWorld(QPointF w) noexcept
{
    const double lon = (std::clamp(w.x(), 0.0, worldSize) / worldSize - 0.5) * 360.0;
    const double lat = std::atan(std::sinh((0.5 - std::clamp(w.y(), 0.0, worldSize) / worldSize) * 2.0 * std::numbers::pi)) * 180.0
                       / std::numbers::pi;
    return GeoPoint::fromDegrees(lon, lat).value_or(GeoPoint{});
}

/// Pixels per world unit.
[[nodiscard]] inline double pixelScale(double zoom) noexcept { return std::exp2(zoom - 24.0); }

/// Metres on the ground per pixel at a latitude in degrees.
[[nodiscard]] inline double metresPerPixel(double latitude, double zoom) noexcept
{
    return std::cos(latitude * std::numbers::pi / 180.0) * 2.0 * std::numbers::pi * earthRadiusMetres / (256.0 * std::exp2(zoom));
}

/// One square of a painted layer: 512 logical pixels at a whole zoom level (1 to 23).
struct LayerTile {
    static constexpr int size = 512;
    std::int32_t zoom = 1;
    std::int32_t x = 0;
    std::int32_t y = 0;

    bool operator==(const LayerTile&) const = default;

    /// Side in world units.
    [[nodiscard]] double span() const noexcept { return std::exp2(33 - zoom); }
    [[nodiscard]] QPointF origin() const noexcept { return QPointF(x, y) * span(); }
    /// The square, grown by `margin` pixels, in world units.
    [[nodiscard]] WorldBox box(double margin = 0.0) const noexcept
    {
        const double grow = margin * std::exp2(24 - zoom);
        const QPointF o = origin();
        return {clampWorld(o.x() - grow), clampWorld(o.y() - grow), clampWorld(o.x() + span() + grow), clampWorld(o.y() + span() + grow)};
    }
    /// Where a world place lies in the square, pixels.
    [[nodiscard]] QPointF local(double x_, double y_) const noexcept
    {
        const QPointF o = origin();
        const double s = pixelScale(zoom);
        return {(x_ - o.x()) * s, (y_ - o.y()) * s};
    }
    [[nodiscard]] QPointF local(WorldPoint p) const noexcept { return local(p.x, p.y); }
    /// The square that holds this one, `up` levels above.
    [[nodiscard]] LayerTile ancestor(int up) const noexcept { return {zoom - up, x >> up, y >> up}; }
    [[nodiscard]] std::uint64_t key() const noexcept
    {
        return (std::uint64_t(static_cast<std::uint32_t>(zoom)) << 56) | (std::uint64_t(static_cast<std::uint32_t>(x)) << 28)
               | static_cast<std::uint32_t>(y);
    }
};

} // namespace griddesk
