// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/instant.h"
#include "random.h"

#include <string>
#include <string_view>

namespace griddesk {

/// A UUID of version 7 (RFC 9562 §5.7) as lower-case text: 48 bits of milliseconds, then 74 random bits. Instants before
/// 1970 count as 1970. Sorts by time as text; within one millisecond the order is random.
[[nodiscard]] std::string makeUuid7(Instant now, RandomSource& random);

/// Whether `text` is a lower-case UUID of version 7 and the RFC's variant.
[[nodiscard]] bool isUuid7(std::string_view text) noexcept;

/// The instant within a version 7 UUID: what its author's clock showed, good for display only. Errors: Syntax.
[[nodiscard]] Result<Instant> instantOfUuid7(std::string_view text);

} // namespace griddesk
