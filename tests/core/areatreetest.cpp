// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/areatree.h"
#include "models/core/cellcode.h"
#include "demorules.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace griddesk;
using namespace griddesk::rulestest;

namespace {

AreaCode code(const char* text) { return AreaCode::literal(text); }
const Instant now = time("2025-05-01T00:00:00Z");

std::vector<std::string> codes(const std::vector<const Area*>& areas)
{
    std::vector<std::string> found;
    for (const auto* area : areas)
        found.push_back(area->code.text());
    return found;
}

} // namespace

TEST(AreaTree, answers_where_a_cell_lies)
{
    const auto rules = readRules(smallRules()).value();
    const AreaTree tree(rules);
    EXPECT_TRUE(tree.isWithin(code("990101001001003"), code("990101001")));
    EXPECT_TRUE(tree.isWithin(code("G2"), code("G2")));
    EXPECT_FALSE(tree.isWithin(code("990101001001003"), code("G1")));
    EXPECT_FALSE(tree.isWithin(code("G2"), code("990101001001003")));
    EXPECT_FALSE(tree.isWithin(code("nowhere"), code("990101")));
    EXPECT_EQ(tree.ancestorAt(code("990101001001003"), AreaLevel::Grid)->code, code("G2"));
    EXPECT_EQ(tree.ancestorAt(code("G2"), AreaLevel::Cell), nullptr);
    EXPECT_EQ(codes(tree.path(code("990101001001001"))),
              (std::vector<std::string>{"990101", "990101001", "990101001001", "G1", "990101001001001"}));
    EXPECT_TRUE(tree.path(code("nowhere")).empty());
}

TEST(AreaTree, lists_only_areas_in_force_at_that_time)
{
    auto value = smallRules();
    listOf(value, "areas")[6].set("until", "2025-04-01T00:00:00Z");
    const auto rules = readRules(value).value();
    const AreaTree tree(rules);
    EXPECT_EQ(codes(tree.children(code("G1"), now)), (std::vector<std::string>{"990101001001001"}));
    EXPECT_EQ(codes(tree.children(code("G1"), time("2025-03-31T23:59:59Z"))).size(), 2u);
    EXPECT_EQ(codes(tree.below(code("990101"), AreaLevel::Cell, now)), (std::vector<std::string>{"990101001001001", "990101001001003"}));
    EXPECT_EQ(codes(tree.roots(now)), (std::vector<std::string>{"990101"}));
    EXPECT_TRUE(tree.isWithin(code("990101001001002"), code("G1"))) << "a retired cell stays where it was";
}

TEST(AreaTree, fallback_unit_is_inherited_past_units_that_no_longer_exist)
{
    auto value = smallRules();
    listOf(value, "units")[3].set("until", "2025-06-01T00:00:00Z");
    const auto rules = readRules(value).value();
    const AreaTree tree(rules);
    EXPECT_EQ(tree.fallbackUnit(code("990101001001003"), now), UnitId::literal("crew"));
    EXPECT_EQ(tree.fallbackUnit(code("990101001001003"), time("2025-06-01T00:00:00Z")), UnitId::literal("east"));
    EXPECT_EQ(tree.fallbackUnit(code("990101001001001"), now), UnitId::literal("east"));
    EXPECT_EQ(tree.fallbackUnit(code("990101"), now), std::nullopt);
}

TEST(AreaTree, agrees_with_walking_up_in_any_tree)
{
    rc::check([] {
        Rules rules;
        const auto unit = Unit{.id = UnitId::literal("u"), .name = "u", .parent = {}, .area = {}, .phone = {}, .valid = {}};
        rules.units.emplace(unit.id, unit);
        const auto count = *rc::gen::inRange(1, 40);
        for (int i = 0; i < count; ++i) {
            Area area{.code = AreaCode::literal("a" + std::to_string(i)),
                      .level = static_cast<AreaLevel>(*rc::gen::inRange(0, 5)),
                      .parent = {},
                      .name = "a",
                      .fallbackUnit = {},
                      .valid = {}};
            std::vector<AreaCode> higher;
            for (const auto& [other, candidate] : rules.areas)
                if (candidate.level > area.level)
                    higher.push_back(other);
            if (!higher.empty() && *rc::gen::arbitrary<bool>())
                area.parent = *rc::gen::elementOf(higher);
            if (*rc::gen::inRange(0, 4) == 0)
                area.fallbackUnit = unit.id;
            rules.areas.emplace(area.code, area);
        }
        const AreaTree tree(rules);
        for (const auto& [a, one] : rules.areas) {
            RC_ASSERT(tree.fallbackUnit(a, now) == fallbackUnit(rules, a, now));
            RC_ASSERT(tree.ancestorAt(a, AreaLevel::Community) == ancestorAt(rules, a, AreaLevel::Community));
            for (const auto& [b, other] : rules.areas)
                RC_ASSERT(tree.isWithin(a, b) == isWithin(rules, a, b));
        }
    });
}

TEST(CellCode, has_division_subdistrict_community_and_sequence)
{
    const auto parts = CellCode::parse("990101001002013").value();
    EXPECT_EQ(parts, (CellCode{"990101", "990101001", "990101001002", 13}));
    EXPECT_EQ(parts.code(), code("990101001002013"));
    EXPECT_EQ(CellCode::parse("99010100100213").value().code(), code("990101001002013")) << "two digits of sequence in older data";
    EXPECT_EQ(spokenCode(code("990101001002013")), "2013");
    EXPECT_EQ(spokenCode(code("BOS01-C1")), "BOS01-C1");
}

TEST(CellCode, malformed_codes_are_refused)
{
    for (const auto* bad : {"", "1", "9901010010020130", "99010100100201a", "9901010010020 1"})
        EXPECT_EQ(CellCode::parse(bad).error().code, ErrorCode::Syntax) << bad;
    EXPECT_EQ(CellCode::parse("990101001002000").error().code, ErrorCode::OutOfRange);
}
