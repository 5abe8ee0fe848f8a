// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancel.h"
#include "databasefile.h"
#include "sql.h"
#include "statement.h"

#include "models/core/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <vector>

struct sqlite3;
namespace SQLite {
class Database;
}

namespace griddesk {

enum class OpenMode : std::uint8_t {
    ReadWrite, ///< the one connection of a file that writes and checkpoints
    QueryOnly, ///< readers: cannot write, never checkpoint
};

/// How much a commit may lose at a power cut. FULL: nothing. NORMAL: the last commits, never the file; only for what
/// can be rebuilt.
enum class Durability : std::uint8_t { Full, Normal };

struct OpenOptions {
    OpenMode mode = OpenMode::ReadWrite;
    std::uint32_t applicationId = 0; ///< PRAGMA application_id the file must bear
    int knownVersion = 0;            ///< newest PRAGMA user_version this program knows
    Durability durability = Durability::Full;
    int cacheMiB = 16;
    int walPages = 1000; ///< the writer checkpoints when the WAL holds so many
};

/// One connection to one encrypted SQLite file (SQLCipher). Thread: one at a time; the file itself is shared by one
/// writing and any number of reading connections (WAL). Exceptions of SQLiteCpp end here.
class Database {
public:
    /// Opens an existing file; it is never created, repaired or overwritten here (createDatabase() in migrations.h makes
    /// new ones). What was asked of the connection (WAL, synchronous, foreign keys) is read back.
    /// Errors: those of probeDatabaseFile(), FileNewer (made by a newer version; QueryOnly opens it), FileDamaged, DiskFull, Io.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, const Secret& key,
                                                                const OpenOptions& options);
    /// Makes an empty file in WAL mode at a path where nothing is. For createDatabase() and backups.
    /// Errors: Duplicate (something is there), FileNotWritable, DiskFull, Io.
    [[nodiscard]] static Result<std::unique_ptr<Database>> createEmpty(const std::filesystem::path& file, const Secret& key,
                                                                       const OpenOptions& options);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// A statement from the cache; failures of preparing are told by Statement::result().
    [[nodiscard]] Statement statement(Sql sql);

    /// Runs one statement with bound parameters.
    template <typename... Args>
    Result<void> run(Sql sql, const Args&... args)
    {
        auto s = statement(sql);
        s.bindAll(args...);
        return s.run();
    }
    /// Calls `row(Statement&)` for every row; a row function that returns false ends it early.
    template <typename F, typename... Args>
    Result<void> each(Sql sql, F&& row, const Args&... args)
    {
        auto s = statement(sql);
        s.bindAll(args...);
        while (s.step()) {
            if constexpr (std::is_same_v<std::invoke_result_t<F, Statement&>, bool>) {
                if (!row(s))
                    break;
            } else {
                row(s);
            }
        }
        return s.result();
    }
    /// First column of the first row; absent when there is no row or it is NULL.
    template <typename... Args>
    Result<std::optional<std::int64_t>> integer(Sql sql, const Args&... args)
    {
        auto s = statement(sql);
        s.bindAll(args...);
        std::optional<std::int64_t> value;
        if (s.step())
            value = s.maybeInteger(0);
        if (auto ok = s.result(); !ok)
            return std::unexpected(ok.error());
        return value;
    }
    template <typename... Args>
    Result<std::optional<std::string>> text(Sql sql, const Args&... args)
    {
        auto s = statement(sql);
        s.bindAll(args...);
        std::optional<std::string> value;
        if (s.step() && !s.isNull(0))
            value = std::string(s.text(0));
        if (auto ok = s.result(); !ok)
            return std::unexpected(ok.error());
        return value;
    }
    /// Runs several statements separated by semicolons, without parameters (schemas).
    Result<void> script(Sql sql);

    [[nodiscard]] std::int64_t lastRowId() const;
    [[nodiscard]] std::int64_t changes() const; ///< rows the last statement changed
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] const std::filesystem::path& file() const noexcept { return m_file; }
    [[nodiscard]] const OpenOptions& options() const noexcept { return m_options; }
    [[nodiscard]] Result<int> userVersion();

    /// Statements end with Cancelled soon after `token` says so; a default token switches this off.
    void setCancel(CancelToken token) { m_cancel = std::move(token); }

    /// Writes the WAL back into the file as far as readers allow. Writer only; also done by SQLite every 1000 pages.
    Result<void> checkpoint();
    /// Every page authenticated (cipher_integrity_check) and the structure checked (integrity_check, foreign keys).
    /// Returns what is wrong, at most 100 lines; empty = sound.
    [[nodiscard]] Result<std::vector<std::string>> integrityProblems();

    /// Number of rows of a table named at run time. Errors: InvalidArgument when there is no such table.
    [[nodiscard]] Result<std::int64_t> rowsOf(std::string_view table);

    /// For calls that have no wrapper; stays owned by this object.
    [[nodiscard]] sqlite3* handle() const noexcept;
    [[nodiscard]] SQLite::Database& sqliteCpp() noexcept { return *m_database; }

private:
    struct Cached;
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };

    Database(std::filesystem::path file, const OpenOptions& options);
    Result<void> connect(int flags, const Secret& key, const DatabaseSalt& salt);
    Result<void> configure();
    Result<void> expect(Sql pragma, std::string_view wanted);

    std::filesystem::path m_file;
    OpenOptions m_options;
    std::unique_ptr<SQLite::Database> m_database;
    std::unordered_map<std::string, std::unique_ptr<Cached>, TextHash, std::equal_to<>> m_cache;
    CancelToken m_cancel;
};

/// For executors: the cancel of a job reaches its connection.
inline void setCancel(Database& database, CancelToken token)
{
    database.setCancel(std::move(token));
}

} // namespace griddesk
