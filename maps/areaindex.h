// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapsigns.h"
#include "mercator.h"

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace griddesk {

/// All areas of a district, projected, binned and ready to be painted at any zoom: made once off the GUI thread, then
/// immutable and shared by pointer; every const function may be called from any thread. Rings simplified for a zoom are
/// made at the first request and kept.
class AreaIndex {
public:
    struct Area {
        std::string code;
        std::string name;
        std::string parent;
        MapAreaLevel level = MapAreaLevel::Cell;
        std::uint32_t tint = 0;
        WorldBox box;
        std::uint32_t firstRing = 0;
        std::uint32_t ringCount = 0;
        WorldPoint anchor;            ///< inside the area, where its name stands
        std::uint32_t anchorWidth = 0; ///< room for the name there, world units
    };
    /// Rings of one zoom: ring r is points[start[r] … start[r + 1]).
    struct Rings {
        std::vector<WorldPoint> points;
        std::vector<std::uint32_t> start;
        /// As points: 1 where the stretch to the next vertex belongs to an earlier ring of the same level too.
        std::vector<std::uint8_t> drawnBefore;
        [[nodiscard]] std::span<const WorldPoint> ring(std::uint32_t r) const
        {
            return std::span(points).subspan(start[r], start[r + 1] - start[r]);
        }
    };

    /// Rings with fewer than three vertices are left out; an area without rings keeps its row and is never drawn.
    [[nodiscard]] static std::shared_ptr<const AreaIndex> build(const std::vector<AreaShape>& shapes);

    [[nodiscard]] std::size_t size() const noexcept { return m_areas.size(); }
    [[nodiscard]] const Area& area(std::uint32_t row) const { return m_areas[row]; }
    [[nodiscard]] const WorldBox& extent() const noexcept { return m_extent; }
    [[nodiscard]] std::optional<std::uint32_t> rowOf(std::string_view code) const;
    /// Rows whose boxes meet `box`, ascending: outer levels first.
    [[nodiscard]] std::vector<std::uint32_t> rowsIn(const WorldBox& box) const;
    /// The row of the innermost area that holds the place, among levels up to `deepest`.
    [[nodiscard]] std::optional<std::uint32_t> areaAt(WorldPoint place, MapAreaLevel deepest = MapAreaLevel::Cell) const;
    /// True when the place lies in the area as it is drawn at a zoom.
    [[nodiscard]] bool holds(std::uint32_t row, WorldPoint place, int zoom) const { return holds(m_areas[row], place, rings(zoom)); }
    /// Geometry for a whole zoom, simplified to half a pixel.
    [[nodiscard]] const Rings& rings(int zoom) const;
    /// Full geometry.
    [[nodiscard]] const Rings& fullRings() const noexcept { return m_rings; }
    /// Median diagonal of a level's boxes in world units, 0 when the level is empty; decides at which zoom it appears.
    [[nodiscard]] double typicalDiagonal(MapAreaLevel level) const { return m_diagonal[static_cast<std::size_t>(level)]; }

private:
    AreaIndex() = default;
    void weigh();
    void place(Area& area) const;
    void fillBins();
    [[nodiscard]] static bool holds(const Area& area, WorldPoint place, const Rings& rings);
    [[nodiscard]] std::uint32_t binOf(std::uint32_t value, std::uint32_t from, std::uint64_t span) const;

    static constexpr int deepestSimplified = 19;
    struct Simplified {
        std::once_flag once;
        Rings rings;
    };

    std::vector<Area> m_areas; ///< ordered by level
    Rings m_rings;
    std::vector<float> m_weights; ///< as m_rings.points
    WorldBox m_extent;
    std::uint32_t m_side = 1; ///< bins to a side
    std::vector<std::uint32_t> m_binStart;
    std::vector<std::uint32_t> m_binRows;
    std::vector<std::uint32_t> m_byCode; ///< rows ordered by code
    std::array<double, mapAreaLevelCount> m_diagonal{};
    mutable std::array<Simplified, deepestSimplified + 1> m_simplified;
};

} // namespace griddesk
