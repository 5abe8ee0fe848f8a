// SPDX-License-Identifier: GPL-3.0-or-later
#include "ringcheck.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace griddesk {
namespace {

using Point = std::pair<double, double>;
constexpr std::size_t maximumPairs = 50'000'000;

/// Twice the signed area of a, b, c; extended precision keeps the sign right for neighbouring 1e-7 degree points.
long double side(const Point& a, const Point& b, const Point& c)
{
    const auto ax = static_cast<long double>(a.first), ay = static_cast<long double>(a.second);
    return (static_cast<long double>(b.first) - ax) * (static_cast<long double>(c.second) - ay)
        - (static_cast<long double>(b.second) - ay) * (static_cast<long double>(c.first) - ax);
}

bool cross(const Point& a, const Point& b, const Point& c, const Point& d)
{
    const long double c1 = side(a, b, c), d1 = side(a, b, d), a2 = side(c, d, a), b2 = side(c, d, b);
    return ((c1 > 0 && d1 < 0) || (c1 < 0 && d1 > 0)) && ((a2 > 0 && b2 < 0) || (a2 < 0 && b2 > 0));
}

} // namespace

std::optional<Point> selfCrossing(const std::vector<Point>& ring)
{
    if (ring.size() < 5)
        return std::nullopt;
    const std::size_t edges = ring.size() - 1;
    const auto low = [&](std::size_t e) { return std::min(ring[e].first, ring[e + 1].first); };
    const auto high = [&](std::size_t e) { return std::max(ring[e].first, ring[e + 1].first); };
    std::vector<std::size_t> order(edges);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, low);
    std::vector<std::size_t> active;
    std::size_t pairs = 0;
    for (const std::size_t e : order) {
        std::erase_if(active, [&](std::size_t other) { return high(other) < low(e); });
        pairs += active.size();
        if (pairs > maximumPairs)
            return std::nullopt;
        const auto [bottom, top] = std::minmax(ring[e].second, ring[e + 1].second);
        for (const std::size_t other : active) {
            const auto [otherBottom, otherTop] = std::minmax(ring[other].second, ring[other + 1].second);
            if (otherTop < bottom || otherBottom > top)
                continue;
            if (cross(ring[e], ring[e + 1], ring[other], ring[other + 1]))
                return ring[e];
        }
        active.push_back(e);
    }
    return std::nullopt;
}

} // namespace griddesk
