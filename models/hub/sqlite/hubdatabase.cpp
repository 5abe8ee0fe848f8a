// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubdatabase.h"

#include "hubschema.h"

#include <SQLiteCpp/Column.h>
#include <sqlite3.h>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace griddesk {

namespace {

constexpr int busyMilliseconds = 5000; // an administrator's command waits for the server, and the other way round

ErrorCode codeOf(int extended, int system)
{
    switch (extended & 0xff) {
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_CORRUPT: return ErrorCode::FileDamaged;
    case SQLITE_NOTADB: return ErrorCode::FileForeign;
    case SQLITE_READONLY:
    case SQLITE_PERM: return ErrorCode::FileNotWritable;
    case SQLITE_CANTOPEN: return ErrorCode::FileNotReadable;
    case SQLITE_TOOBIG: return ErrorCode::LimitExceeded;
    case SQLITE_CONSTRAINT:
        return extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY ? ErrorCode::Duplicate : ErrorCode::Inconsistent;
    case SQLITE_IOERR:
        if (extended == SQLITE_IOERR_CORRUPTFS || extended == SQLITE_IOERR_SHORT_READ)
            return ErrorCode::FileDamaged;
        return system == ENOSPC || system == EDQUOT || system == EFBIG ? ErrorCode::DiskFull : ErrorCode::Io;
    default: return ErrorCode::Database;
    }
}

} // namespace

HubQuery::~HubQuery()
{
    (void)m_statement.tryReset();
    try {
        m_statement.clearBindings();
    } catch (const SQLite::Exception&) { // NOLINT(bugprone-empty-catch): nothing is bound then
    }
}

void HubQuery::bind(int parameter, const std::optional<std::int64_t>& value)
{
    if (value)
        m_statement.bind(parameter, *value);
    else
        m_statement.bind(parameter);
}

Result<std::unique_ptr<HubDatabase>> HubDatabase::create(const std::filesystem::path& file)
{
    const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made < 0)
        return fail(errno == EEXIST ? ErrorCode::Duplicate : errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileNotWritable,
                    "cannot make the file", file.string());
    ::close(made);
    std::unique_ptr<HubDatabase> database(new HubDatabase(file));
    auto ready = database->guarded("make a database", [&]() -> Result<void> {
        database->m_connection = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, busyMilliseconds);
        database->m_connection->exec("PRAGMA journal_mode = WAL");
        database->m_connection->exec("PRAGMA application_id = " + std::to_string(hubApplicationId));
        return database->connect();
    });
    if (ready)
        ready = database->migrate();
    if (!ready) {
        database.reset();
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(file.string() + suffix, ignored);
        return std::unexpected(ready.error());
    }
    return database;
}

Result<std::unique_ptr<HubDatabase>> HubDatabase::open(const std::filesystem::path& file)
{
    std::error_code ec;
    if (!std::filesystem::is_regular_file(file, ec))
        return fail(std::filesystem::exists(file, ec) ? ErrorCode::NotAFile : ErrorCode::FileNotFound, "there is no such file", file.string());
    std::unique_ptr<HubDatabase> database(new HubDatabase(file));
    auto ready = database->guarded("open a database", [&]() -> Result<void> {
        database->m_connection = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, busyMilliseconds);
        if (auto known = database->identify(); !known)
            return known;
        return database->connect();
    });
    if (ready)
        ready = database->migrate();
    if (!ready)
        return std::unexpected(ready.error());
    return database;
}

Result<void> HubDatabase::identify()
{
    if (m_connection->execAndGet("PRAGMA application_id").getInt64() != std::int64_t{hubApplicationId})
        return fail(ErrorCode::FileForeign, "not the database of a platform", m_file.string());
    const auto version = m_connection->execAndGet("PRAGMA user_version").getInt64();
    if (version > static_cast<std::int64_t>(hubMigrations().size()))
        return fail(ErrorCode::FileNewer, "version " + std::to_string(version), m_file.string());
    return {};
}

Result<void> HubDatabase::connect()
{
    sqlite3_extended_result_codes(m_connection->getHandle(), 1);
    m_connection->exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                       "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768");
    for (const auto& [pragma, wanted] : {std::pair{"PRAGMA journal_mode", "wal"}, std::pair{"PRAGMA synchronous", "2"},
                                         std::pair{"PRAGMA foreign_keys", "1"}, std::pair{"PRAGMA busy_timeout", "5000"}})
        if (auto ok = expect(pragma, wanted); !ok)
            return ok;
    return {};
}

Result<void> HubDatabase::expect(const char* pragma, std::string_view wanted)
{
    const std::string got = m_connection->execAndGet(pragma).getString();
    if (got != wanted)
        return fail(ErrorCode::Database, std::string(pragma) + " answers " + got, m_file.string());
    return {};
}

Result<void> HubDatabase::migrate()
{
    return guarded("bring the database up to date", [&]() -> Result<void> {
        for (const auto& step : hubMigrations()) {
            m_connection->exec("BEGIN IMMEDIATE"); // another process may be at the same
            if (m_connection->execAndGet("PRAGMA user_version").getInt64() < step.version) {
                m_connection->exec(step.sql);
                m_connection->exec("PRAGMA user_version = " + std::to_string(step.version));
            }
            m_connection->exec("COMMIT");
        }
        return {};
    });
}

HubQuery HubDatabase::query(const char* sql)
{
    auto& statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<SQLite::Statement>(*m_connection, sql);
    return HubQuery(*statement);
}

bool HubDatabase::inTransaction() const { return sqlite3_get_autocommit(m_connection->getHandle()) == 0; }

Error HubDatabase::errorOf(const SQLite::Exception& e, std::string_view doing) const
{
    // The text of SQLite's own message is left out for constraints and the like: it may quote values.
    const int code = e.getExtendedErrorCode() > 0 ? e.getExtendedErrorCode() : e.getErrorCode();
    std::string detail = std::string(doing) + ": " + sqlite3_errstr(code) + " (" + std::to_string(code) + ")";
    if ((code & 0xff) == SQLITE_ERROR)
        detail += std::string("; ") + e.what();
    const int system = m_connection ? sqlite3_system_errno(m_connection->getHandle()) : 0;
    return Error{codeOf(code, system), std::move(detail), m_file.string()};
}

} // namespace griddesk
