// SPDX-License-Identifier: GPL-3.0-or-later
#include "hlc.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace griddesk {

namespace {

std::uint64_t clamped(std::int64_t ms) noexcept
{
    return std::min(static_cast<std::uint64_t>(std::max<std::int64_t>(0, ms)), maximumHlcMs);
}

template <typename Number>
bool readHex(std::string_view digits, Number& number) noexcept
{
    if (!std::ranges::all_of(digits, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }))
        return false;
    return std::from_chars(digits.data(), digits.data() + digits.size(), number, 16).ec == std::errc{};
}

} // namespace

std::string Hlc::text() const
{
    return std::format("{:012x}-{:04x}", ms & maximumHlcMs, counter);
}

Result<Hlc> Hlc::parse(std::string_view text)
{
    Hlc stamp;
    if (text.size() != 17 || text[12] != '-' || !readHex(text.substr(0, 12), stamp.ms) || !readHex(text.substr(13), stamp.counter))
        return fail(ErrorCode::Syntax, "not a clock stamp", std::string(text.substr(0, 64)));
    return stamp;
}

Hlc HybridClock::tick(Instant wall) noexcept
{
    const auto now = clamped(msOf(wall));
    if (now > m_last.ms)
        m_last = {now, 0};
    else if (m_last.counter != 0xffff)
        ++m_last.counter;
    else // 65 536 stamps in one millisecond: borrow from the next
        m_last = {std::min(m_last.ms + 1, maximumHlcMs), 0};
    return m_last;
}

bool HybridClock::observe(const Hlc& remote, Instant wall) noexcept
{
    if (remote.ms > clamped(msOf(wall) + m_bound.count()))
        return false;
    m_last = std::max(m_last, remote);
    return true;
}

} // namespace griddesk
