// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue.h"

namespace griddesk {

namespace {
constexpr std::array<std::string_view, queueCount> names{
    "toAccept",   "toVerify", "verifying", "toFile",   "toDispatch", "toSign", "handling",   "toCheck", "checking",
    "toClose",    "toCallback", "dueSoon", "overdue",  "returned",   "rework", "redo",       "supervised", "suspended",
    "hot",        "mine",     "toSend",    "tray",     "open",       "closed", "all"};
}

std::string_view nameOf(Queue queue) noexcept { return names[static_cast<std::size_t>(queue)]; }

Result<Queue> parseQueue(std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return static_cast<Queue>(i);
    return fail(ErrorCode::Syntax, "not a queue", std::string(name.substr(0, 64)));
}

} // namespace griddesk
