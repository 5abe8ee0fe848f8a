// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace griddesk {

/// Where random bytes come from. Handed in, so that tests and the simulator repeat a run from its seed.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// The operating system's generator, through libsodium. Thread: any.
class SystemRandom final : public RandomSource {
public:
    SystemRandom();
    void fill(std::span<std::uint8_t> bytes) override;
};

/// Repeatable bytes from a seed (ChaCha20). For tests and demo districts only: whoever knows the seed knows every key.
/// Thread: one.
class SeededRandom final : public RandomSource {
public:
    explicit SeededRandom(std::uint64_t seed) noexcept : m_seed(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

private:
    std::uint64_t m_seed;
    std::uint64_t m_calls = 0;
};

} // namespace griddesk
