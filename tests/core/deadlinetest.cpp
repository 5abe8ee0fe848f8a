// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocktestsupport.h"

#include <numeric>

namespace griddesk {

using namespace test;

namespace {

struct Vector {
    const char* start;
    const char* limit;
    const char* due;
};

class ReferenceVectors : public ::testing::TestWithParam<Vector> {};

TEST_P(ReferenceVectors, AreDueWhenTheReferenceSays)
{
    const auto [start, limitText, expected] = GetParam();
    const Limit limit = parseLimit(limitText).value();
    const auto answer = deadline(at(start), limit, china());
    ASSERT_TRUE(answer.has_value()) << answer.error().detail;
    EXPECT_EQ(local(answer->due), expected);
    EXPECT_FALSE(answer->provisional);
    const auto counted = std::accumulate(answer->segments.begin(), answer->segments.end(), std::int64_t{0},
                                         [](std::int64_t sum, const Segment& s) { return sum + s.countedMs; });
    const std::int64_t unit = limit.unit == LimitUnit::WorkingDaysRolling || limit.unit == LimitUnit::WorkingDaysWhole ? hours(8)
        : limit.unit == LimitUnit::NaturalDays                                                                        ? hours(24)
                                                                                                                      : hours(1);
    EXPECT_EQ(counted, limit.amount * unit);
    EXPECT_EQ(answer->segments.front().from, at(start));
    EXPECT_EQ(answer->segments.back().to, answer->due);
}

INSTANTIATE_TEST_SUITE_P(Calendar2026, ReferenceVectors,
                         ::testing::Values(Vector{"2026-02-14 16:00", "4wh", "2026-02-24 10:00"}, // make-up Saturday, then Spring Festival
                                           Vector{"2026-02-13 17:00", "2wh", "2026-02-14 09:00"},
                                           Vector{"2026-01-05 11:30", "2wh", "2026-01-05 15:30"},
                                           Vector{"2026-09-30 17:00", "1wh", "2026-09-30 18:00"}, // slot end, not the next day
                                           Vector{"2026-10-10 09:00", "8wh", "2026-10-12 09:00"},
                                           Vector{"2026-04-30 10:00", "2wd", "2026-05-07 10:00"}, // policy a
                                           Vector{"2026-04-30 10:00", "16wh", "2026-05-07 10:00"},
                                           Vector{"2026-02-13", "3wdb", "2026-02-25 18:00"}, // policy b
                                           Vector{"2026-02-13", "5wdb", "2026-02-27 18:00"},
                                           Vector{"2026-04-30", "2wdb", "2026-05-07 18:00"},
                                           Vector{"2026-09-18", "5wdb", "2026-09-24 18:00"},
                                           Vector{"2026-09-30", "5wdb", "2026-10-13 18:00"},
                                           Vector{"2026-02-14 16:00", "2uh", "2026-02-14 18:00"}));

INSTANTIATE_TEST_SUITE_P(Edges, ReferenceVectors,
                         ::testing::Values(Vector{"2026-01-05 12:30", "1wh", "2026-01-05 15:00"},  // start at lunch
                                           Vector{"2026-01-05 12:00", "1wh", "2026-01-05 15:00"},  // start at a slot's end
                                           Vector{"2026-01-09 20:00", "1wd", "2026-01-12 18:00"},  // Friday night
                                           Vector{"2026-01-10 10:00", "8wh", "2026-01-12 18:00"},  // start on a day off
                                           Vector{"2026-01-10 10:00", "1wdb", "2026-01-12 18:00"},
                                           Vector{"2026-01-05 23:59", "1wdb", "2026-01-06 18:00"}, // late evening still starts that day
                                           Vector{"2026-02-14 16:00", "5nd", "2026-02-19 16:00"},
                                           Vector{"2026-02-14 16:00:30", "1wh", "2026-02-14 17:00:30"}));

TEST(Deadline, TouchingAnUnknownYearIsProvisional)
{
    const auto provisional = [](const char* start, const char* limit) {
        return deadline(at(start), parseLimit(limit).value(), china()).value().provisional;
    };
    EXPECT_FALSE(provisional("2026-12-31 09:00", "7wh")); // to the end of work of the last known day
    EXPECT_TRUE(provisional("2026-12-31 09:00", "8wh"));
    EXPECT_TRUE(provisional("2026-12-30 10:00", "2wdb"));
    EXPECT_FALSE(provisional("2024-12-31 10:00", "1wdb")); // counts from the next day on, which is known
    EXPECT_TRUE(provisional("2024-12-31 10:00", "8wh"));
    EXPECT_FALSE(provisional("2026-12-31 10:00", "30nd")); // round the clock needs no holidays
    EXPECT_FALSE(provisional("2026-12-31 10:00", "48uh"));
}

TEST(Deadline, AddingTheMissingYearMovesAProvisionalDeadline)
{
    const Instant start = at("2026-12-31 10:00");
    const Limit limit = parseLimit("1wdb").value();
    EXPECT_EQ(local(deadline(start, limit, china()).value().due), "2027-01-01 18:00");
    Calendar next = china().calendar();
    next.id = "cn-2027-1";
    next.years.insert(2027);
    for (const char* off : {"2027-01-01", "2027-01-02", "2027-01-03"})
        next.days[parseDate(off).value()] = {DayKind::Holiday, "元旦"};
    const auto answer = deadline(start, limit, CalendarIndex(next)).value();
    EXPECT_EQ(local(answer.due), "2027-01-04 18:00");
    EXPECT_FALSE(answer.provisional);
}

TEST(Deadline, UsesTheHoursOfTheSeason)
{
    Calendar calendar = china().calendar();
    calendar.plans = {{Season{std::chrono::October / 1, std::chrono::April / 30}, parseSlots("09:00-12:00,13:00-17:00").value()},
                      {Season{std::chrono::May / 1, std::chrono::September / 30}, parseSlots("08:00-12:00,14:00-18:00").value()}};
    const CalendarIndex index(calendar);
    const auto dueOf = [&](const char* start, const char* limit) {
        return local(deadline(at(start), parseLimit(limit).value(), index).value().due);
    };
    EXPECT_EQ(dueOf("2026-04-30 16:00", "2wh"), "2026-05-06 09:00"); // one hour in winter, one in summer
    EXPECT_EQ(dueOf("2026-04-30 16:00", "1wd"), "2026-05-06 16:00"); // 7 hours, those of the start day: 1 + 4 + 2
    EXPECT_EQ(dueOf("2026-09-30 10:00", "1wdb"), "2026-10-08 17:00");
}

TEST(Deadline, KeepsLocalWorkingHoursWhenClocksChange)
{
    const auto dueOf = [&](const char* start, const char* limit) {
        return local(deadline(at(start, boston()), parseLimit(limit).value(), boston()).value().due, boston());
    };
    EXPECT_EQ(dueOf("2026-03-06 16:00", "2wh"), "2026-03-09 10:00");
    EXPECT_EQ(dueOf("2026-03-06 16:00", "3nd"), "2026-03-09 17:00"); // 72 hours
    EXPECT_EQ(dueOf("2026-10-30 16:00", "2wh"), "2026-11-02 10:00");
    EXPECT_EQ(dueOf("2026-10-30 16:00", "1wdb"), "2026-11-02 17:00");
}

TEST(Deadline, StepsOverTheLegalHolidaysOfMassachusetts)
{
    const auto dueOf = [&](const char* start, const char* limit) {
        return local(deadline(at(start, boston()), parseLimit(limit).value(), boston()).value().due, boston());
    };
    EXPECT_EQ(dueOf("2011-07-01 16:00", "2wh"), "2011-07-05 10:00");  // Independence Day, a Monday
    EXPECT_EQ(dueOf("2010-07-02 16:00", "2wh"), "2010-07-06 10:00");  // on a Sunday: kept on Monday
    EXPECT_EQ(dueOf("2020-07-02 16:00", "2wh"), "2020-07-03 10:00");  // on a Saturday: the Friday before is worked
    EXPECT_EQ(dueOf("2011-04-15 16:00", "2wh"), "2011-04-19 10:00");  // Patriots' Day
    EXPECT_EQ(dueOf("2011-09-02 16:00", "2wh"), "2011-09-06 10:00");  // Labor Day
    EXPECT_EQ(dueOf("2011-11-23 16:00", "2wh"), "2011-11-25 10:00");  // Thanksgiving
    EXPECT_EQ(dueOf("2019-06-18 16:00", "2wh"), "2019-06-19 10:00");  // Juneteenth is a holiday from 2021 on
    EXPECT_EQ(dueOf("2024-06-18 16:00", "2wh"), "2024-06-20 10:00");
}

TEST(Deadline, RefusesWhatCannotBeComputed)
{
    const auto codeOf = [](Instant start, Limit limit) { return deadline(start, limit, china()).error().code; };
    const Instant start = at("2026-01-05 10:00");
    EXPECT_EQ(codeOf(start, {LimitUnit::Stated, 0}), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(start, {LimitUnit::WorkingHours, 0}), ErrorCode::OutOfRange);
    EXPECT_EQ(codeOf(start, {LimitUnit::WorkingHours, -1}), ErrorCode::OutOfRange);
    EXPECT_EQ(codeOf(start, {LimitUnit::NaturalDays, 36'526}), ErrorCode::OutOfRange);
    EXPECT_EQ(codeOf(at("1950-01-05 10:00"), {LimitUnit::WorkingHours, 1}), ErrorCode::OutOfRange);
    EXPECT_EQ(codeOf(at("2199-01-05 10:00"), {LimitUnit::WorkingHours, 20'000}), ErrorCode::OutOfRange);
}

} // namespace

} // namespace griddesk
