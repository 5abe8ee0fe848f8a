// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/searchresultsmodel.h"

#include "tests/support/fakecases.h"
#include "tests/support/fakewords.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace griddesk;

namespace {

class Search : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    fake::PlainWords words;
    SearchResultsModel model{desk.queries, words};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QSignalSpy answered{&model, &SearchResultsModel::answered};

    void SetUp() override { fake::fill(desk, 200); }
    bool ask(const char* text)
    {
        answered.clear();
        model.setWords(QString::fromUtf8(text));
        return QTest::qWaitFor([this] { return !answered.isEmpty(); });
    }
};

} // namespace

TEST_F(Search, FindsACaseByTheEndOfAnyNumber)
{
    ASSERT_TRUE(ask("SH12345-000123"));
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.rowAt(0)->id.text(), "case-000123");
}

TEST_F(Search, FindsCasesByWordsUpToTheLimit)
{
    ASSERT_TRUE(ask("枫津路"));
    EXPECT_GT(model.rowCount(), 5);
    EXPECT_LE(model.rowCount(), SearchResultsModel::limit);
    EXPECT_TRUE(model.index(0).data(SearchResultsModel::AddressRole).toString().contains(QStringLiteral("枫津路")));
}

TEST_F(Search, ShowsTheAnswerToTheLastWordsWhenAnswersComeLate)
{
    desk.queries.gate.held = true;
    model.setWords(QStringLiteral("井盖"));
    model.setWords(QStringLiteral("路灯"));
    for (int i = 0; i < 8; ++i) {
        desk.queries.gate.answerBackwards();
        QCoreApplication::processEvents();
    }
    ASSERT_GT(model.rowCount(), 0);
    for (int row = 0; row < model.rowCount(); ++row)
        EXPECT_TRUE(model.index(row).data().toString().contains(QStringLiteral("路灯")));
}

TEST_F(Search, NoWordsAndUnknownWordsGiveAnEmptyList)
{
    ASSERT_TRUE(ask("没有这样的字"));
    EXPECT_EQ(model.rowCount(), 0);
    ASSERT_TRUE(ask("   "));
    EXPECT_EQ(model.rowCount(), 0);
}
