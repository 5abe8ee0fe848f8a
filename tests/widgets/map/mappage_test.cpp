// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/mappage.h"

#include "widgets/screenwords.h"

#include "tests/support/fakecases.h"

#include <gtest/gtest.h>

#include <QQuickWindow>
#include <QTest>

using namespace griddesk;

namespace {

class MapPageTest : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    ThemeKeeper themes;
    ScreenWords words{desk.clock};
    std::unique_ptr<MapPage> page;

    void SetUp() override
    {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        words.setRules(fake::smallDistrict());
        auto row = fake::caseRow(1, desk.clock.at);
        row.place = GeoPoint::fromDegrees(121.47, 31.23).value();
        desk.put(1, row);
        page = std::make_unique<MapPage>(desk.desk(), words, themes);
        page->resize(800, 600);
        CaseFilter all;
        all.queue = Queue::All;
        page->setFilter(all);
    }
    [[nodiscard]] std::size_t shown() const { return page->host().data().cases() ? page->host().data().cases()->size() : 0; }
};

TEST_F(MapPageTest, AsksForNoCasesBeforeItIsShown)
{
    desk.queries.gate.held = true;
    CaseFilter open;
    open.queue = Queue::Open;
    page->setFilter(open);
    EXPECT_EQ(desk.queries.gate.waiting(), 0U);
    page->show();
    EXPECT_EQ(desk.queries.gate.waiting(), 1U);
    EXPECT_FALSE(page->settled());
    desk.queries.gate.answerAll();
    EXPECT_TRUE(QTest::qWaitFor([this] { return shown() == 1; }));
}

TEST_F(MapPageTest, AsksAgainWhenSomethingChangedWhileItWasHiddenAndOtherwiseNot)
{
    page->show();
    ASSERT_TRUE(QTest::qWaitFor([this] { return shown() == 1; }));
    page->hide();
    desk.queries.gate.held = true;
    page->show();
    EXPECT_EQ(desk.queries.gate.waiting(), 0U) << "nothing has changed";
    page->hide();
    auto row = fake::caseRow(2, desk.clock.at);
    row.place = GeoPoint::fromDegrees(121.48, 31.24).value();
    desk.put(2, row);
    EXPECT_EQ(desk.queries.gate.waiting(), 0U);
    page->show();
    EXPECT_EQ(desk.queries.gate.waiting(), 1U);
    desk.queries.gate.answerAll();
    EXPECT_TRUE(QTest::qWaitFor([this] { return shown() == 2; }));
}

TEST_F(MapPageTest, BringsACaseIntoViewThatWasAskedForBeforeItWasRead)
{
    page->showCase(desk.queries.cases.at(1).id);
    page->show();
    const auto place = toWorld(*desk.queries.cases.at(1).place);
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown() == 1 && page->host().camera().visible().contains(place); }));
    EXPECT_EQ(page->host().selection(), QStringList{QString::fromStdString(desk.queries.cases.at(1).id.text())});
}

TEST_F(MapPageTest, DropsTheLateAnswerToAnEarlierFilter)
{
    desk.queries.gate.held = true;
    page->show();
    CaseFilter closed;
    closed.queue = Queue::Closed;
    page->setFilter(closed);
    ASSERT_EQ(desk.queries.gate.waiting(), 2U);
    desk.queries.gate.answerBackwards();
    ASSERT_TRUE(QTest::qWaitFor([this] { return page->host().data().cases() != nullptr; }));
    EXPECT_TRUE(QTest::qWaitFor([this] { return page->settled(); }));
    EXPECT_EQ(shown(), 0U);
}

} // namespace
