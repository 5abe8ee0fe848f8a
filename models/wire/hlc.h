// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/instant.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace griddesk {

/// A stamp of a hybrid logical clock: 48 bits of milliseconds since 1970 and a 16-bit counter. Orders what is displayed;
/// the sequence of the stream decides. Text form `017f22e279b0-0001` (hexadecimal), which sorts like the stamp.
struct Hlc {
    std::uint64_t ms = 0;
    std::uint16_t counter = 0;

    [[nodiscard]] std::string text() const;
    /// Errors: Syntax.
    [[nodiscard]] static Result<Hlc> parse(std::string_view text);

    auto operator<=>(const Hlc&) const = default;
    bool operator==(const Hlc&) const = default;
};

inline constexpr std::uint64_t maximumHlcMs = (std::uint64_t{1} << 48) - 1;

/// A hybrid logical clock (Kulkarni et al. 2014): stamps grow strictly, follow what was seen from others, and stay near
/// the wall clock. A stamp from further in the future than `bound` is not followed, so that no machine with a wrong
/// clock drags the others. The wall clock always comes in from outside. Thread: one.
class HybridClock {
public:
    explicit HybridClock(Milliseconds bound = std::chrono::minutes{1}, Hlc last = {}) noexcept : m_bound(bound), m_last(last) {}

    /// The stamp of something that happens here, later than every stamp given or followed before.
    [[nodiscard]] Hlc tick(Instant wall) noexcept;
    /// Takes note of a stamp from elsewhere. False: it lies beyond the bound and was not followed; the caller flags it.
    bool observe(const Hlc& remote, Instant wall) noexcept;
    /// The latest stamp given or followed; kept across restarts by whoever owns the clock.
    [[nodiscard]] const Hlc& last() const noexcept { return m_last; }

private:
    Milliseconds m_bound;
    Hlc m_last;
};

} // namespace griddesk
