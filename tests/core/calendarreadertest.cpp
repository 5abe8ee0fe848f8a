// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocktestsupport.h"

#include "models/core/limit.h"

namespace griddesk {

using namespace test;

namespace {

TEST(CalendarReader, GivesBackWhatTheWriterWrote)
{
    for (const CalendarIndex* index : {&china(), &boston()}) {
        const Value written = writeCalendar(index->calendar());
        const auto again = readCalendar(written);
        ASSERT_TRUE(again.has_value());
        EXPECT_EQ(*again, index->calendar());
        EXPECT_EQ(writeCalendar(*again), written);
    }
    const Calendar seasons = readCalendar(parseJson(R"({"id":"x-1","years":{},"weekend":[5,6],"slots":[
        {"from":"05-01","to":"09-30","hours":["08:00-12:00"]},{"from":"10-01","to":"04-30","hours":["00:00-24:00"]},
        {"from":"2026-01-01","to":"2026-01-01","hours":["10:00-11:00"]}]})")).value();
    EXPECT_EQ(readCalendar(writeCalendar(seasons)).value(), seasons);
    EXPECT_TRUE(seasons.isWorkday(parseDate("2026-03-08").value())); // Sunday
    EXPECT_FALSE(seasons.isWorkday(parseDate("2026-03-06").value())); // Friday
}

TEST(CalendarReader, HasDefaultsForHoursWeekendAndZone)
{
    const Calendar calendar = readCalendar(parseJson(R"({"id":"x-1","years":{"2026":[]}})")).value();
    Calendar expected;
    expected.id = "x-1";
    expected.years = {2026};
    EXPECT_EQ(calendar, expected);
}

TEST(CalendarReader, RefusesBadCalendars)
{
    struct Row {
        const char* json;
        ErrorCode code;
    };
    const Row rows[] = {
        {R"([])", ErrorCode::WrongType},
        {R"({})", ErrorCode::MissingField},
        {R"({"id":7,"years":{}})", ErrorCode::WrongType},
        {R"({"id":"a b","years":{}})", ErrorCode::Syntax},
        {R"({"id":"x"})", ErrorCode::MissingField},
        {R"({"id":"x","years":{},"colour":1})", ErrorCode::UnknownField},
        {R"({"id":"x","years":[]})", ErrorCode::WrongType},
        {R"({"id":"x","years":{"26":[]}})", ErrorCode::Syntax},
        {R"({"id":"x","years":{"1969":[]}})", ErrorCode::OutOfRange},
        {R"({"id":"x","years":{"2200":[]}})", ErrorCode::OutOfRange},
        {R"({"id":"x","years":{"2026":{}}})", ErrorCode::WrongType},
        {R"({"id":"x","years":{"2026":[1]}})", ErrorCode::WrongType},
        {R"({"id":"x","years":{"2026":[{"date":"2026-01-01","off":true}]}})", ErrorCode::MissingField},
        {R"({"id":"x","years":{"2026":[{"date":"2026-01-01","name":"a"}]}})", ErrorCode::MissingField},
        {R"({"id":"x","years":{"2026":[{"date":"2026-01-01","name":"a","off":1}]}})", ErrorCode::WrongType},
        {R"({"id":"x","years":{"2026":[{"date":"2026-01-01","name":"a","off":true,"x":1}]}})", ErrorCode::UnknownField},
        {R"({"id":"x","years":{"2026":[{"date":"2026-1-1","name":"a","off":true}]}})", ErrorCode::Syntax},
        {R"({"id":"x","years":{"2026":[{"date":"2026-02-29","name":"a","off":true}]}})", ErrorCode::OutOfRange},
        {R"({"id":"x","years":{"2026":[{"date":"2025-01-01","name":"a","off":true}]}})", ErrorCode::Inconsistent},
        {R"({"id":"x","years":{"2026":[{"date":"2026-01-01","name":"a","off":true},{"date":"2026-01-01","name":"b","off":false}]}})",
         ErrorCode::Duplicate},
        {R"({"id":"x","years":{},"slots":{}})", ErrorCode::WrongType},
        {R"({"id":"x","years":{},"slots":[]})", ErrorCode::Inconsistent},
        {R"({"id":"x","years":{},"slots":[{"hours":[]}]})", ErrorCode::OutOfRange},
        {R"({"id":"x","years":{},"slots":[{}]})", ErrorCode::MissingField},
        {R"({"id":"x","years":{},"slots":[{"hours":[5]}]})", ErrorCode::WrongType},
        {R"({"id":"x","years":{},"slots":[{"hours":["08:00-12:00","11:00-13:00"]}]})", ErrorCode::Inconsistent},
        {R"({"id":"x","years":{},"slots":[{"hours":["08:00-12:00"]},{"hours":["08:00-12:00"]}]})", ErrorCode::Inconsistent},
        {R"({"id":"x","years":{},"slots":[{"from":"01-01","hours":["08:00-12:00"]}]})", ErrorCode::MissingField},
        {R"({"id":"x","years":{},"slots":[{"from":"13-01","to":"02-01","hours":["08:00-12:00"]}]})", ErrorCode::OutOfRange},
        {R"({"id":"x","years":{},"slots":[{"from":"1-1","to":"02-01","hours":["08:00-12:00"]}]})", ErrorCode::Syntax},
        {R"({"id":"x","years":{},"slots":[{"from":"05-01","to":"09-30","hours":["08:00-12:00"]}]})", ErrorCode::Inconsistent}, // no winter
        {R"({"id":"x","years":{},"slots":[{"from":"05-01","to":"09-30","hours":["08:00-12:00"]},{"from":"09-30","to":"04-30","hours":["08:00-12:00"]}]})",
         ErrorCode::Inconsistent},
        {R"({"id":"x","years":{},"slots":[{"hours":["08:00-12:00"]},{"from":"2026-02-01","to":"2026-01-01","hours":["08:00-12:00"]}]})",
         ErrorCode::OutOfRange},
        {R"({"id":"x","years":{},"slots":[{"hours":["08:00-12:00"]},{"from":"2026-02-01","to":"03-01","hours":["08:00-12:00"]}]})", ErrorCode::Syntax},
        {R"({"id":"x","years":{},"weekend":[0]})", ErrorCode::OutOfRange},
        {R"({"id":"x","years":{},"weekend":[6,6]})", ErrorCode::Duplicate},
        {R"({"id":"x","years":{},"weekend":["6"]})", ErrorCode::WrongType},
        {R"({"id":"x","years":{},"weekend":[1,2,3,4,5,6,7,1]})", ErrorCode::LimitExceeded},
        {R"({"id":"x","years":{},"zone":[]})", ErrorCode::OutOfRange},
        {R"({"id":"x","years":{},"zone":[{"from":"1970-01-01","offset":480}]})", ErrorCode::Syntax},
        {R"({"id":"x","years":{},"zone":[{"from":"1970-01-01T00:00:00Z"}]})", ErrorCode::MissingField},
        {R"({"id":"x","years":{},"zone":[{"from":"1970-01-01T00:00:00Z","offset":"8"}]})", ErrorCode::WrongType},
        {R"({"id":"x","years":{},"zone":[{"from":"1970-01-01T00:00:00Z","offset":1081}]})", ErrorCode::OutOfRange},
        {R"({"id":"x","years":{},"zone":[{"from":"1971-01-01T00:00:00Z","offset":0},{"from":"1971-01-01T00:00:00Z","offset":60}]})",
         ErrorCode::Inconsistent},
    };
    for (const Row& row : rows) {
        const auto calendar = readCalendar(parseJson(row.json));
        ASSERT_FALSE(calendar.has_value()) << row.json;
        EXPECT_EQ(calendar.error().code, row.code) << row.json << "\n" << calendar.error().detail << " at " << calendar.error().context;
    }
}

TEST(CalendarReader, StopsAtItsLimits)
{
    const auto codeOf = [](Value value) {
        value.set("id", "x");
        if (!value.has("years"))
            value.set("years", Value::Object{});
        const auto calendar = readCalendar(value);
        return calendar ? ErrorCode::Cancelled : calendar.error().code;
    };
    const Value plan = parseJson(R"({"hours":["08:00-12:00"]})");
    EXPECT_EQ(codeOf(Value{}.set("slots", Value::List(65, plan))), ErrorCode::LimitExceeded);
    EXPECT_EQ(codeOf(Value{}.set("slots", Value::List{Value{}.set("hours", Value::List(17, "08:00-12:00"))})), ErrorCode::LimitExceeded);
    EXPECT_EQ(codeOf(Value{}.set("zone", Value::List(1001, Value{}))), ErrorCode::LimitExceeded);
    EXPECT_EQ(codeOf(Value{}.set("years", Value{}.set("2026", Value::List(367, Value{})))), ErrorCode::LimitExceeded);
    Value day;
    day.set("date", "2026-01-01").set("off", true).set("name", std::string(101, 'x'));
    EXPECT_EQ(codeOf(Value{}.set("years", Value{}.set("2026", Value::List{day}))), ErrorCode::LimitExceeded);
}

TEST(ParseSlots, ReadsWhatFormatSlotsWrites)
{
    for (const char* text : {"08:00-12:00,14:00-18:00", "00:00-24:00", "09:00-12:00,12:00-17:30"})
        EXPECT_EQ(formatSlots(parseSlots(text).value()), text);
}

TEST(ParseSlots, RefusesBadText)
{
    const std::pair<std::string, ErrorCode> rows[] = {
        {"", ErrorCode::Syntax},
        {",", ErrorCode::Syntax},
        {"08:00-12:00,", ErrorCode::Syntax},
        {"8:00-12:00", ErrorCode::Syntax},
        {"08:00–12:00", ErrorCode::Syntax},
        {" 08:00-12:00", ErrorCode::Syntax},
        {"08.00-12.00", ErrorCode::Syntax},
        {"08:60-12:00", ErrorCode::OutOfRange},
        {"08:00-24:01", ErrorCode::OutOfRange},
        {"25:00-26:00", ErrorCode::OutOfRange},
        {"12:00-08:00", ErrorCode::OutOfRange},
        {"12:00-12:00", ErrorCode::OutOfRange},
        {"08:00-12:00,11:59-13:00", ErrorCode::Inconsistent},
        {"14:00-18:00,08:00-12:00", ErrorCode::Inconsistent},
        {std::string("08:00-12:00\0", 12), ErrorCode::Syntax},
    };
    for (const auto& [text, code] : rows) {
        const auto slots = parseSlots(text);
        ASSERT_FALSE(slots.has_value()) << text;
        EXPECT_EQ(slots.error().code, code) << text;
    }
}

TEST(ParseLimit, ReadsWhatFormatLimitWrites)
{
    for (const char* text : {"4wh", "2uh", "2wd", "3wdb", "5nd", "200000wh", "876600uh", "25000wd", "25000wdb", "36525nd", "stated"})
        EXPECT_EQ(formatLimit(parseLimit(text).value()), text);
    EXPECT_EQ(parseLimit("2wd").value(), (Limit{LimitUnit::WorkingDaysRolling, 2}));
    EXPECT_EQ(parseLimit("2wdb").value(), (Limit{LimitUnit::WorkingDaysWhole, 2}));
}

TEST(ParseLimit, RefusesBadText)
{
    const std::pair<std::string, ErrorCode> rows[] = {
        {"", ErrorCode::Syntax},       {"4", ErrorCode::Syntax},         {"wh", ErrorCode::Syntax},         {"4 wh", ErrorCode::Syntax},
        {"-4wh", ErrorCode::Syntax},   {"+4wh", ErrorCode::Syntax},      {"04wh", ErrorCode::Syntax},       {"4WH", ErrorCode::Syntax},
        {"4.5wh", ErrorCode::Syntax},  {"4whx", ErrorCode::Syntax},      {"4stated", ErrorCode::Syntax},    {"4wd ", ErrorCode::Syntax},
        {"0wh", ErrorCode::OutOfRange}, {"200001wh", ErrorCode::OutOfRange}, {"36526nd", ErrorCode::OutOfRange},
        {"99999999999999999999nd", ErrorCode::OutOfRange}, {std::string("4wh\0", 4), ErrorCode::Syntax},
    };
    for (const auto& [text, code] : rows) {
        const auto limit = parseLimit(text);
        ASSERT_FALSE(limit.has_value()) << text;
        EXPECT_EQ(limit.error().code, code) << text;
    }
}

TEST(ParseLocalTime, ReadsLocalTimesDatesAndTimesWithAZone)
{
    const Calendar& calendar = china().calendar();
    const Instant expected = parseInstant("2026-02-14T08:00:00Z").value();
    for (const char* text : {"2026-02-14 16:00", "2026-02-14 16:00:00", "2026-02-14T16:00", "2026-02-14T08:00:00Z", "2026-02-14T08:00Z", "2026-02-14T16:00+08:00", "2026-02-14T16:00:00+08:00",
                             "2026-02-14T08:00:00.000Z"})
        EXPECT_EQ(parseLocalTime(text, calendar).value(), expected) << text;
    EXPECT_EQ(parseLocalTime("2026-02-14", calendar).value(), parseInstant("2026-02-13T16:00:00Z").value());
}

TEST(ParseLocalTime, RefusesBadText)
{
    const std::pair<std::string, ErrorCode> rows[] = {
        {"", ErrorCode::Syntax},
        {"2026", ErrorCode::Syntax},
        {"2026-02", ErrorCode::Syntax},
        {"2026/02/14", ErrorCode::Syntax},
        {"2026-02-30", ErrorCode::OutOfRange},
        {"1899-12-31", ErrorCode::OutOfRange},
        {"2026-02-14 24:00", ErrorCode::OutOfRange},
        {"2026-02-14 16:60", ErrorCode::OutOfRange},
        {"2026-02-14 1600", ErrorCode::Syntax},
        {"2026-02-14 16:0", ErrorCode::Syntax},
        {"2026-02-14 16:00 ", ErrorCode::Syntax},
        {"2026-02-14x16:00", ErrorCode::Syntax},
        {"2026-02-14 16:00:00+8", ErrorCode::Syntax},
        {"2026-02-14 16Z00", ErrorCode::Syntax},
        {std::string(10'000, '1'), ErrorCode::Syntax},
    };
    for (const auto& [text, code] : rows) {
        const auto instant = parseLocalTime(text, china().calendar());
        ASSERT_FALSE(instant.has_value()) << text;
        EXPECT_EQ(instant.error().code, code) << text;
    }
}

} // namespace

} // namespace griddesk
