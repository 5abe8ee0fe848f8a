// SPDX-License-Identifier: GPL-3.0-or-later
#include "random.h"

#include "sodiumready.h"

#include <sodium.h>

#include <cstdlib>

namespace griddesk {

void requireSodium() noexcept
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        std::abort();
}

SystemRandom::SystemRandom()
{
    requireSodium();
}

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    requireSodium();
    std::array<std::uint8_t, randombytes_SEEDBYTES> seed{};
    for (std::size_t i = 0; i < 8; ++i) {
        seed[i] = static_cast<std::uint8_t>(m_seed >> (8 * i));
        seed[8 + i] = static_cast<std::uint8_t>(m_calls >> (8 * i));
    }
    ++m_calls;
    randombytes_buf_deterministic(bytes.data(), bytes.size(), seed.data());
}

} // namespace griddesk
