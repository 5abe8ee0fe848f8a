// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace griddesk {

/// Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and NUL count as ill-formed), or
/// npos when all is well.
[[nodiscard]] std::size_t findBadUtf8(std::string_view text) noexcept;

/// Appends a code point (0 to 0x10FFFF, no surrogate).
void appendUtf8(std::string& out, char32_t point);

/// A short form of foreign bytes fit for a report: at most `maximum` bytes, cut between characters with "…" behind,
/// ill-formed bytes and control characters as \xNN.
[[nodiscard]] std::string printable(std::string_view bytes, std::size_t maximum = 120);

/// Without blanks, tabs and line ends at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// Trimmed, and every run of blanks, tabs and line ends inside made one blank: for titles and addresses.
[[nodiscard]] std::string collapsed(std::string_view text);

} // namespace griddesk
