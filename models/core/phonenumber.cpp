// SPDX-License-Identifier: GPL-3.0-or-later
#include "phonenumber.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace griddesk {

namespace {

constexpr std::size_t longestText = 64;
constexpr std::size_t fewestDigits = 7, mostDigits = 15; // E.164 has at most 15

/// What may stand in a number besides digits, with what it means: ' ' parts groups, '+' begins a country code, '#' begins
/// an extension.
constexpr std::array<std::pair<std::string_view, char>, 26> signs{{
    {" ", ' '}, {"\t", ' '}, {"\xc2\xa0", ' '}, {"　", ' '}, {"-", ' '}, {".", ' '}, {"(", ' '}, {")", ' '}, {"（", ' '}, {"）", ' '},
    {"－", ' '}, {"‐", ' '}, {"‑", ' '}, {"–", ' '}, {"—", ' '}, {"+", '+'}, {"＋", '+'}, {"转", '#'}, {"分机", '#'}, {"ext", '#'},
    {"EXT", '#'}, {"Ext", '#'}, {"x", '#'}, {"X", '#'}, {"#", '#'}, {"＃", '#'},
}};

/// The groups of digits before an extension, and whether a '+' came first. Absent when something else stands there.
struct Written {
    std::vector<std::string> groups;
    bool international = false;
    [[nodiscard]] std::string digits() const
    {
        std::string all;
        for (const auto& group : groups)
            all += group;
        return all;
    }
};

std::optional<Written> readGroups(std::string_view text)
{
    Written written;
    bool extension = false, apart = true;
    while (!text.empty()) {
        char meaning = 0;
        if (text.front() >= '0' && text.front() <= '9') {
            meaning = text.front();
            text.remove_prefix(1);
        } else if (text.size() >= 3 && text.starts_with("\xef\xbc") && text[2] >= '\x90' && text[2] <= '\x99') {
            meaning = static_cast<char>('0' + (text[2] - '\x90')); // ０ to ９
            text.remove_prefix(3);
        } else {
            const auto sign = std::ranges::find_if(signs, [&](const auto& s) { return text.starts_with(s.first); });
            if (sign == signs.end())
                return std::nullopt;
            meaning = sign->second;
            text.remove_prefix(sign->first.size());
        }
        if (meaning == '+') {
            if (!written.groups.empty() || written.international)
                return std::nullopt;
            written.international = true;
        } else if (meaning == '#') {
            extension = true;
        } else if (meaning == ' ') {
            apart = true;
        } else if (!extension) {
            if (std::exchange(apart, false))
                written.groups.emplace_back();
            written.groups.back() += meaning;
        }
    }
    return written;
}

bool isMobile(std::string_view digits) { return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3'; }

/// A fixed line with the 0 of its area code: 0, two or three digits of the area, seven or eight of the line.
bool isFixedLine(std::string_view digits) { return digits.starts_with('0') && digits.size() >= 10 && digits.size() <= 12 && digits[1] != '0'; }

std::string inCountry(std::string digits)
{
    if (digits.size() == 12 && digits.starts_with('0') && isMobile(std::string_view(digits).substr(1)))
        return digits.substr(1); // dialled with the 0 of a call to another town
    const bool service = digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
    const bool withoutZero = (digits.size() == 10 || digits.size() == 11) && digits[0] != '0' && !isMobile(digits) && !service;
    return withoutZero ? '0' + digits : digits;
}

} // namespace

std::optional<std::string> normalisedPhone(std::string_view text)
{
    if (text.size() > longestText)
        return std::nullopt;
    auto written = readGroups(text);
    if (!written || written->groups.empty())
        return std::nullopt;
    std::string digits = written->digits();
    if (digits.size() < fewestDigits || std::ranges::all_of(digits, [&](char c) { return c == digits.front(); }))
        return std::nullopt;
    if (!written->international && digits.starts_with("00")) {
        written->international = true;
        digits.erase(0, 2);
        if (written->groups.front() == "00")
            written->groups.erase(written->groups.begin());
        else
            written->groups.front().erase(0, 2);
    }
    const bool home = digits.starts_with("86") && (written->international || (digits.size() == 13 && isMobile(std::string_view(digits).substr(2))));
    if (written->international && !home) {
        if (digits.size() < fewestDigits || digits.size() > mostDigits || digits.starts_with('0'))
            return std::nullopt;
        return '+' + digits;
    }
    if (home) {
        digits.erase(0, 2);
        if (written->groups.front() == "86")
            written->groups.erase(written->groups.begin());
        else
            written->groups.front().erase(0, 2);
    }
    // A last short group behind what is a whole number already is an extension: 021-62345678-801, 62345678-801.
    if (!isMobile(digits) && written->groups.size() > 1 && written->groups.back().size() <= 5) {
        const std::string line = digits.substr(0, digits.size() - written->groups.back().size());
        const bool local = written->groups.size() == 2 && (line.size() == 7 || line.size() == 8) && line[0] > '1';
        if (isFixedLine(line) || local)
            digits = line;
    }
    digits = inCountry(std::move(digits));
    if (digits.size() < fewestDigits || digits.size() > 12 || digits.starts_with("00"))
        return std::nullopt;
    return digits;
}

} // namespace griddesk
