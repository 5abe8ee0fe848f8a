// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/categories.h"
#include "models/core/duty.h"
#include "models/core/roster.h"
#include "demorules.h"

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

using namespace griddesk;
using namespace griddesk::rulestest;

namespace {

Value toValue(const nlohmann::json& json)
{
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number_integer())
        return json.get<std::int64_t>();
    if (json.is_string())
        return json.get<std::string>();
    if (json.is_array()) {
        Value::List list;
        for (const auto& item : json)
            list.push_back(toValue(item));
        return list;
    }
    Value::Object object;
    for (const auto& [key, member] : json.items())
        object.emplace(key, toValue(member));
    return object;
}

nlohmann::json readJson(const std::string& name)
{
    std::ifstream file(std::string(GRIDDESK_SOURCE_DIR) + "/resources/demo/" + name);
    return nlohmann::json::parse(file);
}

class DemoDistrict : public testing::TestWithParam<std::string> {
protected:
    Result<Rules> read() const { return readRules(toValue(readJson(GetParam() + "/rules.json"))); }
};

const Instant now = time("2026-05-20T02:00:00Z");

} // namespace

TEST_P(DemoDistrict, bundle_is_sound)
{
    const auto rules = read();
    ASSERT_TRUE(rules) << rules.error().detail << " at " << rules.error().context;
    const AreaTree tree(*rules);
    EXPECT_EQ(tree.roots(now).size(), 1u);
    for (const auto& [code, area] : rules->areas)
        if (area.level == AreaLevel::Cell) {
            EXPECT_TRUE(tree.fallbackUnit(code, now)) << code.text();
            for (const auto level : {AreaLevel::Grid, AreaLevel::Community, AreaLevel::Subdistrict, AreaLevel::District})
                EXPECT_NE(tree.ancestorAt(code, level), nullptr) << code.text();
        }
}

TEST_P(DemoDistrict, every_role_is_held_by_somebody_and_every_unit_has_people)
{
    const auto rules = read().value();
    RoleSet held;
    for (const auto& [id, account] : rules.accounts)
        for (std::size_t i = 0; i < roleCount; ++i)
            if (const auto role = static_cast<Role>(i); rolesOf(rules, id, now).has(role))
                held.add(role);
    EXPECT_EQ(held, RoleSet::all());
    for (const auto& [id, unit] : rules.units)
        EXPECT_FALSE(whoIsOn(rules, id, now).empty()) << id.text();
}

TEST_P(DemoDistrict, duty_list_names_a_unit_for_most_classes)
{
    const auto rules = read().value();
    const CategoryTree tree(rules);
    std::optional<AreaCode> cell;
    for (const auto& [code, area] : rules.areas)
        if (area.level == AreaLevel::Cell)
            cell = code;
    std::size_t leaves = 0;
    std::size_t found = 0;
    for (const auto& [code, category] : rules.categories)
        if (tree.isLeaf(code)) {
            ++leaves;
            found += matchDuty(rules, code, cell, now).kind == DutyMatch::Kind::One ? 1 : 0;
        }
    EXPECT_GT(found * 10, leaves * 9) << found << " of " << leaves;
    EXPECT_LT(found, leaves) << "some are left to consultation";
}

INSTANTIATE_TEST_SUITE_P(Shipped, DemoDistrict, testing::Values("shanghai", "boston"),
                         [](const auto& row) { return std::string(row.param); });

TEST(DemoShanghai, checkers_do_not_belong_to_units_that_handle)
{
    const auto rules = readRules(toValue(readJson("shanghai/rules.json"))).value();
    for (const auto& [id, post] : rules.posts)
        if (post.roles.has(Role::Reviewer)) {
            EXPECT_EQ(post.unit, rules.centre) << id.text();
        }
    EXPECT_TRUE(rules.internalOnly);
}

TEST(DemoShanghai, one_matter_is_contested_in_one_area_only)
{
    const auto rules = readRules(toValue(readJson("shanghai/rules.json"))).value();
    std::size_t contested = 0;
    std::size_t clear = 0;
    for (const auto& [id, item] : rules.duties)
        if (item.contested)
            for (const auto& [code, area] : rules.areas)
                if (area.level == AreaLevel::Cell)
                    ++(matchDuty(rules, item.category, code, now).kind == DutyMatch::Kind::Several ? contested : clear);
    EXPECT_GT(contested, 0u);
    EXPECT_GT(clear, contested);
}

TEST(DemoShanghai, case_texts_use_classes_channels_and_demands_that_exist)
{
    const auto rules = readRules(toValue(readJson("shanghai/rules.json"))).value();
    const CategoryTree tree(rules);
    const auto texts = readJson("shanghai/cases.json");
    ASSERT_GE(texts.size(), 200u);
    const std::set<std::string> demands{"consult", "help", "complaint", "tipOff", "suggestion", "praise"};
    std::set<std::string> seen;
    for (const auto& item : texts) {
        const auto title = item.at("title").get<std::string>();
        EXPECT_TRUE(tree.isLeaf(CategoryId::literal(item.at("category").get<std::string>()))) << title;
        EXPECT_TRUE(demands.contains(item.at("demandType"))) << title;
        EXPECT_TRUE(seen.insert(item.at("text")).second) << title;
        EXPECT_NE(item.at("address").get<std::string>().find("{road}"), std::string::npos) << title;
        for (const auto* key : {"text", "reply", "check", "callback", "source", "urgency"})
            EXPECT_FALSE(item.at(key).get<std::string>().empty()) << title << ": " << key;
    }
}
