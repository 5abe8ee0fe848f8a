// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/casepage/actionsmodel.h"
#include "models/views/casepage/assignmentmodel.h"
#include "models/views/casepage/clockmodel.h"
#include "models/views/casepage/evidencemodel.h"
#include "models/views/casepage/stagesteps.h"
#include "models/views/casepage/standing.h"
#include "models/views/casepage/suggestions.h"
#include "models/views/casepage/timelinemodel.h"
#include "tests/support/fakewords.h"
#include "tests/support/textdrawing.h"
#include "tests/widgets/casepage/story.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::fake;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

class CaseModels : public testing::Test {
protected:
    LiveDesk desk;
    PlainWords words;
    void SetUp() override { words.rules = desk.rules; }
    const CaseDetail& story(Until until, const char* post = "centre.sl")
    {
        tell(desk, until);
        desk.sessionOf(post);
        desk.refresh(storyCase);
        return desk.detailOf(storyCase);
    }
};

TEST_F(CaseModels, timeline_tells_newest_first_who_did_what)
{
    TimelineModel model(words);
    QAbstractItemModelTester tester(&model, fatal);
    model.setDetail(story(Until::Filed), desk.clock.now());
    EXPECT_EQ(drawing(model, {0}), "file\naccept\nreport");
    EXPECT_FALSE(model.index(0).data(TimelineModel::WhoRole).toString().isEmpty());
    EXPECT_EQ(model.index(0).data(TimelineModel::LinesRole).toStringList(), QStringList{QStringLiteral("file.standard: 200110-1")});
    model.setNewestFirst(false);
    EXPECT_EQ(drawing(model, {0}), "report\naccept\nfile");
}

TEST_F(CaseModels, timeline_keeps_its_rows_when_the_history_grows)
{
    TimelineModel model(words);
    QAbstractItemModelTester tester(&model, fatal);
    model.setDetail(story(Until::Filed), desk.clock.now());
    const QPersistentModelIndex filed = model.index(0);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset), removals(&model, &QAbstractItemModel::rowsRemoved);
    desk.act("centre.di", storyCase, OperationKind::Dispatch, payload({{"lead", "hws"}, {"basis", "statutory"}, {"duty", "6.2"}}));
    model.setDetail(desk.detailOf(storyCase), desk.clock.now());
    EXPECT_EQ(drawing(model, {0}), "dispatch\nfile\naccept\nreport");
    EXPECT_EQ(filed.row(), 1);
    EXPECT_EQ(resets.count() + removals.count(), 0);
}

TEST_F(CaseModels, only_the_last_held_step_can_be_taken_back_and_only_by_who_saved_it)
{
    auto detail = story(Until::Filed);
    ASSERT_EQ(detail.history.size(), 3U);
    const auto me = AccountId::literal("me"), other = AccountId::literal("other");
    detail.history[1].operation.actor.account = me;
    detail.history[2].operation.actor.account = other;
    for (auto* item : {&detail.history[1], &detail.history[2]}) {
        item->waiting = true;
        item->heldUntil = desk.clock.now() + Milliseconds(7500);
    }
    TimelineModel model(words);
    QAbstractItemModelTester tester(&model, fatal);
    for (const bool newestFirst : {true, false}) {
        model.setNewestFirst(newestFirst);
        model.setPerson(me);
        model.setDetail(detail, desk.clock.now());
        ASSERT_TRUE(model.hold());
        EXPECT_FALSE(model.hold()->mine) << "another person built on it";
        EXPECT_EQ(model.hold()->who, words.account(other));
        model.setPerson(other);
        EXPECT_TRUE(model.hold()->mine);
        EXPECT_EQ(model.hold()->id, detail.history[2].operation.id.text());
    }
    detail.history[2].waiting = false;
    model.setDetail(detail, desk.clock.now());
    EXPECT_FALSE(model.hold()->mine);
    model.setPerson(me);
    EXPECT_TRUE(model.hold()->mine);
    model.setNow(desk.clock.now() + Milliseconds(7600));
    EXPECT_FALSE(model.hold()) << "it has left";
}

TEST_F(CaseModels, timeline_counts_a_hold_down_and_marks_what_was_refused)
{
    auto detail = story(Until::Filed);
    detail.history.back().waiting = true;
    detail.history.back().heldUntil = desk.clock.now() + Milliseconds(7500);
    detail.history[1].reason = "stageClosed";
    TimelineModel model(words);
    QAbstractItemModelTester tester(&model, fatal);
    model.setDetail(detail, desk.clock.now());
    EXPECT_EQ(model.index(0).data(TimelineModel::HoldSecondsRole).toInt(), 8);
    EXPECT_TRUE(model.counting());
    EXPECT_TRUE(model.index(1).data(TimelineModel::RefusedRole).toBool());
    EXPECT_EQ(model.index(1).data(TimelineModel::RefusalRole).toString(), QStringLiteral("stageClosed"));
    model.setNow(desk.clock.now() + Milliseconds(7600));
    EXPECT_EQ(model.index(0).data(TimelineModel::HoldSecondsRole).toInt(), 0);
    EXPECT_FALSE(model.counting());
    EXPECT_TRUE(model.index(0).data(TimelineModel::WaitingRole).toBool());
}

TEST_F(CaseModels, timeline_marks_what_was_written_down_later_than_it_was_done)
{
    auto detail = story(Until::Filed);
    for (std::size_t i = 0; i < detail.history.size(); ++i) { // ten minutes are the way of a case through a busy desk
        detail.history[i].deviceTime = desk.clock.now();
        detail.history[i].receivedAt = desk.clock.now() + std::chrono::minutes(i == 2 ? 11 : 10);
    }
    detail.history[0].receivedAt.reset();
    TimelineModel model(words);
    model.setDetail(detail, desk.clock.now());
    EXPECT_EQ(model.index(0).data(TimelineModel::WrittenRole).toString(), words.dateTime(*detail.history[2].receivedAt));
    EXPECT_TRUE(model.index(1).data(TimelineModel::WrittenRole).toString().isEmpty());
    EXPECT_TRUE(model.index(2).data(TimelineModel::WrittenRole).toString().isEmpty());
}

TEST_F(CaseModels, assignments_are_a_tree_of_two_levels)
{
    AssignmentModel model(words);
    QAbstractItemModelTester tester(&model, fatal);
    model.setDetail(story(Until::Handling), desk.clock.now());
    ASSERT_EQ(model.rowCount(), 2);
    const auto lead = model.index(0, 0);
    EXPECT_TRUE(lead.data(AssignmentModel::LeadRole).toBool());
    EXPECT_EQ(lead.siblingAtColumn(AssignmentModel::StateColumn).data().toString(), QStringLiteral("signed"));
    ASSERT_EQ(model.rowCount(lead), 1);
    EXPECT_EQ(model.index(0, AssignmentModel::StateColumn, lead).data().toString(), QStringLiteral("sent"));
    EXPECT_EQ(model.parent(model.index(0, 0, lead)), lead);
    EXPECT_NE(lead.data(AssignmentModel::LampRole).toInt(), static_cast<int>(Lamp::None));
}

TEST_F(CaseModels, segments_of_every_clock_add_up_to_it_and_the_worst_is_first)
{
    const auto detail = story(Until::Checked);
    ClockModel model(words);
    QAbstractItemModelTester tester(&model, fatal);
    model.setDetail(detail, desk.clock.now());
    ASSERT_EQ(model.rowCount(), static_cast<int>(detail.clocks.clocks.size()));
    EXPECT_EQ(model.index(0, 0).data(ClockModel::LampRole).toInt(), static_cast<int>(detail.clocks.lamp));
    EXPECT_TRUE(model.index(0, 0).data(ClockModel::OpenRole).toBool());
    bool closed = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto clock = model.index(row, 0);
        qlonglong sum = 0;
        for (int i = 0; i < model.rowCount(clock); ++i)
            sum += model.index(i, 0, clock).data(ClockModel::CountedMsRole).toLongLong();
        EXPECT_EQ(sum, clock.data(ClockModel::CountedMsRole).toLongLong()) << row;
        EXPECT_FALSE(closed && clock.data(ClockModel::OpenRole).toBool()) << "a running clock below one that ended";
        closed = closed || !clock.data(ClockModel::OpenRole).toBool();
    }
    EXPECT_TRUE(model.sheet(0).contains(QLatin1Char('\t')));
    EXPECT_TRUE(model.sheet(99).isEmpty());
}

TEST_F(CaseModels, clock_rows_stay_when_only_time_goes_on)
{
    story(Until::Handling);
    ClockModel model(words);
    model.setDetail(desk.detailOf(storyCase), desk.clock.now());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    desk.pass(Milliseconds(60'000));
    desk.refresh(storyCase);
    model.setDetail(desk.detailOf(storyCase), desk.clock.now());
    EXPECT_EQ(resets.count(), 0);
}

TEST_F(CaseModels, allowed_actions_come_first_and_refused_ones_say_why)
{
    ActionsModel model(words);
    QAbstractItemModelTester tester(&model, fatal);
    model.setDetail(story(Until::Filed, "centre.di"));
    ASSERT_GT(model.rowCount(), 5);
    EXPECT_EQ(model.index(0).data().toString(), QStringLiteral("dispatch"));
    EXPECT_TRUE(model.index(0).data(ActionsModel::PrimaryRole).toBool());
    bool refused = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto index = model.index(row);
        EXPECT_FALSE(refused && index.data(ActionsModel::AllowedRole).toBool());
        refused = refused || !index.data(ActionsModel::AllowedRole).toBool();
        EXPECT_EQ(index.data(ActionsModel::AllowedRole).toBool(), index.data(ActionsModel::ReasonRole).toString().isEmpty());
    }
    EXPECT_TRUE(refused);
}

TEST_F(CaseModels, a_unit_that_asks_to_give_the_work_back_is_not_told_to_sign_for_it)
{
    const auto primary = [](const CaseDetail& detail, OperationKind kind) { return carriesOn(kind, detail, AssignmentId::literal("a1")); };
    auto detail = story(Until::Filed, "centre.di");
    desk.act("centre.di", storyCase, OperationKind::Dispatch, payload({{"lead", "hws"}, {"basis", "statutory"}, {"duty", "6.2"}}));
    EXPECT_TRUE(primary(desk.detailOf(storyCase), OperationKind::Sign));
    desk.act("hws.ul", storyCase, OperationKind::RequestReturn, payload({{"assignment", "a1"}, {"reason", "wrongUnit"}, {"words", "not ours"}}));
    EXPECT_FALSE(primary(desk.detailOf(storyCase), OperationKind::Sign));
    EXPECT_FALSE(primary(desk.detailOf(storyCase), OperationKind::Reply));
    EXPECT_TRUE(primary(desk.detailOf(storyCase), OperationKind::DecideReturn));
}

TEST_F(CaseModels, a_case_that_came_back_twice_waits_for_a_designation_and_is_dispatched_after_it)
{
    auto detail = story(Until::Filed, "centre.di");
    auto& c = detail.state;
    EXPECT_TRUE(carriesOn(OperationKind::Dispatch, detail, {}));
    c.returns = 2;
    c.assignments.push_back({.id = AssignmentId::literal("a1"), .unit = UnitId::literal("hws"), .sentBy = {AccountId::literal("x"), PostId::literal("p"), desk.clock.now()}});
    c.assignments.back().returns.push_back({.by = c.assignments.back().sentBy, .agreed = true, .decidedBy = c.assignments.back().sentBy});
    EXPECT_TRUE(awaitsDesignation(c));
    EXPECT_FALSE(carriesOn(OperationKind::Dispatch, detail, {}));
    EXPECT_TRUE(carriesOn(OperationKind::Designate, detail, {}));
    c.designations.push_back({.id = "g1", .by = c.assignments.back().sentBy, .lead = UnitId::literal("csgl")});
    c.designations.back().by.at += Milliseconds(1);
    EXPECT_FALSE(awaitsDesignation(c));
    EXPECT_TRUE(isDesignated(c));
    EXPECT_TRUE(carriesOn(OperationKind::Dispatch, detail, {}));
    const auto session = desk.sessionOf("centre.di");
    const auto made = suggestPayload(OperationKind::Dispatch, detail, *desk.rules, session.actor, {}, desk.clock.now());
    EXPECT_EQ(made.payload.textOr("lead"), "csgl");
    EXPECT_EQ(made.payload.textOr("basis"), "designated");
    EXPECT_EQ(made.payload.textOr("record"), "g1");
    EXPECT_EQ(planQuickDispatch(detail, *desk.rules, desk.clock.now()).error(), NoQuickPlan::Designation);
}

TEST_F(CaseModels, nobody_is_called_again_after_the_call)
{
    auto detail = story(Until::Checked, "centre.op");
    auto& c = detail.state;
    c.stage = Stage::Closed;
    c.reporters.front().callbackWanted = true;
    EXPECT_TRUE(carriesOn(OperationKind::Callback, detail, {}));
    EXPECT_FALSE(carriesOn(OperationKind::Archive, detail, {}));
    c.callbackDone = true;
    EXPECT_FALSE(carriesOn(OperationKind::Callback, detail, {}));
    EXPECT_TRUE(carriesOn(OperationKind::Archive, detail, {}));
}

TEST_F(CaseModels, work_given_on_is_not_given_on_again_and_a_reply_waits_for_it)
{
    auto detail = story(Until::Handling, "hws.ul");
    const auto lead = AssignmentId::literal("a1");
    EXPECT_FALSE(carriesOn(OperationKind::Subdispatch, detail, lead));
    EXPECT_FALSE(carriesOn(OperationKind::Reply, detail, lead));
    std::erase_if(detail.state.assignments, [&](const Assignment& a) { return a.parent == lead; });
    EXPECT_TRUE(carriesOn(OperationKind::Subdispatch, detail, lead));
    EXPECT_TRUE(carriesOn(OperationKind::Reply, detail, lead));
}

TEST_F(CaseModels, rare_operations_come_behind_those_of_the_work_in_hand)
{
    ActionsModel model(words);
    model.setDetail(story(Until::Handling, "centre.op"));
    const auto place = [&](OperationKind kind) {
        const auto found = std::ranges::find(model.rows(), kind, &ActionRow::kind);
        return found == model.rows().end() || !found->allowed ? std::ptrdiff_t(-1) : found - model.rows().begin();
    };
    ASSERT_GE(place(OperationKind::Merge), 0);
    ASSERT_GE(place(OperationKind::FollowUp), 0);
    EXPECT_LT(place(OperationKind::FollowUp), place(OperationKind::Merge));
    EXPECT_LT(place(OperationKind::Comment), place(OperationKind::Split));
}

TEST_F(CaseModels, a_clock_that_ended_bears_no_colour_and_says_when_it_was_done)
{
    ClockModel model(words);
    model.setDetail(story(Until::Checked, "centre.sl"), desk.clock.now());
    bool ended = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto clock = model.index(row, 0);
        if (clock.data(ClockModel::OpenRole).toBool())
            continue;
        ended = true;
        EXPECT_EQ(clock.data(ClockModel::LampRole).toInt(), static_cast<int>(Lamp::None));
        const auto until = clock.siblingAtColumn(ClockModel::UntilColumn).data().toString();
        EXPECT_TRUE(until.startsWith(QLatin1String("done")) || until.startsWith(QLatin1String("dropped"))) << until.toStdString();
    }
    EXPECT_TRUE(ended);
    EXPECT_EQ(model.counted(16 * 3'600'000), QStringLiteral("16 h"));
}

TEST_F(CaseModels, evidence_pairs_before_with_after)
{
    EvidenceModel model(words);
    QAbstractItemModelTester tester(&model, fatal);
    model.setDetail(story(Until::Filed));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_TRUE(model.index(0).data(EvidenceModel::AfterRole).toString().isEmpty());
    LiveDesk later;
    tell(later, Until::Checked);
    model.setDetail(later.detailOf(storyCase));
    EXPECT_TRUE(model.index(0).data(EvidenceModel::PairRole).toBool());
    EXPECT_FALSE(model.index(0).data(EvidenceModel::BeforeRole).toString().isEmpty());
    EXPECT_FALSE(model.index(0).data(EvidenceModel::AfterRole).toString().isEmpty());
}

TEST_F(CaseModels, steps_show_the_present_one_and_reworks)
{
    const auto steps = stepsOf(story(Until::Checked).state);
    const auto at = [&](CaseStep step) { return steps[static_cast<std::size_t>(step)]; };
    EXPECT_EQ(at(CaseStep::Report).state, StepState::Done);
    EXPECT_EQ(at(CaseStep::Verify).state, StepState::Skipped);
    EXPECT_EQ(at(CaseStep::Handle).again, 1);
    EXPECT_EQ(at(CaseStep::Check).again, 1);
    EXPECT_EQ(at(CaseStep::Close).state, StepState::Present);
    EXPECT_EQ(at(CaseStep::Archive).state, StepState::Ahead);
}

TEST(StageSteps, an_accepted_case_that_is_to_be_verified_waits_there_and_not_at_filing)
{
    Case c{.id = CaseId::literal("x")};
    c.stage = Stage::Accepted;
    EXPECT_EQ(stepsOf(c, true)[static_cast<std::size_t>(CaseStep::Verify)].state, StepState::Present);
    EXPECT_EQ(stepsOf(c, true)[static_cast<std::size_t>(CaseStep::File)].state, StepState::Ahead);
    EXPECT_EQ(stepsOf(c, false)[static_cast<std::size_t>(CaseStep::File)].state, StepState::Present);
}

TEST(StageSteps, unknown_steps_of_an_import_stay_unknown)
{
    Case c{.id = CaseId::literal("x")};
    c.imported = true;
    c.stage = Stage::Handling;
    const auto steps = stepsOf(c);
    EXPECT_EQ(steps[static_cast<std::size_t>(CaseStep::File)].state, StepState::Unknown);
    EXPECT_EQ(steps[static_cast<std::size_t>(CaseStep::Handle)].state, StepState::Present);
}

} // namespace
