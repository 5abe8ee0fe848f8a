// SPDX-License-Identifier: GPL-3.0-or-later
#include "assignment.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {
constexpr std::array<std::string_view, assignmentStateCount> stateNames{"sent", "signed", "replied", "returned", "revoked", "released"};
constexpr std::array<std::string_view, 4> basisNames{"statutory", "negotiated", "designated", "emergency"};
}

std::string_view nameOf(AssignmentState state) noexcept { return stateNames[static_cast<std::size_t>(state)]; }
std::string_view nameOf(AssignmentRole role) noexcept { return role == AssignmentRole::Lead ? "lead" : "assist"; }
std::string_view nameOf(Basis basis) noexcept { return basisNames[static_cast<std::size_t>(basis)]; }

Result<Basis> parseBasis(std::string_view name)
{
    const auto found = std::ranges::find(basisNames, name);
    if (found == basisNames.end())
        return fail(ErrorCode::Syntax, "not a basis", std::string(name.substr(0, 64)));
    return static_cast<Basis>(found - basisNames.begin());
}

} // namespace griddesk
