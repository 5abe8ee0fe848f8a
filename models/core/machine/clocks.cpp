// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks of a case: start, end, holder, pauses.
#include "steps.h"

#include <algorithm>

namespace griddesk::machine {

namespace {

Clock& add(Context& x, ClockKind kind, const std::string& subject, const std::string& holder, Instant start)
{
    Clock clock{};
    clock.id = "k" + std::to_string(x.c.clocks.size() + 1);
    clock.kind = kind;
    clock.subject = subject;
    clock.calendarId = x.rules.calendar;
    clock.rulesHash = x.rules.hash;
    clock.start = start;
    if (!holder.empty())
        clock.holders.push_back({start, holder});
    x.c.clocks.push_back(std::move(clock));
    return x.c.clocks.back();
}

bool ofWholeCase(ClockKind kind) noexcept { return kind == ClockKind::CaseLimit || kind == ClockKind::MakeSafe || kind == ClockKind::Upstream; }

} // namespace

std::string centre(const Context& x) { return x.rules.centre.text(); }

Clock* startClock(Context& x, ClockKind kind, const std::string& subject, Limit limit, const std::string& holder, Instant start)
{
    if (limit.amount <= 0 || limit.unit == LimitUnit::Stated)
        return nullptr;
    auto& clock = add(x, kind, subject, holder, start);
    clock.limit = limit;
    if (standsStill(kind)) { // work taken up while the case stands still
        for (const auto& s : x.c.suspensions)
            if (s.holds(start))
                clock.pauses.push_back({PauseKind::Suspension, start, std::nullopt, s.until, s.reason, s.decided->account.text()});
        for (const auto& s : x.c.statutoryPauses)
            if (s.holds(start))
                clock.pauses.push_back({PauseKind::StatutoryPause, start, std::nullopt, std::nullopt, s.kind, s.asked.account.text()});
    }
    return &clock;
}

Clock* startStated(Context& x, ClockKind kind, const std::string& subject, Instant due, const std::string& holder)
{
    auto& clock = add(x, kind, subject, holder, x.at);
    clock.limit = {LimitUnit::Stated, 0};
    clock.stated = due;
    return &clock;
}

Clock* runningClock(Case& c, ClockKind kind, const std::string& subject)
{
    const auto found = std::ranges::find_if(c.clocks, [&](const Clock& k) { return k.kind == kind && k.subject == subject && running(k); });
    return found == c.clocks.end() ? nullptr : &*found;
}

const Clock* runningClock(const Case& c, ClockKind kind, const std::string& subject)
{
    const auto found = std::ranges::find_if(c.clocks, [&](const Clock& k) { return k.kind == kind && k.subject == subject && running(k); });
    return found == c.clocks.end() ? nullptr : &*found;
}

void meet(Context& x, ClockKind kind, const std::string& subject)
{
    for (auto& clock : x.c.clocks)
        if (clock.kind == kind && clock.subject == subject && running(clock))
            clock.metAt = x.at;
}

void meetAll(Context& x, ClockKind kind)
{
    for (auto& clock : x.c.clocks)
        if (clock.kind == kind && running(clock))
            clock.metAt = x.at;
}

void cancel(Context& x, ClockKind kind, const std::string& subject)
{
    for (auto& clock : x.c.clocks)
        if (clock.kind == kind && clock.subject == subject && running(clock))
            clock.cancelledAt = x.at;
}

void cancelSubject(Context& x, const std::string& subject)
{
    for (auto& clock : x.c.clocks)
        if (clock.subject == subject && !ofWholeCase(clock.kind) && running(clock))
            clock.cancelledAt = x.at;
}

void holdCase(Context& x, const std::string& holder)
{
    for (auto& clock : x.c.clocks)
        if (ofWholeCase(clock.kind) && running(clock) && (clock.holders.empty() || clock.holders.back().holder != holder))
            clock.holders.push_back({x.at, holder});
}

bool isPast(const Rules& rules, const Clock& clock, Instant at)
{
    const auto* index = calendarOf(rules, clock.calendarId);
    return index != nullptr && at > due(clock, *index).at;
}

Clock* workClock(Case& c, const AssignmentId& id)
{
    for (const auto kind : {ClockKind::Rework, ClockKind::Redo, ClockKind::Handle, ClockKind::Assist})
        if (auto* clock = runningClock(c, kind, id.text()))
            return clock;
    return nullptr;
}

bool standsStill(ClockKind kind) noexcept
{
    switch (kind) {
    case ClockKind::CaseLimit:
    case ClockKind::Handle:
    case ClockKind::Assist:
    case ClockKind::Rework:
    case ClockKind::Redo:
    case ClockKind::TryFor:
        return true;
    default:
        return false; // receipt, making safe and the source's deadline never wait
    }
}

void pauseWork(Context& x, PauseKind kind, std::optional<Instant> plannedUntil, const std::string& reason)
{
    for (auto& clock : x.c.clocks)
        if (standsStill(clock.kind) && running(clock))
            clock.pauses.push_back({kind, x.at, std::nullopt, plannedUntil, reason, x.trace.account.text()});
}

void resumeWork(Context& x, PauseKind kind)
{
    for (auto& clock : x.c.clocks)
        for (auto& pause : clock.pauses)
            if (pause.kind == kind && !pause.until && !(pause.plannedUntil && *pause.plannedUntil <= x.at))
                pause.until = x.at;
}

} // namespace griddesk::machine
