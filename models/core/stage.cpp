// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {
constexpr std::array<std::string_view, stageCount> names{"reported", "accepted", "verifying", "filed",    "dispatched", "handling",
                                                         "handled",  "checking", "checked",   "closed",   "archived",   "answered",
                                                         "rejected", "returnedUp", "handedOver", "voided", "merged"};
}

std::string_view nameOf(Stage stage) noexcept { return names[static_cast<std::size_t>(stage)]; }

Result<Stage> parseStage(std::string_view name)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return fail(ErrorCode::Syntax, "not a stage", std::string(name.substr(0, 64)));
    return static_cast<Stage>(found - names.begin());
}

} // namespace griddesk
