// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseindex.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace griddesk {

namespace {

constexpr std::size_t maxLabelBytes = 24;
/// Up to this many cases of a square are looked at one by one for room.
constexpr std::uint32_t maxApart = 12;
constexpr double apartPixels = 20;

std::uint64_t spread(std::uint32_t v)
{
    std::uint64_t x = v;
    x = (x | (x << 16)) & 0x0000ffff0000ffffU;
    x = (x | (x << 8)) & 0x00ff00ff00ff00ffU;
    x = (x | (x << 4)) & 0x0f0f0f0f0f0f0f0fU;
    x = (x | (x << 2)) & 0x3333333333333333U;
    return (x | (x << 1)) & 0x5555555555555555U;
}

std::uint32_t gather(std::uint64_t x)
{
    x &= 0x5555555555555555U;
    x = (x | (x >> 1)) & 0x3333333333333333U;
    x = (x | (x >> 2)) & 0x0f0f0f0f0f0f0f0fU;
    x = (x | (x >> 4)) & 0x00ff00ff00ff00ffU;
    x = (x | (x >> 8)) & 0x0000ffff0000ffffU;
    return static_cast<std::uint32_t>(x | (x >> 16));
}

std::uint64_t morton(WorldPoint p) { return spread(p.x) | (spread(p.y) << 1); }
WorldPoint unmorton(std::uint64_t code) { return {gather(code), gather(code >> 1)}; }

std::uint8_t packSigns(CaseSigns s)
{
    return static_cast<std::uint8_t>(static_cast<unsigned>(s.stage) | (static_cast<unsigned>(s.lamp) << 3)
                                     | (static_cast<unsigned>(s.urgency) << 5) | (s.supervised ? 0x80U : 0U));
}

CaseSigns unpackSigns(std::uint8_t v)
{
    return {static_cast<MapStage>(v & 7), static_cast<MapLamp>((v >> 3) & 3), static_cast<MapUrgency>((v >> 5) & 3), (v & 0x80) != 0};
}

/// Cuts between characters of UTF-8.
std::string_view shortened(std::string_view text)
{
    if (text.size() <= maxLabelBytes)
        return text;
    std::size_t n = maxLabelBytes;
    while (n > 0 && (static_cast<unsigned char>(text[n]) & 0xc0) == 0x80)
        --n;
    return text.substr(0, n);
}

/// Shift from world units to squares of 64 pixels.
int cellShift(int zoom) { return 24 - zoom + 6; }

constexpr double clusterRadiusAtMost = 26;
constexpr double clusterGap = 4;
constexpr double singleRadius = 13;
constexpr int joinRounds = 2;
/// A round looks at the neighbours of neighbours.
constexpr double joinReach = joinRounds * 2 * (2 * clusterRadiusAtMost + clusterGap);

/// How near two marks may come, pixels.
double roomFor(double radius, bool cluster, double otherRadius, bool otherCluster)
{
    return cluster && otherCluster ? radius + otherRadius + clusterGap : cluster || otherCluster ? radius + otherRadius : apartPixels;
}

DrawnMark joined(DrawnMark a, const DrawnMark& b)
{
    a.more = a.runs();
    const auto others = b.runs();
    a.more.insert(a.more.end(), others.begin(), others.end());
    const double all = double(a.count) + b.count;
    a.x = (a.x * a.count + b.x * b.count) / all;
    a.y = (a.y * a.count + b.y * b.count) / all;
    a.count += b.count;
    for (std::size_t i = 0; i < a.lamps.size(); ++i)
        a.lamps[i] += b.lamps[i];
    a.critical = a.critical || b.critical;
    return a;
}

/// Joins every two marks that touch and are nearest to each other: a rule that looks no further than a few marks, so
/// that it gives the same wherever a tile ends.
void joinTouching(std::vector<DrawnMark>& marks, double unit)
{
    std::ranges::sort(marks, {}, [](const DrawnMark& m) { return std::tuple(m.y, m.x, m.first); });
    constexpr std::size_t none = ~std::size_t{0};
    struct Near {
        double distance = 0;
        std::size_t other = none;
    };
    std::vector<Near> nearest(marks.size());
    std::vector<double> radii(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i)
        radii[i] = marks[i].radius();
    const auto offer = [&](std::size_t to, std::size_t other, double distance) {
        Near& n = nearest[to];
        if (n.other == none || std::pair(distance, marks[other].first) < std::pair(n.distance, marks[n.other].first))
            n = {distance, other};
    };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        for (std::size_t j = i + 1; j < marks.size() && marks[j].y - marks[i].y < (2 * clusterRadiusAtMost + clusterGap) * unit; ++j) {
            const double distance = std::hypot(marks[i].x - marks[j].x, marks[i].y - marks[j].y);
            if (distance >= roomFor(radii[i], marks[i].isCluster(), radii[j], marks[j].isCluster()) * unit)
                continue;
            offer(i, j, distance);
            offer(j, i, distance);
        }
    }
    std::vector<DrawnMark> out;
    out.reserve(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::size_t other = nearest[i].other;
        const bool mutual = other != none && nearest[other].other == i;
        if (!mutual)
            out.push_back(std::move(marks[i]));
        else if (i < other)
            out.push_back(joined(std::move(marks[i]), marks[other]));
    }
    marks = std::move(out);
}

} // namespace

// 15 for two cases, growing by the power of ten.
double DrawnMark::radius() const noexcept
{
    return isCluster() ? std::min(15.0 + 2.6 * std::log10(count / 2.0), clusterRadiusAtMost) : singleRadius;
}

void CaseIndex::Builder::reserve(std::size_t count)
{
    m_ids.reserve(count);
    m_codes.reserve(count);
    m_signs.reserve(count);
    m_labelStart.reserve(count + 1);
}

void CaseIndex::Builder::add(std::string_view id, GeoPoint place, CaseSigns signs, std::string_view label)
{
    m_ids.append(id);
    m_codes.push_back(morton(toWorld(place)));
    m_signs.push_back(packSigns(signs));
    m_labelStart.push_back(static_cast<std::uint32_t>(m_labels.size()));
    m_labels += shortened(label);
}

void CaseIndex::Builder::addFrom(const CaseIndex& old, const std::function<bool(const std::string& id)>& keep)
{
    for (std::uint32_t row = 0; row < old.size(); ++row) {
        const std::string id = old.id(row);
        if (!keep(id))
            continue;
        m_ids.append(id);
        m_codes.push_back(old.m_codes[row]);
        m_signs.push_back(old.m_signs[row]);
        m_labelStart.push_back(static_cast<std::uint32_t>(m_labels.size()));
        m_labels += old.label(row);
    }
}

std::shared_ptr<const CaseIndex> CaseIndex::Builder::build(const PaintCancel& cancel) &&
{
    std::vector<std::uint32_t> order(m_codes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return m_codes[row]; });
    if (cancel.isCancelled())
        return nullptr;

    std::shared_ptr<CaseIndex> index(new CaseIndex);
    const std::size_t n = order.size();
    m_labelStart.push_back(static_cast<std::uint32_t>(m_labels.size()));
    index->m_codes.reserve(n);
    index->m_signs.reserve(n);
    index->m_labelStart.reserve(n + 1);
    index->m_labels.reserve(m_labels.size());
    index->m_sums.reserve(n / block + 1);
    Sums sums;
    for (std::size_t i = 0; i < n; ++i) {
        const std::uint32_t row = order[i];
        if (i % block == 0)
            index->m_sums.push_back(sums);
        const WorldPoint p = unmorton(m_codes[row]);
        sums.add(p, unpackSigns(m_signs[row]));
        index->m_extent.include(p);
        index->m_codes.push_back(m_codes[row]);
        index->m_signs.push_back(m_signs[row]);
        index->m_labelStart.push_back(static_cast<std::uint32_t>(index->m_labels.size()));
        index->m_labels.append(m_labels, m_labelStart[row], m_labelStart[row + 1] - m_labelStart[row]);
    }
    index->m_labelStart.push_back(static_cast<std::uint32_t>(index->m_labels.size()));
    if (cancel.isCancelled())
        return nullptr;
    index->m_ids = std::move(m_ids);
    index->m_ids.reorder(order);
    index->m_ids.makeLookup();
    return index;
}

void CaseIndex::Sums::add(WorldPoint p, CaseSigns signs)
{
    x += p.x;
    y += p.y;
    ++lamps[static_cast<std::size_t>(signs.lamp)];
    if (signs.urgency == MapUrgency::Critical && signs.stage != MapStage::Closed)
        ++critical;
}

CaseSigns CaseIndex::signs(std::uint32_t row) const { return unpackSigns(m_signs[row]); }

WorldPoint CaseIndex::place(std::uint32_t row) const { return unmorton(m_codes[row]); }

std::string_view CaseIndex::label(std::uint32_t row) const
{
    return std::string_view(m_labels).substr(m_labelStart[row], m_labelStart[row + 1] - m_labelStart[row]);
}

std::optional<std::uint32_t> CaseIndex::rowOf(std::string_view id) const
{
    const auto row = m_ids.rowOf(id);
    return row < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(row));
}

CaseIndex::Sums CaseIndex::sumTo(std::uint32_t row) const
{
    if (row == 0)
        return {};
    // A row at the end of the last, full block has no entry of its own.
    const std::uint32_t from = std::min<std::uint32_t>(row / block, static_cast<std::uint32_t>(m_sums.size() - 1));
    Sums sums = m_sums[from];
    for (std::uint32_t i = from * block; i < row; ++i)
        sums.add(place(i), signs(i));
    return sums;
}

DrawnMark CaseIndex::cluster(std::uint32_t first, std::uint32_t count) const
{
    const Sums before = sumTo(first);
    const Sums after = sumTo(first + count);
    DrawnMark mark{first, count, double(after.x - before.x) / count, double(after.y - before.y) / count, {}, after.critical > before.critical, {}};
    for (std::size_t i = 0; i < mark.lamps.size(); ++i)
        mark.lamps[i] = after.lamps[i] - before.lamps[i];
    return mark;
}

bool CaseIndex::areApart(std::uint32_t first, std::uint32_t count, double distance) const
{
    std::array<WorldPoint, maxApart> places{};
    for (std::uint32_t i = 0; i < count; ++i) {
        places[i] = place(first + i);
        for (std::uint32_t j = 0; j < i; ++j)
            if (std::hypot(double(places[i].x) - places[j].x, double(places[i].y) - places[j].y) < distance)
                return false;
    }
    return true;
}

void CaseIndex::addBrick(std::vector<DrawnMark>& out, std::uint32_t first, std::uint32_t count, double apart) const
{
    if (count > maxApart || !areApart(first, count, apart)) {
        out.push_back(cluster(first, count));
        return;
    }
    for (std::uint32_t i = first; i < first + count; ++i) {
        const WorldPoint p = place(i);
        const CaseSigns s = signs(i);
        DrawnMark mark{i, 1, double(p.x), double(p.y), {}, s.urgency == MapUrgency::Critical && s.stage != MapStage::Closed, {}};
        mark.lamps[static_cast<std::size_t>(s.lamp)] = 1;
        out.push_back(std::move(mark));
    }
}

std::vector<DrawnMark> CaseIndex::marks(const WorldBox& box, int zoom) const
{
    std::vector<DrawnMark> out;
    if (m_codes.empty() || box.isEmpty() || !m_extent.intersects(box))
        return out;
    const int shift = cellShift(zoom);
    const double unit = std::ldexp(1.0, 24 - zoom);
    // What a mark becomes depends on its neighbours, so those round the box are looked at too; but never more bricks
    // than the cases' own extent has.
    const double grow = joinReach * unit;
    const std::uint32_t x0 = (std::max(clampWorld(box.minX - grow), m_extent.minX) >> shift) & ~1U;
    const std::uint32_t x1 = std::min(clampWorld(box.maxX + grow), m_extent.maxX) >> shift;
    const std::uint32_t y0 = std::max(clampWorld(box.minY - grow), m_extent.minY) >> shift;
    const std::uint32_t y1 = std::min(clampWorld(box.maxY + grow), m_extent.maxY) >> shift;
    for (std::uint32_t y = y0; y <= y1; ++y) {
        for (std::uint32_t x = x0; x <= x1; x += 2) {
            const std::uint64_t low = morton({x, y}) << (2 * shift);
            const std::uint64_t high = low + ((std::uint64_t{2} << (2 * shift)) - 1);
            const auto begin = std::ranges::lower_bound(m_codes, low);
            if (begin == m_codes.end() || *begin > high)
                continue;
            const auto end = std::upper_bound(begin, m_codes.end(), high);
            addBrick(out, static_cast<std::uint32_t>(begin - m_codes.begin()), static_cast<std::uint32_t>(end - begin), apartPixels * unit);
        }
    }
    for (int round = 0; round < joinRounds; ++round)
        joinTouching(out, unit);
    std::erase_if(out, [&](const DrawnMark& m) { return m.x < box.minX || m.x > box.maxX || m.y < box.minY || m.y > box.maxY; });
    return out;
}

std::vector<std::uint32_t> CaseIndex::rowsIn(const WorldBox& box, std::size_t cap) const
{
    std::vector<std::uint32_t> rows;
    if (m_codes.empty() || box.isEmpty() || !m_extent.intersects(box))
        return rows;
    // Down the implied quad tree: squares outside are skipped, squares inside are taken whole.
    struct Square {
        std::uint64_t code;
        int level; ///< side is 2^level units
    };
    std::vector<Square> open{{0, 32}};
    while (!open.empty() && rows.size() < cap) {
        const Square s = open.back();
        open.pop_back();
        const std::uint64_t last = s.level == 32 ? ~std::uint64_t{0} : s.code | ((std::uint64_t{1} << (2 * s.level)) - 1);
        const auto begin = std::ranges::lower_bound(m_codes, s.code);
        if (begin == m_codes.end() || *begin > last)
            continue;
        const WorldPoint a = unmorton(s.code);
        const WorldPoint b = unmorton(last);
        if (!box.intersects({a.x, a.y, b.x, b.y}))
            continue;
        const auto end = std::upper_bound(begin, m_codes.end(), last);
        if ((box.contains(a) && box.contains(b)) || end - begin <= 16 || s.level == 0) {
            for (auto i = begin; i != end && rows.size() < cap; ++i)
                if (box.contains(unmorton(*i)))
                    rows.push_back(static_cast<std::uint32_t>(i - m_codes.begin()));
            continue;
        }
        const std::uint64_t step = std::uint64_t{1} << (2 * (s.level - 1));
        for (std::uint64_t quarter = 4; quarter-- > 0;)
            open.push_back({s.code + quarter * step, s.level - 1});
    }
    return rows;
}

WorldBox CaseIndex::boxOf(std::uint32_t first, std::uint32_t count) const
{
    WorldBox box;
    for (std::uint32_t i = first; i < first + count; ++i)
        box.include(place(i));
    return box;
}

} // namespace griddesk
