// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/intake/historymodel.h"

#include "tests/support/fakecases.h"
#include "tests/support/fakewords.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace griddesk;

namespace {

class History : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    fake::PlainWords words;
    HistoryModel model{desk.desk(), words};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    History()
    {
        model.setDelay(Milliseconds(0));
        fake::fill(desk, 40);
        desk.queries.callers["13800001234"] = {5, 6};
    }
    [[nodiscard]] std::string reasons() const
    {
        std::string all;
        for (const auto& row : model.rows())
            all += std::to_string(static_cast<int>(row.reason));
        return all;
    }
};

} // namespace

TEST_F(History, ShowsCasesOfTheCallerBeforeThoseAtTheAddress)
{
    model.ask("13800001234", desk.queries.cases.at(7).address, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 3; }));
    EXPECT_EQ(reasons(), "001");
    EXPECT_EQ(model.rows()[2].row.address, desk.queries.cases.at(7).address);
}

TEST_F(History, AsksForTheCallerAsTheOneAtTheDesk)
{
    const Actor clerk{AccountId::literal("a001"), PostId::literal("op1")};
    model.setActor(clerk);
    model.ask("13800001234", "", {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 2; }));
    EXPECT_EQ(desk.queries.callerActors, std::vector{clerk});
}

TEST_F(History, ACaseMetTwiceIsOneLineUnderItsBestReason)
{
    model.ask("13800001234", desk.queries.cases.at(5).address, {});
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 2; }));
    QCoreApplication::processEvents();
    EXPECT_EQ(reasons(), "00");
}

TEST_F(History, AFewDigitsAreNoQuestion)
{
    model.ask("138", "", {});
    QCoreApplication::processEvents();
    EXPECT_TRUE(desk.queries.rowRequests.empty());
    EXPECT_EQ(model.rowCount(), 0);
}
