// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/savedfilters.h"

#include "models/views/tables/queuemodel.h"
#include "tests/support/fakecases.h"
#include "tests/support/fakewords.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace griddesk;

namespace {

CaseFilter narrow()
{
    CaseFilter filter;
    filter.queue = Queue::Handling;
    filter.unit = UnitId::literal("city");
    filter.source = "patrol";
    return filter;
}

class Saved : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    fake::PlainWords words;
    SavedFilters saved{desk.drafts, desk.queries, desk.notifier, desk.clock};
    QueueModel queues{desk.queries, desk.notifier, desk.clock, words};
    QAbstractItemModelTester tester{&queues, QAbstractItemModelTester::FailureReportingMode::Fatal};

    void SetUp() override
    {
        queues.setSaved(saved);
        saved.setAccount(AccountId::literal("zhang"));
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < queues.rowCount(); ++row)
            if (!queues.index(row).data(QueueModel::SavedRole).toString().isEmpty())
                found << queues.index(row).data().toString();
        return found;
    }
};

} // namespace

TEST(SavedFilterText, RoundTripsWithAnyName)
{
    auto filter = narrow();
    filter.area = AreaCode::literal("990101001");
    filter.category = CategoryId::literal("0101");
    filter.reportedFrom = instantFromMs(1'760'000'000'123);
    filter.reportedUntil = instantFromMs(1'760'000'100'000);
    filter.text = "垃圾 & 100% = +";
    filter.stage = Stage::Handling;
    filter.noSource = true;
    filter.noCommunity = true;
    const SavedFilter saved{.id = "7", .name = QStringLiteral("市容科 & 巡查=+% “急”"), .filter = filter};
    const auto again = parseSavedFilter("7", savedFilterText(saved));
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(*again, saved);
}

TEST(SavedFilterText, BadTextsAreRefused)
{
    for (const auto* text : {"", "name=x", "queue=open", "name=x&queue=nowhere", "name=x&queue=open&until=x", "name=x&queue=open&stage=nowhere", "name=x&queue=open&from=soon",
                             "name=%20%20&queue=open"})
        EXPECT_FALSE(parseSavedFilter("1", text)) << text;
    const auto huge = parseSavedFilter("1", "name=x&queue=open&text=" + std::string(5000, 'a'));
    ASSERT_FALSE(huge);
    EXPECT_EQ(huge.error().code, ErrorCode::LimitExceeded);
}

TEST_F(Saved, AreKeptPerPersonAndComeBack)
{
    ASSERT_TRUE(saved.add(QStringLiteral("市容处置"), narrow()));
    ASSERT_TRUE(saved.add(QStringLiteral("second"), {}));
    EXPECT_EQ(names(), (QStringList{QStringLiteral("市容处置"), QStringLiteral("second")}));
    saved.setAccount(AccountId::literal("li"));
    EXPECT_TRUE(names().isEmpty());
    EXPECT_EQ(queues.rowCount(), static_cast<int>(queueCount) + QueueModel::groupCount) << "no head without filters";
    saved.setAccount(AccountId::literal("zhang"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return names().size() == 2; }));
    EXPECT_EQ(saved.filters().front().filter, narrow());
}

TEST_F(Saved, ACountIsShownWhereItIsCheap)
{
    fake::fill(desk, 200);
    const auto counted = saved.add(QStringLiteral("counted"), narrow());
    auto search = narrow();
    search.text = "垃圾";
    const auto searched = saved.add(QStringLiteral("searched"), search);
    ASSERT_TRUE(counted && searched);
    const auto number = [&](const std::string& id) {
        return queues.index(queues.rowOfSaved(QString::fromStdString(id))).data(QueueModel::CountRole).toLongLong();
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return number(*counted) >= 0; }));
    const auto expected = desk.queries.counts(narrow(), desk.clock.now()).result()->of(narrow().queue);
    ASSERT_GT(expected, 0);
    EXPECT_EQ(number(*counted), expected);
    EXPECT_EQ(number(*searched), -1) << "a search in texts is not counted by itself";
}

TEST_F(Saved, ADeletedOneComesBackInItsPlace)
{
    const auto first = saved.add(QStringLiteral("first"), narrow());
    ASSERT_TRUE(first);
    ASSERT_TRUE(saved.add(QStringLiteral("second"), {}));
    saved.remove(*first);
    EXPECT_EQ(names(), QStringList{QStringLiteral("second")});
    EXPECT_EQ(saved.deletedName(), QStringLiteral("first"));
    saved.restore();
    EXPECT_EQ(names(), (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    EXPECT_TRUE(saved.deletedName().isEmpty());
    EXPECT_EQ(desk.drafts.values.size(), 2U);
}

TEST_F(Saved, AnotherNameKeepsTheFilter)
{
    const auto id = saved.add(QStringLiteral("first"), narrow());
    ASSERT_TRUE(id);
    saved.rename(*id, QStringLiteral("  another  "));
    saved.rename(*id, QStringLiteral("   "));
    EXPECT_EQ(names(), QStringList{QStringLiteral("another")});
    EXPECT_EQ(saved.find(*id)->filter, narrow());
}

TEST_F(Saved, ThereIsALimitAndANameIsNeeded)
{
    EXPECT_FALSE(saved.add(QStringLiteral("  "), narrow()));
    for (std::size_t i = 0; i < SavedFilters::maximum; ++i)
        ASSERT_TRUE(saved.add(QString::number(i), narrow()));
    EXPECT_FALSE(saved.add(QStringLiteral("one more"), narrow()));
}
