// SPDX-License-Identifier: GPL-3.0-or-later
// Orders from outside and the exits above and beside us.
#include "steps.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;
using State = ExternalOrder::State;
using Asked = ExternalOrder::Asked;

ExternalOrder* orderOf(Context& x)
{
    const auto number = x.text("order");
    const auto found = std::ranges::find(x.c.orders, number, &ExternalOrder::number);
    return found == x.c.orders.end() ? nullptr : &*found;
}

Verdict anyOrder(const Context& x)
{
    if (std::ranges::none_of(x.c.orders, [](const ExternalOrder& o) { return o.state == State::Open; }))
        return refuse(Rule::RecordUnknown, "no open outside order", {"order"});
    return {};
}

Verdict anyAsked(const Context& x)
{
    if (std::ranges::none_of(x.c.orders, [](const ExternalOrder& o) { return o.asked != Asked::Nothing; }))
        return refuse(Rule::NothingAsked, "nothing was asked of a source", {"order"});
    return {};
}

/// The order named, open; otherwise why not.
std::expected<ExternalOrder*, Refusal> openOrder(Context& x)
{
    auto* order = orderOf(x);
    if (order == nullptr || order->state != State::Open)
        return std::unexpected(refuse(Rule::RecordUnknown, x.text("order"), {"order"}));
    return order;
}

Verdict returnToSource(Context& x)
{
    auto order = openOrder(x);
    if (!order)
        return std::move(order.error());
    if ((*order)->asked != Asked::Nothing)
        return refuse(Rule::AlreadyAsked, (*order)->number, {"sourceDecision"});
    (*order)->asked = Asked::Return; // our clock runs until the source agrees
    return {};
}

Verdict requestSourceExtension(Context& x)
{
    auto order = openOrder(x);
    if (!order)
        return std::move(order.error());
    if ((*order)->asked != Asked::Nothing)
        return refuse(Rule::AlreadyAsked, (*order)->number, {"sourceDecision"});
    const auto until = *x.time("until");
    if (until <= x.at || ((*order)->due && until <= *(*order)->due))
        return refuse(Rule::InThePast, formatInstant(until), {"until"});
    (*order)->asked = Asked::Extension;
    (*order)->extensionUntil = until;
    return {};
}

Verdict sourceDecision(Context& x)
{
    auto& c = x.c;
    auto* order = orderOf(x);
    if (order == nullptr)
        return refuse(Rule::RecordUnknown, x.text("order"), {"order"});
    if (order->asked == Asked::Nothing)
        return refuse(Rule::NothingAsked, order->number);
    const auto asked = order->asked;
    order->asked = Asked::Nothing;
    if (!x.flag("agreed")) {
        ++order->refusals;
        return {};
    }
    if (asked == Asked::Extension) {
        order->due = x.time("until") ? x.time("until") : order->extensionUntil;
        ++order->extensions;
        if (auto* clock = runningClock(c, ClockKind::Upstream, order->number))
            clock->extensions.push_back({x.at, {LimitUnit::Stated, 0}, order->due, x.trace.account.text(), x.text("words")});
        return {};
    }
    order->state = State::Returned;
    order->returnedAt = x.at;
    cancel(x, ClockKind::Upstream, order->number);
    const bool allBack = std::ranges::all_of(c.orders, [](const ExternalOrder& o) { return o.state == State::Returned; });
    if (allBack && isOpen(c.stage) && c.reporters.size() <= 1) {
        decide(x, "returnToSource", x.text("words"));
        endCase(x, Stage::ReturnedUp, false);
    }
    return {};
}

Verdict replyToSource(Context& x)
{
    auto order = openOrder(x);
    if (!order)
        return std::move(order.error());
    (*order)->state = State::Replied;
    (*order)->asked = Asked::Nothing;
    (*order)->repliedAt = x.at;
    (*order)->reply = x.text("words");
    meet(x, ClockKind::Upstream, (*order)->number);
    return {};
}

Verdict transferUp(Context& x)
{
    x.c.handOvers.push_back({"district", x.text("receiver"), x.text("receipt"), x.trace, x.at});
    decide(x, "transferUp", x.text("reason"));
    endCase(x, Stage::HandedOver, false);
    return {};
}

Verdict handOver(Context& x)
{
    auto& c = x.c;
    if (c.stage == Stage::HandedOver) { // only the confirmation is left
        if (c.handOvers.empty() || c.handOvers.back().confirmedAt)
            return refuse(Rule::OnceOnly, "confirmed already");
        if (!x.has("receipt"))
            return refuse(Rule::FieldMissing, {}, {"receipt"});
        c.handOvers.back().receipt = x.text("receipt");
        c.handOvers.back().confirmedAt = x.at;
        meet(x, ClockKind::HandOver, {});
        return {};
    }
    if (!x.has("to") || !x.has("receiver"))
        return refuse(Rule::FieldMissing, {}, {"to", "receiver"});
    c.handOvers.push_back({x.text("to"), x.text("receiver"), x.text("receipt"), x.trace,
                           x.has("receipt") ? std::optional(x.at) : std::nullopt});
    decide(x, "handOver", x.text("words"));
    endCase(x, Stage::HandedOver, false);
    return {};
}

const std::array handlers{
    Handler{OperationKind::ReturnToSource, anyOrder, returnToSource},
    Handler{OperationKind::SourceDecision, anyAsked, sourceDecision},
    Handler{OperationKind::ReplyToSource, anyOrder, replyToSource},
    Handler{OperationKind::RequestSourceExtension, anyOrder, requestSourceExtension},
    Handler{OperationKind::TransferUp, noGuard, transferUp},
    Handler{OperationKind::HandOver, noGuard, handOver},
};

} // namespace

std::span<const Handler> sourceHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
