// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace griddesk {

/// A prepared statement on loan from its database's cache, reset when given back. Throws what SQLiteCpp throws; only to be
/// used within HubDatabase::guarded(). Columns count from 0.
class HubQuery {
public:
    explicit HubQuery(SQLite::Statement& statement) : m_statement(statement) {}
    HubQuery(const HubQuery&) = delete;
    HubQuery& operator=(const HubQuery&) = delete;
    ~HubQuery();

    template <typename... Args>
    HubQuery& bindAll(const Args&... args)
    {
        [[maybe_unused]] int parameter = 0;
        (bind(++parameter, args), ...);
        return *this;
    }
    void bind(int parameter, std::int64_t value) { m_statement.bind(parameter, value); }
    void bind(int parameter, std::string_view text) { m_statement.bind(parameter, std::string(text)); }
    void bind(int parameter, const std::string& text) { m_statement.bind(parameter, text); }
    void bind(int parameter, const std::optional<std::int64_t>& value);
    void bindBlob(int parameter, std::string_view bytes) { m_statement.bind(parameter, bytes.data(), static_cast<int>(bytes.size())); }

    [[nodiscard]] bool step() { return m_statement.executeStep(); }
    int run() { return m_statement.exec(); } ///< rows changed
    [[nodiscard]] std::int64_t integer(int column) { return m_statement.getColumn(column).getInt64(); }
    [[nodiscard]] std::string text(int column) { return m_statement.getColumn(column).getString(); }
    [[nodiscard]] bool isNull(int column) { return m_statement.isColumnNull(column); }

private:
    SQLite::Statement& m_statement;
};

/// One connection to the platform's file: plain SQLite, WAL, every commit synced. Never in one process with SQLCipher.
/// Thread: one at a time; other processes may have the same file open.
class HubDatabase {
public:
    /// Makes a file that is not there yet, for its owner's eyes only. Errors: Duplicate, FileNotWritable, DiskFull, Io.
    [[nodiscard]] static Result<std::unique_ptr<HubDatabase>> create(const std::filesystem::path& file);
    /// Opens one that create() made, and brings an older one up to date, a transaction per step. What was asked of the
    /// connection is read back. Errors: FileNotFound, FileForeign, FileNewer, FileDamaged, Io, Database.
    [[nodiscard]] static Result<std::unique_ptr<HubDatabase>> open(const std::filesystem::path& file);

    /// `sql` must live as long as this object: literals only, so that no value ever gets into a statement.
    [[nodiscard]] HubQuery query(const char* sql);
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] SQLite::Database& connection() noexcept { return *m_connection; }

    /// Runs `work`, which may throw what SQLiteCpp throws and returns a Result; `doing` is told in the error.
    template <typename F>
    [[nodiscard]] auto guarded(std::string_view doing, F&& work) -> std::invoke_result_t<F>
    {
        try {
            return work();
        } catch (const SQLite::Exception& e) {
            return std::unexpected(errorOf(e, doing));
        }
    }
    /// The same for work that returns nothing.
    template <typename F>
    [[nodiscard]] Result<void> done(std::string_view doing, F&& work)
    {
        return guarded(doing, [&]() -> Result<void> {
            work();
            return {};
        });
    }

private:
    explicit HubDatabase(std::filesystem::path file) : m_file(std::move(file)) {}
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> expect(const char* pragma, std::string_view wanted);
    [[nodiscard]] Result<void> identify();
    [[nodiscard]] Result<void> migrate();
    [[nodiscard]] Error errorOf(const SQLite::Exception& e, std::string_view doing) const;

    std::filesystem::path m_file;
    std::unique_ptr<SQLite::Database> m_connection;
    std::map<std::string_view, std::unique_ptr<SQLite::Statement>> m_statements; ///< ended before the connection
};

} // namespace griddesk
