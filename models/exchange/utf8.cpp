// SPDX-License-Identifier: GPL-3.0-or-later
#include "utf8.h"

#include <cstdint>
#include <cstring>
#include <format>

namespace griddesk {
namespace {

/// Length of the well-formed character at `text[at]`, 0 when it is none. Table 3-7 of the Unicode standard.
std::size_t characterLength(std::string_view text, std::size_t at) noexcept
{
    const auto byte = [&](std::size_t i) -> unsigned { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return lead == 0 ? 0 : 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return tail(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned second = byte(at + 1);
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F))
            return 0;
        return tail(at + 1) && tail(at + 2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned second = byte(at + 1);
        if ((lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return 0;
        return tail(at + 1) && tail(at + 2) && tail(at + 3) ? 4 : 0;
    }
    return 0;
}

bool isBlank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

} // namespace

std::size_t findBadUtf8(std::string_view text) noexcept
{
    constexpr std::uint64_t highBits = 0x8080808080808080ULL;
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + 8 <= text.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + i, 8);
            // Eight ASCII bytes without NUL: the subtraction borrows into a high bit only where a byte is zero.
            if (((word | (word - ones)) & highBits) == 0) {
                i += 8;
                continue;
            }
        }
        const std::size_t length = characterLength(text, i);
        if (length == 0)
            return i;
        i += length;
    }
    return std::string_view::npos;
}

void appendUtf8(std::string& out, char32_t point)
{
    const auto push = [&](std::uint32_t value) { out.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
    const std::uint32_t p = point;
    if (p < 0x80) {
        push(p);
    } else if (p < 0x800) {
        push(0xC0 | (p >> 6));
        push(0x80 | (p & 0x3F));
    } else if (p < 0x10000) {
        push(0xE0 | (p >> 12));
        push(0x80 | ((p >> 6) & 0x3F));
        push(0x80 | (p & 0x3F));
    } else {
        push(0xF0 | (p >> 18));
        push(0x80 | ((p >> 12) & 0x3F));
        push(0x80 | ((p >> 6) & 0x3F));
        push(0x80 | (p & 0x3F));
    }
}

std::string printable(std::string_view bytes, std::size_t maximum)
{
    std::string out;
    for (std::size_t i = 0; i < bytes.size();) {
        if (out.size() >= maximum)
            return out + "…";
        const std::size_t length = characterLength(bytes, i);
        const auto code = static_cast<unsigned char>(bytes[i]);
        if (length == 0 || code < 0x20 || code == 0x7F) {
            out += std::format("\\x{:02X}", code);
            ++i;
        } else {
            out.append(bytes.substr(i, length));
            i += length;
        }
    }
    return out;
}

std::string_view trimmed(std::string_view text) noexcept
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string collapsed(std::string_view text)
{
    text = trimmed(text);
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    for (const char c : text) {
        if (isBlank(c)) {
            blank = true;
            continue;
        }
        if (blank)
            out.push_back(' ');
        blank = false;
        out.push_back(c);
    }
    return out;
}

} // namespace griddesk
