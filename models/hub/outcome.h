// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <cstdint>
#include <string_view>

namespace griddesk {

/// What became of a pushed operation. Nothing is ever dropped: every operation has exactly one of these for ever, and a
/// second push of the same operation gets the first answer again.
enum class Outcome : std::uint8_t {
    Applied,        ///< legal on the state it was made on
    AppliedRebased, ///< the case had moved on, still legal
    Superseded,     ///< overtaken: a nudge on a closed case, a rung that fired already
    Held,           ///< waits for something (a parent, a blob, a supervisor)
    Conflict,       ///< refused by the rules on the present state
    Unauthorised,   ///< the actor may not do this
    Invalid,        ///< not a well-formed operation; its bytes are kept in quarantine
    Tampered,       ///< signature, chain or content does not fit; quarantine
};

/// True for outcomes that changed the case.
[[nodiscard]] constexpr bool isApplied(Outcome outcome) noexcept
{
    return outcome == Outcome::Applied || outcome == Outcome::AppliedRebased;
}
/// True for outcomes that are a leaf of the case's history (quarantined ones are not).
[[nodiscard]] constexpr bool isLogged(Outcome outcome) noexcept
{
    return outcome != Outcome::Invalid && outcome != Outcome::Tampered;
}

/// Stable names: applied appliedRebased superseded held conflict unauthorised invalid tampered.
[[nodiscard]] std::string_view nameOf(Outcome outcome) noexcept;
[[nodiscard]] Result<Outcome> parseOutcome(std::string_view name);

} // namespace griddesk
