// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocktestsupport.h"

#include "models/core/clock.h"

#include <set>

namespace griddesk {

using namespace test;

namespace {

// All in the week of Monday 2026-01-05, slots 08-12 and 14-18, unless a date says otherwise.

Pause pause(const char* from, const char* until = nullptr, const char* planned = nullptr)
{
    Pause result;
    result.from = at(from);
    if (until)
        result.until = at(until);
    if (planned)
        result.plannedUntil = at(planned);
    result.reason = "materials";
    result.approvedBy = "leader";
    return result;
}

Extension extension(const char* limit)
{
    Extension result;
    result.added = parseLimit(limit).value();
    result.reason = "rain";
    result.approvedBy = "dispatcher";
    return result;
}

std::string dueOf(const Clock& clock) { return local(due(clock, china()).at); }

TEST(ClockNames, AreStableDistinctAndReadable)
{
    std::set<std::string_view> names;
    for (const ClockKind kind : allClockKinds()) {
        EXPECT_TRUE(names.insert(clockKindName(kind)).second);
        EXPECT_EQ(parseClockKind(clockKindName(kind)).value(), kind);
    }
    EXPECT_EQ(names.size(), 43U);
    EXPECT_EQ(clockKindName(ClockKind::ReturnDecision), "return-decision");
    EXPECT_EQ(parseClockKind("Accept").error().code, ErrorCode::Syntax);
    EXPECT_EQ(parsePauseKind("statutory-pause").value(), PauseKind::StatutoryPause);
    EXPECT_EQ(parsePauseKind("").error().code, ErrorCode::Syntax);
    EXPECT_EQ(lampName(Lamp::Suspended), "suspended");
}

TEST(Pause, UnderWorkingHoursAddsThePausedWorkingTime)
{
    Clock clock = clockOf("2026-01-05 09:00", "4wh"); // without a pause 15:00
    clock.pauses = {pause("2026-01-05 10:00", "2026-01-05 11:00")};
    EXPECT_EQ(dueOf(clock), "2026-01-05 16:00");
    clock.pauses = {pause("2026-01-05 11:00", "2026-01-05 14:30")}; // lunch costs nothing
    EXPECT_EQ(dueOf(clock), "2026-01-05 16:30");
    clock.pauses = {pause("2026-01-05 12:00", "2026-01-05 14:00")};
    EXPECT_EQ(dueOf(clock), "2026-01-05 15:00");
    clock.pauses = {pause("2026-01-05 14:30", "2026-01-06 08:30")};
    EXPECT_EQ(dueOf(clock), "2026-01-06 09:00");
}

TEST(Pause, UnderRollingDaysAddsThePausedWorkingTime)
{
    Clock clock = clockOf("2026-01-05 09:00", "2wd"); // 01-07 09:00
    clock.pauses = {pause("2026-01-05 17:00", "2026-01-06 10:00")};
    EXPECT_EQ(dueOf(clock), "2026-01-07 12:00");
}

TEST(Pause, UnderUrgentHoursAndNaturalDaysAddsAllThePausedTime)
{
    Clock clock = clockOf("2026-01-05 17:00", "4uh");
    clock.pauses = {pause("2026-01-05 18:00", "2026-01-06 18:00")};
    EXPECT_EQ(dueOf(clock), "2026-01-06 21:00");
    clock.limit = parseLimit("2nd").value();
    EXPECT_EQ(dueOf(clock), "2026-01-08 17:00");
}

TEST(Pause, UnderWholeDaysRoundsUpToTheWorkingDaysItTouches)
{
    Clock clock = clockOf("2026-01-05 09:00", "3wdb"); // 6, 7, 8
    EXPECT_EQ(dueOf(clock), "2026-01-08 18:00");
    clock.pauses = {pause("2026-01-06 17:00", "2026-01-06 17:30")};
    EXPECT_EQ(dueOf(clock), "2026-01-09 18:00");
    clock.pauses = {pause("2026-01-06 17:00", "2026-01-07 09:00")}; // two days
    EXPECT_EQ(dueOf(clock), "2026-01-12 18:00");
    clock.pauses = {pause("2026-01-06 18:00", "2026-01-07 08:00")}; // a night
    EXPECT_EQ(dueOf(clock), "2026-01-08 18:00");
    clock.pauses = {pause("2026-01-05 10:00", "2026-01-05 16:00")}; // the start day does not count anyway
    EXPECT_EQ(dueOf(clock), "2026-01-08 18:00");
    clock.pauses = {pause("2026-01-08 17:59", "2026-01-08 18:30")}; // the last minute of the last day
    EXPECT_EQ(dueOf(clock), "2026-01-09 18:00");
    clock.pauses = {pause("2026-01-06 09:00", "2026-01-06 10:00"), pause("2026-01-06 15:00", "2026-01-06 16:00")}; // one day, once
    EXPECT_EQ(dueOf(clock), "2026-01-09 18:00");
    clock.pauses = {pause("2026-01-08 09:00", "2026-01-08 10:00"), pause("2026-01-09 09:00", "2026-01-09 10:00")}; // the second meets the moved day
    EXPECT_EQ(dueOf(clock), "2026-01-12 18:00");
}

TEST(Pause, CountsOnceWhereSeveralOverlap)
{
    Clock clock = clockOf("2026-01-05 08:00", "4wh");
    clock.pauses = {pause("2026-01-05 10:00", "2026-01-05 15:00"), pause("2026-01-05 09:00", "2026-01-05 11:00"),
                    pause("2026-01-05 09:30", "2026-01-05 10:30")};
    EXPECT_EQ(dueOf(clock), "2026-01-05 18:00"); // 1 h before, 09-15 paused, 3 h after
    EXPECT_EQ(countedMs(clock, china(), at("2026-01-05 16:00")), hours(2));
}

TEST(Pause, EndsByItselfAtItsPlannedEnd)
{
    Clock clock = clockOf("2026-01-05 08:00", "4wh");
    clock.pauses = {pause("2026-01-05 09:00", nullptr, "2026-01-05 11:00")};
    EXPECT_EQ(due(clock, china()), (Due{at("2026-01-05 16:00"), false, false}));
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 10:59")), Lamp::Suspended);
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 11:00")), Lamp::Green);
    clock.pauses = {pause("2026-01-05 09:00", "2026-01-05 10:00", "2026-01-05 11:00")}; // resumed earlier
    EXPECT_EQ(dueOf(clock), "2026-01-05 15:00");
    clock.pauses = {pause("2026-01-05 09:00", "2026-01-05 17:00", "2026-01-05 11:00")}; // "resumed" after it had ended
    EXPECT_EQ(dueOf(clock), "2026-01-05 16:00");
}

TEST(Pause, WithoutAnEndStopsTheClockAndGivesTheEarliestDeadline)
{
    Clock clock = clockOf("2026-01-05 08:00", "4wh");
    clock.pauses = {pause("2026-01-05 09:00")};
    EXPECT_EQ(due(clock, china()), (Due{at("2026-01-05 12:00"), false, true}));
    const Instant later = at("2026-03-05 12:00");
    EXPECT_EQ(countedMs(clock, china(), later), hours(1));
    EXPECT_EQ(remainingMs(clock, china(), later), hours(3));
    EXPECT_EQ(lamp(clock, china(), {}, later), Lamp::Suspended);
    clock.limit = parseLimit("2wdb").value(); // 6, 7
    clock.pauses = {pause("2026-01-06 09:00")};
    EXPECT_EQ(due(clock, china()), (Due{at("2026-01-08 18:00"), false, true}));
    EXPECT_EQ(remainingMs(clock, china(), later), hours(16));
}

TEST(Pause, AfterTheDeadlineDoesNotMoveItAndLeavesTheLampRed)
{
    Clock clock = clockOf("2026-01-05 08:00", "2wh");
    clock.pauses = {pause("2026-01-05 11:00")};
    EXPECT_EQ(dueOf(clock), "2026-01-05 10:00");
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 12:00")), Lamp::Red);
    EXPECT_EQ(countedMs(clock, china(), at("2026-01-05 12:00")), hours(3));
    clock.pauses = {pause("2026-01-05 10:00", "2026-01-05 11:00")}; // exactly at the deadline
    EXPECT_EQ(dueOf(clock), "2026-01-05 10:00");
}

TEST(Pause, BeforeTheStartOrBackwardsIsIgnored)
{
    Clock clock = clockOf("2026-01-05 09:00", "2wh");
    clock.pauses = {pause("2026-01-04 09:00", "2026-01-05 09:30"), pause("2026-01-05 10:30", "2026-01-05 10:00")};
    EXPECT_EQ(dueOf(clock), "2026-01-05 11:30"); // only 09:00-09:30 lies in the clock
    EXPECT_EQ(countedMs(clock, china(), at("2026-01-05 10:00")), hours(0.5));
}

TEST(Extension, AddsItsLimitToTheDeadline)
{
    Clock clock = clockOf("2026-01-05 09:00", "4wh");
    clock.extensions = {extension("4wh")};
    EXPECT_EQ(dueOf(clock), "2026-01-06 09:00");
    clock.extensions.push_back(extension("4wh"));
    EXPECT_EQ(dueOf(clock), "2026-01-06 15:00");
    EXPECT_EQ(limitMs(clock, china()), hours(12));
    const std::vector<Instant> expected{at("2026-01-05 15:00"), at("2026-01-06 09:00"), at("2026-01-06 15:00")};
    EXPECT_EQ(deadlines(clock, china()), expected);
}

TEST(Extension, OfWholeDaysAddsWholeDaysAndOfRollingDaysTheHoursOfTheStartDay)
{
    Clock clock = clockOf("2026-01-05 09:00", "2wdb"); // 7
    clock.extensions = {extension("2wdb")};
    EXPECT_EQ(dueOf(clock), "2026-01-09 18:00");
    clock.limit = parseLimit("1wd").value(); // 01-06 09:00
    clock.extensions = {extension("1wd")};
    EXPECT_EQ(dueOf(clock), "2026-01-07 09:00");
}

TEST(Extension, MayBeCountedInAnotherUnit)
{
    Clock clock = clockOf("2026-01-05 09:00", "4wh"); // 15:00
    clock.extensions = {extension("1wdb")};
    EXPECT_EQ(dueOf(clock), "2026-01-06 18:00");
    clock.extensions = {extension("5uh")};
    EXPECT_EQ(dueOf(clock), "2026-01-05 20:00");
}

TEST(Extension, TogetherWithAPauseInItsTimeMovesByBoth)
{
    Clock clock = clockOf("2026-01-05 09:00", "4wh"); // 15:00, extended to 01-06 09:00
    clock.extensions = {extension("4wh")};
    clock.pauses = {pause("2026-01-05 16:00", "2026-01-05 18:00")};
    EXPECT_EQ(dueOf(clock), "2026-01-06 11:00");
}

TEST(StatedClock, IsDueWhenTheSourceSaysWhateverOurPauses)
{
    Clock clock = clockOf("2026-01-05 09:00", "stated");
    clock.stated = at("2026-01-15 09:00");
    EXPECT_EQ(due(clock, china()), (Due{at("2026-01-15 09:00"), false, false}));
    clock.pauses = {pause("2026-01-06 09:00")};
    EXPECT_EQ(due(clock, china()), (Due{at("2026-01-15 09:00"), false, false}));
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-13 09:00")), Lamp::Green); // 8 of 10 days
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-13 09:01")), Lamp::Yellow);
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-15 09:01")), Lamp::Red);
    Extension granted;
    granted.restated = at("2026-01-20 17:00");
    clock.extensions = {granted};
    EXPECT_EQ(dueOf(clock), "2026-01-20 17:00");
    EXPECT_EQ(limitMs(clock, china()), hours(15 * 24 + 8));
}

TEST(StatedClock, WithoutAStatementIsDueAtOnce)
{
    EXPECT_EQ(dueOf(clockOf("2026-01-05 09:00", "stated")), "2026-01-05 09:00");
}

TEST(Lamp, TurnsYellowAfterEightyPercentAndRedAfterTheDeadline)
{
    const Clock clock = clockOf("2026-01-05 08:00", "10uh"); // 80 % at 16:00, due 18:00
    const auto lampAt = [&](const char* t) { return lamp(clock, china(), {}, at(t)); };
    EXPECT_EQ(lampAt("2026-01-05 07:59:59"), Lamp::None);
    EXPECT_EQ(lampAt("2026-01-05 08:00"), Lamp::Green);
    EXPECT_EQ(lampAt("2026-01-05 16:00"), Lamp::Green);
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 16:00") + Milliseconds{1}), Lamp::Yellow);
    EXPECT_EQ(lampAt("2026-01-05 18:00"), Lamp::Yellow);
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 18:00") + Milliseconds{1}), Lamp::Red);
    EXPECT_EQ(lamp(clock, china(), {500}, at("2026-01-05 13:00") + Milliseconds{1}), Lamp::Yellow);
}

TEST(Lamp, IsRedFromTheFirstMillisecondAfterASlotEndThatIsTheDeadline)
{
    const Clock clock = clockOf("2026-01-05 17:00", "1wh");
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 18:00")), Lamp::Yellow);
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 18:00") + Milliseconds{1}), Lamp::Red); // though nothing more is counted
}

TEST(Lamp, UnderWholeDaysGoesByTheWorkingTimeOfThoseDays)
{
    const Clock clock = clockOf("2026-01-05 09:00", "5wdb"); // 6, 7, 8, 9, 12
    EXPECT_EQ(limitMs(clock, china()), hours(40));
    EXPECT_EQ(countedMs(clock, china(), at("2026-01-05 18:00")), 0);
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-09 18:00")), Lamp::Green); // 32 of 40 hours
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-12 08:00") + Milliseconds{1}), Lamp::Yellow);
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-12 18:00") + Milliseconds{1}), Lamp::Red);
}

TEST(Lamp, OfAMetClockStaysThatOfTheMomentAndOfACancelledOneIsNone)
{
    Clock clock = clockOf("2026-01-05 08:00", "10uh");
    clock.metAt = at("2026-01-05 18:00");
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-09 08:00")), Lamp::Yellow);
    EXPECT_FALSE(isOpen(clock, at("2026-01-09 08:00")));
    EXPECT_TRUE(isOpen(clock, at("2026-01-05 17:59")));
    clock.metAt = at("2026-01-05 18:01");
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-09 08:00")), Lamp::Red);
    EXPECT_EQ(countedMs(clock, china(), at("2026-01-09 08:00")), hours(10) + 60'000);
    clock.metAt.reset();
    clock.cancelledAt = at("2026-01-05 10:00");
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 09:00")), Lamp::Green);
    EXPECT_EQ(lamp(clock, china(), {}, at("2026-01-05 10:00")), Lamp::None);
    EXPECT_EQ(countedMs(clock, china(), at("2026-01-09 08:00")), hours(2));
}

TEST(Shares, FallWhereThatPartOfTheLimitIsUsed)
{
    Clock clock = clockOf("2026-01-05 08:00", "10wh"); // due 01-06 10:00
    EXPECT_EQ(local(atShare(clock, china(), 500)), "2026-01-05 15:00");
    EXPECT_EQ(local(atShare(clock, china(), 800)), "2026-01-05 18:00");
    EXPECT_EQ(local(atShare(clock, china(), 1000)), "2026-01-06 10:00");
    EXPECT_EQ(local(atShare(clock, china(), 1500)), "2026-01-06 17:00");
    EXPECT_EQ(local(atShare(clock, china(), 2000)), "2026-01-07 12:00");
    clock.pauses = {pause("2026-01-05 09:00", "2026-01-05 10:00")};
    EXPECT_EQ(local(atShare(clock, china(), 500)), "2026-01-05 16:00");
    clock = clockOf("2026-01-05 09:00", "5wdb");
    EXPECT_EQ(local(atShare(clock, china(), 800)), "2026-01-09 18:00");
    EXPECT_EQ(local(atShare(clock, china(), 1000)), "2026-01-12 18:00");
    clock = clockOf("2026-01-05 09:00", "10uh"); // rungs of urgent hours fall at night too
    EXPECT_EQ(local(atShare(clock, china(), 1500)), "2026-01-06 00:00");
}

TEST(Clock, FromAHostileFileGivesAnAnswerAnyway)
{
    Clock clock = clockOf("2026-01-05 09:00", "4wh");
    for (const LimitUnit unit : {LimitUnit::WorkingHours, LimitUnit::UrgentHours, LimitUnit::WorkingDaysRolling, LimitUnit::WorkingDaysWhole,
                                 LimitUnit::NaturalDays, LimitUnit::Stated}) {
        for (const std::int64_t amount : {std::int64_t{-1}, std::int64_t{0}, std::numeric_limits<std::int64_t>::max()}) {
            clock.limit = {unit, amount};
            clock.extensions = {Extension{{}, {unit, amount}, {}, {}, {}}};
            for (const std::int64_t start : {-maximumJsonInteger, std::int64_t{0}, maximumJsonInteger}) {
                clock.start = instantFromMs(start);
                clock.pauses = {Pause{PauseKind::Suspension, instantFromMs(-maximumJsonInteger), instantFromMs(start + 1), {}, {}, {}},
                                Pause{PauseKind::Suspension, instantFromMs(maximumJsonInteger), {}, {}, {}, {}}};
                EXPECT_GE(due(clock, china()).at, amount > 0 && countsWorkingTime(unit) ? Instant::min() : clock.start);
                EXPECT_GE(limitMs(clock, china()), 0);
                EXPECT_GE(countedMs(clock, china(), at("2026-01-06 09:00")), 0);
            }
        }
    }
}

} // namespace

} // namespace griddesk
