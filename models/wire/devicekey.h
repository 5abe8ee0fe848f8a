// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secret.h"
#include "signature.h"

namespace griddesk {

/// The Ed25519 key pair of one device. Only the seed is kept, in guarded memory; the expanded private key exists for the
/// moment of a signature. Thread: any, one at a time.
class DeviceKey {
public:
    [[nodiscard]] static DeviceKey generate(RandomSource& random);
    /// From a stored seed. Errors: InvalidArgument when the secret is empty.
    [[nodiscard]] static Result<DeviceKey> fromSeed(Secret seed);

    /// For keeping the key: to be wrapped with the data key or given to the key store.
    [[nodiscard]] const Secret& seed() const noexcept { return m_seed; }
    [[nodiscard]] const PublicKey& publicKey() const noexcept { return m_public; }
    [[nodiscard]] Signature sign(Bytes message) const;

private:
    explicit DeviceKey(Secret seed);
    Secret m_seed;
    PublicKey m_public;
};

} // namespace griddesk
