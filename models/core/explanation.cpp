// SPDX-License-Identifier: GPL-3.0-or-later
#include "explanation.h"

#include "clockspans.h"

#include <algorithm>

namespace griddesk {

using namespace clockspans;

namespace {

/// Makes the segments of one clock from its start to `end`.
class Segmenter {
public:
    Segmenter(const Clock& clock, const CalendarIndex& index, Instant end)
        : m_clock(clock)
        , m_index(index)
        , m_end(end)
        , m_countStart(countStart(clock, index))
        , m_pauses(pauseSpans(clock, index, OpenPause::Endless))
        , m_deadlines(deadlines(clock, index))
        , m_holders(clock.holders)
    {
        std::ranges::stable_sort(m_holders, {}, &Hold::from);
    }

    std::vector<Segment> segments() const
    {
        std::vector<Segment> result;
        if (m_end <= m_clock.start)
            return result;
        const std::vector<Instant> edges = edgesInside();
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            Segment next = segment(edges[i], edges[i + 1]);
            if (!result.empty() && continues(result.back(), next)) {
                result.back().to = next.to;
                result.back().countedMs += next.countedMs;
            } else {
                result.push_back(std::move(next));
            }
        }
        return result;
    }

private:
    std::vector<Instant> edgesInside() const
    {
        std::vector<Instant> edges{m_clock.start, m_end, m_countStart};
        edges.insert(edges.end(), m_deadlines.begin(), m_deadlines.end());
        for (const Hold& hold : m_holders)
            edges.push_back(hold.from);
        for (const auto& [span, pause] : m_pauses)
            edges.insert(edges.end(), {span.from, span.to, m_clock.pauses[pause].from, endOf(m_clock.pauses[pause])});
        if (countsWorkingTime(m_clock.limit.unit)) {
            for (const TimeSpan& span : m_index.workingSpans({m_clock.start, m_end}))
                edges.insert(edges.end(), {span.from, span.to});
        }
        std::erase_if(edges, [this](Instant t) { return t < m_clock.start || t > m_end; });
        std::ranges::sort(edges);
        const auto repeated = std::ranges::unique(edges);
        edges.erase(repeated.begin(), repeated.end());
        return edges;
    }

    Segment segment(Instant from, Instant to) const
    {
        Segment result{from, to, std::string(holderAt(from)), SegmentKind::Running, from >= m_deadlines.back(), 0, {}, {}};
        if (const Pause* pause = pauseAt(from)) {
            result.kind = SegmentKind::Paused;
            result.reason = pause->reason;
            result.approvedBy = pause->approvedBy;
            return result;
        }
        if (from >= m_countStart)
            result.countedMs = measure(m_clock.limit.unit, m_index, to) - measure(m_clock.limit.unit, m_index, from);
        if (result.countedMs == 0)
            result.kind = SegmentKind::OutsideHours;
        if (const Extension* extension = extensionAt(from)) {
            result.reason = extension->reason;
            result.approvedBy = extension->approvedBy;
        }
        return result;
    }

    std::string_view holderAt(Instant t) const
    {
        const auto next = std::ranges::upper_bound(m_holders, t, {}, &Hold::from);
        return next == m_holders.begin() ? std::string_view{} : std::string_view{(next - 1)->holder};
    }

    /// The pause that holds at `t`; else one that takes the day away as a whole; else none.
    const Pause* pauseAt(Instant t) const
    {
        const Pause* widening = nullptr;
        for (const auto& [span, i] : m_pauses) {
            if (t < span.from || t >= span.to)
                continue;
            const Pause& pause = m_clock.pauses[i];
            if (pause.from <= t && t < endOf(pause))
                return &pause;
            if (!widening && t >= m_countStart)
                widening = &pause;
        }
        return widening;
    }

    /// The extension by which the clock is not yet overdue at `t`.
    const Extension* extensionAt(Instant t) const
    {
        for (std::size_t i = 0; i < m_clock.extensions.size(); ++i) {
            if (m_deadlines[i] <= t && t < m_deadlines[i + 1])
                return &m_clock.extensions[i];
        }
        return nullptr;
    }

    static bool continues(const Segment& a, const Segment& b)
    {
        return a.holder == b.holder && a.kind == b.kind && a.afterDue == b.afterDue && a.reason == b.reason && a.approvedBy == b.approvedBy;
    }

    const Clock& m_clock;
    const CalendarIndex& m_index;
    Instant m_end;
    Instant m_countStart;
    std::vector<PauseSpan> m_pauses;
    std::vector<Instant> m_deadlines;
    std::vector<Hold> m_holders;
};

} // namespace

std::string_view segmentKindName(SegmentKind kind) noexcept
{
    switch (kind) {
    case SegmentKind::Running: return "running";
    case SegmentKind::Paused: return "paused";
    case SegmentKind::OutsideHours: return "outside-hours";
    }
    return "unknown";
}

Explanation explain(const Clock& clock, const CalendarIndex& index, Instant now, LampThresholds thresholds)
{
    Explanation result;
    result.segments = Segmenter(clock, index, endOfClock(clock, now)).segments();
    result.countedMs = countedMs(clock, index, now);
    result.limitMs = limitMs(clock, index);
    if (clock.limit.unit == LimitUnit::WorkingDaysRolling || clock.limit.unit == LimitUnit::WorkingDaysWhole
        || clock.limit.unit == LimitUnit::NaturalDays)
        result.limitDays = clock.limit.amount;
    result.due = due(clock, index);
    result.lamp = lamp(clock, index, thresholds, now);
    if (clock.metAt && *clock.metAt <= now)
        result.met = clock.metAt;
    return result;
}

} // namespace griddesk
