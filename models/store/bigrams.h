// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// How texts become search tokens. Chinese is written without blanks, so runs of Han characters are cut into overlapping
/// pairs (暴露垃圾 → 暴露 露垃 垃圾); single characters are tokens in names only, or every text would be twice as long. Latin letters and digits are words, folded to lower case and half width. Pure functions;
/// thread: any. Malformed UTF-8 counts as a separator.

/// Half-width, lower case, separators to single blanks: what candidates are compared in.
[[nodiscard]] std::string normalised(std::string_view text);

/// Tokens of a text, separated by blanks; each once. At most `maximumTokens`.
[[nodiscard]] std::string tokensOf(std::string_view text);
inline constexpr std::size_t maximumTokens = 4000;

/// Every Han character of a name or title by itself.
[[nodiscard]] std::string singleTokensOf(std::string_view name);

/// Tokens of the first letters of the pinyin of a name or title, as pairs marked with '_' (垃圾 → _lj), all readings of
/// characters with several. Empty for texts without Han characters.
[[nodiscard]] std::string initialTokensOf(std::string_view text);

/// Whether `letters` (lower-case) are the initials of consecutive characters of `text`, in any of their readings.
[[nodiscard]] bool matchesInitials(std::string_view text, std::string_view letters);

/// A number as a token: its letters and digits from the last to the first, so that an end of it is a beginning of the
/// token; "_n" alone when it has none.
[[nodiscard]] std::string numberToken(std::string_view number);
/// A square of the map as a token.
[[nodiscard]] std::string tileToken(std::int64_t tile);

/// One blank-separated word of a query.
struct QueryWord {
    std::string text;                 ///< normalised
    std::vector<std::string> tokens;  ///< all must be there
    bool prefix = false;              ///< the only token is the beginning of one
    std::vector<std::string> initials; ///< for latin words: tokens that would do instead
};

/// At most 8 words of at most 64 characters; the rest is left out.
[[nodiscard]] std::vector<QueryWord> queryWords(std::string_view query);

} // namespace griddesk
