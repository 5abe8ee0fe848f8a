// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlitehubstore.h"

#include "storequeries.h"

namespace griddesk {

SqliteHubStore::SqliteHubStore(std::unique_ptr<HubDatabase> database, std::string_view stream)
    : m_database(std::move(database)), m_stream(stream)
{
}

SqliteHubStore::~SqliteHubStore() { rollback(); }

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::create(const std::filesystem::path& file, std::string_view stream)
{
    std::error_code ec;
    auto database = std::filesystem::exists(file, ec) ? HubDatabase::open(file) : HubDatabase::create(file);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<SqliteHubStore> store(new SqliteHubStore(*std::move(database), stream));
    if (auto made = store->run("make a stream", "INSERT INTO streams (stream_id, epoch, head, config_head) VALUES (?, 1, 0, 0)"); !made)
        return std::unexpected(made.error());
    return store;
}

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::open(const std::filesystem::path& file, std::string_view stream)
{
    auto database = HubDatabase::open(file);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<SqliteHubStore> store(new SqliteHubStore(*std::move(database), stream));
    auto known = store->streamEpoch();
    if (!known)
        return std::unexpected(known.error());
    if (*known == 0)
        return fail(ErrorCode::UnknownReference, "there is no such stream in " + file.string(), std::string(stream));
    return store;
}

Result<std::vector<std::string>> SqliteHubStore::streamsIn(const std::filesystem::path& file)
{
    auto database = HubDatabase::open(file);
    if (!database)
        return std::unexpected(database.error());
    return (*database)->guarded("read the streams", [&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> streams;
        auto rows = (*database)->query("SELECT stream_id FROM streams ORDER BY stream_id");
        while (rows.step())
            streams.push_back(rows.text(0));
        return streams;
    });
}

Result<std::vector<std::string>> SqliteHubStore::integrityProblems()
{
    return m_database->guarded("check the file", [&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> problems;
        auto rows = m_database->query("PRAGMA integrity_check(100)");
        while (rows.step())
            if (auto line = rows.text(0); line != "ok")
                problems.push_back(std::move(line));
        auto dangling = m_database->query("PRAGMA foreign_key_check");
        while (dangling.step() && problems.size() < 100)
            problems.push_back("a row of " + dangling.text(0) + " names a missing row of " + dangling.text(2));
        return problems;
    });
}

Result<void> SqliteHubStore::beginWith(const char* sql)
{
    if (m_database->inTransaction())
        return fail(ErrorCode::Database, "a transaction is open already");
    return m_database->done("begin", [&] { m_database->query(sql).run(); });
}

Result<void> SqliteHubStore::begin() { return beginWith("BEGIN IMMEDIATE"); }

Result<void> SqliteHubStore::beginReading() { return beginWith("BEGIN"); }

Result<void> SqliteHubStore::commit()
{
    if (!m_database->inTransaction())
        return fail(ErrorCode::Database, "no transaction is open");
    return m_database->done("commit", [&] { m_database->query("COMMIT").run(); });
}

void SqliteHubStore::rollback()
{
    // SQLite may have rolled back by itself (disk full); then there is nothing left to do.
    if (m_database->inTransaction())
        (void)m_database->done("roll back", [&] { m_database->query("ROLLBACK").run(); });
}

Result<std::int64_t> SqliteHubStore::head() { return oneInteger("SELECT head FROM streams WHERE stream_id = ?"); }

Result<std::int64_t> SqliteHubStore::streamEpoch() { return oneInteger("SELECT epoch FROM streams WHERE stream_id = ?"); }

Result<void> SqliteHubStore::setStreamEpoch(std::int64_t epoch)
{
    return run("set the epoch", "UPDATE streams SET epoch = ?2 WHERE stream_id = ?1", epoch);
}

Result<void> SqliteHubStore::setFounder(const DeviceId& device)
{
    return run("set the founder", "UPDATE streams SET founder = ?2 WHERE stream_id = ?1", device.text());
}

Result<std::optional<DeviceId>> SqliteHubStore::founder()
{
    auto text = oneText("SELECT founder FROM streams WHERE stream_id = ?");
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return std::optional<DeviceId>{};
    auto device = DeviceId::parse(**text);
    if (!device)
        return damagedRow("the founder of a stream");
    return std::optional{*std::move(device)};
}

} // namespace griddesk
