// SPDX-License-Identifier: GPL-3.0-or-later
#include "likeness.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <vector>

namespace griddesk {

namespace {

/// Neighbouring characters as numbers, sorted.
std::vector<std::uint64_t> pairsOf(std::string_view text)
{
    std::vector<std::uint32_t> letters;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        std::uint32_t letter = 0;
        for (std::size_t k = i; k < std::min(i + length, text.size()); ++k)
            letter = (letter << 8) | static_cast<unsigned char>(text[k]);
        if (byte >= 0x80 || std::isalnum(byte) != 0)
            letters.push_back(byte < 0x80 ? static_cast<std::uint32_t>(std::tolower(byte)) : letter);
        i += length;
    }
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i + 1 < letters.size(); ++i)
        pairs.push_back((std::uint64_t{letters[i]} << 32) | letters[i + 1]);
    std::ranges::sort(pairs);
    return pairs;
}

} // namespace

int likeness(std::string_view a, std::string_view b)
{
    const auto left = pairsOf(a), right = pairsOf(b);
    if (left.empty() || right.empty())
        return 0;
    std::vector<std::uint64_t> shared;
    std::ranges::set_intersection(left, right, std::back_inserter(shared));
    return static_cast<int>(200 * shared.size() / (left.size() + right.size()));
}

} // namespace griddesk
