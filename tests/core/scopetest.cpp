// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/scope.h"

#include "tests/support/casebuilder.h"

#include <gtest/gtest.h>

namespace griddesk::testing {
namespace {

ScopeSet of(std::string_view post)
{
    return scopesOf(testRules(), AccountId::literal("u-" + std::string(post)), *parseInstant("2026-03-02T01:00:00Z"));
}

TEST(Scope, TheCentreLeadersAndAuditorsSeeTheStreet)
{
    for (const char* post : {"op", "sl", "dl", "di", "rv", "le", "au", "ad"})
        EXPECT_EQ(of(post), ScopeSet{"street"}) << post;
}

TEST(Scope, AUnitSeesItselfAndAGridPostItsGridToo)
{
    EXPECT_EQ(of("city-ha"), ScopeSet{"unit:city"});
    const ScopeSet worker = of("crew-gw");
    EXPECT_TRUE(worker.contains("unit:crew"));
    EXPECT_FALSE(worker.contains("street"));
}

TEST(Scope, WhoHoldsNoPostSeesNothing)
{
    EXPECT_TRUE(scopesOf(testRules(), AccountId::literal("u-nobody"), Instant{}).empty());
}

TEST(Scope, AReportedCaseIsSeenByTheStreetOnlyUntilItsAreaIsKnown)
{
    Scenario s;
    s.reported();
    EXPECT_EQ(scopesOf(s.c(), s.rules()), ScopeSet{"street"});
    s.accepted();
    EXPECT_EQ(scopesOf(s.c(), s.rules()), (ScopeSet{"area:E", "area:E1", "street"}));
}

TEST(Scope, AUnitSeesACaseFromDispatchUntilItIsTakenFromIt)
{
    Scenario s;
    s.upTo(Stage::Dispatched);
    EXPECT_TRUE(scopesOf(s.c(), s.rules()).contains("unit:city"));
    s.does("di", OperationKind::Revoke, payload({{"assignment", "a1"}, {"reason", "错派"}}));
    EXPECT_FALSE(scopesOf(s.c(), s.rules()).contains("unit:city"));
}

TEST(Scope, AUnitKeepsSightOfWhatItHandled)
{
    Scenario s;
    s.upTo(Stage::Archived);
    EXPECT_TRUE(scopesOf(s.c(), s.rules()).contains("unit:city"));
}

TEST(Scope, TextHasOneMemberALine)
{
    EXPECT_EQ(textOf({"street", "area:E"}), "area:E\nstreet\n");
    EXPECT_EQ(textOf({}), "");
}

} // namespace
} // namespace griddesk::testing
