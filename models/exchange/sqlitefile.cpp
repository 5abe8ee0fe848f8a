// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlitefile.h"

#include "bytesource.h"

#include <array>
#include <format>
#include <sqlcipher/sqlite3.h>
#include <utility>

namespace griddesk {
namespace {

constexpr int workStep = 100'000;               // virtual machine steps between two looks
constexpr std::int64_t maximumWorkSteps = 20'000; // of those: 2e9 steps, minutes of work
constexpr int maximumValueBytes = 256 * 1024 * 1024;

std::unexpected<Error> databaseError(sqlite3* database, int status, const std::string& name)
{
    const std::string text = sqlite3_errmsg(database);
    switch (status & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_IOERR: return fail(ErrorCode::FileDamaged, std::format("the database is damaged: {}", text), name);
    case SQLITE_ERROR: return fail(ErrorCode::FileDamaged, std::format("the database is not laid out as its format says: {}", text), name);
    case SQLITE_INTERRUPT: return fail(ErrorCode::LimitExceeded, "reading the file takes far more work than its size allows", name);
    case SQLITE_TOOBIG: return fail(ErrorCode::LimitExceeded, "a value is too large", name);
    default: return fail(ErrorCode::Database, text, name);
    }
}

/// Counts looks per connection; the counter lives in the connection's client data, which SQLite frees with it.
int countWork(void* counter)
{
    auto& left = *static_cast<std::int64_t*>(counter);
    return --left < 0 ? 1 : 0;
}

/// `file:` address of a path: everything but unreserved characters and the slash as %XX.
std::string fileUri(const std::filesystem::path& path)
{
    std::string out = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-'
            || c == '_';
        out += plain ? std::string(1, c) : std::format("%{:02X}", byte);
    }
    return out + "?mode=ro&immutable=1";
}

Result<void> checkHeader(const std::filesystem::path& path)
{
    auto source = openByteSource(path);
    if (!source)
        return std::unexpected(source.error());
    std::array<char, 100> head{};
    std::size_t got = 0;
    while (got < head.size()) {
        auto more = (*source)->read(std::span(head).subspan(got));
        if (!more)
            return std::unexpected(more.error());
        if (*more == 0)
            break;
        got += *more;
    }
    const std::string& name = (*source)->name();
    if (!std::string_view(head.data(), got).starts_with(std::string_view("SQLite format 3\0", 16)))
        return fail(ErrorCode::FileForeign, "this is no SQLite file", name);
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(head[i])}; };
    const std::uint64_t rawPage = byte(16) << 8 | byte(17);
    const std::uint64_t page = rawPage == 1 ? 65536 : rawPage;
    const std::uint64_t pages = byte(28) << 24 | byte(29) << 16 | byte(30) << 8 | byte(31);
    if (got < head.size() || page < 512 || page * pages > (*source)->total().value_or(0))
        return fail(ErrorCode::FileDamaged, "the file is cut off: it is shorter than its header says", name);
    return {};
}

} // namespace

SqliteStatement::SqliteStatement(sqlite3* database, sqlite3_stmt* statement, std::string fileName)
    : m_database(database), m_statement(statement), m_fileName(std::move(fileName))
{
}

void SqliteStatement::Finalizer::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

Result<bool> SqliteStatement::step()
{
    const int status = sqlite3_step(m_statement.get());
    if (status == SQLITE_ROW)
        return true;
    if (status == SQLITE_DONE)
        return false;
    return databaseError(m_database, status, m_fileName);
}

void SqliteStatement::bind(int parameter, std::int64_t value) { sqlite3_bind_int64(m_statement.get(), parameter, value); }

void SqliteStatement::bind(int parameter, std::string_view value)
{
    // A null destructor means the text outlives the statement; SQLITE_TRANSIENT is a C cast the warnings refuse.
    char* copy = sqlite3_mprintf("%.*s", static_cast<int>(value.size()), value.data());
    sqlite3_bind_text(m_statement.get(), parameter, copy, -1, sqlite3_free);
}

int SqliteStatement::columns() const noexcept { return sqlite3_column_count(m_statement.get()); }
std::string_view SqliteStatement::columnName(int column) const noexcept
{
    const char* name = sqlite3_column_name(m_statement.get(), column);
    return name != nullptr ? name : "";
}
bool SqliteStatement::isNull(int column) const noexcept { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
bool SqliteStatement::isBlob(int column) const noexcept { return sqlite3_column_type(m_statement.get(), column) == SQLITE_BLOB; }
bool SqliteStatement::isInteger(int column) const noexcept { return sqlite3_column_type(m_statement.get(), column) == SQLITE_INTEGER; }
std::int64_t SqliteStatement::integer(int column) const noexcept
{
    // Only asked of integers; conversion of a text would change its type under the caller.
    return isInteger(column) ? sqlite3_column_int64(m_statement.get(), column) : 0;
}
std::string_view SqliteStatement::text(int column) const noexcept
{
    const auto* bytes = sqlite3_column_text(m_statement.get(), column);
    if (bytes == nullptr)
        return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}
std::span<const unsigned char> SqliteStatement::blob(int column) const noexcept
{
    const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(m_statement.get(), column));
    return {bytes, bytes != nullptr ? static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)) : 0};
}

void SqliteFile::Closer::operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }

Result<SqliteFile> SqliteFile::openForeign(const std::filesystem::path& path)
{
    if (auto good = checkHeader(path); !good)
        return std::unexpected(good.error());
    SqliteFile file;
    file.m_name = path.string();
    sqlite3* database = nullptr;
    const int status = sqlite3_open_v2(fileUri(path).c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    file.m_database.reset(database);
    if (status != SQLITE_OK)
        return databaseError(database, status, file.m_name);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, maximumValueBytes);
    auto counter = std::make_unique<std::int64_t>(maximumWorkSteps);
    sqlite3_progress_handler(database, workStep, countWork, counter.get());
    sqlite3_set_clientdata(database, "griddesk-work", counter.release(), [](void* p) { delete static_cast<std::int64_t*>(p); });
    return file;
}

Result<SqliteStatement> SqliteFile::prepare(const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    const int status = sqlite3_prepare_v2(m_database.get(), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
    if (status != SQLITE_OK)
        return databaseError(m_database.get(), status, m_name);
    return SqliteStatement(m_database.get(), statement, m_name);
}

Result<bool> SqliteFile::hasTable(std::string_view name)
{
    auto statement = prepare("SELECT 1 FROM sqlite_schema WHERE name = ?1 AND type IN ('table', 'view')");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, name);
    return statement->step();
}

} // namespace griddesk
