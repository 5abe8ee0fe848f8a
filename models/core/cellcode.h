// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <string>
#include <string_view>

namespace griddesk {

/// The parts of a national unit-grid code (GB/T 30428.1): 6 digits county-level division (GB/T 2260), 3 sub-district
/// (GB/T 10114), 3 community, 3 sequence number of the cell inside its community, 001 to 999.
struct CellCode {
    std::string district;    ///< digits 1–6
    std::string subdistrict; ///< digits 1–9
    std::string community;   ///< digits 1–12
    int sequence = 0;        ///< digits 13–15

    bool operator==(const CellCode&) const = default;

    /// Reads a 15-digit code. The 14-digit form of older data (two digits of sequence) is read too.
    /// Errors: Syntax when it is not digits of that length; OutOfRange for the sequence number 0.
    [[nodiscard]] static Result<CellCode> parse(std::string_view text);
    /// The 15-digit form.
    [[nodiscard]] AreaCode code() const;
};

/// Whether the text is made of digits only, so that the national rules for codes apply to it; districts elsewhere use
/// codes of their own.
[[nodiscard]] bool isDigits(std::string_view text) noexcept;

/// The last four digits, as people name a cell in speech ("grid 0312"); shorter codes whole.
[[nodiscard]] std::string_view spokenCode(const AreaCode& code) noexcept;

} // namespace griddesk
