// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/casepage/oversight.h"
#include "models/views/casepage/payloadtext.h"
#include "tests/support/fakewords.h"
#include "tests/widgets/casepage/story.h"

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::fake;

namespace {

class Overseen : public testing::Test {
protected:
    LiveDesk desk;
    PlainWords words;
    void SetUp() override { words.rules = desk.rules; }
    std::vector<OversightRecord> now() { return oversightOf(desk.detailOf(storyCase).state, words, desk.clock.now()); }
    void consult()
    {
        tell(desk, Until::Filed);
        desk.act("centre.di", storyCase, OperationKind::Consult, payload({{"units", Value::List{"hws", "csgl"}}, {"question", "Whose is the corner?"}}));
    }
    void supervise()
    {
        tell(desk, Until::Handling);
        desk.act("centre.su", storyCase, OperationKind::SuperviseOrder,
                 payload({{"unit", "hws"}, {"card", "yellow"}, {"level", "subdistrict"}, {"words", "Clear it today."}, {"number", "D-7"}, {"replyBy", formatInstant(desk.clock.now() + 60 * minute)}}));
    }
};

TEST_F(Overseen, a_case_nobody_asked_about_has_none)
{
    tell(desk, Until::Handling);
    EXPECT_TRUE(now().empty());
}

TEST_F(Overseen, a_consultation_says_who_was_asked_and_who_has_not_answered)
{
    consult();
    ASSERT_EQ(now().size(), 1u);
    EXPECT_TRUE(now()[0].open);
    EXPECT_EQ(now()[0].answers.size(), 2u);
    EXPECT_TRUE(now()[0].answers[0].missing);
    desk.act("hws.ul", storyCase, OperationKind::ConsultReply, payload({{"consultation", "m1"}, {"opinion", "accept"}, {"words", "Ours."}}));
    EXPECT_FALSE(now()[0].answers[0].missing);
    EXPECT_TRUE(now()[0].answers[0].text.contains(QStringLiteral("Ours.")));
    EXPECT_TRUE(now()[0].answers[1].missing);
    desk.act("centre.di", storyCase, OperationKind::ConcludeConsult, payload({{"consultation", "m1"}, {"lead", "hws"}, {"words", "hws does it"}}));
    EXPECT_FALSE(now()[0].open);
    ASSERT_EQ(now()[0].answers.size(), 3u);
    EXPECT_FALSE(now()[0].answers[1].missing) << "nobody waits for an answer any more";
    EXPECT_TRUE(now()[0].answers[2].text.contains(QStringLiteral("hws does it")));
}

TEST_F(Overseen, a_supervision_order_is_late_past_its_deadline_until_it_is_answered)
{
    supervise();
    ASSERT_EQ(now().size(), 1u);
    EXPECT_TRUE(now()[0].title.contains(QStringLiteral("D-7")));
    EXPECT_FALSE(now()[0].late);
    desk.pass(61 * minute);
    EXPECT_TRUE(now()[0].late);
    desk.act("hws.ul", storyCase, OperationKind::SuperviseReply, payload({{"order", "s1"}, {"words", "Cleared."}}));
    EXPECT_FALSE(now()[0].late);
    EXPECT_TRUE(now()[0].open) << "it is not settled yet";
    desk.act("centre.su", storyCase, OperationKind::SuperviseSettle, payload({{"order", "s1"}, {"settled", true}, {"words", "Seen."}}));
    EXPECT_FALSE(now()[0].open);
}

TEST_F(Overseen, an_operation_that_names_a_record_by_number_says_what_it_is_about)
{
    supervise();
    const auto& state = desk.detailOf(storyCase).state;
    EXPECT_EQ(recordText(OperationKind::SuperviseReply, "order", "s1", state), QStringLiteral("Clear it today."));
    EXPECT_TRUE(recordText(OperationKind::SuperviseReply, "order", "s9", state).isEmpty());
    EXPECT_TRUE(recordText(OperationKind::ReplyToSource, "order", "s1", state).isEmpty()) << "that is the number of an outside order";
}

} // namespace
