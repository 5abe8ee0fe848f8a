// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace griddesk {

/// The fast half of CellIndex: a raster of bins over all cells. A bin is empty, wholly inside one cell (the answer), or
/// mixed. A mixed bin holds up to 32 candidate cells as bits and answers exactly in integers:
///
/// * base: which candidates hold the bin's south-east corner point R;
/// * for the query p, walk from R north along the bin's east side to p's level, then west to p. Each border crossed
///   flips its cells' bits. Crossings of the east side are precomputed as thresholds of latitude; crossings of the
///   level are tested against the few edges that pass the bin.
///
/// All points are meant an infinitesimal step east and a smaller one north (see contains()), so no crossing is ever
/// ambiguous. The lowest set bit is the lowest cell index.
class CellRaster {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    /// The bin has more candidates or edges than its record can hold; the caller asks its tree.
    static constexpr std::uint32_t kCrowded = 0xFFFFFFFE;

    CellRaster() = default;
    CellRaster(std::span<const MultiPolygon> cells, std::size_t binsWanted);

    /// Lowest index of a cell that owns p, kNone, or kCrowded.
    [[nodiscard]] std::uint32_t locate(GeoPoint p) const noexcept;
    [[nodiscard]] std::size_t memoryBytes() const noexcept { return 4 * (m_bins.size() + m_records.size()); }

private:
    friend class CellRasterBuilder;
    static constexpr std::uint32_t kEmptyBin = 0;
    static constexpr std::uint32_t kMixedBit = 0x80000000;
    static constexpr std::uint32_t kCrowdedBin = 0xFFFFFFFF;

    [[nodiscard]] std::uint32_t resolve(const std::uint32_t* record, std::int64_t eastX, GeoPoint p) const noexcept;

    /// Easternmost x of a column, held to what a coordinate can be so that products stay inside 63 bits.
    [[nodiscard]] std::int64_t columnEast(std::uint64_t column) const noexcept
    {
        return std::min<std::int64_t>(m_originX + static_cast<std::int64_t>((column + 1) << m_shiftX) - 1,
                                      std::numeric_limits<std::int32_t>::max());
    }

    std::int64_t m_originX = 0;
    std::int64_t m_originY = 0;
    unsigned m_shiftX = 0;
    unsigned m_shiftY = 0;
    std::uint64_t m_columns = 0;
    std::uint64_t m_rows = 0;
    /// 0 empty, cell + 1, or kMixedBit | offset into m_records.
    std::vector<std::uint32_t> m_bins;
    /// Per mixed bin: counts, base mask, cells, thresholds (y, mask), edges (x1, y1, x2, y2, mask).
    std::vector<std::uint32_t> m_records;
};

} // namespace griddesk
