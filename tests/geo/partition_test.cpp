// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/geo/cellindex.h"
#include "models/geo/metric.h"
#include "models/geo/partition.h"
#include "tests/geo/tiling.h"

#include <gtest/gtest.h>

#include <set>

using namespace griddesk;
using griddesk::testing::Tiling;

namespace {

std::vector<PartitionCell> cellsOf(const Tiling& tiling)
{
    const CellIndex index = CellIndex::build(tiling.cells()).value();
    std::vector<PartitionCell> cells;
    for (std::size_t i = 0; i < index.size(); ++i)
        cells.push_back({areaM2(index.cells()[i]), centroid(index.cells()[i]), index.neighbours(i)});
    return cells;
}

std::size_t pieces(const std::vector<PartitionCell>& cells, const std::vector<std::size_t>& groupOf, std::size_t group)
{
    std::set<std::size_t> left;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (groupOf[i] == group)
            left.insert(i);
    std::size_t count = 0;
    while (!left.empty()) {
        ++count;
        std::vector<std::size_t> open{*left.begin()};
        left.erase(left.begin());
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            for (const std::size_t n : cells[at].neighbours)
                if (left.erase(n) != 0)
                    open.push_back(n);
        }
    }
    return count;
}

TEST(Partition, GroupsAreContiguousAndBalanced)
{
    const std::vector<PartitionCell> cells = cellsOf({.columns = 15, .rows = 13, .pointsPerSide = 3});
    for (const std::size_t groups : {2u, 5u, 8u}) {
        const std::vector<std::size_t> groupOf = partition(cells, groups);
        std::vector<double> weight(groups, 0);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            ASSERT_LT(groupOf[i], groups);
            weight[groupOf[i]] += cells[i].weight;
        }
        for (std::size_t g = 0; g < groups; ++g)
            EXPECT_EQ(pieces(cells, groupOf, g), 1u);
        const auto [low, high] = std::ranges::minmax(weight);
        EXPECT_LT(high / low, 1.25) << groups;
        EXPECT_EQ(partition(cells, groups), groupOf);
    }
}

TEST(Partition, OddRequestsAreHeldToSense)
{
    EXPECT_TRUE(partition({}, 3).empty());
    const std::vector<PartitionCell> cells = cellsOf({.columns = 2, .rows = 1, .pointsPerSide = 2});
    EXPECT_EQ(partition(cells, 0), (std::vector<std::size_t>{0, 0}));
    EXPECT_EQ(partition(cells, 9), (std::vector<std::size_t>{0, 1}));
    // Two islands and one group: both belong to it although they do not touch.
    EXPECT_EQ(partition({{1, {0, 0}, {}}, {1, {1000, 0}, {}}}, 1), (std::vector<std::size_t>{0, 0}));
    EXPECT_EQ(partition({{1, {0, 0}, {7}}, {1, {1000, 0}, {}}}, 2), (std::vector<std::size_t>{0, 1}));
}

} // namespace
