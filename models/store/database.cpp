// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"

#include "sqliteerror.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sodium.h>
#include <sqlcipher/sqlite3.h>

#include <array>
#include <fcntl.h>
#include <unistd.h>

namespace griddesk {

namespace {

constexpr int progressSteps = 2000;              // virtual machine steps between two looks at the cancel token
constexpr int busyMilliseconds = 5000;           // a checkpoint against readers; there is one writer
constexpr int longestValue = 64 * 1024 * 1024;   // bytes of one text or blob
constexpr int longestSql = 256 * 1024;
constexpr std::size_t largestStatementCache = 256;

/// Key and salt as the codec wants them. Wiped, because it is the key.
class RawKeyText {
public:
    RawKeyText(const Secret& key, const DatabaseSalt& salt)
    {
        m_text[0] = 'x';
        m_text[1] = '\'';
        sodium_bin2hex(m_text.data() + 2, 65, key.bytes().data(), key.bytes().size());
        sodium_bin2hex(m_text.data() + 66, 33, salt.data(), salt.size());
        m_text[98] = '\'';
    }
    RawKeyText(const RawKeyText&) = delete;
    RawKeyText& operator=(const RawKeyText&) = delete;
    ~RawKeyText() { sodium_memzero(m_text.data(), m_text.size()); }
    [[nodiscard]] const char* data() const noexcept { return m_text.data(); }
    [[nodiscard]] static constexpr int size() noexcept { return 99; }

private:
    std::array<char, 100> m_text{};
};

} // namespace

struct Database::Cached {
    explicit Cached(sqlite3_stmt* prepared) noexcept : statement(prepared) {}
    Cached(const Cached&) = delete;
    Cached& operator=(const Cached&) = delete;
    ~Cached() { sqlite3_finalize(statement); }
    sqlite3_stmt* statement;
    bool borrowed = false;
};

Database::Database(std::filesystem::path file, const OpenOptions& options) : m_file(std::move(file)), m_options(options) {}

Database::~Database() = default;

sqlite3* Database::handle() const noexcept
{
    return m_database->getHandle();
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, const Secret& key, const OpenOptions& options)
{
    const auto salt = probeDatabaseFile(file, options.applicationId, key);
    if (!salt)
        return std::unexpected(salt.error());
    std::unique_ptr<Database> database(new Database(file, options));
    if (auto ok = database->connect(SQLite::OPEN_READWRITE, key, *salt); !ok)
        return std::unexpected(ok.error());

    const auto id = database->integer("PRAGMA application_id");
    if (!id)
        return std::unexpected(id.error());
    if (*id != std::int64_t{options.applicationId})
        return fail(ErrorCode::FileForeign, "the application id differs", file.string());
    const auto version = database->userVersion();
    if (!version)
        return std::unexpected(version.error());
    if (*version > options.knownVersion && options.mode == OpenMode::ReadWrite)
        return fail(ErrorCode::FileNewer,
                    "version " + std::to_string(*version) + ", this program knows " + std::to_string(options.knownVersion), file.string());
    return database;
}

Result<std::unique_ptr<Database>> Database::createEmpty(const std::filesystem::path& file, const Secret& key, const OpenOptions& options)
{
    std::error_code ec;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ec)))
        return fail(ErrorCode::Duplicate, "something is there already", file.string());
    if (key.empty())
        return fail(ErrorCode::InvalidArgument, "no key was given", file.string());
    // For the eyes of its owner only; SQLite gives its side files the same mode. A failure is told by connecting.
    if (const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600); made >= 0)
        ::close(made);
    std::unique_ptr<Database> database(new Database(file, options));
    if (auto ok = database->connect(SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, key, makeDatabaseSalt(options.applicationId, key)); !ok)
        return std::unexpected(ok.error());
    return database;
}

Result<void> Database::connect(int flags, const Secret& key, const DatabaseSalt& salt)
{
    const bool creating = (flags & SQLite::OPEN_CREATE) != 0;
    try {
        m_database = std::make_unique<SQLite::Database>(m_file.string(), flags, busyMilliseconds);
    } catch (const SQLite::Exception& e) {
        return fail(creating ? ErrorCode::FileNotWritable : ErrorCode::FileNotReadable, e.what(), m_file.string());
    }
    auto* db = handle();
    sqlite3_extended_result_codes(db, 1);
    // The codec would write every damaged page to standard error; the caller gets it as an error.
    sqlite3_exec(db, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
    const RawKeyText text(key, salt);
    if (const int code = sqlite3_key(db, text.data(), RawKeyText::size()); code != SQLITE_OK)
        return std::unexpected(sqliteError(db, code, "give the key"));
    sqlite3_progress_handler(
        db, progressSteps, [](void* self) { return static_cast<Database*>(self)->m_cancel.cancelled() ? 1 : 0; }, this);
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, longestValue);
    sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, longestSql);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (m_options.mode == OpenMode::QueryOnly)
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);

    // The first read of the file: the key already fits, so a page that does not open is damaged.
    if (auto read = integer("SELECT count(*) FROM sqlite_schema"); !read)
        return std::unexpected(read.error());
    if (creating) {
        // PRAGMA takes no parameters; the number is a constant of the program.
        const std::string pragma = "PRAGMA application_id = " + std::to_string(m_options.applicationId);
        if (const int code = sqlite3_exec(db, pragma.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
            return std::unexpected(sqliteError(db, code, "set the application id"));
        if (auto ok = expect("PRAGMA journal_mode = WAL", "wal"); !ok)
            return ok;
    }
    return configure();
}

Result<void> Database::expect(Sql pragma, std::string_view wanted)
{
    auto got = text(pragma);
    if (!got)
        return std::unexpected(got.error());
    if (*got != wanted)
        return fail(ErrorCode::Database, std::string(pragma.text()) + " answers " + got->value_or("nothing"), m_file.string());
    return {};
}

Result<void> Database::configure()
{
    // Nothing of an encrypted file may spill into a plain temporary one.
    if (auto ok = script("PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF;"
                         "PRAGMA mmap_size = 0; PRAGMA secure_delete = OFF;");
        !ok)
        return ok;
    const bool full = m_options.durability == Durability::Full;
    if (auto ok = full ? run("PRAGMA synchronous = FULL") : run("PRAGMA synchronous = NORMAL"); !ok)
        return ok;
    const std::string cache = "PRAGMA cache_size = -" + std::to_string(m_options.cacheMiB * 1024);
    if (const int code = sqlite3_exec(handle(), cache.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        return std::unexpected(sqliteError(handle(), code, "set the cache size"));
    sqlite3_wal_autocheckpoint(handle(), m_options.mode == OpenMode::QueryOnly ? 0 : m_options.walPages);
    if (m_options.mode == OpenMode::QueryOnly) {
        if (auto ok = script("PRAGMA query_only = ON;"); !ok)
            return ok;
        if (auto ok = expect("PRAGMA query_only", "1"); !ok)
            return ok;
    }
    if (auto ok = expect("PRAGMA journal_mode", "wal"); !ok)
        return ok;
    if (auto ok = expect("PRAGMA synchronous", full ? "2" : "1"); !ok)
        return ok;
    return expect("PRAGMA foreign_keys", "1");
}

Statement Database::statement(Sql sql)
{
    auto* db = handle();
    const auto found = m_cache.find(sql.text());
    if (found != m_cache.end() && !found->second->borrowed) {
        found->second->borrowed = true;
        return {db, found->second->statement, &found->second->borrowed, std::nullopt};
    }
    const bool keep = found == m_cache.end() && m_cache.size() < largestStatementCache;
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(db, sql.text().data(), static_cast<int>(sql.text().size()),
                                        keep ? SQLITE_PREPARE_PERSISTENT : 0U, &prepared, nullptr);
    if (code != SQLITE_OK)
        return {db, nullptr, nullptr, sqliteError(db, code, "prepare")};
    if (!keep)
        return {db, prepared, nullptr, std::nullopt};
    auto& cached = m_cache[std::string(sql.text())];
    cached = std::make_unique<Cached>(prepared);
    cached->borrowed = true;
    return {db, prepared, &cached->borrowed, std::nullopt};
}

Result<void> Database::script(Sql sql)
{
    if (const int code = sqlite3_exec(handle(), std::string(sql.text()).c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        return std::unexpected(sqliteError(handle(), code, "run a script"));
    return {};
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(handle());
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(handle());
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(handle()) == 0;
}

Result<int> Database::userVersion()
{
    auto version = integer("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    return static_cast<int>(version->value_or(0));
}

Result<void> Database::checkpoint()
{
    const int code = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY)
        return std::unexpected(sqliteError(handle(), code, "checkpoint"));
    return {};
}

Result<std::vector<std::string>> Database::integrityProblems()
{
    std::vector<std::string> problems;
    const auto collect = [&](Statement& s) {
        if (s.text(0) != "ok" && problems.size() < 100)
            problems.emplace_back(s.text(0));
    };
    if (auto ok = each("PRAGMA cipher_integrity_check", collect); !ok)
        return std::unexpected(ok.error());
    if (!problems.empty())
        return problems; // pages that do not authenticate cannot be looked into
    if (auto ok = each("PRAGMA integrity_check(100)", collect); !ok) {
        if (ok.error().code != ErrorCode::FileDamaged)
            return std::unexpected(ok.error());
        problems.push_back(ok.error().detail);
        return problems;
    }
    const auto dangling = [&](Statement& s) {
        if (problems.size() < 100)
            problems.push_back("a row of " + std::string(s.text(0)) + " names a missing row of " + std::string(s.text(2)));
    };
    if (auto ok = each("PRAGMA foreign_key_check", dangling); !ok)
        return std::unexpected(ok.error());
    return problems;
}

Result<std::int64_t> Database::rowsOf(std::string_view table)
{
    // A name cannot be bound, so only one that the schema itself holds is put into a statement.
    const auto known = text("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?", table);
    if (!known)
        return std::unexpected(known.error());
    if (!*known || (*known)->contains('"'))
        return fail(ErrorCode::InvalidArgument, "there is no such table", std::string(table));
    const std::string sql = "SELECT count(*) FROM \"" + **known + "\"";
    sqlite3_stmt* statement = nullptr;
    if (const int code = sqlite3_prepare_v2(handle(), sql.c_str(), -1, &statement, nullptr); code != SQLITE_OK)
        return std::unexpected(sqliteError(handle(), code, "prepare a count"));
    const int code = sqlite3_step(statement);
    const auto rows = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    if (code != SQLITE_ROW)
        return std::unexpected(sqliteError(handle(), code, "count rows"));
    return rows;
}

} // namespace griddesk
