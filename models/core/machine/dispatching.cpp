// SPDX-License-Identifier: GPL-3.0-or-later
// Dispatch on level 1: basis, redispatch, assists, change of lead, signature.
#include "giving.h"

#include "models/core/areatree.h"
#include "models/core/categories.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

/// What a dispatch rests on.
struct BasisRecord {
    Basis basis = Basis::Statutory;
    std::string record, overrideReason;
};

Refusal incomplete(std::string detail, std::string missing) { return refuse(Rule::BasisIncomplete, std::move(detail), {std::move(missing)}); }

bool isUrgent(const Context& x)
{
    const auto& c = x.c;
    if (c.urgency == Urgency::Critical)
        return true;
    if (c.category)
        if (const auto found = x.rules.categories.find(*c.category); found != x.rules.categories.end() && found->second.urgent)
            return true;
    return c.filing && std::ranges::any_of(c.filing->limits, [](const StandardLimit& l) { return l.limit.unit == LimitUnit::UrgentHours; });
}

std::expected<BasisRecord, Refusal> statutory(const Context& x, const UnitId& lead)
{
    const auto& c = x.c;
    const auto id = x.id<DutyId>("duty");
    if (!id)
        return std::unexpected(incomplete("a statutory basis names its duty item", "duty"));
    const auto found = x.rules.duties.find(*id);
    if (found == x.rules.duties.end() || !found->second.valid.holds(x.at))
        return std::unexpected(refuse(Rule::ReferenceUnknown, id->text(), {"duty"}));
    const auto& item = found->second;
    const bool fits = c.category && isWithin(x.rules, *c.category, item.category)
        && (!item.area || (c.area && isWithin(x.rules, *c.area, *item.area)));
    if (!fits)
        return std::unexpected(incomplete("the duty item covers another category or area", "duty"));
    BasisRecord record{Basis::Statutory, id->text(), {}};
    if (item.lead != lead) {
        if (!x.has("reason"))
            return std::unexpected(incomplete("the duty item names another lead", "reason"));
        record.overrideReason = x.text("reason");
    }
    return record;
}

std::expected<BasisRecord, Refusal> basisOf(const Context& x, const UnitId& lead)
{
    const auto& c = x.c;
    const auto basis = parseBasis(x.text("basis")).value_or(Basis::Statutory);
    if (c.returns >= 2 && basis != Basis::Designated && basis != Basis::Emergency)
        return std::unexpected(refuse(Rule::MustDesignate, {}, {"designate"}, {Role::ShiftLeader, Role::Leader}));
    switch (basis) {
    case Basis::Statutory:
        return statutory(x, lead);
    case Basis::Negotiated: {
        const auto id = x.text("record");
        const auto found = std::ranges::find_if(c.consultations, [&](const Consultation& k) {
            return (id.empty() || k.id == id) && k.concluded && k.lead == lead;
        });
        if (found == c.consultations.end())
            return std::unexpected(incomplete("no consultation concluded on this lead", "concludeConsult"));
        return BasisRecord{basis, found->id, {}};
    }
    case Basis::Designated:
        if (c.designations.empty() || c.designations.back().lead != lead)
            return std::unexpected(refuse(Rule::BasisIncomplete, "no designation of this lead", {"designate"}, {Role::ShiftLeader, Role::Leader}));
        return BasisRecord{basis, c.designations.back().id, {}};
    case Basis::Emergency:
        if (!isUrgent(x))
            return std::unexpected(incomplete("only for critical cases and urgent-hour standards", "urgency"));
        if ((!c.area || fallbackUnit(x.rules, *c.area, x.at) != lead) && !x.has("reason"))
            return std::unexpected(incomplete("another unit than the area's fallback", "reason"));
        return BasisRecord{basis, {}, x.text("reason")};
    }
    return std::unexpected(incomplete({}, "basis"));
}

/// Sends the lead and the assists of the payload.
Verdict give(Context& x)
{
    auto& c = x.c;
    const auto lead = *x.id<UnitId>("lead");
    if (auto verdict = unitOfLevel(x, lead, 1))
        return verdict;
    const auto record = basisOf(x, lead);
    if (!record)
        return record.error();
    const auto limit = askedLimit(x);
    if (!limit)
        return limit.error();
    const auto assists = x.units("assists");
    for (const auto& unit : assists) {
        if (unit == lead)
            return refuse(Rule::SameUnit, unit.text(), {"assists"});
        if (auto verdict = unitOfLevel(x, unit, 1))
            return verdict;
    }
    for (auto& a : c.assignments) // a unit that assisted until now leads from now on
        if (a.level == 1 && a.live() && a.unit == lead)
            endAssignment(x, a, AssignmentState::Released);
    startCaseClocks(x, x.at);
    auto& a = send(x, lead, 1, AssignmentRole::Lead, std::nullopt, *limit);
    a.basis = record->basis;
    a.basisRecord = record->record;
    a.overrideReason = record->overrideReason;
    if (record->basis == Basis::Statutory && !record->overrideReason.empty())
        ++c.overrides;
    if (a.limit)
        startClock(x, ClockKind::Handle, a.id.text(), *a.limit, lead.text(), x.at);
    startTryFor(x, a);
    for (const auto& unit : assists) {
        const bool there = std::ranges::any_of(c.assignments, [&](const Assignment& k) { return k.level == 1 && k.live() && k.unit == unit; });
        if (there)
            continue;
        auto& assist = send(x, unit, 1, AssignmentRole::Assist, std::nullopt, *limit);
        if (assist.limit)
            startClock(x, ClockKind::Assist, assist.id.text(), *assist.limit, unit.text(), x.at);
    }
    holdCase(x, lead.text());
    c.arbitration = false;
    enterStage(x, Stage::Dispatched);
    return {};
}

Verdict dispatch(Context& x) { return give(x); }

/// A designated lead is released by the post that designated it, or moved by a newer designation.
Verdict designatedStays(const Context& x, const Assignment& lead, const std::optional<UnitId>& next)
{
    if (lead.basis != Basis::Designated)
        return {};
    if (next && !x.c.designations.empty() && x.c.designations.back().lead == *next)
        return {};
    return refuse(Rule::OtherPostDecides, lead.basisRecord, {"designate"}, {Role::ShiftLeader, Role::Leader});
}

Verdict redispatchGuard(const Context& x)
{
    if (x.c.stage == Stage::Checking && !checkFailed(x.c))
        return refuse(Rule::CheckNotFailed, {}, {"check"}, {Role::Reviewer});
    return {};
}

Verdict redispatch(Context& x)
{
    auto& c = x.c;
    const auto next = *x.id<UnitId>("lead");
    if (auto* lead = currentLead(c)) {
        if (lead->unit == next)
            return refuse(Rule::SameUnit, next.text(), {"lead"});
        if (auto verdict = designatedStays(x, *lead, next))
            return verdict;
        if (x.flag("wrongDispatch"))
            chargeCentre(x, *lead);
        if (lead->live())
            endAssignment(x, *lead, AssignmentState::Revoked);
    }
    dropRequests(x);
    return give(x);
}

Verdict revokeGuard(const Context& x)
{
    if (x.target == nullptr)
        return {};
    if (x.target->level == 2) {
        const auto* parent = x.target->parent ? findAssignment(x.c, *x.target->parent) : nullptr;
        if (parent == nullptr || !x.ofUnit(parent->unit))
            return refuse(Rule::NotYourUnit, x.target->id.text(), {}, {Role::UnitLead, Role::Community});
        return {};
    }
    if (!x.post.roles.has(Role::Dispatcher))
        return refuse(Rule::RoleMissing, x.target->id.text(), {}, {Role::Dispatcher});
    return x.target->role == AssignmentRole::Lead ? designatedStays(x, *x.target, std::nullopt) : Verdict{};
}

Verdict revoke(Context& x)
{
    const bool lead = x.target->level == 1 && x.target->role == AssignmentRole::Lead;
    if (x.flag("wrongDispatch") && x.target->level == 1)
        chargeCentre(x, *x.target);
    endAssignment(x, *x.target, AssignmentState::Revoked);
    if (lead) {
        dropRequests(x);
        enterStage(x, Stage::Filed);
    }
    return {};
}

Verdict addAssist(Context& x)
{
    auto& c = x.c;
    const auto unit = *x.id<UnitId>("unit");
    if (auto verdict = unitOfLevel(x, unit, 1))
        return verdict;
    if (std::ranges::any_of(c.assignments, [&](const Assignment& a) { return a.level == 1 && a.live() && a.unit == unit; }))
        return refuse(Rule::SameUnit, unit.text(), {"unit"});
    const auto limit = askedLimit(x);
    if (!limit)
        return limit.error();
    auto& a = send(x, unit, 1, AssignmentRole::Assist, std::nullopt, *limit); // not a re-dispatch
    if (a.limit)
        startClock(x, ClockKind::Assist, a.id.text(), *a.limit, unit.text(), x.at);
    return {};
}

Verdict releaseAssist(Context& x)
{
    endAssignment(x, *x.target, AssignmentState::Released);
    return {};
}

Verdict changeLeadGuard(const Context& x)
{
    if (liveLead(x.c) == nullptr)
        return refuse(Rule::NoLead, {}, {"redispatch"}, {Role::Dispatcher});
    return {};
}

Verdict changeLead(Context& x)
{
    auto& c = x.c;
    const auto unit = *x.id<UnitId>("lead");
    if (auto verdict = unitOfLevel(x, unit, 1))
        return verdict;
    auto* former = liveLead(c);
    if (former->unit == unit)
        return refuse(Rule::SameUnit, unit.text(), {"lead"});
    if (auto verdict = designatedStays(x, *former, unit))
        return verdict;
    const auto formerId = former->id;
    const auto basis = former->basis;
    const auto record = former->basisRecord;
    const auto limit = former->limit;
    if (x.flag("keepFormer"))
        former->role = AssignmentRole::Assist;
    else
        endAssignment(x, *former, AssignmentState::Revoked);
    const auto assist = std::ranges::find_if(c.assignments, [&](const Assignment& a) { return a.level == 1 && a.live() && a.unit == unit; });
    Assignment* lead = nullptr;
    if (assist != c.assignments.end()) {
        lead = &*assist;
        lead->role = AssignmentRole::Lead;
    } else {
        lead = &send(x, unit, 1, AssignmentRole::Lead, std::nullopt, limit);
        if (lead->limit)
            startClock(x, ClockKind::Handle, lead->id.text(), *lead->limit, unit.text(), x.at);
        startTryFor(x, *lead);
    }
    lead->basis = basis;
    lead->basisRecord = record;
    dropRequests(x);
    holdCase(x, unit.text());
    enterStage(x, lead->state == AssignmentState::Signed ? Stage::Handling : Stage::Dispatched);
    return {};
}

Verdict sign(Context& x)
{
    auto& a = *x.target;
    a.state = AssignmentState::Signed;
    a.signedAt = x.at;
    a.signedBy = x.trace;
    if (x.has("handler"))
        a.handler = x.id<AccountId>("handler");
    else if (x.post.roles.meets({Role::Handler, Role::GridWorker}))
        a.handler = x.trace.account;
    meet(x, ClockKind::Receipt, a.id.text());
    if (a.level == 1 && a.role == AssignmentRole::Lead)
        enterStage(x, Stage::Handling);
    return {};
}

const std::array handlers{
    Handler{OperationKind::Dispatch, noGuard, dispatch},
    Handler{OperationKind::Redispatch, redispatchGuard, redispatch},
    Handler{OperationKind::Revoke, revokeGuard, revoke},
    Handler{OperationKind::AddAssist, noGuard, addAssist},
    Handler{OperationKind::ReleaseAssist, noGuard, releaseAssist},
    Handler{OperationKind::ChangeLead, changeLeadGuard, changeLead},
    Handler{OperationKind::Sign, ownUnit, sign},
};

} // namespace

std::span<const Handler> dispatchHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
