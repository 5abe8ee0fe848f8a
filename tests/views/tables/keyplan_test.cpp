// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/keyplan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

using namespace griddesk;
using Keys = std::vector<CaseKey>;

namespace {

Keys applied(Keys keys, const KeyPlan& plan)
{
    for (const auto& edit : plan.edits)
        applyEdit(keys, edit);
    return keys;
}

} // namespace

TEST(KeyPlan, AnEqualListNeedsNoEdit)
{
    const auto plan = planUpdate({1, 2, 3}, {1, 2, 3}, true, 64);
    EXPECT_TRUE(plan.edits.empty());
    EXPECT_FALSE(plan.wholesale);
}

TEST(KeyPlan, NewKeysAreHeldBackAndCounted)
{
    const auto plan = planUpdate({1, 2, 3}, {9, 1, 2, 8, 3}, true, 64);
    EXPECT_TRUE(plan.edits.empty());
    EXPECT_EQ(plan.pending, (Keys{9, 8}));
    EXPECT_EQ(plan.result, (Keys{1, 2, 3}));
}

TEST(KeyPlan, KeysGoneAreRemovedAsRangesFromTheEnd)
{
    const auto plan = planUpdate({1, 2, 3, 4, 5, 6}, {1, 4, 6}, true, 64);
    ASSERT_EQ(plan.edits.size(), 2u);
    EXPECT_EQ(plan.edits[0], (KeyEdit{KeyEdit::Kind::Remove, 4, 1, 0, {}}));
    EXPECT_EQ(plan.edits[1], (KeyEdit{KeyEdit::Kind::Remove, 1, 2, 0, {}}));
}

TEST(KeyPlan, OneCaseThatBecameUrgentMovesAlone)
{
    const auto plan = planUpdate({1, 2, 3, 4, 5}, {4, 1, 2, 3, 5}, true, 64);
    ASSERT_EQ(plan.edits.size(), 1u);
    EXPECT_EQ(plan.edits[0], (KeyEdit{KeyEdit::Kind::Move, 3, 1, 0, {}}));
}

TEST(KeyPlan, NeighboursThatMoveTogetherMoveInOneEdit)
{
    const auto plan = planUpdate({1, 2, 3, 4, 5, 6, 7}, {3, 4, 5, 6, 7, 1, 2}, true, 64);
    ASSERT_EQ(plan.edits.size(), 1u);
    EXPECT_EQ(applied({1, 2, 3, 4, 5, 6, 7}, plan), plan.result);
}

TEST(KeyPlan, ShownNewKeysComeInAsRanges)
{
    const auto plan = planUpdate({1, 2, 3}, {8, 9, 1, 2, 7, 3, 6}, false, 64);
    ASSERT_EQ(plan.edits.size(), 3u);
    EXPECT_EQ(plan.edits[0], (KeyEdit{KeyEdit::Kind::Insert, 0, 2, 0, {8, 9}}));
    EXPECT_EQ(applied({1, 2, 3}, plan), (Keys{8, 9, 1, 2, 7, 3, 6}));
}

TEST(KeyPlan, MoreEditsThanAllowedAreOnePermutation)
{
    Keys shown(1000), wanted;
    std::iota(shown.begin(), shown.end(), 1);
    wanted.assign(shown.rbegin(), shown.rend());
    EXPECT_TRUE(planUpdate(shown, wanted, true, 64).wholesale);
}

TEST(KeyPlan, AnyTwoListsAreJoinedByTheirEdits)
{
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        Keys all(30), shown, wanted;
        std::iota(all.begin(), all.end(), 1);
        std::shuffle(all.begin(), all.end(), random);
        shown.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(random() % 30));
        std::shuffle(all.begin(), all.end(), random);
        wanted.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(random() % 30));
        for (const bool hold : {true, false}) {
            const auto plan = planUpdate(shown, wanted, hold, 1000);
            ASSERT_FALSE(plan.wholesale);
            ASSERT_EQ(applied(shown, plan), plan.result);
            if (!hold)
                ASSERT_EQ(plan.result, wanted);
            else
                ASSERT_EQ(plan.result.size() + plan.pending.size(), wanted.size());
        }
    }
}
