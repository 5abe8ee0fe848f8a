// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/roster.h"
#include "demorules.h"

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::rulestest;

namespace {

const auto anna = AccountId::literal("anna");
const auto bo = AccountId::literal("bo");
const auto shiftLeader = PostId::literal("p-sl");
const Instant january = time("2025-01-15T00:00:00Z");
const Instant february = time("2025-02-15T00:00:00Z");
const Instant march = time("2025-03-01T00:00:00Z");

} // namespace

TEST(Roster, delegation_gives_the_post_for_its_time_only)
{
    const auto rules = readRules(smallRules()).value();
    EXPECT_EQ(postsOf(rules, anna, january), std::vector{PostId::literal("p-op")});
    EXPECT_EQ(postsOf(rules, anna, february), (std::vector{PostId::literal("p-op"), shiftLeader}));
    EXPECT_EQ(postsOf(rules, anna, march), std::vector{PostId::literal("p-op")});
    EXPECT_TRUE(postsOf(rules, anna, time("2024-12-31T00:00:00Z")).empty());
    EXPECT_TRUE(rolesOf(rules, anna, february).has(Role::ShiftLeader));
    EXPECT_FALSE(rolesOf(rules, anna, march).has(Role::ShiftLeader));
}

TEST(Roster, rostered_holders_come_before_delegates)
{
    const auto rules = readRules(smallRules()).value();
    EXPECT_EQ(holdersOf(rules, shiftLeader, february), (std::vector<Holder>{{bo, shiftLeader, false}, {anna, shiftLeader, true}}));
    ASSERT_NE(tenureOf(rules, anna, shiftLeader, february), nullptr);
    EXPECT_EQ(tenureOf(rules, anna, shiftLeader, february)->delegation, "代行〔2025〕1号");
    EXPECT_EQ(tenureOf(rules, anna, shiftLeader, january), nullptr);
}

TEST(Roster, somebody_with_roster_and_delegation_for_one_post_counts_once)
{
    auto value = smallRules();
    listOf(value, "tenures").push_back(object({{"account", "anna"}, {"post", "p-sl"}}));
    const auto rules = readRules(value).value();
    EXPECT_EQ(holdersOf(rules, shiftLeader, february), (std::vector<Holder>{{anna, shiftLeader, false}, {bo, shiftLeader, false}}));
    EXPECT_TRUE(tenureOf(rules, anna, shiftLeader, february)->delegation.empty());
}

TEST(Roster, who_is_on_lists_the_holders_of_all_posts_of_a_unit)
{
    const auto rules = readRules(smallRules()).value();
    EXPECT_EQ(whoIsOn(rules, UnitId::literal("centre"), january),
              (std::vector<Holder>{{anna, PostId::literal("p-op"), false}, {bo, shiftLeader, false}}));
    EXPECT_TRUE(whoIsOn(rules, UnitId::literal("city"), january).empty());
    EXPECT_EQ(unitsOf(rules, AccountId::literal("cai"), january), std::vector{UnitId::literal("crew")});
}

TEST(Roster, scope_of_a_post_is_its_areas_or_those_of_its_unit)
{
    const auto rules = readRules(smallRules()).value();
    const auto cell1 = AreaCode::literal("990101001001001");
    const auto cell3 = AreaCode::literal("990101001001003");
    const auto& gridWorker = rules.posts.at(PostId::literal("p-gw"));
    EXPECT_TRUE(covers(rules, gridWorker, cell3));
    EXPECT_FALSE(covers(rules, gridWorker, cell1));
    auto wide = gridWorker;
    wide.areas.clear();
    EXPECT_FALSE(covers(rules, wide, cell1)) << "the unit has the area G2";
    EXPECT_TRUE(covers(rules, rules.posts.at(shiftLeader), cell1)) << "the centre has no area and covers everything";
}

TEST(Roster, units_stand_under_their_parents)
{
    const auto rules = readRules(smallRules()).value();
    EXPECT_TRUE(isUnder(rules, UnitId::literal("crew"), UnitId::literal("east")));
    EXPECT_TRUE(isUnder(rules, UnitId::literal("east"), UnitId::literal("east")));
    EXPECT_FALSE(isUnder(rules, UnitId::literal("east"), UnitId::literal("crew")));
    EXPECT_FALSE(isUnder(rules, UnitId::literal("nobody"), UnitId::literal("crew")));
}
