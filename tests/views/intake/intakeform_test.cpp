// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/intake/intakeadvice.h"
#include "models/views/intake/orderparser.h"

#include "tests/support/fakecases.h"

#include <gtest/gtest.h>

using namespace griddesk;

namespace {

std::shared_ptr<const Rules> districtWithStandard()
{
    auto rules = std::make_shared<Rules>(*fake::smallDistrict());
    rules->categories.at(CategoryId::literal("0201")).standards.push_back({.id = StandardId::literal("0201-1"), .filing = {}, .closing = {}, .limits = {}});
    return rules;
}

IntakeForm garbage()
{
    IntakeForm form;
    form.text = "枫津路有垃圾。三天了";
    form.category = CategoryId::literal("0201");
    form.area = AreaCode::literal("990101001001001");
    form.person = {.name = "王先生", .phone = "13800001234", .room = "3-201"};
    form.callbackWanted = true;
    return form;
}

} // namespace

TEST(IntakeForm, TwoFieldsAreEnoughForACriticalCaseOnly)
{
    IntakeForm form;
    form.text = "火";
    EXPECT_EQ(missingIn(form), std::vector<std::string>{"place"});
    form.urgency = Urgency::Critical;
    EXPECT_TRUE(missingIn(form).empty());
    form.text.clear();
    EXPECT_EQ(missingIn(form), (std::vector<std::string>{"text", "place"}));
    form.urgency = Urgency::Ordinary;
    form.text = "怎么办理居住证";
    form.demandType = "consult";
    EXPECT_TRUE(missingIn(form).empty());
}

TEST(IntakeForm, PayloadHoldsNoNamePhoneOrRoom)
{
    const auto payload = reportPayload(garbage());
    EXPECT_EQ(payload.textOr("title"), "枫津路有垃圾");
    ASSERT_NE(payload.find("reporter"), nullptr);
    EXPECT_TRUE(payload.find("reporter")->boolOr("callbackWanted", false));
    for (const auto* key : {"name", "phone", "room"})
        EXPECT_FALSE(payload.find("reporter")->has(key)) << key;
}

TEST(IntakeForm, PayloadUsesOnlyFieldsOfTheReport)
{
    auto form = garbage();
    form.place = GeoPoint{1214700000, 312300000};
    form.orderNumber = "SH1";
    form.orderPlatform = "12345";
    form.mustReply = true;
    form.evidence.push_back({.sha256 = "ab", .mime = "image/png", .role = "before", .size = 3});
    const auto payload = reportPayload(form);
    for (const auto& [key, value] : *payload.object())
        EXPECT_NE(specOf(OperationKind::Report).field(key), nullptr) << key;
    const auto join = joinPayload(form);
    for (const auto& [key, value] : *join.object())
        EXPECT_NE(specOf(OperationKind::FollowUp).field(key), nullptr) << key;
}

TEST(IntakeForm, ADraftComesBackAsItWas)
{
    auto form = garbage();
    form.place = GeoPoint{1214700001, 312300002};
    form.orderDue = instantFromMs(1773108000000);
    form.urgency = Urgency::Critical;
    const auto again = readDraft(writeDraft(form));
    ASSERT_TRUE(again);
    EXPECT_EQ(writeDraft(*again), writeDraft(form));
    EXPECT_EQ(again->place, form.place);
    EXPECT_EQ(again->category, form.category);
    EXPECT_FALSE(readDraft("[]"));
    EXPECT_FALSE(readDraft(std::string(300 * 1024, ' ')));
}

TEST(IntakeForm, APastedOrderFillsWhatItSaysAndLeavesTheRest)
{
    IntakeForm form;
    form.contactTime = "晚上";
    const auto order = parseOrder("编号：SH1\n内容：有垃圾\n分类：市容环境/暴露垃圾\n电话：13800001234");
    ASSERT_TRUE(order);
    fillFrom(form, *order, *fake::smallDistrict());
    EXPECT_EQ(form.category, CategoryId::literal("0201"));
    EXPECT_EQ(form.person.phone, "13800001234");
    EXPECT_EQ(form.contactTime, "晚上");
    EXPECT_TRUE(form.mustReply);
    EXPECT_TRUE(missingIn(form) == std::vector<std::string>{"place"});
}

TEST(IntakeForm, AdviceNamesTheUnitOfTheDutyList)
{
    const auto rules = districtWithStandard();
    const fake::PlaceBook places;
    const auto advice = adviseIntake(*rules, places, garbage(), instantFromMs(1773108000000));
    ASSERT_TRUE(advice.match);
    EXPECT_EQ(advice.match->lead, UnitId::literal("city"));
    const auto plan = planFast(advice, garbage(), {Role::Operator, Role::Dispatcher});
    EXPECT_EQ(plan.stop, FastPlan::Stop::None);
    ASSERT_EQ(plan.drafts.size(), 3u);
    EXPECT_EQ(plan.drafts[2].payload.textOr("duty"), "4.2");
    EXPECT_EQ(plan.drafts[2].payload.textOr("basis"), "statutory");
}

TEST(IntakeForm, TheQuickWayStopsWhereSomethingIsMissing)
{
    const auto rules = districtWithStandard();
    const fake::PlaceBook places;
    const auto now = instantFromMs(1773108000000);
    const auto stopOf = [&](const IntakeForm& form, RoleSet roles) { return planFast(adviseIntake(*rules, places, form, now), form, roles).stop; };
    using Stop = FastPlan::Stop;
    EXPECT_EQ(stopOf(garbage(), {Role::Dispatcher}), Stop::OperatorRole);
    EXPECT_EQ(stopOf(garbage(), {Role::Operator}), Stop::DispatcherRole);
    auto form = garbage();
    form.area.reset();
    EXPECT_EQ(stopOf(form, {Role::Operator, Role::Dispatcher}), Stop::Area);
    form = garbage();
    form.category = CategoryId::literal("0202");
    EXPECT_EQ(stopOf(form, {Role::Operator, Role::Dispatcher}), Stop::Standard);
    form.category.reset();
    EXPECT_EQ(stopOf(form, {Role::Operator, Role::Dispatcher}), Stop::Category);
}
