// SPDX-License-Identifier: GPL-3.0-or-later
// Handling plans of elastic and promised cases.
#include "steps.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

bool elastic(const Context& x)
{
    if (x.c.handlingKind == "promised")
        return true;
    if (!x.c.category)
        return false;
    const auto found = x.rules.categories.find(*x.c.category);
    return found != x.rules.categories.end() && found->second.elastic;
}

HandlingPlan* active(Case& c)
{
    const auto found = std::ranges::find_if(c.plans.rbegin(), c.plans.rend(), [](const HandlingPlan& p) { return p.agreed.value_or(false); });
    return found == c.plans.rend() ? nullptr : &*found;
}

bool pending(const Case& c) { return !c.plans.empty() && !c.plans.back().agreed; }

Verdict ownLead(const Context& x)
{
    const auto* lead = liveLead(x.c);
    if (lead == nullptr || !x.ofUnit(lead->unit))
        return refuse(Rule::NotYourUnit, x.post.unit.text(), {}, x.spec.roles);
    return {};
}

Verdict planGuard(const Context& x)
{
    if (auto verdict = ownLead(x))
        return verdict;
    if (!elastic(x))
        return refuse(Rule::NotElastic, x.c.handlingKind, {"handlingKind"}, {Role::Operator, Role::ShiftLeader});
    if (pending(x.c))
        return refuse(Rule::AlreadyAsked, {}, {"decidePlan"}, {Role::ShiftLeader, Role::Leader});
    if (active(x.c) != nullptr)
        return refuse(Rule::OnceOnly, {}, {"replan"});
    return {};
}

Verdict replanGuard(const Context& x)
{
    if (auto verdict = ownLead(x))
        return verdict;
    if (pending(x.c))
        return refuse(Rule::AlreadyAsked, {}, {"decidePlan"}, {Role::ShiftLeader, Role::Leader});
    if (active(x.c) == nullptr)
        return refuse(Rule::NothingAsked, {}, {"plan"}, {Role::Handler, Role::UnitLead});
    return {};
}

Verdict propose(Context& x)
{
    HandlingPlan plan{.asked = x.trace, .words = x.has("words") ? x.text("words") : x.text("reason")};
    auto last = x.at;
    for (const auto& item : *x.op.payload.find("milestones")->list()) {
        const auto due = parseInstant(item.textOr("due")).value_or(Instant{});
        if (due <= last)
            return refuse(Rule::InThePast, std::string(item.textOr("due")), {"milestones.due"});
        last = due;
        plan.milestones.push_back({std::string(item.textOr("title")), due, {}});
    }
    x.c.plans.push_back(std::move(plan));
    return {};
}

Verdict decideGuard(const Context& x)
{
    if (!pending(x.c))
        return refuse(Rule::NothingAsked, {}, {"plan"}, {Role::Handler, Role::UnitLead});
    if (x.c.plans.back().asked.account == x.trace.account)
        return refuse(Rule::SamePerson, {}, {}, {Role::ShiftLeader, Role::Leader});
    return {};
}

/// A running clock ends and one to the promised day goes on in its place, from the same start.
void promise(Context& x, const Clock& old, Instant day)
{
    const auto copy = old;
    for (auto& clock : x.c.clocks)
        if (clock.id == copy.id)
            clock.cancelledAt = x.at;
    auto* fresh = startStated(x, copy.kind, copy.subject, day, {});
    fresh->start = copy.start;
    fresh->holders = copy.holders;
}

Verdict decidePlan(Context& x)
{
    auto& c = x.c;
    const bool agreed = x.flag("agreed");
    c.plans.back().decided = x.trace;
    c.plans.back().agreed = agreed;
    if (!agreed)
        return {};
    for (const auto kind : {ClockKind::Milestone, ClockKind::PlanReview})
        for (auto& clock : c.clocks)
            if (clock.kind == kind && running(clock))
                clock.cancelledAt = x.at;
    auto& plan = c.plans.back();
    plan.reviewBy = x.at + std::chrono::days{x.rules.parameters.planReviewDays};
    const auto number = "p" + std::to_string(c.plans.size());
    for (std::size_t i = 0; i < plan.milestones.size(); ++i)
        startStated(x, ClockKind::Milestone, number + "/" + std::to_string(i), plan.milestones[i].due, centre(x));
    startClock(x, ClockKind::PlanReview, number, {LimitUnit::NaturalDays, x.rules.parameters.planReviewDays}, centre(x), x.at);
    const auto day = plan.milestones.back().due;
    std::vector<Clock> moved;
    for (const auto& clock : c.clocks)
        if (clock.kind == ClockKind::CaseLimit && running(clock))
            moved.push_back(clock);
    if (auto* lead = liveLead(c))
        if (const auto* work = workClock(c, lead->id))
            moved.push_back(*work);
    for (const auto& clock : moved)
        promise(x, clock, day);
    return {};
}

Verdict reachGuard(const Context& x)
{
    if (auto verdict = ownLead(x))
        return verdict;
    if (active(x.c) == nullptr)
        return refuse(Rule::NothingAsked, {}, {"plan"}, {Role::Handler, Role::UnitLead});
    return {};
}

Verdict reachMilestone(Context& x)
{
    auto* plan = active(x.c);
    const auto index = static_cast<std::size_t>(x.op.payload.intOr("milestone", 0));
    if (index >= plan->milestones.size())
        return refuse(Rule::RecordUnknown, std::to_string(index), {"milestone"});
    if (plan->milestones[index].reachedAt)
        return refuse(Rule::OnceOnly, std::to_string(index), {"milestone"});
    if (!hasEvidence(x, {}))
        return refuse(Rule::EvidenceMissing, {}, {"evidence"});
    plan->milestones[index].reachedAt = x.at;
    const auto number = static_cast<std::size_t>(plan - x.c.plans.data()) + 1;
    meet(x, ClockKind::Milestone, "p" + std::to_string(number) + "/" + std::to_string(index));
    return {};
}

const std::array handlers{
    Handler{OperationKind::Plan, planGuard, propose},
    Handler{OperationKind::DecidePlan, decideGuard, decidePlan},
    Handler{OperationKind::ReachMilestone, reachGuard, reachMilestone},
    Handler{OperationKind::Replan, replanGuard, propose},
};

} // namespace

std::span<const Handler> planHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
