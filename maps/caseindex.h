// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layerpainter.h"
#include "mapsigns.h"
#include "mercator.h"
#include "packedids.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// Rows first … first + count - 1.
struct RowRun {
    std::uint32_t first = 0;
    std::uint32_t count = 1;
    bool operator==(const RowRun&) const = default;
};

/// What is drawn at one place at one zoom: a case, or a cluster at the mean of its cases.
struct DrawnMark {
    std::uint32_t first = 0; ///< a row of it: the only one of a case
    std::uint32_t count = 1; ///< of cases
    double x = 0; ///< world units
    double y = 0;
    std::array<std::uint32_t, mapLampCount> lamps{};
    bool critical = false; ///< a 特急 case that is not closed is inside
    std::vector<RowRun> more; ///< runs of rows when clusters were joined; otherwise empty, and the rows are one run

    [[nodiscard]] bool isCluster() const noexcept { return count > 1; }
    [[nodiscard]] std::vector<RowRun> runs() const { return more.empty() ? std::vector<RowRun>{{first, count}} : more; }
    /// Pixels from its middle to its edge.
    [[nodiscard]] double radius() const noexcept;
    bool operator==(const DrawnMark&) const = default;
};

/// All cases of the map in Z order (Morton 1966), so that the cases of any square of any zoom are one run of rows: the
/// whole pyramid of clusters is two binary searches and a sum away, and nothing is stored for it but sums every 64
/// rows. A cluster begins as the cases of a brick of 128 by 64 pixels (two squares that follow each other in Z order, on
/// the whole one mark to 90 by 90 pixels); marks that would touch are joined, twice at most. Made off the GUI thread, then immutable and shared by pointer; any thread may read.
class CaseIndex {
public:
    /// Takes cases one at a time so that a million need not exist twice. One thread.
    class Builder {
    public:
        void reserve(std::size_t count);
        void add(std::string_view id, GeoPoint place, CaseSigns signs, std::string_view label);
        void add(const MapCase& c) { add(c.id, c.place, c.signs, c.label); }
        /// All cases of `old` that `keep` wants.
        void addFrom(const CaseIndex& old, const std::function<bool(const std::string& id)>& keep);
        /// Null when cancelled.
        [[nodiscard]] std::shared_ptr<const CaseIndex> build(const PaintCancel& cancel = {}) &&;

    private:
        friend class CaseIndex;
        PackedIds m_ids;
        std::vector<std::uint64_t> m_codes;
        std::vector<std::uint8_t> m_signs;
        std::vector<std::uint32_t> m_labelStart;
        std::string m_labels;
    };

    /// No mark is drawn further than this from any of its cases, pixels.
    static constexpr int reachPixels = 256;

    [[nodiscard]] std::size_t size() const noexcept { return m_codes.size(); }
    [[nodiscard]] std::string id(std::uint32_t row) const { return m_ids.at(row); }
    [[nodiscard]] CaseSigns signs(std::uint32_t row) const;
    [[nodiscard]] WorldPoint place(std::uint32_t row) const;
    [[nodiscard]] std::string_view label(std::uint32_t row) const;
    [[nodiscard]] std::optional<std::uint32_t> rowOf(std::string_view id) const;
    [[nodiscard]] const WorldBox& extent() const noexcept { return m_extent; }

    /// Marks whose middles lie in `box` at a whole zoom (5 to 20). They are the same whatever the box, so tiles fit together.
    [[nodiscard]] std::vector<DrawnMark> marks(const WorldBox& box, int zoom) const;
    /// Rows inside the box, at most `cap`.
    [[nodiscard]] std::vector<std::uint32_t> rowsIn(const WorldBox& box, std::size_t cap) const;
    /// Box of a run of rows.
    [[nodiscard]] WorldBox boxOf(std::uint32_t first, std::uint32_t count) const;

private:
    struct Sums {
        std::uint64_t x = 0;
        std::uint64_t y = 0;
        std::array<std::uint32_t, mapLampCount> lamps{};
        std::uint32_t critical = 0;
        void add(WorldPoint p, CaseSigns signs);
    };
    static constexpr std::uint32_t block = 64;

    CaseIndex() = default;
    [[nodiscard]] Sums sumTo(std::uint32_t row) const;
    [[nodiscard]] DrawnMark cluster(std::uint32_t first, std::uint32_t count) const;
    void addBrick(std::vector<DrawnMark>& out, std::uint32_t first, std::uint32_t count, double apart) const;
    [[nodiscard]] bool areApart(std::uint32_t first, std::uint32_t count, double distance) const;

    PackedIds m_ids;
    std::vector<std::uint64_t> m_codes; ///< Morton codes: order and place in one
    std::vector<std::uint8_t> m_signs;
    std::vector<std::uint32_t> m_labelStart;
    std::string m_labels;
    std::vector<Sums> m_sums; ///< before row 64 * i
    WorldBox m_extent;
};

} // namespace griddesk
