// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/intake/orderparser.h"

#include <gtest/gtest.h>

using namespace griddesk;

TEST(OrderParser, ReadsAnOrderWithOneLabelPerLine)
{
    const auto order = parseOrder("工单编号：SH20260310001\r\n来电人：王先生\r\n联系电话：138 0000 1234\r\n诉求内容：枫津路128号门前有大量垃圾，\r\n三天无人清理。\r\n"
                                  "地址：枫津路128号\r\n紧急程度：紧急\r\n诉求类型：投诉举报\r\n是否保密：是\r\n是否需要回访：否\r\n"
                                  "派单时间：2026-03-10 09:12:33\r\n办理时限：2026年3月15日\r\n来源：12345市民热线");
    ASSERT_TRUE(order);
    EXPECT_EQ(order->number, "SH20260310001");
    EXPECT_EQ(order->name, "王先生");
    EXPECT_EQ(order->phone, "13800001234");
    EXPECT_EQ(order->text, "枫津路128号门前有大量垃圾，\n三天无人清理。");
    EXPECT_EQ(order->address, "枫津路128号");
    EXPECT_EQ(order->urgency, Urgency::Urgent);
    EXPECT_EQ(order->demandType, "tipOff");
    EXPECT_EQ(order->confidential, true);
    EXPECT_EQ(order->callbackWanted, false);
    EXPECT_EQ(order->source, "hotline12345");
    EXPECT_EQ(formatInstant(*order->sentAt), "2026-03-10T01:12:33Z");
    EXPECT_EQ(formatInstant(*order->due), "2026-03-15T15:59:00Z");
    EXPECT_EQ(order->labels, 12);
}

TEST(OrderParser, ReadsTablesWhereTabsStandBetweenLabelAndValue)
{
    const auto order = parseOrder("工单号\tA-1\t联系人\t李女士\n联系方式\t021-66660000\n事发地址\t马浜街5号\n问题描述\t路灯不亮\n");
    ASSERT_TRUE(order);
    EXPECT_EQ(order->number, "A-1");
    EXPECT_EQ(order->name, "李女士");
    EXPECT_EQ(order->phone, "021-66660000");
    EXPECT_EQ(order->address, "马浜街5号");
    EXPECT_EQ(order->text, "路灯不亮");
}

TEST(OrderParser, ReadsLabelsInBracketsOnOwnLinesAndSeveralOnOneLine)
{
    const auto order = parseOrder("【编号】X9\n诉求标题：\n井盖缺失\n姓名:张三 手机号:13900000000\n内容\n第一行\n第二行");
    ASSERT_TRUE(order);
    EXPECT_EQ(order->number, "X9");
    EXPECT_EQ(order->title, "井盖缺失");
    EXPECT_EQ(order->name, "张三");
    EXPECT_EQ(order->phone, "13900000000");
    EXPECT_EQ(order->text, "第一行\n第二行");
}

TEST(OrderParser, LongerLabelsWinOverTheirBeginnings)
{
    const auto order = parseOrder("来电人姓名：赵六\n诉求人：不是他\n地址：一号");
    ASSERT_TRUE(order);
    EXPECT_EQ(order->name, "赵六");
    EXPECT_EQ(order->address, "一号");
}

TEST(OrderParser, LabelWordsInsideAStoryStayWords)
{
    const auto order = parseOrder("诉求内容：市民称 地址 不清楚，电话也打不通\n后续时间不明");
    ASSERT_TRUE(order);
    EXPECT_EQ(order->text, "市民称 地址 不清楚，电话也打不通\n后续时间不明");
    EXPECT_TRUE(order->address.empty());
}

TEST(OrderParser, TextWithoutLabelsIsTheMatterItself)
{
    const auto order = parseOrder("  枫津路路灯不亮，请派人看看。\n");
    ASSERT_TRUE(order);
    EXPECT_EQ(order->labels, 0);
    EXPECT_EQ(order->text, "枫津路路灯不亮，请派人看看。");
}

TEST(OrderParser, AnAnonymousCallerHasNoName)
{
    const auto order = parseOrder("来电人：匿名\n内容：有人占道");
    ASSERT_TRUE(order);
    EXPECT_TRUE(order->name.empty());
    EXPECT_EQ(order->anonymous, true);
}

TEST(OrderParser, RefusesWhatIsTooLongNoTextOrNothing)
{
    struct Bad {
        const char* what;
        std::string text;
        ErrorCode code;
    };
    const std::vector<Bad> table{{"empty", "", ErrorCode::MissingField},
                                 {"blanks", " \r\n\t\xE3\x80\x80", ErrorCode::MissingField},
                                 {"too long", std::string(OrderTextLimits::bytes + 1, 'a'), ErrorCode::LimitExceeded},
                                 {"too many lines", std::string(OrderTextLimits::lines + 5, '\n') + "a", ErrorCode::LimitExceeded},
                                 {"cut character", "内容：\xE4\xB8", ErrorCode::Encoding},
                                 {"latin bytes", "\xC4\xE3\xBA\xC3", ErrorCode::Encoding},
                                 {"NUL", std::string("a\0b", 3), ErrorCode::Encoding}};
    for (const auto& bad : table) {
        const auto order = parseOrder(bad.text);
        ASSERT_FALSE(order) << bad.what;
        EXPECT_EQ(order.error().code, bad.code) << bad.what;
    }
}

TEST(OrderParser, ImpossibleTimesAndOverlongFieldsDoNoHarm)
{
    std::string name;
    for (int i = 0; i < 500; ++i)
        name += "王";
    const auto order = parseOrder("派单时间：2026-13-40 99:99\n截止时间：尽快\n姓名：" + name);
    ASSERT_TRUE(order);
    EXPECT_FALSE(order->sentAt);
    EXPECT_FALSE(order->due);
    EXPECT_EQ(order->name.size(), OrderTextLimits::line);
}
