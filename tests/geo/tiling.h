// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/geo/polygon.h"

#include <cstdint>
#include <map>
#include <random>
#include <utility>

namespace griddesk::testing {

/// A made-up district: columns × rows cells of about 100 m that tile a rectangle. Corners and the points along every
/// border are jittered, borders are shared corner by corner. Each cell has 4 * pointsPerSide corners. The same seed
/// gives the same tiling on every machine.
struct Tiling {
    std::size_t columns;
    std::size_t rows;
    std::size_t pointsPerSide = 10;
    std::uint32_t seed = 1;
    GeoPoint origin{1214600000, 312000000};
    std::int32_t stepE7 = 10000;

    [[nodiscard]] std::vector<MultiPolygon> cells() const
    {
        std::mt19937 random(seed);
        const auto jitter = [&random](std::int32_t reach) {
            return static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(2 * reach + 1)) - reach;
        };
        std::vector<GeoPoint> corners;
        for (std::size_t r = 0; r <= rows; ++r)
            for (std::size_t c = 0; c <= columns; ++c)
                corners.push_back({origin.lonE7 + static_cast<std::int32_t>(c) * stepE7 + jitter(stepE7 / 5),
                                   origin.latE7 + static_cast<std::int32_t>(r) * stepE7 + jitter(stepE7 / 5)});
        const auto corner = [&](std::size_t c, std::size_t r) { return corners[r * (columns + 1) + c]; };
        // Along a side the points leave the straight line by less than half their distance, so sides never cross.
        const auto side = [&](GeoPoint a, GeoPoint b) {
            Polyline line{a};
            const auto n = static_cast<std::int64_t>(pointsPerSide);
            const std::int32_t reach = static_cast<std::int32_t>(stepE7 / (5 * n));
            for (std::int64_t k = 1; k < n; ++k)
                line.push_back({static_cast<std::int32_t>(a.lonE7 + (std::int64_t{b.lonE7} - a.lonE7) * k / n) + jitter(reach),
                                static_cast<std::int32_t>(a.latE7 + (std::int64_t{b.latE7} - a.latE7) * k / n) + jitter(reach)});
            line.push_back(b);
            return line;
        };
        std::map<std::pair<std::size_t, std::size_t>, Polyline> level;
        std::map<std::pair<std::size_t, std::size_t>, Polyline> upright;
        for (std::size_t r = 0; r <= rows; ++r)
            for (std::size_t c = 0; c <= columns; ++c) {
                if (c < columns)
                    level[{c, r}] = side(corner(c, r), corner(c + 1, r));
                if (r < rows)
                    upright[{c, r}] = side(corner(c, r), corner(c, r + 1));
            }
        std::vector<MultiPolygon> result;
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c) {
                Ring ring;
                const auto along = [&ring](const Polyline& line, bool forward) {
                    if (forward)
                        ring.insert(ring.end(), line.begin(), line.end() - 1);
                    else
                        ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
                };
                along(level[{c, r}], true);
                along(upright[{c + 1, r}], true);
                along(level[{c, r + 1}], false);
                along(upright[{c, r}], false);
                result.push_back({Polygon{std::move(ring), {}}});
            }
        return result;
    }

    [[nodiscard]] Box box() const
    {
        return {origin.lonE7, origin.latE7, origin.lonE7 + static_cast<std::int32_t>(columns) * stepE7,
                origin.latE7 + static_cast<std::int32_t>(rows) * stepE7};
    }
};

/// An upright rectangle of `side` units of 1e-7 degree from its south-west corner.
inline Polygon square(GeoPoint southWest, std::int32_t side)
{
    const auto [x, y] = std::pair(southWest.lonE7, southWest.latE7);
    return {{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}};
}

} // namespace griddesk::testing
