// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace griddesk {

/// Whether the bytes are well-formed UTF-8 (Unicode 16, table 3-7: no overlong forms, no surrogates, nothing beyond U+10FFFF).
[[nodiscard]] bool isUtf8(std::string_view bytes) noexcept;

} // namespace griddesk
