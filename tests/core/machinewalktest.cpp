// SPDX-License-Identifier: GPL-3.0-or-later
// Whole ways through the life of a case.
#include "models/core/explaincase.h"
#include "models/core/summarise.h"
#include "tests/support/casebuilder.h"

#include <algorithm>

using namespace griddesk;
using namespace griddesk::testing;
using K = OperationKind;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

const Clock* clockOf(const Case& c, ClockKind kind, std::string_view subject = {})
{
    const auto found = std::ranges::find_if(c.clocks.rbegin(), c.clocks.rend(),
                                            [&](const Clock& k) { return k.kind == kind && (subject.empty() || k.subject == subject); });
    return found == c.clocks.rend() ? nullptr : &*found;
}

void replaysEqually(const Scenario& s)
{
    const auto again = replay(s.history(), s.rules());
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, s.c());
    EXPECT_EQ(describe(*again), describe(s.c()));
}

} // namespace

TEST(MachineWalk, TwoLevelDispatchWithFailedFirstCheckEndsInTheArchive)
{
    Scenario s;
    s.reported("ordinary", true).wait(minutes{5}).accepted().wait(minutes{5}).filed().wait(minutes{5}).dispatched("east", "d-east");
    EXPECT_EQ(s.stage(), Stage::Dispatched);
    s.wait(minutes{5}).signedBy("east-ul", "a1");
    EXPECT_EQ(s.stage(), Stage::Handling);
    s.wait(minutes{5}).does("east-ul", K::Subdispatch, payload({{"assignment", "a1"}, {"unit", "crew"}, {"limit", "2wh"}}));
    EXPECT_EQ(s.c().assignments[1].level, 2);
    EXPECT_EQ(s.refused("east-ul", K::Reply, payload({{"assignment", "a1"}, {"result", "resolved"}, {"words", "好"}})).rule,
              RefusalRule::OpenSubtasks);
    s.wait(minutes{5}).signedBy("crew-gw", "a2").wait(minutes{30}).replied("crew-gw", "a2");
    EXPECT_EQ(s.stage(), Stage::Handling) << "a reply on level 2 goes to the unit that gave the work";
    s.does("east-ul", K::ReviewReply, payload({{"assignment", "a2"}, {"verdict", "passOn"}}));
    EXPECT_EQ(s.stage(), Stage::Handled);
    ASSERT_NE(clockOf(s.c(), ClockKind::CaseLimit), nullptr);
    EXPECT_TRUE(clockOf(s.c(), ClockKind::CaseLimit)->metAt);

    s.wait(minutes{10}).checked(false);
    EXPECT_EQ(s.stage(), Stage::Checking) << "a failed check keeps the stage";
    EXPECT_FALSE(clockOf(s.c(), ClockKind::CaseLimit)->metAt) << "it was not done after all";
    const auto start = clockOf(s.c(), ClockKind::CaseLimit)->start;
    s.wait(minutes{5}).does("op", K::Rework, payload({{"reason", "仍有垃圾"}}));
    EXPECT_EQ(s.stage(), Stage::Handling);
    EXPECT_EQ(s.c().reworks, 1);
    EXPECT_EQ(clockOf(s.c(), ClockKind::CaseLimit)->start, start) << "the case clock never restarts";
    EXPECT_EQ(clockOf(s.c(), ClockKind::Rework)->limit, s.rules().parameters.reworkLimit);
    s.wait(minutes{20}).replied("east-ul", "a1").wait(minutes{10}).checked().wait(minutes{5}).closed();
    EXPECT_EQ(s.stage(), Stage::Closed);
    EXPECT_EQ(s.refused("sl", K::Archive).rule, RefusalRule::CallbackOpen);
    s.wait(minutes{5}).does("op", K::Callback, payload({{"reached", true}, {"solved", "yes"}, {"satisfaction", "satisfied"}}));
    s.does("sl", K::Archive);
    EXPECT_EQ(s.stage(), Stage::Archived);
    EXPECT_EQ(onTime(s.c(), s.rules()), true);
    const auto row = summarise(s.c(), s.rules());
    EXPECT_EQ(row.unit, UnitId::literal("east"));
    EXPECT_FALSE(row.due) << "nothing runs any more";
    replaysEqually(s);
}

TEST(MachineWalk, FixedOnTheSpotByAGridWorker)
{
    Scenario s;
    s.rules().parameters.sampleShare = 0;
    const auto value = payload({{"category", "ads"}, {"standard", "s-ads"}, {"area", "E1a"}, {"address", "枫津路3号"}, {"text", "电线杆小广告"},
                                {"evidence", photos({"before", "after"})}});
    s.does("crew-gw", K::SelfHandle, value);
    EXPECT_EQ(s.stage(), Stage::Checked);
    EXPECT_EQ(s.c().source, "patrol");
    EXPECT_TRUE(needsNumber(s.c()));
    s.closed().does("sl", K::Archive);
    EXPECT_EQ(s.stage(), Stage::Archived);

    Scenario drawn;
    drawn.rules().parameters.sampleShare = 100;
    drawn.does("crew-gw", K::SelfHandle, value);
    EXPECT_EQ(drawn.stage(), Stage::Handled) << "drawn for a check";

    Scenario large;
    auto waste = value;
    waste.set("category", "waste").set("standard", "s-waste");
    EXPECT_EQ(large.refused("crew-gw", K::SelfHandle, waste).rule, RefusalRule::FieldMissing) << "not minor: a reason is wanted";
    waste.set("reason", "当场清理完毕");
    large.does("crew-gw", K::SelfHandle, waste);
    EXPECT_EQ(large.stage(), Stage::Handled);
    EXPECT_TRUE(large.c().patrolException);
}

TEST(MachineWalk, ReturnedTwiceOnceFromACommunityThenDesignated)
{
    Scenario s;
    s.reported().accepted().filed().dispatched("east", "d-east").wait(minutes{20});
    s.does("east-ul", K::RequestReturn, payload({{"assignment", "a1"}, {"reason", "wrongUnit"}, {"words", "非社区职责"}, {"proposed", "city"}}));
    s.wait(minutes{20}).does("di", K::DecideReturn, payload({{"assignment", "a1"}, {"agreed", true}, {"words", "同意"}}));
    EXPECT_EQ(s.stage(), Stage::Filed);
    EXPECT_EQ(s.c().returns, 1);
    EXPECT_EQ(s.c().wrongDispatches, 1);
    for (const auto& hold : clockOf(s.c(), ClockKind::CaseLimit)->holders)
        EXPECT_EQ(hold.holder, "centre") << "minutes of a wrong dispatch are the centre's";
    s.dispatched().wait(minutes{20});
    s.does("city-ul", K::RequestReturn, payload({{"assignment", "a2"}, {"reason", "noAuthority"}, {"words", "需水务处理"}}));
    s.wait(hours{3});
    EXPECT_EQ(s.refused("di", K::DecideReturn, payload({{"assignment", "a2"}, {"agreed", true}, {"words", "同意"}})).rule, RefusalRule::Arbitration)
        << "no answer in time is arbitration, not consent";
    s.does("sl", K::DecideReturn, payload({{"assignment", "a2"}, {"agreed", true}, {"words", "仲裁同意"}}));
    EXPECT_TRUE(summarise(s.c(), s.rules()).marked(CaseMark::Arbitration));
    const auto statutory = payload({{"lead", "city"}, {"basis", "statutory"}, {"duty", "d-city"}});
    EXPECT_EQ(s.refused("di", K::Dispatch, statutory).rule, RefusalRule::MustDesignate);
    s.does("sl", K::Designate, payload({{"lead", "water"}, {"reason", "指定水务站承办"}, {"precedent", "dutyItem"}}));
    s.does("di", K::Dispatch, payload({{"lead", "water"}, {"basis", "designated"}}));
    s.does("water-ul", K::Objection, payload({{"words", "保留意见"}}));
    s.does("water-ul", K::RequestReturn, payload({{"assignment", "a3"}, {"reason", "noAuthority"}, {"words", "再退"}}));
    EXPECT_EQ(s.refused("di", K::DecideReturn, payload({{"assignment", "a3"}, {"agreed", true}, {"words", "同意"}})).rule,
              RefusalRule::OtherPostDecides);
    s.does("sl", K::DecideReturn, payload({{"assignment", "a3"}, {"agreed", false}, {"words", "先行处置"}}));
    s.signedBy("water-ha", "a3").replied("water-ha", "a3").checked().closed().does("sl", K::Archive);
    EXPECT_EQ(s.stage(), Stage::Archived);
    replaysEqually(s);
}

TEST(MachineWalk, ReturnedByTheCrewToItsCommunity)
{
    Scenario s;
    s.reported().accepted().filed().dispatched("east", "d-east").signedBy("east-ul");
    s.does("east-ul", K::Subdispatch, payload({{"assignment", "a1"}, {"unit", "crew"}}));
    s.does("crew-gl", K::RequestReturn, payload({{"assignment", "a2"}, {"reason", "wrongUnit"}, {"words", "不在本网格"}}));
    const auto* decision = clockOf(s.c(), ClockKind::ReturnDecision, "a2");
    ASSERT_NE(decision, nullptr);
    ASSERT_EQ(decision->holders.size(), 1u);
    EXPECT_EQ(decision->holders.front().holder, "east") << "the unit that gave the work decides, so its minutes count";
    EXPECT_EQ(s.refused("di", K::DecideReturn, payload({{"assignment", "a2"}, {"agreed", true}, {"words", "同意"}})).rule, RefusalRule::NotYourUnit);
    s.does("east-ul", K::DecideReturn, payload({{"assignment", "a2"}, {"agreed", true}, {"words", "社区自办"}}));
    EXPECT_EQ(s.stage(), Stage::Handling);
    EXPECT_EQ(s.c().returns, 0) << "returns of level 2 are the unit's own affair";
    s.replied("east-ul");
    EXPECT_EQ(s.stage(), Stage::Handled);
}

TEST(MachineWalk, AnsweredDirectly)
{
    Scenario s;
    s.does("op", K::Report, payload({{"source", "hotline12345"}, {"text", "社保卡去哪里办"}, {"demandType", "consult"}}));
    s.does("op", K::Answer, payload({{"words", "社区服务中心二楼"}}));
    EXPECT_EQ(s.stage(), Stage::Answered);
    Scenario complaint;
    complaint.reported();
    EXPECT_EQ(complaint.refused("op", K::Answer, payload({{"words", "好"}})).rule, RefusalRule::NotAnswerable);
}

TEST(MachineWalk, MergedAndTakenApartAgain)
{
    Scenario kept, absorbed(testRules(), "2026-03-02T01:00:00Z", "case-2");
    kept.reported().accepted();
    absorbed.reported().accepted().filed();
    kept.does("op", K::Merge, payload({{"side", "kept"}, {"other", "case-2"}}));
    absorbed.does("op", K::Merge, payload({{"side", "absorbed"}, {"other", "case-1"}}));
    EXPECT_EQ(absorbed.stage(), Stage::Merged);
    EXPECT_EQ(kept.c().repeats, 1);
    EXPECT_EQ(kept.refused("op", K::Unmerge, payload({{"side", "kept"}, {"other", "case-9"}})).rule, RefusalRule::RecordUnknown);
    kept.does("op", K::Unmerge, payload({{"side", "kept"}, {"other", "case-2"}}));
    absorbed.does("op", K::Unmerge, payload({{"side", "absorbed"}, {"other", "case-1"}}));
    EXPECT_EQ(absorbed.stage(), Stage::Filed);
    EXPECT_EQ(kept.c().repeats, 0);
    replaysEqually(absorbed);
}

TEST(MachineWalk, SplitBeginsACaseOfItsOwn)
{
    Scenario s(testRules(), "2026-03-02T01:00:00Z", "case-2");
    s.does("op", K::Split, payload({{"side", "new"}, {"other", "case-1"}, {"category", "waste"}, {"area", "E1a"}, {"text", "第二个问题"},
                                    {"demandType", "complaint"}}));
    EXPECT_EQ(s.stage(), Stage::Accepted);
    s.filed();
    EXPECT_EQ(s.stage(), Stage::Filed);
}

TEST(MachineWalk, SuspensionStopsTheClocksAndEndsByItself)
{
    Scenario s;
    s.reported().accepted().filed("s-waste-large").dispatched().signedBy();
    const auto* index = s.rules().calendars.at("test-1").get();
    const auto before = due(*clockOf(s.c(), ClockKind::Handle, "a1"), *index).at;
    s.does("city-ha", K::RequestSuspension, payload({{"until", "2026-03-06T01:00:00Z"}, {"reason", "等待吊车"}}));
    EXPECT_EQ(s.refused("city-ha", K::DecideSuspension, payload({{"agreed", true}})).rule, RefusalRule::RoleMissing);
    s.does("sl", K::DecideSuspension, payload({{"agreed", true}}));
    EXPECT_TRUE(suspendedAt(s.c(), s.now()));
    EXPECT_TRUE(summarise(s.c(), s.rules()).marked(CaseMark::Suspended));
    EXPECT_GT(due(*clockOf(s.c(), ClockKind::Handle, "a1"), *index).at, before);
    EXPECT_EQ(s.refused("city-ha", K::Reply, payload({{"assignment", "a1"}, {"result", "resolved"}, {"words", "好"}})).rule, RefusalRule::Standstill);
    s.wait(hours{24 * 5});
    EXPECT_FALSE(suspendedAt(s.c(), s.now())) << "it ends by itself";
    EXPECT_EQ(s.refused("sl", K::Resume).rule, RefusalRule::NotStandingStill);
    EXPECT_EQ(s.refused("city-ha", K::RequestSuspension, payload({{"until", "2026-04-06T01:00:00Z"}, {"reason", "再等"}})).rule, RefusalRule::UsedUp);
    s.replied();
    EXPECT_EQ(s.stage(), Stage::Handled);
    replaysEqually(s);
}

TEST(MachineWalk, StatutoryPauseByDocumentAnyNumberOfTimes)
{
    Scenario s;
    s.reported().accepted().filed().dispatched().signedBy();
    for (int round = 0; round < 3; ++round) {
        s.wait(minutes{1}).does("city-ha", K::StatutoryPause, payload({{"phase", "ask"}, {"kind", "testing"}, {"document", "检〔2026〕1号"}}));
        s.does("sl", K::StatutoryPause, payload({{"phase", "agree"}}));
        EXPECT_TRUE(statutoryPausedAt(s.c(), s.now()));
        auto standing = s.c();
        std::erase_if(standing.clocks, [&](const Clock& clock) { return !due(clock, *s.rules().calendars.at("test-1")).open; });
        EXPECT_FALSE(standing.clocks.empty());
        EXPECT_FALSE(summarise(standing, s.rules()).due) << "a clock that stands still has no deadline that could pass";
        s.wait(hours{48}).does("sl", K::StatutoryPause, payload({{"phase", "end"}}));
        EXPECT_FALSE(statutoryPausedAt(s.c(), s.now()));
    }
    const auto* index = s.rules().calendars.at("test-1").get();
    EXPECT_GT(due(*clockOf(s.c(), ClockKind::CaseLimit), *index).at, s.now());
}

TEST(MachineWalk, ExtendedTwiceThenRefused)
{
    Scenario s;
    s.reported().accepted().filed().dispatched().signedBy();
    const auto ask = payload({{"assignment", "a1"}, {"reason", "工作量大"}});
    EXPECT_EQ(s.refused("city-ha", K::RequestExtension, payload({{"assignment", "a1"}, {"reason", "大"}, {"limit", "5wh"}})).rule, RefusalRule::TooFar);
    s.does("city-ha", K::RequestExtension, ask).does("di", K::DecideExtension, payload({{"assignment", "a1"}, {"agreed", false}}));
    s.does("city-ha", K::RequestExtension, ask).does("di", K::DecideExtension, payload({{"assignment", "a1"}, {"agreed", true}}));
    s.does("city-ha", K::RequestExtension, ask);
    EXPECT_EQ(s.refused("di", K::DecideExtension, payload({{"assignment", "a1"}, {"agreed", true}})).rule, RefusalRule::RoleMissing)
        << "the second is the shift leader's";
    s.does("sl", K::DecideExtension, payload({{"assignment", "a1"}, {"agreed", true}}));
    EXPECT_EQ(s.c().extensions, 2);
    EXPECT_EQ(s.refused("city-ha", K::RequestExtension, ask).rule, RefusalRule::UsedUp);
    const auto* index = s.rules().calendars.at("test-1").get();
    EXPECT_EQ(formatInstant(due(*clockOf(s.c(), ClockKind::Handle, "a1"), *index).at), "2026-03-03T07:00:00Z") << "12 working hours from Monday 09:00";
    EXPECT_EQ(clockOf(s.c(), ClockKind::CaseLimit)->extensions.size(), 2u);
    Scenario late;
    late.reported().accepted().filed().dispatched().signedBy().wait(hours{24});
    EXPECT_EQ(late.refused("city-ha", K::RequestExtension, ask).rule, RefusalRule::AfterDeadline);
}

TEST(MachineWalk, ForcedCloseIsMarkedForEver)
{
    Scenario s;
    s.upTo(Stage::Handling);
    s.does("le", K::ForceClose, payload({{"reason", "多次现场核验无法处置"}}));
    EXPECT_EQ(s.stage(), Stage::Closed);
    EXPECT_FALSE(s.c().assignments[0].live());
    s.does("sl", K::Reopen, payload({{"reason", "群众再次反映"}}));
    EXPECT_EQ(s.stage(), Stage::Filed);
    EXPECT_TRUE(s.c().forced);
}

TEST(MachineWalk, DissatisfiedCallbackGoesBackToTheSameUnit)
{
    Scenario s;
    s.reported("ordinary", true).accepted().filed().dispatched().signedBy().replied().checked().closed().wait(hours{20});
    s.does("op", K::Callback, payload({{"reached", true}, {"solved", "no"}, {"satisfaction", "dissatisfied"}}));
    EXPECT_EQ(s.stage(), Stage::Dispatched);
    EXPECT_TRUE(summarise(s.c(), s.rules()).marked(CaseMark::Redo));
    ASSERT_EQ(s.c().assignments.size(), 2u);
    EXPECT_EQ(s.c().assignments[1].unit, UnitId::literal("city"));
    EXPECT_EQ(clockOf(s.c(), ClockKind::Redo)->limit, s.rules().parameters.redoLimit);
    s.signedBy("city-ha", "a2").replied("city-ha", "a2").checked().closed();
    s.does("op", K::Callback, payload({{"reached", true}, {"solved", "yes"}})).does("sl", K::Archive);
    s.wait(hours{24 * 100}).does("op", K::Callback, payload({{"reached", true}, {"solved", "no"}}));
    EXPECT_EQ(s.stage(), Stage::Archived) << "after 90 days only a new linked case helps";
    replaysEqually(s);
}

TEST(MachineWalk, UnreachableAfterThreeAttemptsAtDifferentHours)
{
    Scenario s;
    s.reported("ordinary", true).accepted().filed().dispatched().signedBy().replied().checked().closed();
    s.does("op", K::Callback, payload({{"reached", false}}));
    EXPECT_EQ(s.refused("op", K::Callback, payload({{"reached", false}})).rule, RefusalRule::SameHour);
    s.wait(hours{1}).does("op", K::Callback, payload({{"reached", false}}));
    EXPECT_FALSE(s.c().callbackDone);
    s.wait(hours{1}).does("op", K::Callback, payload({{"reached", false}}));
    EXPECT_TRUE(s.c().callbackDone);
    s.does("sl", K::Archive);
}

TEST(MachineWalk, CallbackBeforeClosingWhenTheRulesSaySo)
{
    Scenario s;
    s.rules().parameters.callbackGate = "beforeClose";
    s.reported("ordinary", true).accepted().filed().dispatched().signedBy().replied().checked();
    EXPECT_EQ(s.refused("sl", K::Close, payload({{"closing", "恢复"}})).rule, RefusalRule::CallbackOpen);
    s.does("op", K::Callback, payload({{"reached", true}, {"solved", "yes"}})).closed().does("sl", K::Archive);
    EXPECT_EQ(s.stage(), Stage::Archived);
}

namespace {
Value adoption(const char* stage)
{
    return payload({{"outsideNumber", "101000295613"}, {"platform", "boston311"}, {"recordHash", "abcd"}, {"stage", stage},
                    {"reportedAt", "2025-01-02T03:04:05Z"}, {"due", "2025-01-09T03:04:05Z"}, {"title", "Missed trash"}, {"text", "Missed trash"},
                    {"category", "waste"}, {"area", "E1a"}, {"place", placeAt(-710000000, 423000000)}});
}
}

TEST(MachineWalk, AdoptedClosedCaseStatesOnlyWhatTheSourceStates)
{
    Scenario s;
    s.does("im", K::Adopt, adoption("closed").set("closedAt", "2025-01-08T00:00:00Z").set("sourceOnTime", true));
    EXPECT_EQ(s.stage(), Stage::Closed);
    EXPECT_FALSE(s.c().acceptedAt);
    EXPECT_FALSE(s.c().dispatchedAt);
    EXPECT_EQ(onTime(s.c(), s.rules()), true);
    const auto row = summarise(s.c(), s.rules());
    EXPECT_EQ(row.closedAt, parseInstant("2025-01-08T00:00:00Z").value());
    EXPECT_EQ(row.caseDue, parseInstant("2025-01-09T03:04:05Z").value());
    EXPECT_FALSE(row.due);
    EXPECT_TRUE(row.marked(CaseMark::Imported));
    Scenario late;
    late.does("im", K::Adopt, adoption("closed").set("closedAt", "2025-01-10T00:00:00Z"));
    EXPECT_EQ(onTime(late.c(), late.rules()), false);
    Scenario disorder;
    auto backwards = adoption("closed").set("closedAt", "2025-01-01T00:00:00Z");
    const auto unsaid = disorder.refused("im", K::Adopt, backwards);
    EXPECT_EQ(unsaid.rule, RefusalRule::FieldMissing) << "closed before it was reported";
    EXPECT_EQ(unsaid.missing, std::vector<std::string>{"clockDisorder"});
    disorder.does("im", K::Adopt, backwards.set("clockDisorder", true));
    EXPECT_TRUE(summarise(disorder.c(), disorder.rules()).marked(CaseMark::ClockDisorder));
    s.does("sl", K::Archive);
    EXPECT_EQ(s.refused("op", K::Adopt, adoption("closed")).rule, RefusalRule::FirstOperation);
}

TEST(MachineWalk, AdoptedEndsAreKeptAndOnlyWhatWasDoneCounts)
{
    for (const auto& [stage, met] : {std::pair{"answered", true}, {"archived", true}, {"rejected", false}, {"returnedUp", false}, {"handedOver", false}, {"voided", false}}) {
        Scenario s;
        s.does("im", K::Adopt, adoption(stage).set("closedAt", "2025-01-08T00:00:00Z"));
        EXPECT_EQ(nameOf(s.stage()), stage);
        ASSERT_EQ(s.c().clocks.size(), 1U) << stage;
        EXPECT_EQ(s.c().clocks.front().metAt.has_value(), met) << stage;
        EXPECT_EQ(s.c().clocks.front().cancelledAt.has_value(), !met) << stage;
        EXPECT_EQ(onTime(s.c(), s.rules()).has_value(), met) << stage << ": what was given up is neither on time nor late";
    }
}

TEST(MachineWalk, AdoptedDoneCaseNamesWhoDidItAndGoesBackToThemWhenReopened)
{
    Scenario s;
    s.does("im", K::Adopt, adoption("closed").set("closedAt", "2025-01-08T00:00:00Z").set("unit", "city"));
    EXPECT_EQ(summarise(s.c(), s.rules()).unit, UnitId::literal("city"));
    ASSERT_EQ(s.c().assignments.size(), 1U);
    EXPECT_FALSE(s.c().assignments.front().signedAt || s.c().assignments.front().repliedAt) << "the source does not say when";
    EXPECT_EQ(s.c().clocks.size(), 1U) << "and no clock of ours is started";
    s.does("sl", K::Reopen, payload({{"reason", "居民反映又坏了"}}));
    EXPECT_EQ(summarise(s.c(), s.rules()).unit, UnitId::literal("city"));
    Scenario given;
    given.does("im", K::Adopt, adoption("rejected").set("closedAt", "2025-01-08T00:00:00Z").set("unit", "city"));
    EXPECT_TRUE(given.c().assignments.empty());
    replaysEqually(s);
}

TEST(MachineWalk, AdoptedOpenCaseGoesOnFromItsStage)
{
    Scenario s;
    s.does("im", K::Adopt, adoption("handling"));
    EXPECT_EQ(s.stage(), Stage::Handling);
    EXPECT_TRUE(s.c().assignments.empty()) << "who handles it is unknown";
    EXPECT_EQ(summarise(s.c(), s.rules()).caseDue, parseInstant("2025-01-09T03:04:05Z").value());
    s.does("di", K::Redispatch, payload({{"lead", "city"}, {"basis", "statutory"}, {"duty", "d-city"}, {"reason", "承接导入案件"}}));
    s.signedBy().replied().checked().closed().does("sl", K::Archive);
    EXPECT_EQ(s.stage(), Stage::Archived);
    EXPECT_EQ(onTime(s.c(), s.rules()), false);
    Scenario first;
    first.does("im", K::Adopt, adoption("reported"));
    first.accepted().filed().dispatched();
    EXPECT_EQ(first.stage(), Stage::Dispatched);
    Scenario known;
    known.does("im", K::Adopt, adoption("handling").set("unit", "city"));
    known.replied("city-ul");
    EXPECT_EQ(known.stage(), Stage::Handled);
    replaysEqually(s);
}

TEST(MachineWalk, OrderFromOutsideGoesBackToItsSource)
{
    Scenario s;
    s.does("op", K::Report,
           payload({{"source", "superior"}, {"text", "请核实处理"}, {"address", "枫津路"},
                    {"order", payload({{"number", "SZ-1"}, {"platform", "suzhou"}, {"due", "2026-03-05T00:00:00Z"}, {"mustReply", true}})}}));
    EXPECT_EQ(s.refused("op", K::Reject, payload({{"code", "notOurDuty"}, {"reason", "不归我们"}})).rule, RefusalRule::FromOutside);
    s.does("di", K::ReturnToSource, payload({{"order", "SZ-1"}, {"reason", "非本街道"}}));
    EXPECT_FALSE(clockOf(s.c(), ClockKind::Upstream)->cancelledAt) << "our clock runs until the source agrees";
    s.does("di", K::SourceDecision, payload({{"order", "SZ-1"}, {"agreed", false}}));
    s.accepted().filed().dispatched().signedBy().replied().checked().closed();
    EXPECT_EQ(s.refused("sl", K::Archive).rule, RefusalRule::SourceReplyOpen);
    EXPECT_FALSE(clockOf(s.c(), ClockKind::Upstream)->metAt);
    s.does("di", K::ReplyToSource, payload({{"order", "SZ-1"}, {"words", "已办结"}}));
    EXPECT_TRUE(clockOf(s.c(), ClockKind::Upstream)->metAt);
    s.does("sl", K::Archive);

    Scenario back;
    back.does("op", K::Report, payload({{"source", "superior"}, {"text", "请核实"}, {"address", "x"}, {"order", payload({{"number", "SZ-2"}, {"platform", "suzhou"}})}}));
    back.does("sl", K::ReturnToSource, payload({{"order", "SZ-2"}, {"reason", "非本街道"}}));
    back.does("sl", K::SourceDecision, payload({{"order", "SZ-2"}, {"agreed", true}}));
    EXPECT_EQ(back.stage(), Stage::ReturnedUp);
}

TEST(MachineWalk, EmergencyGoesToTheFallbackUnitAtOnce)
{
    Scenario s;
    s.does("op", K::Report, payload({{"text", "井盖没了"}, {"address", "路口"}, {"urgency", "critical"}}));
    s.accepted("manhole", "critical", "help").filed("s-manhole");
    EXPECT_EQ(s.refused("di", K::Dispatch, payload({{"lead", "water"}, {"basis", "emergency"}})).rule, RefusalRule::BasisIncomplete);
    s.does("di", K::Dispatch, payload({{"lead", "east"}, {"basis", "emergency"}})).signedBy("east-ul");
    ASSERT_NE(clockOf(s.c(), ClockKind::MakeSafe), nullptr);
    s.wait(minutes{30}).does("east-ul", K::Progress, payload({{"assignment", "a1"}, {"words", "已围挡"}, {"madeSafe", true}}));
    EXPECT_TRUE(clockOf(s.c(), ClockKind::MakeSafe)->metAt);
    s.does("di", K::ChangeLead, payload({{"lead", "water"}, {"reason", "权属单位"}, {"keepFormer", true}}));
    EXPECT_EQ(s.stage(), Stage::Dispatched);
    EXPECT_EQ(s.c().assignments[0].role, AssignmentRole::Assist);
    s.signedBy("water-ha", "a2").replied("water-ha", "a2");
    EXPECT_EQ(s.stage(), Stage::Handled);
    s.does("east-ul", K::AssistReply, payload({{"assignment", "a1"}, {"words", "围挡已撤"}})).checked().closed();
}

TEST(MachineWalk, ConsultationDecidesTheLead)
{
    Scenario s;
    s.reported().accepted().filed();
    s.does("di", K::Consult, payload({{"units", texts({"city", "water"})}, {"question", "谁主办"}, {"pause", true}}));
    s.wait(hours{5}).does("water-ul", K::ConsultReply, payload({{"consultation", "m1"}, {"opinion", "accept"}}));
    s.does("di", K::ConcludeConsult, payload({{"consultation", "m1"}, {"lead", "water"}, {"words", "水务站主办"}}));
    const auto* index = s.rules().calendars.at("test-1").get();
    EXPECT_GT(due(*clockOf(s.c(), ClockKind::Dispatch), *index).at, s.now()) << "the step's clock stood still";
    EXPECT_EQ(s.refused("di", K::Dispatch, payload({{"lead", "city"}, {"basis", "negotiated"}})).rule, RefusalRule::BasisIncomplete);
    s.does("di", K::Dispatch, payload({{"lead", "water"}, {"basis", "negotiated"}, {"record", "m1"}}));
    EXPECT_EQ(s.c().assignments[0].basisRecord, "m1");
}

TEST(MachineWalk, PromisedDayReplacesTheLimitWhenThePlanIsAgreed)
{
    Scenario s;
    s.reported().accepted("illegal").filed("s-illegal").dispatched().signedBy();
    Value::List milestones{payload({{"title", "约谈"}, {"due", "2026-04-01T00:00:00Z"}}), payload({{"title", "拆除"}, {"due", "2026-06-01T00:00:00Z"}})};
    s.does("city-ha", K::Plan, payload({{"milestones", milestones}})).does("sl", K::DecidePlan, payload({{"agreed", true}}));
    const auto* index = s.rules().calendars.at("test-1").get();
    EXPECT_EQ(due(*clockOf(s.c(), ClockKind::CaseLimit), *index).at, parseInstant("2026-06-01T00:00:00Z").value());
    s.does("city-ha", K::ReachMilestone, payload({{"milestone", 0}, {"evidence", photos({"other"})}}));
    EXPECT_TRUE(summarise(s.c(), s.rules()).marked(CaseMark::PlanOpen));
    s.replied();
    replaysEqually(s);
}

TEST(MachineWalk, GridRaisesToCommunityAndCommunityToTheCentre)
{
    Scenario s;
    s.reported().accepted().filed().dispatched("east", "d-east").signedBy("east-ul");
    s.does("east-ul", K::LowerTier, payload({{"assignment", "a1"}, {"unit", "crew"}, {"reason", "先由网格处置"}}));
    EXPECT_NE(clockOf(s.c(), ClockKind::TryFor, "a2"), nullptr);
    s.does("crew-gl", K::RaiseTier, payload({{"assignment", "a2"}, {"reason", "需要执法"}}));
    EXPECT_EQ(s.stage(), Stage::Handling);
    s.does("east-ul", K::RaiseTier, payload({{"assignment", "a1"}, {"reason", "需要执法"}}));
    EXPECT_EQ(s.stage(), Stage::Filed);
    EXPECT_EQ(s.c().returns, 0) << "raising is no return";
    s.dispatched().signedBy("city-ha", "a3");
    EXPECT_EQ(s.refused("city-ul", K::RaiseTier, payload({{"assignment", "a3"}, {"reason", "x"}})).rule, RefusalRule::LastTier);
    s.does("di", K::TransferUp, payload({{"receiver", "区城管局"}, {"receipt", "Q-7"}, {"reason", "超出权限"}}));
    EXPECT_EQ(s.stage(), Stage::HandedOver);
}

TEST(MachineWalk, ContactIsForTheDeskAndConsentedHandlersOnly)
{
    Scenario s;
    s.upTo(Stage::Handling);
    EXPECT_TRUE(mayRevealContact(s.c(), s.actor("op"), s.rules(), s.now()));
    EXPECT_TRUE(mayRevealContact(s.c(), s.actor("city-ha"), s.rules(), s.now()));
    EXPECT_FALSE(mayRevealContact(s.c(), s.actor("water-ha"), s.rules(), s.now()));
    EXPECT_FALSE(mayRevealContact(s.c(), s.actor("au"), s.rules(), s.now()));
    Scenario tip;
    tip.reported().accepted("waste", "ordinary", "tipOff").filed().dispatched().signedBy();
    EXPECT_FALSE(mayRevealContact(tip.c(), tip.actor("city-ha"), tip.rules(), tip.now()));
    EXPECT_TRUE(summarise(tip.c(), tip.rules()).marked(CaseMark::Confidential));
}

TEST(MachineWalk, WhatIsAllowedNextSaysWhatIsMissingForTheRest)
{
    Scenario s;
    s.reported().accepted().filed();
    const auto list = allowedOperations(s.c(), s.actor("di"), s.rules(), s.now());
    const auto of = [&](K kind) { return std::ranges::find(list, kind, &AllowedOperation::kind); };
    ASSERT_NE(of(K::Dispatch), list.end());
    EXPECT_TRUE(of(K::Dispatch)->allowed());
    EXPECT_EQ(of(K::Accept), list.end()) << "not of this stage";
    ASSERT_NE(of(K::Designate), list.end());
    EXPECT_EQ(of(K::Designate)->refusal->rule, RefusalRule::RoleMissing);
    EXPECT_TRUE(of(K::Designate)->refusal->whoCan.has(Role::ShiftLeader));
    EXPECT_EQ(of(K::ConcludeConsult)->refusal->rule, RefusalRule::NothingAsked);
}

TEST(MachineWalk, LampOfTheCaseIsTheWorstOfItsRunningClocks)
{
    Scenario s;
    s.upTo(Stage::Handling);
    EXPECT_EQ(explainCase(s.c(), s.rules(), s.now()).lamp, Lamp::Green);
    const auto row = summarise(s.c(), s.rules());
    EXPECT_EQ(formatInstant(*row.due), "2026-03-02T07:00:00Z") << "4 working hours from 09:00, dinner hour out";
    EXPECT_EQ(explainCase(s.c(), s.rules(), *row.yellowAt - Milliseconds{1}).lamp, Lamp::Green);
    EXPECT_EQ(explainCase(s.c(), s.rules(), *row.yellowAt).lamp, Lamp::Yellow);
    EXPECT_EQ(explainCase(s.c(), s.rules(), *row.due + Milliseconds{1}).lamp, Lamp::Red);
}

TEST(MachineWalk, TheSameOutsideOrderIsNotTakenTwice)
{
    Scenario s;
    const auto order = payload({{"number", "SZ-1"}, {"platform", "suzhou"}, {"mustReply", true}});
    s.does("op", K::Report, payload({{"source", "superior"}, {"text", "x"}, {"address", "y"}, {"order", order}}));
    EXPECT_EQ(s.refused("op", K::FollowUp, payload({{"kind", "join"}, {"order", order}})).rule, RefusalRule::OnceOnly)
        << "a second one of the same number could never be answered";
}
