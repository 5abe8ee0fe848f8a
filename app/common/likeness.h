// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace griddesk {

/// How alike two short texts are, 0 to 100: shared pairs of neighbouring characters (Dice's coefficient), blanks and ASCII
/// punctuation apart. Works for Chinese and Latin text alike. Invalid UTF-8 counts byte by byte. Pure.
[[nodiscard]] int likeness(std::string_view a, std::string_view b);

} // namespace griddesk
