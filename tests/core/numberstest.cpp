// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/numbers.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace griddesk;

namespace {

Number local(std::string device, std::int64_t counter, Numbered what = Numbered::Case)
{
    return {what, LocalNumber{std::move(device), counter}};
}
Number given(int year, std::string stream, std::int64_t sequence, Numbered what = Numbered::Case)
{
    return {what, AuthorityNumber{year, std::move(stream), sequence}};
}

} // namespace

TEST(Numbers, are_written_as_people_know_them)
{
    EXPECT_EQ(formatNumber(local("B", 42)), "B-0042");
    EXPECT_EQ(formatNumber(local("BC", 12345)), "BC-12345");
    EXPECT_EQ(formatNumber(given(2026, "990101001", 123)), "2026-990101001-000123");
    EXPECT_EQ(formatNumber(given(2026, "boston", 7, Numbered::SupervisionOrder)), "DB-2026-boston-000007");
    EXPECT_EQ(formatNumber(local("B", 7, Numbered::SupervisionOrder)), "DB-B-0007");
}

TEST(Numbers, are_read_as_people_type_them)
{
    EXPECT_EQ(parseNumber("  b-0042 ").value(), local("B", 42));
    EXPECT_EQ(parseNumber("督办B-0007").value(), local("B", 7, Numbered::SupervisionOrder));
    EXPECT_EQ(parseNumber("督办-2026-990101001-000004").value(), given(2026, "990101001", 4, Numbered::SupervisionOrder));
    EXPECT_EQ(parseNumber("db-2026-boston-000004").value(), given(2026, "boston", 4, Numbered::SupervisionOrder));
}

TEST(Numbers, malformed_ones_are_refused)
{
    for (const auto* bad : {"", "B", "B-", "B-42", "B-00042", "-0042", "DB-0042", "ABCD-0042", "B-004x", "2026-990101001-123", "2026--000123",
                            "2026-99 01-000123", "B-9999999999", "2026-990101001-0000123", "督办", "101000295613", "2026-a/b-000001"})
        EXPECT_EQ(parseNumber(bad).error().code, ErrorCode::Syntax) << bad;
    for (const auto* bad : {"B-0000", "2026-990101001-000000", "1999-990101001-000001", "2200-990101001-000001"})
        EXPECT_EQ(parseNumber(bad).error().code, ErrorCode::OutOfRange) << bad;
    EXPECT_FALSE(parseNumber(std::string(100'000, '1')));
    EXPECT_FALSE(formatNumber(local("DB", 1)));
    EXPECT_FALSE(formatNumber(local("b", 1)));
    EXPECT_FALSE(formatNumber(local("B", 0)));
    EXPECT_FALSE(formatNumber(given(1999, "s", 1)));
    EXPECT_FALSE(formatNumber(given(2026, "a b", 1)));
    EXPECT_FALSE(formatNumber(given(2026, "s", largestNumber + 1)));
}

TEST(Numbers, every_number_survives_writing_and_reading)
{
    rc::check([] {
        const auto what = *rc::gen::element(Numbered::Case, Numbered::SupervisionOrder);
        const auto counter = *rc::gen::inRange<std::int64_t>(1, largestNumber + 1);
        const auto number = *rc::gen::arbitrary<bool>()
            ? local(*rc::gen::element<std::string>("A", "Z", "QX", "DBA"), counter, what)
            : given(*rc::gen::inRange(2000, 2200), *rc::gen::element<std::string>("990101001", "boston", "s.1_b"), counter, what);
        RC_ASSERT(parseNumber(formatNumber(number).value()).value() == number);
    });
}

TEST(Numbers, no_text_at_all_upsets_the_reader)
{
    rc::check([](const std::string& text) {
        if (const auto number = parseNumber(text))
            RC_ASSERT(parseNumber(formatNumber(*number).value()).value() == *number);
    });
}
