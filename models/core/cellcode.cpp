// SPDX-License-Identifier: GPL-3.0-or-later
#include "cellcode.h"

#include <algorithm>

namespace griddesk {

bool isDigits(std::string_view text) noexcept
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Result<CellCode> CellCode::parse(std::string_view text)
{
    if ((text.size() != 15 && text.size() != 14) || !isDigits(text))
        return fail(ErrorCode::Syntax, "a cell code has 15 digits", std::string(text.substr(0, 64)));
    CellCode parts{.district = std::string(text.substr(0, 6)),
                   .subdistrict = std::string(text.substr(0, 9)),
                   .community = std::string(text.substr(0, 12))};
    for (const char digit : text.substr(12))
        parts.sequence = parts.sequence * 10 + (digit - '0');
    if (parts.sequence == 0)
        return fail(ErrorCode::OutOfRange, "cells are numbered from 001", std::string(text));
    return parts;
}

AreaCode CellCode::code() const
{
    std::string digits = std::to_string(sequence);
    digits.insert(0, 3 - std::min<std::size_t>(3, digits.size()), '0');
    return AreaCode::literal(community + digits);
}

std::string_view spokenCode(const AreaCode& code) noexcept
{
    const std::string_view text = code.text();
    return text.size() <= 4 || !isDigits(text) ? text : text.substr(text.size() - 4);
}

} // namespace griddesk
