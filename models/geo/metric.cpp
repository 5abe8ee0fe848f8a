// SPDX-License-Identifier: GPL-3.0-or-later
#include "metric.h"

#include "exact.h"

#include <cmath>
#include <numbers>

namespace griddesk {
namespace {

constexpr double kUnit = std::numbers::pi / 180.0 * 1e-7; // radians in 1e-7 degree
constexpr double kAxis = 6378137.0;
constexpr double kFlattening = 1.0 / 298.257222101;
constexpr double kE2 = kFlattening * (2.0 - kFlattening);
const double kE = std::sqrt(kE2);

/// Snyder's q: the zone from the equator to φ has a²/2·q square metres per radian of longitude.
double zone(double latE7)
{
    const double s = std::sin(latE7 * kUnit);
    return (1.0 - kE2) * (s / (1.0 - kE2 * s * s) + std::atanh(kE * s) / kE);
}

} // namespace

LocalMetric LocalMetric::at(double latE7) noexcept
{
    const double s = std::sin(latE7 * kUnit);
    const double w2 = 1.0 - kE2 * s * s;
    const double w = std::sqrt(w2);
    return {kAxis / w * std::cos(latE7 * kUnit) * kUnit, kAxis * (1.0 - kE2) / (w2 * w) * kUnit};
}

double distanceMetres(GeoPoint a, GeoPoint b) noexcept
{
    const LocalMetric m = LocalMetric::at((double(a.latE7) + b.latE7) / 2);
    return std::hypot((double(a.lonE7) - b.lonE7) * m.metresPerLonE7, (double(a.latE7) - b.latE7) * m.metresPerLatE7);
}

double distanceMetres(GeoPoint p, GeoPoint a, GeoPoint b) noexcept
{
    const LocalMetric m = LocalMetric::at(p.latE7);
    const double ax = (double(a.lonE7) - p.lonE7) * m.metresPerLonE7;
    const double ay = (double(a.latE7) - p.latE7) * m.metresPerLatE7;
    const double dx = (double(b.lonE7) - a.lonE7) * m.metresPerLonE7;
    const double dy = (double(b.latE7) - a.latE7) * m.metresPerLatE7;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(-(ax * dx + ay * dy) / square, 0.0, 1.0) : 0.0;
    return std::hypot(ax + t * dx, ay + t * dy);
}

double distanceMetres(GeoPoint p, const MultiPolygon& shape) noexcept
{
    if (contains(shape, p))
        return 0;
    double best = std::numeric_limits<double>::infinity();
    exact::forEachEdge(shape, [&](GeoPoint a, GeoPoint b) { best = std::min(best, distanceMetres(p, a, b)); });
    return best;
}

double lengthMetres(const Polyline& line) noexcept
{
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += distanceMetres(line[i - 1], line[i]);
    return sum;
}

double perimeterMetres(const Polygon& polygon) noexcept
{
    double sum = 0;
    exact::forEachEdge(polygon, [&](GeoPoint a, GeoPoint b) { sum += distanceMetres(a, b); });
    return sum;
}

double perimeterMetres(const MultiPolygon& shape) noexcept
{
    double sum = 0;
    for (const Polygon& part : shape)
        sum += perimeterMetres(part);
    return sum;
}

double areaM2(const Ring& ring) noexcept
{
    if (ring.size() < 3)
        return 0;
    const double reference = zone(ring.front().latE7);
    double sum = 0;
    exact::forEachEdge(ring, [&](GeoPoint a, GeoPoint b) {
        const double mean = (zone(a.latE7) + 4 * zone((double(a.latE7) + b.latE7) / 2) + zone(b.latE7)) / 6 - reference;
        sum += (double(b.lonE7) - a.lonE7) * kUnit * mean;
    });
    return std::fabs(sum) * kAxis * kAxis / 2;
}

double areaM2(const Polygon& polygon) noexcept
{
    double sum = areaM2(polygon.outer);
    for (const Ring& hole : polygon.holes)
        sum -= areaM2(hole);
    return std::max(sum, 0.0);
}

double areaM2(const MultiPolygon& shape) noexcept
{
    double sum = 0;
    for (const Polygon& part : shape)
        sum += areaM2(part);
    return sum;
}

} // namespace griddesk
