// SPDX-License-Identifier: GPL-3.0-or-later
// Who leads when the duty list does not say: consultation, designation, objection.
#include "giving.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

bool isOpen(const Consultation& k) noexcept { return !k.concluded; }

Consultation* openOne(Context& x)
{
    const auto id = x.text("consultation");
    const auto found = std::ranges::find_if(x.c.consultations, [&](const Consultation& k) { return k.id == id && isOpen(k); });
    return found == x.c.consultations.end() ? nullptr : &*found;
}

Verdict noneOpen(const Context& x)
{
    if (std::ranges::any_of(x.c.consultations, isOpen))
        return refuse(Rule::AlreadyAsked, {}, {"concludeConsult"}, {Role::Dispatcher});
    return {};
}

Verdict someOpen(const Context& x)
{
    if (std::ranges::none_of(x.c.consultations, isOpen))
        return refuse(Rule::NothingAsked, {}, {"consult"}, {Role::Dispatcher});
    return {};
}

Verdict replyGuard(const Context& x)
{
    if (auto verdict = someOpen(x))
        return verdict;
    const auto open = std::ranges::find_if(x.c.consultations, isOpen);
    if (std::ranges::find(open->units, x.post.unit) == open->units.end())
        return refuse(Rule::NotMember, x.post.unit.text());
    return {};
}

Verdict consult(Context& x)
{
    auto& c = x.c;
    c.consultations.push_back({.id = "m" + std::to_string(c.consultations.size() + 1),
                               .asked = x.trace,
                               .units = x.units("units"),
                               .question = x.text("question"),
                               .pauses = x.flag("pause") && c.stage == Stage::Filed});
    if (c.consultations.back().pauses)
        if (auto* clock = runningClock(c, ClockKind::Dispatch, {}))
            clock->pauses.push_back({PauseKind::Consultation, x.at, std::nullopt, std::nullopt, x.text("question"), x.trace.account.text()});
    return {};
}

Verdict consultReply(Context& x)
{
    auto* k = openOne(x);
    if (k == nullptr)
        return refuse(Rule::RecordUnknown, x.text("consultation"), {"consultation"});
    k->opinions.push_back({x.post.unit, x.text("opinion"), x.text("words"), x.at});
    return {};
}

Verdict concludeConsult(Context& x)
{
    auto* k = openOne(x);
    if (k == nullptr)
        return refuse(Rule::RecordUnknown, x.text("consultation"), {"consultation"});
    k->concluded = x.trace;
    k->lead = x.id<UnitId>("lead");
    k->assists = x.units("assists");
    k->conclusion = x.text("words");
    resumeWork(x, PauseKind::Consultation);
    return {};
}

Verdict designate(Context& x)
{
    auto& c = x.c;
    const auto lead = *x.id<UnitId>("lead");
    if (auto verdict = unitOfLevel(x, lead, 1))
        return verdict;
    c.designations.push_back({.id = "g" + std::to_string(c.designations.size() + 1),
                              .by = x.trace,
                              .lead = lead,
                              .assists = x.units("assists"),
                              .reason = x.text("reason"),
                              .precedent = x.text("precedent")});
    return {};
}

Verdict objectionGuard(const Context& x)
{
    if (x.c.designations.empty())
        return refuse(Rule::RecordUnknown, "nothing is designated", {"designate"}, {Role::ShiftLeader, Role::Leader});
    const auto& d = x.c.designations.back();
    if (d.lead != x.post.unit && std::ranges::find(d.assists, x.post.unit) == d.assists.end())
        return refuse(Rule::NotMember, x.post.unit.text());
    return {};
}

Verdict objection(Context& x)
{
    x.c.objections.push_back({x.trace, x.post.unit, x.text("words")}); // never stops the clock
    return {};
}

const std::array handlers{
    Handler{OperationKind::Consult, noneOpen, consult},
    Handler{OperationKind::ConsultReply, replyGuard, consultReply},
    Handler{OperationKind::ConcludeConsult, someOpen, concludeConsult},
    Handler{OperationKind::Designate, noGuard, designate},
    Handler{OperationKind::Objection, objectionGuard, objection},
};

} // namespace

std::span<const Handler> consultHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
