// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/areajoin.h"
#include "models/core/rulescheck.h"
#include "demorules.h"

#include <functional>
#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::rulestest;

TEST(ReadRules, whole_bundle_is_read_and_written_back_equal)
{
    const auto rules = readRules(smallRules());
    ASSERT_TRUE(rules) << rules.error().detail << " at " << rules.error().context;
    EXPECT_EQ(rules->areas.size(), 8u);
    EXPECT_EQ(rules->posts.at(PostId::literal("p-sl")).roles, (RoleSet{Role::ShiftLeader, Role::Dispatcher}));
    const auto& standard = rules->categories.at(CategoryId::literal("E0110")).standards.at(0);
    EXPECT_TRUE(standard.minor);
    EXPECT_EQ(standard.limits.at(1), (StandardLimit{LimitPurpose::MakeSafe, Urgency::Critical, Limit{LimitUnit::UrgentHours, 2}}));
    EXPECT_TRUE(rules->hash.empty());

    const auto written = writeRules(*rules);
    const auto again = readRules(written);
    ASSERT_TRUE(again) << again.error().detail << " at " << again.error().context;
    EXPECT_EQ(writeRules(*again), written);
    EXPECT_EQ(again->areas, rules->areas);
    EXPECT_EQ(again->units, rules->units);
    EXPECT_EQ(again->posts, rules->posts);
    EXPECT_EQ(again->accounts, rules->accounts);
    EXPECT_EQ(again->tenures, rules->tenures);
    EXPECT_EQ(again->categories, rules->categories);
    EXPECT_EQ(again->duties, rules->duties);
    EXPECT_EQ(again->parameters, rules->parameters);
}

TEST(ReadRules, old_calendar_versions_stay_beside_the_one_for_new_clocks)
{
    const auto rules = readRules(smallRules()).value();
    EXPECT_EQ(rules.calendar, "cn-2");
    ASSERT_EQ(rules.calendars.size(), 2u);
    EXPECT_FALSE(rules.calendars.at("cn-1")->calendar().covered(2026));
    EXPECT_TRUE(rules.calendars.at("cn-2")->calendar().covered(2026));
}

TEST(ReadRules, absent_parameters_are_those_of_the_design_and_none_means_no_clock)
{
    auto value = smallRules();
    value.set("parameters", object({{"redoWithinDays", 30}, {"callbackLimit", "none"}}));
    const auto rules = readRules(value).value();
    EXPECT_EQ(rules.parameters.redoWithinDays, 30);
    EXPECT_EQ(rules.parameters.callbackLimit.amount, 0);
    EXPECT_EQ(rules.parameters.redoLimit, (Limit{LimitUnit::WorkingDaysWhole, 3}));
    EXPECT_EQ(readRules(writeRules(rules)).value().parameters, rules.parameters);
}

TEST(ReadRules, contested_overlap_of_the_duty_list_is_allowed_when_both_items_say_so)
{
    auto value = smallRules();
    auto& duties = listOf(value, "duties");
    duties.push_back(object({{"id", "9.1"}, {"category", "E0506"}, {"lead", "city"}, {"contested", true}}));
    duties.push_back(object({{"id", "9.2"}, {"category", "E0506"}, {"lead", "east"}, {"contested", true}}));
    EXPECT_TRUE(readRules(value));
    duties.back().object()->erase("contested");
    EXPECT_EQ(readRules(value).error().context, "duties[4].lead");
}

TEST(ReadRules, successive_duty_items_for_the_same_matter_do_not_overlap)
{
    auto value = smallRules();
    auto& duties = listOf(value, "duties");
    duties[1].set("until", "2026-01-01T00:00:00Z");
    duties.push_back(object({{"id", "4.9"}, {"category", "E0110"}, {"lead", "east"}, {"from", "2026-01-01T00:00:00Z"}}));
    EXPECT_TRUE(readRules(value));
    duties.back().set("from", "2025-12-31T23:59:59Z");
    EXPECT_EQ(readRules(value).error().code, ErrorCode::Duplicate);
}

struct BadRules {
    const char* name;
    std::function<void(Value&)> spoil;
    ErrorCode code;
    const char* context;
};

class ReadBadRules : public testing::TestWithParam<BadRules> {};

TEST_P(ReadBadRules, is_refused_with_the_path_of_the_field)
{
    auto value = smallRules();
    GetParam().spoil(value);
    const auto rules = readRules(value);
    ASSERT_FALSE(rules);
    EXPECT_EQ(rules.error().code, GetParam().code) << rules.error().detail;
    EXPECT_EQ(rules.error().context, GetParam().context) << rules.error().detail;
    EXPECT_FALSE(rules.error().detail.empty());
}

namespace {

std::function<void(Value&)> member(const char* list, std::size_t index, const char* key, Value value)
{
    return [=](Value& rules) { listOf(rules, list)[index].set(key, value); };
}
std::function<void(Value&)> top(const char* key, Value value)
{
    return [=](Value& rules) { rules.set(key, value); };
}
std::function<void(Value&)> without(const char* list, std::size_t index, const char* key)
{
    return [=](Value& rules) { listOf(rules, list)[index].object()->erase(key); };
}
std::function<void(Value&)> many(const char* list, std::size_t count)
{
    return [=](Value& rules) { rules.set(list, Value::List(count, Value(1))); };
}

const BadRules badRules[]{
    {"NoObject", [](Value& v) { v = Value("text"); }, ErrorCode::WrongType, ""},
    {"ForeignFormat", top("format", "other"), ErrorCode::FileForeign, "format"},
    {"NewerFormat", top("format", "griddesk-rules-2"), ErrorCode::FileNewer, "format"},
    {"UnknownTopField", top("colour", "red"), ErrorCode::UnknownField, "colour"},
    {"UnknownFieldInside", member("areas", 1, "colour", "red"), ErrorCode::UnknownField, "areas[1].colour"},
    {"ListIsText", top("areas", "x"), ErrorCode::WrongType, "areas"},
    {"ItemIsNumber", [](Value& v) { listOf(v, "units")[1] = Value(7); }, ErrorCode::WrongType, "units[1]"},
    {"NameMissing", without("areas", 3, "name"), ErrorCode::MissingField, "areas[3].name"},
    {"NameEmpty", member("areas", 3, "name", ""), ErrorCode::OutOfRange, "areas[3].name"},
    {"NameTooLong", member("units", 0, "name", std::string(201, 'x')), ErrorCode::LimitExceeded, "units[0].name"},
    {"NameWithControl", member("units", 0, "name", "a\tb"), ErrorCode::OutOfRange, "units[0].name"},
    {"CodeWithBlank", member("areas", 0, "code", "99 01"), ErrorCode::Syntax, "areas[0].code"},
    {"LevelUnknown", member("areas", 0, "level", "country"), ErrorCode::UnknownReference, "areas[0].level"},
    {"AreaParentUnknown", member("areas", 5, "parent", "G9"), ErrorCode::UnknownReference, "areas[5].parent"},
    {"AreaCircle", member("areas", 0, "parent", "G1"), ErrorCode::Inconsistent, "areas[0].parent"},
    {"AreaOwnParent", member("areas", 3, "parent", "G1"), ErrorCode::Inconsistent, "areas[3].parent"},
    {"AreaLevelOrder", member("areas", 4, "parent", "G1"), ErrorCode::Inconsistent, "areas[4].parent"},
    {"AreaTwice", member("areas", 4, "code", "G1"), ErrorCode::Duplicate, "areas[4].code"},
    {"AreaEndsBeforeItBegins", member("areas", 4, "until", "1960-01-01T00:00:00Z"), ErrorCode::Inconsistent, "areas[4].until"},
    {"CellCodeShort", member("areas", 5, "code", "99010100100100"), ErrorCode::OutOfRange, "areas[5].code"},
    {"CellCodeZero", member("areas", 5, "code", "990101001001000"), ErrorCode::OutOfRange, "areas[5].code"},
    {"FallbackUnknown", member("areas", 4, "fallbackUnit", "nobody"), ErrorCode::UnknownReference, "areas[4].fallbackUnit"},
    {"CellWithoutFallback", without("areas", 2, "fallbackUnit"), ErrorCode::Inconsistent, "areas[5].fallbackUnit"},
    {"UnitKindUnknown", member("units", 1, "kind", "army"), ErrorCode::UnknownReference, "units[1].kind"},
    {"UnitLevel", member("units", 1, "level", 3), ErrorCode::OutOfRange, "units[1].level"},
    {"UnitParentUnknown", member("units", 1, "parent", "x"), ErrorCode::UnknownReference, "units[1].parent"},
    {"UnitCircle", member("units", 0, "parent", "city"), ErrorCode::Inconsistent, "units[0].parent"},
    {"UnitAreaUnknown", member("units", 2, "area", "x"), ErrorCode::UnknownReference, "units[2].area"},
    {"UnitTwice", member("units", 1, "id", "centre"), ErrorCode::Duplicate, "units[1].id"},
    {"CentreUnknown", top("centre", "x"), ErrorCode::UnknownReference, "centre"},
    {"PostWithoutUnit", without("posts", 1, "unit"), ErrorCode::MissingField, "posts[1].unit"},
    {"PostUnitUnknown", member("posts", 1, "unit", "x"), ErrorCode::UnknownReference, "posts[1].unit"},
    {"PostWithoutRoles", member("posts", 1, "roles", Value::List{}), ErrorCode::Inconsistent, "posts[1].roles"},
    {"RoleUnknown", member("posts", 1, "roles", Value::List{"operator", "king"}), ErrorCode::Syntax, "posts[1].roles[1]"},
    {"RoleIsNumber", member("posts", 1, "roles", Value::List{1}), ErrorCode::WrongType, "posts[1].roles[0]"},
    {"PostAreaUnknown", member("posts", 2, "areas", Value::List{"G2", "G9"}), ErrorCode::UnknownReference, "posts[2].areas[1]"},
    {"SupervisorWithoutLevel", without("posts", 3, "supervisionLevel"), ErrorCode::Inconsistent, "posts[3].supervisionLevel"},
    {"SupervisionOfCells", member("posts", 3, "supervisionLevel", "cell"), ErrorCode::OutOfRange, "posts[3].supervisionLevel"},
    {"AccountTwice", member("accounts", 2, "id", "bo"), ErrorCode::Duplicate, "accounts[2].id"},
    {"TenureAccountMissing", member("tenures", 0, "account", "zoe"), ErrorCode::UnknownReference, "tenures[0].account"},
    {"TenurePostMissing", member("tenures", 0, "post", "p-x"), ErrorCode::UnknownReference, "tenures[0].post"},
    {"EndlessDelegation", without("tenures", 2, "until"), ErrorCode::Inconsistent, "tenures[2].until"},
    {"TimeOutOfRange", member("tenures", 0, "from", "2025-13-01T00:00:00Z"), ErrorCode::OutOfRange, "tenures[0].from"},
    {"CategoryTwice", member("categories", 3, "code", "E0110"), ErrorCode::Duplicate, "categories[3].code"},
    {"CategoryParentUnknown", member("categories", 3, "parent", "X"), ErrorCode::UnknownReference, "categories[3].parent"},
    {"CategoryCircle", member("categories", 0, "parent", "E0110"), ErrorCode::Inconsistent, "categories[0].parent"},
    {"StandardAboveLeaf", [](Value& v) {
         auto& list = listOf(v, "categories");
         list[1].set("standards", list[2].object()->extract("standards").mapped());
     }, ErrorCode::Inconsistent, "categories[1].standards"},
    {"StandardTwice", [](Value& v) {
         auto& list = listOf(v, "categories");
         list[3].set("standards", *list[2].find("standards"));
     }, ErrorCode::Duplicate, "categories[3].standards[0].id"},
    {"LimitUnreadable", [](Value& v) {
         listOf(listOf(v, "categories")[2], "standards")[0].set("limits", Value::List{object({{"limit", "4h"}})});
     }, ErrorCode::Syntax, "categories[2].standards[0].limits[0].limit"},
    {"FlagIsText", member("categories", 3, "elastic", "yes"), ErrorCode::WrongType, "categories[3].elastic"},
    {"DutyCategoryUnknown", member("duties", 0, "category", "X"), ErrorCode::UnknownReference, "duties[0].category"},
    {"DutyAreaUnknown", member("duties", 2, "area", "X"), ErrorCode::UnknownReference, "duties[2].area"},
    {"DutyLeadUnknown", member("duties", 1, "lead", "X"), ErrorCode::UnknownReference, "duties[1].lead"},
    {"DutyAssistUnknown", member("duties", 1, "assists", Value::List{"X"}), ErrorCode::UnknownReference, "duties[1].assists[0]"},
    {"DutyLeadAssists", member("duties", 1, "assists", Value::List{"city"}), ErrorCode::Duplicate, "duties[1].assists[0]"},
    {"DutyTwice", member("duties", 1, "id", "4.1"), ErrorCode::Duplicate, "duties[1].id"},
    {"DutyOverlap", [](Value& v) {
         listOf(v, "duties")[2].object()->erase("area");
     }, ErrorCode::Duplicate, "duties[2].lead"},
    {"CalendarUnknown", top("calendar", "cn-3"), ErrorCode::UnknownReference, "calendar"},
    {"CalendarTwice", member("calendars", 1, "id", "cn-1"), ErrorCode::Duplicate, "calendars[1].id"},
    {"ParameterUnknown", top("parameters", object({{"speed", 1}})), ErrorCode::UnknownField, "parameters.speed"},
    {"ParameterOutOfRange", top("parameters", object({{"sampleShare", 101}})), ErrorCode::OutOfRange, "parameters.sampleShare"},
    {"GateUnknown", top("parameters", object({{"callbackGate", "never"}})), ErrorCode::OutOfRange, "parameters.callbackGate"},
    {"TooManyAreas", many("areas", 20'001), ErrorCode::LimitExceeded, "areas"},
    {"TooManyUnits", many("units", 5'001), ErrorCode::LimitExceeded, "units"},
    {"TooManyAccounts", many("accounts", 50'001), ErrorCode::LimitExceeded, "accounts"},
    {"TooManyCategories", many("categories", 20'001), ErrorCode::LimitExceeded, "categories"},
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Table, ReadBadRules, testing::ValuesIn(badRules), [](const auto& row) { return std::string(row.param.name); });

TEST(CheckRules, rules_made_in_memory_are_checked_in_the_order_of_their_codes)
{
    auto rules = readRules(smallRules()).value();
    EXPECT_TRUE(checkRules(rules, RulesOrder::of(rules)));
    rules.posts.begin()->second.unit = UnitId::literal("gone");
    EXPECT_EQ(checkRules(rules, RulesOrder::of(rules)).error().context, "posts[0].unit");
}

TEST(WithAreas, drawn_areas_join_a_bundle_that_states_only_the_fallback_units)
{
    const auto whole = readRules(smallRules()).value();
    std::vector<Area> drawn;
    for (const auto& [code, area] : whole.areas) {
        drawn.push_back(area);
        drawn.back().fallbackUnit.reset();
    }
    auto bundle = smallRules();
    bundle.set("areas", Value::List{object({{"code", "990101001001"}, {"fallbackUnit", "east"}}),
                                    object({{"code", "G2"}, {"fallbackUnit", "crew"}})});
    const auto joined = withAreas(bundle, drawn);
    ASSERT_TRUE(joined) << joined.error().detail;
    EXPECT_EQ(readRules(*joined).value().areas, whole.areas);

    bundle.object()->erase("areas");
    EXPECT_EQ(listOf(withAreas(bundle, drawn).value().set("x", 1), "areas").size(), 8u);
}

TEST(WithAreas, area_drawn_twice_and_malformed_bundles_are_refused)
{
    const std::vector<Area> twice(2, readRules(smallRules()).value().areas.begin()->second);
    EXPECT_EQ(withAreas(Value(), twice).error().code, ErrorCode::Duplicate);
    EXPECT_EQ(withAreas(Value("x"), {}).error().code, ErrorCode::WrongType);
    EXPECT_EQ(withAreas(object({{"areas", 1}}), {}).error().context, "areas");
    EXPECT_EQ(withAreas(object({{"areas", Value::List{1}}}), {}).error().context, "areas[0]");
}
