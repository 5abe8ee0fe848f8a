// SPDX-License-Identifier: GPL-3.0-or-later
// Operations that touch two cases; each side is judged by itself, the authority takes both or none.
#include "matter.h"
#include "steps.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

CaseLink* openLink(Case& c, std::string_view kind, const CaseId& other)
{
    const auto found = std::ranges::find_if(c.links, [&](const CaseLink& l) { return l.kind == kind && l.other == other && !l.endedAt; });
    return found == c.links.end() ? nullptr : &*found;
}

std::expected<CaseId, Refusal> otherOf(const Context& x)
{
    auto other = x.id<CaseId>("other");
    if (!other || *other == x.op.caseId)
        return std::unexpected(refuse(Rule::ReferenceUnknown, x.text("other"), {"other"}));
    return std::move(*other);
}

Verdict merge(Context& x)
{
    auto& c = x.c;
    const auto other = otherOf(x);
    if (!other)
        return other.error();
    if (x.text("side") == "kept") {
        c.links.push_back({"absorbed", *other, x.at, {}});
        ++c.repeats;
        return {};
    }
    if (c.stage > Stage::Handling) // work is done here: link as a repeat instead
        return refuse(Rule::StageClosed, std::string(nameOf(c.stage)), {"link"});
    c.mergedFrom = c.stage == Stage::Verifying ? c.verifyReturn.value_or(Stage::Reported) : c.stage;
    c.links.push_back({"mergedInto", *other, x.at, {}});
    endCase(x, Stage::Merged, false); // the orders' own clocks run on
    for (const auto& order : c.orders)
        if (order.state == ExternalOrder::State::Open && order.due && runningClock(c, ClockKind::Upstream, order.number) == nullptr)
            for (auto& clock : c.clocks)
                if (clock.kind == ClockKind::Upstream && clock.subject == order.number && clock.cancelledAt == x.at)
                    clock.cancelledAt.reset();
    return {};
}

Verdict unmergeGuard(const Context& x)
{
    const bool tied = std::ranges::any_of(x.c.links, [](const CaseLink& l) { return (l.kind == "absorbed" || l.kind == "mergedInto") && !l.endedAt; });
    return tied ? Verdict{} : refuse(Rule::RecordUnknown, "not merged", {"merge"}, {Role::Operator, Role::ShiftLeader});
}

Verdict unmerge(Context& x)
{
    auto& c = x.c;
    const auto other = otherOf(x);
    if (!other)
        return other.error();
    const bool kept = x.text("side") == "kept";
    auto* link = openLink(c, kept ? "absorbed" : "mergedInto", *other);
    if (link == nullptr || kept == (c.stage == Stage::Merged))
        return refuse(Rule::RecordUnknown, other->text(), {"other"});
    link->endedAt = x.at;
    if (kept) {
        c.repeats = std::max(0, c.repeats - 1);
        return {};
    }
    const auto mergedAt = c.endedAt;
    for (auto& clock : c.clocks) // the case clocks go on as if they had never stopped
        if ((clock.kind == ClockKind::CaseLimit || clock.kind == ClockKind::MakeSafe) && clock.cancelledAt && clock.cancelledAt == mergedAt)
            clock.cancelledAt.reset();
    c.endedAt.reset();
    const auto from = c.mergedFrom.value_or(Stage::Reported);
    c.mergedFrom.reset();
    enterStage(x, std::min(from, Stage::Filed)); // work given out was taken back at the merge
    return {};
}

Verdict split(Context& x)
{
    auto& c = x.c;
    const auto other = otherOf(x);
    if (!other)
        return other.error();
    const bool fresh = x.text("side") == "new";
    if (fresh != x.first)
        return refuse(Rule::FirstOperation, x.text("side"), {"side"});
    if (!fresh) {
        c.links.push_back({"splitTo", *other, x.at, {}});
        return {};
    }
    std::vector<std::string> missing;
    for (const auto* field : {"category", "text", "demandType"})
        if (!x.has(field))
            missing.emplace_back(field);
    if (!missing.empty())
        return refuse(Rule::FieldMissing, {}, std::move(missing));
    fillMatter(x);
    c.source = "split";
    c.reportedAt = x.at;
    c.links.push_back({"splitFrom", *other, x.at, {}});
    enterStage(x, Stage::Accepted);
    return {};
}

Verdict link(Context& x)
{
    auto& c = x.c;
    const auto other = otherOf(x);
    if (!other)
        return other.error();
    const auto relation = x.text("relation");
    const bool from = x.text("side") == "from"; // "from" points at the earlier matter
    const auto kind = relation == "related" ? relation : from ? relation + "Of" : relation;
    if (openLink(c, kind, *other) != nullptr)
        return refuse(Rule::OnceOnly, other->text());
    c.links.push_back({kind, *other, x.at, {}});
    if (kind == "repeat")
        ++c.repeats;
    return {};
}

const std::array handlers{
    Handler{OperationKind::Merge, noGuard, merge},
    Handler{OperationKind::Unmerge, unmergeGuard, unmerge},
    Handler{OperationKind::Split, noGuard, split},
    Handler{OperationKind::Link, noGuard, link},
};

} // namespace

std::span<const Handler> pairHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
