// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/board/callbackpage.h"

#include "widgets/forms/segments.h"
#include "widgets/screenwords.h"

#include "tests/support/fakecases.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace griddesk;

TEST(Callbacks, AnAttemptIsSavedAndTheNextCaseComesUp)
{
    fake::FakeDesk desk;
    for (int n = 1; n <= 3; ++n) {
        auto row = fake::caseRow(n, desk.clock.at);
        row.stage = Stage::Closed;
        row.marks = 0;
        row.mark(CaseMark::CallbackWanted);
        row.due = desk.clock.at + std::chrono::hours(n);
        desk.queries.cases.emplace(n, row);
    }
    desk.commands.onSubmit = [&](const OperationDraft&, const CaseId& id) {
        auto row = desk.queries.cases.at(desk.queries.keyOf(id));
        row.marks = 0;
        desk.put(desk.queries.keyOf(id), row);
    };
    ThemeKeeper themes;
    ScreenWords words{desk.clock};
    words.setRules(fake::smallDistrict());
    CallbackPage page(desk.desk(), words, themes);
    page.resize(1280, 800);
    page.show();
    QSignalSpy submitted(&page, &CallbackPage::submitted);
    page.setSession(fake::sessionOf());
    auto* list = page.findChild<QListView*>("callbackList");
    auto* save = page.findChild<QPushButton*>("callbackSave");
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.model().rowCount() == 3 && list->currentIndex().isValid(); }));
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    list->setFocus();
    const auto first = page.model().rows()[0].row.id;
    EXPECT_FALSE(save->isEnabled());
    QTest::mouseClick(page.findChild<Segments*>("callbackReached")->button("yes"), Qt::LeftButton);
    EXPECT_FALSE(save->isEnabled()); // reached, but nothing answered
    QTest::mouseClick(page.findChild<Segments*>("callbackSolved")->button("yes"), Qt::LeftButton);
    ASSERT_TRUE(save->isEnabled());
    QTest::keyClick(&page, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return submitted.count() == 1; }));
    ASSERT_EQ(desk.commands.submitted.size(), 1u);
    EXPECT_EQ(desk.commands.submitted[0].caseId, first);
    EXPECT_TRUE(desk.commands.submitted[0].payload.boolOr("reached", false));
    EXPECT_EQ(desk.commands.submitted[0].payload.textOr("solved"), "yes");
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.model().rowCount() == 2 && list->currentIndex().isValid(); }));
    EXPECT_FALSE(save->isEnabled()); // the next form is empty
}

TEST(Callbacks, TheListBeginsAtTheCaseThatWasLookedAt)
{
    fake::FakeDesk desk;
    for (int n = 1; n <= 40; ++n) {
        auto row = fake::caseRow(n, desk.clock.at);
        row.stage = Stage::Closed;
        row.marks = 0;
        row.mark(CaseMark::CallbackWanted);
        row.due = desk.clock.at + std::chrono::hours(n);
        desk.queries.cases.emplace(n, row);
    }
    ThemeKeeper themes;
    ScreenWords words{desk.clock};
    words.setRules(fake::smallDistrict());
    CallbackPage page(desk.desk(), words, themes);
    page.resize(1000, 600);
    page.show();
    const auto wanted = fake::caseRow(20, desk.clock.at).id;
    page.prefer(wanted);
    page.setSession(fake::sessionOf());
    auto* list = page.findChild<QListView*>("callbackList");
    ASSERT_TRUE(QTest::qWaitFor([&] { return list->currentIndex().isValid(); }));
    EXPECT_EQ(page.model().rows()[static_cast<std::size_t>(list->currentIndex().row())].row.id, wanted);
    EXPECT_NEAR(list->visualRect(list->currentIndex()).center().y(), list->viewport()->rect().center().y(), 60);
}

TEST(Callbacks, OnASmallScreenSavingAndClosingStayInSight)
{
    fake::FakeDesk desk;
    for (int n = 1; n <= 3; ++n) {
        auto row = fake::caseRow(n, desk.clock.at);
        row.stage = Stage::Closed;
        row.marks = 0;
        row.mark(CaseMark::CallbackWanted);
        row.due = desk.clock.at + std::chrono::hours(n);
        desk.queries.cases.emplace(n, row);
    }
    ThemeKeeper themes;
    ScreenWords words{desk.clock};
    words.setRules(fake::smallDistrict());
    CallbackPage page(desk.desk(), words, themes);
    page.resize(940, 420); // lower than the talk is long
    page.show();
    page.setSession(fake::sessionOf());
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.model().rowCount() == 3; }));
    auto* save = page.findChild<QPushButton*>("callbackSave");
    EXPECT_EQ(save->visibleRegion().boundingRect(), save->rect());
    EXPECT_TRUE(page.findChild<QLabel*>("callbackCount")->text().contains(QLatin1Char('3')));
    QSignalSpy closed(&page, &CallbackPage::closeRequested);
    auto* close = page.findChild<QPushButton*>("callbackClose");
    EXPECT_EQ(close->visibleRegion().boundingRect(), close->rect());
    QTest::mouseClick(close, Qt::LeftButton);
    EXPECT_EQ(closed.count(), 1);
    // Until when to call is said in words, not by a lamp alone.
    const auto due = page.model().dueText(page.model().rows()[0].row);
    EXPECT_TRUE(due.contains(words.dateTime(*page.model().rows()[0].row.due))) << due.toStdString();
}
