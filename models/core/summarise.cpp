// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarise.h"

#include "areatree.h"
#include "explaincase.h"

#include <algorithm>

namespace griddesk {

namespace {

constexpr std::int64_t permille = 1000;

/// The first instant at which a clock is past its green share; its deadline when there is no limit to share.
Instant yellowOf(const Clock& clock, const CalendarIndex& index, Instant dueAt, int share)
{
    const auto total = limitMs(clock, index);
    auto low = msOf(clock.start), high = msOf(dueAt);
    if (total <= 0 || high <= low)
        return dueAt;
    while (low < high) { // what is counted never falls
        const auto middle = low + (high - low) / 2;
        if (countedMs(clock, index, instantFromMs(middle)) * permille > total * share)
            high = middle;
        else
            low = middle + 1;
    }
    return instantFromMs(low);
}

void places(CaseRow& row, const Case& c, const Rules& rules)
{
    row.cell = c.area;
    if (!c.area)
        return;
    const auto at = [&](AreaLevel level) {
        const auto* area = ancestorAt(rules, *c.area, level);
        return area != nullptr ? std::optional(area->code) : std::nullopt;
    };
    row.grid = at(AreaLevel::Grid);
    row.community = at(AreaLevel::Community);
    row.subdistrict = at(AreaLevel::Subdistrict);
}

void holders(CaseRow& row, const Case& c)
{
    const auto* lead = currentLead(c);
    if (lead == nullptr) // closed by force or released at the end: the last one that had signed
        for (const auto& a : c.assignments)
            if (a.level == 1 && a.role == AssignmentRole::Lead && a.signedAt && a.state == AssignmentState::Released && !a.raised)
                lead = &a;
    if (lead != nullptr) {
        row.unit = lead->unit;
        row.handler = lead->handler;
        for (const auto& a : c.assignments)
            if (a.parent == lead->id && (a.live() || (a.state == AssignmentState::Replied && !a.accepted))) {
                row.unit2 = a.unit;
                if (a.handler)
                    row.handler = a.handler;
            }
    }
    for (const auto& a : c.assignments)
        if (a.level == 1 && a.role == AssignmentRole::Assist && a.live())
            row.assists.push_back(a.unit);
}

void deadlines(CaseRow& row, const Case& c, const Rules& rules)
{
    const Clock* next = nullptr;
    const CalendarIndex* nextIndex = nullptr;
    for (const auto& clock : c.clocks) {
        const auto found = rules.calendars.find(clock.calendarId);
        if (found == rules.calendars.end() || !found->second || clock.cancelledAt)
            continue;
        const auto& index = *found->second;
        const bool ofCase = clock.kind == ClockKind::CaseLimit || clock.kind == ClockKind::Upstream;
        if (clock.metAt && !ofCase)
            continue;
        const auto when = due(clock, index);
        if (ofCase && (!row.caseDue || when.at < *row.caseDue))
            row.caseDue = when.at;
        if (clock.metAt || !bearsLamp(clock.kind))
            continue;
        if (when.provisional)
            row.mark(CaseMark::Provisional);
        // A clock that stands still has no deadline that could pass; one that was over before it was stopped is over.
        if (when.open && lamp(clock, index, {.yellowPermille = rules.parameters.yellowPermille}, c.changedAt) == Lamp::Suspended)
            continue;
        if (!row.due || when.at < *row.due) {
            row.due = when.at;
            next = &clock;
            nextIndex = &index;
        }
    }
    if (next != nullptr) {
        row.clockId = next->id;
        row.yellowAt = yellowOf(*next, *nextIndex, *row.due, rules.parameters.yellowPermille);
    }
}

bool verifyDue(const Case& c, const Rules& rules)
{
    if (c.stage != Stage::Accepted || !c.verifications.empty() || c.source == "patrol" || c.source == "unitFound" || !c.category)
        return false;
    const auto found = rules.categories.find(*c.category);
    return found != rules.categories.end() && !found->second.transient;
}

void marks(CaseRow& row, const Case& c, const Rules& rules)
{
    const auto mark = [&](CaseMark m, bool on) {
        if (on)
            row.mark(m);
    };
    const bool open = isOpen(c.stage);
    bool returnAsked = false, extensionAsked = false;
    for (const auto& a : c.assignments) {
        returnAsked = returnAsked || (a.live() && a.openReturn() != nullptr);
        extensionAsked = extensionAsked || (a.live() && a.openExtension() != nullptr);
    }
    mark(CaseMark::Returned, open && (returnAsked || (c.stage == Stage::Filed && c.returns > 0)));
    mark(CaseMark::ReturnAsked, returnAsked);
    mark(CaseMark::ExtensionAsked, extensionAsked);
    mark(CaseMark::Arbitration, open && c.arbitration);
    mark(CaseMark::Rework, open && c.reworks > 0);
    mark(CaseMark::Redo, c.redo);
    for (const auto& order : c.supervisions)
        if (order.state != SupervisionOrder::State::Settled) {
            mark(CaseMark::Supervised, true);
            mark(CaseMark::YellowCard, order.card == "yellow");
            mark(CaseMark::RedCard, order.card == "red");
        }
    mark(CaseMark::Suspended, open && suspendedAt(c, c.changedAt));
    mark(CaseMark::StatutoryPause, open && statutoryPausedAt(c, c.changedAt));
    mark(CaseMark::SuspensionAsked, !c.suspensions.empty() && !c.suspensions.back().agreed);
    mark(CaseMark::Consulting, open && std::ranges::any_of(c.consultations, [](const Consultation& k) { return !k.concluded; }));
    mark(CaseMark::Incident, c.incident && !c.incident->endedAt);
    mark(CaseMark::Imported, c.imported);
    mark(CaseMark::Forced, c.forced);
    mark(CaseMark::Confidential, c.demandType == "tipOff" || std::ranges::any_of(c.reporters, &Reporter::confidential));
    mark(CaseMark::CallbackWanted, callbackOpen(c));
    mark(CaseMark::Urged, open && (c.urges > 0 || std::ranges::any_of(c.followUps, [](const FollowUpRecord& f) { return f.kind == "urge"; })));
    mark(CaseMark::PlanOpen, open && std::ranges::any_of(c.plans, [](const HandlingPlan& p) { return p.agreed.value_or(false); }));
    mark(CaseMark::ClockDisorder, c.clockDisorder);
    mark(CaseMark::VerifyDue, verifyDue(c, rules));
}

} // namespace

CaseRow summarise(const Case& c, const Rules& rules)
{
    CaseRow row{.id = c.id};
    row.number = c.number;
    row.localNumber = c.localNumber;
    row.stage = c.stage;
    row.urgency = c.urgency;
    row.source = c.source;
    row.demandType = c.demandType;
    row.category = c.category;
    if (c.filing)
        row.standard = c.filing->standard;
    row.place = c.place;
    row.address = c.address;
    row.title = c.title;
    row.text = c.text;
    row.outsideNumbers = c.outsideNumbers;
    row.reportedAt = c.reportedAt;
    row.acceptedAt = c.acceptedAt;
    row.filedAt = c.filedAt;
    row.dispatchedAt = c.dispatchedAt;
    row.signedAt = c.signedAt;
    row.handledAt = c.handledAt;
    row.closedAt = c.closedAt;
    row.changedAt = c.changedAt;
    row.reworks = c.reworks;
    row.returns = c.returns;
    row.followUps = static_cast<int>(c.followUps.size());
    row.extensions = c.extensions;
    row.evidence = static_cast<int>(c.evidence.size());
    row.operations = c.operations;
    places(row, c, rules);
    holders(row, c);
    deadlines(row, c, rules);
    marks(row, c, rules);
    return row;
}

std::optional<bool> onTime(const Case& c, const Rules& rules)
{
    std::optional<bool> result;
    for (const auto& clock : c.clocks) {
        if ((clock.kind != ClockKind::CaseLimit && clock.kind != ClockKind::Upstream) || clock.cancelledAt || !clock.metAt)
            continue;
        const auto found = rules.calendars.find(clock.calendarId);
        if (found == rules.calendars.end() || !found->second)
            continue;
        result = result.value_or(true) && *clock.metAt <= due(clock, *found->second).at;
    }
    return result;
}

} // namespace griddesk
