// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytesource.h"

namespace griddesk {

/// Wraps `source`, which must outlive it, so that UTF-16 comes out as UTF-8. `pending` are bytes already taken from the
/// source, after the byte order mark. A lone surrogate or a half character at the end comes out as the byte 0xFF, which
/// no UTF-8 text contains, so that the row it stands in is rejected and the rest is read.
[[nodiscard]] std::unique_ptr<ByteSource> utf16ByteSource(ByteSource& source, bool bigEndian, std::string pending);

} // namespace griddesk
