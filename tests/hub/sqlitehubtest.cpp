// SPDX-License-Identifier: GPL-3.0-or-later
// What only the store on plain SQLite has to show: its file, its schema, several streams, two programs at once.
#include "models/hub/sqlite/hubdatabase.h"
#include "models/hub/sqlite/hubschema.h"
#include "models/hub/sqlite/sqlitehubstore.h"
#include "publishedrules.h"
#include "tests/store/tempfolder.h"

#include <SQLiteCpp/Column.h>

#include <gtest/gtest.h>

namespace griddesk::testing {
namespace {

using test::TempFolder;

LogEntry entry(std::int64_t seq)
{
    return {.seq = seq, .caseId = CaseId::literal("case-1"), .operationId = OperationId::literal("o-" + std::to_string(seq)), .caseRev = seq,
            .envelope = "{}", .reason = {}, .number = {}, .hash = sha256("x").hex()};
}

class SqliteHub : public ::testing::Test {
protected:
    TempFolder folder;
    std::filesystem::path file = folder / "hub.db";
};

TEST_F(SqliteHub, everyKeyBeginsWithTheStreamAndEveryTableIsStrict)
{
    auto database = valueOf(HubDatabase::create(file));
    auto& connection = database->connection();
    SQLite::Statement tables(connection, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    int count = 0;
    while (tables.executeStep()) {
        ++count;
        const std::string name = tables.getColumn(0).getString();
        EXPECT_NE(tables.getColumn(1).getString().find("STRICT"), std::string::npos) << name;
        SQLite::Statement first(connection, "SELECT name FROM pragma_table_info(?) WHERE pk = 1");
        first.bind(1, name);
        ASSERT_TRUE(first.executeStep()) << name << " has no primary key";
        EXPECT_EQ(first.getColumn(0).getString(), "stream_id") << name;
        SQLite::Statement indexes(connection, "SELECT i.name, c.name FROM pragma_index_list(?) i JOIN pragma_index_info(i.name) c WHERE c.seqno = 0");
        indexes.bind(1, name);
        while (indexes.executeStep())
            EXPECT_EQ(indexes.getColumn(1).getString(), "stream_id") << indexes.getColumn(0).getString();
        if (name != "streams") {
            SQLite::Statement foreign(connection, "SELECT \"table\" FROM pragma_foreign_key_list(?)");
            foreign.bind(1, name);
            EXPECT_TRUE(foreign.executeStep() && foreign.getColumn(0).getString() == "streams") << name;
        }
    }
    EXPECT_GE(count, 19);
}

TEST_F(SqliteHub, isOpenedAsItHasToBe)
{
    (void)valueOf(SqliteHubStore::create(file, "990101001"));
    auto database = valueOf(HubDatabase::open(file));
    const auto pragma = [&](const char* name) { return database->connection().execAndGet(std::string("PRAGMA ") + name).getString(); };
    EXPECT_EQ(pragma("journal_mode"), "wal");
    EXPECT_EQ(pragma("synchronous"), "2");
    EXPECT_EQ(pragma("foreign_keys"), "1");
    EXPECT_EQ(pragma("busy_timeout"), "5000");
    EXPECT_EQ(pragma("application_id"), std::to_string(hubApplicationId));
    EXPECT_EQ(pragma("user_version"), std::to_string(hubMigrations().size()));
    const auto mode = std::filesystem::status(file).permissions();
    EXPECT_EQ(mode & (std::filesystem::perms::group_all | std::filesystem::perms::others_all), std::filesystem::perms::none) << "for its owner only";
}

TEST_F(SqliteHub, tellsWhatIsWrongWithAFile)
{
    EXPECT_EQ(SqliteHubStore::open(file, "s").error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(SqliteHubStore::open(folder.path(), "s").error().code, ErrorCode::NotAFile);
    test::writeBytes(file, "not a database at all, but long enough to be looked at");
    EXPECT_EQ(SqliteHubStore::open(file, "s").error().code, ErrorCode::FileForeign);
    std::filesystem::remove(file);
    {
        SQLite::Database other(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE t (a)");
    }
    EXPECT_EQ(SqliteHubStore::open(file, "s").error().code, ErrorCode::FileForeign);
    EXPECT_EQ(HubDatabase::create(file).error().code, ErrorCode::Duplicate) << "nothing that is there is overwritten";
    std::filesystem::remove(file);
    (void)valueOf(HubDatabase::create(file));
    EXPECT_EQ(SqliteHubStore::open(file, "s").error().code, ErrorCode::UnknownReference);
    valueOf(HubDatabase::open(file))->connection().exec("PRAGMA user_version = 99");
    EXPECT_EQ(SqliteHubStore::open(file, "s").error().code, ErrorCode::FileNewer);
    EXPECT_EQ(HubDatabase::create(folder / "none" / "hub.db").error().code, ErrorCode::FileNotWritable);
}

TEST_F(SqliteHub, aDamagedFileIsNotTakenForASoundOne)
{
    {
        auto store = valueOf(SqliteHubStore::create(file, "990101001"));
        valueOf(inLogTransaction(*store, [&]() -> Result<void> {
            for (std::int64_t seq = 1; seq <= 50; ++seq)
                if (auto ok = store->append(entry(seq)); !ok)
                    return ok;
            return {};
        }));
        EXPECT_TRUE(valueOf(store->integrityProblems()).empty());
    }
    auto bytes = test::bytesOfFile(file);
    bytes.resize(bytes.size() / 2);
    test::writeBytes(file, bytes);
    auto store = SqliteHubStore::open(file, "990101001");
    if (store) {
        const auto problems = (*store)->integrityProblems();
        EXPECT_TRUE(!problems || !problems->empty());
    } else {
        EXPECT_EQ(store.error().code, ErrorCode::FileDamaged);
    }
}

TEST_F(SqliteHub, streamsInOneFileDoNotMix)
{
    auto one = valueOf(SqliteHubStore::create(file, "990101001"));
    auto two = valueOf(SqliteHubStore::create(file, "990101002"));
    EXPECT_EQ(SqliteHubStore::create(file, "990101002").error().code, ErrorCode::Duplicate);
    EXPECT_EQ(valueOf(SqliteHubStore::streamsIn(file)), (std::vector<std::string>{"990101001", "990101002"}));
    for (auto* store : {one.get(), two.get()})
        valueOf(inLogTransaction(*store, [&]() -> Result<void> {
            if (auto ok = store->append(entry(1)); !ok)
                return ok;
            EXPECT_EQ(store->nextNumber(2026), 1);
            EXPECT_TRUE(store->quarantine("x", Outcome::Invalid, "syntax", {}));
            return store->setCaseScopes(CaseId::literal("case-1"), {store == one.get() ? "street" : "unit:city"}, 1);
        }));
    EXPECT_EQ(valueOf(one->head()), 1);
    EXPECT_EQ(valueOf(one->quarantined()), 1);
    EXPECT_EQ(valueOf(two->scopeDigest("street")).count, 0);
    EXPECT_TRUE(valueOf(one->sights({"unit:city"}, 0, 1)).empty());
    EXPECT_EQ(valueOf(two->sightsChanged({}, {"street", "unit:city"}, 1, "", 10)).size(), 1U);
}

TEST_F(SqliteHub, anotherProgramSeesWhatIsCommittedAndNothingElse)
{
    auto server = valueOf(SqliteHubStore::create(file, "990101001"));
    auto command = valueOf(SqliteHubStore::open(file, "990101001"));
    ASSERT_TRUE(server->begin());
    ASSERT_TRUE(server->append(entry(1)));
    EXPECT_EQ(valueOf(command->head()), 0);
    ASSERT_TRUE(command->beginReading());
    EXPECT_EQ(valueOf(command->head()), 0);
    ASSERT_TRUE(server->commit());
    EXPECT_EQ(valueOf(command->head()), 0) << "one snapshot until it ends";
    command->rollback();
    EXPECT_EQ(valueOf(command->head()), 1);
    valueOf(inLogTransaction(*command, [&] { return command->setPasswordHash(AccountId::literal("u-op"), "hash"); }));
    EXPECT_EQ(valueOf(server->passwordHash(AccountId::literal("u-op"))), "hash");
}

TEST_F(SqliteHub, aTransactionThatIsAbandonedLocksNobodyOut)
{
    {
        auto gone = valueOf(SqliteHubStore::create(file, "990101001"));
        ASSERT_TRUE(gone->begin());
        ASSERT_TRUE(gone->append(entry(1)));
    }
    auto next = valueOf(SqliteHubStore::open(file, "990101001"));
    EXPECT_EQ(valueOf(next->head()), 0);
    EXPECT_TRUE(inLogTransaction(*next, [&] { return next->append(entry(1)); }));
}

TEST_F(SqliteHub, limitsOfAnySizeAreFine)
{
    auto store = valueOf(SqliteHubStore::create(file, "990101001"));
    valueOf(inLogTransaction(*store, [&] { return store->append(entry(1)); }));
    const auto most = std::numeric_limits<std::size_t>::max();
    EXPECT_EQ(valueOf(store->entriesAfter(0, most)).size(), 1U);
    EXPECT_TRUE(valueOf(store->configAfter(0, most)).empty());
    EXPECT_TRUE(valueOf(store->sightsChanged({}, {"street"}, 1, "", most)).empty());
    EXPECT_EQ(valueOf(store->seenUpTo({"street"}, 0, most)), 1);
}

} // namespace
} // namespace griddesk::testing
