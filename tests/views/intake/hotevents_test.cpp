// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/intake/hotevents.h"

#include "tests/support/fakecases.h"

#include <gtest/gtest.h>

using namespace griddesk;

namespace {

const Instant now = instantFromMs(1773108000000);

CaseRow reported(int n, int minutesAgo, int metresEast, const char* category = "0201")
{
    auto row = fake::caseRow(n, now);
    row.stage = Stage::Reported;
    row.category = CategoryId::literal(category);
    row.place = GeoPoint{1214700000 + metresEast * 105, 312300000};
    row.reportedAt = now - std::chrono::minutes(minutesAgo);
    return row;
}

} // namespace

TEST(HotEvents, ThreeOfOneClassCloseTogetherWithinHalfAnHourAreOne)
{
    const auto events = hotEvents({reported(1, 5, 0), reported(2, 20, 10), reported(3, 12, 20)}, 50, now);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].first.id, reported(2, 20, 10).id); // the earliest
    EXPECT_EQ(events[0].cases.size(), 3u);
}

TEST(HotEvents, TwoOrOthersOrOldOrFarOnesAreNone)
{
    EXPECT_TRUE(hotEvents({reported(1, 5, 0), reported(2, 20, 10)}, 50, now).empty());
    EXPECT_TRUE(hotEvents({reported(1, 5, 0), reported(2, 20, 10), reported(3, 31, 20)}, 50, now).empty());
    EXPECT_TRUE(hotEvents({reported(1, 5, 0), reported(2, 20, 10), reported(3, 12, 20, "0101")}, 50, now).empty());
    EXPECT_TRUE(hotEvents({reported(1, 5, 0), reported(2, 20, 10), reported(3, 12, 200)}, 50, now).empty());
    EXPECT_TRUE(hotEvents({reported(1, 5, 0), reported(1, 5, 0), reported(1, 5, 0)}, 50, now).empty());
}
