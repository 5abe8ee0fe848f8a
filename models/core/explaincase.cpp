// SPDX-License-Identifier: GPL-3.0-or-later
#include "explaincase.h"

namespace griddesk {

namespace {

/// Which of two lamps needs a hand sooner.
int weight(Lamp lamp) noexcept
{
    switch (lamp) {
    case Lamp::None: return 0;
    case Lamp::Suspended: return 1;
    case Lamp::Green: return 2;
    case Lamp::Yellow: return 3;
    case Lamp::Red: return 4;
    }
    return 0;
}

} // namespace

bool bearsLamp(ClockKind kind) noexcept
{
    switch (kind) {
    case ClockKind::ReturnWindow:
    case ClockKind::ReopenWindow:
    case ClockKind::ExclusionExpiry:
    case ClockKind::Precedent:
    case ClockKind::Assist: // an overdue assist is red alone
    case ClockKind::TryFor: // over: raising is proposed, nothing is late
    case ClockKind::CheckIn:
    case ClockKind::InstructReceipt:
    case ClockKind::Situation:
        return false;
    default:
        return true;
    }
}

CaseExplanation explainCase(const Case& c, const Rules& rules, Instant now)
{
    CaseExplanation result;
    const LampThresholds thresholds{rules.parameters.yellowPermille};
    bool anySuspended = false;
    for (const auto& clock : c.clocks) {
        const auto found = rules.calendars.find(clock.calendarId);
        if (found == rules.calendars.end() || !found->second)
            continue;
        ClockExplanation one{clock, explain(clock, *found->second, now, thresholds), isOpen(clock, now)};
        if (one.open && bearsLamp(clock.kind)) {
            anySuspended = anySuspended || one.explanation.lamp == Lamp::Suspended;
            if (weight(one.explanation.lamp) > weight(result.lamp)) {
                result.lamp = one.explanation.lamp;
                result.worst = clock.id;
            }
        }
        result.clocks.push_back(std::move(one));
    }
    if (anySuspended && result.lamp == Lamp::Green)
        result.lamp = Lamp::Suspended; // standing still is what people must see
    return result;
}

} // namespace griddesk
