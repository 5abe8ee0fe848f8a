// SPDX-License-Identifier: GPL-3.0-or-later
#include "cellraster.h"

#include "exact.h"
#include "metric.h"

#include <bit>
#include <cmath>

namespace griddesk {
namespace {

using exact::Edge;

/// An edge of a cell that passes (or may pass) a bin. Too many bins per edge only cost time, too few would be wrong.
struct Touch {
    std::uint32_t bin;
    std::uint32_t cell;
    Edge edge;
};

/// A cell that has something to do with a bin.
struct Slot {
    std::uint32_t bin;
    std::uint32_t cell;
    bool holdsCorner; ///< owns the bin's south-east corner point
    bool touched;     ///< an edge of it passes the bin
};

/// Stable counting sort by bin; returns where each bin begins.
template <typename T>
std::vector<std::size_t> groupByBin(std::vector<T>& items, std::size_t bins)
{
    std::vector<std::size_t> starts(bins + 1, 0);
    for (const T& item : items)
        ++starts[item.bin + 1];
    for (std::size_t b = 0; b < bins; ++b)
        starts[b + 1] += starts[b];
    std::vector<std::size_t> next(starts.begin(), starts.end() - 1);
    std::vector<T> sorted(items.size());
    for (const T& item : items)
        sorted[next[item.bin]++] = item;
    items = std::move(sorted);
    return starts;
}

} // namespace

class CellRasterBuilder {
public:
    CellRasterBuilder(CellRaster& raster, std::span<const MultiPolygon> cells) : m_raster(raster), m_cells(cells) {}

    void build(std::size_t binsWanted)
    {
        Box all;
        for (const MultiPolygon& cell : m_cells)
            all.extend(boundingBox(cell));
        if (all.isEmpty())
            return;
        lay(all, binsWanted);
        for (std::uint32_t cell = 0; cell < m_cells.size(); ++cell)
            scan(cell);
        const std::size_t bins = m_raster.m_columns * m_raster.m_rows;
        const std::vector<std::size_t> touchStarts = groupByBin(m_touches, bins);
        const std::vector<std::size_t> slotStarts = groupByBin(m_slots, bins);
        m_raster.m_bins.assign(bins, CellRaster::kEmptyBin);
        for (std::size_t b = 0; b < bins; ++b)
            m_raster.m_bins[b] = encode(static_cast<std::uint32_t>(b), std::span(m_slots).subspan(slotStarts[b], slotStarts[b + 1] - slotStarts[b]),
                                        std::span(m_touches).subspan(touchStarts[b], touchStarts[b + 1] - touchStarts[b]));
        m_raster.m_records.shrink_to_fit();
    }

private:
    /// Bin sides are powers of two, so a lookup shifts instead of dividing; the longer side (in metres) halves first.
    void lay(const Box& all, std::size_t binsWanted)
    {
        CellRaster& r = m_raster;
        r.m_originX = all.minLonE7;
        r.m_originY = all.minLatE7;
        const std::uint64_t width = static_cast<std::uint64_t>(std::int64_t{all.maxLonE7} - all.minLonE7) + 1;
        const std::uint64_t height = static_cast<std::uint64_t>(std::int64_t{all.maxLatE7} - all.minLatE7) + 1;
        const LocalMetric m = LocalMetric::at((double(all.minLatE7) + all.maxLatE7) / 2);
        const auto count = [](std::uint64_t length, unsigned shift) { return ((length - 1) >> shift) + 1; };
        while (count(width, r.m_shiftX) * count(height, r.m_shiftY) > binsWanted) {
            const double binWidth = std::ldexp(m.metresPerLonE7, static_cast<int>(r.m_shiftX));
            const double binHeight = std::ldexp(m.metresPerLatE7, static_cast<int>(r.m_shiftY));
            ++(binWidth <= binHeight ? r.m_shiftX : r.m_shiftY);
        }
        r.m_columns = count(width, r.m_shiftX);
        r.m_rows = count(height, r.m_shiftY);
    }

    [[nodiscard]] std::int64_t column(std::int64_t x) const
    {
        return std::clamp<std::int64_t>((x - m_raster.m_originX) >> m_raster.m_shiftX, 0, static_cast<std::int64_t>(m_raster.m_columns) - 1);
    }
    [[nodiscard]] std::int64_t row(std::int64_t y) const
    {
        return std::clamp<std::int64_t>((y - m_raster.m_originY) >> m_raster.m_shiftY, 0, static_cast<std::int64_t>(m_raster.m_rows) - 1);
    }
    [[nodiscard]] std::int64_t rowBottom(std::int64_t r) const { return m_raster.m_originY + (r << m_raster.m_shiftY); }
    [[nodiscard]] std::int64_t columnEast(std::int64_t c) const { return m_raster.columnEast(static_cast<std::uint64_t>(c)); }

    void scan(std::uint32_t cell)
    {
        const Box box = boundingBox(m_cells[cell]);
        if (box.isEmpty())
            return;
        const std::int64_t firstColumn = column(box.minLonE7);
        const std::int64_t columns = column(box.maxLonE7) - firstColumn + 1;
        const std::int64_t firstRow = row(box.minLatE7);
        const std::int64_t rows = row(box.maxLatE7) - firstRow + 1;
        std::vector<char> touched(static_cast<std::size_t>(columns * rows), 0);
        // Per row: the easternmost x that still has the crossing of the row's south side to its east.
        std::vector<std::vector<std::int64_t>> crossings(static_cast<std::size_t>(rows));

        exact::forEachEdge(m_cells[cell], [&](GeoPoint a, GeoPoint b) {
            const Edge e = exact::upward(a, b);
            for (std::int64_t r = row(e.y1); r <= row(e.y2); ++r) {
                const std::int64_t bottom = rowBottom(r);
                const std::int64_t top = bottom + (std::int64_t{1} << m_raster.m_shiftY);
                const auto [west, east] = reach(e, bottom, top);
                for (std::int64_t c = column(west); c <= column(east); ++c) {
                    m_touches.push_back({static_cast<std::uint32_t>(r * static_cast<std::int64_t>(m_raster.m_columns) + c), cell, e});
                    touched[static_cast<std::size_t>((r - firstRow) * columns + c - firstColumn)] = 1;
                }
                if (exact::spans(e, bottom)) {
                    const std::int64_t rise = std::int64_t{e.y2} - e.y1;
                    const std::int64_t run = (std::int64_t{e.x2} - e.x1) * (bottom - e.y1);
                    crossings[static_cast<std::size_t>(r - firstRow)].push_back(e.x1 + exact::ceilDivide(run, rise) - 1);
                }
            }
        });
        for (std::int64_t r = 0; r < rows; ++r) {
            std::vector<std::int64_t>& xs = crossings[static_cast<std::size_t>(r)];
            std::ranges::sort(xs);
            std::size_t west = 0;
            for (std::int64_t c = 0; c < columns; ++c) {
                const std::int64_t corner = columnEast(firstColumn + c);
                while (west < xs.size() && xs[west] < corner)
                    ++west;
                const bool holds = (xs.size() - west) % 2 == 1;
                const bool passes = touched[static_cast<std::size_t>(r * columns + c)] != 0;
                if (holds || passes) {
                    const auto bin = static_cast<std::uint32_t>((firstRow + r) * static_cast<std::int64_t>(m_raster.m_columns) + firstColumn + c);
                    m_slots.push_back({bin, cell, holds, passes});
                }
            }
        }
    }

    /// A generous range of x of the part of the edge between two levels.
    static std::pair<std::int64_t, std::int64_t> reach(const Edge& e, std::int64_t bottom, std::int64_t top)
    {
        const auto [low, high] = std::minmax(e.x1, e.x2);
        if (e.y1 == e.y2 || (e.y1 >= bottom && e.y2 <= top))
            return {low, high};
        const double slope = (double(e.x2) - e.x1) / (double(e.y2) - e.y1);
        const double xa = e.x1 + slope * double(std::max<std::int64_t>(bottom, e.y1) - e.y1);
        const double xb = e.x1 + slope * double(std::min<std::int64_t>(top, e.y2) - e.y1);
        return {std::max<std::int64_t>(low, static_cast<std::int64_t>(std::floor(std::min(xa, xb))) - 1),
                std::min<std::int64_t>(high, static_cast<std::int64_t>(std::ceil(std::max(xa, xb))) + 1)};
    }

    std::uint32_t encode(std::uint32_t bin, std::span<const Slot> slots, std::span<Touch> touches)
    {
        // A cell that fills the bin hides all cells after it.
        const auto filler = std::ranges::find_if(slots, [](const Slot& s) { return s.holdsCorner && !s.touched; });
        if (filler != slots.end())
            slots = slots.first(static_cast<std::size_t>(filler - slots.begin()) + 1);
        if (slots.empty())
            return CellRaster::kEmptyBin;
        if (!slots.front().touched)
            return slots.front().cell + 1;
        if (slots.size() > 32)
            return CellRaster::kCrowdedBin;

        const std::int64_t eastX = columnEast(bin % static_cast<std::int64_t>(m_raster.m_columns));
        const std::int64_t bottom = rowBottom(bin / static_cast<std::int64_t>(m_raster.m_columns));
        const std::int64_t top = bottom + (std::int64_t{1} << m_raster.m_shiftY);
        std::uint32_t base = 0;
        for (std::size_t i = 0; i < slots.size(); ++i)
            base |= slots[i].holdsCorner ? std::uint32_t{1} << i : 0;

        std::ranges::sort(touches, {}, [](const Touch& t) { return std::pair(t.edge, t.cell); });
        m_thresholds.clear();
        m_edges.clear();
        for (std::size_t i = 0; i < touches.size();) {
            const Edge e = touches[i].edge;
            std::uint32_t mask = 0; // cells that share the edge flip together
            for (; i < touches.size() && touches[i].edge == e; ++i) {
                const auto slot = std::ranges::find(slots, touches[i].cell, &Slot::cell);
                if (slot != slots.end())
                    mask ^= std::uint32_t{1} << (slot - slots.begin());
            }
            if (mask == 0)
                continue;
            if (const std::int64_t y = threshold(e, eastX); y > bottom && y < top)
                m_thresholds.push_back({y, mask});
            if (e.y1 != e.y2)
                m_edges.push_back({e, mask});
        }
        const std::size_t offset = m_raster.m_records.size();
        if (m_thresholds.size() > 255 || m_edges.size() > 65535 || offset >= CellRaster::kMixedBit - 1000000)
            return CellRaster::kCrowdedBin;
        write(slots, base);
        return CellRaster::kMixedBit | static_cast<std::uint32_t>(offset);
    }

    /// Lowest level y whose point on the line x = eastX lies north of the edge; far outside when the edge does not cross that line.
    static std::int64_t threshold(const Edge& e, std::int64_t eastX)
    {
        const bool ascending = e.x1 <= e.x2;
        const std::int64_t x1 = ascending ? e.x1 : e.x2;
        const std::int64_t y1 = ascending ? e.y1 : e.y2;
        const std::int64_t x2 = ascending ? e.x2 : e.x1;
        const std::int64_t y2 = ascending ? e.y2 : e.y1;
        if (!(x1 <= eastX && eastX < x2))
            return std::numeric_limits<std::int64_t>::min();
        const std::int64_t run = (y2 - y1) * (eastX - x1);
        // A small step east carries a rising edge above a point it runs through, any other one not.
        return y1 + (y2 > y1 ? exact::floorDivide(run, x2 - x1) + 1 : exact::ceilDivide(run, x2 - x1));
    }

    void write(std::span<const Slot> slots, std::uint32_t base)
    {
        std::vector<std::uint32_t>& out = m_raster.m_records;
        out.push_back(static_cast<std::uint32_t>(slots.size() | m_thresholds.size() << 8 | m_edges.size() << 16));
        out.push_back(base);
        for (const Slot& s : slots)
            out.push_back(s.cell);
        for (const auto& [y, mask] : m_thresholds) {
            out.push_back(static_cast<std::uint32_t>(static_cast<std::int32_t>(y)));
            out.push_back(mask);
        }
        for (const auto& [e, mask] : m_edges)
            for (const std::uint32_t word : {static_cast<std::uint32_t>(e.x1), static_cast<std::uint32_t>(e.y1), static_cast<std::uint32_t>(e.x2),
                                             static_cast<std::uint32_t>(e.y2), mask})
                out.push_back(word);
    }

    CellRaster& m_raster;
    std::span<const MultiPolygon> m_cells;
    std::vector<Touch> m_touches;
    std::vector<Slot> m_slots;
    std::vector<std::pair<std::int64_t, std::uint32_t>> m_thresholds;
    std::vector<std::pair<Edge, std::uint32_t>> m_edges;
};

CellRaster::CellRaster(std::span<const MultiPolygon> cells, std::size_t binsWanted)
{
    CellRasterBuilder(*this, cells).build(std::max<std::size_t>(binsWanted, 1));
}

std::uint32_t CellRaster::locate(GeoPoint p) const noexcept
{
    // Left or south of the origin wraps to a huge number and fails the comparison.
    const std::uint64_t column = static_cast<std::uint64_t>(p.lonE7 - m_originX) >> m_shiftX;
    const std::uint64_t row = static_cast<std::uint64_t>(p.latE7 - m_originY) >> m_shiftY;
    if (column >= m_columns || row >= m_rows)
        return kNone;
    const std::uint32_t bin = m_bins[row * m_columns + column];
    if ((bin & kMixedBit) == 0)
        return bin - 1; // an empty bin gives kNone
    if (bin == kCrowdedBin)
        return kCrowded;
    return resolve(m_records.data() + (bin & ~kMixedBit), columnEast(column), p);
}

std::uint32_t CellRaster::resolve(const std::uint32_t* record, std::int64_t eastX, GeoPoint p) const noexcept
{
    const std::uint32_t counts = record[0];
    std::uint32_t owners = record[1];
    const std::uint32_t* const cells = record + 2;
    const std::uint32_t* at = cells + (counts & 0xFF);
    for (std::uint32_t left = counts >> 8 & 0xFF; left > 0; --left, at += 2)
        owners ^= p.latE7 >= static_cast<std::int32_t>(at[0]) ? at[1] : 0;
    for (std::uint32_t left = counts >> 16; left > 0; --left, at += 5) {
        const Edge e{static_cast<std::int32_t>(at[0]), static_cast<std::int32_t>(at[1]), static_cast<std::int32_t>(at[2]),
                     static_cast<std::int32_t>(at[3])};
        if (exact::spans(e, p.latE7) && exact::eastOf(e, p.lonE7, p.latE7) && !exact::eastOf(e, eastX, p.latE7))
            owners ^= at[4];
    }
    return owners == 0 ? kNone : cells[std::countr_zero(owners)];
}

} // namespace griddesk
