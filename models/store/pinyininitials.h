// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace griddesk {

/// First letters of the pinyin readings of a Han character, most common first: U'长' → "cz". Empty when unknown.
/// Covers the 3755 characters of GB 2312 level 1, all readings of those met in names, and the level 2 characters common
/// in names of streets, estates and waters. Thread: any.
[[nodiscard]] std::string_view pinyinInitials(char32_t character) noexcept;

} // namespace griddesk
