// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/geo/datum.h"
#include "models/geo/projection.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

using namespace griddesk;

namespace {

void expectDegrees(LonLat actual, double lon, double lat, double tolerance)
{
    EXPECT_NEAR(actual.lon, lon, tolerance);
    EXPECT_NEAR(actual.lat, lat, tolerance);
}

TEST(Datum, NamesReadBackAndOthersAreRefused)
{
    for (const Datum d : {Datum::Wgs84, Datum::Cgcs2000, Datum::Gcj02, Datum::Bd09})
        EXPECT_EQ(parseDatum(datumName(d)), d);
    for (const char* text : {"", "WGS84", "gcj-02", "epsg:4326", "wgs84 "})
        EXPECT_EQ(parseDatum(text).error().code, ErrorCode::Unsupported) << text;
}

TEST(Datum, PublishedVectorsOfBeijingAndSuzhou)
{
    expectDegrees(fromWgs84(Datum::Gcj02, 116.404, 39.915), 116.410244, 39.916404, 1e-6);
    expectDegrees(fromWgs84(Datum::Bd09, 116.404, 39.915), 116.416627, 39.922700, 1e-6);
    expectDegrees(fromWgs84(Datum::Gcj02, 120.55, 31.33), 120.554245, 31.327874, 1e-6);
    expectDegrees(fromWgs84(Datum::Bd09, 120.55, 31.33), 120.560822, 31.333610, 1e-6);
    expectDegrees(toWgs84(Datum::Gcj02, 120.554245, 31.327874), 120.55, 31.33, 1e-6);
    expectDegrees(toWgs84(Datum::Bd09, 120.560822, 31.333610), 120.55, 31.33, 1e-6);
}

TEST(Datum, OutsideTheShiftedRectangleNothingMoves)
{
    expectDegrees(fromWgs84(Datum::Gcj02, 2.35, 48.85), 2.35, 48.85, 0);
    expectDegrees(toWgs84(Datum::Gcj02, 2.35, 48.85), 2.35, 48.85, 0);
}

TEST(Datum, NationalFrameIsTakenAsEqual) { expectDegrees(toWgs84(Datum::Cgcs2000, 120.5, 31.3), 120.5, 31.3, 0); }

TEST(Datum, SenselessDegreesAreRefused)
{
    EXPECT_EQ(geoPointFrom(Datum::Wgs84, 181, 0).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(geoPointFrom(Datum::Bd09, std::nan(""), 30).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(geoPointFrom(Datum::Gcj02, 1e300, 1e300).error().code, ErrorCode::OutOfRange);
}

RC_GTEST_PROP(DatumProperty, ShiftedFramesComeBackToTheHundredMillionthOfADegree, ())
{
    const double lon = *rc::gen::inRange(75'000'0000, 134'000'0000) / 1e7;
    const double lat = *rc::gen::inRange(5'000'0000, 53'000'0000) / 1e7;
    for (const Datum d : {Datum::Gcj02, Datum::Bd09}) {
        const LonLat there = fromWgs84(d, lon, lat);
        const LonLat back = toWgs84(d, there.lon, there.lat);
        RC_ASSERT(std::fabs(back.lon - lon) < 1e-8);
        RC_ASSERT(std::fabs(back.lat - lat) < 1e-8);
    }
}

// --- planes -------------------------------------------------------------------------------------------------------

/// Meridian arc from the equator by Simpson's rule: independent of the series under test.
double meridianArc(double phi)
{
    constexpr double f = 1 / 298.257222101;
    constexpr double e2 = f * (2 - f);
    constexpr int steps = 2000;
    double sum = 0;
    for (int i = 0; i <= steps; ++i) {
        const double s = std::sin(phi * i / steps);
        sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) / std::pow(1 - e2 * s * s, 1.5);
    }
    return 6378137.0 * (1 - e2) * sum * phi / steps / 3;
}

/// The classical expansion in the longitude difference (as in survey textbooks), to the sixth power.
Metres textbookGauss(double degreesFromMeridian, double lat)
{
    constexpr double f = 1 / 298.257222101;
    constexpr double e2 = f * (2 - f);
    const double phi = lat * std::numbers::pi / 180;
    const double t2 = std::pow(std::tan(phi), 2);
    const double c = std::cos(phi);
    const double eta2 = e2 / (1 - e2) * c * c;
    const double radius = 6378137.0 / std::sqrt(1 - e2 * std::pow(std::sin(phi), 2));
    const double m = degreesFromMeridian * std::numbers::pi / 180 * c;
    const double x = radius * (m + (1 - t2 + eta2) * std::pow(m, 3) / 6 + (5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * t2 * eta2) * std::pow(m, 5) / 120);
    const double y = meridianArc(phi)
        + radius * std::tan(phi)
            * (m * m / 2 + (5 - t2 + 9 * eta2 + 4 * eta2 * eta2) * std::pow(m, 4) / 24 + (61 - 58 * t2 + t2 * t2) * std::pow(m, 6) / 720);
    return {500000 + x, y};
}

TEST(Gauss, ZoneIsTheNearestMultipleOfThreeDegrees)
{
    EXPECT_EQ(gaussCentralMeridian(120.55), 120);
    EXPECT_EQ(gaussCentralMeridian(118.5), 120);
    EXPECT_EQ(gaussCentralMeridian(121.49), 120);
    EXPECT_EQ(gaussCentralMeridian(121.5), 123);
    EXPECT_EQ(gaussCentralMeridian(73.6), 75);
}

TEST(Gauss, MeridianLengthsAreThoseOfTheEllipsoid)
{
    EXPECT_NEAR(gaussForward(120, 120, 45).y, 4984944.378, 0.001);
    EXPECT_NEAR(gaussForward(120, 120, 90).y, 10001965.729, 0.001);
    EXPECT_NEAR(gaussForward(120, 120, 31.33).x, 500000, 1e-9);
}

TEST(Gauss, AgreesWithTheTextbookExpansionInsideTheZone)
{
    for (const double lat : {5.0, 18.0, 31.33, 39.9, 53.0})
        for (const double d : {-1.5, -0.7, 0.55, 1.2, 1.5}) {
            const Metres ours = gaussForward(120, 120 + d, lat);
            const Metres theirs = textbookGauss(d, lat);
            EXPECT_NEAR(ours.x, theirs.x, 1e-3) << lat << ' ' << d;
            EXPECT_NEAR(ours.y, theirs.y, 1e-3) << lat << ' ' << d;
        }
}

TEST(Mercator, PublishedVectorOfSuzhou)
{
    const Metres m = mercatorForward(120.55, 31.33);
    EXPECT_NEAR(m.x, 13419564.62, 0.005);
    EXPECT_NEAR(m.y, 3675680.49, 0.005);
}

TEST(Mercator, PolesAreHeldAtTheEdgeOfTheSquare) { EXPECT_NEAR(mercatorForward(180, 90).y, 20037508.34, 0.01); }

RC_GTEST_PROP(PlaneProperty, PlanesComeBackToAMillimetre, ())
{
    const double lon = *rc::gen::inRange(73'000'0000, 136'000'0000) / 1e7;
    const double lat = *rc::gen::inRange(3'000'0000, 54'000'0000) / 1e7;
    const int meridian = gaussCentralMeridian(lon);
    const LonLat gauss = gaussInverse(meridian, gaussForward(meridian, lon, lat));
    RC_ASSERT(std::fabs(gauss.lon - lon) < 1e-9 && std::fabs(gauss.lat - lat) < 1e-9);
    const LonLat web = mercatorInverse(mercatorForward(lon, lat));
    RC_ASSERT(std::fabs(web.lon - lon) < 1e-9 && std::fabs(web.lat - lat) < 1e-9);
}

} // namespace
