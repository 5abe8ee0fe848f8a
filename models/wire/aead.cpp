// SPDX-License-Identifier: GPL-3.0-or-later
#include "aead.h"

#include <sodium.h>

namespace griddesk {

namespace {

constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
static_assert(sealOverhead == nonceSize + crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(Secret::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

/// Opens into `plain`, which has room for exactly the contents.
Result<void> openInto(const Secret& key, Bytes sealed, Bytes associated, std::span<std::uint8_t> plain)
{
    if (key.empty())
        return fail(ErrorCode::InvalidArgument, "no key to open with");
    const auto cipher = sealed.subspan(nonceSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, cipher.data(), cipher.size(), associated.data(),
                                                   associated.size(), sealed.data(), key.bytes().data()) != 0)
        return fail(ErrorCode::WrongKey, "wrong key, or the sealed bytes were changed");
    return {};
}

} // namespace

Result<Buffer> sealBytes(const Secret& key, Bytes plain, Bytes associated, RandomSource& random)
{
    if (key.empty())
        return fail(ErrorCode::InvalidArgument, "no key to seal with");
    Buffer sealed(plain.size() + sealOverhead);
    const auto nonce = std::span(sealed).first(nonceSize);
    random.fill(nonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonceSize, nullptr, plain.data(), plain.size(), associated.data(),
                                               associated.size(), nullptr, nonce.data(), key.bytes().data());
    return sealed;
}

Result<Buffer> openBytes(const Secret& key, Bytes sealed, Bytes associated)
{
    if (sealed.size() < sealOverhead)
        return fail(ErrorCode::FileDamaged, "sealed bytes are cut short");
    Buffer plain(sealed.size() - sealOverhead);
    if (auto opened = openInto(key, sealed, associated, plain); !opened)
        return std::unexpected(opened.error());
    return plain;
}

Result<Buffer> wrapSecret(const Secret& wrapping, const Secret& secret, Bytes associated, RandomSource& random)
{
    if (secret.empty())
        return fail(ErrorCode::InvalidArgument, "no key to wrap");
    return sealBytes(wrapping, secret.bytes(), associated, random);
}

Result<Secret> unwrapSecret(const Secret& wrapping, Bytes wrapped, Bytes associated)
{
    if (wrapped.size() != Secret::size + sealOverhead)
        return fail(ErrorCode::FileDamaged, "a wrapped key has another size");
    Result<void> opened;
    auto secret = Secret::make([&](std::span<std::uint8_t> bytes) { opened = openInto(wrapping, wrapped, associated, bytes); });
    if (!opened)
        return std::unexpected(opened.error());
    return secret;
}

} // namespace griddesk
