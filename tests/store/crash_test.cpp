// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/caselists.h"
#include "models/store/casereader.h"
#include "models/store/desknotes.h"
#include "models/store/projectionstore.h"
#include "models/store/searchindex.h"
#include "models/store/storeschema.h"
#include "rowbuilder.h"
#include "tempfolder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

namespace griddesk::test {
namespace {

/// Runs `work(report)` in a child and kills it once it has reported `count` times; returns the last report.
template <typename Work>
int runAndKill(int count, Work&& work)
{
    int pipes[2];
    if (pipe(pipes) != 0)
        std::abort();
    const pid_t child = fork();
    if (child == 0) {
        close(pipes[0]);
        work([&](int value) {
            if (write(pipes[1], &value, sizeof value) != sizeof value)
                _exit(3);
        });
        _exit(0);
    }
    close(pipes[1]);
    int last = 0, value = 0, seen = 0;
    while (seen < count && read(pipes[0], &value, sizeof value) == sizeof value) {
        last = value;
        ++seen;
    }
    kill(child, SIGKILL);
    // What was acknowledged between the last read and the kill counts as well.
    while (read(pipes[0], &value, sizeof value) == sizeof value)
        last = value;
    close(pipes[0]);
    waitpid(child, nullptr, 0);
    return last;
}

TEST(Crash, neverLosesWhatWasAcknowledgedAndLeavesAWholeFile)
{
    const TempFolder folder;
    const auto file = folder / "desk.db";
    const auto key = keyFromSeed(1);
    ASSERT_TRUE(createDatabase(file, key, deskSchema()));
    std::mt19937 random(5);
    int acknowledged = 0;
    for (int round = 0; round < 12; ++round) {
        acknowledged = std::max(acknowledged, runAndKill(1 + static_cast<int>(random() % 25), [&](auto&& report) {
            auto database = openDatabase(file, key, deskSchema(), OpenMode::ReadWrite);
            if (!database)
                _exit(2);
            for (int i = acknowledged + 1;; ++i) {
                if (!DeskNotes(**database).put("n", std::to_string(i) + std::string(static_cast<std::size_t>(i % 9) * 3000, '.'), instantFromMs(i)))
                    _exit(2);
                report(i);
            }
        }));
        auto database = openDatabase(file, key, deskSchema(), OpenMode::ReadWrite);
        ASSERT_TRUE(database) << database.error().detail;
        EXPECT_TRUE((*database)->integrityProblems()->empty());
        const int kept = std::atoi(DeskNotes(**database).get("n")->c_str());
        EXPECT_GE(kept, acknowledged);
        EXPECT_LE(kept, acknowledged + 1) << "at most the one under way";
        acknowledged = kept;
    }
    EXPECT_GE(acknowledged, 12);
}

TEST(Crash, leavesTheProjectionAtAPositionItTrulyShows)
{
    const TempFolder folder;
    const auto file = folder / "store.db";
    const auto key = keyFromSeed(1);
    ASSERT_TRUE(createDatabase(file, key, storeSchema()));
    std::mt19937 random(6);
    for (int round = 0; round < 6; ++round) {
        runAndKill(1 + static_cast<int>(random() % 20), [&](auto&& report) {
            auto database = openDatabase(file, key, storeSchema(), OpenMode::ReadWrite);
            if (!database)
                _exit(2);
            ProjectionStore store(**database);
            SearchIndex index(**database);
            for (auto seq = *store.appliedSeq() + 1;; ++seq) {
                if (!store.project({projected(plainRow(static_cast<int>(seq)))}, seq))
                    _exit(2);
                if (seq % 3 == 0 && !index.indexSome(2))
                    _exit(2);
                report(static_cast<int>(seq));
            }
        });
        auto database = openDatabase(file, key, storeSchema(), OpenMode::ReadWrite);
        ASSERT_TRUE(database) << database.error().detail;
        EXPECT_TRUE((*database)->integrityProblems()->empty());
        const auto applied = *ProjectionStore(**database).appliedSeq();
        EXPECT_GT(applied, 0);
        EXPECT_EQ(CaseLists(**database).counts({}, instantFromMs(0))->of(Queue::All), applied);
        EXPECT_EQ(CaseReader(**database).find("B-" + std::to_string(1000 + applied))->size(), 1U);
        while (*SearchIndex(**database).indexSome(100) > 0) { }
        EXPECT_EQ(SearchIndex(**database).search("垃圾", 1'000'000)->size(), static_cast<std::size_t>(applied));
    }
}

} // namespace
} // namespace griddesk::test
