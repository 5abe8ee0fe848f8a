// SPDX-License-Identifier: GPL-3.0-or-later
#include "instant.h"

#include <array>
#include <cstdio>
#include <optional>

namespace griddesk {

namespace {

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

} // namespace

Result<Instant> parseInstant(std::string_view text)
{
    const auto bad = [&] {
        return fail(ErrorCode::Syntax, "a time is written like 2026-02-14T08:00:00Z", std::string(text.substr(0, 64)));
    };
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || text[4] != '-' || text[7] != '-'
        || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return bad();
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *year < 1900 || *year > 2200 || *hour > 23 || *minute > 59 || *second > 59)
        return fail(ErrorCode::OutOfRange, "no such date or time", std::string(text.substr(0, 64)));
    std::size_t at = 19;
    int ms = 0;
    if (at < text.size() && text[at] == '.') {
        int scale = 100;
        std::size_t count = 0;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++count, scale /= 10)
            ms += (text[at] - '0') * scale;
        if (count == 0 || count > 9)
            return bad();
    }
    int offset = 0;
    if (at < text.size() && text[at] == 'Z') {
        ++at;
    } else if (at < text.size() && (text[at] == '+' || text[at] == '-')) {
        const auto oh = digits(text, at + 1, 2), om = digits(text, at + 4, 2);
        if (!oh || !om || text[at + 3] != ':' || *oh > 18 || *om > 59)
            return bad();
        offset = (text[at] == '-' ? -1 : 1) * (*oh * 60 + *om);
        at += 6;
    } else {
        return bad();
    }
    if (at != text.size())
        return bad();
    using namespace std::chrono;
    return Instant{sys_days{date}} + hours{*hour} + minutes{*minute} + seconds{*second} + Milliseconds{ms} - minutes{offset};
}

std::string formatInstant(Instant t)
{
    using namespace std::chrono;
    const auto day = floor<days>(t);
    const year_month_day date{day};
    const hh_mm_ss time{t - day};
    std::array<char, 40> buffer{};
    const auto ms = static_cast<int>(time.subseconds().count());
    int n = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d", int{date.year()}, unsigned{date.month()},
                          unsigned{date.day()}, static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                          static_cast<int>(time.seconds().count()));
    if (ms != 0)
        n += std::snprintf(buffer.data() + n, buffer.size() - static_cast<std::size_t>(n), ".%03d", ms);
    buffer[static_cast<std::size_t>(n)] = 'Z';
    return {buffer.data(), static_cast<std::size_t>(n) + 1};
}

} // namespace griddesk
