// SPDX-License-Identifier: GPL-3.0-or-later
// Operations that desks bring to the platform.
#include "platformundertest.h"

namespace griddesk::testing {
namespace {

using namespace std::chrono_literals;
using K = OperationKind;

class Push : public ::testing::Test {
protected:
    Push()
    {
        op.begin();
        di.begin();
    }
    Platform platform;
    DeskAt op{platform, "op", "desk-1"}, di{platform, "di", "desk-2"};
};

TEST_F(Push, answersEachLineInItsOrder)
{
    platform.now += 5s;
    const auto answers = op.push({op.seal(op.report()), op.seal(op.accept()), op.seal(op.dispatch())});
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_EQ(answers[0].outcome, "applied");
    EXPECT_EQ(answers[0].seq, 1);
    EXPECT_EQ(answers[0].caseRev, 1);
    EXPECT_EQ(answers[0].effective, platform.now);
    EXPECT_EQ(answers[1].outcome, "appliedRebased") << "it names the revision before its own desk's first";
    EXPECT_EQ(answers[1].number, "2026-990101001-000001");
    EXPECT_EQ(answers[1].caseRev, 2);
    EXPECT_EQ(answers[2].outcome, "unauthorised");
    EXPECT_EQ(answers[2].seq, 3);
    EXPECT_EQ(answers[2].caseRev, 2) << "a refusal is no revision";
    for (const auto& answer : answers)
        EXPECT_TRUE(answer.operation && !answer.repeated);
}

TEST_F(Push, ofTwoWhoAcceptTheFirstWins)
{
    op.does(op.report());
    DeskAt second(platform, "op2", "desk-3");
    second.begin();
    EXPECT_EQ(op.pushOne(op.accept()).outcome, "appliedRebased");
    const auto late = second.pushOne(second.accept());
    EXPECT_EQ(late.outcome, "conflict");
    EXPECT_FALSE(late.reason.empty());
    EXPECT_EQ(late.seq, 3) << "and the refusal is a leaf of the history";
}

TEST_F(Push, aRepeatGetsItsFirstAnswerAlsoAfterARestart)
{
    const std::vector lines{op.seal(op.report()), op.seal(op.accept()), op.seal(op.dispatch())};
    const auto first = op.pushLines(lines);
    EXPECT_TRUE(first.headMoved);
    platform.restart();
    platform.now += 5min;
    const auto again = op.pushLines(lines);
    EXPECT_FALSE(again.headMoved);
    const auto answers = op.push(lines);
    const auto firstLines = valueOf(splitLines(first.body, 10, 10'000));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto expected = valueOf(readPushedLine(firstLines[i]));
        expected.repeated = true;
        EXPECT_EQ(write(answers[i]), write(expected));
    }
    EXPECT_EQ(valueOf(platform.hub->head()), 3);
}

TEST_F(Push, aLineThatCannotBeReadSpoilsNothingElse)
{
    const auto good = op.seal(op.report()), next = op.seal(op.accept());
    const std::string words = "words\x01\x7f\xff with \"quotes\"";
    const auto answers = op.push({"no json", good, "", words, good.substr(0, good.size() / 2), std::string(maximumEnvelopeBytes + 1, 'x'), next});
    ASSERT_EQ(answers.size(), 7U);
    for (const std::size_t bad : {0U, 2U, 3U, 4U, 5U}) {
        EXPECT_EQ(answers[bad].outcome, "invalid");
        EXPECT_FALSE(answers[bad].operation);
        EXPECT_FALSE(answers[bad].reason.empty());
        EXPECT_EQ(answers[bad].seq, 0);
    }
    EXPECT_EQ(answers[1].outcome, "applied");
    EXPECT_EQ(answers[6].outcome, "appliedRebased");
    EXPECT_EQ(valueOf(platform.store().quarantined()), 5);
}

TEST_F(Push, aForgedOneGoesToQuarantineAndTheTrueOneIsTakenAfterwards)
{
    const auto good = op.seal(op.report());
    auto forged = good;
    forged.replace(forged.find("words of"), 5, "WORDS");
    EXPECT_EQ(op.push({forged}).front().outcome, "tampered");
    EXPECT_EQ(op.push({forged}).front().reason, "bad-signature");
    EXPECT_EQ(valueOf(platform.hub->head()), 0);
    EXPECT_EQ(op.push({good}).front().outcome, "applied");
    EXPECT_EQ(valueOf(platform.store().quarantined()), 2);
}

TEST_F(Push, aCopiedDeviceIsFoundOut)
{
    DeskAt copy(platform, "op", "desk-1"); // the same key and chain, as after a copy of the folder
    op.does(op.report());
    copy.hello();
    const auto answer = copy.pushOne(copy.comment("other words under the same number"));
    EXPECT_EQ(answer.outcome, "tampered");
    EXPECT_EQ(answer.reason, "fork");
    EXPECT_EQ(valueOf(platform.store().quarantined()), 1) << "what it brought is kept";
}

TEST_F(Push, whatAnotherDeviceSealedIsNotTakenFromThisOne)
{
    const auto sealed = di.seal(di.report());
    const auto answer = op.push({sealed}).front();
    EXPECT_EQ(answer.outcome, "tampered");
    EXPECT_EQ(answer.reason, "foreignDevice");
    EXPECT_EQ(valueOf(platform.hub->head()), 0);
    EXPECT_EQ(di.push({sealed}).front().outcome, "applied") << "from its own it is";
}

TEST_F(Push, whatAnotherAccountDidIsRefusedAndKept)
{
    op.does(op.report());
    auto borrowed = op.accept();
    borrowed.actor = {AccountId::literal("u-op2"), PostId::literal("op2")};
    const auto sealed = op.seal(borrowed);
    const auto answer = op.push({sealed}).front();
    EXPECT_EQ(answer.outcome, "unauthorised");
    EXPECT_EQ(answer.reason, "foreignAccount");
    EXPECT_EQ(answer.seq, 2);
    EXPECT_TRUE(op.push({sealed}).front().repeated);
    EXPECT_EQ(op.pushOne(op.accept()).outcome, "appliedRebased") << "the chain goes on";
}

TEST_F(Push, holdsWhatComesBeforeItsPredecessor)
{
    const auto report = op.seal(op.report()), accept = op.seal(op.accept());
    const auto early = op.push({accept}).front();
    EXPECT_EQ(early.outcome, "held");
    EXPECT_EQ(early.reason, "gap");
    EXPECT_EQ(early.seq, 0) << "not judged";
    EXPECT_EQ(valueOf(platform.hub->head()), 0);
    EXPECT_EQ(op.push({report, accept}).back().outcome, "appliedRebased");
}

TEST_F(Push, aPairIsTakenWholeOrNotAtAll)
{
    for (const char* id : {"kept", "absorbed"}) {
        op.does(op.report(id));
        op.does(op.accept(id));
    }
    const auto half = [&](const char* id, const char* side, const char* other) {
        auto operation = op.operation(K::Merge, payload({{"side", side}, {"other", other}, {"reason", "同一件事"}}), id);
        operation.pairId = "pair-" + std::string(side == std::string("kept") ? id : other) + std::to_string(valueOf(platform.hub->head()));
        return operation;
    };
    const auto alone = op.pushOne(half("kept", "kept", "absorbed"));
    EXPECT_EQ(alone.reason, "pairRefused");
    const auto both = op.push({op.seal(half("kept", "kept", "absorbed")), op.seal(half("absorbed", "absorbed", "kept"))});
    EXPECT_EQ(both[0].outcome, "appliedRebased") << both[0].reason;
    EXPECT_EQ(both[1].outcome, "appliedRebased") << both[1].reason;
}

TEST_F(Push, aRevokedDeviceIsToldSoAndWhatItBringsIsKept)
{
    const auto sealed = op.seal(op.report());
    valueOf(platform.hub->revoke(op.device(), platform.now));
    EXPECT_EQ(Platform::errorOf(op.pushLines({sealed, "no json"})), "403 revoked");
    EXPECT_EQ(valueOf(platform.store().quarantined()), 2);
    EXPECT_EQ(valueOf(platform.hub->head()), 0);
    EXPECT_EQ(Platform::errorOf(op.ask()), "403 revoked");
    platform.now += 24h; // also days later
    EXPECT_EQ(Platform::errorOf(op.pushLines({sealed})), "401 unauthorised");
    const auto answer = op.hello();
    EXPECT_TRUE(answer.scopes.empty());
    EXPECT_EQ(answer.head, 0);
    EXPECT_EQ(Platform::errorOf(op.pushLines({sealed})), "403 revoked");
    EXPECT_EQ(valueOf(platform.store().quarantined()), 3);
    EXPECT_EQ(platform.hub->revoke(DeviceId::literal("desk-9"), platform.now).error().code, ErrorCode::UnknownReference);
}

TEST_F(Push, hasLimits)
{
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/push", std::string(mostPushBytes + 1, 'x'), op.token)), "413 tooLarge");
    std::string lines;
    for (std::size_t i = 0; i <= mostPushOperations; ++i)
        lines += "x\n";
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/push", lines, op.token)), "413 tooLarge");
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/push", op.seal(op.report()), op.token)), "400 syntax") << "cut: no line end";
    EXPECT_EQ(valueOf(platform.store().quarantined()), 0) << "a request that is no push keeps nothing";
    lines.resize(2 * mostPushOperations);
    EXPECT_EQ(platform.send("POST", "/v1/push", lines, op.token).status, 200);
    EXPECT_EQ(valueOf(platform.store().quarantined()), static_cast<std::int64_t>(mostPushOperations));
    const auto empty = platform.send("POST", "/v1/push", "", op.token);
    EXPECT_EQ(empty.status, 200);
    EXPECT_TRUE(empty.body.empty() && !empty.headMoved);
}

TEST_F(Push, seesWhatAnotherProcessHasLogged)
{
    op.does(op.report());
    // A second server process over the same store takes the next operation.
    SeededRandom random(5), keySeed(6);
    griddesk::Hub other(platform.store(), DeviceKey::generate(keySeed), "990101001", random, platform.limits);
    const auto accept = op.seal(op.accept());
    EXPECT_EQ(other.handle({.method = "POST", .path = "/v1/push", .token = op.token, .body = accept + "\n", .at = platform.now}).status, 200);
    EXPECT_EQ(op.pushOne(op.accept()).outcome, "conflict") << "judged on the state the other one made";
    op.does(op.file());
}

TEST_F(Push, theKnownMistakesOfTheTestsDoWhatTheySay)
{
    const auto report = op.seal(op.report());
    op.push({report});
    const auto words = op.seal(op.comment("once"));
    op.push({words});
    platform.restart({.skipDedupe = true});
    EXPECT_FALSE(op.push({words}).front().repeated);
    EXPECT_EQ(valueOf(platform.hub->head()), 3) << "the same operation twice in the log";

    platform.restart({.answerBeforeCommit = true});
    EXPECT_EQ(op.pushOne(op.comment("lost")).outcome, "appliedRebased");
    platform.restart();
    EXPECT_EQ(valueOf(platform.hub->head()), 3) << "answered, and gone with the program";
}

} // namespace
} // namespace griddesk::testing
