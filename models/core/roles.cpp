// SPDX-License-Identifier: GPL-3.0-or-later
#include "roles.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {
constexpr std::array<std::string_view, roleCount> names{"operator", "shiftLeader", "dutyLeader", "dispatcher", "unitLead", "handler",
                                                        "gridLead", "gridWorker",  "community",  "reviewer",   "supervisor", "leader",
                                                        "auditor",  "admin",       "importer",   "system"};
}

std::string_view nameOf(Role role) noexcept { return names[static_cast<std::size_t>(role)]; }

Result<Role> parseRole(std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return fail(ErrorCode::Syntax, "not a role", std::string(name.substr(0, 64)));
    return static_cast<Role>(found - names.begin());
}

} // namespace griddesk
