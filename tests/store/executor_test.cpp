// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/executor.h"
#include "models/store/migrations.h"
#include "tempfolder.h"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

namespace griddesk::test {
namespace {

constexpr Migration steps[] = {{1, "numbers", "CREATE TABLE n (i INTEGER PRIMARY KEY) STRICT;"}};
static_assert(inOrder(steps));
constexpr Schema schema{"numbers", 0x4E554D42, steps};

class ExecutorOfAFile : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(createDatabase(file, key, schema)); }
    std::unique_ptr<Database> connection(OpenMode mode) { return *openDatabase(file, key, schema, mode); }
    std::unique_ptr<Executor> threaded(int readers)
    {
        std::vector<std::unique_ptr<Database>> list;
        for (int i = 0; i < readers; ++i)
            list.push_back(connection(OpenMode::QueryOnly));
        return std::make_unique<Executor>(connection(OpenMode::ReadWrite), std::move(list));
    }
    static Result<std::int64_t> count(Database& database)
    {
        return database.integer("SELECT count(*) FROM n").transform([](auto n) { return n.value_or(-1); });
    }
    TempFolder folder;
    std::filesystem::path file = folder / "n.db";
    Secret key = keyFromSeed(1);
};

TEST_F(ExecutorOfAFile, writesInTheOrderGivenAndReadersSeeIt)
{
    auto executor = threaded(2);
    std::vector<QFuture<Result<std::int64_t>>> answers;
    for (int i = 0; i < 100; ++i)
        answers.push_back(executor->write([i](Database& database) -> Result<std::int64_t> {
            if (auto ok = database.run("INSERT INTO n VALUES (?)", i); !ok)
                return std::unexpected(ok.error());
            return count(database);
        }));
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(*answers[static_cast<std::size_t>(i)].takeResult(), i + 1);
    EXPECT_EQ(*executor->read(count).takeResult(), 100);
}

TEST_F(ExecutorOfAFile, doesEveryWriteGivenBeforeItEnds)
{
    auto executor = threaded(1);
    std::promise<void> gate;
    auto opened = gate.get_future().share();
    auto first = executor->write([opened](Database&) -> Result<void> {
        opened.wait();
        return {};
    });
    for (int i = 0; i < 50; ++i)
        (void)executor->write([i](Database& database) { return database.run("INSERT INTO n VALUES (?)", i); });
    gate.set_value();
    executor.reset();
    EXPECT_EQ(*count(*connection(OpenMode::QueryOnly)), 50);
}

TEST_F(ExecutorOfAFile, turnsAnExceptionIntoAnErrorAndGoesOn)
{
    auto executor = threaded(1);
    auto broken = executor->write([](Database&) -> Result<int> { throw std::runtime_error("broken job"); }).takeResult();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::Database);
    EXPECT_TRUE(broken.error().detail.contains("broken job"));
    EXPECT_EQ(*executor->read(count).takeResult(), 0);
}

TEST_F(ExecutorOfAFile, endsARunningReadByItsToken)
{
    auto executor = threaded(1);
    std::promise<void> running;
    CancelSource source;
    auto endless = executor->read(
        [&running](Database& database) -> Result<std::int64_t> {
            running.set_value();
            return database.integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
                .transform([](auto n) { return n.value_or(0); });
        },
        Priority::Interactive, source.token());
    running.get_future().wait();
    source.cancel();
    EXPECT_EQ(endless.takeResult().error().code, ErrorCode::Cancelled);
    EXPECT_EQ(*executor->read(count).takeResult(), 0) << "the connection is of use again";
}

TEST_F(ExecutorOfAFile, endsARunningReadWhenItsFutureIsCancelled)
{
    auto executor = threaded(1);
    std::promise<void> running;
    auto endless = executor->read([&running](Database& database) -> Result<std::int64_t> {
        running.set_value();
        return database.integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
            .transform([](auto n) { return n.value_or(0); });
    });
    running.get_future().wait();
    endless.cancel();
    endless.waitForFinished();
    EXPECT_EQ(*executor->read(count).takeResult(), 0);
}

TEST_F(ExecutorOfAFile, waitsForNoRunningReadWhenItCloses)
{
    auto executor = threaded(2);
    std::promise<void> running;
    auto endless = executor->read([&running](Database& database) -> Result<std::int64_t> {
        running.set_value();
        return database.integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
            .transform([](auto n) { return n.value_or(0); });
    });
    running.get_future().wait();
    executor.reset();
    EXPECT_EQ(endless.takeResult().error().code, ErrorCode::Cancelled);
}

TEST_F(ExecutorOfAFile, neverHalfDoesACancelledWrite)
{
    auto executor = threaded(1);
    CancelSource source;
    source.cancel();
    auto refused = executor->write([](Database& database) { return database.run("INSERT INTO n VALUES (1)"); }, Priority::Interactive,
                                   source.token());
    EXPECT_EQ(refused.takeResult().error().code, ErrorCode::Cancelled);
    EXPECT_EQ(*executor->read(count).takeResult(), 0);
}

TEST_F(ExecutorOfAFile, letsSomebodyAtTheScreenPassABackgroundJob)
{
    auto executor = threaded(2);
    std::promise<void> gate;
    auto opened = gate.get_future().share();
    std::vector<QFuture<Result<int>>> background;
    for (int i = 0; i < 4; ++i)
        background.push_back(executor->read(
            [opened](Database&) -> Result<int> {
                opened.wait();
                return 1;
            },
            Priority::Background));
    EXPECT_EQ(*executor->read(count).takeResult(), 0) << "answered while all background jobs still wait";
    gate.set_value();
    for (auto& job : background)
        EXPECT_EQ(*job.takeResult(), 1);
}

TEST_F(ExecutorOfAFile, runsAtOnceWhenInline)
{
    Executor executor(Executor::Inline{}, connection(OpenMode::ReadWrite), connection(OpenMode::QueryOnly));
    auto written = executor.write([](Database& database) { return database.run("INSERT INTO n VALUES (7)"); });
    EXPECT_TRUE(written.isFinished());
    auto read = executor.read(count);
    ASSERT_TRUE(read.isFinished());
    EXPECT_EQ(*read.takeResult(), 1);
}

} // namespace
} // namespace griddesk::test
