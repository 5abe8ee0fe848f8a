// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace griddesk {

/// Number a desk gives before the authority has: device letter(s) and counter, "B-0042".
struct LocalNumber {
    std::string device;       ///< 1 to 3 capital letters
    std::int64_t counter = 0; ///< from 1; at least four digits are written

    bool operator==(const LocalNumber&) const = default;
};

/// Number the authority gives: year, stream, sequence, "2026-990101001-000123".
struct AuthorityNumber {
    int year = 0;              ///< 2000 to 2199, of the district's local date
    std::string stream;        ///< letters, digits, '_' and '.'; 1 to 32
    std::int64_t sequence = 0; ///< from 1 in every year; at least six digits are written

    bool operator==(const AuthorityNumber&) const = default;
};

/// What a number counts. Supervision orders (督办单) have "DB-" before the same two forms: "DB-B-0007",
/// "DB-2026-990101001-000004". Device letters are never "DB".
enum class Numbered : std::uint8_t { Case, SupervisionOrder };

struct Number {
    Numbered what = Numbered::Case;
    std::variant<LocalNumber, AuthorityNumber> number;

    bool operator==(const Number&) const = default;
};

/// Largest counter and sequence; far beyond any district.
inline constexpr std::int64_t largestNumber = 999'999'999;

/// Errors: OutOfRange or Syntax when a part is not as described above.
[[nodiscard]] Result<std::string> formatNumber(const Number& number);

/// Reads what formatNumber writes; as people type: small letters, blanks around it, and the word 督办 for "DB" are fine.
/// Errors: Syntax, OutOfRange.
[[nodiscard]] Result<Number> parseNumber(std::string_view text);

} // namespace griddesk
