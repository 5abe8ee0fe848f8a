// SPDX-License-Identifier: GPL-3.0-or-later
#include "gaps.h"

#include "metric.h"

#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace griddesk {
namespace {

struct Segment {
    GeoPoint a;
    GeoPoint b;
};

struct DeadEnd {
    GeoPoint end;
    double dx; ///< unit direction out of the road, metres
    double dy;
};

constexpr double kOvershootM = 0.5;

std::vector<DeadEnd> deadEnds(std::span<const Polyline> lines)
{
    std::map<GeoPoint, std::set<GeoPoint>> neighbours;
    for (const Polyline& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            if (line[i] != line[i - 1]) {
                neighbours[line[i]].insert(line[i - 1]);
                neighbours[line[i - 1]].insert(line[i]);
            }
    std::vector<DeadEnd> ends;
    for (const auto& [end, others] : neighbours) {
        if (others.size() != 1)
            continue;
        const GeoPoint from = *others.begin();
        const LocalMetric m = LocalMetric::at(end.latE7);
        const double x = (double(end.lonE7) - from.lonE7) * m.metresPerLonE7;
        const double y = (double(end.latE7) - from.latE7) * m.metresPerLatE7;
        const double length = std::hypot(x, y);
        ends.push_back({end, x / length, y / length});
    }
    return ends;
}

/// Metres from the end straight on to the segment; nothing when they do not meet ahead. The end's own road lies behind it.
std::optional<double> ahead(const DeadEnd& e, const Segment& s)
{
    const LocalMetric m = LocalMetric::at(e.end.latE7);
    const double ax = (double(s.a.lonE7) - e.end.lonE7) * m.metresPerLonE7;
    const double ay = (double(s.a.latE7) - e.end.latE7) * m.metresPerLatE7;
    const double bx = (double(s.b.lonE7) - e.end.lonE7) * m.metresPerLonE7;
    const double by = (double(s.b.latE7) - e.end.latE7) * m.metresPerLatE7;
    const double sideA = e.dx * ay - e.dy * ax;
    const double sideB = e.dx * by - e.dy * bx;
    if ((sideA < 0) == (sideB < 0))
        return std::nullopt;
    const double t = sideA / (sideA - sideB);
    const double distance = e.dx * (ax + t * (bx - ax)) + e.dy * (ay + t * (by - ay));
    return distance > 0.01 ? std::optional(distance) : std::nullopt;
}

std::optional<double> nearestAhead(const DeadEnd& e, const std::vector<Segment>& segments, double metres)
{
    std::optional<double> best;
    for (const Segment& s : segments)
        if (const auto d = ahead(e, s); d && *d <= metres && (!best || *d < *best))
            best = d;
    return best;
}

} // namespace

std::vector<Polyline> bridgeGaps(std::span<const Polyline> lines, double metres)
{
    std::vector<Segment> segments;
    for (const Polyline& line : lines)
        for (std::size_t i = 1; i < line.size(); ++i)
            segments.push_back({line[i - 1], line[i]});

    std::vector<std::pair<double, DeadEnd>> open;
    for (const DeadEnd& e : deadEnds(lines))
        if (const auto d = nearestAhead(e, segments, metres))
            open.emplace_back(*d, e);
    std::ranges::sort(open, {}, [](const auto& o) { return std::tuple(o.first, o.second.end); });

    std::vector<Polyline> pieces;
    for (const auto& [first, e] : open) {
        const double d = nearestAhead(e, segments, first).value_or(first) + kOvershootM;
        const LocalMetric m = LocalMetric::at(e.end.latE7);
        const GeoPoint to{e.end.lonE7 + static_cast<std::int32_t>(std::lround(e.dx * d / m.metresPerLonE7)),
                          e.end.latE7 + static_cast<std::int32_t>(std::lround(e.dy * d / m.metresPerLatE7))};
        segments.push_back({e.end, to});
        pieces.push_back({e.end, to});
    }
    return pieces;
}

} // namespace griddesk
