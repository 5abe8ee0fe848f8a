// SPDX-License-Identifier: GPL-3.0-or-later
// Stages and assignments: what the operations have in common.
#include "steps.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

constexpr std::array stepClocks{ClockKind::Accept, ClockKind::Verify, ClockKind::File,    ClockKind::Dispatch,
                                ClockKind::Check,  ClockKind::Close,  ClockKind::Callback};
constexpr std::array matterClocks{ClockKind::CaseLimit, ClockKind::MakeSafe};

void startStep(Context& x, ClockKind kind, Limit limit) { startClock(x, kind, {}, limit, centre(x), x.at); }

} // namespace

void enterStage(Context& x, Stage stage)
{
    auto& c = x.c;
    const auto& p = x.rules.parameters;
    for (const auto kind : stepClocks)
        if (!(kind == ClockKind::Check && stage == Stage::Checking))
            meetAll(x, kind);
    c.stage = stage;
    switch (stage) {
    case Stage::Reported:
        startStep(x, ClockKind::Accept, p.acceptLimit);
        break;
    case Stage::Accepted:
        if (!c.acceptedAt)
            c.acceptedAt = x.at;
        startStep(x, ClockKind::File, p.fileLimit);
        break;
    case Stage::Verifying:
        startStep(x, ClockKind::Verify, p.verifyLimit);
        break;
    case Stage::Filed:
        startStep(x, ClockKind::Dispatch, p.dispatchLimit);
        holdCase(x, centre(x));
        break;
    case Stage::Dispatched:
        c.dispatchedAt = x.at;
        c.signedAt.reset();
        break;
    case Stage::Handling:
        c.signedAt = c.signedAt.value_or(x.at);
        c.handledAt.reset();
        break;
    case Stage::Handled:
        c.handledAt = x.at;
        startStep(x, ClockKind::Check, p.checkLimit);
        break;
    case Stage::Checking:
        if (runningClock(c, ClockKind::Check, {}) == nullptr)
            startStep(x, ClockKind::Check, p.checkLimit);
        break;
    case Stage::Checked:
        c.checkedAt = x.at;
        if (p.callbackGate == "beforeClose" && callbackOpen(c))
            startStep(x, ClockKind::Callback, p.callbackLimit);
        startStep(x, ClockKind::Close, p.closeLimit);
        break;
    case Stage::Closed:
        c.closedAt = x.at;
        if (callbackOpen(c))
            startStep(x, ClockKind::Callback, p.callbackLimit);
        break;
    case Stage::Archived:
        c.archivedAt = x.at;
        break;
    default:
        break;
    }
}

void endCase(Context& x, Stage stage, bool done)
{
    auto& c = x.c;
    dropRequests(x);
    for (auto& a : c.assignments)
        if (a.live())
            endAssignment(x, a, AssignmentState::Released);
    const auto end = [&](ClockKind kind) {
        for (auto& clock : c.clocks)
            if (clock.kind == kind && running(clock))
                (done ? clock.metAt : clock.cancelledAt) = x.at;
    };
    for (const auto kind : stepClocks)
        end(kind);
    for (const auto kind : matterClocks)
        end(kind);
    for (const auto& order : c.orders) // the source's clock runs until the source has its answer
        if (!order.mustReply || order.state != ExternalOrder::State::Open)
            done ? meet(x, ClockKind::Upstream, order.number) : cancel(x, ClockKind::Upstream, order.number);
    for (const auto kind : {ClockKind::Milestone, ClockKind::PlanReview, ClockKind::StatutoryReview, ClockKind::CheckIn})
        for (auto& clock : c.clocks)
            if (clock.kind == kind && running(clock))
                clock.cancelledAt = x.at;
    c.endedAt = x.at;
    c.redo = false;
    c.repeatAnswer.reset();
    enterStage(x, stage);
}

void decide(Context& x, std::string kind, std::string reason)
{
    x.c.decisions.push_back({std::move(kind), x.trace, std::move(reason), x.c.stage});
}

void takeUpAgain(Context& x)
{
    auto& c = x.c;
    c.endedAt.reset();
    c.closedAt.reset();
    c.archivedAt.reset();
    c.checkedAt.reset();
    c.handledAt.reset();
    c.signedAt.reset();
    c.callbackDone = c.callbackWaived = false;
    c.withdrawalProposed = c.wrongFiling = false;
    if (c.filing)
        enterStage(x, Stage::Filed);
    else if (c.category && c.acceptedAt)
        enterStage(x, Stage::Accepted);
    else
        enterStage(x, Stage::Reported);
}

Assignment& send(Context& x, const UnitId& unit, int level, AssignmentRole role, std::optional<AssignmentId> parent,
                 std::optional<Limit> limit)
{
    auto& c = x.c;
    const auto& p = x.rules.parameters;
    c.assignments.push_back(Assignment{.id = *AssignmentId::parse("a" + std::to_string(c.assignments.size() + 1)),
                                       .level = level,
                                       .role = role,
                                       .unit = unit,
                                       .parent = std::move(parent),
                                       .limit = limit,
                                       .sentBy = x.trace});
    auto& a = c.assignments.back();
    const auto subject = a.id.text();
    startClock(x, ClockKind::Receipt, subject, p.receiptLimit, unit.text(), x.at);
    startClock(x, ClockKind::ReturnWindow, subject, p.returnWindow, unit.text(), x.at);
    return a;
}

void endAssignment(Context& x, Assignment& a, AssignmentState state)
{
    a.state = state;
    a.endedAt = x.at;
    if (!a.returns.empty() && !a.returns.back().agreed) {
        a.returns.back().agreed = false;
        a.returns.back().decidedBy = x.trace;
    }
    if (!a.extensions.empty() && !a.extensions.back().agreed) {
        a.extensions.back().agreed = false;
        a.extensions.back().decidedBy = x.trace;
    }
    cancelSubject(x, a.id.text());
    const auto id = a.id;
    for (auto& child : x.c.assignments)
        if (child.parent == id && child.live())
            endAssignment(x, child, AssignmentState::Released);
}

std::optional<Limit> mainLimit(const Case& c)
{
    if (!c.filing)
        return std::nullopt;
    const auto found = std::ranges::find(c.filing->limits, LimitPurpose::Restore, &StandardLimit::purpose);
    if (found != c.filing->limits.end())
        return found->limit;
    return c.filing->limits.empty() ? std::nullopt : std::optional(c.filing->limits.front().limit);
}

void startCaseClocks(Context& x, Instant start)
{
    auto& c = x.c;
    if (!c.filing)
        return;
    const auto subject = c.filing->standard.text();
    const bool started = std::ranges::any_of(c.clocks, [&](const Clock& k) {
        return (k.kind == ClockKind::CaseLimit || k.kind == ClockKind::MakeSafe) && k.subject == subject;
    });
    if (started)
        return; // the case clock never restarts
    for (const auto& l : c.filing->limits)
        startClock(x, l.purpose == LimitPurpose::MakeSafe ? ClockKind::MakeSafe : ClockKind::CaseLimit, subject, l.limit, centre(x), start);
}

void chargeCentre(Context& x, Assignment& a)
{
    a.wrongDispatch = true;
    ++x.c.wrongDispatches;
    for (auto& clock : x.c.clocks)
        for (auto& hold : clock.holders)
            if (hold.from >= a.sentBy.at && (hold.holder == a.unit.text() || clock.subject == a.id.text()))
                hold.holder = centre(x);
}

bool hasOpenSubtasks(const Case& c, const AssignmentId& parent)
{
    return std::ranges::any_of(c.assignments, [&](const Assignment& a) {
        return a.parent == parent && (a.live() || (a.state == AssignmentState::Replied && !a.accepted));
    });
}

void redoWork(Context& x)
{
    auto& c = x.c;
    const auto* last = currentLead(c);
    const auto lead = last != nullptr ? std::optional(*last) : std::nullopt;
    ++c.redos;
    if (!lead || unitInForce(x.rules, lead->unit, x.at) == nullptr) {
        takeUpAgain(x);
        c.redo = true;
        return;
    }
    takeUpAgain(x);
    c.redo = true;
    auto& a = send(x, lead->unit, 1, AssignmentRole::Lead, std::nullopt, x.rules.parameters.redoLimit);
    a.basis = lead->basis;
    a.basisRecord = lead->basisRecord;
    a.redo = true;
    startClock(x, ClockKind::Redo, a.id.text(), x.rules.parameters.redoLimit, a.unit.text(), x.at);
    enterStage(x, Stage::Dispatched);
}

void dropRequests(Context& x)
{
    for (auto& s : x.c.suspensions)
        if (!s.agreed) {
            s.agreed = false;
            s.decided = x.trace;
        }
    for (auto& s : x.c.statutoryPauses)
        if (!s.agreed)
            s.agreed = false;
    for (auto& plan : x.c.plans)
        if (!plan.agreed) {
            plan.agreed = false;
            plan.decided = x.trace;
        }
}

} // namespace griddesk::machine
