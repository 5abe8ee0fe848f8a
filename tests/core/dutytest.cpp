// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/duty.h"
#include "demorules.h"

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::rulestest;

namespace {

const auto waste = CategoryId::literal("E0110");
const auto inG1 = AreaCode::literal("990101001001001");
const auto inG2 = AreaCode::literal("990101001001003");
const Instant july = time("2025-07-01T00:00:00Z");

} // namespace

TEST(MatchDuty, most_specific_area_of_the_most_specific_category_wins)
{
    const auto rules = readRules(smallRules()).value();
    const auto match = matchDuty(rules, waste, inG2, july);
    EXPECT_EQ(match.kind, DutyMatch::Kind::One);
    EXPECT_EQ(match.lead, UnitId::literal("crew"));
    EXPECT_EQ(match.item, DutyId::literal("4.3"));
}

TEST(MatchDuty, gives_lead_assists_and_the_reason_in_parts)
{
    const auto rules = readRules(smallRules()).value();
    const auto match = matchDuty(rules, waste, inG1, july);
    EXPECT_EQ(match.lead, UnitId::literal("city"));
    EXPECT_EQ(match.assists, std::vector{UnitId::literal("east")});
    ASSERT_EQ(match.reasons.size(), 1u);
    const auto& reason = match.reasons.front();
    EXPECT_EQ(reason.cell, inG1);
    EXPECT_EQ(reason.grid, AreaCode::literal("G1"));
    EXPECT_EQ(reason.categoryName, "暴露生活垃圾");
    EXPECT_EQ(reason.unitName, "市容科");
    EXPECT_EQ(reason.item, DutyId::literal("4.2"));
    EXPECT_EQ(reason.validFrom, time("2025-01-01T00:00:00Z"));
}

TEST(MatchDuty, item_for_the_class_above_holds_for_classes_without_their_own)
{
    const auto rules = readRules(smallRules()).value();
    const auto match = matchDuty(rules, CategoryId::literal("E0112"), inG1, july);
    EXPECT_EQ(match.item, DutyId::literal("4.1"));
    EXPECT_EQ(match.reasons.front().itemCategory, CategoryId::literal("E01"));
    EXPECT_EQ(match.reasons.front().basis, "权责清单第4.1项");
}

TEST(MatchDuty, items_not_yet_in_force_do_not_count)
{
    const auto rules = readRules(smallRules()).value();
    EXPECT_EQ(matchDuty(rules, waste, inG2, time("2025-05-31T23:59:59Z")).item, DutyId::literal("4.2"));
    EXPECT_EQ(matchDuty(rules, waste, inG2, time("2024-12-31T00:00:00Z")).item, DutyId::literal("4.1"));
}

TEST(MatchDuty, items_whose_lead_unit_is_closed_do_not_count_and_closed_assists_are_left_out)
{
    auto value = smallRules();
    listOf(value, "units")[3].set("until", "2025-06-15T00:00:00Z");
    listOf(value, "units")[2].set("until", "2025-06-15T00:00:00Z");
    const auto rules = readRules(value).value();
    const auto match = matchDuty(rules, waste, inG2, july);
    EXPECT_EQ(match.item, DutyId::literal("4.2"));
    EXPECT_TRUE(match.assists.empty());
}

TEST(MatchDuty, unlisted_category_and_unknown_place_lead_to_consultation)
{
    const auto rules = readRules(smallRules()).value();
    EXPECT_EQ(matchDuty(rules, CategoryId::literal("E0506"), inG1, july).kind, DutyMatch::Kind::None);
    EXPECT_EQ(matchDuty(rules, CategoryId::literal("X"), inG1, july).kind, DutyMatch::Kind::None);
    EXPECT_EQ(matchDuty(rules, waste, std::nullopt, july).item, DutyId::literal("4.2")) << "without a place only items for everywhere";
    EXPECT_EQ(matchDuty(rules, waste, AreaCode::literal("gone"), july).item, DutyId::literal("4.2"));
}

TEST(MatchDuty, contested_matter_names_all_contenders_and_no_lead)
{
    auto value = smallRules();
    listOf(value, "duties")[2].set("contested", true);
    listOf(value, "duties").push_back(object({{"id", "4.4"}, {"category", "E0110"}, {"area", "G2"}, {"lead", "east"}, {"contested", true}}));
    const auto rules = readRules(value).value();
    const auto match = matchDuty(rules, waste, inG2, july);
    EXPECT_EQ(match.kind, DutyMatch::Kind::Several);
    EXPECT_FALSE(match.lead);
    EXPECT_FALSE(match.item);
    ASSERT_EQ(match.reasons.size(), 2u);
    EXPECT_EQ(match.reasons[1].unit, UnitId::literal("east"));
    EXPECT_EQ(matchDuty(rules, waste, inG1, july).kind, DutyMatch::Kind::One) << "elsewhere the matter is clear";
}
