// SPDX-License-Identifier: GPL-3.0-or-later
#include "migrations.h"

#include "durablefile.h"
#include "sqliteerror.h"
#include "transaction.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <sqlcipher/sqlite3.h>

#include <utility>

namespace griddesk {

namespace {

constexpr int backupPages = 256; // pages between two looks at the cancel token

/// Removes an unfinished database with its side files unless it was published.
class Unfinished {
public:
    explicit Unfinished(std::filesystem::path file) : m_file(std::move(file)) {}
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    ~Unfinished()
    {
        std::error_code ec;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
            auto name = m_file;
            name += suffix;
            std::filesystem::remove(name, ec);
        }
    }

private:
    std::filesystem::path m_file;
};

/// Closes the last connection, which empties the WAL, and gives the file its name.
Result<void> publishDatabase(std::unique_ptr<Database> database, const std::filesystem::path& temporary,
                             const std::filesystem::path& target)
{
    const int code = sqlite3_wal_checkpoint_v2(database->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(sqliteError(database->handle(), code, "empty the WAL"));
    database.reset();
    return publishFile(temporary, target);
}

} // namespace

Result<void> migrate(Database& database, std::span<const Migration> migrations)
{
    const auto version = database.userVersion();
    if (!version)
        return std::unexpected(version.error());
    for (const auto& step : migrations) {
        if (step.version <= *version)
            continue;
        auto done = inTransaction(database, [&]() -> Result<void> {
            if (auto ok = database.script(step.sql); !ok)
                return ok;
            const std::string pragma = "PRAGMA user_version = " + std::to_string(step.version);
            if (const int code = sqlite3_exec(database.handle(), pragma.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
                return std::unexpected(sqliteError(database.handle(), code, "set the version"));
            return {};
        });
        if (!done) {
            done.error().detail = "migration " + std::to_string(step.version) + " (" + std::string(step.name) + "): " + done.error().detail;
            return done;
        }
    }
    return {};
}

Result<void> createDatabase(const std::filesystem::path& file, const Secret& key, const Schema& schema)
{
    std::error_code ec;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ec)))
        return fail(ErrorCode::Duplicate, "something is there already", file.string());
    const auto temporary = temporaryBeside(file);
    const Unfinished cleaner(temporary);
    auto database = Database::createEmpty(temporary, key, schema.options(OpenMode::ReadWrite));
    if (!database)
        return std::unexpected(database.error());
    if (auto ok = migrate(**database, schema.migrations); !ok)
        return ok;
    return publishDatabase(std::move(*database), temporary, file);
}

Result<std::unique_ptr<Database>> openDatabase(const std::filesystem::path& file, const Secret& key, const Schema& schema, OpenMode mode)
{
    auto database = Database::open(file, key, schema.options(mode));
    if (!database || mode == OpenMode::QueryOnly)
        return database;
    const auto version = (*database)->userVersion();
    if (!version)
        return std::unexpected(version.error());
    if (*version >= schema.version())
        return database;
    auto copy = file;
    copy += ".before-v" + std::to_string(schema.version());
    if (auto saved = backupDatabase(**database, copy, key); !saved && saved.error().code != ErrorCode::Duplicate)
        return std::unexpected(saved.error()); // a copy of an earlier, interrupted attempt is as good
    if (auto ok = migrate(**database, schema.migrations); !ok)
        return std::unexpected(ok.error());
    return database;
}

Result<void> backupDatabase(Database& source, const std::filesystem::path& target, const Secret& key, const CancelToken& cancel)
{
    std::error_code ec;
    if (std::filesystem::exists(std::filesystem::symlink_status(target, ec)))
        return fail(ErrorCode::Duplicate, "something is there already", target.string());
    const auto temporary = temporaryBeside(target);
    const Unfinished cleaner(temporary);
    auto options = source.options();
    options.mode = OpenMode::ReadWrite;
    auto copy = Database::createEmpty(temporary, key, options);
    if (!copy)
        return std::unexpected(copy.error());

    // One snapshot for the whole copy: without it every commit of the writer would start the copy anew.
    auto snapshot = Transaction::begin(source, Transaction::Kind::Read);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    if (auto first = source.integer("SELECT count(*) FROM sqlite_schema"); !first)
        return std::unexpected(first.error());
    try {
        SQLite::Backup backup((*copy)->sqliteCpp(), source.sqliteCpp());
        for (int code = SQLITE_OK; code != SQLITE_DONE;) {
            if (cancel.cancelled())
                return fail(ErrorCode::Cancelled, "the copy was stopped", target.string());
            code = backup.executeStep(backupPages);
            if (code != SQLITE_OK && code != SQLITE_DONE)
                return std::unexpected(sqliteError((*copy)->handle(), code, "copy pages"));
        }
    } catch (const SQLite::Exception& e) {
        return std::unexpected(sqliteError((*copy)->handle(), e.getExtendedErrorCode(), "copy pages"));
    }
    snapshot->rollback();
    return publishDatabase(std::move(*copy), temporary, target);
}

Result<std::string> schemaText(Database& database)
{
    std::string text;
    auto ok = database.each(
        "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name",
        [&](Statement& row) { text.append(row.text(0)) += '\n'; });
    if (!ok)
        return std::unexpected(ok.error());
    return text;
}

} // namespace griddesk
