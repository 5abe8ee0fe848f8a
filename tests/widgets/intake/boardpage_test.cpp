// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/boardpage.h"

#include "widgets/board/dispatchsheet.h"
#include "widgets/forms/searchpick.h"
#include "widgets/screenwords.h"

#include "tests/support/fakecases.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace griddesk;

namespace {

class BoardWidget : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    ThemeKeeper themes;
    ScreenWords words{desk.clock};
    std::unique_ptr<BoardPage> page;

    void SetUp() override
    {
        words.setRules(fake::smallDistrict());
        put(1, Stage::Filed, "", "0201");
        put(2, Stage::Filed, "", "0202");
        put(3, Stage::Handling, "city", "0201");
        open(fake::sessionOf());
    }
    void put(int n, Stage stage, const char* unit, const char* category)
    {
        auto row = fake::caseRow(n, desk.clock.at);
        row.stage = stage;
        row.marks = 0;
        row.urgency = Urgency::Ordinary;
        row.category = CategoryId::literal(category);
        row.due = desk.clock.at + std::chrono::hours(n);
        row.unit.reset();
        if (*unit != '\0')
            row.unit = UnitId::literal(unit);
        desk.queries.cases.insert_or_assign(n, row);
    }
    void open(const Session& session)
    {
        page = std::make_unique<BoardPage>(desk.desk(), words, themes);
        page->resize(1366, 768);
        QSignalSpy loaded(&page->model(), &BoardModel::loaded);
        page->setSession(session);
        page->show();
        ASSERT_TRUE(QTest::qWaitFor([&] { return loaded.count() == 1; }));
    }
    template <typename Widget>
    Widget* child(const char* name) { return page->findChild<Widget*>(QLatin1String(name)); }
};

} // namespace

TEST_F(BoardWidget, DShowsWhatItWillDoAndEnterDoesIt)
{
    page->goTo(1);
    QTest::keyClick(child<QListView>("boardToDispatch"), Qt::Key_D);
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QWidget>("boardConfirm")->isVisible(); }));
    EXPECT_TRUE(desk.commands.submitted.empty());
    EXPECT_TRUE(child<QWidget>("boardConfirm")->findChild<QLabel*>()->text().contains(QStringLiteral("市容科")));
    QTest::keyClick(child<QListView>("boardToDispatch"), Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.commands.submitted.size() == 1; }));
    EXPECT_EQ(desk.commands.submitted[0].payload.textOr("duty"), "4.2");
}

TEST_F(BoardWidget, TheQuestionHasItsReasonAndButtonsAndIsFollowedWhenTheColumnIsDone)
{
    desk.commands.onSubmit = [&](const OperationDraft& draft, const CaseId& id) {
        const auto key = desk.queries.keyOf(id);
        auto row = desk.queries.cases.at(key);
        row.stage = Stage::Dispatched;
        row.unit = UnitId::literal(draft.payload.textOr("lead"));
        desk.put(key, row);
    };
    put(2, Stage::Filed, "", "0201");
    open(fake::sessionOf());
    for (const CaseKey key : {1, 2}) {
        page->goTo(key);
        QTest::keyClick(child<QListView>("boardToDispatch"), Qt::Key_D);
        ASSERT_TRUE(QTest::qWaitFor([&] { return child<QWidget>("boardConfirm")->isVisible(); }));
        EXPECT_FALSE(child<QLabel>("boardReason")->text().isEmpty());
        EXPECT_TRUE(child<QPushButton>("boardNo")->isVisible());
        QTest::mouseClick(child<QPushButton>("boardYes"), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor([&] { return page->model().find(key).isValid() && page->model().find(key).parent().row() > 1; }));
        const bool left = page->model().rowCount(page->model().index(0, 0)) > 0;
        EXPECT_TRUE(QTest::qWaitFor([&] { return page->focusWidget() == child<QListView>(left ? "boardToDispatch" : "boardColumn.city"); })) << key;
    }
}

TEST_F(BoardWidget, WhileCardsAreFilteredColumnsWithoutOneGo)
{
    auto* city = child<QListView>("boardColumn.city");
    auto* law = child<QListView>("boardColumn.law");
    ASSERT_TRUE(city->isVisible());
    ASSERT_TRUE(law->isVisible());
    child<QLineEdit>("boardFilter")->setText(QString::fromStdString(desk.queries.cases.at(3).address));
    EXPECT_TRUE(QTest::qWaitFor([&] { return city->isVisible() && !law->isVisible(); }));
    child<QLineEdit>("boardFilter")->clear();
    EXPECT_TRUE(QTest::qWaitFor([&] { return law->isVisible(); }));
}

TEST_F(BoardWidget, EscapeForgetsTheSuggestion)
{
    page->goTo(1);
    QTest::keyClick(child<QListView>("boardToDispatch"), Qt::Key_D);
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QWidget>("boardConfirm")->isVisible(); }));
    QTest::keyClick(child<QListView>("boardToDispatch"), Qt::Key_Escape);
    EXPECT_FALSE(child<QWidget>("boardConfirm")->isVisible());
    EXPECT_TRUE(desk.commands.submitted.empty());
}

TEST_F(BoardWidget, AnotherUnitAsksForItsReasonUnderTheStatutoryItem)
{
    desk.commands.rule = [](const OperationDraft& draft) -> std::optional<Refusal> {
        if (draft.payload.textOr("lead") != "city" && !draft.payload.has("reason"))
            return Refusal{.rule = RefusalRule::BasisIncomplete, .missing = {"reason"}, .whoCan = {}, .detail = {}};
        return std::nullopt;
    };
    page->dispatchTo(1, UnitId::literal("law"));
    auto* save = child<QPushButton>("dispatchSave");
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QLabel>("dispatchProblem")->isVisible(); }));
    EXPECT_FALSE(save->isEnabled());
    QTest::keyClicks(child<QPlainTextEdit>("dispatchReason"), "agreed by phone");
    ASSERT_TRUE(QTest::qWaitFor([&] { return save->isEnabled(); }));
    QTest::mouseClick(save, Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.commands.submitted.size() == 1; }));
    EXPECT_EQ(desk.commands.submitted[0].payload.textOr("lead"), "law");
    EXPECT_EQ(desk.commands.submitted[0].payload.textOr("basis"), "statutory");
    EXPECT_EQ(desk.commands.submitted[0].payload.textOr("duty"), "4.2");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !child<QWidget>("dispatchSheet")->isVisible(); }));
}

TEST_F(BoardWidget, ACaseThatAUnitHoldsIsRedispatched)
{
    page->dispatchTo(3, UnitId::literal("law"));
    EXPECT_EQ(child<DispatchSheet>("dispatchSheet")->draft().kind, OperationKind::Redispatch);
}

TEST_F(BoardWidget, ArrowsMoveBetweenColumnsThatHoldCards)
{
    page->goTo(2);
    QTest::keyClick(child<QListView>("boardToDispatch"), Qt::Key_Right);
    EXPECT_EQ(page->focusWidget(), child<QListView>("boardColumn.city"));
    QTest::keyClick(child<QListView>("boardColumn.city"), Qt::Key_Left);
    EXPECT_EQ(page->focusWidget(), child<QListView>("boardToDispatch"));
    QSignalSpy opened(page.get(), &BoardPage::openCaseRequested);
    QTest::keyClick(child<QListView>("boardToDispatch"), Qt::Key_Return);
    EXPECT_EQ(opened.count(), 1);
}

TEST_F(BoardWidget, AUnitGivesItsWorkOnToTheSecondLevel)
{
    auto row = desk.queries.cases.at(3);
    Case state{.id = row.id};
    state.stage = Stage::Handling;
    Assignment lead{.id = AssignmentId::literal("a1"), .state = AssignmentState::Signed, .unit = UnitId::literal("city"),
                    .sentBy = {AccountId::literal("chenjing"), PostId::literal("p-di")}};
    state.assignments.push_back(lead);
    desk.queries.details.emplace(row.id.text(), CaseDetail{.key = 3, .row = row, .state = state, .history = {}, .clocks = {}, .actions = {}});
    open(fake::sessionOf("lihua", "p-city"));
    page->dispatchTo(3, UnitId::literal("crew101"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QWidget>("dispatchSheet")->isVisible(); }));
    const auto draft = child<DispatchSheet>("dispatchSheet")->draft();
    EXPECT_EQ(draft.kind, OperationKind::Subdispatch);
    EXPECT_EQ(draft.payload.textOr("assignment"), "a1");
    EXPECT_EQ(draft.payload.textOr("unit"), "crew101");
}
