// SPDX-License-Identifier: GPL-3.0-or-later
#include "areaindex.h"

#include "sharedborders.h"
#include "simplify.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace griddesk {

std::shared_ptr<const AreaIndex> AreaIndex::build(const std::vector<AreaShape>& shapes)
{
    std::vector<std::uint32_t> order(shapes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return shapes[i].level; });

    std::shared_ptr<AreaIndex> index(new AreaIndex);
    index->m_rings.start.push_back(0);
    for (const std::uint32_t i : order) {
        const AreaShape& shape = shapes[i];
        Area area{shape.code, shape.name, shape.parent, shape.level, shape.tint, {}, {}, {}, {}, {}};
        area.firstRing = static_cast<std::uint32_t>(index->m_rings.start.size() - 1);
        auto& points = index->m_rings.points;
        for (const auto& ring : shape.polygons) {
            const std::size_t before = points.size();
            for (const GeoPoint p : ring) {
                const WorldPoint w = toWorld(p);
                if (points.size() == before || points.back() != w)
                    points.push_back(w);
            }
            if (points.size() > before + 1 && points.back() == points[before])
                points.pop_back();
            if (points.size() < before + 3) {
                points.resize(before);
                continue;
            }
            for (std::size_t p = before; p < points.size(); ++p)
                area.box.include(points[p]);
            index->m_rings.start.push_back(static_cast<std::uint32_t>(points.size()));
            ++area.ringCount;
        }
        if (area.ringCount > 0) {
            index->m_extent.include({area.box.minX, area.box.minY});
            index->m_extent.include({area.box.maxX, area.box.maxY});
            index->place(area);
        }
        index->m_areas.push_back(std::move(area));
    }

    index->weigh();
    std::array<std::vector<double>, mapAreaLevelCount> diagonals;
    for (const Area& a : index->m_areas)
        if (a.ringCount > 0)
            diagonals[static_cast<std::size_t>(a.level)].push_back(
                std::hypot(double(a.box.maxX - a.box.minX), double(a.box.maxY - a.box.minY)));
    for (std::size_t level = 0; level < diagonals.size(); ++level) {
        auto& d = diagonals[level];
        if (d.empty())
            continue;
        const auto middle = d.begin() + static_cast<std::ptrdiff_t>(d.size() / 2);
        std::ranges::nth_element(d, middle);
        index->m_diagonal[level] = *middle;
    }

    index->m_byCode.resize(index->m_areas.size());
    std::iota(index->m_byCode.begin(), index->m_byCode.end(), 0U);
    std::ranges::sort(index->m_byCode, {}, [&](std::uint32_t row) -> const std::string& { return index->m_areas[row].code; });
    index->fillBins();
    return index;
}

void AreaIndex::weigh()
{
    std::vector<MapAreaLevel> levels(m_rings.start.size() - 1);
    for (const Area& a : m_areas)
        std::fill_n(levels.begin() + a.firstRing, a.ringCount, a.level);
    SharedBorders shared = sharedBorders(m_rings.points, m_rings.start, levels);
    m_rings.drawnBefore = std::move(shared.drawnBefore);
    m_weights.reserve(m_rings.points.size());
    for (std::size_t r = 0; r < levels.size(); ++r) {
        const auto ring = m_rings.ring(static_cast<std::uint32_t>(r));
        const auto weights = vertexWeights(ring, std::span(shared.junction).subspan(m_rings.start[r], ring.size()));
        m_weights.insert(m_weights.end(), weights.begin(), weights.end());
    }
}

// The middle of the widest chord of seven scan lines, those near the middle of the box preferred.
void AreaIndex::place(Area& area) const
{
    double best = -1;
    const double height = double(area.box.maxY) - area.box.minY;
    std::vector<double> cuts;
    for (int line = 1; line <= 7; ++line) {
        const double y = area.box.minY + height * line / 8.0 + 0.5;
        cuts.clear();
        for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
            const auto ring = m_rings.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if ((ring[i].y > y) != (ring[j].y > y))
                    cuts.push_back(ring[i].x + (y - ring[i].y) * (double(ring[j].x) - ring[i].x) / (double(ring[j].y) - ring[i].y));
            }
        }
        std::ranges::sort(cuts);
        for (std::size_t i = 0; i + 1 < cuts.size(); i += 2) {
            const double width = cuts[i + 1] - cuts[i];
            const double score = width * (1.0 - 0.12 * std::abs(line - 4));
            if (score > best) {
                best = score;
                area.anchor = {clampWorld((cuts[i] + cuts[i + 1]) / 2), clampWorld(y)};
                area.anchorWidth = clampWorld(width);
            }
        }
    }
}

std::uint32_t AreaIndex::binOf(std::uint32_t value, std::uint32_t from, std::uint64_t span) const
{
    const std::uint64_t offset = value < from ? 0 : value - from;
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(offset * m_side / (span + 1), m_side - 1));
}

void AreaIndex::fillBins()
{
    m_side = std::clamp(static_cast<std::uint32_t>(std::sqrt(double(m_areas.size()))), 1U, 256U);
    std::vector<std::uint32_t> counts(std::size_t{m_side} * m_side + 1, 0);
    const auto each = [&](auto&& visit) {
        for (std::uint32_t row = 0; row < m_areas.size(); ++row) {
            const WorldBox& box = m_areas[row].box;
            if (m_areas[row].ringCount == 0)
                continue;
            const std::uint64_t w = m_extent.maxX - m_extent.minX;
            const std::uint64_t h = m_extent.maxY - m_extent.minY;
            for (auto y = binOf(box.minY, m_extent.minY, h); y <= binOf(box.maxY, m_extent.minY, h); ++y)
                for (auto x = binOf(box.minX, m_extent.minX, w); x <= binOf(box.maxX, m_extent.minX, w); ++x)
                    visit(std::size_t{y} * m_side + x, row);
        }
    };
    each([&](std::size_t bin, std::uint32_t) { ++counts[bin + 1]; });
    std::partial_sum(counts.begin(), counts.end(), counts.begin());
    m_binStart = counts;
    m_binRows.resize(counts.back());
    each([&](std::size_t bin, std::uint32_t row) { m_binRows[counts[bin]++] = row; });
}

std::optional<std::uint32_t> AreaIndex::rowOf(std::string_view code) const
{
    const auto at = std::ranges::lower_bound(m_byCode, code, {}, [&](std::uint32_t row) { return std::string_view(m_areas[row].code); });
    if (at == m_byCode.end() || m_areas[*at].code != code)
        return {};
    return *at;
}

std::vector<std::uint32_t> AreaIndex::rowsIn(const WorldBox& box) const
{
    std::vector<std::uint32_t> rows;
    if (m_extent.isEmpty() || !m_extent.intersects(box))
        return rows;
    const std::uint64_t w = m_extent.maxX - m_extent.minX;
    const std::uint64_t h = m_extent.maxY - m_extent.minY;
    const auto x0 = binOf(box.minX, m_extent.minX, w);
    const auto x1 = binOf(box.maxX, m_extent.minX, w);
    const auto y0 = binOf(box.minY, m_extent.minY, h);
    const auto y1 = binOf(box.maxY, m_extent.minY, h);
    for (auto y = y0; y <= y1; ++y) {
        const std::size_t first = m_binStart[std::size_t{y} * m_side + x0];
        const std::size_t last = m_binStart[std::size_t{y} * m_side + x1 + 1];
        for (std::size_t i = first; i < last; ++i)
            if (m_areas[m_binRows[i]].box.intersects(box))
                rows.push_back(m_binRows[i]);
    }
    // An area lies in several bins. Many rows are put in order by a list of all, few by themselves.
    constexpr std::size_t few = 64;
    if (rows.size() < few || rows.size() < m_areas.size() / few) {
        std::ranges::sort(rows);
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
    }
    std::vector<std::uint64_t> seen(m_areas.size() / 64 + 1, 0);
    for (const std::uint32_t row : rows)
        seen[row / 64] |= std::uint64_t{1} << (row % 64);
    rows.clear();
    for (std::size_t word = 0; word < seen.size(); ++word)
        for (std::uint64_t bits = seen[word]; bits != 0; bits &= bits - 1)
            rows.push_back(static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))));
    return rows;
}

bool AreaIndex::holds(const Area& area, WorldPoint place, const Rings& rings)
{
    if (!area.box.contains(place))
        return false;
    bool inside = false;
    for (std::uint32_t r = area.firstRing; r < area.firstRing + area.ringCount; ++r) {
        const auto ring = rings.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring[i].y > place.y) != (ring[j].y > place.y)
                && place.x < ring[i].x + (double(place.y) - ring[i].y) * (double(ring[j].x) - ring[i].x) / (double(ring[j].y) - ring[i].y))
                inside = !inside;
        }
    }
    return inside;
}

std::optional<std::uint32_t> AreaIndex::areaAt(WorldPoint place, MapAreaLevel deepest) const
{
    const auto rows = rowsIn({place.x, place.y, place.x, place.y});
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        if (m_areas[*row].level <= deepest && holds(m_areas[*row], place, m_rings))
            return *row;
    return {};
}

const AreaIndex::Rings& AreaIndex::rings(int zoom) const
{
    if (zoom > deepestSimplified)
        return m_rings;
    Simplified& simplified = m_simplified[static_cast<std::size_t>(std::max(zoom, 0))];
    std::call_once(simplified.once, [&] {
        const auto tolerance = static_cast<float>(0.5 / pixelScale(zoom));
        Rings& out = simplified.rings;
        out.start.reserve(m_rings.start.size());
        out.start.push_back(0);
        for (std::size_t r = 0; r + 1 < m_rings.start.size(); ++r) {
            for (std::size_t i = m_rings.start[r]; i < m_rings.start[r + 1]; ++i)
                if (m_weights[i] >= tolerance) {
                    out.points.push_back(m_rings.points[i]);
                    out.drawnBefore.push_back(m_rings.drawnBefore[i]);
                }
            out.start.push_back(static_cast<std::uint32_t>(out.points.size()));
        }
        out.points.shrink_to_fit();
        out.drawnBefore.shrink_to_fit();
    });
    return simplified.rings;
}

} // namespace griddesk
