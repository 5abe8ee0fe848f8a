// SPDX-License-Identifier: GPL-3.0-or-later
#include "packedids.h"

#include <bit>
#include <cstring>
#include <functional>
#include <optional>

namespace griddesk {

namespace {

/// RFC 9562 UUIDs never have this variant byte, so it marks identifiers kept as text.
constexpr std::uint8_t textMark = 0xff;

std::optional<std::array<std::uint8_t, 16>> packUuid(std::string_view text)
{
    std::array<std::uint8_t, 16> out{};
    if (text.size() != 36)
        return {};
    std::size_t nibble = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != '-')
                return {};
            continue;
        }
        const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (value < 0)
            return {};
        auto& byte = out[nibble / 2];
        byte = static_cast<std::uint8_t>((byte << 4) | value);
        ++nibble;
    }
    if (out[8] == textMark)
        return {};
    return out;
}

} // namespace

void PackedIds::append(std::string_view id)
{
    if (const auto packed = packUuid(id)) {
        m_ids.push_back(*packed);
        return;
    }
    const auto number = static_cast<std::uint64_t>(m_others.size());
    m_others.emplace_back(id);
    Packed packed{};
    std::memcpy(packed.data(), &number, sizeof number);
    packed[8] = textMark;
    m_ids.push_back(packed);
}

void PackedIds::reorder(const std::vector<std::uint32_t>& order)
{
    std::vector<Packed> moved;
    moved.reserve(order.size());
    for (const std::uint32_t row : order)
        moved.push_back(m_ids[row]);
    m_ids = std::move(moved);
}

std::string_view PackedIds::other(const Packed& packed) const
{
    std::uint64_t number = 0;
    std::memcpy(&number, packed.data(), sizeof number);
    return m_others[number];
}

std::string PackedIds::at(std::uint32_t row) const
{
    const Packed& packed = m_ids[row];
    if (packed[8] == textMark)
        return std::string(other(packed));
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < packed.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out += '-';
        out += hex[packed[i] >> 4];
        out += hex[packed[i] & 15];
    }
    return out;
}

std::uint64_t PackedIds::hash(const Packed& packed) noexcept
{
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), packed.data(), sizeof halves);
    // Stafford's mix 13 of the two halves.
    std::uint64_t h = halves[0] ^ (halves[1] * 0x9e3779b97f4a7c15U);
    h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9U;
    h = (h ^ (h >> 27)) * 0x94d049bb133111ebU;
    return h ^ (h >> 31);
}

void PackedIds::makeLookup()
{
    m_slots.assign(std::bit_ceil(std::max<std::size_t>(m_ids.size() * 2, 2)), 0);
    const std::size_t mask = m_slots.size() - 1;
    for (std::uint32_t row = 0; row < m_ids.size(); ++row) {
        const Packed& packed = m_ids[row];
        const auto h = packed[8] == textMark ? std::hash<std::string_view>{}(other(packed)) : hash(packed);
        std::size_t slot = h & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = row + 1;
    }
}

std::int64_t PackedIds::rowOf(std::string_view id) const
{
    if (m_slots.empty())
        return -1;
    const auto packed = packUuid(id);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = (packed ? hash(*packed) : std::hash<std::string_view>{}(id)) & mask;
    for (; m_slots[slot] != 0; slot = (slot + 1) & mask) {
        const std::uint32_t row = m_slots[slot] - 1;
        const Packed& candidate = m_ids[row];
        if (packed ? candidate == *packed : candidate[8] == textMark && other(candidate) == id)
            return row;
    }
    return -1;
}

} // namespace griddesk
