// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/casenumber.h"

#include <gtest/gtest.h>

using namespace griddesk;

TEST(CaseNumber, IsTheAuthoritysElseTheDesksElseTheOutsideOne)
{
    CaseRow row{.id = CaseId::literal("c")};
    EXPECT_TRUE(caseNumber(row).isEmpty());
    row.outsideNumbers = {"SH-7"};
    EXPECT_EQ(caseNumber(row), QStringLiteral("SH-7"));
    row.localNumber = "A-0001";
    EXPECT_EQ(caseNumber(row), QStringLiteral("A-0001"));
    row.number = "2026-990101001-000123";
    EXPECT_EQ(caseNumber(row), QStringLiteral("2026-990101001-000123"));
}

TEST(CaseNumber, IsShortenedToTheSameEndEverywhere)
{
    EXPECT_EQ(shortCaseNumber(QStringLiteral("2026-990101001-000123")), QStringLiteral("…000123"));
    EXPECT_EQ(shortCaseNumber(QStringLiteral("A-0042")), QStringLiteral("A-0042"));
    EXPECT_EQ(shortCaseNumber(QStringLiteral("101000245678")), QStringLiteral("…245678"));
    EXPECT_EQ(shortCaseNumber(QStringLiteral("SH20261122-1")), QStringLiteral("…1122-1"));
}
