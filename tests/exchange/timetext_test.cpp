// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/timetext.h"

#include <gtest/gtest.h>

using namespace griddesk;

namespace {

std::string utc(TimeReader& reader, std::string_view text)
{
    auto time = reader.parse(text);
    return time ? formatInstant(*time) : errorName(time.error().code);
}

} // namespace

TEST(TimeReader, ReadsTheFormatsOfTheSources)
{
    auto reader = TimeReader::make("UTC", {"%Y-%m-%d %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "iso8601"}).value();
    EXPECT_EQ(utc(reader, "2011-07-01 01:32:33"), "2011-07-01T01:32:33Z");
    EXPECT_EQ(utc(reader, " 12/31/2018 11:55:30 PM "), "2018-12-31T23:55:30Z");
    EXPECT_EQ(utc(reader, "1/2/2019 12:00:00 am"), "2019-01-02T00:00:00Z");
    EXPECT_EQ(utc(reader, "01/02/2019 12:00:00 PM"), "2019-01-02T12:00:00Z");
    EXPECT_EQ(utc(reader, "2026-08-19T02:26:58.125"), "2026-08-19T02:26:58.125Z");
    EXPECT_EQ(utc(reader, "2026-02-14T08:00:00+08:00"), "2026-02-14T00:00:00Z");
    EXPECT_EQ(utc(reader, "2026-02-14"), "2026-02-14T00:00:00Z");
}

TEST(TimeReader, LocalTimesFollowTheZone)
{
    auto boston = TimeReader::make("America/New_York", {"%Y-%m-%d %H:%M:%S"}).value();
    EXPECT_EQ(utc(boston, "2011-07-01 12:00:00"), "2011-07-01T16:00:00Z");
    EXPECT_EQ(utc(boston, "2011-12-01 12:00:00"), "2011-12-01T17:00:00Z");
    auto china = TimeReader::make("Asia/Shanghai", {"%Y-%m-%d %H:%M:%S"}).value();
    EXPECT_EQ(utc(china, "2026-02-14 08:00:00"), "2026-02-14T00:00:00Z");
}

TEST(TimeReader, AnHourThatComesTwiceIsItsFirstComing)
{
    auto boston = TimeReader::make("America/New_York", {"%Y-%m-%d %H:%M:%S"}).value();
    EXPECT_EQ(utc(boston, "2011-11-06 00:59:59"), "2011-11-06T04:59:59Z");
    EXPECT_EQ(utc(boston, "2011-11-06 01:30:00"), "2011-11-06T05:30:00Z");
    EXPECT_EQ(utc(boston, "2011-11-06 02:00:00"), "2011-11-06T07:00:00Z");
}

TEST(TimeReader, AnHourThatIsSkippedTakesTheOffsetBefore)
{
    auto boston = TimeReader::make("America/New_York", {"%Y-%m-%d %H:%M:%S"}).value();
    EXPECT_EQ(utc(boston, "2011-03-13 02:30:00"), "2011-03-13T07:30:00Z");
}

TEST(TimeReader, TheRememberedOffsetIsNeverUsedAcrossAChange)
{
    // The same times, asked in two orders, must read the same.
    const std::vector<std::string> texts{"2011-03-12 12:00:00", "2011-03-13 01:59:59", "2011-03-13 03:00:00", "2011-03-14 12:00:00",
                                         "2011-07-04 12:00:00", "2011-11-05 23:00:00", "2011-11-06 03:00:00", "2011-11-08 12:00:00"};
    auto forward = TimeReader::make("America/New_York", {"%Y-%m-%d %H:%M:%S"}).value();
    for (const auto& text : texts) {
        utc(forward, "2011-07-04 00:00:00");
        auto fresh = TimeReader::make("America/New_York", {"%Y-%m-%d %H:%M:%S"}).value();
        EXPECT_EQ(utc(forward, text), utc(fresh, text)) << text;
    }
}

TEST(TimeReader, BadTimesAreNamed)
{
    auto reader = TimeReader::make("UTC", {"%Y-%m-%d %H:%M:%S", "%m/%d/%Y %I:%M:%S %p"}).value();
    for (const char* text : {"", "yesterday", "2011-07-01", "2011-07-01 01:32", "2011-07-01 01:32:33 ", "2011-7-1 1:32:33x", "12/31/2018 11:55:30"})
        EXPECT_TRUE(utc(reader, text) == "syntax" || std::string_view(text).ends_with(' ')) << text;
    for (const char* text : {"2011-02-29 00:00:00", "2011-13-01 00:00:00", "2011-00-01 00:00:00", "2011-07-01 24:00:00", "2011-07-01 23:60:00",
                             "1899-12-31 23:59:59", "2201-01-01 00:00:00", "9999-12-31 00:00:00", "13/31/2018 11:55:30 PM", "12/31/2018 13:55:30 PM"})
        EXPECT_EQ(utc(reader, text), errorName(ErrorCode::OutOfRange)) << text;
}

TEST(TimeReader, BadFormatsAndZonesAreRefused)
{
    EXPECT_EQ(TimeReader::make("Mars/Olympus", {"iso8601"}).error().code, ErrorCode::UnknownReference);
    EXPECT_EQ(TimeReader::make("UTC", {"%Q"}).error().code, ErrorCode::Syntax);
    EXPECT_EQ(TimeReader::make("UTC", {"%Y%"}).error().code, ErrorCode::Syntax);
    EXPECT_EQ(TimeReader::make("UTC", {"%H:%M"}).error().code, ErrorCode::Syntax);
    EXPECT_EQ(TimeReader::make("UTC", {}).error().code, ErrorCode::MissingField);
}
