// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/queuemodel.h"

#include "tests/support/fakecases.h"
#include "tests/support/fakewords.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace griddesk;

namespace {

class Queues : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    fake::PlainWords words;
    QueueModel model{desk.queries, desk.notifier, desk.clock, words};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    [[nodiscard]] qint64 count(Queue queue) const { return model.index(model.rowOf(queue)).data(QueueModel::CountRole).toLongLong(); }
};

} // namespace

TEST_F(Queues, HoldEveryQueueOnceUnderItsGroup)
{
    model.setGroupTitles({QStringLiteral("Steps"), QStringLiteral("Watch"), QStringLiteral("Own"), QStringLiteral("All cases")});
    for (std::size_t i = 0; i < queueCount; ++i)
        EXPECT_GE(model.rowOf(static_cast<Queue>(i)), 0) << nameOf(static_cast<Queue>(i));
    EXPECT_EQ(model.rowCount(), static_cast<int>(queueCount) + QueueModel::groupCount);
    EXPECT_EQ(model.index(0).data().toString(), QStringLiteral("Steps"));
    EXPECT_FALSE(model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
}

TEST_F(Queues, AreUnknownUntilCountedAndNeverShownAsZero)
{
    EXPECT_EQ(count(Queue::Open), -1);
    fake::fill(desk, 100);
    model.refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return count(Queue::All) == 100; }));
    EXPECT_GT(count(Queue::Handling), 0);
}

TEST_F(Queues, ABurstOfChangesIsCountedOnce)
{
    model.refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return count(Queue::All) == 0; }));
    const int before = desk.queries.countRequests;
    for (int n = 1; n <= 40; ++n)
        desk.put(n, fake::caseRow(n, desk.clock.at));
    ASSERT_TRUE(QTest::qWaitFor([&] { return count(Queue::All) == 40; }));
    EXPECT_EQ(desk.queries.countRequests, before + 1);
}

TEST_F(Queues, OnlyOverdueCasesAlert)
{
    fake::fill(desk, 100);
    model.refresh();
    ASSERT_TRUE(QTest::qWaitFor([&] { return count(Queue::Overdue) > 0; }));
    for (int row = 0; row < model.rowCount(); ++row)
        EXPECT_EQ(model.index(row).data(QueueModel::AlertRole).toBool(), row == model.rowOf(Queue::Overdue));
}

TEST_F(Queues, ALateCountIsDropped)
{
    desk.queries.gate.held = true;
    model.refresh();
    fake::fill(desk, 10);
    model.refresh();
    desk.queries.gate.answerBackwards();
    QCoreApplication::processEvents();
    EXPECT_EQ(count(Queue::All), 10);
}
