// SPDX-License-Identifier: GPL-3.0-or-later
// The law of time: extension, suspension, statutory pause.
#include "steps.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

bool within(Limit asked, Limit original) { return asked.unit == original.unit && asked.amount <= original.amount; }

Verdict requestExtensionGuard(const Context& x)
{
    if (auto verdict = ownUnit(x))
        return verdict;
    const auto& a = *x.target;
    if (a.openExtension() != nullptr)
        return refuse(Rule::AlreadyAsked, a.id.text(), {"decideExtension"}, {Role::Dispatcher, Role::ShiftLeader});
    const auto* clock = workClock(x.c, a.id);
    if (clock == nullptr || clock->limit.unit == LimitUnit::Stated)
        return refuse(Rule::RecordUnknown, "no limit of its own runs", {"replan"});
    if (a.grantedExtensions() >= x.rules.parameters.extensionMaximum)
        return refuse(Rule::UsedUp, std::to_string(a.grantedExtensions()));
    if (isPast(x.rules, *clock, x.at))
        return refuse(Rule::AfterDeadline, clock->id);
    return {};
}

Verdict requestExtension(Context& x)
{
    auto& a = *x.target;
    const auto original = workClock(x.c, a.id)->limit;
    const auto limit = x.limit().value_or(original);
    if (!within(limit, original))
        return refuse(Rule::TooFar, formatLimit(limit), {"limit"});
    a.extensions.push_back({.by = x.trace, .limit = limit, .reason = x.text("reason")});
    return {};
}

Verdict decideExtensionGuard(const Context& x)
{
    const auto& a = *x.target;
    if (a.openExtension() == nullptr)
        return refuse(Rule::NothingAsked, a.id.text(), {"requestExtension"}, {Role::Handler, Role::UnitLead});
    if (a.grantedExtensions() > 0 && !x.post.roles.has(Role::ShiftLeader)) // the second one is the shift leader's
        return refuse(Rule::RoleMissing, a.id.text(), {}, {Role::ShiftLeader});
    if (a.openExtension()->by.account == x.trace.account)
        return refuse(Rule::SamePerson, a.id.text(), {}, {Role::Dispatcher, Role::ShiftLeader});
    return {};
}

Verdict decideExtension(Context& x)
{
    auto& a = *x.target;
    auto& request = a.extensions.back();
    const bool agreed = x.flag("agreed");
    const auto limit = x.limit().value_or(request.limit);
    if (agreed && !within(limit, request.limit))
        return refuse(Rule::TooFar, formatLimit(limit), {"limit"});
    request.agreed = agreed;
    request.decidedBy = x.trace;
    request.decision = x.text("words");
    if (!agreed)
        return {}; // a refusal does not count
    request.limit = limit;
    ++x.c.extensions;
    const Extension added{x.at, limit, {}, x.trace.account.text(), request.reason};
    if (auto* clock = workClock(x.c, a.id))
        clock->extensions.push_back(added);
    if (a.role == AssignmentRole::Lead)
        for (auto& clock : x.c.clocks)
            if (clock.kind == ClockKind::CaseLimit && running(clock) && clock.limit.unit != LimitUnit::Stated)
                clock.extensions.push_back(added);
    return {};
}

Verdict ownLead(const Context& x)
{
    const auto* lead = liveLead(x.c);
    if (lead == nullptr || !x.ofUnit(lead->unit))
        return refuse(Rule::NotYourUnit, x.post.unit.text(), {}, x.spec.roles);
    return {};
}

bool pendingSuspension(const Case& c) { return !c.suspensions.empty() && !c.suspensions.back().agreed; }

Verdict requestSuspensionGuard(const Context& x)
{
    if (auto verdict = ownLead(x))
        return verdict;
    if (pendingSuspension(x.c))
        return refuse(Rule::AlreadyAsked, {}, {"decideSuspension"}, {Role::ShiftLeader});
    if (std::ranges::any_of(x.c.suspensions, [](const Suspension& s) { return s.agreed.value_or(false); }))
        return refuse(Rule::UsedUp, "once per case");
    return {};
}

Verdict requestSuspension(Context& x)
{
    const auto until = *x.time("until");
    if (until <= x.at)
        return refuse(Rule::InThePast, formatInstant(until), {"until"});
    if (until > x.at + std::chrono::days{x.rules.parameters.suspensionMaximumDays})
        return refuse(Rule::TooFar, formatInstant(until), {"until"});
    x.c.suspensions.push_back({.asked = x.trace, .until = until, .reason = x.text("reason")});
    return {};
}

Verdict decideSuspensionGuard(const Context& x)
{
    if (!pendingSuspension(x.c))
        return refuse(Rule::NothingAsked, {}, {"requestSuspension"}, {Role::Handler});
    if (x.c.suspensions.back().asked.account == x.trace.account)
        return refuse(Rule::SamePerson, {}, {}, {Role::ShiftLeader});
    return {};
}

Verdict decideSuspension(Context& x)
{
    auto& s = x.c.suspensions.back();
    const bool agreed = x.flag("agreed");
    if (agreed && s.until <= x.at)
        return refuse(Rule::InThePast, formatInstant(s.until), {"until"});
    s.agreed = agreed;
    s.decided = x.trace;
    if (agreed)
        pauseWork(x, PauseKind::Suspension, s.until, s.reason);
    return {};
}

Verdict resumeGuard(const Context& x)
{
    if (!suspendedAt(x.c, x.at))
        return refuse(Rule::NotStandingStill);
    if (!x.post.roles.has(Role::ShiftLeader))
        return ownLead(x);
    return {};
}

Verdict resume(Context& x)
{
    for (auto& s : x.c.suspensions)
        if (s.holds(x.at))
            s.resumedAt = x.at;
    resumeWork(x, PauseKind::Suspension);
    return {};
}

Verdict statutoryGuard(const Context& x)
{
    return x.post.roles.has(Role::ShiftLeader) ? Verdict{} : ownLead(x);
}

Verdict statutoryPause(Context& x)
{
    auto& c = x.c;
    const auto phase = x.text("phase");
    const bool pending = !c.statutoryPauses.empty() && !c.statutoryPauses.back().agreed;
    const bool holding = statutoryPausedAt(c, x.at);
    const bool leader = x.post.roles.has(Role::ShiftLeader);
    const auto begin = [&]() -> Verdict {
        std::vector<std::string> missing;
        if (!x.has("kind"))
            missing.emplace_back("kind");
        if (!x.has("document"))
            missing.emplace_back("document");
        if (!missing.empty())
            return refuse(Rule::FieldMissing, {}, std::move(missing));
        if (pending || holding)
            return refuse(Rule::AlreadyAsked, {}, {"statutoryPause"}, {Role::ShiftLeader});
        c.statutoryPauses.push_back({.kind = x.text("kind"), .document = x.text("document"), .asked = x.trace});
        return {};
    };
    const auto review = [&] {
        auto& s = c.statutoryPauses.back();
        s.reviewBy = x.at + std::chrono::days{x.rules.parameters.pauseReviewDays};
        meetAll(x, ClockKind::StatutoryReview);
        startClock(x, ClockKind::StatutoryReview, s.document, {LimitUnit::NaturalDays, x.rules.parameters.pauseReviewDays}, centre(x), x.at);
    };
    if (phase == "ask")
        return begin();
    if (phase == "end") {
        if (!holding)
            return refuse(Rule::NotStandingStill);
        for (auto& s : c.statutoryPauses)
            if (s.holds(x.at))
                s.until = x.at;
        resumeWork(x, PauseKind::StatutoryPause);
        meetAll(x, ClockKind::StatutoryReview);
        return {};
    }
    if (!leader)
        return refuse(Rule::RoleMissing, phase, {}, {Role::ShiftLeader});
    if (phase == "review") {
        if (!holding)
            return refuse(Rule::NotStandingStill);
        review();
        return {};
    }
    if (phase == "refuse") {
        if (!pending)
            return refuse(Rule::NothingAsked, {}, {"statutoryPause"}, {Role::Handler});
        c.statutoryPauses.back().agreed = false;
        return {};
    }
    if (!pending) { // the shift leader may do it on the document itself
        if (auto verdict = begin())
            return verdict;
    } else if (c.statutoryPauses.back().asked.account == x.trace.account) {
        return refuse(Rule::SamePerson, {}, {}, {Role::ShiftLeader});
    }
    auto& s = c.statutoryPauses.back();
    s.agreed = true;
    s.from = x.at;
    pauseWork(x, PauseKind::StatutoryPause, std::nullopt, s.kind + " " + s.document);
    review();
    return {};
}

const std::array handlers{
    Handler{OperationKind::RequestExtension, requestExtensionGuard, requestExtension},
    Handler{OperationKind::DecideExtension, decideExtensionGuard, decideExtension},
    Handler{OperationKind::RequestSuspension, requestSuspensionGuard, requestSuspension},
    Handler{OperationKind::DecideSuspension, decideSuspensionGuard, decideSuspension},
    Handler{OperationKind::Resume, resumeGuard, resume},
    Handler{OperationKind::StatutoryPause, statutoryGuard, statutoryPause},
};

} // namespace

std::span<const Handler> timeHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
