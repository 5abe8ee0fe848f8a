// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace griddesk {

/// One step of a database kind's schema. A released step is never edited, only followed by another.
struct Migration {
    int version;           ///< user_version after it
    std::string_view name; ///< what it brings, for the log
    Sql sql;
};

/// Proof for static_assert that a list starts at 1 and has no gap: its order is the order it runs in.
template <std::size_t N>
[[nodiscard]] consteval bool inOrder(const Migration (&list)[N])
{
    for (std::size_t i = 0; i < N; ++i)
        if (list[i].version != static_cast<int>(i) + 1 || list[i].name.empty() || list[i].sql.text().empty())
            return false;
    return true;
}

/// A kind of database: which file it is, and all steps to its newest form.
struct Schema {
    std::string_view name; ///< "outbox", "log", "store", "desk"
    std::uint32_t applicationId;
    std::span<const Migration> migrations;
    Durability durability = Durability::Full;
    int cacheMiB = 16;   ///< of the writer; readers take at most 16
    int walPages = 1000; ///< pages in the WAL at which the writer checkpoints

    [[nodiscard]] int version() const noexcept { return static_cast<int>(migrations.size()); }
    [[nodiscard]] OpenOptions options(OpenMode mode) const noexcept
    {
        return OpenOptions{mode, applicationId, version(), durability, mode == OpenMode::QueryOnly ? std::min(cacheMiB, 16) : cacheMiB, walPages};
    }
};

/// Makes a new database with all steps under a temporary name and publishes it, so that a crash leaves none or a whole
/// one. Errors: Duplicate (something is there), FileNotWritable, DiskFull, Io.
[[nodiscard]] Result<void> createDatabase(const std::filesystem::path& file, const Secret& key, const Schema& schema);

/// Opens an existing database. In ReadWrite an older one is first copied to "NAME.before-vN" and then brought up to date
/// in one transaction per step; QueryOnly never migrates. Errors: as Database::open() and backupDatabase(); when a step
/// fails the file stays as it was after the step before.
[[nodiscard]] Result<std::unique_ptr<Database>> openDatabase(const std::filesystem::path& file, const Secret& key, const Schema& schema,
                                                             OpenMode mode);

/// Runs the steps above the file's version. For openDatabase() and tests.
[[nodiscard]] Result<void> migrate(Database& database, std::span<const Migration> migrations);

/// A consistent copy of a live database, encrypted with the same key, published whole. Works beside a writer; give it a
/// QueryOnly connection, which holds one snapshot while it copies. Errors: Duplicate, DiskFull, Cancelled, Io.
[[nodiscard]] Result<void> backupDatabase(Database& source, const std::filesystem::path& target, const Secret& key,
                                          const CancelToken& cancel = {});

/// All tables, indexes and triggers as text, one a line, sorted: equal texts are equal schemas.
[[nodiscard]] Result<std::string> schemaText(Database& database);

} // namespace griddesk
