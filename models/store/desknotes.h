// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/core/instant.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace griddesk {

/// Half-written forms and settings of this desk (desk.db): texts by key, each put durable at once, so that a crash loses
/// at most what was typed since the last one. The last values of every key are kept. Thread: the writer for changes, a
/// reader for the rest.
class DeskNotes {
public:
    /// The database must outlive it and be of deskSchema().
    explicit DeskNotes(Database& database) : m_database(database) {}

    static constexpr std::size_t longestKey = 200, longestValue = 4 * 1024 * 1024;
    static constexpr int keptVersions = 20;

    /// An empty value removes the key. Errors: InvalidArgument (an empty key), LimitExceeded, as sqliteError().
    Result<void> put(std::string_view key, std::string_view value, Instant at);
    /// Empty when there is none.
    [[nodiscard]] Result<std::string> get(std::string_view key);
    /// Entries whose key begins with `prefix`, in order of key.
    [[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> list(std::string_view prefix);
    /// Earlier values of a key, newest first.
    [[nodiscard]] Result<std::vector<std::pair<Instant, std::string>>> history(std::string_view key);

private:
    Database& m_database;
};

} // namespace griddesk
