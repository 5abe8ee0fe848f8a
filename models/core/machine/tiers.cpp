// SPDX-License-Identifier: GPL-3.0-or-later
// Level 2 and the three tiers; whistle and report.
#include "giving.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

UnitKind kindOf(const Context& x, const UnitId& unit)
{
    const auto found = x.rules.units.find(unit);
    return found == x.rules.units.end() ? UnitKind::Office : found->second.kind;
}

Verdict subdispatch(Context& x) { return giveBelow(x); }

Verdict lowerGuard(const Context& x)
{
    if (auto verdict = ownUnit(x))
        return verdict;
    if (kindOf(x, x.target->unit) == UnitKind::GridCrew)
        return refuse(Rule::LastTier, x.target->unit.text());
    return {};
}

Verdict raiseGuard(const Context& x)
{
    if (auto verdict = ownUnit(x))
        return verdict;
    const auto kind = kindOf(x, x.target->unit);
    if (x.target->level == 1 && kind != UnitKind::Community && kind != UnitKind::GridCrew) // above is the district: an exit
        return refuse(Rule::LastTier, x.target->unit.text(), {"transferUp"}, {Role::Dispatcher, Role::ShiftLeader});
    return {};
}

Verdict raiseTier(Context& x)
{
    auto& c = x.c;
    auto& a = *x.target;
    a.raised = true;
    ++c.raises;
    meet(x, ClockKind::TryFor, a.id.text());
    if (a.level == 2) {
        endAssignment(x, a, AssignmentState::Returned);
        if (const auto* parent = a.parent ? findAssignment(c, *a.parent) : nullptr)
            holdCase(x, parent->unit.text());
        return {};
    }
    endAssignment(x, a, AssignmentState::Released);
    dropRequests(x);
    enterStage(x, Stage::Filed);
    return {};
}

Verdict reviewGuard(const Context& x)
{
    const auto* parent = x.target->parent ? findAssignment(x.c, *x.target->parent) : nullptr;
    if (parent == nullptr || !x.ofUnit(parent->unit))
        return refuse(Rule::NotYourUnit, x.target->id.text(), {}, {Role::UnitLead, Role::Community});
    if (x.target->accepted || parent->state != AssignmentState::Signed)
        return refuse(Rule::NothingAsked, x.target->id.text());
    return {};
}

Verdict reviewReply(Context& x)
{
    auto& c = x.c;
    auto& a = *x.target;
    const auto verdict = x.text("verdict");
    auto* parent = findAssignment(c, *a.parent);
    if (verdict == "sendBack") {
        for (auto& clock : c.clocks)
            if (clock.subject == a.id.text() && clock.metAt && clock.metAt == a.repliedAt
                && (clock.kind == ClockKind::Handle || clock.kind == ClockKind::TryFor))
                clock.metAt.reset(); // it goes on, it does not start anew
        a.state = AssignmentState::Signed;
        a.repliedAt.reset();
        ++a.sentBacks;
        holdCase(x, a.unit.text());
        return {};
    }
    a.accepted = true;
    if (verdict == "accept")
        return {};
    if (hasOpenSubtasks(c, parent->id))
        return refuse(Rule::OpenSubtasks, parent->id.text(), {"reviewReply"}, {Role::UnitLead});
    if (suspendedAt(c, x.at))
        return refuse(Rule::Standstill, {}, {"resume"}, {Role::ShiftLeader, Role::Handler});
    takeReply(x, *parent, a.result, x.has("words") ? x.text("words") : a.reply);
    return {};
}

Whistle* whistleOf(Context& x)
{
    const auto id = x.text("whistle");
    const auto found = std::ranges::find_if(x.c.whistles, [&](const Whistle& w) { return w.id == id && !w.endedAt; });
    return found == x.c.whistles.end() ? nullptr : &*found;
}

Verdict whistleOpen(const Context& x)
{
    if (std::ranges::none_of(x.c.whistles, [](const Whistle& w) { return !w.endedAt; }))
        return refuse(Rule::RecordUnknown, "no whistle is open", {"whistle"}, {Role::GridLead, Role::Community});
    return {};
}

Verdict calledOut(const Context& x)
{
    if (auto verdict = whistleOpen(x))
        return verdict;
    const bool called = std::ranges::any_of(x.c.whistles, [&](const Whistle& w) {
        return !w.endedAt && std::ranges::find(w.units, x.post.unit) != w.units.end();
    });
    return called ? Verdict{} : refuse(Rule::NotMember, x.post.unit.text());
}

Verdict whistle(Context& x)
{
    auto& c = x.c;
    if (!x.has("place") && !x.has("where") && !c.place && c.address.empty())
        return refuse(Rule::FieldMissing, {}, {"place"});
    c.whistles.push_back({.id = "w" + std::to_string(c.whistles.size() + 1),
                          .by = x.trace,
                          .units = x.units("units"),
                          .place = x.has("place") ? x.place() : c.place,
                          .where = x.has("where") ? x.text("where") : c.address,
                          .purpose = x.text("purpose"),
                          .meetAt = x.time("meetAt")});
    const auto& w = c.whistles.back();
    if (w.meetAt && *w.meetAt > x.at)
        for (const auto& unit : w.units)
            startStated(x, ClockKind::CheckIn, w.id + "/" + unit.text(), *w.meetAt, unit.text());
    return {};
}

Verdict checkIn(Context& x)
{
    auto* w = whistleOf(x);
    if (w == nullptr)
        return refuse(Rule::RecordUnknown, x.text("whistle"), {"whistle"});
    if (std::ranges::find(w->units, x.post.unit) == w->units.end())
        return refuse(Rule::NotMember, x.post.unit.text());
    w->arrivals.try_emplace(x.post.unit, x.at);
    meet(x, ClockKind::CheckIn, w->id + "/" + x.post.unit.text());
    return {};
}

Verdict standDown(Context& x)
{
    auto* w = whistleOf(x);
    if (w == nullptr)
        return refuse(Rule::RecordUnknown, x.text("whistle"), {"whistle"});
    w->endedAt = x.at;
    for (const auto& unit : w->units)
        cancelSubject(x, w->id + "/" + unit.text());
    return {};
}

const std::array handlers{
    Handler{OperationKind::Subdispatch, ownUnit, subdispatch}, Handler{OperationKind::ReviewReply, reviewGuard, reviewReply},
    Handler{OperationKind::RaiseTier, raiseGuard, raiseTier},  Handler{OperationKind::LowerTier, lowerGuard, subdispatch},
    Handler{OperationKind::Whistle, noGuard, whistle},         Handler{OperationKind::CheckIn, calledOut, checkIn},
    Handler{OperationKind::StandDown, whistleOpen, standDown},
};

} // namespace

std::span<const Handler> tierHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
