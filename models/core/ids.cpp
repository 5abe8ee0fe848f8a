// SPDX-License-Identifier: GPL-3.0-or-later
#include "ids.h"

#include <algorithm>

namespace griddesk {

bool isIdentifier(std::string_view text) noexcept
{
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return c > 0x20 && c < 0x7f && c != '"' && c != '\'' && c != '\\' && c != '<' && c != '`';
    });
}

} // namespace griddesk
