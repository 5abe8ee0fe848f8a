// SPDX-License-Identifier: GPL-3.0-or-later
#include "polygonise.h"

#include "exact.h"
#include "geosbridge.h"
#include "metric.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <map>
#include <optional>

namespace griddesk {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;
// Doubles hold 1e-7 degrees exactly, and the tree's own arithmetic on boxes does not overflow.
using TreePoint = bg::model::point<double, 2, bg::cs::cartesian>;
using TreeBox = bg::model::box<TreePoint>;

TreeBox treeBox(const Box& b) { return {{double(b.minLonE7), double(b.minLatE7)}, {double(b.maxLonE7), double(b.maxLatE7)}}; }

/// Finds which of the given lines a piece of border came from.
class LineFinder {
public:
    explicit LineFinder(std::span<const Polyline> lines)
    {
        std::vector<std::pair<TreeBox, std::uint32_t>> boxes;
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (std::size_t k = 1; k < lines[i].size(); ++k) {
                const GeoPoint ends[] = {lines[i][k - 1], lines[i][k]};
                const Box box = boundingBox(ends);
                boxes.emplace_back(treeBox(box), static_cast<std::uint32_t>(m_pieces.size()));
                m_pieces.push_back({i, ends[0], ends[1]});
            }
        m_tree = Tree(boxes.begin(), boxes.end());
    }

    /// The line nearest to `p`, the first of equals, if within 0.2 m: noding moves a border by a few 1e-7 degrees.
    [[nodiscard]] std::optional<std::size_t> at(GeoPoint p) const
    {
        constexpr double kReach = 0.2;
        const Box box = Box{p.lonE7, p.latE7, p.lonE7, p.latE7}.grown(kReach);
        std::optional<std::pair<double, std::size_t>> best;
        for (auto it = m_tree.qbegin(bgi::intersects(treeBox(box))); it != m_tree.qend(); ++it) {
            const Piece& piece = m_pieces[it->second];
            const std::pair candidate{distanceMetres(p, piece.a, piece.b), piece.line};
            if (candidate.first <= kReach && (!best || candidate < *best))
                best = candidate;
        }
        return best ? std::optional(best->second) : std::nullopt;
    }

private:
    using Tree = bgi::rtree<std::pair<TreeBox, std::uint32_t>, bgi::rstar<16>>;
    struct Piece {
        std::size_t line;
        GeoPoint a;
        GeoPoint b;
    };
    std::vector<Piece> m_pieces;
    Tree m_tree;
};

} // namespace

Result<std::vector<Polygon>> polygonise(std::span<const Polyline> lines)
{
    std::size_t points = 0;
    for (const Polyline& line : lines)
        points += line.size();
    if (points > kMaxLinePoints)
        return fail(ErrorCode::LimitExceeded, "more than 5 000 000 points in the lines");
    Geos geos;
    const GeosGeometry all = geos.lines(lines);
    // Snap rounding to whole units: every crossing becomes a representable corner of all lines through it.
    const GeosGeometry noded = all ? geos.own(GEOSUnaryUnionPrec_r(geos.context(), all.get(), 1.0)) : geos.own(nullptr);
    if (!noded)
        return geos.failure("noding");
    const GEOSGeometry* const input[] = {noded.get()};
    const GeosGeometry faces = geos.own(GEOSPolygonize_r(geos.context(), input, 1));
    if (!faces)
        return geos.failure("polygonise");
    return geos.polygons(faces.get());
}

Result<std::vector<Block>> cutBlocks(std::span<const Polyline> centreLines, const SliverRule& rule)
{
    const auto faces = polygonise(centreLines);
    if (!faces)
        return std::unexpected(faces.error());
    auto merged = mergeSlivers(*faces, rule);
    if (!merged)
        return std::unexpected(merged.error());

    const LineFinder finder(centreLines);
    std::vector<Block> blocks;
    for (Polygon& shape : *merged) {
        std::map<std::size_t, double> metres;
        exact::forEachEdge(shape.outer, [&](GeoPoint a, GeoPoint b) {
            const GeoPoint middle{static_cast<std::int32_t>((std::int64_t{a.lonE7} + b.lonE7) / 2),
                                  static_cast<std::int32_t>((std::int64_t{a.latE7} + b.latE7) / 2)};
            if (const auto line = finder.at(middle))
                metres[*line] += distanceMetres(a, b);
        });
        Block block{std::move(shape), {}};
        for (const auto& [line, length] : metres)
            block.sides.push_back({line, length});
        std::ranges::stable_sort(block.sides, std::greater{}, &Block::Side::metres);
        blocks.push_back(std::move(block));
    }
    return blocks;
}

} // namespace griddesk
