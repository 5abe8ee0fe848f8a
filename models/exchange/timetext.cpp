// SPDX-License-Identifier: GPL-3.0-or-later
#include "timetext.h"

#include "utf8.h"

#include <algorithm>
#include <optional>

namespace griddesk {
namespace {

struct Parts {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millisecond = 0;
    std::optional<int> half;           ///< 0 AM, 1 PM
    std::optional<int> offsetMinutes;  ///< zone named in the text
    bool twelve = false;
};

class Cursor {
public:
    explicit Cursor(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool done() const noexcept { return m_at == m_text.size(); }
    bool literal(char c)
    {
        if (done() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool digits(int& value, std::size_t least, std::size_t most)
    {
        value = 0;
        std::size_t count = 0;
        for (; count < most && m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++count, ++m_at)
            value = value * 10 + (m_text[m_at] - '0');
        return count >= least;
    }
    bool fraction(int& milliseconds)
    {
        milliseconds = 0;
        int scale = 100;
        std::size_t count = 0;
        for (; count < 9 && m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++count, ++m_at, scale /= 10)
            milliseconds += (m_text[m_at] - '0') * scale;
        return count > 0;
    }
    bool half(std::optional<int>& value)
    {
        if (m_text.size() - m_at < 2 || (m_text[m_at + 1] != 'M' && m_text[m_at + 1] != 'm'))
            return false;
        const char c = m_text[m_at];
        if (c != 'A' && c != 'a' && c != 'P' && c != 'p')
            return false;
        value = c == 'P' || c == 'p' ? 1 : 0;
        m_at += 2;
        return true;
    }
    bool zone(std::optional<int>& minutes)
    {
        if (literal('Z') || literal('z')) {
            minutes = 0;
            return true;
        }
        const int sign = literal('+') ? 1 : literal('-') ? -1 : 0;
        int hours = 0, rest = 0;
        if (sign == 0 || !digits(hours, 2, 2))
            return false;
        literal(':');
        if (!digits(rest, 2, 2) || hours > 18 || rest > 59)
            return false;
        minutes = sign * (hours * 60 + rest);
        return true;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

bool readIso(std::string_view text, Parts& parts)
{
    Cursor in(text);
    if (!in.digits(parts.year, 4, 4) || !in.literal('-') || !in.digits(parts.month, 2, 2) || !in.literal('-') || !in.digits(parts.day, 2, 2))
        return false;
    if (in.done())
        return true;
    if (!(in.literal('T') || in.literal(' ')) || !in.digits(parts.hour, 2, 2) || !in.literal(':') || !in.digits(parts.minute, 2, 2))
        return false;
    if (in.literal(':')) {
        if (!in.digits(parts.second, 2, 2))
            return false;
        if ((in.literal('.') || in.literal(',')) && !in.fraction(parts.millisecond))
            return false;
    }
    return in.done() || (in.zone(parts.offsetMinutes) && in.done());
}

bool readPattern(std::string_view text, std::string_view format, Parts& parts)
{
    Cursor in(text);
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') {
            if (!in.literal(format[i]))
                return false;
            continue;
        }
        bool good = false;
        switch (format[++i]) {
        case 'Y': good = in.digits(parts.year, 4, 4); break;
        case 'm': good = in.digits(parts.month, 1, 2); break;
        case 'd': good = in.digits(parts.day, 1, 2); break;
        case 'H': good = in.digits(parts.hour, 1, 2); break;
        case 'I':
            good = in.digits(parts.hour, 1, 2);
            parts.twelve = true;
            break;
        case 'M': good = in.digits(parts.minute, 2, 2); break;
        case 'S': good = in.digits(parts.second, 2, 2); break;
        case 'p': good = in.half(parts.half); break;
        case 'f': good = !in.literal('.') || in.fraction(parts.millisecond); break;
        case 'z': good = in.zone(parts.offsetMinutes); break;
        case '%': good = in.literal('%'); break;
        default: break;
        }
        if (!good)
            return false;
    }
    return in.done();
}

bool isPattern(std::string_view format)
{
    bool year = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%')
            continue;
        if (++i == format.size() || std::string_view("YmdHIMSpfz%").find(format[i]) == std::string_view::npos)
            return false;
        year = year || format[i] == 'Y';
    }
    return year;
}

std::optional<std::chrono::local_time<Milliseconds>> localTime(Parts parts)
{
    using namespace std::chrono;
    if (parts.twelve) {
        if (!parts.half || parts.hour < 1 || parts.hour > 12)
            return std::nullopt;
        parts.hour = parts.hour % 12 + 12 * *parts.half;
    }
    const year_month_day date{year{parts.year}, month{static_cast<unsigned>(parts.month)}, day{static_cast<unsigned>(parts.day)}};
    if (!date.ok() || parts.year < 1900 || parts.year > 2200 || parts.hour > 23 || parts.minute > 59 || parts.second > 59)
        return std::nullopt;
    return local_days{date} + hours{parts.hour} + minutes{parts.minute} + seconds{parts.second} + milliseconds{parts.millisecond};
}

} // namespace

Result<TimeReader> TimeReader::make(std::string_view zone, std::vector<std::string> formats)
{
    if (formats.empty())
        return fail(ErrorCode::MissingField, "no time format is given");
    for (const auto& format : formats)
        if (format != "iso8601" && !isPattern(format))
            return fail(ErrorCode::Syntax, "a time format is iso8601 or a pattern of %Y %m %d %H %I %M %S %p %f %z", printable(format));
    TimeReader reader;
    reader.m_formats = std::move(formats);
    if (zone != "UTC") {
        try {
            reader.m_zone = std::chrono::locate_zone(zone);
        } catch (const std::exception&) {
            return fail(ErrorCode::UnknownReference, "the time zone is not known on this machine (IANA name, package tzdata)", printable(zone));
        }
    }
    return reader;
}

Instant TimeReader::toInstant(std::chrono::local_time<Milliseconds> local)
{
    using namespace std::chrono;
    if (m_zone == nullptr)
        return Instant{local.time_since_epoch()};
    if (local >= m_safeFrom && local < m_safeUntil)
        return Instant{local.time_since_epoch() - m_offset};
    const local_info info = m_zone->get_info(local);
    // `first` is the time before the change: the first coming of a repeated hour, the old offset of a skipped one.
    m_offset = info.first.offset;
    const Instant at{local.time_since_epoch() - m_offset};
    if (info.result == local_info::unique) {
        // A day inside both ends no other offset can be meant.
        const auto bounded = [](sys_seconds t) { return std::clamp(t, sys_seconds{seconds{-10'000'000'000}}, sys_seconds{seconds{10'000'000'000}}); };
        m_safeFrom = local_time<Milliseconds>{bounded(info.first.begin).time_since_epoch() + days{2}};
        m_safeUntil = local_time<Milliseconds>{bounded(info.first.end).time_since_epoch() - days{2}};
    } else {
        m_safeFrom = m_safeUntil = {};
    }
    return at;
}

Result<Instant> TimeReader::parse(std::string_view text)
{
    text = trimmed(text);
    bool fitted = false;
    for (const auto& format : m_formats) {
        Parts parts;
        if (!(format == "iso8601" ? readIso(text, parts) : readPattern(text, format, parts)))
            continue;
        fitted = true;
        const auto local = localTime(parts);
        if (!local)
            continue;
        if (parts.offsetMinutes)
            return Instant{local->time_since_epoch() - std::chrono::minutes{*parts.offsetMinutes}};
        return toInstant(*local);
    }
    if (fitted)
        return fail(ErrorCode::OutOfRange, "no such date or time", printable(text, 64));
    return fail(ErrorCode::Syntax, "the time is not written in a format of the profile", printable(text, 64));
}

} // namespace griddesk
