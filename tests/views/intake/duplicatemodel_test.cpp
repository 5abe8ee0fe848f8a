// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/intake/duplicatemodel.h"

#include "tests/support/fakecases.h"
#include "tests/support/fakewords.h"
#include "tests/support/textdrawing.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace griddesk;

namespace {

class Duplicates : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    fake::PlainWords words;
    DuplicateModel model{desk.desk(), words};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Duplicates()
    {
        model.setDelay(Milliseconds(0));
        for (int n = 1; n <= 3; ++n)
            desk.queries.duplicateAnswer.push_back({.key = n, .row = fake::caseRow(n, desk.clock.at), .metres = 10.0 * n,
                                                    .age = std::chrono::minutes(n), .sameCategory = n == 2, .textLikeness = 30 * n, .score = 20 * n});
    }
    static DuplicateProbe garbage() { return {.place = {}, .category = CategoryId::literal("0201"), .text = "垃圾", .address = {}, .now = {}}; }
};

} // namespace

TEST_F(Duplicates, AreListedBestFirstWithTheirReasons)
{
    model.probe(garbage());
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 3; }));
    EXPECT_EQ(fake::drawing(model, {0}, DuplicateModel::ReasonRole), "30 m · 3 min ago · text 90 %\n20 m · 2 min ago · same class · text 60 %\n10 m · 1 min ago · text 30 %");
}

TEST_F(Duplicates, ManyKeystrokesAreOneQuestion)
{
    model.setDelay(Milliseconds(20));
    for (int i = 0; i < 10; ++i)
        model.probe(garbage());
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 3; }));
    EXPECT_EQ(desk.queries.probes.size(), 1u);
}

TEST_F(Duplicates, LateAnswersToOlderQuestionsAreDropped)
{
    desk.queries.gate.held = true;
    model.probe(garbage());
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.queries.gate.waiting() == 1; }));
    model.clear(); // the form was emptied meanwhile
    desk.queries.gate.answerAll();
    QCoreApplication::processEvents();
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(Duplicates, WhatIsReallyNewStaysAwayUntilTheNextForm)
{
    model.probe(garbage());
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 3; }));
    model.putAside(0);
    EXPECT_EQ(model.rowCount(), 2);
    model.probe(garbage());
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.queries.probes.size() == 2; }));
    QCoreApplication::processEvents();
    EXPECT_EQ(model.rowCount(), 2);
    model.clear();
    model.probe(garbage());
    EXPECT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 3; }));
}
