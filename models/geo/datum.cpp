// SPDX-License-Identifier: GPL-3.0-or-later
#include "datum.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace griddesk {
namespace {

constexpr double kPi = std::numbers::pi;
// Krasovsky ellipsoid, as the published shift uses it.
constexpr double kAxis = 6378245.0;
constexpr double kEccentricity2 = 0.00669342162296594323;
constexpr double kBaiduAngle = kPi * 3000.0 / 180.0;

constexpr std::array<std::pair<std::string_view, Datum>, 4> kNames{{
    {"wgs84", Datum::Wgs84}, {"cgcs2000", Datum::Cgcs2000}, {"gcj02", Datum::Gcj02}, {"bd09", Datum::Bd09}}};

bool shifted(LonLat p) { return p.lon > 73.66 && p.lon < 135.05 && p.lat > 3.86 && p.lat < 53.55; }

LonLat wgsToGcj(LonLat p)
{
    if (!shifted(p))
        return p;
    const double x = p.lon - 105.0;
    const double y = p.lat - 35.0;
    const double root = std::sqrt(std::fabs(x));
    const double common = (20.0 * std::sin(6.0 * kPi * x) + 20.0 * std::sin(2.0 * kPi * x)) * 2.0 / 3.0;
    const double north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common
        + (20.0 * std::sin(kPi * y) + 40.0 * std::sin(kPi * y / 3.0)) * 2.0 / 3.0
        + (160.0 * std::sin(kPi * y / 12.0) + 320.0 * std::sin(kPi * y / 30.0)) * 2.0 / 3.0;
    const double east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common
        + (20.0 * std::sin(kPi * x) + 40.0 * std::sin(kPi * x / 3.0)) * 2.0 / 3.0
        + (150.0 * std::sin(kPi * x / 12.0) + 300.0 * std::sin(kPi * x / 30.0)) * 2.0 / 3.0;
    const double phi = p.lat / 180.0 * kPi;
    const double sine = std::sin(phi);
    const double m = 1.0 - kEccentricity2 * sine * sine;
    const double rootM = std::sqrt(m);
    return {p.lon + east * 180.0 / (kAxis / rootM * std::cos(phi) * kPi),
            p.lat + north * 180.0 / ((kAxis * (1.0 - kEccentricity2)) / (m * rootM) * kPi)};
}

LonLat gcjToBd(LonLat p)
{
    const double z = std::hypot(p.lon, p.lat) + 0.00002 * std::sin(p.lat * kBaiduAngle);
    const double theta = std::atan2(p.lat, p.lon) + 0.000003 * std::cos(p.lon * kBaiduAngle);
    return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

/// Fixed point of w = w - (f(w) - target): the shifts vary slowly, so it gains two digits a round.
template <typename Forward>
LonLat invert(Forward forward, LonLat target)
{
    LonLat w = target;
    for (int round = 0; round < 20; ++round) {
        const LonLat image = forward(w);
        const double dx = image.lon - target.lon;
        const double dy = image.lat - target.lat;
        w.lon -= dx;
        w.lat -= dy;
        if (std::fabs(dx) < 1e-12 && std::fabs(dy) < 1e-12)
            break;
    }
    return w;
}

} // namespace

Result<Datum> parseDatum(std::string_view text)
{
    for (const auto& [name, datum] : kNames)
        if (name == text)
            return datum;
    return fail(ErrorCode::Unsupported, "datum is one of wgs84, cgcs2000, gcj02, bd09", std::string(text.substr(0, 64)));
}

std::string_view datumName(Datum datum) noexcept
{
    for (const auto& [name, value] : kNames)
        if (value == datum)
            return name;
    return {};
}

LonLat toWgs84(Datum datum, double lon, double lat) noexcept
{
    const LonLat p{lon, lat};
    switch (datum) {
    case Datum::Gcj02: return invert(wgsToGcj, p);
    case Datum::Bd09: return invert(wgsToGcj, invert(gcjToBd, p));
    case Datum::Wgs84:
    case Datum::Cgcs2000: break;
    }
    return p;
}

LonLat fromWgs84(Datum datum, double lon, double lat) noexcept
{
    const LonLat p{lon, lat};
    switch (datum) {
    case Datum::Gcj02: return wgsToGcj(p);
    case Datum::Bd09: return gcjToBd(wgsToGcj(p));
    case Datum::Wgs84:
    case Datum::Cgcs2000: break;
    }
    return p;
}

Result<GeoPoint> geoPointFrom(Datum datum, double lon, double lat)
{
    const LonLat p = toWgs84(datum, lon, lat);
    return GeoPoint::fromDegrees(p.lon, p.lat);
}

} // namespace griddesk
