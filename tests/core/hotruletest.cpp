// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/hotrule.h"

#include <gtest/gtest.h>

using namespace griddesk;

namespace {

Instant minute(int n) { return Instant{} + std::chrono::minutes(n); }

bool hot(int reported, std::initializer_list<int> others)
{
    std::vector<Instant> similar;
    for (const int n : others)
        similar.push_back(minute(n));
    return inHotEvent(minute(reported), std::move(similar));
}

} // namespace

TEST(HotRule, ThreeReportsWithinHalfAnHourAreOne)
{
    EXPECT_TRUE(hot(0, {10, 30}));
    EXPECT_TRUE(hot(30, {0, 10})) << "the last belongs to it as well as the first";
    EXPECT_TRUE(hot(20, {30, 0}));
    EXPECT_TRUE(hot(5, {5, 5})) << "in one minute";
    EXPECT_TRUE(hot(40, {0, 20, 60, 65})) << "with those behind it, not with those before";
}

TEST(HotRule, FewerOrFartherApartAreNone)
{
    EXPECT_FALSE(hot(0, {}));
    EXPECT_FALSE(hot(0, {10}));
    EXPECT_FALSE(hot(0, {10, 31}));
    EXPECT_FALSE(hot(0, {40, 41, 42})) << "the others are an event without it";
    EXPECT_FALSE(hot(25, {0, 50}));
    EXPECT_FALSE(inHotEvent(minute(0) + Milliseconds(0), {minute(30) + Milliseconds(1), minute(10)}));
}
