// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"
#include "tests/support/fakewords.h"
#include "widgets/casepage/casepage.h"
#include "widgets/forms/operationdialog.h"
#include "widgets/forms/operationform.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::fake;

namespace {

class CasePages : public testing::Test {
protected:
    LiveDesk desk;
    PlainWords words;
    ThemeKeeper theme;
    ActionRegistry actions;
    std::unique_ptr<CasePage> page;

    void open(Until until, const char* post)
    {
        words.rules = desk.rules;
        tell(desk, until);
        page = std::make_unique<CasePage>(desk.desk(), words, theme, actions);
        page->resize(760, 900);
        as(post);
        page->showCase(storyCase);
        page->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(page.get()));
        ASSERT_TRUE(wait([this] { return page->findChild<QWidget*>(QStringLiteral("caseHead"))->isVisible(); }));
    }
    void as(const char* post)
    {
        const auto session = desk.sessionOf(post);
        if (desk.queries.details.contains(storyCase.text()))
            desk.refresh(storyCase);
        page->setSession(session);
    }
    template <typename Until>
    static bool wait(Until until)
    {
        return QTest::qWaitFor(until, 4000);
    }
    template <typename T = QWidget>
    T* part(const char* name) const
    {
        for (auto* found : page->findChildren<T*>(QLatin1String(name)))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    void press(const char* name)
    {
        ASSERT_TRUE(wait([&] { return part<QAbstractButton>(name) != nullptr; })) << name;
        QTest::mouseClick(part<QAbstractButton>(name), Qt::LeftButton);
    }
    Stage stage() { return desk.detailOf(storyCase).state.stage; }
};

TEST_F(CasePages, nothing_chosen_says_what_to_do)
{
    page = std::make_unique<CasePage>(desk.desk(), words, theme, actions);
    page->show();
    EXPECT_EQ(page->findChild<QWidget*>(QStringLiteral("caseHead"))->isVisible(), false);
}

TEST_F(CasePages, a_case_on_its_way_is_said_to_be_read_and_nobody_is_asked_to_choose_one)
{
    words.rules = desk.rules;
    tell(desk, Until::Reported);
    page = std::make_unique<CasePage>(desk.desk(), words, theme, actions);
    as("centre.op");
    desk.queries.gate.held = true;
    page->showCase(storyCase);
    page->show();
    const auto said = [&] {
        QStringList texts;
        for (const auto* label : page->findChildren<QLabel*>())
            if (label->isVisible())
                texts << label->text();
        return texts;
    };
    EXPECT_EQ(said(), QStringList{QStringLiteral("Reading the case…")});
    desk.queries.gate.answerAll();
    EXPECT_TRUE(wait([this] { return page->findChild<QWidget*>(QStringLiteral("caseHead"))->isVisible(); }));
}

TEST_F(CasePages, take_back_is_for_who_saved_the_step_and_tells_others_whose_it_is)
{
    open(Until::Accepted, "centre.op");
    auto& step = desk.queries.details.at(storyCase.text()).history.back();
    step.waiting = true;
    step.heldUntil = desk.clock.now() + std::chrono::seconds(8);
    Q_EMIT desk.notifier.casesChanged({}, {storyCase}, false);
    ASSERT_TRUE(wait([this] { return part("timelineTakeBack") != nullptr; }));
    auto* button = part<QPushButton>("timelineTakeBack");
    EXPECT_TRUE(button->isEnabled());
    as("hws.ul");
    EXPECT_FALSE(button->isEnabled());
    EXPECT_TRUE(button->toolTip().contains(words.account(step.operation.actor.account))) << button->toolTip().toStdString();
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_TRUE(desk.commands.takenBack.empty());
    as("centre.op");
    ASSERT_TRUE(wait([&] { return button->isEnabled(); }));
    EXPECT_TRUE(button->toolTip().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_EQ(desk.commands.takenBack, std::vector{step.operation.id});
}

TEST_F(CasePages, a_click_and_ctrl_enter_accept_a_case)
{
    open(Until::Reported, "centre.op");
    const QSignalSpy submitted(page.get(), &CasePage::submitted);
    press("action_accept");
    ASSERT_NE(part("formSubmit"), nullptr);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] { return submitted.count() == 1; }));
    EXPECT_EQ(stage(), Stage::Accepted);
    EXPECT_EQ(part("formSubmit"), nullptr);
    EXPECT_TRUE(wait([&] { return part("action_file") != nullptr; }));
}

TEST_F(CasePages, dispatch_as_suggested_needs_no_typing_and_another_unit_needs_a_reason)
{
    open(Until::Filed, "centre.di");
    press("action_dispatch");
    auto* form = page->findChild<OperationDialog*>()->form();
    EXPECT_EQ(form->payload().textOr("lead"), "hws");
    auto* lead = part<QLineEdit>("field_lead.edit");
    ASSERT_NE(lead, nullptr);
    lead->setFocus();
    QTest::keyClick(lead, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(lead, QStringLiteral("csgl"));
    QTest::keyClick(lead, Qt::Key_Return);
    EXPECT_EQ(form->payload().textOr("lead"), "csgl");
    QTest::keyClick(lead, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(stage(), Stage::Filed);
    ASSERT_NE(part<QLabel>("problem_reason"), nullptr);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("joint action planned"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(wait([&] { return stage() == Stage::Dispatched; }));
    EXPECT_EQ(desk.detailOf(storyCase).state.assignments.front().overrideReason, "joint action planned");
}

TEST_F(CasePages, escape_keeps_the_draft_and_it_comes_back)
{
    open(Until::Handling, "hws.ul");
    page->startOperation(OperationKind::Progress, AssignmentId::literal("a1"));
    auto* dialog = page->findChild<OperationDialog*>();
    auto* edit = dialog->findChild<QPlainTextEdit*>();
    QTest::keyClicks(edit, QStringLiteral("half a sen"));
    QTest::keyClick(edit, Qt::Key_Escape);
    EXPECT_FALSE(dialog->isVisible());
    EXPECT_EQ(desk.drafts.values.size(), 1u);
    page->startOperation(OperationKind::Progress, AssignmentId::literal("a1"));
    ASSERT_TRUE(wait([&] { return dialog->form()->payload().textOr("words") == "half a sen"; }));
    EXPECT_TRUE(wait([&] { return part("formDiscard") != nullptr; }));
}

TEST_F(CasePages, what_is_being_written_survives_a_change_of_the_case)
{
    open(Until::Handling, "hws.ul");
    page->startOperation(OperationKind::Progress, AssignmentId::literal("a1"));
    auto* dialog = page->findChild<OperationDialog*>();
    auto* edit = dialog->form()->findChild<QPlainTextEdit*>();
    QTest::keyClicks(edit, QStringLiteral("on the way"));
    desk.act("centre.op", storyCase, OperationKind::Comment, payload({{"words", "resident rang again"}}));
    ASSERT_TRUE(wait([&] { return page->findChild<QListView*>(QStringLiteral("timeline"))->model()->rowCount() == static_cast<int>(desk.detailOf(storyCase).history.size()); }));
    EXPECT_EQ(dialog->form()->payload().textOr("words"), "on the way");
    EXPECT_EQ(QApplication::focusWidget(), edit);
}

TEST_F(CasePages, an_answer_that_comes_late_is_dropped)
{
    open(Until::Reported, "centre.op");
    desk.queries.gate.held = true;
    const auto other = CaseId::literal("other");
    auto detail = desk.detailOf(storyCase);
    detail.row.id = other;
    detail.row.title = "the other case";
    desk.queries.details.emplace("other", detail);
    page->showCase(other);
    page->showCase(storyCase);
    desk.queries.gate.answerBackwards();
    EXPECT_TRUE(wait([this] { return desk.queries.gate.waiting() > 0; })); // the page asks what lies nearby: the late answers are through
    desk.queries.gate.answerAll();
    for (const auto* label : page->findChild<QWidget*>(QStringLiteral("caseHead"))->findChildren<QLabel*>())
        EXPECT_FALSE(label->text().contains(QStringLiteral("the other case")));
}

TEST_F(CasePages, the_reporter_is_masked_until_a_purpose_is_given)
{
    open(Until::Reported, "centre.op");
    const auto shown = [&] {
        for (const auto* label : page->findChild<QWidget*>(QStringLiteral("caseHead"))->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("13800000000")))
                return true;
        return false;
    };
    EXPECT_FALSE(shown());
    press("revealReporter");
    press("purposeGo");
    EXPECT_FALSE(shown());
    press("purpose.callback");
    press("purposeGo");
    EXPECT_TRUE(wait(shown));
}

TEST_F(CasePages, a_refusal_of_the_rules_is_said_while_writing)
{
    open(Until::Reported, "centre.op");
    desk.commands.rule = [](const OperationDraft&) { return std::optional(Refusal{.rule = RefusalRule::StageClosed, .missing = {}, .whoCan = {}, .detail = {}}); };
    press("action_accept");
    EXPECT_TRUE(wait([&] { return part<QLabel>("formState") != nullptr && part<QLabel>("formState")->text() == QStringLiteral("stageClosed"); }));
}

TEST_F(CasePages, quick_dispatch_shows_its_steps_and_says_which_one_is_refused)
{
    open(Until::Accepted, "centre.op");
    page->startQuickDispatch();
    press("quickGo"); // an operator may file but not dispatch
    EXPECT_TRUE(wait([&] {
        for (const auto* label : page->findChild<QWidget*>(QStringLiteral("quickSheet"))->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("dispatch: ")))
                return true;
        return false;
    }));
    EXPECT_EQ(stage(), Stage::Accepted);
}

TEST_F(CasePages, a_failed_check_needs_words)
{
    open(Until::Handling, "hws.ul");
    desk.act("hws.ul", storyCase, OperationKind::Revoke, payload({{"assignment", "a3"}, {"reason", "x"}}));
    desk.act("hws.ul", storyCase, OperationKind::Reply, payload({{"assignment", "a1"}, {"result", "resolved"}, {"words", "done"}, {"evidence", Value::List{picture(std::string(64, 'c').c_str(), "after")}}}));
    desk.act("centre.op", storyCase, OperationKind::RequestCheck, payload({{"mode", "photo"}}));
    as("centre.rv");
    press("action_check");
    press("field_pass.false");
    press("formSubmit");
    EXPECT_NE(part<QLabel>("problem_words"), nullptr);
    EXPECT_EQ(stage(), Stage::Checking);
}

} // namespace
