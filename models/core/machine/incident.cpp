// SPDX-License-Identifier: GPL-3.0-or-later
// Incidents: one record on each case that takes part.
#include "steps.h"

#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

Verdict declareGuard(const Context& x)
{
    if (x.c.incident && !x.c.incident->endedAt)
        return refuse(Rule::OnceOnly, x.c.incident->id, {"endIncident"}, {Role::ShiftLeader, Role::DutyLeader});
    return {};
}

Verdict running(const Context& x)
{
    if (!x.c.incident || x.c.incident->endedAt)
        return refuse(Rule::NotMember, "no incident runs", {"declareIncident"}, {Role::ShiftLeader, Role::DutyLeader});
    return {};
}

Verdict declareIncident(Context& x)
{
    x.c.incident = IncidentRecord{.id = x.text("incident"),
                                  .name = x.text("name"),
                                  .level = x.text("level"),
                                  .head = x.flag("head"),
                                  .declared = x.trace};
    return {};
}

Verdict callOut(Context& x)
{
    x.c.incident->callOuts.push_back({x.trace, x.units("units"), x.text("words")});
    return {};
}

Verdict rollCall(Context& x)
{
    x.c.incident->rollCalls.push_back({x.trace, x.units("present"), x.units("absent")});
    return {};
}

Verdict sitrep(Context& x)
{
    x.c.incident->reports.push_back({x.trace, x.text("kind"), x.text("words")});
    return {};
}

Verdict endIncident(Context& x)
{
    x.c.incident->endedAt = x.at;
    return {};
}

const std::array handlers{
    Handler{OperationKind::DeclareIncident, declareGuard, declareIncident}, Handler{OperationKind::CallOut, running, callOut},
    Handler{OperationKind::RollCall, running, rollCall},                    Handler{OperationKind::Sitrep, running, sitrep},
    Handler{OperationKind::EndIncident, running, endIncident},
};

} // namespace

std::span<const Handler> incidentHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
