// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/caldata.h"
#include "models/exchange/jsonfile.h"

using namespace griddesk;
using namespace griddesk::test;

namespace {

Result<Value> calendar(const std::string& text)
{
    auto source = memoryByteSource(text, "2026.json");
    auto value = readJson(*source);
    return value ? calendarFromHolidays(*value) : value;
}

} // namespace

TEST(CalendarData, AYearOfHolidaysBecomesACalendar)
{
    const auto got = calendar(R"({"$schema":"x","year":2026,"papers":[],"days":[
        {"name":"春节","date":"2026-02-14","isOffDay":false},{"name":"元旦","date":"2026-01-01","isOffDay":true}]})");
    ASSERT_TRUE(got) << got.error().detail;
    const auto& days = *got->find("years")->find("2026")->list();
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0].textOr("date"), "2026-01-01");
    EXPECT_TRUE(days[0].boolOr("off", false));
    EXPECT_EQ(days[1].textOr("name"), "春节");
    EXPECT_FALSE(days[1].boolOr("off", true));
    EXPECT_EQ(calendarFromHolidays(*got).value(), *got);
}

TEST(CalendarData, BadDaysAreNamed)
{
    const auto code = [](const std::string& text) { return calendar(text).error().code; };
    EXPECT_EQ(code(R"({"days":[]})"), ErrorCode::MissingField);
    EXPECT_EQ(code(R"({"year":"2026","days":[]})"), ErrorCode::WrongType);
    EXPECT_EQ(code(R"({"year":20260,"days":[]})"), ErrorCode::OutOfRange);
    EXPECT_EQ(code(R"({"year":2026,"days":{}})"), ErrorCode::WrongType);
    EXPECT_EQ(code(R"({"year":2026,"days":[{"date":"2026-02-30","isOffDay":true}]})"), ErrorCode::OutOfRange);
    EXPECT_EQ(code(R"({"year":2026,"days":[{"date":"2026-02-03"}]})"), ErrorCode::MissingField);
    EXPECT_EQ(code(R"({"year":2026,"days":[{"date":"2026-02-03","isOffDay":1}]})"), ErrorCode::WrongType);
    EXPECT_EQ(code(R"({"year":2026,"days":[{"date":"2026-02-03","isOffDay":true},{"date":"2026-02-03","isOffDay":true}]})"), ErrorCode::Duplicate);
    EXPECT_EQ(code(R"({"years":{"x":[]}})"), ErrorCode::OutOfRange);
}

TEST(CalendarData, AYearWithoutDaysIsNotPublishedYet)
{
    for (const auto* text : {R"({"year":2027,"papers":[],"days":[]})", R"({"years":{"2026":[{"date":"2026-01-01","off":true}],"2027":[]}})"}) {
        const auto got = calendar(text);
        ASSERT_FALSE(got) << text;
        EXPECT_EQ(got.error().code, ErrorCode::MissingField);
        EXPECT_EQ(got.error().context, "2027");
        EXPECT_TRUE(got.error().detail.contains("not published yet"));
    }
}

TEST(CalendarData, AYearOfFewDaysOffIsDoubted)
{
    std::string days;
    for (int day = 1; day <= fewestDaysOff; ++day) {
        // Make-up days are no days off.
        EXPECT_EQ(thinYears(calendar(R"({"year":2026,"days":[)" + days + R"({"date":"2026-02-01","isOffDay":false}]})").value()), std::vector<std::string>{"2026"});
        days += R"({"date":"2026-01-0)" + std::to_string(day) + R"(","isOffDay":true},)";
    }
    days.pop_back();
    EXPECT_TRUE(thinYears(calendar(R"({"year":2026,"days":[)" + days + "]}").value()).empty());
}

TEST(CalendarData, YearsAreMergedAndReplaced)
{
    Value all = calendar(R"({"year":2025,"days":[{"date":"2025-01-01","isOffDay":true}]})").value();
    mergeCalendar(all, calendar(R"({"year":2026,"days":[{"date":"2026-01-01","isOffDay":true},{"date":"2026-01-02","isOffDay":true}]})").value());
    mergeCalendar(all, calendar(R"({"year":2026,"days":[{"date":"2026-01-01","isOffDay":true}]})").value());
    EXPECT_EQ(all.find("years")->object()->size(), 2U);
    EXPECT_EQ(all.find("years")->find("2026")->list()->size(), 1U);
}
