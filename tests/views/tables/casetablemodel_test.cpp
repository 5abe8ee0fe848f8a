// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/casetablemodel.h"

#include "tests/support/fakecases.h"
#include "tests/support/fakewords.h"
#include "tests/support/textdrawing.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace griddesk;

namespace {

class CaseTable : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    fake::PlainWords words;
    std::unique_ptr<CaseTableModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;

    void SetUp() override
    {
        words.rules = fake::smallDistrict();
        model = std::make_unique<CaseTableModel>(desk.queries, desk.notifier, desk.clock, words);
        tester = std::make_unique<QAbstractItemModelTester>(model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void open(int cases, Queue queue = Queue::All, CaseOrder order = CaseOrder::Number)
    {
        fake::fill(desk, cases);
        CaseFilter filter;
        filter.queue = queue;
        model->setQuery(filter, {.order = order});
        settle();
    }
    void settle()
    {
        ASSERT_TRUE(QTest::qWaitFor([this] { return !model->busy() && model->complete(); }));
        ASSERT_TRUE(QTest::qWaitFor([this] { return model->rowCount() == 0 || model->rowAt(0) != nullptr; }));
    }
    static bool eventually(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 5000); }
    static CaseRow small(int n, Stage stage, const char* title)
    {
        CaseRow row{.id = CaseId::literal("c" + std::to_string(n))};
        row.number = "2026-" + std::to_string(n);
        row.stage = stage;
        row.title = title;
        return row;
    }
};

} // namespace

TEST_F(CaseTable, NamesTheStageAsTheQueueTheCaseWaitsIn)
{
    auto toVerify = small(1, Stage::Accepted, "to be looked at first");
    toVerify.mark(CaseMark::VerifyDue);
    desk.put(1, toVerify);
    desk.put(2, small(2, Stage::Accepted, "clear enough"));
    model->setQuery({}, {.order = CaseOrder::Number});
    settle();
    ASSERT_EQ(model->rowCount(), 2);
    EXPECT_EQ(model->index(0, CaseTableModel::StageColumn).data().toString(), words.queue(Queue::ToVerify));
    EXPECT_EQ(model->index(0, CaseTableModel::MarksColumn).data().toString(), QString()) << "not said twice";
    EXPECT_EQ(model->index(1, CaseTableModel::StageColumn).data().toString(), words.stage(Stage::Accepted));
}

TEST_F(CaseTable, KnowsItsExactSizeBeforeAnyRowIsRead)
{
    fake::fill(desk, 5000);
    desk.queries.gate.held = true;
    CaseFilter filter;
    filter.queue = Queue::All;
    model->setQuery(filter, {});
    desk.queries.gate.answerAll();
    ASSERT_TRUE(eventually([this] { return model->rowCount() == 5000; }));
    EXPECT_FALSE(model->index(0, 0).data(CaseTableModel::LoadedRole).toBool());
    EXPECT_EQ(model->index(0, CaseTableModel::NumberColumn).data().toString(), QStringLiteral("…"));
}

TEST_F(CaseTable, ReadingDataNeverAsksTheStore)
{
    open(5000);
    const auto asked = desk.queries.rowRequests.size();
    for (int row = 0; row < 5000; row += 7)
        (void)model->index(row, CaseTableModel::TitleColumn).data();
    EXPECT_EQ(desk.queries.rowRequests.size(), asked);
}

TEST_F(CaseTable, AJumpReadsThePagesOfTheWindowAndTellsOneRangePerPage)
{
    open(5000);
    ASSERT_TRUE(eventually([this] { return model->rowAt(199) != nullptr; }));
    QSignalSpy told(model.get(), &QAbstractItemModel::dataChanged);
    desk.queries.rowRequests.clear();
    model->setVisibleRange(3050, 3090);
    ASSERT_TRUE(eventually([this] { return model->rowAt(3199) != nullptr && model->rowAt(2950) != nullptr; }));
    for (const auto& request : desk.queries.rowRequests)
        EXPECT_LE(request.size(), static_cast<std::size_t>(CaseTableModel::pageSize));
    EXPECT_EQ(static_cast<std::size_t>(told.size()), desk.queries.rowRequests.size());
    EXPECT_EQ(model->rowAt(1500), nullptr);
}

TEST_F(CaseTable, OfManyWindowsPassedOnlyTwoPagesAreUnderWay)
{
    open(20000);
    desk.queries.gate.held = true;
    for (int first = 1000; first < 19000; first += 500)
        model->setVisibleRange(first, first + 40);
    EXPECT_LE(desk.queries.gate.waiting(), 2u);
    desk.queries.gate.held = false;
    desk.queries.gate.answerAll();
    EXPECT_TRUE(eventually([this] { return model->rowAt(18500) != nullptr; })) << "the newest window is read at last";
}

TEST_F(CaseTable, TheCacheStaysBoundedWhileEverythingIsScrolledPast)
{
    open(12000);
    for (int first = 0; first < 12000; first += 200) {
        model->setVisibleRange(first, first + 199);
        ASSERT_TRUE(eventually([&] { return model->rowAt(first) != nullptr && model->rowAt(first + 199) != nullptr; }));
    }
    int loaded = 0;
    for (int row = 0; row < 12000; ++row)
        loaded += model->rowAt(row) != nullptr ? 1 : 0;
    EXPECT_LE(loaded, static_cast<int>(CaseTableModel::cacheCapacity));
}

TEST_F(CaseTable, ShowsWhatAnOperatorReads)
{
    auto row = small(1, Stage::Filed, "垃圾未清运");
    row.due = desk.clock.at + std::chrono::minutes(42);
    row.category = CategoryId::literal("0201");
    row.community = AreaCode::literal("990101001001");
    row.grid = AreaCode::literal("G101");
    row.urgency = Urgency::Urgent;
    desk.queries.cases.emplace(1, row);
    desk.queries.cases.emplace(2, small(2, Stage::Handling, "井盖缺失"));
    CaseFilter filter;
    filter.queue = Queue::All;
    model->setQuery(filter, {.order = CaseOrder::Number});
    settle();
    ASSERT_TRUE(eventually([this] { return model->rowAt(1) != nullptr; }));
    EXPECT_EQ(fake::drawing(*model, {0, 1, 2, 3, 4, 5, 6, 7}),
              "42 min | 2026-1 | filed | urgent | 暴露垃圾 | 垃圾未清运 | 枫津社区 / 101网格 | -\n"
              "- | 2026-2 | handling | ordinary | - | 井盖缺失 | - | -");
}

TEST_F(CaseTable, ANewCaseIsCountedAndShownWhenAsked)
{
    open(50);
    QSignalSpy inserted(model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
    auto fresh = fake::caseRow(51, desk.clock.at);
    fresh.number = "1999-first";
    desk.put(51, fresh);
    ASSERT_TRUE(eventually([this] { return model->pendingNewRows() == 1; }));
    EXPECT_EQ(model->rowCount(), 50) << "nothing is pushed under the mouse";
    EXPECT_TRUE(inserted.isEmpty());
    model->showPendingRows();
    ASSERT_TRUE(eventually([this] { return model->rowCount() == 51; }));
    EXPECT_EQ(inserted.size(), 1);
    EXPECT_EQ(model->pendingNewRows(), 0);
    EXPECT_TRUE(reset.isEmpty());
}

TEST_F(CaseTable, TheFirstCaseOfAnEmptyQueueAppearsByItself)
{
    open(0);
    desk.put(1, small(1, Stage::Reported, "a"));
    EXPECT_TRUE(eventually([this] { return model->rowCount() == 1; }));
    EXPECT_EQ(model->pendingNewRows(), 0);
}

TEST_F(CaseTable, ACaseThatLeavesTheQueueIsRemovedAndTheSelectionStays)
{
    for (int n = 1; n <= 6; ++n)
        desk.queries.cases.emplace(n, small(n, Stage::Filed, "x"));
    CaseFilter filter;
    filter.queue = Queue::ToDispatch;
    model->setQuery(filter, {.order = CaseOrder::Number});
    settle();
    QItemSelectionModel selection(model.get());
    selection.select(model->index(4, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QSignalSpy removed(model.get(), &QAbstractItemModel::rowsRemoved);
    auto gone = desk.queries.cases.at(2);
    gone.stage = Stage::Dispatched;
    desk.put(2, gone);
    ASSERT_TRUE(eventually([this] { return model->rowCount() == 5; }));
    EXPECT_EQ(removed.size(), 1);
    ASSERT_EQ(selection.selectedRows().size(), 1);
    EXPECT_EQ(model->keyAt(selection.selectedRows().first().row()), 5);
}

TEST_F(CaseTable, AChangedCaseIsReadAgainWithoutBlinking)
{
    open(50);
    auto changed = desk.queries.cases.at(7);
    changed.title = "改过的标题";
    int blanks = 0;
    QObject::connect(model.get(), &QAbstractItemModel::dataChanged, model.get(), [&] { blanks += model->rowAt(6) == nullptr ? 1 : 0; });
    desk.put(7, changed);
    const auto row = model->rowOf(7);
    ASSERT_GE(row, 0);
    EXPECT_TRUE(eventually([&] { return model->index(row, CaseTableModel::TitleColumn).data().toString() == QStringLiteral("改过的标题"); }));
    EXPECT_EQ(blanks, 0);
}

TEST_F(CaseTable, ACaseWhoseDeadlineChangedMovesToItsPlace)
{
    open(100, Queue::Open, CaseOrder::Work);
    const auto key = model->keyAt(model->rowCount() - 1);
    QSignalSpy moved(model.get(), &QAbstractItemModel::rowsMoved);
    QPersistentModelIndex watched(model->index(model->rowCount() - 1, 0));
    auto row = desk.queries.cases.at(key);
    row.urgency = Urgency::Critical;
    row.due = desk.clock.at - std::chrono::hours(99);
    desk.put(key, row);
    ASSERT_TRUE(eventually([&] { return model->keyAt(0) == key; }));
    EXPECT_EQ(moved.size(), 1);
    EXPECT_EQ(watched.row(), 0);
}

TEST_F(CaseTable, AWholeReorderingKeepsTheSelectionAndIsNoReset)
{
    open(600);
    QPersistentModelIndex watched(model->index(10, 0));
    const auto key = model->keyAt(10);
    QSignalSpy reset(model.get(), &QAbstractItemModel::modelReset);
    for (auto& [k, row] : desk.queries.cases)
        row.number = std::to_string(100000 + (k * 7919) % 10007);
    Q_EMIT desk.notifier.casesChanged({}, {}, true);
    ASSERT_TRUE(eventually([&] { return watched.row() != 10; }));
    EXPECT_EQ(model->keyAt(watched.row()), key);
    EXPECT_TRUE(reset.isEmpty());
    EXPECT_EQ(model->rowCount(), 600);
}

TEST_F(CaseTable, ALateAnswerOfAnOlderQueryIsDropped)
{
    fake::fill(desk, 300);
    desk.queries.gate.held = true;
    CaseFilter all, handling;
    all.queue = Queue::All;
    handling.queue = Queue::Handling;
    model->setQuery(all, {});
    model->setQuery(handling, {});
    desk.queries.gate.answerBackwards();
    desk.queries.gate.held = false;
    ASSERT_TRUE(eventually([this] { return model->complete(); }));
    EXPECT_EQ(static_cast<std::size_t>(model->rowCount()), desk.queries.sorted(handling, {}, desk.clock.at).size());
}

TEST_F(CaseTable, ARowThatIsGoneFromTheStoreIsNotAskedForEver)
{
    open(50);
    desk.queries.cases.erase(20);
    desk.queries.rowRequests.clear();
    Q_EMIT desk.notifier.casesChanged({}, {CaseId::literal("case-000020")}, false);
    ASSERT_TRUE(eventually([this] { return model->rowCount() == 49; }));
    EXPECT_LT(desk.queries.rowRequests.size(), 5u);
}

TEST_F(CaseTable, AFailureIsToldOnceAndTheTableStays)
{
    open(20);
    QSignalSpy failed(model.get(), &CaseTableModel::failed);
    desk.queries.error = Error{ErrorCode::Database, "disk I/O error", {}};
    model->refresh();
    ASSERT_TRUE(eventually([&] { return failed.size() >= 1; }));
    EXPECT_EQ(model->rowCount(), 20);
    EXPECT_FALSE(model->busy());
}
