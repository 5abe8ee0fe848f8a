// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarindex.h"

#include <algorithm>

namespace griddesk {

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr LocalDate firstDay{std::chrono::local_days{std::chrono::year{CalendarIndex::firstYear} / 1 / 1}};
constexpr LocalDate endDay{std::chrono::local_days{std::chrono::year{CalendarIndex::lastYear + 1} / 1 / 1}};

/// Keeps far-off instants, such as the end of a pause without end, where arithmetic with days and zones cannot overflow.
constexpr Instant nearRange(Instant t) noexcept
{
    return std::clamp(t, Instant{firstDay.time_since_epoch() - days{366}}, Instant{endDay.time_since_epoch() + days{366}});
}

} // namespace

CalendarIndex::CalendarIndex(Calendar calendar)
    : m_calendar(std::move(calendar))
{
    const auto dayCount = static_cast<std::size_t>((endDay - firstDay).count());
    m_workdaysBefore.reserve(dayCount);
    m_msBefore.push_back(0);
    for (LocalDate date = firstDay; date < endDay; date += days{1}) {
        m_workdaysBefore.push_back(static_cast<std::int32_t>(m_days.size()));
        if (!m_calendar.isWorkday(date))
            continue;
        const std::span<const Slot> hours = m_calendar.planOn(date);
        std::int64_t ms = 0;
        for (const Slot slot : hours) {
            const TimeSpan span = spanOf(date, slot);
            ms += std::max(Milliseconds{0}, span.to - span.from).count();
        }
        if (ms == 0)
            continue;
        const auto plan = std::ranges::find_if(m_calendar.plans, [&](const SlotPlan& p) { return p.slots.data() == hours.data(); });
        m_days.push_back(date);
        m_plan.push_back(static_cast<std::uint16_t>(plan - m_calendar.plans.begin()));
        m_msBefore.push_back(m_msBefore.back() + ms);
    }
    m_uncoveredBefore.push_back(0);
    for (int year = firstYear; year <= lastYear; ++year)
        m_uncoveredBefore.push_back(m_uncoveredBefore.back() + (m_calendar.covered(year) ? 0 : 1));
}

std::span<const Slot> CalendarIndex::slotsOf(std::size_t workdayIndex) const noexcept
{
    return m_calendar.plans[m_plan[workdayIndex]].slots;
}

TimeSpan CalendarIndex::spanOf(LocalDate date, Slot slot) const noexcept
{
    return {m_calendar.toInstant(LocalTime{date} + minutes{slot.from}), m_calendar.toInstant(LocalTime{date} + minutes{slot.to})};
}

LocalDate CalendarIndex::dayAt(Instant t) const noexcept
{
    t = nearRange(t);
    const LocalDate date = m_calendar.localDate(t);
    // Where clocks go back over midnight the date is read twice; time already given to the next day stays there.
    if (m_calendar.zone.size() > 1 && m_calendar.toInstant(LocalTime{date + days{1}}) <= t)
        return date + days{1};
    return date;
}

std::int64_t CalendarIndex::workingMs(Instant t) const noexcept
{
    const LocalDate date = dayAt(t);
    if (date < firstDay)
        return 0;
    if (date >= endDay)
        return m_msBefore.back();
    const auto index = static_cast<std::size_t>(m_workdaysBefore[static_cast<std::size_t>((date - firstDay).count())]);
    std::int64_t ms = m_msBefore[index];
    if (index < m_days.size() && m_days[index] == date) {
        for (const Slot slot : slotsOf(index)) {
            const TimeSpan span = spanOf(date, slot);
            if (t <= span.from)
                break;
            ms += std::max(Milliseconds{0}, std::min(t, span.to) - span.from).count();
        }
    }
    return ms;
}

Instant CalendarIndex::atWorkingMs(std::int64_t total) const noexcept
{
    if (total > m_msBefore.back() || m_days.empty())
        return m_calendar.toInstant(LocalTime{endDay});
    const auto next = std::lower_bound(m_msBefore.begin() + 1, m_msBefore.end(), total);
    const auto index = static_cast<std::size_t>(next - m_msBefore.begin() - 1);
    std::int64_t left = total - m_msBefore[index];
    Instant at = m_calendar.toInstant(LocalTime{m_days[index]});
    for (const Slot slot : slotsOf(index)) {
        const TimeSpan span = spanOf(m_days[index], slot);
        const std::int64_t length = (span.to - span.from).count();
        if (length <= 0)
            continue;
        if (left <= length)
            return span.from + Milliseconds{left};
        left -= length;
        at = span.to;
    }
    return at;
}

int CalendarIndex::workdayNumber(LocalDate date) const noexcept
{
    if (date < firstDay)
        return 0;
    if (date >= endDay)
        return workdayCount();
    const std::int32_t before = m_workdaysBefore[static_cast<std::size_t>((date - firstDay).count())];
    const auto index = static_cast<std::size_t>(before);
    return index < m_days.size() && m_days[index] == date ? before + 1 : before;
}

LocalDate CalendarIndex::workday(int number) const noexcept
{
    if (m_days.empty())
        return endDay;
    return m_days[static_cast<std::size_t>(std::clamp(number, 1, workdayCount()) - 1)];
}

Instant CalendarIndex::endOfWork(int number) const noexcept
{
    if (number < 1 || number > workdayCount())
        return m_calendar.toInstant(LocalTime{endDay});
    return atWorkingMs(m_msBefore[static_cast<std::size_t>(number)]);
}

CalendarIndex::WorkdayNumbers CalendarIndex::touched(TimeSpan span) const noexcept
{
    const std::int64_t from = workingMs(span.from);
    const std::int64_t to = workingMs(span.to);
    if (from >= to)
        return {};
    const auto first = std::upper_bound(m_msBefore.begin() + 1, m_msBefore.end(), from);
    const auto last = std::lower_bound(m_msBefore.begin() + 1, m_msBefore.end(), to);
    return {static_cast<int>(first - m_msBefore.begin()), static_cast<int>(last - m_msBefore.begin())};
}

std::vector<TimeSpan> CalendarIndex::workingSpans(TimeSpan span) const
{
    std::vector<TimeSpan> spans;
    const WorkdayNumbers numbers = touched(span);
    for (int number = numbers.first; number <= numbers.last; ++number) {
        const auto index = static_cast<std::size_t>(number - 1);
        for (const Slot slot : slotsOf(index)) {
            TimeSpan part = spanOf(m_days[index], slot);
            part.from = std::max(part.from, span.from);
            part.to = std::min(part.to, span.to);
            if (part.from < part.to)
                spans.push_back(part);
        }
    }
    return spans;
}

bool CalendarIndex::covered(TimeSpan span) const noexcept
{
    const LocalDate from = m_calendar.localDate(nearRange(span.from));
    const LocalDate to = m_calendar.localDate(nearRange(span.to));
    if (from < firstDay || to >= endDay)
        return false;
    const auto yearIndex = [](LocalDate date) { return static_cast<std::size_t>(int{std::chrono::year_month_day{date}.year()} - firstYear); };
    return m_uncoveredBefore[yearIndex(to) + 1] == m_uncoveredBefore[yearIndex(from)];
}

} // namespace griddesk
