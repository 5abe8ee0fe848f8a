// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hash.h"

#include "models/core/rules.h"
#include "models/core/value.h"

#include <memory>
#include <string>
#include <string_view>

namespace griddesk {

/// Largest rule bundle: 10 000 cells, a full duty list and ten years of calendars need a few MiB.
inline constexpr std::size_t maximumBundleBytes = 64 * 1024 * 1024;

/// A rule bundle as it is stored and published.
struct RuleBundle {
    std::string bytes; ///< canonical JSON
    Hash hash;         ///< SHA-256 of `bytes`, by which operations name the bundle
};

/// Makes a bundle out of rules in JSON form (written by hand or by writeRules()), after checking that it can be opened.
/// Errors: those of canonicalBytes() and readRules().
[[nodiscard]] Result<RuleBundle> makeBundle(const Value& rules);

/// Opens bytes that came from outside, with Rules::hash set. Errors: HashMismatch before anything is read; then those of
/// fromCanonical() and readRules().
[[nodiscard]] Result<std::shared_ptr<const Rules>> openBundle(std::string_view bytes, const Hash& expected);

} // namespace griddesk
