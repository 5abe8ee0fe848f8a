// SPDX-License-Identifier: GPL-3.0-or-later
#include "cellindex.h"

#include "cellraster.h"
#include "exact.h"
#include "metric.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <string>

namespace griddesk {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;
// Doubles hold 1e-7 degrees exactly, and the tree's own arithmetic on boxes does not overflow.
using TreePoint = bg::model::point<double, 2, bg::cs::cartesian>;
using TreeBox = bg::model::box<TreePoint>;
using TreeItem = std::pair<TreeBox, std::uint32_t>;
using Tree = bgi::rtree<TreeItem, bgi::rstar<16>>;

/// Bins per cell: more bins are more often wholly inside a cell, fewer stay in the cache. Measured with tests/bench/geo_bench.
constexpr std::size_t kBinsPerCell = 96;
constexpr std::size_t kMinBins = 1024;
constexpr std::size_t kMaxBins = 8'000'000;

TreeBox treeBox(const Box& b) { return {{double(b.minLonE7), double(b.minLatE7)}, {double(b.maxLonE7), double(b.maxLatE7)}}; }

} // namespace

struct CellIndex::Parts {
    std::vector<MultiPolygon> cells;
    CellRaster raster;
    Tree tree;

    [[nodiscard]] std::vector<std::size_t> candidates(const Box& box) const
    {
        std::vector<std::size_t> found;
        if (box.isEmpty())
            return found;
        for (auto it = tree.qbegin(bgi::intersects(treeBox(box))); it != tree.qend(); ++it)
            found.push_back(it->second);
        std::ranges::sort(found);
        return found;
    }
};

CellIndex::CellIndex() : m_parts(std::make_unique<Parts>()) {}
CellIndex::CellIndex(CellIndex&&) noexcept = default;
CellIndex& CellIndex::operator=(CellIndex&&) noexcept = default;
CellIndex::~CellIndex() = default;

Result<CellIndex> CellIndex::build(std::vector<MultiPolygon> cells)
{
    if (cells.size() > kMaxCells)
        return fail(ErrorCode::LimitExceeded, "more than 1 000 000 cells");
    constexpr Box kEarth{-1'800'000'000, -900'000'000, 1'800'000'000, 900'000'000};
    std::size_t corners = 0;
    std::vector<TreeItem> boxes;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        for (const Polygon& part : cells[i]) {
            bool onEarth = true;
            exact::forEachRing(part, [&](const Ring& ring) {
                corners += ring.size();
                onEarth = onEarth && std::ranges::all_of(ring, [&](GeoPoint p) { return kEarth.contains(p); });
            });
            if (!onEarth)
                return fail(ErrorCode::GeometryInvalid, "a coordinate is outside the earth", std::to_string(i));
        }
        if (const Box box = boundingBox(cells[i]); !box.isEmpty())
            boxes.emplace_back(treeBox(box), static_cast<std::uint32_t>(i));
    }
    if (corners > kMaxCorners)
        return fail(ErrorCode::LimitExceeded, "more than 20 000 000 corners");

    CellIndex index;
    Parts& parts = *index.m_parts;
    parts.cells = std::move(cells);
    parts.raster = CellRaster(parts.cells, std::clamp(parts.cells.size() * kBinsPerCell, kMinBins, kMaxBins));
    parts.tree = Tree(boxes.begin(), boxes.end());
    return index;
}

std::optional<std::size_t> CellIndex::locate(GeoPoint p) const noexcept
{
    const std::uint32_t cell = m_parts->raster.locate(p);
    if (cell < CellRaster::kCrowded)
        return cell;
    if (cell == CellRaster::kNone)
        return std::nullopt;
    // Too many candidates for a raster record (very uneven or heavily overlapping cells): ask the tree, same rule.
    std::optional<std::size_t> lowest;
    const TreePoint at(p.lonE7, p.latE7);
    for (auto it = m_parts->tree.qbegin(bgi::intersects(at)); it != m_parts->tree.qend(); ++it)
        if ((!lowest || it->second < *lowest) && contains(m_parts->cells[it->second], p))
            lowest = it->second;
    return lowest;
}

std::optional<CellIndex::Near> CellIndex::nearest(GeoPoint p, double maxMetres) const
{
    if (const auto owner = locate(p))
        return Near{*owner, 0};
    if (!(maxMetres >= 0))
        return std::nullopt;
    std::optional<Near> best;
    const Box here{p.lonE7, p.latE7, p.lonE7, p.latE7};
    for (const std::size_t i : m_parts->candidates(here.grown(maxMetres)))
        if (const double metres = distanceMetres(p, m_parts->cells[i]); metres <= maxMetres && (!best || metres < best->metres))
            best = Near{i, metres};
    return best;
}

std::vector<std::size_t> CellIndex::neighbours(std::size_t i) const
{
    std::vector<std::size_t> result;
    if (i >= size())
        return result;
    const Box own = boundingBox(m_parts->cells[i]);
    const auto edgesIn = [this](std::size_t cell, const Box& box) {
        std::vector<exact::Edge> edges;
        exact::forEachEdge(m_parts->cells[cell], [&](GeoPoint a, GeoPoint b) {
            const GeoPoint ends[] = {a, b};
            if (boundingBox(ends).intersects(box))
                edges.push_back(exact::upward(a, b));
        });
        return edges;
    };
    for (const std::size_t other : m_parts->candidates(own)) {
        if (other == i)
            continue;
        const std::vector<exact::Edge> mine = edgesIn(i, boundingBox(m_parts->cells[other]));
        const std::vector<exact::Edge> theirs = edgesIn(other, own);
        const bool shared = std::ranges::any_of(mine, [&](const exact::Edge& a) {
            return std::ranges::any_of(theirs, [&](const exact::Edge& b) { return exact::shareLength(a, b); });
        });
        if (shared)
            result.push_back(other);
    }
    return result;
}

std::vector<std::size_t> CellIndex::within(const Box& box) const { return m_parts->candidates(box); }
std::size_t CellIndex::size() const noexcept { return m_parts->cells.size(); }
const std::vector<MultiPolygon>& CellIndex::cells() const noexcept { return m_parts->cells; }
std::size_t CellIndex::memoryBytes() const noexcept { return m_parts->raster.memoryBytes(); }

} // namespace griddesk
