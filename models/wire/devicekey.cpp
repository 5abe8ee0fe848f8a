// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicekey.h"

#include <sodium.h>

namespace griddesk {

namespace {

/// The expanded private key, wiped at the end of its scope.
struct Expanded {
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> bytes{};
    PublicKey publicKey;

    explicit Expanded(const Secret& seed)
    {
        crypto_sign_seed_keypair(publicKey.bytes.data(), bytes.data(), seed.bytes().data());
    }
    ~Expanded() { wipeBytes(bytes); }
    Expanded(const Expanded&) = delete;
    Expanded& operator=(const Expanded&) = delete;
};

} // namespace

bool verifySignature(const PublicKey& key, Bytes message, const Signature& signature) noexcept
{
    return crypto_sign_verify_detached(signature.bytes.data(), message.data(), message.size(), key.bytes.data()) == 0;
}

DeviceKey::DeviceKey(Secret seed) : m_seed(std::move(seed)), m_public(Expanded(m_seed).publicKey) {}

DeviceKey DeviceKey::generate(RandomSource& random)
{
    return DeviceKey(Secret::random(random));
}

Result<DeviceKey> DeviceKey::fromSeed(Secret seed)
{
    if (seed.empty())
        return fail(ErrorCode::InvalidArgument, "device key without a seed");
    return DeviceKey(std::move(seed));
}

Signature DeviceKey::sign(Bytes message) const
{
    const Expanded expanded(m_seed);
    Signature signature;
    crypto_sign_detached(signature.bytes.data(), nullptr, message.data(), message.size(), expanded.bytes.data());
    return signature;
}

} // namespace griddesk
