// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytesource.h"

#include <memory>

namespace griddesk {

/// Wraps a source of gzip bytes (one or several members, zero padding allowed at the end) into a source of plain bytes.
[[nodiscard]] std::unique_ptr<ByteSource> gzipByteSource(std::unique_ptr<ByteSource> compressed, ByteLimits limits);

} // namespace griddesk
