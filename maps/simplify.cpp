// SPDX-License-Identifier: GPL-3.0-or-later
#include "simplify.h"

#include <limits>
#include <utility>

namespace griddesk {

namespace {

/// The same to the last bit from either end.
double distanceToSegment(WorldPoint p, WorldPoint a, WorldPoint b)
{
    if (b < a)
        std::swap(a, b);
    const double dx = double(b.x) - a.x;
    const double dy = double(b.y) - a.y;
    const double px = double(p.x) - a.x;
    const double py = double(p.y) - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0.0;
    const double rx = px - t * dx;
    const double ry = py - t * dy;
    return std::sqrt(rx * rx + ry * ry);
}

std::size_t farthestFrom(std::span<const WorldPoint> ring, std::size_t from)
{
    std::size_t far = from == 0 ? 1 : 0;
    double farthest = -1;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const double d = std::hypot(double(ring[i].x) - ring[from].x, double(ring[i].y) - ring[from].y);
        if (i != from && d > farthest) {
            farthest = d;
            far = i;
        }
    }
    return far;
}

} // namespace

std::vector<float> vertexWeights(std::span<const WorldPoint> ring, std::span<const std::uint8_t> fixed)
{
    constexpr float infinite = std::numeric_limits<float>::infinity();
    const std::size_t n = ring.size();
    std::vector<float> weights(n, 0.0F);
    if (n < 4) {
        std::ranges::fill(weights, infinite);
        return weights;
    }
    std::vector<std::size_t> anchors;
    for (std::size_t i = 0; i < fixed.size(); ++i)
        if (fixed[i] != 0)
            anchors.push_back(i);
    if (anchors.empty())
        anchors.push_back(0);
    if (anchors.size() == 1) {
        anchors.push_back(farthestFrom(ring, anchors.front()));
        std::ranges::sort(anchors);
    }

    struct Stretch {
        std::size_t first;
        std::size_t last; ///< from n on: the beginning of the ring again
        float limit;
    };
    // An own stack: a hostile ring would overflow the program's by recursion.
    std::vector<Stretch> open;
    for (std::size_t i = 0; i < anchors.size(); ++i) {
        weights[anchors[i]] = infinite;
        open.push_back({anchors[i], i + 1 < anchors.size() ? anchors[i + 1] : anchors.front() + n, infinite});
    }
    while (!open.empty()) {
        const Stretch s = open.back();
        open.pop_back();
        if (s.last - s.first < 2)
            continue;
        std::size_t split = s.first + 1;
        double most = -1;
        for (std::size_t i = s.first + 1; i < s.last; ++i) {
            const double d = distanceToSegment(ring[i % n], ring[s.first % n], ring[s.last % n]);
            if (d > most || (d == most && ring[i % n] < ring[split % n])) {
                most = d;
                split = i;
            }
        }
        const float weight = std::min(static_cast<float>(most), s.limit);
        weights[split % n] = weight;
        open.push_back({s.first, split, weight});
        open.push_back({split, s.last, weight});
    }
    return weights;
}

} // namespace griddesk
