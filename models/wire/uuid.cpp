// SPDX-License-Identifier: GPL-3.0-or-later
#include "uuid.h"

#include "bytes.h"

#include <charconv>

namespace griddesk {

std::string makeUuid7(Instant now, RandomSource& random)
{
    std::array<std::uint8_t, 16> raw{};
    random.fill(raw);
    const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(0, msOf(now)));
    for (std::size_t i = 0; i < 6; ++i)
        raw[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    raw[6] = static_cast<std::uint8_t>(0x70 | (raw[6] & 0x0f)); // version
    raw[8] = static_cast<std::uint8_t>(0x80 | (raw[8] & 0x3f)); // variant
    auto text = toHex(raw);
    for (const std::size_t dash : {8U, 13U, 18U, 23U})
        text.insert(dash, 1, '-');
    return text;
}

bool isUuid7(std::string_view text) noexcept
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !digit)
            return false;
    }
    return text[14] == '7' && (text[19] == '8' || text[19] == '9' || text[19] == 'a' || text[19] == 'b');
}

Result<Instant> instantOfUuid7(std::string_view text)
{
    if (!isUuid7(text))
        return fail(ErrorCode::Syntax, "not a version 7 UUID", std::string(text.substr(0, 64)));
    const auto digits = std::string(text.substr(0, 8)) + std::string(text.substr(9, 4));
    std::int64_t ms = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), ms, 16);
    return instantFromMs(ms);
}

} // namespace griddesk
