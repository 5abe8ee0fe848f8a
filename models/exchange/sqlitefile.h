// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace griddesk {

/// A prepared statement over a foreign file. Views are valid until the next step().
class SqliteStatement {
public:
    SqliteStatement(sqlite3* database, sqlite3_stmt* statement, std::string fileName);

    /// True with a row, false behind the last. Errors: FileDamaged, LimitExceeded (too much work), Database.
    [[nodiscard]] Result<bool> step();
    void bind(int parameter, std::int64_t value);
    void bind(int parameter, std::string_view value);

    [[nodiscard]] int columns() const noexcept;
    [[nodiscard]] std::string_view columnName(int column) const noexcept;
    [[nodiscard]] bool isNull(int column) const noexcept;
    [[nodiscard]] bool isBlob(int column) const noexcept;
    [[nodiscard]] bool isInteger(int column) const noexcept;
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    /// Numbers come as text too.
    [[nodiscard]] std::string_view text(int column) const noexcept;
    [[nodiscard]] std::span<const unsigned char> blob(int column) const noexcept;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    sqlite3* m_database;
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    std::string m_fileName;
};

/// A plain SQLite file made by somebody else, opened read-only and immutable with everything that could be abused switched
/// off (triggers, untrusted functions in views, corrupting pragmas) and a bound on the work a query may do.
class SqliteFile {
public:
    /// Errors: FileNotFound, FileNotReadable, NotAFile, FileDamaged (empty, shorter than its header says), FileForeign (not
    /// SQLite; an encrypted file looks the same).
    [[nodiscard]] static Result<SqliteFile> openForeign(const std::filesystem::path& path);

    /// Errors: FileDamaged, Database.
    [[nodiscard]] Result<SqliteStatement> prepare(const std::string& sql);
    [[nodiscard]] Result<bool> hasTable(std::string_view name);
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }

private:
    struct Closer {
        void operator()(sqlite3* database) const noexcept;
    };
    SqliteFile() = default;
    std::unique_ptr<sqlite3, Closer> m_database;
    std::string m_name;
};

} // namespace griddesk
