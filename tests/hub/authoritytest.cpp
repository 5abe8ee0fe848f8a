// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubtestsupport.h"
#include "logstores.h"

#include "models/core/summarise.h"
#include "models/hub/casefold.h"
#include "models/wire/canonicaljson.h"

#include <set>

namespace griddesk::testing {
namespace {

using K = OperationKind;

class Authority : public OnBothLogs {
protected:
    Hub hub{log.store()};
};
INSTANTIATE_TEST_SUITE_P(Logs, Authority, ::testing::Values(LogKind::Memory, LogKind::Sqlite), nameOfLog);

TEST_P(Authority, appliesWhatFitsTheStateItWasMadeOn)
{
    const auto reported = hub.pushOne(hub.report());
    EXPECT_EQ(reported.outcome, Outcome::Applied);
    EXPECT_EQ(reported.seq, 1);
    EXPECT_FALSE(reported.repeated);
    EXPECT_TRUE(reported.number.empty());
    const auto accepted = hub.pushOne(hub.accept(), 1);
    EXPECT_EQ(accepted.outcome, Outcome::Applied);
    EXPECT_EQ(accepted.number, "2026-990101001-000001") << "the number comes with acceptance";
    EXPECT_EQ(hub.state()->stage, Stage::Accepted);
    EXPECT_EQ(hub.state()->number, "2026-990101001-000001");
    const auto history = hub.history();
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[1].caseRev, 2);
    EXPECT_EQ(history[1].number, "2026-990101001-000001");
    EXPECT_EQ(history[1].hash, sha256(history[1].envelope).hex());
}

TEST_P(Authority, numbersCountPerYearOfTheDistrictsOwnDate)
{
    const auto accepted = [&](const char* id) {
        hub.pushOne(hub.report(id));
        return hub.pushOne(hub.accept(id), 1).number;
    };
    EXPECT_EQ(accepted("case-1"), "2026-990101001-000001");
    EXPECT_EQ(accepted("case-2"), "2026-990101001-000002");
    hub.now = hub.wall = *parseInstant("2026-12-31T16:30:00Z"); // half past midnight in China
    EXPECT_EQ(accepted("case-3"), "2027-990101001-000001");
}

TEST_P(Authority, givesARepeatItsFirstAnswerAndLogsNothing)
{
    const auto report = hub.seal(hub.report());
    const auto accept = hub.seal(hub.accept(), 1);
    const auto first = hub.push({report, accept});
    hub.now += std::chrono::hours{5};
    LocalAuthority restarted(hub.log, hub.library, "990101001");
    const auto second = valueOf(restarted.push(std::vector{report, accept}, hub.now));
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_TRUE(second[i].repeated);
        EXPECT_EQ(second[i].outcome, first[i].outcome);
        EXPECT_EQ(second[i].seq, first[i].seq);
        EXPECT_EQ(second[i].effective, first[i].effective);
        EXPECT_EQ(second[i].number, first[i].number);
    }
    EXPECT_EQ(valueOf(hub.log.head()), 2);
}

TEST_P(Authority, aRefusedOneIsALeafToo)
{
    hub.pushOne(hub.report());
    const auto filed = hub.seal(hub.file(), 1);
    const auto answer = hub.push({filed}).front();
    EXPECT_EQ(answer.outcome, Outcome::Conflict);
    EXPECT_EQ(answer.reason, "stageClosed");
    ASSERT_TRUE(answer.refusal);
    EXPECT_EQ(answer.seq, 2);
    EXPECT_EQ(hub.push({filed}).front().outcome, Outcome::Conflict) << "and is repeated as refused";
    EXPECT_EQ(hub.history().size(), 2U);
    EXPECT_EQ(hub.history()[1].caseRev, 1) << "a refusal is no revision";
    EXPECT_EQ(hub.state()->operations, 1);
}

TEST_P(Authority, saysWhenTheCaseHadMovedOn)
{
    hub.pushOne(hub.report());
    hub.pushOne(hub.accept(), 1);
    EXPECT_EQ(hub.pushOne(hub.comment("晚到"), 1).outcome, Outcome::AppliedRebased);
    EXPECT_EQ(hub.pushOne(hub.comment("跟上"), 3).outcome, Outcome::Applied);
}

TEST_P(Authority, refusesWhoMayNot)
{
    hub.pushOne(hub.report());
    const auto stranger = hub.pushOne(hub.operation("clean-ul", K::Accept, hub.accept().payload), 1);
    EXPECT_EQ(stranger.outcome, Outcome::Unauthorised);
    EXPECT_EQ(stranger.reason, "roleMissing");
    auto borrowed = hub.accept();
    borrowed.actor.account = AccountId::literal("u-di");
    EXPECT_EQ(hub.pushOne(borrowed, 1).reason, "postNotHeld");
    EXPECT_EQ(hub.pushOne(hub.accept(), 1).outcome, Outcome::Applied) << "the case is as it was";
}

TEST_P(Authority, aNudgeAfterTheEndIsSuperseded)
{
    hub.pushOne(hub.report());
    hub.pushOne(hub.operation("op", K::Answer, payload({{"demandType", "consult"}, {"words", "已解答"}})), 1);
    ASSERT_EQ(hub.state()->stage, Stage::Answered);
    const auto nudge = hub.pushOne(hub.operation("op", K::Urge, payload({{"words", "请抓紧"}})), 2);
    EXPECT_EQ(nudge.outcome, Outcome::Superseded) << nudge.reason;
    EXPECT_EQ(valueOf(hub.log.head()), 3);
}

TEST_P(Authority, holdsWhatComesBeforeItsPredecessor)
{
    const auto report = hub.seal(hub.report());
    const auto accept = hub.seal(hub.accept(), 1);
    const auto early = hub.push({accept}).front();
    EXPECT_EQ(early.outcome, Outcome::Held);
    EXPECT_EQ(early.seq, 0) << "not judged, so no leaf";
    EXPECT_EQ(valueOf(hub.log.head()), 0);
    EXPECT_EQ(hub.push({report}).front().outcome, Outcome::Applied);
    EXPECT_EQ(hub.push({accept}).front().outcome, Outcome::Applied);
}

TEST_P(Authority, holdsWhatNamesRulesItDoesNotHave)
{
    auto report = hub.report();
    report.rules = std::string(64, 'f');
    const auto answer = hub.pushOne(report);
    EXPECT_EQ(answer.outcome, Outcome::Held);
    EXPECT_EQ(answer.reason, "unknownRules");
    EXPECT_FALSE(hub.state());
}

TEST_P(Authority, quarantinesWhatItCannotReadAndGoesOn)
{
    const auto report = hub.seal(hub.report());
    const auto answers = hub.push({"no json", std::string("\x00\xff{", 3), report.substr(0, report.size() / 2), report});
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(answers[i].outcome, Outcome::Invalid);
        EXPECT_FALSE(answers[i].reason.empty());
    }
    EXPECT_EQ(answers[3].outcome, Outcome::Applied);
    EXPECT_EQ(valueOf(hub.log.head()), 1);
}

TEST_P(Authority, refusesAForgedSignatureAndTakesTheTrueOneAfterwards)
{
    const auto good = hub.seal(hub.report());
    auto forged = valueOf(readEnvelope(good)).envelope;
    forged.op.payload.set("address", "别处1号");
    const auto bytes = valueOf(canonicalBytes(toValue(forged)));
    const auto answer = hub.push({bytes}).front();
    EXPECT_EQ(answer.outcome, Outcome::Tampered);
    EXPECT_EQ(valueOf(hub.log.head()), 0);
    EXPECT_EQ(hub.push({good}).front().outcome, Outcome::Applied);
}

TEST_P(Authority, seesAForkOfACopiedProfile)
{
    const auto before = hub.chain().head();
    hub.pushOne(hub.report());
    hub.chain().reset(before); // the copy goes on from where the profile was copied
    const auto other = hub.pushOne(hub.report("case-2"));
    EXPECT_EQ(other.outcome, Outcome::Tampered);
    EXPECT_EQ(other.reason, "fork");
    EXPECT_FALSE(hub.state("case-2"));
}

TEST_P(Authority, refusesAnOperationIdThatComesUnderAnotherEnvelope)
{
    const auto report = hub.report();
    EXPECT_EQ(hub.pushOne(report).outcome, Outcome::Applied);
    const auto again = hub.pushOne(report, 1);
    EXPECT_FALSE(isLogged(again.outcome));
    EXPECT_EQ(again.reason, "operationIdReused");
    EXPECT_EQ(valueOf(hub.log.head()), 1);
}

TEST_P(Authority, knowsNoStrangersAndNoOtherStreams)
{
    const auto key = Hub::makeKey(9);
    DeviceChain stranger(Hub::headOf("desk-9"), key);
    const auto bytes = valueOf(stranger.seal(hub.report(), SealContext{.hlc = {1, 0}, .wall = hub.wall, .bootId = "b"})).bytes;
    const auto unknown = hub.push({bytes}).front();
    EXPECT_EQ(unknown.outcome, Outcome::Tampered);
    EXPECT_EQ(unknown.reason, "unknownDevice");

    DeviceChain abroad({.device = DeviceId::literal("desk-1"), .stream = "990101002", .lastHash = {}}, hub.key);
    const auto foreign = hub.push({valueOf(abroad.seal(hub.report(), SealContext{.hlc = {1, 0}, .wall = hub.wall, .bootId = "b"})).bytes}).front();
    EXPECT_FALSE(isLogged(foreign.outcome)) << foreign.reason;
    EXPECT_EQ(valueOf(hub.log.head()), 0);
}

TEST_P(Authority, enrolsADeviceOnceAndNeverUnderAnotherKey)
{
    EXPECT_TRUE(hub.authority.enrol(DeviceId::literal("desk-1"), hub.key.publicKey()));
    EXPECT_EQ(hub.authority.enrol(DeviceId::literal("desk-1"), Hub::makeKey(2).publicKey()).error().code, ErrorCode::Inconsistent);
}

TEST_P(Authority, effectiveTimeIsTheDevicesWordButNeverLaterThanReceiptNorBeforeTheCase)
{
    hub.wall = hub.now - std::chrono::minutes{10};
    EXPECT_EQ(hub.pushOne(hub.report()).effective, hub.wall);
    hub.offset = 120'000; // the device knows that its clock is two minutes slow
    EXPECT_EQ(hub.pushOne(hub.comment("一"), 1).effective, hub.wall + std::chrono::minutes{2});
    hub.offset = 0;
    hub.wall = hub.now + std::chrono::hours{24 * 365};
    const auto future = hub.pushOne(hub.comment("二"), 2);
    EXPECT_EQ(future.effective, hub.now);
    EXPECT_EQ(future.outcome, Outcome::Applied);
    hub.wall = hub.now - std::chrono::hours{5};
    EXPECT_EQ(hub.pushOne(hub.comment("三"), 3).effective, hub.now) << "not before what happened to the case already";
    EXPECT_EQ(hub.history()[3].doubtMs, 5 * 3'600'000);
}

TEST_P(Authority, keepsWhenItTookAnOperationInAndHowFarTheDevicesWordIsFromIt)
{
    hub.wall = hub.now - std::chrono::hours{24 * 200}; // somebody enters today what he says he did half a year ago
    EXPECT_EQ(hub.pushOne(hub.report()).effective, hub.wall);
    const auto entry = hub.history().front();
    EXPECT_EQ(entry.receivedAt, hub.now);
    EXPECT_EQ(entry.doubtMs, std::int64_t{24} * 200 * 3'600'000) << "the whole way, not only what the effective time was moved";
}

TEST_P(Authority, takesARecordOfASourceOnceWhoeverBringsIt)
{
    const auto adopt = [&](const char* number, const char* caseId) {
        return hub.operation("im", K::Adopt, payload({{"outsideNumber", number}, {"platform", "suzhou"}, {"recordHash", "ab"}, {"stage", "reported"}}), caseId);
    };
    EXPECT_EQ(hub.pushOne(adopt("SZ-1", "case-1")).outcome, Outcome::Applied);
    const auto again = hub.push({hub.seal(adopt("SZ-1", "case-2")), hub.seal(adopt("SZ-2", "case-3")), hub.seal(adopt("SZ-2", "case-4"))});
    EXPECT_EQ(again[0].outcome, Outcome::Conflict);
    ASSERT_TRUE(again[0].refusal);
    EXPECT_EQ(again[0].refusal->rule, RefusalRule::OnceOnly);
    EXPECT_EQ(again[1].outcome, Outcome::Applied);
    EXPECT_EQ(again[2].outcome, Outcome::Conflict) << "also behind the first in one batch";
    EXPECT_FALSE(hub.state("case-2"));
    EXPECT_FALSE(hub.state("case-4"));
}

TEST_P(Authority, anErrorLogsNothingOfTheBatch)
{
    const auto report = hub.seal(hub.report());
    ASSERT_TRUE(hub.log.begin()); // another transaction is open: the push cannot begin its own
    EXPECT_FALSE(hub.authority.push(std::vector{report}, hub.now));
    hub.log.rollback();
    EXPECT_EQ(valueOf(hub.log.head()), 0);
    EXPECT_EQ(hub.push({report}).front().outcome, Outcome::Applied);
}

TEST_P(Authority, foldsTheHistoryToTheSameCaseAfterARestart)
{
    hub.pushOne(hub.report());
    hub.pushOne(hub.accept(), 1);
    hub.pushOne(hub.file(), 2);
    hub.pushOne(hub.file(), 3); // refused
    hub.now += std::chrono::minutes{7};
    hub.wall = hub.now;
    hub.pushOne(hub.operation("di", K::Dispatch, payload({{"lead", "city"}, {"basis", "statutory"}, {"duty", "d-city"}})), 3);
    hub.pushOne(hub.operation("city-ha", K::Sign, payload({{"assignment", "a1"}})), 4);
    const auto live = *hub.state();
    EXPECT_EQ(live.stage, Stage::Handling);

    RuleLibrary freshRules(hub.log);
    const auto folded = valueOf(foldCase(hub.history(), freshRules));
    ASSERT_TRUE(folded);
    EXPECT_EQ(*folded, live);
    EXPECT_EQ(describe(*folded), describe(live));
    LocalAuthority restarted(hub.log, freshRules, "990101001");
    EXPECT_EQ(valueOf(restarted.caseState(CaseId::literal("case-1"))), live);
}

TEST_P(Authority, manyCasesAreTheSameFromTheCacheAndFromTheLog)
{
    for (int i = 0; i < 600; ++i) { // more than the cache holds
        const std::string id = "case-" + std::to_string(i);
        const auto answers = hub.push({hub.seal(hub.report(id.c_str())), hub.seal(hub.accept(id.c_str()), 1)});
        ASSERT_EQ(answers[1].outcome, Outcome::Applied);
    }
    std::set<std::string> numbers;
    LocalAuthority restarted(hub.log, hub.library, "990101001");
    for (int i = 0; i < 600; i += 37) {
        const auto id = CaseId::literal("case-" + std::to_string(i));
        const auto state = valueOf(hub.authority.caseState(id));
        EXPECT_EQ(valueOf(restarted.caseState(id)), state);
        numbers.insert(state->number);
    }
    EXPECT_EQ(numbers.size(), 17U);
    EXPECT_EQ(valueOf(hub.log.head()), 1200);
}

} // namespace
} // namespace griddesk::testing
