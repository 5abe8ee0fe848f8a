// SPDX-License-Identifier: GPL-3.0-or-later
#include "partition.h"

#include "metric.h"

#include <limits>
#include <numeric>

namespace griddesk {
namespace {

constexpr std::size_t kFree = std::numeric_limits<std::size_t>::max();
constexpr int kReseeds = 24;

class Partition {
public:
    Partition(const std::vector<PartitionCell>& cells, std::size_t groups) : m_cells(cells), m_groups(groups) {}

    std::vector<std::size_t> run()
    {
        std::vector<std::size_t> seeds = farApart();
        std::vector<std::size_t> best;
        double bestSpread = std::numeric_limits<double>::infinity();
        for (int round = 0; round < kReseeds; ++round) {
            std::vector<std::size_t> groupOf = grow(seeds);
            balance(groupOf);
            if (const double s = spread(groupOf); s < bestSpread) {
                bestSpread = s;
                best = groupOf;
            }
            std::vector<std::size_t> next = middles(groupOf);
            if (next == seeds)
                break;
            seeds = std::move(next);
        }
        return best;
    }

private:
    std::vector<std::size_t> farApart() const
    {
        std::vector<double> distance(m_cells.size(), std::numeric_limits<double>::infinity());
        std::vector<std::size_t> seeds;
        std::size_t next = 0;
        for (std::size_t i = 1; i < m_cells.size(); ++i) // begin at the north-west end
            if (m_cells[i].place.lonE7 - m_cells[i].place.latE7 < m_cells[next].place.lonE7 - m_cells[next].place.latE7)
                next = i;
        while (seeds.size() < m_groups) {
            seeds.push_back(next);
            for (std::size_t i = 0; i < m_cells.size(); ++i)
                distance[i] = i == next ? -1 : std::min(distance[i], distanceMetres(m_cells[i].place, m_cells[next].place));
            next = static_cast<std::size_t>(std::ranges::max_element(distance) - distance.begin());
        }
        return seeds;
    }

    std::vector<std::size_t> grow(const std::vector<std::size_t>& seeds) const
    {
        std::vector<std::size_t> groupOf(m_cells.size(), kFree);
        std::vector<double> weight(m_groups, 0);
        const auto give = [&](std::size_t cell, std::size_t group) {
            groupOf[cell] = group;
            weight[group] += m_cells[cell].weight;
        };
        for (std::size_t g = 0; g < m_groups; ++g)
            give(seeds[g], g);
        std::vector<bool> closed(m_groups, false);
        for (;;) {
            std::size_t lightest = kFree;
            for (std::size_t g = 0; g < m_groups; ++g)
                if (!closed[g] && (lightest == kFree || weight[g] < weight[lightest]))
                    lightest = g;
            if (lightest == kFree)
                break;
            std::size_t nearest = kFree;
            double distance = std::numeric_limits<double>::infinity();
            for (std::size_t i = 0; i < m_cells.size(); ++i)
                if (groupOf[i] == kFree && touches(i, lightest, groupOf))
                    if (const double d = distanceMetres(m_cells[i].place, m_cells[seeds[lightest]].place); d < distance) {
                        distance = d;
                        nearest = i;
                    }
            if (nearest == kFree)
                closed[lightest] = true;
            else
                give(nearest, lightest);
        }
        for (std::size_t i = 0; i < m_cells.size(); ++i) // islands without a seed join the nearest group
            if (groupOf[i] == kFree) {
                const auto at = std::ranges::min_element(seeds, {}, [&](std::size_t s) { return distanceMetres(m_cells[i].place, m_cells[s].place); });
                give(i, static_cast<std::size_t>(at - seeds.begin()));
            }
        return groupOf;
    }

    [[nodiscard]] bool touches(std::size_t cell, std::size_t group, const std::vector<std::size_t>& groupOf) const
    {
        return std::ranges::any_of(m_cells[cell].neighbours, [&](std::size_t n) { return n < groupOf.size() && groupOf[n] == group; });
    }

    /// Moves border cells to lighter neighbours while that evens the weights and keeps the giver in one piece.
    void balance(std::vector<std::size_t>& groupOf) const
    {
        std::vector<double> weight(m_groups, 0);
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            weight[groupOf[i]] += m_cells[i].weight;
        for (std::size_t moves = 0; moves < 4 * m_cells.size(); ++moves) {
            double bestGain = 0;
            std::size_t bestCell = kFree;
            std::size_t bestGroup = kFree;
            for (std::size_t i = 0; i < m_cells.size(); ++i)
                for (const std::size_t n : m_cells[i].neighbours) {
                    if (n >= groupOf.size() || groupOf[n] == groupOf[i])
                        continue;
                    const double w = m_cells[i].weight;
                    // How much the sum of squared weights falls.
                    const double gain = 2 * w * (weight[groupOf[i]] - weight[groupOf[n]] - w);
                    if (gain > bestGain && staysWhole(i, groupOf)) {
                        bestGain = gain;
                        bestCell = i;
                        bestGroup = groupOf[n];
                    }
                }
            if (bestCell == kFree)
                return;
            weight[groupOf[bestCell]] -= m_cells[bestCell].weight;
            weight[bestGroup] += m_cells[bestCell].weight;
            groupOf[bestCell] = bestGroup;
        }
    }

    /// Whether the group of `leaving` has other cells and they hang together without it.
    [[nodiscard]] bool staysWhole(std::size_t leaving, const std::vector<std::size_t>& groupOf) const
    {
        const std::size_t group = groupOf[leaving];
        std::vector<bool> seen(m_cells.size(), false);
        std::vector<std::size_t> open;
        const auto total = static_cast<std::size_t>(std::ranges::count(groupOf, group)) - 1;
        for (std::size_t i = 0; i < m_cells.size() && open.empty(); ++i)
            if (i != leaving && groupOf[i] == group)
                open.push_back(i);
        if (open.empty())
            return false;
        seen[open.front()] = true;
        std::size_t reached = 0;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            ++reached;
            for (const std::size_t n : m_cells[at].neighbours)
                if (n < seen.size() && n != leaving && !seen[n] && groupOf[n] == group) {
                    seen[n] = true;
                    open.push_back(n);
                }
        }
        return reached == total;
    }

    [[nodiscard]] double spread(const std::vector<std::size_t>& groupOf) const
    {
        std::vector<double> weight(m_groups, 0);
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            weight[groupOf[i]] += m_cells[i].weight;
        const auto [low, high] = std::ranges::minmax(weight);
        return high - low;
    }

    /// The cell nearest to the weighted middle of each group.
    [[nodiscard]] std::vector<std::size_t> middles(const std::vector<std::size_t>& groupOf) const
    {
        std::vector<std::size_t> result;
        for (std::size_t g = 0; g < m_groups; ++g) {
            double sum = 0;
            double x = 0;
            double y = 0;
            for (std::size_t i = 0; i < m_cells.size(); ++i)
                if (groupOf[i] == g) {
                    const double w = std::max(m_cells[i].weight, 1e-9);
                    sum += w;
                    x += w * m_cells[i].place.lonE7;
                    y += w * m_cells[i].place.latE7;
                }
            const GeoPoint middle{static_cast<std::int32_t>(x / sum), static_cast<std::int32_t>(y / sum)};
            std::size_t best = kFree;
            for (std::size_t i = 0; i < m_cells.size(); ++i)
                if (groupOf[i] == g && (best == kFree || distanceMetres(m_cells[i].place, middle) < distanceMetres(m_cells[best].place, middle)))
                    best = i;
            result.push_back(best);
        }
        return result;
    }

    const std::vector<PartitionCell>& m_cells;
    std::size_t m_groups;
};

} // namespace

std::vector<std::size_t> partition(const std::vector<PartitionCell>& cells, std::size_t groups)
{
    if (cells.empty())
        return {};
    std::vector<std::size_t> groupOf = Partition(cells, std::clamp<std::size_t>(groups, 1, cells.size())).run();
    std::vector<std::size_t> number(cells.size(), kFree);
    std::size_t next = 0;
    for (std::size_t& g : groupOf) {
        if (number[g] == kFree)
            number[g] = next++;
        g = number[g];
    }
    return groupOf;
}

} // namespace griddesk
