// SPDX-License-Identifier: GPL-3.0-or-later
#include "giving.h"

#include <algorithm>

namespace griddesk::machine {

using Rule = RefusalRule;

void startTryFor(Context& x, const Assignment& a)
{
    const auto* unit = unitInForce(x.rules, a.unit, x.at);
    if (unit == nullptr)
        return;
    const auto& p = x.rules.parameters;
    if (unit->kind == UnitKind::GridCrew)
        startClock(x, ClockKind::TryFor, a.id.text(), p.tryForGrid, a.unit.text(), x.at);
    else if (unit->kind == UnitKind::Community)
        startClock(x, ClockKind::TryFor, a.id.text(), p.tryForCommunity, a.unit.text(), x.at);
}

Verdict unitOfLevel(const Context& x, const UnitId& unit, int level)
{
    const auto* found = unitInForce(x.rules, unit, x.at);
    if (found == nullptr)
        return refuse(Rule::ReferenceUnknown, unit.text(), {"unit"});
    const bool fits = level == 1 ? found->level == 1 && found->kind != UnitKind::Centre : found->level == 2 || found->alsoLevel2;
    if (!fits)
        return refuse(Rule::UnitLevel, unit.text(), {"unit"});
    return {};
}

std::expected<std::optional<Limit>, Refusal> askedLimit(const Context& x)
{
    const auto own = mainLimit(x.c);
    const auto asked = x.limit();
    if (!asked)
        return own;
    if (own && asked->unit == own->unit && asked->amount > own->amount)
        return std::unexpected(refuse(Rule::TooFar, formatLimit(*asked), {"limit"}));
    return asked;
}

Verdict giveBelow(Context& x)
{
    auto& c = x.c;
    const auto unit = *x.id<UnitId>("unit");
    if (unit == x.target->unit)
        return refuse(Rule::SameUnit, unit.text(), {"unit"});
    if (auto verdict = unitOfLevel(x, unit, 2))
        return verdict;
    const auto parent = x.target->id;
    const bool twice = std::ranges::any_of(c.assignments, [&](const Assignment& a) { return a.parent == parent && a.unit == unit && a.live(); });
    if (twice)
        return refuse(Rule::SameUnit, unit.text(), {"unit"});
    auto& a = send(x, unit, 2, AssignmentRole::Lead, parent, x.limit());
    if (a.limit)
        startClock(x, ClockKind::Handle, a.id.text(), *a.limit, unit.text(), x.at);
    startTryFor(x, a);
    holdCase(x, unit.text());
    return {};
}

void takeReply(Context& x, Assignment& a, std::string result, std::string words)
{
    auto& c = x.c;
    const auto id = a.id.text();
    a.state = AssignmentState::Replied;
    a.repliedAt = x.at;
    a.repliedBy = x.trace;
    a.result = std::move(result);
    a.reply = std::move(words);
    for (const auto kind : {ClockKind::Handle, ClockKind::Assist, ClockKind::Rework, ClockKind::Redo, ClockKind::TryFor})
        meet(x, kind, id);
    cancel(x, ClockKind::ReturnWindow, id);
    cancel(x, ClockKind::ReturnDecision, id);
    if (!a.returns.empty() && !a.returns.back().agreed) { // a reply takes the request back
        a.returns.back().agreed = false;
        a.returns.back().decidedBy = x.trace;
    }
    if (!a.extensions.empty() && !a.extensions.back().agreed) {
        a.extensions.back().agreed = false;
        a.extensions.back().decidedBy = x.trace;
    }
    if (a.level == 2) {
        if (const auto* parent = a.parent ? findAssignment(c, *a.parent) : nullptr)
            holdCase(x, parent->unit.text());
        return;
    }
    if (a.role == AssignmentRole::Assist)
        return; // the lead's clock ends at the lead's own reply
    meetAll(x, ClockKind::CaseLimit);
    meetAll(x, ClockKind::MakeSafe);
    for (const auto kind : {ClockKind::Milestone, ClockKind::PlanReview})
        for (auto& clock : c.clocks)
            if (clock.kind == kind && running(clock))
                clock.cancelledAt = x.at;
    dropRequests(x);
    holdCase(x, centre(x));
    enterStage(x, Stage::Handled);
}

} // namespace griddesk::machine
