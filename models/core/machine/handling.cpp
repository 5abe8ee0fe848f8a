// SPDX-License-Identifier: GPL-3.0-or-later
// Handling: contact, progress, mediation, replies.
#include "giving.h"

#include "models/core/rulesnames.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

/// The actor's unit holds work of this case now.
Verdict atWork(const Context& x)
{
    if (std::ranges::none_of(x.c.assignments, [&](const Assignment& a) { return a.state == AssignmentState::Signed && x.ofUnit(a.unit); }))
        return refuse(Rule::NotYourUnit, x.post.unit.text(), {}, x.spec.roles);
    return {};
}

Verdict firstContact(Context& x)
{
    auto& a = *x.target;
    if (!a.firstContactAt && x.flag("reached"))
        a.firstContactAt = x.at;
    return {};
}

Verdict progress(Context& x)
{
    if (x.flag("madeSafe"))
        meetAll(x, ClockKind::MakeSafe);
    return {};
}

Verdict mediate(Context& x)
{
    const auto result = x.text("result");
    if (result == "notReached" && x.has("guidance") && !hasEvidence(x, {})) // closes as guided to court only with proof
        return refuse(Rule::EvidenceMissing, {}, {"evidence"});
    Mediation m{.by = x.trace,
                .session = x.text("session"),
                .result = result,
                .guidance = x.text("guidance"),
                .agreement = x.text("agreement")};
    if (const auto* parties = x.op.payload.find("parties"))
        for (const auto& party : *parties->list())
            m.parties.push_back(std::string(party.textOr("role")) + ":" + std::string(party.textOr("nameCommitment")));
    x.c.mediations.push_back(std::move(m));
    return {};
}

Verdict fulfilGuard(const Context& x)
{
    if (std::ranges::none_of(x.c.mediations, [](const Mediation& m) { return m.result == "reached" && !m.kept; }))
        return refuse(Rule::RecordUnknown, "no agreement was reached", {"mediate"}, {Role::Handler});
    if (std::ranges::none_of(x.c.assignments, [&](const Assignment& a) { return x.ofUnit(a.unit); }))
        return refuse(Rule::NotYourUnit, x.post.unit.text());
    return {};
}

Verdict fulfil(Context& x)
{
    auto& c = x.c;
    const auto found = std::ranges::find_if(c.mediations, [](const Mediation& m) { return m.result == "reached" && !m.kept; });
    found->kept = x.flag("kept");
    if (!*found->kept && (c.stage == Stage::Closed || c.stage == Stage::Archived)) {
        decide(x, "reopen", x.text("words"));
        redoWork(x);
    }
    return {};
}

Verdict replyGuard(const Context& x)
{
    if (auto verdict = ownUnit(x))
        return verdict;
    if (suspendedAt(x.c, x.at))
        return refuse(Rule::Standstill, {}, {"resume"}, {Role::ShiftLeader, Role::Handler});
    if (hasOpenSubtasks(x.c, x.target->id))
        return refuse(Rule::OpenSubtasks, x.target->id.text(), {"reviewReply"}, {Role::UnitLead, Role::Community});
    return {};
}

Verdict reply(Context& x)
{
    if (x.target->level == 1 && x.text("result") == "resolved" && x.c.category) {
        const auto found = x.rules.categories.find(*x.c.category);
        if (found != x.rules.categories.end() && found->second.checkMode == CheckMode::Photo && !hasEvidence(x, "after"))
            return refuse(Rule::EvidenceMissing, "checked by photograph", {"evidence after"});
    }
    takeReply(x, *x.target, x.text("result"), x.text("words"));
    return {};
}

Verdict assistReply(Context& x)
{
    takeReply(x, *x.target, {}, x.text("words"));
    return {};
}

const std::array handlers{
    Handler{OperationKind::FirstContact, ownUnit, firstContact}, Handler{OperationKind::Progress, ownUnit, progress},
    Handler{OperationKind::Mediate, atWork, mediate},            Handler{OperationKind::Fulfil, fulfilGuard, fulfil},
    Handler{OperationKind::Reply, replyGuard, reply},            Handler{OperationKind::AssistReply, replyGuard, assistReply},
};

} // namespace

std::span<const Handler> handlingHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
