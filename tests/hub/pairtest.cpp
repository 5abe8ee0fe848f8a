// SPDX-License-Identifier: GPL-3.0-or-later
// Operations that touch two cases are judged together.
#include "hubtestsupport.h"
#include "logstores.h"

namespace griddesk::testing {
namespace {

using K = OperationKind;

class Pair : public OnBothLogs {
protected:
    Pair()
    {
        for (const char* id : {"kept", "absorbed"}) {
            hub.pushOne(hub.report(id));
            hub.pushOne(hub.accept(id), 1);
        }
    }
    Operation half(const char* id, const char* side, const char* other, const char* pair = "pair-1")
    {
        auto op = hub.operation("op", K::Merge, payload({{"side", side}, {"other", other}, {"reason", "同一件事"}}), id);
        op.pairId = pair;
        return op;
    }
    std::vector<std::string> merge()
    {
        return {hub.seal(half("kept", "kept", "absorbed"), 2), hub.seal(half("absorbed", "absorbed", "kept"), 2)};
    }
    Hub hub{log.store()};
};
INSTANTIATE_TEST_SUITE_P(Logs, Pair, ::testing::Values(LogKind::Memory, LogKind::Sqlite), nameOfLog);

TEST_P(Pair, isAcceptedTogether)
{
    const auto bytes = merge();
    const auto answers = hub.push(bytes);
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].outcome, Outcome::Applied) << answers[0].reason;
    EXPECT_EQ(answers[1].outcome, Outcome::Applied) << answers[1].reason;
    EXPECT_EQ(answers[1].seq, answers[0].seq + 1);
    EXPECT_EQ(hub.state("absorbed")->stage, Stage::Merged);
    EXPECT_EQ(hub.state("kept")->stage, Stage::Accepted);
    const auto again = hub.push(bytes);
    EXPECT_TRUE(again[0].repeated && again[1].repeated);
    EXPECT_EQ(hub.pushOne(hub.comment("之后", "kept"), 3).outcome, Outcome::Applied) << "the chain goes on";
}

TEST_P(Pair, isRefusedTogetherWhenTheSecondHalfIsRefused)
{
    ASSERT_EQ(hub.pushOne(hub.operation("sl", K::Void, payload({{"reason", "误报"}}), "absorbed"), 2).outcome, Outcome::Applied);
    const auto before = *hub.state("kept");
    const auto answers = hub.push(merge());
    EXPECT_EQ(answers[0].outcome, Outcome::Conflict);
    EXPECT_EQ(answers[0].reason, "pairRefused");
    EXPECT_FALSE(isApplied(answers[1].outcome));
    EXPECT_NE(answers[1].reason, "pairRefused") << "the one at fault says why";
    EXPECT_EQ(*hub.state("kept"), before);
    EXPECT_EQ(hub.history("kept").back().caseRev, 2);
    EXPECT_EQ(hub.pushOne(hub.comment("之后", "kept"), 2).outcome, Outcome::Applied) << "both halves are in the chain";
}

TEST_P(Pair, isRefusedTogetherWhenTheFirstHalfIsRefused)
{
    ASSERT_EQ(hub.pushOne(hub.operation("sl", K::Void, payload({{"reason", "误报"}}), "kept"), 2).outcome, Outcome::Applied);
    const auto answers = hub.push(merge());
    EXPECT_FALSE(isApplied(answers[0].outcome));
    EXPECT_EQ(answers[1].reason, "pairRefused");
    EXPECT_EQ(hub.state("absorbed")->stage, Stage::Accepted);
}

TEST_P(Pair, neverGoesHalfWhenItsPartnerDoesNotCome)
{
    const auto bytes = merge();
    const auto alone = hub.push({bytes[0]}).front();
    EXPECT_FALSE(isApplied(alone.outcome)) << "half a merge would leave one case that knows of the other";
    const auto late = hub.push({bytes[1]}).front();
    EXPECT_FALSE(isApplied(late.outcome));
    EXPECT_EQ(hub.state("absorbed")->stage, Stage::Accepted);
}

TEST_P(Pair, neverGoesHalfWhenSomethingStandsBetween)
{
    const auto first = hub.seal(half("kept", "kept", "absorbed"), 2);
    const auto between = hub.seal(hub.comment("中间", "kept"), 2);
    const auto second = hub.seal(half("absorbed", "absorbed", "kept"), 2);
    const auto answers = hub.push({first, between, second});
    EXPECT_EQ(isApplied(answers[0].outcome), isApplied(answers[2].outcome));
    EXPECT_EQ(answers[1].outcome, Outcome::Applied);
}

} // namespace
} // namespace griddesk::testing
