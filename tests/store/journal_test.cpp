// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/logschema.h"
#include "models/store/migrations.h"
#include "models/store/outboxjournal.h"
#include "models/store/sqliteoutbox.h"
#include "tempfolder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace griddesk::test {
namespace {

JournalEntry saved(const std::string& id) { return {.kind = JournalEntry::Kind::Saved, .id = id, .operation = "{\"words\":\"井盖缺失\"}", .savedAt = instantFromMs(1773108000000), .localNumber = 42}; }
JournalEntry gone(const std::string& id) { return {.kind = JournalEntry::Kind::Gone, .id = id, .operation = {}, .savedAt = {}, .localNumber = 0}; }

std::unique_ptr<OutboxJournal> openAt(const std::filesystem::path& file, std::uint64_t seed = 1)
{
    auto journal = OutboxJournal::open(file, keyFromSeed(seed));
    if (!journal)
        throw std::runtime_error(journal.error().detail);
    return *std::move(journal);
}

TEST(Journal, givesBackWhatWasWrittenInItsOrder)
{
    const TempFolder folder;
    const std::vector<JournalEntry> entries{saved("o-1"), saved("o-2"), gone("o-1")};
    {
        const auto journal = openAt(folder / "j");
        ASSERT_TRUE(journal->append({entries[0]}));
        ASSERT_TRUE(journal->append({entries[1], entries[2]}));
    }
    const auto bytes = bytesOfFile(folder / "j");
    const auto read = readJournal(bytes, keyFromSeed(1));
    EXPECT_EQ(read.entries, entries);
    EXPECT_EQ(read.damaged, 0U);
    EXPECT_EQ(bytes.find("井盖"), std::string::npos) << "nothing of it can be read without the key";
}

TEST(Journal, losesOnlyTheLineWithTheChangedByte)
{
    const TempFolder folder;
    ASSERT_TRUE(openAt(folder / "j")->append({saved("o-1"), saved("o-2"), saved("o-3")}));
    const auto whole = bytesOfFile(folder / "j");
    for (std::size_t i = 0; i < whole.size(); i += 7) {
        auto changed = whole;
        changed[i] = changed[i] == 'x' ? 'y' : 'x';
        const auto read = readJournal(changed, keyFromSeed(1));
        EXPECT_GE(read.damaged, 1U) << i;
        EXPECT_GE(read.entries.size(), whole[i] == '\n' ? 1U : 2U) << i;
    }
}

TEST(Journal, goesOnBehindALineThatWasCut)
{
    const TempFolder folder;
    ASSERT_TRUE(openAt(folder / "j")->append({saved("o-1"), saved("o-2")}));
    const auto whole = bytesOfFile(folder / "j");
    for (const std::size_t cut : {std::size_t{1}, std::size_t{20}, whole.size() / 3}) {
        writeBytes(folder / "j", whole.substr(0, whole.size() - cut));
        ASSERT_TRUE(openAt(folder / "j")->append({saved("o-3")}));
        const auto read = readJournal(bytesOfFile(folder / "j"), keyFromSeed(1));
        ASSERT_EQ(read.entries.size(), cut == 1 ? 3U : 2U) << cut << ": only the end of the line was missing";
        EXPECT_EQ(read.entries.back().id, "o-3");
    }
}

TEST(Journal, readsNothingOfAnotherKey)
{
    const TempFolder folder;
    ASSERT_TRUE(openAt(folder / "j", 1)->append({saved("o-1")}));
    const auto read = readJournal(bytesOfFile(folder / "j"), keyFromSeed(2));
    EXPECT_TRUE(read.entries.empty());
    EXPECT_EQ(read.damaged, 1U);
}

TEST(Journal, passesOverWhatIsNoJournal)
{
    const std::string good = "GDJ1 ";
    for (const auto& bad : {std::string("\n\n\n"), std::string("GDJ1"), good, good + "00000000", good + "00000000 ", good + "ffffffff 00", good + "00000000 zz",
                            std::string("GDJ2 00000000 00"), std::string(3, '\0'), std::string("SQLite format 3\0", 16), std::string(longestJournalLine + 2, 'a'), std::string("\xff\xfe\n\xff")}) {
        const auto read = readJournal(bad, keyFromSeed(1));
        EXPECT_TRUE(read.entries.empty());
    }
    EXPECT_EQ(readJournalLine(good + std::string(longestJournalLine, '0')).error().code, ErrorCode::LimitExceeded);
}

TEST(Journal, refusesAFolderAndALinkInItsPlace)
{
    const TempFolder folder;
    std::filesystem::create_directory(folder / "j");
    EXPECT_EQ(OutboxJournal::open(folder / "j", keyFromSeed(1)).error().code, ErrorCode::NotAFile);
    writeBytes(folder / "other", "mine");
    std::filesystem::create_symlink(folder / "other", folder / "k");
    EXPECT_FALSE(OutboxJournal::open(folder / "k", keyFromSeed(1)));
    EXPECT_EQ(bytesOfFile(folder / "other"), "mine");
}

TEST(Journal, isWrittenAnewWithWhatIsStillNeeded)
{
    const TempFolder folder;
    const auto journal = openAt(folder / "j");
    for (int i = 0; i < 50; ++i)
        ASSERT_TRUE(journal->append({saved("o-" + std::to_string(i))}));
    const auto before = journal->size();
    ASSERT_TRUE(journal->rewrite({saved("o-49")}));
    EXPECT_LT(journal->size(), before / 20);
    ASSERT_TRUE(journal->append({saved("o-50")}));
    const auto read = readJournal(bytesOfFile(folder / "j"), keyFromSeed(1));
    ASSERT_EQ(read.entries.size(), 2U);
    EXPECT_EQ(read.entries[1].id, "o-50");
}

OutboxItem itemNamed(const std::string& name)
{
    Value payload;
    payload.set("words", std::string(400, 'w'));
    return {.operation = {.id = OperationId::literal(name),
                          .caseId = CaseId::literal("case-1"),
                          .kind = OperationKind::Comment,
                          .actor = {AccountId::literal("u-op"), PostId::literal("op")},
                          .rules = std::string(64, 'a'),
                          .payload = std::move(payload),
                          .pairId = {}},
            .savedAt = instantFromMs(1773108000000),
            .heldUntil = instantFromMs(1773108008000),
            .envelope = {},
            .outcome = {},
            .reason = {}};
}

TEST(Journal, aFullDiskSavesNothingSaysSoAndKeepsWhatWasSaved)
{
    const TempFolder folder;
    ASSERT_TRUE(createDatabase(folder / "outbox.db", keyFromSeed(1), outboxSchema()));
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        // Files end at this size, as on a full disk; the process is told by an error.
        std::signal(SIGXFSZ, SIG_IGN);
        auto database = openDatabase(folder / "outbox.db", keyFromSeed(1), outboxSchema(), OpenMode::ReadWrite);
        auto journal = OutboxJournal::open(folder / "j", keyFromSeed(2));
        if (!database || !journal)
            _exit(101);
        SqliteOutbox outbox(**database);
        outbox.useJournal(**journal);
        int kept = 0;
        if (!outbox.save({itemNamed("o-0")}, {}))
            _exit(102);
        ++kept;
        const rlimit full{(*journal)->size() + 700, (*journal)->size() + 700};
        if (setrlimit(RLIMIT_FSIZE, &full) != 0)
            _exit(103);
        const auto refused = outbox.save({itemNamed("o-1")}, {});
        if (refused || refused.error().code != ErrorCode::DiskFull)
            _exit(104);
        _exit(kept);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFEXITED(status));
    ASSERT_EQ(WEXITSTATUS(status), 1);
    const auto read = readJournal(bytesOfFile(folder / "j"), keyFromSeed(2));
    ASSERT_EQ(read.entries.size(), 1U) << "what was refused left no line behind";
    EXPECT_EQ(read.entries[0].id, "o-0");
    EXPECT_EQ(read.damaged, 0U);
    auto database = openDatabase(folder / "outbox.db", keyFromSeed(1), outboxSchema(), OpenMode::ReadWrite);
    ASSERT_TRUE(database);
    EXPECT_EQ(SqliteOutbox(**database).items()->size(), 1U);
}

TEST(Journal, namesWhatWasTakenBackOrSettledAsGone)
{
    const TempFolder folder;
    ASSERT_TRUE(createDatabase(folder / "outbox.db", keyFromSeed(1), outboxSchema()));
    auto database = *openDatabase(folder / "outbox.db", keyFromSeed(1), outboxSchema(), OpenMode::ReadWrite);
    const auto journal = openAt(folder / "j");
    SqliteOutbox outbox(*database);
    outbox.useJournal(*journal);
    ASSERT_TRUE(outbox.save({itemNamed("o-1"), itemNamed("o-2")}, {}));
    ASSERT_TRUE(outbox.takeBack({OperationId::literal("o-1")}, "u-op", {}));
    ASSERT_TRUE(outbox.settle(OperationId::literal("o-2"), true, "conflict", "stageClosed"));
    ASSERT_TRUE(outbox.save({itemNamed("o-3")}, {{.refused = OperationId::literal("o-2"), .by = OperationId::literal("o-3"), .how = "noted"}}));
    auto left = readJournal(bytesOfFile(folder / "j"), keyFromSeed(1)).entries;
    std::vector<std::string> lines;
    for (const auto& entry : left)
        lines.push_back((entry.kind == JournalEntry::Kind::Gone ? "-" : "+") + entry.id);
    EXPECT_EQ(lines, (std::vector<std::string>{"+o-1", "+o-2", "-o-1", "+o-3", "-o-2"}));
    ASSERT_TRUE(outbox.takeBack({OperationId::literal("o-3")}, "u-op", {}));
    ASSERT_TRUE(outbox.tidyJournal());
    left = readJournal(bytesOfFile(folder / "j"), keyFromSeed(1)).entries;
    ASSERT_EQ(left.size(), 2U);
    EXPECT_EQ(left[0].kind, JournalEntry::Kind::Counter);
    EXPECT_EQ(left[1].id, "o-2") << "it is in the tray again";
    EXPECT_EQ(operationOfOutbox(left[1].operation)->id, OperationId::literal("o-2"));
}

TEST(Outbox, anOlderFileIsBroughtUpAndKeepsItsOperations)
{
    const TempFolder folder;
    const Schema& newest = outboxSchema();
    Schema first = newest;
    first.migrations = newest.migrations.first(1);
    ASSERT_TRUE(createDatabase(folder / "outbox.db", keyFromSeed(1), first));
    {
        auto database = *openDatabase(folder / "outbox.db", keyFromSeed(1), first, OpenMode::ReadWrite);
        ASSERT_TRUE(SqliteOutbox(*database).save({itemNamed("o-1")}, {}));
    }
    auto database = openDatabase(folder / "outbox.db", keyFromSeed(1), newest, OpenMode::ReadWrite);
    ASSERT_TRUE(database) << database.error().detail;
    SqliteOutbox outbox(**database);
    EXPECT_EQ(outbox.items()->size(), 1U);
    EXPECT_TRUE(outbox.settledItems(10)->empty());
    EXPECT_TRUE(std::filesystem::exists(folder / ("outbox.db.before-v" + std::to_string(newest.migrations.size()))));
}

} // namespace
} // namespace griddesk::test
