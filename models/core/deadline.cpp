// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadline.h"

#include <format>

namespace griddesk {

Result<DeadlineAnswer> deadline(Instant start, Limit limit, const CalendarIndex& index)
{
    if (limit.unit == LimitUnit::Stated)
        return fail(ErrorCode::InvalidArgument, "a stated deadline is not computed");
    if (limit.amount < 1 || limit.amount > maximumAmount(limit.unit))
        return fail(ErrorCode::OutOfRange, "a limit is more than nothing and at most about 100 years", formatLimit(limit));
    const auto inRange = [&](Instant t) {
        const std::chrono::year_month_day date{index.calendar().localDate(t)};
        return date.year() >= std::chrono::year{CalendarIndex::firstYear} && date.year() <= std::chrono::year{CalendarIndex::lastYear};
    };
    if (!inRange(start))
        return fail(ErrorCode::OutOfRange, "the start is outside the years 1970 to 2199", formatInstant(start));
    Clock clock;
    clock.limit = limit;
    clock.start = start;
    const Due answer = due(clock, index);
    if (!inRange(answer.at))
        return fail(ErrorCode::OutOfRange, "the deadline is outside the years 1970 to 2199", formatLimit(limit));
    return DeadlineAnswer{answer.at, answer.provisional, explain(clock, index, answer.at).segments};
}

Result<LocalDate> parseDate(std::string_view text)
{
    if (text.size() != 10)
        return fail(ErrorCode::Syntax, "a date is written like 2026-02-14", std::string(text.substr(0, 64)));
    const auto midnight = parseInstant(std::string(text) + "T00:00:00Z");
    if (!midnight)
        return fail(midnight.error().code, "a date is written like 2026-02-14", std::string(text));
    return LocalDate{std::chrono::floor<std::chrono::days>(midnight->time_since_epoch())};
}

Result<Instant> parseLocalTime(std::string_view text, const Calendar& calendar)
{
    constexpr std::size_t toMinutes = 16;
    constexpr std::size_t toSeconds = 19;
    const auto bad = [&](ErrorCode code) {
        return fail(code, "a time is written like 2026-02-14 16:00, or with a zone like 2026-02-14T16:00:00+08:00",
                    std::string(text.substr(0, 64)));
    };
    if (text.size() == 10) {
        const auto date = parseDate(text);
        return date ? Result<Instant>(calendar.toInstant(LocalTime{*date})) : bad(date.error().code);
    }
    const bool local = text.size() == toMinutes || text.size() == toSeconds;
    std::string whole(text.substr(0, 64));
    // 2026-02-14T16:00Z and …T16:00+08:00: a zone behind the minutes.
    if (whole.size() > toMinutes && std::string_view("Z+-").contains(whole[toMinutes]))
        whole.insert(toMinutes, ":00");
    if (local)
        whole += text.size() == toMinutes ? ":00Z" : "Z";
    const auto instant = parseInstant(whole);
    if (!instant)
        return bad(instant.error().code);
    return local ? calendar.toInstant(LocalTime{instant->time_since_epoch()}) : *instant;
}

std::string formatDate(LocalDate date)
{
    const std::chrono::year_month_day ymd{date};
    return std::format("{:04}-{:02}-{:02}", int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()});
}

std::string formatLocalTime(Instant t, const Calendar& calendar)
{
    const LocalTime local = calendar.localTime(t);
    const LocalDate date = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(local - date)};
    std::string text = std::format("{} {:02}:{:02}", formatDate(date), time.hours().count(), time.minutes().count());
    if (time.seconds().count() != 0)
        text += std::format(":{:02}", time.seconds().count());
    return text;
}

} // namespace griddesk
