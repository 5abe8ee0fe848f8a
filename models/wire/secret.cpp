// SPDX-License-Identifier: GPL-3.0-or-later
#include "secret.h"

#include "sodiumready.h"

#include <sodium.h>

#include <new>

namespace griddesk {

void Secret::Free::operator()(std::uint8_t* memory) const noexcept
{
    sodium_free(memory); // wipes before freeing
}

void Secret::allocate()
{
    requireSodium();
    m_memory.reset(static_cast<std::uint8_t*>(sodium_malloc(size)));
    if (m_memory == nullptr)
        throw std::bad_alloc();
}

Secret Secret::random(RandomSource& source)
{
    return make([&](std::span<std::uint8_t, size> bytes) { source.fill(bytes); });
}

Result<Secret> Secret::copyOf(Bytes bytes)
{
    if (bytes.size() != size)
        return fail(ErrorCode::InvalidArgument, "a key has 32 bytes, not " + std::to_string(bytes.size()));
    return make([&](std::span<std::uint8_t, size> target) { std::ranges::copy(bytes, target.begin()); });
}

Secret Secret::clone() const
{
    if (empty())
        return {};
    return make([&](std::span<std::uint8_t, size> target) { std::ranges::copy(bytes(), target.begin()); });
}

Bytes Secret::bytes() const noexcept
{
    return empty() ? Bytes{} : Bytes{m_memory.get(), size};
}

bool Secret::sameAs(const Secret& other) const noexcept
{
    return !empty() && !other.empty() && sodium_memcmp(m_memory.get(), other.m_memory.get(), size) == 0;
}

void wipeBytes(std::span<std::uint8_t> bytes) noexcept
{
    sodium_memzero(bytes.data(), bytes.size());
}

void wipeText(std::string& text) noexcept
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

} // namespace griddesk
