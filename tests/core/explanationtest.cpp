// SPDX-License-Identifier: GPL-3.0-or-later
#include "clocktestsupport.h"

#include "models/core/explanation.h"

#include <numeric>

namespace griddesk {

using namespace test;

namespace {

/// One line a segment: "from to holder kind minutes[ after-due][ reason/approver]".
std::vector<std::string> lines(const Explanation& explanation)
{
    std::vector<std::string> result;
    for (const Segment& s : explanation.segments) {
        std::string line = local(s.from).substr(5) + " " + local(s.to).substr(5) + " " + (s.holder.empty() ? "-" : s.holder) + " "
            + std::string(segmentKindName(s.kind)) + " " + std::to_string(s.countedMs / 60'000);
        if (s.afterDue)
            line += " after-due";
        if (!s.reason.empty())
            line += " " + s.reason + "/" + s.approvedBy;
        result.push_back(line);
    }
    return result;
}

TEST(Explanation, TellsHolderHoursPauseExtensionAndOverdueTime)
{
    Clock clock = clockOf("2026-01-05 09:00", "4wh");
    clock.pauses = {{PauseKind::Consultation, at("2026-01-05 10:00"), at("2026-01-05 11:00"), {}, "who", "di1"}};
    clock.extensions = {{at("2026-01-05 15:30"), {LimitUnit::WorkingHours, 1}, {}, "sl1", "rain"}};
    clock.holders = {{at("2026-01-05 11:00"), "unit-7"}, {at("2026-01-05 09:00"), "centre"}}; // order does not matter
    const Explanation explanation = explain(clock, china(), at("2026-01-06 08:30"));
    const std::vector<std::string> expected{
        "01-05 09:00 01-05 10:00 centre running 60",
        "01-05 10:00 01-05 11:00 centre paused 0 who/di1",
        "01-05 11:00 01-05 12:00 unit-7 running 60",
        "01-05 12:00 01-05 14:00 unit-7 outside-hours 0",
        "01-05 14:00 01-05 16:00 unit-7 running 120",
        "01-05 16:00 01-05 17:00 unit-7 running 60 rain/sl1",
        "01-05 17:00 01-05 18:00 unit-7 running 60 after-due",
        "01-05 18:00 01-06 08:00 unit-7 outside-hours 0 after-due",
        "01-06 08:00 01-06 08:30 unit-7 running 30 after-due",
    };
    EXPECT_EQ(lines(explanation), expected);
    EXPECT_EQ(explanation.countedMs, hours(6.5));
    EXPECT_EQ(explanation.limitMs, hours(5));
    EXPECT_EQ(explanation.limitDays, std::nullopt);
    EXPECT_EQ(explanation.due.at, at("2026-01-05 17:00"));
    EXPECT_EQ(explanation.lamp, Lamp::Red);
    EXPECT_EQ(explanation.met, std::nullopt);
}

TEST(Explanation, UnderWholeDaysShowsTheStartDayAndTheWholePausedDay)
{
    Clock clock = clockOf("2026-01-05 16:00", "1wdb");
    clock.pauses = {{PauseKind::Suspension, at("2026-01-06 15:00"), at("2026-01-06 16:00"), {}, "parts", "sl1"}};
    clock.metAt = at("2026-01-07 09:00");
    const Explanation explanation = explain(clock, china(), at("2026-03-01 09:00"));
    const std::vector<std::string> expected{
        "01-05 16:00 01-06 00:00 - outside-hours 0",
        "01-06 00:00 01-07 00:00 - paused 0 parts/sl1",
        "01-07 00:00 01-07 08:00 - outside-hours 0",
        "01-07 08:00 01-07 09:00 - running 60",
    };
    EXPECT_EQ(lines(explanation), expected);
    EXPECT_EQ(explanation.limitDays, 1);
    EXPECT_EQ(explanation.limitMs, hours(8));
    EXPECT_EQ(explanation.due.at, at("2026-01-07 18:00"));
    EXPECT_EQ(explanation.met, clock.metAt);
    EXPECT_EQ(explanation.lamp, Lamp::Green);
}

TEST(Explanation, OfUrgentHoursHasNoOutsideHours)
{
    const Explanation explanation = explain(clockOf("2026-01-05 16:00", "48uh"), china(), at("2026-01-06 16:00"));
    EXPECT_EQ(lines(explanation), std::vector<std::string>{"01-05 16:00 01-06 16:00 - running 1440"});
}

TEST(Explanation, BeforeTheStartIsEmpty)
{
    const Explanation explanation = explain(clockOf("2026-01-05 16:00", "4wh"), china(), at("2026-01-05 15:00"));
    EXPECT_TRUE(explanation.segments.empty());
    EXPECT_EQ(explanation.countedMs, 0);
    EXPECT_EQ(explanation.lamp, Lamp::None);
}

} // namespace

} // namespace griddesk
