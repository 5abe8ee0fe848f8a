// SPDX-License-Identifier: GPL-3.0-or-later
#include "case.h"

#include <algorithm>
#include <ranges>

namespace griddesk {

namespace {

template <typename CaseType>
auto* assignmentOf(CaseType& c, const AssignmentId& id) noexcept
{
    const auto found = std::ranges::find(c.assignments, id, &Assignment::id);
    return found == c.assignments.end() ? nullptr : &*found;
}

bool isLead(const Assignment& a) noexcept { return a.level == 1 && a.role == AssignmentRole::Lead; }

template <typename CaseType>
auto* live(CaseType& c) noexcept
{
    const auto found = std::ranges::find_if(c.assignments, [](const Assignment& a) { return isLead(a) && a.live(); });
    return found == c.assignments.end() ? nullptr : &*found;
}

template <typename CaseType>
auto* current(CaseType& c) noexcept
{
    if (auto* lead = live(c))
        return lead;
    for (auto& a : std::views::reverse(c.assignments))
        if (isLead(a))
            return a.state == AssignmentState::Replied ? &a : nullptr;
    return static_cast<decltype(live(c))>(nullptr);
}

} // namespace

const Assignment* findAssignment(const Case& c, const AssignmentId& id) noexcept { return assignmentOf(c, id); }
Assignment* findAssignment(Case& c, const AssignmentId& id) noexcept { return assignmentOf(c, id); }
const Assignment* liveLead(const Case& c) noexcept { return live(c); }
Assignment* liveLead(Case& c) noexcept { return live(c); }
const Assignment* currentLead(const Case& c) noexcept { return current(c); }
Assignment* currentLead(Case& c) noexcept { return current(c); }

bool suspendedAt(const Case& c, Instant at) noexcept
{
    return std::ranges::any_of(c.suspensions, [at](const Suspension& s) { return s.holds(at); });
}

bool statutoryPausedAt(const Case& c, Instant at) noexcept
{
    return std::ranges::any_of(c.statutoryPauses, [at](const StatutoryPauseRecord& s) { return s.holds(at); });
}

bool checkFailed(const Case& c) noexcept
{
    return c.stage == Stage::Checking && !c.checks.empty() && c.checks.back().passed && !*c.checks.back().passed;
}

bool callbackOpen(const Case& c) noexcept
{
    if (c.callbackDone || c.callbackWaived)
        return false;
    return std::ranges::any_of(c.reporters, &Reporter::callbackWanted)
        || std::ranges::any_of(c.orders, [](const ExternalOrder& o) { return o.mustCallback && o.state != ExternalOrder::State::Returned; });
}

const ExternalOrder* orderToReply(const Case& c) noexcept
{
    const auto found = std::ranges::find_if(c.orders, [](const ExternalOrder& o) { return o.mustReply && o.state == ExternalOrder::State::Open; });
    return found == c.orders.end() ? nullptr : &*found;
}

} // namespace griddesk
