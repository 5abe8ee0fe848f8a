// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace griddesk {

/// One step of the platform's schema. A released step is never edited, only followed by another.
struct HubMigration {
    int version;           ///< user_version after it
    std::string_view name; ///< what it brings, for the log
    const char* sql;
};

inline constexpr std::uint32_t hubApplicationId = 0x47444842; // "GDHB"

/// All steps in their order, from 1 without gaps. Every table's primary key begins with the stream, so that streams can be
/// moved apart one day.
[[nodiscard]] std::span<const HubMigration> hubMigrations() noexcept;

} // namespace griddesk
