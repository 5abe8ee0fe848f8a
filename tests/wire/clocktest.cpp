// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/hlc.h"
#include "models/wire/uuid.h"

#include "wiretestsupport.h"

using namespace griddesk;
using griddesk::test::codeOf;
using griddesk::test::valueOf;
using namespace std::chrono_literals;

namespace {

class FixedRandom final : public RandomSource {
public:
    explicit FixedRandom(Buffer bytes) : m_bytes(std::move(bytes)) {}
    void fill(std::span<std::uint8_t> bytes) override { std::ranges::copy_n(m_bytes.begin(), static_cast<std::ptrdiff_t>(bytes.size()), bytes.begin()); }

private:
    Buffer m_bytes;
};

} // namespace

// RFC 9562, appendix A.6.
TEST(Uuid7, SampleOfTheRfc)
{
    FixedRandom random(valueOf(fromHex("0000000000000cc318c4dc0c0c07398f")));
    const auto id = makeUuid7(instantFromMs(0x017F22E279B0), random);
    EXPECT_EQ(id, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    EXPECT_TRUE(isUuid7(id));
    EXPECT_EQ(valueOf(instantOfUuid7(id)), valueOf(parseInstant("2022-02-22T19:22:22Z")));
}

TEST(Uuid7, VersionAndVariantStandWhateverTheRandomBytes)
{
    for (const char* bytes : {"00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff"}) {
        FixedRandom random(valueOf(fromHex(bytes)));
        EXPECT_TRUE(isUuid7(makeUuid7(instantFromMs(1), random)));
        EXPECT_TRUE(isUuid7(makeUuid7(instantFromMs(-5), random)));
    }
}

TEST(Uuid7, OthersAreRefused)
{
    for (const char* text : {"", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-c8c4-dc0c0c07398f", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
                             "017f22e279b07cc398c4dc0c0c07398f0000", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g"})
        EXPECT_EQ(codeOf(instantOfUuid7(text)), ErrorCode::Syntax) << text;
}

TEST(Hlc, StampsGrowWhileTheWallClockStandsOrGoesBack)
{
    HybridClock clock;
    const auto first = clock.tick(instantFromMs(1000));
    const auto second = clock.tick(instantFromMs(1000));
    const auto third = clock.tick(instantFromMs(400));
    const auto fourth = clock.tick(instantFromMs(1001));
    EXPECT_EQ(first, (Hlc{1000, 0}));
    EXPECT_EQ(second, (Hlc{1000, 1}));
    EXPECT_EQ(third, (Hlc{1000, 2}));
    EXPECT_EQ(fourth, (Hlc{1001, 0}));
}

TEST(Hlc, WhatWasSeenFromOthersComesBeforeWhatFollows)
{
    HybridClock clock;
    const Hlc remote{1500, 9};
    EXPECT_TRUE(clock.observe(remote, instantFromMs(1000)));
    EXPECT_GT(clock.tick(instantFromMs(1000)), remote);
    EXPECT_TRUE(clock.observe({5, 0}, instantFromMs(1000)));
    EXPECT_EQ(clock.last(), (Hlc{1500, 10}));
}

TEST(Hlc, AStampFromBeyondTheBoundDragsNobody)
{
    HybridClock clock(1min);
    EXPECT_TRUE(clock.observe({61'000, 0}, instantFromMs(1000)));
    EXPECT_FALSE(clock.observe({61'001, 0}, instantFromMs(1000)));
    EXPECT_FALSE(clock.observe({maximumHlcMs, 0xffff}, instantFromMs(1000)));
    EXPECT_EQ(clock.last(), (Hlc{61'000, 0}));
}

TEST(Hlc, FullCounterBorrowsFromTheNextMillisecond)
{
    HybridClock clock(1min, {1000, 0xffff});
    EXPECT_EQ(clock.tick(instantFromMs(1000)), (Hlc{1001, 0}));
}

TEST(Hlc, TextSortsLikeTheStampAndHasOneForm)
{
    const Hlc early{0x017f22e279b0, 0x0a};
    const Hlc late{0x017f22e279b0, 0x10};
    EXPECT_EQ(early.text(), "017f22e279b0-000a");
    EXPECT_LT(early.text(), late.text());
    EXPECT_EQ(valueOf(Hlc::parse(early.text())), early);
    for (const char* text : {"", "017F22E279B0-000A", "017f22e279b0000a0", "17f22e279b0-000a", "017f22e279b0-000g", "+17f22e279b0-000a"})
        EXPECT_EQ(codeOf(Hlc::parse(text)), ErrorCode::Syntax) << text;
}
