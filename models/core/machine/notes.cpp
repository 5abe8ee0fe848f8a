// SPDX-License-Identifier: GPL-3.0-or-later
// What anybody may add: comments, files, attention; and a changed grid.
#include "context.h"

#include <array>

namespace griddesk::machine {

namespace {

Verdict comment(Context& x)
{
    ++x.c.comments;
    return {};
}

Verdict attach(Context& x)
{
    if (!hasEvidence(x, {}))
        return refuse(RefusalRule::EvidenceMissing, {}, {"evidence"});
    return {}; // apply() keeps the evidence of every operation
}

Verdict watch(Context& x)
{
    if (x.flag("on"))
        x.c.watchers.insert(x.trace.account);
    else
        x.c.watchers.erase(x.trace.account);
    return {};
}

Verdict rezone(Context& x)
{
    x.c.amendments.push_back({"area", x.c.area ? x.c.area->text() : std::string(), x.trace, x.c.stage});
    x.c.area = x.id<AreaCode>("area");
    return {};
}

const std::array handlers{
    Handler{OperationKind::Comment, noGuard, comment},
    Handler{OperationKind::Attach, noGuard, attach},
    Handler{OperationKind::Watch, noGuard, watch},
    Handler{OperationKind::Rezone, noGuard, rezone},
};

} // namespace

std::span<const Handler> noteHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
