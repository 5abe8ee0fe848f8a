// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocktestsupport.h"

namespace griddesk {

using namespace test;

namespace {

LocalDate day(const char* text) { return parseDate(text).value(); }

int workdaysIn(const CalendarIndex& index, int year)
{
    return index.workdayNumber(day((std::to_string(year) + "-12-31").c_str()))
        - index.workdayNumber(day((std::to_string(year - 1) + "-12-31").c_str()));
}

TEST(ChinaCalendar, HasTheWorkingDaysOfThePublishedSchedules)
{
    EXPECT_EQ(workdaysIn(china(), 2025), 248);
    EXPECT_EQ(workdaysIn(china(), 2026), 248);
    EXPECT_FALSE(china().calendar().isWorkday(day("2026-02-16"))); // a Monday in Spring Festival
    EXPECT_TRUE(china().calendar().isWorkday(day("2026-02-28")));  // make-up Saturday
    EXPECT_FALSE(china().calendar().isWorkday(day("2026-03-07"))); // plain Saturday
    EXPECT_TRUE(china().calendar().covered(2026));
    EXPECT_FALSE(china().calendar().covered(2027));
}

TEST(ChinaCalendar, EqualsThePublishedTable)
{
    std::size_t days = 0;
    for (const int year : {2025, 2026}) {
        std::ifstream file(std::string(GRIDDESK_SHARED_DATA) + "/cn_holidays/" + std::to_string(year) + ".json");
        if (!file)
            GTEST_SKIP() << "the published table is not beside the source tree";
        const nlohmann::json table = nlohmann::json::parse(file);
        for (const auto& entry : table["days"]) {
            const auto found = china().calendar().days.find(day(entry["date"].get<std::string>().c_str()));
            ASSERT_NE(found, china().calendar().days.end()) << entry;
            EXPECT_EQ(found->second.name, entry["name"].get<std::string>());
            EXPECT_EQ(found->second.kind == DayKind::Holiday, entry["isOffDay"].get<bool>()) << entry;
            ++days;
        }
    }
    EXPECT_EQ(china().calendar().days.size(), days);
}

TEST(Zone, ConvertsBothWaysWhereTheOffsetIsFixed)
{
    EXPECT_EQ(formatInstant(at("2026-02-14 16:00")), "2026-02-14T08:00:00Z");
    EXPECT_EQ(local(parseInstant("2026-02-14T16:30:05Z").value()), "2026-02-15 00:30:05");
    EXPECT_EQ(china().calendar().localDate(parseInstant("2026-02-13T16:00:00Z").value()), day("2026-02-14"));
}

TEST(Zone, TakesTheFirstOfARepeatedHour)
{
    EXPECT_EQ(formatInstant(at("2026-11-01 01:30", boston())), "2026-11-01T05:30:00Z");
    EXPECT_EQ(local(parseInstant("2026-11-01T06:30:00Z").value(), boston()), "2026-11-01 01:30");
    EXPECT_EQ(formatInstant(at("2026-11-01 02:00", boston())), "2026-11-01T07:00:00Z");
}

TEST(Zone, ShiftsASkippedTimeForward)
{
    EXPECT_EQ(formatInstant(at("2026-03-08 01:59", boston())), "2026-03-08T06:59:00Z");
    EXPECT_EQ(formatInstant(at("2026-03-08 02:30", boston())), "2026-03-08T07:00:00Z");
    EXPECT_EQ(local(at("2026-03-08 02:30", boston()), boston()), "2026-03-08 03:00");
    EXPECT_EQ(formatInstant(at("2026-03-08 03:00", boston())), "2026-03-08T07:00:00Z");
}

TEST(Zone, NeverGivesAnEarlierInstantForALaterLocalTime)
{
    // One zone whose clocks go back over midnight, the hardest case.
    Calendar calendar = boston().calendar();
    calendar.zone = {{Instant{}, 60}, {parseInstant("2026-06-10T23:30:00Z").value(), 0}, {parseInstant("2026-06-12T00:00:00Z").value(), 120}};
    calendar.plans = {{WholeYear{}, {{0, 24 * 60}}}};
    calendar.weekdayOff = {};
    const CalendarIndex index(calendar);
    LocalTime localTime{day("2026-06-09")};
    Instant before = calendar.toInstant(localTime);
    for (int minute = 0; minute < 4 * 24 * 60; ++minute) {
        const Instant next = calendar.toInstant(localTime += std::chrono::minutes{1});
        ASSERT_LE(before, next) << minute;
        before = next;
    }
    // Working round the clock, every minute counts exactly once, whatever local time does.
    const Instant begin = parseInstant("2026-06-09T00:00:00Z").value();
    for (int minute = 0; minute < 4 * 24 * 60; ++minute) {
        const Instant t = begin + std::chrono::minutes{minute};
        ASSERT_EQ(index.workingMs(t) - index.workingMs(begin), minute * 60'000) << formatInstant(t);
    }
}

TEST(Slots, FollowTheSeasonAndADateRangeWinsOverIt)
{
    const Value value = parseJson(R"({"id":"suzhou-1","years":{"2026":[]},"slots":[
        {"hours":["08:00-12:00","14:00-18:00"]},
        {"from":"10-01","to":"04-30","hours":["09:00-12:00","13:00-17:00"]},
        {"from":"2026-01-05","to":"2026-01-06","hours":["10:00-11:00"]}]})");
    const Calendar calendar = readCalendar(value).value();
    const auto slotsOn = [&](const char* text) {
        const auto slots = calendar.slotsOn(day(text));
        return formatSlots({slots.begin(), slots.end()});
    };
    EXPECT_EQ(slotsOn("2026-04-30"), "09:00-12:00,13:00-17:00");
    EXPECT_EQ(slotsOn("2026-05-01"), "08:00-12:00,14:00-18:00");
    EXPECT_EQ(slotsOn("2026-10-01"), "09:00-12:00,13:00-17:00");
    EXPECT_EQ(slotsOn("2026-09-30"), "08:00-12:00,14:00-18:00");
    EXPECT_EQ(slotsOn("2026-01-05"), "10:00-11:00");
    EXPECT_EQ(slotsOn("2026-01-07"), "09:00-12:00,13:00-17:00");
    EXPECT_EQ(slotsOn("2026-01-10"), ""); // Saturday
}

TEST(Index, StopsAtTheEndsOfItsRange)
{
    const CalendarIndex& index = china();
    EXPECT_EQ(index.workingMs(Instant::max()), index.workingMs(at("2200-01-01")));
    EXPECT_EQ(index.workingMs(Instant::min()), 0);
    EXPECT_EQ(index.atWorkingMs(index.workingMs(Instant::max()) + 1), at("2200-01-01"));
    EXPECT_EQ(index.endOfWork(index.workdayCount() + 1), at("2200-01-01"));
    EXPECT_FALSE(index.covered({at("2026-01-01"), Instant::max()}));
    EXPECT_TRUE(index.covered({at("2025-01-01"), at("2026-12-31 23:59:59")}));
    EXPECT_FALSE(index.covered({at("2024-12-31 23:59"), at("2026-12-31")}));
}

TEST(Index, OfACalendarWithoutHoursHasNoWorkingTime)
{
    Calendar calendar;
    calendar.plans.clear();
    const CalendarIndex index(calendar);
    EXPECT_EQ(index.workdayCount(), 0);
    EXPECT_EQ(index.workingMs(at("2026-01-05 12:00")), 0);
    Clock clock = clockOf("2026-01-05 09:00", "4wh");
    EXPECT_EQ(due(clock, index), (Due{at("2200-01-01"), true, false}));
    clock.limit = {LimitUnit::WorkingDaysWhole, 2};
    EXPECT_EQ(due(clock, index).at, at("2200-01-01"));
}

} // namespace

} // namespace griddesk
