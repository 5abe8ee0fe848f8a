// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology.h"

#include "cellindex.h"
#include "geosbridge.h"
#include "metric.h"
#include "shapes.h"

#include <map>

namespace griddesk {
namespace {

using Kind = TopologyProblem::Kind;

class Check {
public:
    Check(std::span<const CodedShape> cells, const TopologyRule& rule) : m_cells(cells), m_rule(rule) {}

    Result<std::vector<TopologyProblem>> run()
    {
        findInvalid();
        findDuplicates();
        auto index = CellIndex::build(m_shapes);
        if (!index)
            return std::unexpected(index.error());
        if (auto done = findOverlaps(*index); !done)
            return std::unexpected(done.error());
        if (auto done = findGaps(*index); !done)
            return std::unexpected(done.error());
        findSlivers();
        std::ranges::stable_sort(m_problems, {}, [](const TopologyProblem& p) { return std::pair(p.kind, p.indices); });
        return std::move(m_problems);
    }

private:
    void findInvalid()
    {
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const MultiPolygon& shape = m_cells[i].shape;
            if (shape.empty()) {
                m_problems.push_back({Kind::Invalid, {i}, {}, 0, "empty"});
                m_shapes.emplace_back();
            } else if (const auto why = invalidity(shape)) {
                m_problems.push_back({Kind::Invalid, {i}, why->place, areaM2(shape), why->reason});
                m_shapes.push_back(makeValid(shape).value_or(MultiPolygon{}));
            } else {
                m_shapes.push_back(shape);
            }
        }
    }

    void findDuplicates()
    {
        std::map<std::string_view, std::vector<std::size_t>> byCode;
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            byCode[m_cells[i].code].push_back(i);
        for (const auto& [code, indices] : byCode)
            if (indices.size() > 1)
                m_problems.push_back({Kind::DuplicateCode, indices, centroid(m_shapes[indices[1]]), areaM2(m_shapes[indices[1]]), std::string(code)});
    }

    /// Cells with an edge that is not matched corner by corner: all others cannot overlap anything.
    Result<std::vector<bool>> suspects()
    {
        Geos geos;
        std::vector<GeosGeometry> parts;
        std::vector<std::size_t> cellOf;
        for (std::size_t i = 0; i < m_shapes.size(); ++i)
            if (!m_shapes[i].empty()) {
                parts.push_back(geos.shape(m_shapes[i]));
                cellOf.push_back(i);
            }
        std::vector<bool> suspect(m_shapes.size(), false);
        const GeosGeometry all = geos.collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
        if (!all)
            return geos.failure("coverage check");
        GEOSGeometry* marked = nullptr;
        const int state = GEOSCoverageIsValid_r(geos.context(), all.get(), 0, &marked);
        const GeosGeometry edges = geos.own(marked);
        if (state == 1)
            return suspect;
        if (state != 0 || !edges || GEOSGetNumGeometries_r(geos.context(), edges.get()) != static_cast<int>(cellOf.size()))
            return geos.failure("coverage check");
        for (std::size_t k = 0; k < cellOf.size(); ++k)
            suspect[cellOf[k]] = GEOSisEmpty_r(geos.context(), GEOSGetGeometryN_r(geos.context(), edges.get(), static_cast<int>(k))) == 0;
        return suspect;
    }

    Result<void> findOverlaps(const CellIndex& index)
    {
        const auto suspect = suspects();
        if (!suspect)
            return std::unexpected(suspect.error());
        for (std::size_t a = 0; a < m_shapes.size(); ++a)
            for (const std::size_t b : index.within(boundingBox(m_shapes[a]))) {
                if (b <= a || !((*suspect)[a] || (*suspect)[b]))
                    continue;
                const auto common = intersection(m_shapes[a], m_shapes[b]);
                if (!common)
                    return std::unexpected(common.error());
                if (const double area = areaM2(*common); area > m_rule.toleranceM2)
                    m_problems.push_back({Kind::Overlap, {a, b}, pointOnSurface(*common).value_or(centroid(*common)), area, {}});
            }
        return {};
    }

    Result<void> findGaps(const CellIndex& index)
    {
        const auto whole = unite(m_shapes);
        if (!whole)
            return std::unexpected(whole.error());
        for (const Polygon& part : *whole)
            for (const Ring& hole : part.holes) {
                const MultiPolygon gap{{hole, {}}};
                const double area = areaM2(gap);
                if (area <= m_rule.toleranceM2)
                    continue;
                // An island of other cells inside a ring of cells is no gap where the island fills it.
                double filled = 0;
                std::vector<std::size_t> around;
                for (const std::size_t i : index.within(boundingBox(gap))) {
                    if (const auto inside = intersection(m_shapes[i], gap))
                        filled += areaM2(*inside);
                    for (const GeoPoint corner : hole)
                        if (distanceMetres(corner, m_shapes[i]) < 0.05) {
                            around.push_back(i);
                            break;
                        }
                }
                if (area - filled > m_rule.toleranceM2)
                    m_problems.push_back({Kind::Gap, around, pointOnSurface(gap).value_or(centroid(gap)), area - filled, {}});
            }
        return {};
    }

    void findSlivers()
    {
        for (std::size_t i = 0; i < m_shapes.size(); ++i) {
            if (m_shapes[i].empty())
                continue;
            const double area = areaM2(m_shapes[i]);
            const double perimeter = perimeterMetres(m_shapes[i]);
            if (area < m_rule.sliverAreaM2 || (perimeter > 0 && 2 * area / perimeter < m_rule.sliverWidthM))
                m_problems.push_back({Kind::Sliver, {i}, pointOnSurface(m_shapes[i]).value_or(centroid(m_shapes[i])), area, {}});
        }
    }

    std::span<const CodedShape> m_cells;
    TopologyRule m_rule;
    std::vector<MultiPolygon> m_shapes; ///< valid, or empty
    std::vector<TopologyProblem> m_problems;
};

} // namespace

Result<std::vector<TopologyProblem>> checkTopology(std::span<const CodedShape> cells, const TopologyRule& rule) { return Check(cells, rule).run(); }

} // namespace griddesk
