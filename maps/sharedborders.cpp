// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedborders.h"

#include <bit>
#include <utility>

namespace griddesk {

namespace {

constexpr std::uint32_t none = 0xffffffffU;

std::uint64_t packed(WorldPoint p) { return (std::uint64_t{p.x} << 32) | p.y; }

/// The finaliser of MurmurHash3 (Appleby, public domain).
std::uint64_t mixed(std::uint64_t v)
{
    v = (v ^ (v >> 33)) * 0xff51afd7ed558ccdU;
    v = (v ^ (v >> 33)) * 0xc4ceb9fe1a85ec53U;
    return v ^ (v >> 33);
}

/// Numbers of vertices by what they stand for; the first of every kind is kept.
class Firsts {
public:
    explicit Firsts(std::size_t count) : m_slots(std::bit_ceil(count * 2 + 1), none) {}

    /// The first number for which `same` holds among those with this hash, or `number` itself.
    template <typename Same>
    std::uint32_t firstOf(std::uint64_t hash, std::uint32_t number, Same&& same)
    {
        const std::size_t mask = m_slots.size() - 1;
        for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
            if (m_slots[slot] == none) {
                m_slots[slot] = number;
                return number;
            }
            if (same(m_slots[slot]))
                return m_slots[slot];
        }
    }

private:
    std::vector<std::uint32_t> m_slots;
};

/// The two neighbours of a vertex, or the two ends of a stretch, whichever way the ring runs.
std::pair<WorldPoint, WorldPoint> unordered(WorldPoint a, WorldPoint b) { return a < b ? std::pair(a, b) : std::pair(b, a); }

} // namespace

SharedBorders sharedBorders(std::span<const WorldPoint> points, std::span<const std::uint32_t> start, std::span<const MapAreaLevel> levels)
{
    const std::size_t n = points.size();
    std::vector<std::pair<WorldPoint, WorldPoint>> beside(n);
    std::vector<std::pair<WorldPoint, WorldPoint>> stretch(n);
    std::vector<MapAreaLevel> level(n);
    for (std::size_t r = 0; r + 1 < start.size(); ++r) {
        for (std::uint32_t i = start[r]; i < start[r + 1]; ++i) {
            const WorldPoint previous = points[i == start[r] ? start[r + 1] - 1 : i - 1];
            const WorldPoint next = points[i + 1 == start[r + 1] ? start[r] : i + 1];
            beside[i] = unordered(previous, next);
            stretch[i] = unordered(points[i], next);
            level[i] = levels[r];
        }
    }
    SharedBorders out{std::vector<std::uint8_t>(n, 0), std::vector<std::uint8_t>(n, 0)};
    std::vector<std::uint32_t> first(n);
    Firsts places(n);
    Firsts stretches(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        const std::uint64_t salt = static_cast<std::uint64_t>(level[i]);
        first[i] = places.firstOf(mixed(packed(points[i]) + salt), i, [&](std::uint32_t other) { return level[other] == level[i] && points[other] == points[i]; });
        if (beside[first[i]] != beside[i])
            out.junction[first[i]] = 1;
        const std::uint64_t ends = mixed(packed(stretch[i].first) + salt) ^ packed(stretch[i].second);
        out.drawnBefore[i] = stretches.firstOf(mixed(ends), i, [&](std::uint32_t other) { return level[other] == level[i] && stretch[other] == stretch[i]; }) != i;
    }
    for (std::size_t i = 0; i < n; ++i)
        out.junction[i] = out.junction[first[i]];
    return out;
}

} // namespace griddesk
