// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/migrations.h"
#include "models/store/transaction.h"
#include "tempfolder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace griddesk::test {
namespace {

constexpr Migration noteSteps[] = {
    {1, "notes", "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;"},
    {2, "authors", "ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT ''; CREATE INDEX note_by_author ON note(author);"},
};
static_assert(inOrder(noteSteps));
constexpr Schema notes{"notes", 0x4E4F5445, noteSteps};
constexpr Schema notesOfFirstVersion{"notes", 0x4E4F5445, std::span(noteSteps).first(1)};

class DatabaseFile : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(createDatabase(file, key, notes)); }
    std::unique_ptr<Database> openForWriting()
    {
        auto database = openDatabase(file, key, notes, OpenMode::ReadWrite);
        EXPECT_TRUE(database) << database.error().detail;
        return database ? std::move(*database) : nullptr;
    }
    ErrorCode codeOfOpening(const Secret& with)
    {
        auto database = openDatabase(file, with, notes, OpenMode::ReadWrite);
        return database ? ErrorCode{} : database.error().code;
    }
    TempFolder folder;
    std::filesystem::path file = folder / "notes.db";
    Secret key = keyFromSeed(1);
};

TEST_F(DatabaseFile, keepsWhatWasCommitted)
{
    {
        auto database = openForWriting();
        ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES (?)", "路灯不亮"));
    }
    auto database = openForWriting();
    EXPECT_EQ(*database->text("SELECT text FROM note"), "路灯不亮");
}

TEST_F(DatabaseFile, showsNothingOfItsContents)
{
    {
        auto database = openForWriting();
        ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES (?)", "plain words to look for"));
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        EXPECT_EQ(bytesOfFile(entry.path()).find("plain words"), std::string::npos) << entry.path();
        EXPECT_EQ(bytesOfFile(entry.path()).find("CREATE TABLE"), std::string::npos) << entry.path();
    }
}

TEST_F(DatabaseFile, isNotOpenedWithAnotherKeyNorChanged)
{
    const auto before = bytesOfFile(file);
    EXPECT_EQ(codeOfOpening(keyFromSeed(2)), ErrorCode::WrongKey);
    EXPECT_EQ(bytesOfFile(file), before);
}

TEST_F(DatabaseFile, thatIsForeignIsToldApartAndLeftAlone)
{
    const std::string plainSqlite = std::string("SQLite format 3\0", 16) + std::string(8176, '\0');
    for (const auto& bytes : {plainSqlite, std::string("hello"), std::string(20000, 'x'), std::string("GDSK")}) {
        std::filesystem::remove(file);
        writeBytes(file, bytes);
        EXPECT_EQ(codeOfOpening(key), ErrorCode::FileForeign) << bytes.substr(0, 8);
        EXPECT_EQ(bytesOfFile(file), bytes);
        EXPECT_EQ(createDatabase(file, key, notes).error().code, ErrorCode::Duplicate);
        EXPECT_EQ(bytesOfFile(file), bytes);
    }
}

TEST_F(DatabaseFile, ofAnotherKindIsForeign)
{
    constexpr Schema others{"others", 0x4F544852, noteSteps};
    EXPECT_EQ(openDatabase(file, key, others, OpenMode::ReadWrite).error().code, ErrorCode::FileForeign);
}

TEST_F(DatabaseFile, thatIsMissingOrAFolderSaysSo)
{
    EXPECT_EQ(openDatabase(folder / "none.db", key, notes, OpenMode::ReadWrite).error().code, ErrorCode::FileNotFound);
    EXPECT_FALSE(std::filesystem::exists(folder / "none.db"));
    EXPECT_EQ(openDatabase(folder.path(), key, notes, OpenMode::ReadWrite).error().code, ErrorCode::NotAFile);
}

TEST_F(DatabaseFile, withNoPermissionSaysSo)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may read everything; store_as_anybody runs this";
    ::chmod(file.c_str(), 0);
    EXPECT_EQ(codeOfOpening(key), ErrorCode::FileNotReadable);
}

TEST_F(DatabaseFile, ofANewerVersionIsOnlyRead)
{
    {
        auto database = openForWriting();
        ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES ('kept')"));
        ASSERT_TRUE(database->script("PRAGMA user_version = 9"));
    }
    EXPECT_EQ(codeOfOpening(key), ErrorCode::FileNewer);
    auto reader = openDatabase(file, key, notes, OpenMode::QueryOnly);
    ASSERT_TRUE(reader) << reader.error().detail;
    EXPECT_EQ(*(*reader)->text("SELECT text FROM note"), "kept");
    EXPECT_FALSE((*reader)->run("DELETE FROM note"));
}

TEST_F(DatabaseFile, withAnyByteOfAnyPageChangedIsNeverSilentlyAccepted)
{
    std::string expected;
    const auto contents = [](Database& database) -> Result<std::string> {
        std::string all;
        auto ok = database.each("SELECT id, text, author FROM note ORDER BY author, id", [&](Statement& s) {
            all += std::to_string(s.integer(0)) + std::string(s.text(1)) + std::string(s.text(2)) + "\n";
        });
        if (!ok)
            return std::unexpected(ok.error());
        return all;
    };
    {
        auto database = openForWriting();
        auto transaction = Transaction::begin(*database);
        for (int i = 0; i < 400; ++i)
            ASSERT_TRUE(database->run("INSERT INTO note(text, author) VALUES (?, ?)", std::string(100, 'a') + std::to_string(i), i % 7));
        ASSERT_TRUE(transaction->commit());
        expected = *contents(*database);
    }
    const auto sound = bytesOfFile(file);
    const auto pages = sound.size() / 4096;
    ASSERT_GE(pages, 20U);
    int told = 0, tried = 0;
    for (std::size_t page = 0; page < pages; ++page) {
        for (const std::size_t at : {std::size_t{2}, std::size_t{14}, std::size_t{40}, std::size_t{2000}, std::size_t{4020}, std::size_t{4095}}) {
            auto bytes = sound;
            bytes[page * 4096 + at] = static_cast<char>(bytes[page * 4096 + at] ^ 0x10);
            writeBytes(file, bytes);
            ++tried;
            auto database = openDatabase(file, key, notes, OpenMode::QueryOnly);
            if (!database) {
                ++told;
                EXPECT_TRUE(database.error().code == ErrorCode::FileDamaged || database.error().code == ErrorCode::WrongKey
                            || database.error().code == ErrorCode::FileForeign)
                    << "page " << page << " byte " << at << ": " << database.error().detail;
                continue;
            }
            if (const auto read = contents(**database); read)
                EXPECT_EQ(*read, expected);
            else
                EXPECT_EQ(read.error().code, ErrorCode::FileDamaged) << "page " << page << " byte " << at << ": " << read.error().detail;
            auto again = openDatabase(file, key, notes, OpenMode::QueryOnly);
            if (!again) {
                ++told;
                continue;
            }
            const auto problems = (*again)->integrityProblems();
            told += !problems || !problems->empty() ? 1 : 0;
        }
    }
    EXPECT_EQ(told, tried);
    writeBytes(file, sound);
    EXPECT_TRUE(openForWriting()->integrityProblems()->empty());
}

TEST_F(DatabaseFile, cutOffIsDamaged)
{
    {
        auto database = openForWriting();
        for (int i = 0; i < 200; ++i)
            ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES (?)", std::string(500, 'b') + std::to_string(i)));
    }
    const auto sound = bytesOfFile(file);
    for (const auto length : {std::size_t{0}, std::size_t{100}, std::size_t{4095}, std::size_t{4096 + 100}, sound.size() - 4096}) {
        writeBytes(file, sound.substr(0, length));
        auto database = openDatabase(file, key, notes, OpenMode::QueryOnly);
        if (!database) {
            EXPECT_EQ(database.error().code, ErrorCode::FileDamaged) << length << ": " << database.error().detail;
            continue;
        }
        const auto count = (*database)->integer("SELECT count(length(text)) FROM note NOT INDEXED");
        const auto problems = (*database)->integrityProblems();
        EXPECT_TRUE(!count || !problems || !problems->empty()) << length;
    }
}

TEST_F(DatabaseFile, onAFullDiskSaysSoAndKeepsWhatWasThere)
{
    auto database = openForWriting();
    ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES ('before')"));
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_IGN);
    const rlimit small{64 * 1024, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto big = database->run("INSERT INTO note(text) VALUES (?)", std::string(400000, 'x'));
    setrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, SIG_DFL);
    ASSERT_FALSE(big);
    EXPECT_EQ(big.error().code, ErrorCode::DiskFull) << big.error().detail;
    EXPECT_EQ(*database->integer("SELECT count(*) FROM note"), 1);
    EXPECT_TRUE(database->run("INSERT INTO note(text) VALUES ('after')"));
    EXPECT_TRUE(database->integrityProblems()->empty());
}

TEST_F(DatabaseFile, rollsBackATransactionThatIsNotCommitted)
{
    auto database = openForWriting();
    {
        auto transaction = Transaction::begin(*database);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES ('lost')"));
        EXPECT_EQ(Transaction::begin(*database).error().code, ErrorCode::Inconsistent);
    }
    EXPECT_EQ(*database->integer("SELECT count(*) FROM note"), 0);
    EXPECT_EQ(inTransaction(*database, [&]() -> Result<int> {
                  EXPECT_TRUE(database->run("INSERT INTO note(text) VALUES ('lost too')"));
                  return fail(ErrorCode::Refused, "no");
              }).error().code,
              ErrorCode::Refused);
    EXPECT_EQ(*database->integer("SELECT count(*) FROM note"), 0);
}

TEST_F(DatabaseFile, tellsAClashOfKeysFromOtherFailures)
{
    auto database = openForWriting();
    ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES ('one')"));
    EXPECT_EQ(database->run("INSERT INTO note(text) VALUES ('one')").error().code, ErrorCode::Duplicate);
    EXPECT_EQ(database->run("INSERT INTO note(text) VALUES (?)", std::nullopt).error().code, ErrorCode::Inconsistent);
    EXPECT_EQ(database->run("INSERT INTO nowhere VALUES (1)").error().code, ErrorCode::Database);
}

TEST_F(DatabaseFile, bindsTextsAsTheyAre)
{
    auto database = openForWriting();
    const std::string nasty = "'); DROP TABLE note; --";
    ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES (?)", nasty));
    EXPECT_EQ(*database->text("SELECT text FROM note WHERE text = ?", nasty), nasty);
    EXPECT_EQ(*database->text("SELECT text FROM note WHERE text = ?", std::string_view()), std::nullopt);
}

TEST_F(DatabaseFile, givesTheSameStatementTwiceWithoutMixingThem)
{
    auto database = openForWriting();
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(database->run("INSERT INTO note(text) VALUES (?)", std::to_string(i)));
    std::string pairs;
    auto outer = database->statement("SELECT text FROM note ORDER BY id");
    while (outer.step()) {
        auto inner = database->statement("SELECT text FROM note ORDER BY id");
        while (inner.step())
            pairs += std::string(outer.text(0)) + std::string(inner.text(0)) + " ";
    }
    EXPECT_EQ(pairs, "00 01 02 10 11 12 20 21 22 ");
}

TEST_F(DatabaseFile, endsALongQueryWhenAsked)
{
    auto database = openForWriting();
    int asked = 0;
    database->setCancel(CancelToken([&asked] { return ++asked > 3; }));
    const auto counted = database->integer("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
    EXPECT_EQ(counted.error().code, ErrorCode::Cancelled);
    database->setCancel({});
    EXPECT_EQ(*database->integer("SELECT 1"), 1);
}

TEST_F(DatabaseFile, cannotBeWrittenByAReader)
{
    auto writer = openForWriting();
    auto reader = openDatabase(file, key, notes, OpenMode::QueryOnly);
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->run("INSERT INTO note(text) VALUES ('x')").error().code, ErrorCode::FileNotWritable);
    auto snapshot = Transaction::begin(**reader, Transaction::Kind::Read);
    EXPECT_EQ(*(*reader)->integer("SELECT count(*) FROM note"), 0);
    ASSERT_TRUE(writer->run("INSERT INTO note(text) VALUES ('x')"));
    EXPECT_EQ(*(*reader)->integer("SELECT count(*) FROM note"), 0) << "one snapshot";
    snapshot->rollback();
    EXPECT_EQ(*(*reader)->integer("SELECT count(*) FROM note"), 1);
}

TEST_F(DatabaseFile, isCopiedWhileItIsWritten)
{
    auto writer = openForWriting();
    ASSERT_TRUE(writer->run("INSERT INTO note(text) VALUES ('copied')"));
    auto reader = openDatabase(file, key, notes, OpenMode::QueryOnly);
    ASSERT_TRUE(backupDatabase(**reader, folder / "copy.db", key));
    ASSERT_TRUE(writer->run("INSERT INTO note(text) VALUES ('later')"));
    auto copy = openDatabase(folder / "copy.db", key, notes, OpenMode::ReadWrite);
    ASSERT_TRUE(copy) << copy.error().detail;
    EXPECT_EQ(*(*copy)->integer("SELECT count(*) FROM note"), 1);
    EXPECT_TRUE((*copy)->integrityProblems()->empty());
    EXPECT_EQ(backupDatabase(**reader, folder / "copy.db", key).error().code, ErrorCode::Duplicate);
    EXPECT_EQ(backupDatabase(**reader, folder / "copy2.db", key, CancelToken([] { return true; })).error().code, ErrorCode::Cancelled);
    int files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path()))
        files += entry.path().string().contains("copy") && !entry.path().string().ends_with("-wal") && !entry.path().string().ends_with("-shm") ? 1 : 0;
    EXPECT_EQ(files, 1) << "nothing half is left";
}

TEST(Migrations, leadToTheSameSchemaAsANewFileAndKeepACopy)
{
    const TempFolder folder;
    const auto key = keyFromSeed(3);
    ASSERT_TRUE(createDatabase(folder / "old.db", key, notesOfFirstVersion));
    {
        auto old = openDatabase(folder / "old.db", key, notesOfFirstVersion, OpenMode::ReadWrite);
        ASSERT_TRUE((*old)->run("INSERT INTO note(text) VALUES ('old')"));
    }
    ASSERT_TRUE(createDatabase(folder / "new.db", key, notes));
    auto migrated = openDatabase(folder / "old.db", key, notes, OpenMode::ReadWrite);
    ASSERT_TRUE(migrated) << migrated.error().detail;
    auto fresh = openDatabase(folder / "new.db", key, notes, OpenMode::ReadWrite);
    EXPECT_EQ(*schemaText(**migrated), *schemaText(**fresh));
    EXPECT_EQ(*(*migrated)->text("SELECT text || author FROM note"), "old");
    auto copy = openDatabase(folder / "old.db.before-v2", key, notesOfFirstVersion, OpenMode::ReadWrite);
    ASSERT_TRUE(copy) << copy.error().detail;
    EXPECT_EQ(*(*copy)->text("SELECT text FROM note"), "old");
}

TEST(Migrations, thatFailLeaveTheFileAsItWas)
{
    constexpr Migration broken[] = {
        {1, "notes", "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;"},
        {2, "broken", "CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);"},
    };
    const TempFolder folder;
    const auto key = keyFromSeed(4);
    ASSERT_TRUE(createDatabase(folder / "a.db", key, notesOfFirstVersion));
    const Schema schema{"notes", notes.applicationId, broken};
    EXPECT_FALSE(openDatabase(folder / "a.db", key, schema, OpenMode::ReadWrite));
    auto database = openDatabase(folder / "a.db", key, notesOfFirstVersion, OpenMode::ReadWrite);
    ASSERT_TRUE(database);
    EXPECT_EQ(*(*database)->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
    EXPECT_FALSE(createDatabase(folder / "b.db", key, schema));
    EXPECT_FALSE(std::filesystem::exists(folder / "b.db"));
}

} // namespace
} // namespace griddesk::test
