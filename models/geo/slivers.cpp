// SPDX-License-Identifier: GPL-3.0-or-later
#include "polygonise.h"

#include "exact.h"
#include "metric.h"
#include "shapes.h"

#include <map>
#include <ranges>
#include <set>

namespace griddesk {
namespace {

/// Faces being joined into groups. A group is known by its lowest face.
class Merger {
public:
    Merger(const std::vector<Polygon>& faces, const SliverRule& rule) : m_rule(rule), m_groups(faces.size())
    {
        std::vector<std::pair<exact::Edge, std::size_t>> edges;
        for (std::size_t i = 0; i < faces.size(); ++i) {
            m_groups[i] = {{i}, areaM2(faces[i]), perimeterMetres(faces[i]), {}};
            exact::forEachEdge(faces[i], [&](GeoPoint a, GeoPoint b) { edges.emplace_back(exact::upward(a, b), i); });
        }
        std::ranges::sort(edges);
        for (std::size_t k = 1; k < edges.size(); ++k) {
            const auto& [edge, a] = edges[k - 1];
            const auto& [same, b] = edges[k];
            if (edge != same || a == b)
                continue;
            const double metres = distanceMetres({edge.x1, edge.y1}, {edge.x2, edge.y2});
            m_groups[a].shared[b] += metres;
            m_groups[b].shared[a] += metres;
        }
    }

    /// Members of every group that stays, in order of the lowest member.
    std::vector<std::vector<std::size_t>> run()
    {
        std::set<std::pair<double, std::size_t>> queue; // smallest first
        for (std::size_t i = 0; i < m_groups.size(); ++i)
            if (tooSmall(m_groups[i]))
                queue.emplace(m_groups[i].area, i);
        while (!queue.empty()) {
            const std::size_t sliver = queue.begin()->second;
            queue.erase(queue.begin());
            Group& small = m_groups[sliver];
            if (small.shared.empty()) {
                small.members.clear();
                continue;
            }
            const std::size_t target = longestSide(small);
            queue.erase({m_groups[target].area, target});
            join(sliver, target);
            if (tooSmall(m_groups[target]))
                queue.emplace(m_groups[target].area, target);
        }
        std::vector<std::vector<std::size_t>> result;
        for (Group& group : m_groups)
            if (!group.members.empty()) {
                std::ranges::sort(group.members);
                result.push_back(std::move(group.members));
            }
        std::ranges::sort(result);
        return result;
    }

private:
    struct Group {
        std::vector<std::size_t> members;
        double area = 0;
        double perimeter = 0;
        std::map<std::size_t, double> shared; ///< metres of border by neighbour
    };

    [[nodiscard]] bool tooSmall(const Group& g) const
    {
        return g.area < m_rule.minimumAreaM2 || (g.perimeter > 0 && 2 * g.area / g.perimeter < m_rule.minimumWidthM);
    }

    /// Of nearly equal sides the one towards the smallest group: else a row of strips would roll up into one.
    [[nodiscard]] std::size_t longestSide(const Group& g) const
    {
        const double longest = std::ranges::max(g.shared | std::views::values);
        std::size_t best = m_groups.size();
        for (const auto& [neighbour, metres] : g.shared)
            if (metres >= 0.95 * longest && (best == m_groups.size() || m_groups[neighbour].area < m_groups[best].area))
                best = neighbour;
        return best;
    }

    void join(std::size_t from, std::size_t into)
    {
        Group& a = m_groups[from];
        Group& b = m_groups[into];
        b.area += a.area;
        b.perimeter += a.perimeter - 2 * a.shared[into];
        b.members.insert(b.members.end(), a.members.begin(), a.members.end());
        for (const auto& [neighbour, metres] : a.shared) {
            m_groups[neighbour].shared.erase(from);
            if (neighbour != into) {
                m_groups[neighbour].shared[into] += metres;
                b.shared[neighbour] += metres;
            }
        }
        a = {};
    }

    SliverRule m_rule;
    std::vector<Group> m_groups;
};

} // namespace

Result<std::vector<Polygon>> mergeSlivers(std::vector<Polygon> faces, const SliverRule& rule)
{
    std::vector<Polygon> result;
    for (const std::vector<std::size_t>& members : Merger(faces, rule).run()) {
        if (members.size() == 1) {
            result.push_back(std::move(faces[members.front()]));
            continue;
        }
        std::vector<MultiPolygon> parts;
        for (const std::size_t i : members)
            parts.push_back({faces[i]});
        auto whole = unite(parts);
        if (!whole)
            return std::unexpected(whole.error());
        for (Polygon& polygon : *whole)
            result.push_back(std::move(polygon));
    }
    return result;
}

} // namespace griddesk
