// SPDX-License-Identifier: GPL-3.0-or-later
// What a page may conclude from who sits at the desk; rules come and go under it.
#include "models/service/session.h"

#include <gtest/gtest.h>

using namespace griddesk;

namespace {

std::shared_ptr<Rules> rulesWith(std::initializer_list<Post> posts)
{
    auto rules = std::make_shared<Rules>();
    rules->centre = UnitId::literal("centre");
    for (const auto& post : posts)
        rules->posts.emplace(post.id, post);
    rules->accounts.emplace(AccountId::literal("chen"), Account{.id = AccountId::literal("chen"), .name = "陈静", .phone = {}});
    return rules;
}

Post post(const char* id, RoleSet roles, const char* unit)
{
    return {.id = PostId::literal(id), .name = id, .roles = roles, .unit = UnitId::literal(unit), .areas = {}, .supervisionLevel = {}};
}

Session at(const char* postId, std::shared_ptr<const Rules> rules)
{
    return {.actor = {AccountId::literal("chen"), PostId::literal(postId)}, .rules = std::move(rules)};
}

} // namespace

TEST(Session, KnowsPersonPostUnitAndRolesOfSomebodyAtTheCentre)
{
    const auto session = at("desk", rulesWith({post("desk", {Role::Operator, Role::Dispatcher}, "centre"), post("crew", {Role::Handler}, "sanitation")}));
    ASSERT_NE(session.post(), nullptr);
    EXPECT_EQ(session.post()->id, PostId::literal("desk"));
    ASSERT_NE(session.account(), nullptr);
    EXPECT_EQ(session.account()->name, "陈静");
    EXPECT_EQ(session.unit(), UnitId::literal("centre"));
    EXPECT_TRUE(session.isCentre());
    EXPECT_EQ(session.roles(), (RoleSet{Role::Operator, Role::Dispatcher}));
    EXPECT_FALSE(session.roles().has(Role::Handler)) << "roles of another post";
}

TEST(Session, SomebodyOfAUnitIsNotTheCentre)
{
    const auto session = at("crew", rulesWith({post("crew", {Role::Handler}, "sanitation")}));
    EXPECT_EQ(session.unit(), UnitId::literal("sanitation"));
    EXPECT_FALSE(session.isCentre());
}

TEST(Session, AnotherPostOfTheSamePersonHasOtherRoles)
{
    const auto rules = rulesWith({post("desk", {Role::Operator}, "centre"), post("lead", {Role::ShiftLeader}, "centre")});
    auto session = at("desk", rules);
    EXPECT_FALSE(session.roles().has(Role::ShiftLeader));
    session.actor.post = PostId::literal("lead");
    EXPECT_TRUE(session.roles().has(Role::ShiftLeader));
    EXPECT_FALSE(session.roles().has(Role::Operator));
}

TEST(Session, APostTheRulesNoLongerHaveMayDoNothing)
{
    const auto session = at("gone", rulesWith({post("desk", {Role::Operator}, "centre")}));
    EXPECT_EQ(session.post(), nullptr);
    EXPECT_EQ(session.unit(), std::nullopt);
    EXPECT_EQ(session.roles(), RoleSet{});
    EXPECT_FALSE(session.isCentre());
    EXPECT_NE(session.account(), nullptr) << "the person is still known by name";
}

TEST(Session, APersonTheRulesDoNotKnowHasNoRecord)
{
    auto session = at("desk", rulesWith({post("desk", {Role::Operator}, "centre")}));
    session.actor.account = AccountId::literal("stranger");
    EXPECT_EQ(session.account(), nullptr);
}

TEST(Session, BeforeThereAreRulesNobodyIsAnybody)
{
    const Session none;
    EXPECT_EQ(none.post(), nullptr);
    EXPECT_EQ(none.account(), nullptr);
    EXPECT_EQ(none.unit(), std::nullopt);
    EXPECT_EQ(none.roles(), RoleSet{});
    EXPECT_FALSE(none.isCentre());
}

TEST(Session, NewRulesReachOnlyTheSessionThatTookThem)
{
    const auto before = rulesWith({post("desk", {Role::Operator}, "centre")});
    const auto kept = at("desk", before);
    auto follows = kept;
    follows.rules = rulesWith({post("desk", {Role::Reviewer}, "centre")});
    EXPECT_TRUE(kept.roles().has(Role::Operator)) << "a page that still draws sees what it began with";
    EXPECT_TRUE(follows.roles().has(Role::Reviewer));
}
