// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hash.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace griddesk {

struct DigestTag { static constexpr const char* name = "digest"; };
/// 16 bytes: the XOR of one hash per log entry. Entries may come in any order, and one that leaves is taken out by adding it
/// once more.
using Digest = FixedBytes<DigestTag, 16>;

/// The share of one entry: the first 16 bytes of SHA-256 over the line `griddesk.digest.1`, seq, hash of the envelope and
/// outcome, a line each.
[[nodiscard]] Digest digestOf(std::int64_t seq, std::string_view envelopeHash, std::string_view outcome);

/// XOR.
[[nodiscard]] Digest operator^(const Digest& a, const Digest& b) noexcept;
inline Digest& operator^=(Digest& a, const Digest& b) noexcept { return a = a ^ b; }

/// What everybody who sees a scope must hold of it: how many log entries its cases have, and their digest.
struct ScopeDigest {
    std::string scope;
    std::int64_t count = 0;
    Digest digest{};

    bool operator==(const ScopeDigest&) const = default;
};

} // namespace griddesk
