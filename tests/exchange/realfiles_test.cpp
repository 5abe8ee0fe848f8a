// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/caldata.h"
#include "models/exchange/caseimport.h"
#include "models/exchange/geojson.h"
#include "models/exchange/jsonfile.h"

#include <map>

using namespace griddesk;
using namespace griddesk::test;

namespace {

struct Totals {
    ImportReport report;
    std::map<std::string, std::uint64_t> stages;
    std::uint64_t closed = 0, target = 0, place = 0, overdue = 0, late = 0, lateWithoutVerdict = 0, agree = 0, noSource = 0;
};

Totals import(const std::string& profileName, const std::string& file)
{
    Totals totals;
    const auto profile = MappingProfile::fromFile(profilePath(profileName)).value();
    auto source = openByteSource(sharedData(file)).value();
    auto report = importCases(*source, profile, [&](AdoptRecord&& record) -> Result<RowAnswer> {
        ++totals.stages[record.stage];
        totals.closed += record.closed ? 1 : 0;
        totals.target += record.target ? 1 : 0;
        totals.place += record.lonLat ? 1 : 0;
        totals.overdue += record.sourceSaysOnTime == false ? 1 : 0;
        totals.noSource += record.source.empty() ? 1 : 0;
        const bool late = record.closed && record.target && *record.closed > *record.target;
        totals.lateWithoutVerdict += late && !record.sourceSaysOnTime ? 1 : 0;
        if (record.closed && record.target && record.sourceSaysOnTime)
            (late == !*record.sourceSaysOnTime ? totals.agree : totals.late) += 1;
        return RowAnswer{};
    });
    EXPECT_TRUE(report) << report.error().detail;
    if (report)
        totals.report = *report;
    EXPECT_EQ(totals.report.rows, totals.report.imported + totals.report.unchanged + totals.report.rejected);
    for (const auto& reject : totals.report.rejects)
        ADD_FAILURE() << file << ":" << reject.line << ": " << reject.reason << ": " << reject.value;
    return totals;
}

bool present(const std::string& name) { return std::filesystem::exists(sharedData(name)); }

} // namespace

TEST(RealFiles, Boston2011IsAccountedForRowByRow)
{
    const std::string file = "boston311/boston_311_2011-07_2011-11.csv.gz";
    if (!present(file))
        GTEST_SKIP() << "shared data is not here";
    const auto got = import("boston311.json", file);
    EXPECT_EQ(got.report.rows, 49'914U);
    EXPECT_EQ(got.report.imported, 49'914U);
    EXPECT_EQ(got.place, 49'914U);
    EXPECT_EQ(got.target, 49'914U - 8'117U);
    EXPECT_EQ(got.closed, 46'904U);
    EXPECT_EQ(got.stages.at("closed"), 46'904U);
    EXPECT_EQ(got.overdue, 9'884U);
    EXPECT_EQ(got.lateWithoutVerdict, 132U);
    EXPECT_EQ(got.late, 0U) << "rows where the source's verdict and its own times disagree";
    EXPECT_EQ(got.noSource, 0U);
    EXPECT_TRUE(got.report.warnings.empty());
}

TEST(RealFiles, BostonAnimalsWithOtherColumnNames)
{
    const std::string file = "boston311/boston_311_animal_2013_2017.csv.gz";
    if (!present(file))
        GTEST_SKIP() << "shared data is not here";
    const auto got = import("boston311.json", file);
    EXPECT_EQ(got.report.imported, 29'838U);
    EXPECT_EQ(got.target, 29'838U - 12'338U);
    EXPECT_EQ(got.closed, 19'069U);
    EXPECT_EQ(got.place, 29'838U - 57U);
    EXPECT_EQ(got.report.warnings.at("clock-disorder").count, 10U);
    EXPECT_EQ(got.overdue, 2'697U);
}

TEST(RealFiles, LosAngelesInBothSpellings)
{
    if (!present("la311/la_311_2018-12.csv.gz"))
        GTEST_SKIP() << "shared data is not here";
    const auto older = import("la311.json", "la311/la_311_2018-12.csv.gz");
    EXPECT_EQ(older.report.imported, 10'000U);
    EXPECT_EQ(older.stages, (std::map<std::string, std::uint64_t>{{"closed", 9568}, {"voided", 403}, {"reported", 19}, {"handedOver", 10}}));
    EXPECT_EQ(older.report.warnings.at("clock-disorder").count, 23U);
    const auto newer = import("la311.json", "la311/la_311_2020-01.csv.gz");
    EXPECT_EQ(newer.report.imported, 10'000U);
    EXPECT_EQ(newer.closed, 10'000U - 49U);
    EXPECT_EQ(newer.place, 10'000U - 11U);
}

TEST(RealFiles, NewYorkWithItsClockDisorder)
{
    const std::string file = "nyc311/nyc_311_2021-09-21.csv.gz";
    if (!present(file))
        GTEST_SKIP() << "shared data is not here";
    const auto got = import("nyc311.json", file);
    EXPECT_EQ(got.report.imported, 7'012U);
    EXPECT_EQ(got.closed, 7'012U - 2'790U);
    EXPECT_EQ(got.target, 18U);
    EXPECT_EQ(got.place, 7'012U - 156U);
    EXPECT_EQ(got.report.warnings.at("clock-disorder").count, 285U);
    EXPECT_EQ(got.report.warnings.at("closing-date-but-open").count, 634U);
    EXPECT_EQ(got.report.warnings.at("closed-without-date").count, 4U);
    EXPECT_EQ(got.noSource, 664U) << "UNKNOWN states no channel";
    EXPECT_FALSE(got.report.warnings.contains("unknown-source"));
}

TEST(RealFiles, NewYorkAsTheApiGivesIt)
{
    const std::string file = "nyc311/nyc_311_socrata_2026-08.json.gz";
    if (!present(file))
        GTEST_SKIP() << "shared data is not here";
    const auto got = import("nyc311.json", file);
    EXPECT_EQ(got.report.rows, 1'000U);
    EXPECT_EQ(got.report.imported, 1'000U);
    EXPECT_EQ(got.closed, 444U);
    EXPECT_EQ(got.target, 2U);
    EXPECT_EQ(got.place, 974U);
    EXPECT_EQ(got.stages, (std::map<std::string, std::uint64_t>{{"closed", 444}, {"handling", 423}, {"reported", 133}}));
}

TEST(RealFiles, AreasOfFourCities)
{
    if (!present("boston311/boston_neighborhoods.geojson.gz"))
        GTEST_SKIP() << "shared data is not here";
    struct Case {
        const char* file;
        std::size_t features, vertices, rejected;
    };
    // Four neighbourhoods of New York really have an open ring.
    for (const auto& item : {Case{"boston311/boston_neighborhoods.geojson.gz", 26, 32'111, 0}, Case{"la311/la_neighborhood_councils_2019.geojson.gz", 99, 62'678, 0},
                             Case{"nyc311/nyc_community_districts.geojson.gz", 71, 16'691, 0}, Case{"nyc311/nyc_council_district.geojson.gz", 51, 97'726, 0},
                             Case{"nyc311/nyc_neighborhoods.geojson.gz", 184, 16'487, 4}, Case{"nyc311/nyc_zcta.geojson.gz", 178, 79'949, 0}}) {
        auto source = openByteSource(sharedData(item.file), {.maximumBytes = geoJsonBytes}).value();
        const auto got = readGeoJson(*source);
        ASSERT_TRUE(got) << item.file << got.error().detail;
        std::size_t vertices = 0;
        for (const auto& feature : got->features)
            for (const auto& polygon : feature.polygons)
                for (const auto& ring : polygon.rings)
                    vertices += ring.size();
        EXPECT_EQ(got->features.size(), item.features) << item.file;
        EXPECT_EQ(vertices, item.vertices) << item.file;
        EXPECT_EQ(got->rejected, item.rejected) << item.file;
        for (const auto& reject : got->rejects)
            EXPECT_NE(reject.reason.find("open"), std::string::npos) << reject.reason;
    }
}

TEST(RealFiles, ChinesePublicHolidaysOfThreeYears)
{
    if (!present("cn_holidays/2026.json"))
        GTEST_SKIP() << "shared data is not here";
    Value calendar;
    for (const char* name : {"cn_holidays/2024.json", "cn_holidays/2025.json", "cn_holidays/2026.json"})
        mergeCalendar(calendar, calendarFromHolidays(readJsonFile(sharedData(name)).value()).value());
    EXPECT_EQ(calendar.find("years")->find("2024")->list()->size(), 36U);
    EXPECT_EQ(calendar.find("years")->find("2025")->list()->size(), 33U);
    EXPECT_EQ(calendar.find("years")->find("2026")->list()->size(), 39U);
}
