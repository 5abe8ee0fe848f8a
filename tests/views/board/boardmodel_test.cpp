// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/board/boardmodel.h"

#include "tests/support/fakecases.h"
#include "tests/support/fakewords.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace griddesk;

namespace {

class Board : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    fake::PlainWords words;
    BoardModel model{desk.desk(), words};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Board()
    {
        words.rules = fake::smallDistrict();
        put(1, Stage::Filed, "", Urgency::Ordinary, 60);
        put(2, Stage::Filed, "", Urgency::Critical, 600);
        put(3, Stage::Dispatched, "city", Urgency::Ordinary, 30);
        put(4, Stage::Handling, "city", Urgency::Ordinary, -30);
        put(5, Stage::Handling, "law", Urgency::Ordinary, 90);
        put(6, Stage::Handling, "law", Urgency::Ordinary, 90);
        desk.queries.cases.at(6).mark(CaseMark::ReturnAsked);
        put(7, Stage::Reported, "", Urgency::Ordinary, 90);
    }
    void put(int n, Stage stage, const char* unit, Urgency urgency, int minutesLeft)
    {
        auto row = fake::caseRow(n, desk.clock.at);
        row.stage = stage;
        row.marks = 0;
        row.urgency = urgency;
        row.category = CategoryId::literal("0201");
        row.due = desk.clock.at + std::chrono::minutes(minutesLeft);
        row.unit.reset();
        if (*unit != '\0')
            row.unit = UnitId::literal(unit);
        if (stage == Stage::Dispatched)
            row.dispatchedAt = desk.clock.at - std::chrono::minutes(45);
        desk.queries.cases.insert_or_assign(n, row);
    }
    void open(const Session& session = fake::sessionOf())
    {
        QSignalSpy loaded(&model, &BoardModel::loaded);
        model.setSession(session);
        ASSERT_TRUE(QTest::qWaitFor([&] { return loaded.count() == 1; }));
    }
    /// Columns that hold cards, with the keys of their cards.
    [[nodiscard]] std::string drawing() const
    {
        QStringList lines;
        for (int column = 0; column < model.rowCount(); ++column) {
            const auto top = model.index(column, 0);
            QStringList keys;
            for (int row = 0; row < model.rowCount(top); ++row)
                keys << QString::number(model.keyOf(model.index(row, 0, top)));
            if (!keys.isEmpty())
                lines << top.data().toString() + QStringLiteral(": ") + keys.join(QLatin1Char(' '));
        }
        return lines.join(QLatin1Char('\n')).toStdString();
    }
    [[nodiscard]] QModelIndex card(CaseKey key) const { return model.find(key); }
};

} // namespace

TEST_F(Board, GathersCasesByWhoHoldsThemMostPressingFirst)
{
    open();
    EXPECT_EQ(drawing(), "To dispatch: 2 1\nReturns and arbitration: 6\n市容科: 4 3\n综合行政执法队: 5");
    EXPECT_EQ(model.cards(), 6);
}

TEST_F(Board, ColumnsSayLoadAndWhoIsOn)
{
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.columns()[static_cast<std::size_t>(model.columnOfUnit(UnitId::literal("city")))].open == 2; }));
    const auto& city = model.columns()[static_cast<std::size_t>(model.columnOfUnit(UnitId::literal("city")))];
    EXPECT_EQ(city.overdue, 1);
    ASSERT_EQ(city.on.size(), 1u);
    EXPECT_EQ(city.on[0].account, AccountId::literal("lihua"));
    EXPECT_EQ(city.phone, "021-60000000");
}

TEST_F(Board, ADispatchedCaseMovesByRangesAndTheOthersStay)
{
    open();
    const QPersistentModelIndex stays = card(1);
    QSignalSpy resets(&model, &BoardModel::modelReset);
    auto row = desk.queries.cases.at(2);
    row.stage = Stage::Dispatched;
    row.unit = UnitId::literal("law");
    desk.put(2, row);
    ASSERT_TRUE(QTest::qWaitFor([&] { return drawing() == "To dispatch: 1\nReturns and arbitration: 6\n市容科: 4 3\n综合行政执法队: 2 5"; })) << drawing();
    EXPECT_EQ(resets.count(), 0);
    EXPECT_TRUE(stays.isValid());
    EXPECT_EQ(stays.data(BoardModel::KeyRole).toLongLong(), 1);
}

TEST_F(Board, CasesThatEndOrBeginLeaveAndEnter)
{
    open();
    auto row = desk.queries.cases.at(5);
    row.stage = Stage::Handled;
    desk.put(5, row);
    row = desk.queries.cases.at(7);
    row.stage = Stage::Filed;
    desk.put(7, row);
    EXPECT_TRUE(QTest::qWaitFor([&] { return drawing() == "To dispatch: 2 1 7\nReturns and arbitration: 6\n市容科: 4 3"; })) << drawing();
}

TEST_F(Board, ReadsNothingWhileNobodyLooksAndWhatWasMissedAfterwards)
{
    desk.queries.gate.held = true;
    model.setWatched(false);
    model.setSession(fake::sessionOf());
    auto row = desk.queries.cases.at(5);
    row.stage = Stage::Handled;
    desk.put(5, row);
    EXPECT_EQ(desk.queries.gate.waiting(), 0U);
    EXPECT_FALSE(model.loading());
    desk.queries.gate.held = false;
    QSignalSpy loaded(&model, &BoardModel::loaded);
    model.setWatched(true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return loaded.count() == 1; }));
    EXPECT_EQ(drawing(), "To dispatch: 2 1\nReturns and arbitration: 6\n市容科: 4 3");
    // Nothing was missed: nothing is read again.
    desk.queries.gate.held = true;
    model.setWatched(false);
    model.setWatched(true);
    EXPECT_EQ(desk.queries.gate.waiting(), 0U);
}

TEST_F(Board, FilterKeepsWhatFits)
{
    open();
    model.setFilter(QString::fromStdString(desk.queries.cases.at(3).address));
    EXPECT_EQ(drawing(), "市容科: 3");
    model.setFilter({});
    EXPECT_EQ(model.cards(), 6);
}

TEST_F(Board, SuggestsTheUnitOfTheDutyListForCasesToDispatch)
{
    open();
    EXPECT_EQ(card(1).data(BoardModel::SuggestionRole).toString(), QStringLiteral("市容科"));
    EXPECT_EQ(card(4).data(BoardModel::SuggestionRole).toString(), QString());
    EXPECT_EQ(model.suggestion(card(1)).item, DutyId::literal("4.2"));
}

TEST_F(Board, UnsignedCardsSayTheirAge)
{
    open();
    EXPECT_EQ(card(3).data(BoardModel::UnsignedRole).toLongLong(), 45 * 60'000);
    EXPECT_EQ(card(4).data(BoardModel::UnsignedRole).toLongLong(), -1);
}

TEST_F(Board, UnsignedCardsSaySinceWhen)
{
    open();
    EXPECT_FALSE(card(3).data(BoardModel::SentRole).toString().isEmpty());
    EXPECT_EQ(card(4).data(BoardModel::SentRole).toString(), QString());
}

TEST_F(Board, WhatStandsStillPressesNobody)
{
    auto row = desk.queries.cases.at(2); // the most pressing of its column
    row.urgency = Urgency::Critical;
    row.mark(CaseMark::Suspended);
    desk.queries.cases.insert_or_assign(2, row);
    open();
    const auto top = model.index(0, 0);
    EXPECT_EQ(model.index(model.rowCount(top) - 1, 0, top).data(BoardModel::KeyRole).toLongLong(), 2);
}

TEST_F(Board, CountsTheReturnedCasesThatWaitToBeDispatchedAgain)
{
    open();
    const int before = model.returnedToDispatch();
    auto row = desk.queries.cases.at(1);
    row.mark(CaseMark::Returned);
    desk.put(1, row);
    EXPECT_TRUE(QTest::qWaitFor([&] { return model.returnedToDispatch() == before + 1; }));
}

TEST_F(Board, DroppingACardAsksAndMovesNothing)
{
    open();
    QSignalSpy dropped(&model, &BoardModel::dropped);
    const std::unique_ptr<QMimeData> data(model.mimeData({card(1)}));
    const auto law = model.index(model.columnOfUnit(UnitId::literal("law")), 0);
    EXPECT_FALSE(model.canDropMimeData(data.get(), Qt::CopyAction, -1, -1, model.index(0, 0)));
    const auto before = drawing();
    EXPECT_TRUE(model.dropMimeData(data.get(), Qt::CopyAction, -1, -1, law));
    ASSERT_EQ(dropped.count(), 1);
    EXPECT_EQ(dropped[0][1].toInt(), law.row());
    EXPECT_EQ(drawing(), before);
    EXPECT_FALSE(model.dropMimeData(std::unique_ptr<QMimeData>(model.mimeData({card(5)})).get(), Qt::CopyAction, -1, -1, law)); // is there already
}

TEST_F(Board, AUnitSeesWhatItHoldsAndWhomItCanGiveItTo)
{
    auto row = desk.queries.cases.at(4);
    row.unit2 = UnitId::literal("crew101");
    desk.queries.cases.insert_or_assign(4, row);
    open(fake::sessionOf("lihua", "p-city"));
    EXPECT_TRUE(model.ofUnit());
    EXPECT_EQ(drawing(), "To give on: 3\n101网格组: 4");
    EXPECT_EQ(model.columnOfUnit(UnitId::literal("law")), -1);
    EXPECT_GE(model.columnOfUnit(UnitId::literal("c1")), 0);
}
