// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/csvwriter.h"
#include "models/exchange/geojsonwriter.h"

#include <nlohmann/json.hpp>
#include <random>

using namespace griddesk;
using namespace griddesk::test;

namespace {

std::string content(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string field(std::string_view text)
{
    std::string out;
    appendCsvField(out, text);
    return out;
}

} // namespace

TEST(CsvWriter, QuotesWhereItMust)
{
    EXPECT_EQ(field("plain 文字"), "plain 文字");
    EXPECT_EQ(field("a,b"), "\"a,b\"");
    EXPECT_EQ(field("say \"hi\""), "\"say \"\"hi\"\"\"");
    EXPECT_EQ(field("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(field(" edge "), "\" edge \"");
}

TEST(CsvWriter, TextASpreadsheetWouldRunIsDisarmed)
{
    EXPECT_EQ(field("=1+1"), "'=1+1");
    EXPECT_EQ(field("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(field("+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
    EXPECT_EQ(field("-2+3"), "'-2+3");
    EXPECT_EQ(field("\t=1"), "'\t=1");
    EXPECT_EQ(field("-"), "'-");
    EXPECT_EQ(field("=a,b"), "\"'=a,b\"");
    EXPECT_EQ(field("-71.0587"), "-71.0587");
    EXPECT_EQ(field("+86"), "+86");
    EXPECT_EQ(field("-inf"), "'-inf");
}

TEST(CsvWriter, WhatIsWrittenIsReadBack)
{
    const TempFolder folder;
    std::mt19937 random(7);
    std::vector<std::vector<std::string>> rows;
    for (int r = 0; r < 200; ++r) {
        auto& row = rows.emplace_back();
        for (int c = 0; c < 4; ++c) {
            std::string text = "x";
            for (std::size_t i = random() % 9; i > 0; --i)
                text += std::string_view("a,\"\n\r; '")[random() % 8];
            row.push_back(std::move(text));
        }
    }
    auto writer = CsvWriter::create(folder / "o.csv", {.byteOrderMark = true}).value();
    for (const auto& row : rows)
        ASSERT_TRUE(writer.row(row));
    ASSERT_TRUE(writer.commit());
    EXPECT_TRUE(content(folder / "o.csv").starts_with("\xEF\xBB\xBF"));
    auto source = openByteSource(folder / "o.csv").value();
    CsvReader reader(*source);
    CsvRow row;
    for (const auto& expected : rows) {
        ASSERT_TRUE(reader.next(row).value());
        EXPECT_EQ(std::vector<std::string>(row.fields.begin(), row.fields.end()), expected);
    }
    EXPECT_FALSE(reader.next(row).value());
}

TEST(GeoJsonWriter, WritesPointsAndMissingPlacesExactly)
{
    const TempFolder folder;
    auto writer = GeoJsonWriter::create(folder / "o.geojson").value();
    ASSERT_TRUE(writer.add("B-1", GeoPoint{-710587001, 423594000}, Value::Object{{"title", "say \"hi\"\n\\ 文字"}, {"n", 7}}));
    ASSERT_TRUE(writer.add("B-2", std::nullopt, Value()));
    ASSERT_TRUE(writer.commit());
    const std::string text = content(folder / "o.geojson");
    EXPECT_NE(text.find("[-71.0587001,42.3594000]"), std::string::npos);
    const auto json = nlohmann::json::parse(text);
    EXPECT_EQ(json["type"], "FeatureCollection");
    EXPECT_EQ(json["features"][0]["properties"]["title"], "say \"hi\"\n\\ 文字");
    EXPECT_TRUE(json["features"][1]["geometry"].is_null());
}

TEST(GeoJsonWriter, DegreesKeepSmallAndNegativeValues)
{
    EXPECT_EQ(degreesText(-1), "-0.0000001");
    EXPECT_EQ(degreesText(0), "0.0000000");
    EXPECT_EQ(degreesText(-1'800'000'000), "-180.0000000");
}

TEST(GeoJsonWriter, BadUtf8BecomesTheReplacementCharacter)
{
    std::string out;
    appendJson(out, Value("a\xFF"
                          "b"));
    EXPECT_EQ(out, "\"a\xEF\xBF\xBD"
                   "b\"");
}
