// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/geo/metric.h"
#include "models/geo/pointindex.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

using namespace griddesk;

namespace {

std::vector<PointIndex::Item> scattered(std::uint32_t seed, std::size_t count)
{
    std::mt19937 random(seed);
    std::vector<PointIndex::Item> items;
    for (std::size_t i = 0; i < count; ++i) // 200 places only, so equal distances happen
        items.push_back({{1205000000 + static_cast<std::int32_t>(random() % 20) * 1000, 313000000 + static_cast<std::int32_t>(random() % 10) * 1000}, i});
    return items;
}

RC_GTEST_PROP(PointIndexProperty, NearestAndRadiusAgreeWithSortingEverything, ())
{
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const std::vector<PointIndex::Item> items = scattered(seed, 150);
    const PointIndex index(items);
    const GeoPoint p{1205000000 + *rc::gen::inRange(-5000, 25000), 313000000 + *rc::gen::inRange(-5000, 15000)};
    std::vector<std::pair<double, std::uint64_t>> all;
    for (const auto& item : items)
        all.emplace_back(distanceMetres(p, item.place), item.id);
    std::ranges::sort(all);
    const auto nearest = index.nearest(p, 10);
    RC_ASSERT(nearest.size() == 10u);
    for (std::size_t i = 0; i < nearest.size(); ++i)
        RC_ASSERT(std::pair(nearest[i].metres, nearest[i].item.id) == all[i]);
    const double radius = all[40].first;
    const auto around = index.withinRadius(p, radius);
    RC_ASSERT(around.size() == static_cast<std::size_t>(std::ranges::count_if(all, [&](const auto& a) { return a.first <= radius; })));
}

TEST(PointIndex, MovingACaseIsRemoveAndInsert)
{
    PointIndex index;
    const PointIndex::Item before{{100, 100}, 7};
    const PointIndex::Item after{{5000, 5000}, 7};
    index.insert(before);
    EXPECT_TRUE(index.remove(before));
    EXPECT_FALSE(index.remove(before));
    index.insert(after);
    EXPECT_EQ(index.within({4000, 4000, 6000, 6000}), (std::vector{after}));
    EXPECT_EQ(index.size(), 1u);
}

TEST(PointIndex, AskingForNothingOrNonsenseGivesNothing)
{
    const PointIndex index(scattered(3, 20));
    EXPECT_TRUE(index.nearest({0, 0}, 0).empty());
    EXPECT_EQ(index.nearest({0, 0}, 99).size(), 20u);
    EXPECT_TRUE(index.withinRadius({0, 0}, -1).empty());
    EXPECT_TRUE(index.within(Box{}).empty());
    EXPECT_TRUE(PointIndex{}.nearest({0, 0}, 5).empty());
}

} // namespace
