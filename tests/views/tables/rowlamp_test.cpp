// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/rowlamp.h"

#include <gtest/gtest.h>

using namespace griddesk;

namespace {

CaseRow due(std::int64_t yellow, std::int64_t red)
{
    CaseRow row{.id = CaseId::literal("c")};
    row.stage = Stage::Handling;
    row.yellowAt = instantFromMs(yellow);
    row.due = instantFromMs(red);
    return row;
}

} // namespace

TEST(RowLamp, TurnsYellowAndRedAtItsInstants)
{
    const auto row = due(80, 100);
    EXPECT_EQ(lampOf(row, instantFromMs(79)), Lamp::Green);
    EXPECT_EQ(lampOf(row, instantFromMs(80)), Lamp::Yellow);
    EXPECT_EQ(lampOf(row, instantFromMs(100)), Lamp::Red);
    EXPECT_EQ(remainingOf(row, instantFromMs(130))->count(), -30);
}

TEST(RowLamp, IsGreyWhileTheCaseStandsStill)
{
    auto row = due(80, 100);
    row.mark(CaseMark::Suspended);
    EXPECT_EQ(lampOf(row, instantFromMs(90)), Lamp::Suspended);
    EXPECT_FALSE(remainingOf(row, instantFromMs(90)));
    row.due.reset(); // as summarise() leaves it
    EXPECT_EQ(lampOf(row, instantFromMs(500)), Lamp::Suspended);
}

TEST(RowLamp, StaysRedWhenTheCaseWasOverBeforeItWasSuspended)
{
    auto row = due(80, 100);
    row.mark(CaseMark::Suspended);
    EXPECT_EQ(lampOf(row, instantFromMs(500)), Lamp::Red);
}

TEST(RowLamp, IsOutWhenTheCaseHasEndedOrHasNoDeadline)
{
    auto row = due(80, 100);
    row.stage = Stage::Archived;
    EXPECT_EQ(lampOf(row, instantFromMs(500)), Lamp::None);
    CaseRow open{.id = CaseId::literal("c")};
    EXPECT_EQ(lampOf(open, instantFromMs(500)), Lamp::None);
}
