// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace griddesk {

/// A telephone number as the line it names, so that the same line written in two ways gives the same text: a mobile as its
/// eleven digits, a fixed line with the leading 0 of its area code, a foreign one as '+' and digits, a local or service
/// number as it is. Full-width characters, blanks, brackets, dots and dashes, a country code (+86, 0086, 86 before a mobile),
/// a 0 dialled before a mobile and an extension (转, 分机, ext, x, #, or a last group behind a whole number) are seen
/// through; the extension is left away, because another telephone shows the line only. Absent for what is not one number of
/// 7 to 15 digits, for one digit repeated (typed where the caller is not known) and for texts longer than 64 bytes. A local
/// number does not equal itself with an area code: which one is not known. Pure.
[[nodiscard]] std::optional<std::string> normalisedPhone(std::string_view text);

} // namespace griddesk
