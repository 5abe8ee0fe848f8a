// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytes.h"
#include "random.h"

#include <memory>

namespace griddesk {

/// A 256-bit key in guarded memory: locked against swapping where the system allows, surrounded by guard pages, wiped
/// when freed. Movable, never copied by accident; a moved-from or wiped secret holds nothing and every function that
/// needs a key refuses it with InvalidArgument. Thread: any, one at a time.
class Secret {
public:
    static constexpr std::size_t size = 32;

    [[nodiscard]] static Secret random(RandomSource& source);
    /// The caller wipes its own copy. Errors: InvalidArgument when not 32 bytes.
    [[nodiscard]] static Result<Secret> copyOf(Bytes bytes);
    /// Lets `fill` write the 32 bytes in place, so that they never stand in ordinary memory.
    template <typename Fill>
    [[nodiscard]] static Secret make(Fill&& fill)
    {
        Secret secret;
        secret.allocate();
        fill(std::span<std::uint8_t, size>(secret.m_memory.get(), size));
        return secret;
    }

    [[nodiscard]] Secret clone() const;
    [[nodiscard]] bool empty() const noexcept { return m_memory == nullptr; }
    /// The 32 bytes, or none when empty.
    [[nodiscard]] Bytes bytes() const noexcept;
    /// Compares in constant time; an empty secret equals nothing.
    [[nodiscard]] bool sameAs(const Secret& other) const noexcept;
    /// Destroys the key.
    void wipe() noexcept { m_memory.reset(); }

private:
    struct Free {
        void operator()(std::uint8_t* memory) const noexcept;
    };
    Secret() = default;
    void allocate();
    std::unique_ptr<std::uint8_t[], Free> m_memory;
};

/// Overwrites bytes so that the compiler cannot leave it out.
void wipeBytes(std::span<std::uint8_t> bytes) noexcept;
void wipeText(std::string& text) noexcept;

} // namespace griddesk
