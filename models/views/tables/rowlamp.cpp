// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowlamp.h"

namespace griddesk {

Lamp lampOf(const CaseRow& row, Instant now) noexcept
{
    if (!isOpen(row.stage) && row.stage != Stage::Closed)
        return Lamp::None;
    // What was over before it was suspended stays over; summarise() leaves only such a deadline, or one that still runs.
    if ((row.marked(CaseMark::Suspended) || row.marked(CaseMark::StatutoryPause)) && (!row.due || now < *row.due))
        return Lamp::Suspended;
    if (!row.due)
        return Lamp::None;
    if (now >= *row.due)
        return Lamp::Red;
    return row.yellowAt && now >= *row.yellowAt ? Lamp::Yellow : Lamp::Green;
}

std::optional<Milliseconds> remainingOf(const CaseRow& row, Instant now) noexcept
{
    const auto lamp = lampOf(row, now);
    if (lamp == Lamp::None || lamp == Lamp::Suspended)
        return std::nullopt;
    return *row.due - now;
}

} // namespace griddesk
