// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "storeschema.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace griddesk {

/// Short integers for area, unit, category and source codes, so that rows are narrow. Remembers what it looked up;
/// after a rolled back transaction forget() must be called. Thread: that of the database.
class CodeBook {
public:
    explicit CodeBook(Database& database) : m_database(database) {}

    /// The number of a code, made when it is new (writer only).
    [[nodiscard]] Result<std::int64_t> intern(CodeKind kind, std::string_view text);
    /// The number of a code; absent when no case ever used it.
    [[nodiscard]] Result<std::optional<std::int64_t>> find(CodeKind kind, std::string_view text);
    /// All codes of a kind by number.
    [[nodiscard]] Result<std::unordered_map<std::int64_t, std::string>> all(CodeKind kind);
    void forget();

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    using Map = std::unordered_map<std::string, std::int64_t, TextHash, std::equal_to<>>;
    [[nodiscard]] Map& mapOf(CodeKind kind) { return m_known[static_cast<std::size_t>(kind)]; }

    Database& m_database;
    std::array<Map, 6> m_known;
};

} // namespace griddesk
