// SPDX-License-Identifier: GPL-3.0-or-later
// Intake: report, adopt, amend, accept, answer, reject, followUp.
#include "matter.h"
#include "steps.h"

#include "models/core/categories.h"
#include "models/core/rulesnames.h"

#include <algorithm>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

constexpr std::size_t titleBytes = 90;

bool answerable(std::string_view demandType) noexcept { return demandType == "consult" || demandType == "suggestion" || demandType == "praise"; }

/// First words of a text, cut at a whole character.
std::string headOf(const std::string& text)
{
    auto end = std::min(text.find('\n'), text.size());
    if (end > titleBytes) {
        end = titleBytes;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
            --end;
    }
    return text.substr(0, end);
}

Verdict report(Context& x)
{
    const auto demand = x.text("demandType");
    const bool source = x.has("source");
    const bool what = x.has("text") || x.has("category");
    const bool where = x.has("place") || x.has("address") || x.has("area") || answerable(demand);
    const int given = (source ? 1 : 0) + (what ? 1 : 0) + (where ? 1 : 0);
    if (given < (x.text("urgency") == "critical" ? 2 : 3)) {
        std::vector<std::string> missing;
        if (!source)
            missing.emplace_back("source");
        if (!what)
            missing.emplace_back("text");
        if (!where)
            missing.emplace_back("place");
        return refuse(Rule::FieldMissing, {}, std::move(missing));
    }
    fillMatter(x);
    x.c.reportedAt = x.at;
    enterStage(x, Stage::Reported);
    return {};
}

Verdict adopt(Context& x)
{
    auto& c = x.c;
    const auto stage = parseStage(x.text("stage"));
    if (!stage)
        return refuse(Rule::FieldChoice, x.text("stage"), {"stage"});
    // A source whose times contradict each other is taken, but only by whoever says that they do.
    if (const auto from = x.time("reportedAt"), to = x.time("closedAt"); from && to && *to < *from && !x.flag("clockDisorder"))
        return refuse(Rule::FieldMissing, "closed before it was reported", {"clockDisorder"});
    fillMatter(x);
    c.imported = true;
    c.source = x.has("source") ? x.text("source") : "import";
    c.recordHash = x.text("recordHash");
    c.outsideNumbers.push_back(x.text("outsideNumber"));
    c.reportedAt = x.time("reportedAt");
    c.closedAt = x.time("closedAt");
    if (x.has("sourceOnTime"))
        c.sourceOnTime = x.flag("sourceOnTime");
    c.clockDisorder = x.flag("clockDisorder") || (c.reportedAt && c.closedAt && *c.closedAt < *c.reportedAt)
        || (c.reportedAt && *c.reportedAt > x.at) || (c.closedAt && *c.closedAt > x.at);
    const bool over = *stage >= Stage::Closed;
    const bool done = *stage == Stage::Closed || *stage == Stage::Archived || *stage == Stage::Answered;
    c.orders.push_back({.number = x.text("outsideNumber"),
                        .platform = x.text("platform"),
                        .sentAt = c.reportedAt,
                        .due = x.time("due"),
                        .state = over ? ExternalOrder::State::Replied : ExternalOrder::State::Open});
    if (c.orders.back().due) {
        auto* clock = startStated(x, ClockKind::Upstream, x.text("outsideNumber"), *c.orders.back().due, {});
        if (c.reportedAt)
            clock->start = std::min(*c.reportedAt, *c.orders.back().due);
        if (done && c.closedAt) {
            clock->metAt = c.closedAt;
            clock->start = std::min(clock->start, *c.closedAt); // when the source's times contradict each other; clockDisorder says so
        } else if (over) {
            clock->cancelledAt = x.at; // given up, or not known whether it was met
        }
    }
    const bool handled = *stage >= Stage::Handled && *stage <= Stage::Archived;
    if (handled && x.has("unit")) // who did the work is stated; when it was given, signed and answered is not
        c.assignments.push_back(Assignment{.id = AssignmentId::literal("a1"), .state = AssignmentState::Replied, .unit = *x.id<UnitId>("unit"), .sentBy = x.trace});
    if (over) { // nothing is started and nothing invented: only what the source states
        c.stage = *stage;
        c.endedAt = c.closedAt;
        return {};
    }
    const auto closed = c.closedAt;
    if (*stage == Stage::Dispatched || *stage == Stage::Handling) {
        if (auto unit = x.id<UnitId>("unit"); unit && x.has("unit")) {
            send(x, *unit, 1, AssignmentRole::Lead, std::nullopt, std::nullopt);
            if (*stage == Stage::Handling) {
                c.assignments.back().state = AssignmentState::Signed;
                meet(x, ClockKind::Receipt, c.assignments.back().id.text());
            }
        }
    }
    enterStage(x, *stage);
    // an import never invents history: the steps' instants stay unknown
    c.acceptedAt.reset();
    c.dispatchedAt.reset();
    c.signedAt.reset();
    c.handledAt.reset();
    c.checkedAt.reset();
    c.closedAt = closed;
    return {};
}

bool ownsStep(const Context& x)
{
    const auto& roles = x.post.roles;
    switch (x.c.stage) {
    case Stage::Filed:
        return roles.meets({Role::Dispatcher, Role::ShiftLeader});
    case Stage::Dispatched:
    case Stage::Handling:
        return roles.has(Role::Dispatcher)
            || std::ranges::any_of(x.c.assignments, [&](const Assignment& a) { return a.live() && x.ofUnit(a.unit); });
    default:
        return roles.meets({Role::Operator, Role::ShiftLeader});
    }
}

Verdict amend(Context& x)
{
    auto& c = x.c;
    const bool owner = ownsStep(x);
    const bool desk = x.post.roles.has(Role::Operator);
    for (const auto field : {"category", "title", "text", "urgency", "demandType", "subject"})
        if (x.has(field) && !owner)
            return refuse(Rule::NotYourUnit, field, {}, x.spec.roles);
    for (const auto field : {"reporter", "place", "address", "area"})
        if (x.has(field) && !owner && !desk)
            return refuse(Rule::NotYourUnit, field, {}, {Role::Operator});
    const auto keep = [&](std::string field, std::string before) {
        c.amendments.push_back({std::move(field), std::move(before), x.trace, c.stage});
    };
    bool any = false;
    const auto change = [&](std::string_view field, std::string& value) {
        if (!x.has(field))
            return;
        any = true;
        keep(std::string(field), value);
        value = x.text(field);
    };
    change("title", c.title);
    change("text", c.text);
    change("address", c.address);
    change("demandType", c.demandType);
    if (x.has("category")) {
        any = true;
        keep("category", c.category ? c.category->text() : std::string());
        c.category = x.id<CategoryId>("category");
        if (!c.assignments.empty())
            c.categoryChangedAfterDispatch = true;
    }
    if (x.has("area")) {
        any = true;
        keep("area", c.area ? c.area->text() : std::string());
        c.area = x.id<AreaCode>("area");
    }
    if (x.has("urgency")) {
        any = true;
        keep("urgency", std::string(nameOf(c.urgency)));
        c.urgency = *x.urgency();
    }
    if (x.has("place")) {
        any = true;
        keep("place", c.place ? std::to_string(c.place->lonE7) + "," + std::to_string(c.place->latE7) : std::string());
        c.place = x.place();
    }
    if (x.has("subject")) {
        any = true;
        keep("subject", c.subject ? c.subject->kind : std::string());
        const auto* s = x.op.payload.find("subject");
        c.subject = Subject{std::string(s->textOr("kind")), std::string(s->textOr("nameCommitment"))};
    }
    if (x.has("reporter")) {
        any = true;
        keep("reporter", {}); // commitments are not repeated: the old record is named by the earlier operation
        if (!c.reporters.empty())
            c.reporters.erase(c.reporters.begin());
        addReporter(x);
        std::ranges::rotate(c.reporters, c.reporters.end() - 1);
    }
    if (!any)
        return refuse(Rule::FieldMissing, "nothing is changed", {"category", "text", "place", "address"});
    return {};
}

Verdict accept(Context& x)
{
    auto& c = x.c;
    const bool somewhere = c.area || x.has("area") || answerable(x.text("demandType"));
    if (!somewhere)
        return refuse(Rule::FieldMissing, {}, {"area"});
    c.category = x.id<CategoryId>("category");
    if (x.has("area"))
        c.area = x.id<AreaCode>("area");
    c.urgency = *x.urgency();
    c.demandType = x.text("demandType");
    if (x.has("handlingKind"))
        c.handlingKind = x.text("handlingKind");
    enterStage(x, Stage::Accepted);
    return {};
}

Verdict answerGuard(const Context& x)
{
    if (!x.c.demandType.empty() && !answerable(x.c.demandType)) // another type is an amendment, and seen as one
        return refuse(Rule::NotAnswerable, x.c.demandType, {"amend"}, {Role::Operator, Role::ShiftLeader});
    return {};
}

Verdict answer(Context& x)
{
    auto& c = x.c;
    const auto demand = c.demandType.empty() ? x.text("demandType") : c.demandType;
    if (!answerable(demand))
        return refuse(Rule::NotAnswerable, demand, {"demandType"});
    if (!x.has("article") && !x.has("words"))
        return refuse(Rule::FieldMissing, {}, {"words"});
    c.demandType = demand;
    decide(x, "answer", x.text("words"));
    endCase(x, Stage::Answered, true);
    return {};
}

Verdict rejectGuard(const Context& x)
{
    const bool outside = std::ranges::any_of(x.c.orders, [](const ExternalOrder& o) { return o.state != ExternalOrder::State::Returned; });
    if (outside)
        return refuse(Rule::FromOutside, {}, {"returnToSource"}, {Role::Dispatcher, Role::ShiftLeader});
    if (x.c.urgency == Urgency::Critical)
        return refuse(Rule::DangerNoReason, {}, {"handOver"}, {Role::Operator, Role::ShiftLeader});
    return {};
}

Verdict reject(Context& x)
{
    if (x.text("code") == "danger")
        return refuse(Rule::DangerNoReason, {}, {"handOver"}, {Role::Operator, Role::ShiftLeader});
    decide(x, "reject", x.text("code") + ": " + x.text("reason"));
    endCase(x, Stage::Rejected, false);
    return {};
}

Verdict followUp(Context& x)
{
    auto& c = x.c;
    const auto kind = x.text("kind");
    if (kind == "join") {
        if (!x.has("reporter") && !x.has("order"))
            return refuse(Rule::FieldMissing, {}, {"reporter"});
        if (const auto* order = x.op.payload.find("order");
            order != nullptr && std::ranges::find(c.orders, order->textOr("number"), &ExternalOrder::number) != c.orders.end())
            return refuse(Rule::OnceOnly, std::string(order->textOr("number")), {"order.number"});
        addReporter(x);
        addOrder(x);
    } else if (!x.has("words")) {
        return refuse(Rule::FieldMissing, {}, {"words"});
    }
    c.followUps.push_back({kind, x.text("words"), x.trace});
    if (kind == "withdraw")
        c.withdrawalProposed = true; // it only proposes: the shift leader voids
    if (x.flag("newFact"))
        for (auto& exclusion : c.exclusions)
            exclusion.lifted = true;
    return {};
}

const std::array handlers{
    Handler{OperationKind::Report, noGuard, report},   Handler{OperationKind::Adopt, noGuard, adopt},
    Handler{OperationKind::Amend, noGuard, amend},     Handler{OperationKind::Accept, noGuard, accept},
    Handler{OperationKind::Answer, answerGuard, answer},   Handler{OperationKind::Reject, rejectGuard, reject},
    Handler{OperationKind::FollowUp, noGuard, followUp},
};

} // namespace

void addReporter(Context& x)
{
    const auto* r = x.op.payload.find("reporter");
    if (r == nullptr)
        return;
    x.c.reporters.push_back({.nameCommitment = std::string(r->textOr("nameCommitment")),
                             .phoneCommitment = std::string(r->textOr("phoneCommitment")),
                             .roomCommitment = std::string(r->textOr("roomCommitment")),
                             .relation = std::string(r->textOr("relation")),
                             .contactTime = std::string(r->textOr("contactTime")),
                             .anonymous = r->boolOr("anonymous", false),
                             .confidential = r->boolOr("confidential", false),
                             .callbackWanted = r->boolOr("callbackWanted", false),
                             .consent = r->boolOr("consent", false)});
}

void addOrder(Context& x)
{
    const auto* o = x.op.payload.find("order");
    if (o == nullptr)
        return;
    const auto time = [&](std::string_view field) {
        auto parsed = parseInstant(o->textOr(field));
        return parsed ? std::optional(*parsed) : std::nullopt;
    };
    ExternalOrder order{.number = std::string(o->textOr("number")),
                        .platform = std::string(o->textOr("platform")),
                        .text = std::string(o->textOr("text")),
                        .sentAt = time("sentAt"),
                        .receivedAt = time("receivedAt"),
                        .due = time("due"),
                        .mustReply = o->boolOr("mustReply", false),
                        .mustCallback = o->boolOr("mustCallback", false)};
    if (order.due)
        startStated(x, ClockKind::Upstream, order.number, *order.due, centre(x));
    x.c.outsideNumbers.push_back(order.number);
    x.c.orders.push_back(std::move(order));
}

void fillMatter(Context& x)
{
    auto& c = x.c;
    c.source = x.text("source");
    c.localNumber = x.text("localNumber");
    c.text = x.text("text");
    c.title = x.has("title") ? x.text("title") : headOf(c.text);
    c.sourceText = x.text("sourceText");
    c.sourceHash = x.text("sourceHash");
    c.demandType = x.text("demandType");
    c.handlingKind = x.text("handlingKind");
    c.urgency = x.urgency().value_or(Urgency::Ordinary);
    c.category = x.id<CategoryId>("category");
    c.area = x.id<AreaCode>("area");
    c.place = x.place();
    c.address = x.text("address");
    if (const auto* s = x.op.payload.find("subject"))
        c.subject = Subject{std::string(s->textOr("kind")), std::string(s->textOr("nameCommitment"))};
    addReporter(x);
    addOrder(x);
}

std::span<const Handler> intakeHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
