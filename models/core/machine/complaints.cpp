// SPDX-License-Identifier: GPL-3.0-or-later
// Exclusion, answered repeats, review by the resident, appeal by a unit.
#include "steps.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

Verdict requestExclusionGuard(const Context& x)
{
    if (std::ranges::any_of(x.c.exclusions, [&](const Exclusion& e) { return e.pending() || e.holds(x.at); }))
        return refuse(Rule::AlreadyAsked, {}, {"decideExclusion"}, {Role::ShiftLeader, Role::Leader});
    return {};
}

Verdict requestExclusion(Context& x)
{
    x.c.exclusions.push_back({.asked = x.trace, .reason = x.text("reason"), .words = x.text("words")});
    return {};
}

Verdict decideExclusionGuard(const Context& x)
{
    if (x.c.exclusions.empty() || !x.c.exclusions.back().pending())
        return refuse(Rule::NothingAsked, {}, {"requestExclusion"}, {Role::Operator, Role::UnitLead});
    const auto& e = x.c.exclusions.back();
    if (e.asked.account == x.trace.account || (e.first && e.first->account == x.trace.account))
        return refuse(Rule::SamePerson, {}, {}, x.spec.roles);
    return {};
}

Verdict decideExclusion(Context& x)
{
    auto& e = x.c.exclusions.back();
    if (!x.flag("agreed")) {
        e.refused = true;
        return {};
    }
    if (!e.first) {
        e.first = x.trace;
        return {};
    }
    e.second = x.trace;
    const auto days = x.rules.parameters.exclusionDays;
    e.expiresAt = x.at + std::chrono::days{days};
    startClock(x, ClockKind::ExclusionExpiry, {}, {LimitUnit::NaturalDays, days}, centre(x), x.at);
    return {};
}

Verdict answerRepeatGuard(const Context& x)
{
    const auto& c = x.c;
    const bool repeat = std::ranges::any_of(c.links, [](const CaseLink& l) { return l.kind == "repeatOf" && !l.endedAt; });
    if (!repeat && std::ranges::none_of(c.exclusions, [&](const Exclusion& e) { return e.holds(x.at); }))
        return refuse(Rule::NoExclusion, {}, {"link", "requestExclusion"}, {Role::Operator, Role::ShiftLeader});
    if (!c.repeatAnswer) {
        if (!x.post.roles.has(Role::Operator))
            return refuse(Rule::NothingAsked, {}, {"answerRepeat"}, {Role::Operator});
        return {};
    }
    if (!x.post.roles.has(Role::ShiftLeader))
        return refuse(Rule::AlreadyAsked, {}, {"answerRepeat"}, {Role::ShiftLeader});
    if (c.repeatAnswer->account == x.trace.account)
        return refuse(Rule::SamePerson, {}, {}, {Role::ShiftLeader});
    return {};
}

Verdict answerRepeat(Context& x)
{
    if (!x.c.repeatAnswer) {
        if (!x.has("words"))
            return refuse(Rule::FieldMissing, {}, {"words"});
        x.c.repeatAnswer = x.trace;
        return {};
    }
    decide(x, "answer", x.text("words"));
    endCase(x, Stage::Answered, true);
    return {};
}

bool pendingReview(const Case& c) { return !c.reviews.empty() && !c.reviews.back().decided; }

bool fits(const Case& c, std::string_view against)
{
    if (against == "reject")
        return c.stage == Stage::Rejected;
    if (against == "void")
        return c.stage == Stage::Voided;
    if (against == "answer")
        return c.stage == Stage::Answered;
    if (against == "close")
        return c.stage == Stage::Closed || c.stage == Stage::Archived;
    return std::ranges::any_of(c.exclusions, [](const Exclusion& e) { return e.expiresAt && !e.lifted; });
}

Verdict reviewRequestGuard(const Context& x)
{
    if (pendingReview(x.c))
        return refuse(Rule::AlreadyAsked, {}, {"decideReview"}, {Role::ShiftLeader, Role::DutyLeader, Role::Leader});
    return {};
}

Verdict reviewRequest(Context& x)
{
    const auto against = x.text("against");
    if (!fits(x.c, against))
        return refuse(Rule::RecordUnknown, against, {"against"});
    x.c.reviews.push_back({.against = against, .asked = x.trace, .words = x.text("words")});
    startClock(x, ClockKind::Review, {}, x.rules.parameters.reviewLimit, centre(x), x.at);
    return {};
}

/// Whether this account took the decision the resident complains about.
bool decidedIt(const Context& x, std::string_view against)
{
    const auto& me = x.trace.account;
    if (against == "exclusion")
        return std::ranges::any_of(x.c.exclusions, [&](const Exclusion& e) {
            return (e.first && e.first->account == me) || (e.second && e.second->account == me);
        });
    return std::ranges::any_of(x.c.decisions, [&](const Decision& d) {
        return d.by.account == me && (d.kind == against || (against == "close" && d.kind == "forceClose"));
    });
}

Verdict decideReviewGuard(const Context& x)
{
    if (!pendingReview(x.c))
        return refuse(Rule::NothingAsked, {}, {"reviewRequest"}, {Role::Operator});
    if (decidedIt(x, x.c.reviews.back().against))
        return refuse(Rule::SamePerson, {}, {}, {Role::ShiftLeader, Role::DutyLeader, Role::Leader});
    return {};
}

Verdict decideReview(Context& x)
{
    auto& c = x.c;
    auto& review = c.reviews.back();
    review.decided = x.trace;
    review.overturned = x.flag("overturned");
    meetAll(x, ClockKind::Review);
    const auto against = review.against;
    if (!*review.overturned || !fits(c, against))
        return {};
    if (against == "exclusion") {
        for (auto& e : c.exclusions)
            e.lifted = e.lifted || e.expiresAt.has_value();
        meetAll(x, ClockKind::ExclusionExpiry);
    } else if (against == "close") {
        redoWork(x);
    } else {
        takeUpAgain(x);
    }
    return {};
}

Verdict appealGuard(const Context& x)
{
    if (!x.c.appeals.empty())
        return refuse(Rule::OnceOnly, "one appeal per case");
    if (std::ranges::none_of(x.c.assignments, [&](const Assignment& a) { return x.ofUnit(a.unit); }))
        return refuse(Rule::NotYourUnit, x.post.unit.text());
    return {};
}

Verdict appeal(Context& x)
{
    x.c.appeals.push_back({.asked = x.trace, .unit = x.post.unit, .about = x.text("about"), .words = x.text("words")});
    return {};
}

Verdict decideAppealGuard(const Context& x)
{
    if (x.c.appeals.empty() || x.c.appeals.back().granted)
        return refuse(Rule::NothingAsked, {}, {"appeal"}, {Role::UnitLead});
    const auto& a = x.c.appeals.back();
    if (a.asked.account == x.trace.account || (a.first && a.first->account == x.trace.account) || x.ofUnit(a.unit))
        return refuse(Rule::SamePerson, {}, {}, x.spec.roles);
    return {};
}

Verdict decideAppeal(Context& x)
{
    auto& a = x.c.appeals.back();
    if (!x.flag("agreed"))
        a.granted = false;
    else if (a.first)
        a.granted = true; // exempts the flag in statistics; the raw fact stays
    (a.first ? a.second : a.first) = x.trace;
    return {};
}

const std::array handlers{
    Handler{OperationKind::RequestExclusion, requestExclusionGuard, requestExclusion},
    Handler{OperationKind::DecideExclusion, decideExclusionGuard, decideExclusion},
    Handler{OperationKind::AnswerRepeat, answerRepeatGuard, answerRepeat},
    Handler{OperationKind::ReviewRequest, reviewRequestGuard, reviewRequest},
    Handler{OperationKind::DecideReview, decideReviewGuard, decideReview},
    Handler{OperationKind::Appeal, appealGuard, appeal},
    Handler{OperationKind::DecideAppeal, decideAppealGuard, decideAppeal},
};

} // namespace

std::span<const Handler> complaintHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
