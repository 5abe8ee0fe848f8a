// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// Identifiers by row, 16 bytes each when they are canonical lower-case UUIDs (case ids are), any text otherwise; and
/// the way back from identifier to row. A million case ids take 24 MB instead of about 90. Built by one thread, then
/// read by any.
class PackedIds {
public:
    void reserve(std::size_t count) { m_ids.reserve(count); }
    void append(std::string_view id);
    /// Puts the rows into another order: new row i is old row `order[i]`. To be called before makeLookup().
    void reorder(const std::vector<std::uint32_t>& order);
    /// Makes rowOf() work.
    void makeLookup();

    [[nodiscard]] std::size_t size() const noexcept { return m_ids.size(); }
    [[nodiscard]] std::string at(std::uint32_t row) const;
    /// The row, or -1. Of equal identifiers the first appended into the table wins.
    [[nodiscard]] std::int64_t rowOf(std::string_view id) const;

private:
    using Packed = std::array<std::uint8_t, 16>;
    [[nodiscard]] std::string_view other(const Packed& packed) const;
    [[nodiscard]] static std::uint64_t hash(const Packed& packed) noexcept;

    std::vector<Packed> m_ids;
    std::deque<std::string> m_others;
    std::vector<std::uint32_t> m_slots; ///< open addressing, row + 1, 0 for free
};

} // namespace griddesk
