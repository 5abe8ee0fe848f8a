// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/phonenumber.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

using namespace griddesk;

TEST(PhoneNumber, TheSameLineWrittenInTwoWaysIsOneText)
{
    const struct { const char *written, *line; } table[] = {
        {"13800001234", "13800001234"},
        {" 138 0000 1234 ", "13800001234"},
        {"138-0000-1234", "13800001234"},
        {"１３８００００１２３４", "13800001234"},
        {"＋８６　１３８－００００－１２３４", "13800001234"},
        {"+86 138 0000 1234", "13800001234"},
        {"0086-13800001234", "13800001234"},
        {"00 86 13800001234", "13800001234"},
        {"8613800001234", "13800001234"},
        {"013800001234", "13800001234"},
        {"(+86)13800001234", "13800001234"},
        {"021-62345678", "02162345678"},
        {"（021）6234 5678", "02162345678"},
        {"21-62345678", "02162345678"},
        {"+86 21 6234 5678", "02162345678"},
        {"+86(0)21 62345678", "02162345678"},
        {"010-62345678", "01062345678"},
        {"0512-62345678", "051262345678"},
        {"512 62345678", "051262345678"},
        {"0993-2345678", "09932345678"},
        {"021-62345678-801", "02162345678"},
        {"021-62345678转801", "02162345678"},
        {"021-62345678 转 8", "02162345678"},
        {"021 62345678 ext. 12", "02162345678"},
        {"0512-62345678x12", "051262345678"},
        {"62345678分机3", "62345678"},
        {"62345678-801", "62345678"},
        {"6234567-12", "6234567"},
        {"62345678#801", "62345678"},
        {"6234-5678", "62345678"},
        {"400-820-1234", "4008201234"},
        {"+1 (617) 555-0100", "+16175550100"},
        {"0016175550100", "+16175550100"},
        {"00852 2345 6789", "+85223456789"},
    };
    for (const auto& [written, line] : table)
        EXPECT_EQ(normalisedPhone(written).value_or("none"), line) << written;
}

TEST(PhoneNumber, WhatIsNotOneNumberIsNone)
{
    for (const char* bad : {"", " ", "+", "-", "#12", "转801", "12345", "110", "123456", "不详", "无", "138000012ab", "张三13800001234", "13800001234/13900005678",
                            "13800001234,13900005678", "13800001234;", "1380000123413900005678", "++8613800001234", "138+00001234", "00000000000", "11111111",
                            "０００００００", "+0012345678", "+86", "+8612", "+1234567890123456", "0000 0000 0001 2", "\xef\xbc", "138\xff" "0000123",
                            "13800001234567890123456789012345678901234567890123456789012345678"})
        EXPECT_FALSE(normalisedPhone(bad)) << bad;
    EXPECT_FALSE(normalisedPhone(std::string(65, '1') + "2"));
    EXPECT_FALSE(normalisedPhone(std::string("1380000\0" "1234", 12)));
}

RC_GTEST_PROP(PhoneNumberProperty, AnyTextGivesALineThatStaysAsItIs, (const std::string& text))
{
    const auto line = normalisedPhone(text);
    if (line)
        RC_ASSERT(normalisedPhone(*line) == line);
}

RC_GTEST_PROP(PhoneNumberProperty, DigitsAndSignsInAnyOrderGiveALineThatStaysAsItIs, ())
{
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::elementOf(std::vector<std::string>{"0", "1", "2", "3", "8", "6", "13800001234", "021", "62345678", "-", " ", "+86", "+", "转", "x", "５"}));
    std::string text;
    for (const auto& piece : pieces)
        text += piece;
    const auto line = normalisedPhone(text);
    if (line) {
        RC_ASSERT(line->size() >= 7U && line->size() <= 16U);
        const auto again = normalisedPhone(*line);
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == *line);
    }
}
