// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome.h"

#include <array>
#include <string>

namespace griddesk {

namespace {
constexpr std::array<std::string_view, 8> names{"applied", "appliedRebased", "superseded", "held",
                                                "conflict", "unauthorised",  "invalid",    "tampered"};
}

std::string_view nameOf(Outcome outcome) noexcept { return names[static_cast<std::size_t>(outcome)]; }

Result<Outcome> parseOutcome(std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return static_cast<Outcome>(i);
    return fail(ErrorCode::Syntax, "not an outcome", std::string(name.substr(0, 64)));
}

} // namespace griddesk
