// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytes.h"

namespace griddesk {

struct PublicKeyTag { static constexpr const char* name = "public key"; };
struct SignatureTag { static constexpr const char* name = "signature"; };

using PublicKey = FixedBytes<PublicKeyTag, 32>; ///< Ed25519 (RFC 8032)
using Signature = FixedBytes<SignatureTag, 64>; ///< Ed25519 (RFC 8032)

/// Whether `signature` is `key`'s over `message`. Weak keys and second forms of a signature are refused. Thread: any.
[[nodiscard]] bool verifySignature(const PublicKey& key, Bytes message, const Signature& signature) noexcept;

} // namespace griddesk
