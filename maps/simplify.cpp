// SPDX-License-Identifier: GPL-3.0-or-later
#include "simplify.h"

#include <limits>

namespace griddesk {

namespace {

double distanceToSegment(WorldPoint p, WorldPoint a, WorldPoint b)
{
    const double dx = double(b.x) - a.x;
    const double dy = double(b.y) - a.y;
    const double px = double(p.x) - a.x;
    const double py = double(p.y) - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(px - t * dx, py - t * dy);
}

} // namespace

std::vector<float> vertexWeights(std::span<const WorldPoint> ring)
{
    constexpr float infinite = std::numeric_limits<float>::infinity();
    const std::size_t n = ring.size();
    std::vector<float> weights(n, 0.0F);
    if (n < 4) {
        std::ranges::fill(weights, infinite);
        return weights;
    }
    std::size_t far = 1;
    double farthest = -1;
    for (std::size_t i = 1; i < n; ++i) {
        const double d = std::hypot(double(ring[i].x) - ring[0].x, double(ring[i].y) - ring[0].y);
        if (d > farthest) {
            farthest = d;
            far = i;
        }
    }
    weights[0] = weights[far] = infinite;

    struct Stretch {
        std::size_t first;
        std::size_t last; ///< may be n: the first vertex again
        float limit;
    };
    // An own stack: a hostile ring would overflow the program's by recursion.
    std::vector<Stretch> open{{0, far, infinite}, {far, n, infinite}};
    while (!open.empty()) {
        const Stretch s = open.back();
        open.pop_back();
        if (s.last - s.first < 2)
            continue;
        std::size_t split = s.first + 1;
        double most = -1;
        for (std::size_t i = s.first + 1; i < s.last; ++i) {
            const double d = distanceToSegment(ring[i], ring[s.first], ring[s.last % n]);
            if (d > most) {
                most = d;
                split = i;
            }
        }
        weights[split] = std::min(static_cast<float>(most), s.limit);
        open.push_back({s.first, split, weights[split]});
        open.push_back({split, s.last, weights[split]});
    }
    return weights;
}

} // namespace griddesk
