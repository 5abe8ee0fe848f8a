// SPDX-License-Identifier: GPL-3.0-or-later
#include "projection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace griddesk {
namespace {

constexpr double kDegree = std::numbers::pi / 180.0;
constexpr double kAxis = 6378137.0;
constexpr double kFlattening = 1.0 / 298.257222101; // CGCS2000
constexpr double kFalseEasting = 500000.0;
constexpr double kMercatorLimit = 85.0511287798;

constexpr double n = kFlattening / (2.0 - kFlattening);
constexpr double n2 = n * n;
constexpr double n3 = n2 * n;
constexpr double n4 = n2 * n2;
constexpr double kRectifyingRadius = kAxis / (1.0 + n) * (1.0 + n2 / 4.0 + n4 / 64.0);

// L. Krüger, Konforme Abbildung des Erdellipsoids in der Ebene (1912), coefficients of the series in n.
constexpr std::array<double, 4> kAlpha{n / 2.0 - 2.0 / 3.0 * n2 + 5.0 / 16.0 * n3 + 41.0 / 180.0 * n4,
                                       13.0 / 48.0 * n2 - 3.0 / 5.0 * n3 + 557.0 / 1440.0 * n4,
                                       61.0 / 240.0 * n3 - 103.0 / 140.0 * n4, 49561.0 / 161280.0 * n4};
constexpr std::array<double, 4> kBeta{n / 2.0 - 2.0 / 3.0 * n2 + 37.0 / 96.0 * n3 - 1.0 / 360.0 * n4,
                                      1.0 / 48.0 * n2 + 1.0 / 15.0 * n3 - 437.0 / 1440.0 * n4,
                                      17.0 / 480.0 * n3 - 37.0 / 840.0 * n4, 4397.0 / 161280.0 * n4};

const double kEccentricity = std::sqrt(kFlattening * (2.0 - kFlattening));

/// Tangent of the conformal latitude from the tangent of the geographic one.
double conformalTangent(double tangent)
{
    const double root = std::hypot(1.0, tangent);
    const double sigma = std::sinh(kEccentricity * std::atanh(kEccentricity * tangent / root));
    return tangent * std::hypot(1.0, sigma) - sigma * root;
}

} // namespace

int gaussCentralMeridian(double lon) noexcept { return static_cast<int>(std::floor(lon / 3.0 + 0.5)) * 3; }

Metres gaussForward(int centralMeridian, double lon, double lat) noexcept
{
    const double lambda = (lon - centralMeridian) * kDegree;
    const double tangent = conformalTangent(std::tan(lat * kDegree));
    const double xi = std::atan2(tangent, std::cos(lambda));
    const double eta = std::asinh(std::sin(lambda) / std::hypot(tangent, std::cos(lambda)));
    Metres sum{eta, xi};
    for (std::size_t j = 0; j < kAlpha.size(); ++j) {
        const double k = 2.0 * static_cast<double>(j + 1);
        sum.y += kAlpha[j] * std::sin(k * xi) * std::cosh(k * eta);
        sum.x += kAlpha[j] * std::cos(k * xi) * std::sinh(k * eta);
    }
    return {kFalseEasting + kRectifyingRadius * sum.x, kRectifyingRadius * sum.y};
}

LonLat gaussInverse(int centralMeridian, Metres place) noexcept
{
    const double xi = place.y / kRectifyingRadius;
    const double eta = (place.x - kFalseEasting) / kRectifyingRadius;
    double xi0 = xi;
    double eta0 = eta;
    for (std::size_t j = 0; j < kBeta.size(); ++j) {
        const double k = 2.0 * static_cast<double>(j + 1);
        xi0 -= kBeta[j] * std::sin(k * xi) * std::cosh(k * eta);
        eta0 -= kBeta[j] * std::cos(k * xi) * std::sinh(k * eta);
    }
    const double target = std::sin(xi0) / std::hypot(std::sinh(eta0), std::cos(xi0));
    double tangent = target;
    for (int round = 0; round < 10; ++round) { // plain fixed point: the difference shrinks by e² (0.007) each round
        const double difference = conformalTangent(tangent) - target;
        tangent -= difference;
        if (std::fabs(difference) < 1e-15 * (1.0 + std::fabs(target)))
            break;
    }
    return {centralMeridian + std::atan2(std::sinh(eta0), std::cos(xi0)) / kDegree, std::atan(tangent) / kDegree};
}

Metres mercatorForward(double lon, double lat) noexcept
{
    const double phi = std::clamp(lat, -kMercatorLimit, kMercatorLimit) * kDegree;
    return {kAxis * lon * kDegree, kAxis * std::asinh(std::tan(phi))};
}

LonLat mercatorInverse(Metres place) noexcept
{
    return {place.x / kAxis / kDegree, std::atan(std::sinh(place.y / kAxis)) / kDegree};
}

} // namespace griddesk
