// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/casepage/suggestions.h"
#include "tests/widgets/casepage/story.h"

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::fake;

namespace {

class Suggestions : public testing::Test {
protected:
    LiveDesk desk;
    FormSuggestion suggest(Until until, OperationKind kind, const char* post)
    {
        tell(desk, until);
        const auto session = desk.sessionOf(post);
        desk.refresh(storyCase);
        return suggestPayload(kind, desk.detailOf(storyCase), *desk.rules, session.actor, {}, desk.clock.now());
    }
};

TEST_F(Suggestions, dispatch_proposes_the_unit_of_the_duty_list_on_a_statutory_basis)
{
    const auto made = suggest(Until::Filed, OperationKind::Dispatch, "centre.di");
    EXPECT_EQ(made.payload.textOr("lead"), "hws");
    EXPECT_EQ(made.payload.textOr("basis"), "statutory");
    EXPECT_EQ(made.payload.textOr("duty"), "6.2");
    ASSERT_TRUE(made.duty);
    EXPECT_EQ(made.duty->reasons.size(), 1u);
}

TEST_F(Suggestions, accept_takes_over_what_the_report_says)
{
    const auto made = suggest(Until::Reported, OperationKind::Accept, "centre.op");
    EXPECT_EQ(made.payload.textOr("category"), "200110");
    EXPECT_EQ(made.payload.textOr("demandType"), "complaint");
    EXPECT_EQ(made.payload.textOr("urgency"), "ordinary");
}

TEST_F(Suggestions, close_takes_the_closing_condition_of_the_filed_standard)
{
    EXPECT_EQ(suggest(Until::Checked, OperationKind::Close, "centre.sl").payload.textOr("closing"), "清理干净，无残留");
}

TEST_F(Suggestions, file_takes_the_only_standard)
{
    EXPECT_EQ(suggest(Until::Accepted, OperationKind::File, "centre.op").payload.textOr("standard"), "200110-1");
}

TEST_F(Suggestions, units_of_a_dispatch_are_of_level_one_and_never_the_centre)
{
    tell(desk, Until::Filed);
    const auto session = desk.sessionOf("centre.di");
    for (const auto& id : unitCandidates(OperationKind::Dispatch, *desk.rules, desk.detailOf(storyCase), session.actor, desk.clock.now())) {
        EXPECT_EQ(desk.rules->units.at(id).level, 1) << id.text();
        EXPECT_NE(id, desk.rules->centre);
    }
}

TEST_F(Suggestions, quick_plan_goes_from_report_to_dispatch_and_the_rules_take_it)
{
    tell(desk, Until::Reported);
    const auto plan = planQuickDispatch(desk.detailOf(storyCase), *desk.rules, desk.clock.now());
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->drafts.size(), 3u);
    desk.act("centre.op", storyCase, plan->drafts[0].kind, plan->drafts[0].payload);
    desk.act("centre.op", storyCase, plan->drafts[1].kind, plan->drafts[1].payload);
    desk.act("centre.di", storyCase, plan->drafts[2].kind, plan->drafts[2].payload);
    EXPECT_EQ(desk.detailOf(storyCase).state.stage, Stage::Dispatched);
}

TEST_F(Suggestions, no_quick_plan_where_something_is_left_to_decide)
{
    tell(desk, Until::Reported);
    auto detail = desk.detailOf(storyCase);
    detail.state.category = CategoryId::literal("200101"); // two standards
    EXPECT_EQ(planQuickDispatch(detail, *desk.rules, desk.clock.now()).error(), NoQuickPlan::SeveralStandards);
    detail.state.category.reset();
    EXPECT_EQ(planQuickDispatch(detail, *desk.rules, desk.clock.now()).error(), NoQuickPlan::NoCategory);
    detail.state.stage = Stage::Handling;
    EXPECT_EQ(planQuickDispatch(detail, *desk.rules, desk.clock.now()).error(), NoQuickPlan::WrongStage);
}

} // namespace
