// SPDX-License-Identifier: GPL-3.0-or-later
// Returns 退单 on both levels.
#include "steps.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

bool unanswered(const Context& x)
{
    const auto* clock = x.target != nullptr ? runningClock(x.c, ClockKind::ReturnDecision, x.target->id.text()) : nullptr;
    return clock != nullptr && isPast(x.rules, *clock, x.at);
}

Verdict requestGuard(const Context& x)
{
    if (auto verdict = ownUnit(x))
        return verdict;
    const auto& a = *x.target;
    if (a.openReturn() != nullptr)
        return refuse(Rule::AlreadyAsked, a.id.text(), {"decideReturn"}, {Role::Dispatcher, Role::UnitLead});
    if (const auto* window = runningClock(x.c, ClockKind::ReturnWindow, a.id.text()); window != nullptr && isPast(x.rules, *window, x.at))
        return refuse(Rule::WindowOver, a.id.text());
    if (hasOpenSubtasks(x.c, a.id)) // a unit takes back what it gave on before it returns the whole
        return refuse(Rule::OpenSubtasks, a.id.text(), {"revoke"}, {Role::UnitLead});
    return {};
}

Verdict requestReturn(Context& x)
{
    auto& a = *x.target;
    a.returns.push_back({.by = x.trace, .reason = x.text("reason"), .text = x.text("words"), .proposed = x.id<UnitId>("proposed")});
    // The minutes until the answer are those of whoever has to give it: on level 2 the unit that gave the work on.
    const auto* parent = a.level == 2 && a.parent ? findAssignment(x.c, *a.parent) : nullptr;
    const auto decider = parent != nullptr ? parent->unit.text() : centre(x);
    startClock(x, ClockKind::ReturnDecision, a.id.text(), x.rules.parameters.returnDecisionLimit, decider, x.at);
    return {};
}

Verdict decideGuard(const Context& x)
{
    const auto& a = *x.target;
    if (a.openReturn() == nullptr)
        return refuse(Rule::NothingAsked, a.id.text(), {"requestReturn"}, {Role::UnitLead});
    const bool arbiter = x.post.roles.meets({Role::ShiftLeader, Role::Leader});
    if (a.level == 2) {
        const auto* parent = a.parent ? findAssignment(x.c, *a.parent) : nullptr;
        const bool parents = parent != nullptr && x.ofUnit(parent->unit) && x.post.roles.meets({Role::UnitLead, Role::Community});
        if (!parents && !(arbiter && unanswered(x)))
            return refuse(Rule::NotYourUnit, a.id.text(), {}, {Role::UnitLead, Role::Community});
        return {};
    }
    if (!x.post.roles.meets({Role::Dispatcher, Role::ShiftLeader, Role::Leader}))
        return refuse(Rule::RoleMissing, a.id.text(), {}, {Role::Dispatcher, Role::ShiftLeader, Role::Leader});
    if (unanswered(x) && !arbiter) // no answer in time is arbitration, not consent
        return refuse(Rule::Arbitration, a.id.text(), {}, {Role::ShiftLeader, Role::Leader});
    return {};
}

Verdict decideReturn(Context& x)
{
    auto& c = x.c;
    auto& a = *x.target;
    const bool agreed = x.flag("agreed");
    if (agreed && a.basis == Basis::Designated) {
        const auto designation = std::ranges::find(c.designations, a.basisRecord, &Designation::id);
        if (designation != c.designations.end() && designation->by.post != x.trace.post)
            return refuse(Rule::OtherPostDecides, designation->by.post.text(), {}, {Role::ShiftLeader, Role::Leader});
    }
    auto& request = a.returns.back();
    request.agreed = agreed;
    request.decidedBy = x.trace;
    request.decision = x.text("words");
    meet(x, ClockKind::ReturnDecision, a.id.text());
    if (!agreed)
        return {};
    const bool lead = a.level == 1 && a.role == AssignmentRole::Lead;
    if (a.level == 1 && (request.reason == "wrongUnit" || request.reason == "noAuthority"))
        chargeCentre(x, a);
    endAssignment(x, a, AssignmentState::Returned);
    if (a.level == 2) {
        if (const auto* parent = findAssignment(c, *a.parent))
            holdCase(x, parent->unit.text());
        return {};
    }
    if (!lead)
        return {};
    ++c.returns;
    c.arbitration = c.returns >= 2;
    dropRequests(x);
    enterStage(x, Stage::Filed);
    return {};
}

const std::array handlers{
    Handler{OperationKind::RequestReturn, requestGuard, requestReturn},
    Handler{OperationKind::DecideReturn, decideGuard, decideReturn},
};

} // namespace

std::span<const Handler> returnHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
