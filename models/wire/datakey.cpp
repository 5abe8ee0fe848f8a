// SPDX-License-Identifier: GPL-3.0-or-later
#include "datakey.h"

#include <sodium.h>

namespace griddesk {

namespace {

constexpr char context[] = "griddesk";
static_assert(sizeof context - 1 == crypto_kdf_CONTEXTBYTES);
static_assert(Secret::size == crypto_kdf_KEYBYTES);

constexpr std::uint64_t fingerprintNumber = 0; // no purpose has it

Secret derive(const Secret& master, std::uint64_t number)
{
    return Secret::make([&](std::span<std::uint8_t> bytes) {
        crypto_kdf_derive_from_key(bytes.data(), bytes.size(), number, context, master.bytes().data());
    });
}

} // namespace

Result<DataKey> DataKey::fromSecret(Secret secret)
{
    if (secret.empty())
        return fail(ErrorCode::InvalidArgument, "data key without bytes");
    return DataKey(std::move(secret));
}

Secret DataKey::derived(KeyPurpose purpose) const
{
    return derive(m_secret, static_cast<std::uint64_t>(purpose));
}

Hash DataKey::fingerprint() const
{
    return sha256(derive(m_secret, fingerprintNumber).bytes());
}

} // namespace griddesk
