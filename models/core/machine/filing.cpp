// SPDX-License-Identifier: GPL-3.0-or-later
// Verification before filing, filing, void, handling by the finder.
#include "matter.h"
#include "steps.h"

#include "models/core/categories.h"
#include "models/core/rulesnames.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

const Category* categoryOf(const Context& x)
{
    if (!x.c.category)
        return nullptr;
    const auto found = x.rules.categories.find(*x.c.category);
    return found == x.rules.categories.end() ? nullptr : &found->second;
}

Verdict requestVerifyGuard(const Context& x)
{
    if (const auto* category = categoryOf(x); category != nullptr && category->transient)
        return refuse(Rule::TransientClass, category->code.text());
    return {};
}

Verdict requestVerify(Context& x)
{
    x.c.verifyReturn = x.c.stage;
    x.c.verifications.push_back({.asked = x.trace, .mode = x.text("mode"), .words = x.text("words")});
    enterStage(x, Stage::Verifying);
    return {};
}

Verdict verify(Context& x)
{
    auto& c = x.c;
    if (c.verifications.empty())
        c.verifications.push_back({.asked = x.trace});
    auto& v = c.verifications.back();
    v.result = x.text("result");
    v.proposal = x.text("proposal");
    v.words = x.text("words");
    v.by = x.trace;
    const auto back = c.verifyReturn.value_or(c.acceptedAt ? Stage::Accepted : Stage::Reported);
    c.verifyReturn.reset();
    enterStage(x, back); // a verifier never ends a case
    return {};
}

Verdict fileGuard(const Context& x)
{
    std::vector<std::string> missing;
    if (!x.c.category)
        missing.emplace_back("category");
    if (!x.c.area)
        missing.emplace_back("area");
    if (!missing.empty())
        return refuse(Rule::FieldMissing, "amend first", std::move(missing), {Role::Operator});
    return {};
}

Verdict file(Context& x)
{
    auto& c = x.c;
    if (!c.verifications.empty() && !x.has("reason")) {
        const auto& result = c.verifications.back().result;
        if (result == "untrue" || result == "gone")
            return refuse(Rule::VerdictAgainst, result, {"reason"});
    }
    if (auto verdict = freezeStandard(x, *x.id<StandardId>("standard")))
        return verdict;
    if (x.has("handlingKind"))
        c.handlingKind = x.text("handlingKind");
    c.filedAt = x.at;
    enterStage(x, Stage::Filed);
    return {};
}

Verdict changeStandardGuard(const Context& x)
{
    if (!x.c.category)
        return refuse(Rule::FieldMissing, "amend first", {"category"}, {Role::Operator, Role::Dispatcher});
    return {};
}

Verdict changeStandard(Context& x)
{
    auto& c = x.c;
    if (!hasEvidence(x, {}))
        return refuse(Rule::EvidenceMissing, {}, {"evidence"});
    const auto old = c.filing;
    const auto id = *x.id<StandardId>("standard");
    if (old && old->standard == id)
        return refuse(Rule::OnceOnly, id.text(), {"standard"});
    if (auto verdict = freezeStandard(x, id))
        return verdict;
    if (!old)
        return {};
    c.oldFilings.push_back(*old);
    std::optional<Instant> start;
    std::vector<Pause> pauses;
    std::vector<Hold> holders;
    for (auto& clock : c.clocks) // the old limit stays in the history; the new one counts from the same start
        if (clock.subject == old->standard.text() && (clock.kind == ClockKind::CaseLimit || clock.kind == ClockKind::MakeSafe)
            && running(clock)) {
            start = clock.start;
            pauses = clock.pauses;
            holders = clock.holders;
            clock.cancelledAt = x.at;
        }
    if (start) {
        const auto before = c.clocks.size();
        startCaseClocks(x, *start);
        for (auto i = before; i < c.clocks.size(); ++i) {
            c.clocks[i].pauses = pauses;
            c.clocks[i].holders = holders;
        }
    }
    if (auto* lead = liveLead(c); lead != nullptr && mainLimit(c)) {
        if (auto* clock = runningClock(c, ClockKind::Handle, lead->id.text()); clock != nullptr && clock->limit.unit != LimitUnit::Stated) {
            const auto copy = *clock;
            clock->cancelledAt = x.at;
            lead->limit = mainLimit(c);
            if (auto* fresh = startClock(x, ClockKind::Handle, lead->id.text(), *lead->limit, lead->unit.text(), copy.start)) {
                fresh->pauses = copy.pauses;
                fresh->holders = copy.holders;
            }
        }
    }
    return {};
}

Verdict voidCase(Context& x)
{
    x.c.wrongFiling = !x.c.assignments.empty();
    decide(x, "void", x.text("reason"));
    const bool wrong = x.c.wrongFiling;
    endCase(x, Stage::Voided, false);
    x.c.wrongFiling = wrong;
    return {};
}

/// Which self-handled cases are drawn for a check: fixed by the case id, so that nobody can choose.
bool drawn(const CaseId& id, int percent)
{
    std::uint64_t h = 14695981039346656037ull; // FNV-1a
    for (const char ch : id.text())
        h = (h ^ static_cast<unsigned char>(ch)) * 1099511628211ull;
    return static_cast<int>((h >> 16) % 100) < percent;
}

Verdict selfHandle(Context& x)
{
    auto& c = x.c;
    std::vector<std::string> missing;
    if (!hasEvidence(x, "before"))
        missing.emplace_back("evidence before");
    if (!hasEvidence(x, "after"))
        missing.emplace_back("evidence after");
    if (!missing.empty())
        return refuse(Rule::EvidenceMissing, {}, std::move(missing));
    if (x.first) {
        if (!x.has("place") && !x.has("address") && !x.has("area"))
            return refuse(Rule::FieldMissing, {}, {"place"});
        fillMatter(x);
        if (c.source.empty())
            c.source = "patrol";
        c.reportedAt = x.at;
    }
    const bool ordersOpen = std::ranges::any_of(c.orders, [](const ExternalOrder& o) { return o.state == ExternalOrder::State::Open; });
    c.category = x.id<CategoryId>("category");
    if (x.has("area"))
        c.area = x.id<AreaCode>("area");
    if (auto verdict = freezeStandard(x, *x.id<StandardId>("standard")))
        return verdict;
    const bool minor = c.filing->minor || categoryOf(x)->minor;
    if (!minor && !x.has("reason")) // 巡办分离: an exception needs a reason and shows up
        return refuse(Rule::FieldMissing, "not a minor standard", {"reason"});
    if (c.demandType.empty())
        c.demandType = "help";
    c.acceptedAt = c.acceptedAt.value_or(x.at);
    c.filedAt = x.at;
    c.patrolException = !minor;
    startCaseClocks(x, std::min(c.reportedAt.value_or(x.at), x.at)); // an import may state a time still to come
    auto& a = send(x, x.post.unit, 1, AssignmentRole::Lead, std::nullopt, std::nullopt);
    a.state = AssignmentState::Replied;
    a.selfHandled = true;
    a.signedAt = a.repliedAt = x.at;
    a.signedBy = a.repliedBy = x.trace;
    a.handler = x.trace.account;
    a.result = "resolved";
    a.reply = x.text("words");
    meet(x, ClockKind::Receipt, a.id.text());
    cancelSubject(x, a.id.text());
    meetAll(x, ClockKind::CaseLimit);
    meetAll(x, ClockKind::MakeSafe);
    c.dispatchedAt = c.signedAt = x.at;
    c.sampled = drawn(c.id, x.rules.parameters.sampleShare);
    c.handledAt = x.at;
    // minor work is checked by its photographs when it is closed; what is drawn, or came from somebody, by a reviewer
    enterStage(x, minor && !c.sampled && !ordersOpen ? Stage::Checked : Stage::Handled);
    return {};
}

const std::array handlers{
    Handler{OperationKind::RequestVerify, requestVerifyGuard, requestVerify},
    Handler{OperationKind::Verify, noGuard, verify},
    Handler{OperationKind::File, fileGuard, file},
    Handler{OperationKind::ChangeStandard, changeStandardGuard, changeStandard},
    Handler{OperationKind::Void, noGuard, voidCase},
    Handler{OperationKind::SelfHandle, noGuard, selfHandle},
};

} // namespace

Verdict freezeStandard(Context& x, const StandardId& id)
{
    const auto [category, standard] = findStandard(x.rules, id);
    if (standard == nullptr || !x.c.category || !isWithin(x.rules, *x.c.category, category->code))
        return refuse(Rule::StandardForeign, id.text(), {"standard"});
    Filing filing{.standard = id, .category = *x.c.category, .rulesHash = x.rules.hash, .calendar = x.rules.calendar};
    for (const auto& l : standard->limits)
        if (!l.urgency || *l.urgency == x.c.urgency)
            filing.limits.push_back(l);
    filing.minor = standard->minor;
    filing.closing = standard->closing;
    x.c.filing = std::move(filing);
    return {};
}

std::span<const Handler> filingHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
