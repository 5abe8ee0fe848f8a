// SPDX-License-Identifier: GPL-3.0-or-later
// Supervision: urging, orders, instructions, spot checks.
#include "steps.h"

#include "models/core/areatree.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;
using State = SupervisionOrder::State;

/// A rung of the ladder fires once, and only while its clock runs.
Verdict rungGuard(Context& x)
{
    if (!x.has("clock") && !x.has("rung"))
        return {};
    const auto id = x.text("clock");
    const auto found = std::ranges::find(x.c.clocks, id, &Clock::id);
    if (found == x.c.clocks.end())
        return refuse(Rule::RecordUnknown, id, {"clock"});
    const auto key = id + "/" + std::to_string(x.op.payload.intOr("rung", 0));
    if (!running(*found) || !x.c.rungs.insert(key).second)
        return refuse(Rule::Superseded, key);
    return {};
}

Verdict urgeGuard(const Context& x)
{
    if (!isOpen(x.c.stage))
        return refuse(Rule::Superseded, std::string(nameOf(x.c.stage)));
    return {};
}

Verdict urge(Context& x)
{
    if (auto verdict = rungGuard(x))
        return verdict;
    ++x.c.urges;
    return {};
}

SupervisionOrder* orderOf(Context& x, std::initializer_list<State> states)
{
    const auto id = x.text("order");
    const auto found = std::ranges::find(x.c.supervisions, id, &SupervisionOrder::id);
    if (found == x.c.supervisions.end() || std::ranges::find(states, found->state) == states.end())
        return nullptr;
    return &*found;
}

/// Some order in one of these states, addressed to the actor's unit where that matters.
Verdict someOrder(const Context& x, std::initializer_list<State> states, bool mine)
{
    bool any = false;
    for (const auto& order : x.c.supervisions)
        if (std::ranges::find(states, order.state) != states.end()) {
            if (!mine || x.ofUnit(order.unit))
                return {};
            any = true;
        }
    if (any)
        return refuse(Rule::NotYourUnit, x.post.unit.text(), {}, {Role::UnitLead});
    return refuse(Rule::NothingAsked, "no supervision order waits for this", {"superviseOrder"}, {Role::Supervisor});
}

Verdict toReceive(const Context& x) { return someOrder(x, {State::Issued}, true); }
Verdict toReply(const Context& x) { return someOrder(x, {State::Issued, State::Received}, true); }
Verdict toSettle(const Context& x) { return someOrder(x, {State::Replied}, false); }

Verdict superviseOrder(Context& x)
{
    auto& c = x.c;
    const auto replyBy = x.time("replyBy");
    if (replyBy && *replyBy <= x.at)
        return refuse(Rule::InThePast, formatInstant(*replyBy), {"replyBy"});
    if (auto verdict = rungGuard(x))
        return verdict;
    c.supervisions.push_back({.id = "s" + std::to_string(c.supervisions.size() + 1),
                              .number = x.text("number"),
                              .by = x.trace,
                              .unit = *x.id<UnitId>("unit"),
                              .level = parseAreaLevel(x.text("level")).value_or(AreaLevel::Subdistrict),
                              .card = x.text("card"),
                              .words = x.text("words"),
                              .replyBy = replyBy});
    if (replyBy)
        startStated(x, ClockKind::SuperviseReply, c.supervisions.back().id, *replyBy, c.supervisions.back().unit.text());
    return {};
}

Verdict superviseReceipt(Context& x)
{
    auto* order = orderOf(x, {State::Issued});
    if (order == nullptr)
        return refuse(Rule::RecordUnknown, x.text("order"), {"order"});
    if (!x.ofUnit(order->unit))
        return refuse(Rule::NotYourUnit, order->unit.text(), {}, {Role::UnitLead});
    order->state = State::Received;
    order->received = x.trace;
    return {};
}

Verdict superviseReply(Context& x)
{
    auto* order = orderOf(x, {State::Issued, State::Received});
    if (order == nullptr)
        return refuse(Rule::RecordUnknown, x.text("order"), {"order"});
    if (!x.ofUnit(order->unit))
        return refuse(Rule::NotYourUnit, order->unit.text(), {}, {Role::UnitLead});
    order->state = State::Replied;
    order->replied = x.trace;
    order->reply = x.text("words");
    meet(x, ClockKind::SuperviseReply, order->id);
    return {};
}

Verdict superviseSettle(Context& x)
{
    auto* order = orderOf(x, {State::Replied});
    if (order == nullptr)
        return refuse(Rule::NothingAsked, x.text("order"), {"superviseReply"}, {Role::UnitLead});
    if (x.ofUnit(order->unit) || order->replied->account == x.trace.account) // nobody settles an order on himself
        return refuse(Rule::SamePerson, order->unit.text(), {}, {Role::Supervisor});
    order->verdict = x.text("words");
    if (x.flag("settled")) {
        order->state = State::Settled;
        order->settled = x.trace;
    } else {
        order->state = State::Received;
    }
    return {};
}

Verdict instruct(Context& x)
{
    auto& c = x.c;
    if (!x.has("unit") && !x.has("account"))
        return refuse(Rule::FieldMissing, {}, {"unit", "account"});
    c.instructions.push_back({.id = "i" + std::to_string(c.instructions.size() + 1),
                              .by = x.trace,
                              .unit = x.id<UnitId>("unit"),
                              .account = x.id<AccountId>("account"),
                              .words = x.text("words")});
    return {};
}

Verdict addressed(const Context& x)
{
    const bool mine = std::ranges::any_of(x.c.instructions, [&](const Instruction& i) {
        return !i.received && (i.account == x.trace.account || i.unit == x.post.unit);
    });
    return mine ? Verdict{} : refuse(Rule::NothingAsked, "no instruction waits for you", {"instruct"}, {Role::Leader});
}

Verdict receipt(Context& x)
{
    const auto id = x.text("instruction");
    const auto found = std::ranges::find(x.c.instructions, id, &Instruction::id);
    if (found == x.c.instructions.end())
        return refuse(Rule::RecordUnknown, id, {"instruction"});
    if (found->account != x.trace.account && found->unit != x.post.unit)
        return refuse(Rule::NotMember, id);
    if (found->received)
        return refuse(Rule::OnceOnly, id);
    found->received = x.trace;
    return {};
}

Verdict spotCheck(Context& x)
{
    x.c.spotChecks.push_back({x.trace, x.text("result"), x.text("words")});
    return {};
}

const std::array handlers{
    Handler{OperationKind::Urge, urgeGuard, urge},
    Handler{OperationKind::SuperviseOrder, noGuard, superviseOrder},
    Handler{OperationKind::SuperviseReceipt, toReceive, superviseReceipt},
    Handler{OperationKind::SuperviseReply, toReply, superviseReply},
    Handler{OperationKind::SuperviseSettle, toSettle, superviseSettle},
    Handler{OperationKind::Instruct, noGuard, instruct},
    Handler{OperationKind::Receipt, addressed, receipt},
    Handler{OperationKind::SpotCheck, noGuard, spotCheck},
};

} // namespace

std::span<const Handler> supervisionHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
