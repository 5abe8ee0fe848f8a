// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secret.h"

namespace griddesk {

/// Authenticated encryption with XChaCha20-Poly1305: 24 random bytes, cipher text, 16 bytes of tag. `associated` is not
/// hidden but bound: other associated bytes do not open it. Errors: InvalidArgument (empty key). Thread: any.
[[nodiscard]] Result<Buffer> sealBytes(const Secret& key, Bytes plain, Bytes associated, RandomSource& random);
/// Errors: FileDamaged (too short), WrongKey (wrong key, or anything was changed), InvalidArgument (empty key).
[[nodiscard]] Result<Buffer> openBytes(const Secret& key, Bytes sealed, Bytes associated);

/// The same for a key: its bytes never stand in ordinary memory.
[[nodiscard]] Result<Buffer> wrapSecret(const Secret& wrapping, const Secret& secret, Bytes associated, RandomSource& random);
[[nodiscard]] Result<Secret> unwrapSecret(const Secret& wrapping, Bytes wrapped, Bytes associated);

inline constexpr std::size_t sealOverhead = 24 + 16;

} // namespace griddesk
