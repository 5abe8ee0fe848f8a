// SPDX-License-Identifier: GPL-3.0-or-later
// Check, rework, closing, archive, reopening.
#include "steps.h"

#include "models/core/rulesnames.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

std::string modeOf(const Context& x)
{
    if (x.has("mode"))
        return x.text("mode");
    if (!x.c.checks.empty() && !x.c.checks.back().passed && !x.c.checks.back().mode.empty())
        return x.c.checks.back().mode;
    if (x.c.category)
        if (const auto found = x.rules.categories.find(*x.c.category); found != x.rules.categories.end())
            return std::string(nameOf(found->second.checkMode));
    return "field";
}

Verdict requestCheckGuard(const Context& x)
{
    if (x.c.stage == Stage::Checking && !checkFailed(x.c)) // after a failed one a second opinion may be asked for
        return refuse(Rule::AlreadyAsked, {}, {"check"}, {Role::Reviewer});
    return {};
}

Verdict requestCheck(Context& x)
{
    x.c.checks.push_back({.asked = x.trace, .mode = modeOf(x)});
    enterStage(x, Stage::Checking);
    return {};
}

Verdict checkGuard(const Context& x)
{
    if (checkFailed(x.c))
        return refuse(Rule::NothingAsked, {}, {"rework", "redispatch", "requestCheck"}, {Role::Operator, Role::Dispatcher});
    const auto& me = x.trace.account;
    for (const auto& a : x.c.assignments) {
        if (!a.signedAt)
            continue;
        const bool handled = a.handler == me || (a.signedBy && a.signedBy->account == me) || (a.repliedBy && a.repliedBy->account == me);
        if (handled || x.ofUnit(a.unit))
            return refuse(Rule::CheckerHandled, a.unit.text(), {}, {Role::Reviewer});
    }
    return {};
}

Verdict check(Context& x)
{
    auto& c = x.c;
    const auto mode = modeOf(x);
    if (mode == "field" && x.flag("pass") && !hasEvidence(x, {}) && !x.has("place"))
        return refuse(Rule::EvidenceMissing, mode, {"evidence", "place"});
    if (!x.flag("pass") && !x.has("words"))
        return refuse(Rule::FieldMissing, {}, {"words"});
    if (c.checks.empty() || c.checks.back().passed)
        c.checks.push_back({.asked = x.trace, .mode = mode}); // an import begins here
    auto& record = c.checks.back();
    record.mode = mode;
    record.passed = x.flag("pass");
    record.by = x.trace;
    record.words = x.text("words");
    if (*record.passed) {
        enterStage(x, Stage::Checked);
        return {};
    }
    if (const auto* lead = currentLead(c)) // it was not done after all: the case clock was never met
        for (auto& clock : c.clocks)
            if ((clock.kind == ClockKind::CaseLimit || clock.kind == ClockKind::MakeSafe) && clock.metAt && clock.metAt == lead->repliedAt)
                clock.metAt.reset();
    meetAll(x, ClockKind::Check);
    startClock(x, ClockKind::Dispatch, {}, x.rules.parameters.dispatchLimit, centre(x), x.at); // the centre decides what next
    holdCase(x, centre(x));
    return {};
}

Verdict reworkGuard(const Context& x)
{
    if (!checkFailed(x.c))
        return refuse(Rule::CheckNotFailed, {}, {"check"}, {Role::Reviewer});
    const auto* lead = currentLead(x.c);
    if (lead == nullptr || unitInForce(x.rules, lead->unit, x.at) == nullptr)
        return refuse(Rule::NoLead, {}, {"redispatch"}, {Role::Dispatcher});
    return {};
}

Verdict rework(Context& x)
{
    auto& c = x.c;
    auto& lead = *currentLead(c);
    lead.state = AssignmentState::Signed;
    lead.repliedAt.reset();
    ++lead.reworks;
    ++c.reworks;
    const auto limit = x.limit().value_or(x.rules.parameters.reworkLimit);
    startClock(x, ClockKind::Rework, lead.id.text(), limit, lead.unit.text(), x.at); // the case clock goes on, it never restarts
    holdCase(x, lead.unit.text());
    enterStage(x, Stage::Handling);
    return {};
}

Verdict closeGuard(const Context& x)
{
    if (x.rules.parameters.callbackGate == "beforeClose" && callbackOpen(x.c))
        return refuse(Rule::CallbackOpen, {}, {"callback"}, {Role::Operator});
    return {};
}

Verdict close(Context& x)
{
    decide(x, "close", x.text("closing"));
    endCase(x, Stage::Closed, true);
    return {};
}

Verdict forceClose(Context& x)
{
    decide(x, "forceClose", x.text("reason"));
    x.c.forced = true;
    endCase(x, Stage::Closed, true);
    return {};
}

Verdict archiveGuard(const Context& x)
{
    if (callbackOpen(x.c))
        return refuse(Rule::CallbackOpen, {}, {"callback", "waiveCallback"}, {Role::Operator});
    if (const auto* order = orderToReply(x.c))
        return refuse(Rule::SourceReplyOpen, order->number, {"replyToSource"}, {Role::Dispatcher, Role::ShiftLeader});
    if (!x.c.reviews.empty() && !x.c.reviews.back().decided)
        return refuse(Rule::AlreadyAsked, "review", {"decideReview"}, {Role::ShiftLeader, Role::DutyLeader, Role::Leader});
    return {};
}

Verdict archive(Context& x)
{
    enterStage(x, Stage::Archived);
    return {};
}

Verdict reopen(Context& x)
{
    decide(x, "reopen", x.text("reason"));
    takeUpAgain(x);
    return {};
}

const std::array handlers{
    Handler{OperationKind::RequestCheck, requestCheckGuard, requestCheck}, Handler{OperationKind::Check, checkGuard, check},
    Handler{OperationKind::Rework, reworkGuard, rework},                   Handler{OperationKind::Close, closeGuard, close},
    Handler{OperationKind::ForceClose, noGuard, forceClose},               Handler{OperationKind::Archive, archiveGuard, archive},
    Handler{OperationKind::Reopen, noGuard, reopen},
};

} // namespace

std::span<const Handler> closingHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
