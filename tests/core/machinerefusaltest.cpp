// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that may refuse, refused once by a situation of the trade.
#include "tests/support/casebuilder.h"

#include <functional>
#include <map>

using namespace griddesk;
using namespace griddesk::testing;
using K = OperationKind;
using R = RefusalRule;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

Scenario at(Stage stage)
{
    Scenario s;
    s.upTo(stage);
    return s;
}

Refusal of(const Scenario& s, const Operation& operation)
{
    auto result = s.tries(operation);
    EXPECT_FALSE(result) << nameOf(operation.kind) << " was not refused";
    return result ? Refusal{} : result.error();
}

const auto word = [] { return payload({{"words", "x"}}); };
const auto reason = [] { return payload({{"reason", "x"}}); };
const auto a1 = [](std::initializer_list<std::pair<const char*, Value>> more = {}) {
    auto value = payload(more);
    value.set("assignment", "a1");
    return value;
};

using Situation = std::function<Refusal()>;

const std::map<R, Situation>& situations()
{
    static const std::map<R, Situation> all{
        {R::WrongCase, [] {
             auto s = at(Stage::Reported);
             auto op = s.operation("op", K::Comment, word());
             op.caseId = CaseId::literal("case-2");
             return of(s, op);
         }},
        {R::RulesMismatch, [] {
             auto s = at(Stage::Reported);
             auto op = s.operation("op", K::Comment, word());
             op.rules = std::string(64, 'c');
             return of(s, op);
         }},
        {R::BeforeHistory, [] { return at(Stage::Reported).wait(minutes{-1}).refused("op", K::Comment, word()); }},
        {R::Repeated, [] {
             auto s = at(Stage::Reported);
             return of(s, s.history().back().first);
         }},
        {R::FirstOperation, [] { return Scenario().refused("op", K::Comment, word()); }},
        {R::PairMissing, [] {
             auto s = at(Stage::Reported);
             auto op = s.operation("op", K::Merge, payload({{"side", "kept"}, {"other", "case-2"}}));
             op.pairId.clear();
             return of(s, op);
         }},
        {R::PostNotHeld, [] {
             auto s = at(Stage::Reported);
             auto op = s.operation("op", K::Comment, word());
             op.actor.account = AccountId::literal("u-sl");
             return of(s, op);
         }},
        {R::RoleMissing, [] { return at(Stage::Checked).refused("op", K::Close, payload({{"closing", "恢复"}})); }},
        {R::StageClosed, [] { return at(Stage::Reported).refused("op", K::File, payload({{"standard", "s-waste"}})); }},
        {R::FieldMissing, [] { return at(Stage::Reported).refused("op", K::Accept); }},
        {R::FieldUnknown, [] { return at(Stage::Reported).refused("op", K::Comment, word().set("phone", "13800000000")); }},
        {R::FieldType, [] { return at(Stage::Reported).refused("op", K::Comment, payload({{"words", 5}})); }},
        {R::FieldTooLong, [] { return at(Stage::Reported).refused("op", K::Comment, payload({{"words", std::string(20'001, 'x')}})); }},
        {R::FieldChoice, [] { return at(Stage::Reported).refused("op", K::FollowUp, payload({{"kind", "shout"}, {"words", "x"}})); }},
        {R::ReferenceUnknown, [] { return at(Stage::Filed).refused("di", K::Dispatch, payload({{"lead", "nobody"}, {"basis", "statutory"}})); }},
        {R::RecordUnknown, [] { return at(Stage::Handling).refused("city-ul", K::CheckIn, payload({{"whistle", "w9"}})); }},
        {R::AssignmentUnknown, [] { return at(Stage::Dispatched).refused("city-ha", K::Sign, payload({{"assignment", "a9"}})); }},
        {R::AssignmentState, [] { return at(Stage::Handling).refused("city-ha", K::Sign, a1()); }},
        {R::AssignmentLevel, [] { return at(Stage::Handling).refused("di", K::ReleaseAssist, a1({{"reason", "x"}})); }},
        {R::NotYourUnit, [] { return at(Stage::Dispatched).refused("water-ha", K::Sign, a1()); }},
        {R::NotAnswerable, [] { return at(Stage::Reported).refused("op", K::Answer, word()); }},
        {R::FromOutside, [] {
             Scenario s;
             s.does("op", K::Report, payload({{"source", "superior"}, {"text", "x"}, {"address", "y"}, {"order", payload({{"number", "1"}, {"platform", "p"}})}}));
             return s.refused("op", K::Reject, payload({{"code", "notOurDuty"}, {"reason", "x"}}));
         }},
        {R::DangerNoReason, [] { return at(Stage::Reported).refused("op", K::Reject, payload({{"code", "danger"}, {"reason", "x"}})); }},
        {R::NothingAsked, [] { return at(Stage::Dispatched).refused("di", K::DecideReturn, a1({{"agreed", true}, {"words", "x"}})); }},
        {R::AlreadyAsked, [] {
             auto s = at(Stage::Dispatched);
             s.does("city-ul", K::RequestReturn, a1({{"reason", "wrongUnit"}, {"words", "x"}}));
             return s.refused("city-ul", K::RequestReturn, a1({{"reason", "wrongUnit"}, {"words", "x"}}));
         }},
        {R::TransientClass, [] { return Scenario().reported().accepted("traders").refused("op", K::RequestVerify); }},
        {R::VerdictAgainst, [] {
             auto s = at(Stage::Accepted);
             s.does("op", K::RequestVerify).does("crew-gw", K::Verify, payload({{"result", "gone"}}));
             return s.refused("op", K::File, payload({{"standard", "s-waste"}}));
         }},
        {R::StandardForeign, [] { return at(Stage::Accepted).refused("op", K::File, payload({{"standard", "s-ads"}})); }},
        {R::BasisIncomplete, [] { return at(Stage::Filed).refused("di", K::Dispatch, payload({{"lead", "city"}, {"basis", "statutory"}})); }},
        {R::UnitLevel, [] { return at(Stage::Filed).refused("di", K::Dispatch, payload({{"lead", "crew"}, {"basis", "statutory"}, {"duty", "d-city"}})); }},
        {R::SameUnit, [] {
             return at(Stage::Handling).refused("di", K::Redispatch, payload({{"lead", "city"}, {"basis", "statutory"}, {"duty", "d-city"}, {"reason", "x"}}));
         }},
        {R::MustDesignate, [] {
             auto s = at(Stage::Filed);
             for (const char* a : {"a1", "a2"})
                 s.dispatched()
                     .does("city-ul", K::RequestReturn, payload({{"assignment", a}, {"reason", "noAuthority"}, {"words", "x"}}))
                     .does("di", K::DecideReturn, payload({{"assignment", a}, {"agreed", true}, {"words", "x"}}));
             return s.refused("di", K::Dispatch, payload({{"lead", "city"}, {"basis", "statutory"}, {"duty", "d-city"}}));
         }},
        {R::WindowOver, [] { return at(Stage::Dispatched).wait(hours{24}).refused("city-ul", K::RequestReturn, a1({{"reason", "wrongUnit"}, {"words", "x"}})); }},
        {R::Arbitration, [] {
             auto s = at(Stage::Dispatched);
             s.does("city-ul", K::RequestReturn, a1({{"reason", "wrongUnit"}, {"words", "x"}})).wait(hours{3});
             return s.refused("di", K::DecideReturn, a1({{"agreed", true}, {"words", "x"}}));
         }},
        {R::OtherPostDecides, [] {
             auto s = at(Stage::Filed);
             s.does("sl", K::Designate, payload({{"lead", "city"}, {"reason", "x"}})).does("di", K::Dispatch, payload({{"lead", "city"}, {"basis", "designated"}}));
             return s.refused("di", K::Revoke, a1({{"reason", "x"}}));
         }},
        {R::OpenSubtasks, [] {
             auto s = at(Stage::Handling);
             s.does("city-ul", K::Subdispatch, a1({{"unit", "clean"}}));
             return s.refused("city-ul", K::RequestReturn, a1({{"reason", "wrongUnit"}, {"words", "x"}}));
         }},
        {R::LastTier, [] { return at(Stage::Handling).refused("city-ul", K::RaiseTier, a1({{"reason", "x"}})); }},
        {R::NotElastic, [] {
             const Value::List milestones{payload({{"title", "x"}, {"due", "2026-05-01T00:00:00Z"}})};
             return at(Stage::Handling).refused("city-ha", K::Plan, payload({{"milestones", milestones}}));
         }},
        {R::AfterDeadline, [] { return at(Stage::Handling).wait(hours{48}).refused("city-ha", K::RequestExtension, a1({{"reason", "x"}})); }},
        {R::UsedUp, [] {
             auto s = at(Stage::Handling);
             s.does("city-ha", K::RequestSuspension, payload({{"until", "2026-03-03T01:00:00Z"}, {"reason", "x"}})).does("sl", K::DecideSuspension, payload({{"agreed", true}}));
             return s.refused("city-ha", K::RequestSuspension, payload({{"until", "2026-03-05T01:00:00Z"}, {"reason", "x"}}));
         }},
        {R::TooFar, [] { return at(Stage::Handling).refused("city-ha", K::RequestSuspension, payload({{"until", "2027-03-05T01:00:00Z"}, {"reason", "x"}})); }},
        {R::InThePast, [] { return at(Stage::Handling).refused("city-ha", K::RequestSuspension, payload({{"until", "2026-03-01T01:00:00Z"}, {"reason", "x"}})); }},
        {R::Standstill, [] {
             auto s = at(Stage::Handling);
             s.does("city-ha", K::RequestSuspension, payload({{"until", "2026-03-03T01:00:00Z"}, {"reason", "x"}})).does("sl", K::DecideSuspension, payload({{"agreed", true}}));
             return s.refused("city-ha", K::Reply, a1({{"result", "resolved"}, {"words", "x"}}));
         }},
        {R::NotStandingStill, [] { return at(Stage::Handling).refused("sl", K::Resume); }},
        {R::CheckerHandled, [] { return at(Stage::Checking).refused("city-rv", K::Check, payload({{"pass", true}, {"evidence", photos({"other"})}})); }},
        {R::CheckNotFailed, [] { return at(Stage::Checking).refused("op", K::Rework, reason()); }},
        {R::NoLead, [] {
             Scenario s;
             s.does("im", K::Adopt, payload({{"outsideNumber", "1"}, {"platform", "p"}, {"recordHash", "ab"}, {"stage", "checking"}}));
             s.does("rv", K::Check, payload({{"pass", false}, {"words", "x"}}));
             return s.refused("op", K::Rework, reason());
         }},
        {R::EvidenceMissing, [] { return at(Stage::Checking).refused("rv", K::Check, payload({{"pass", true}})); }},
        {R::CallbackOpen, [] {
             Scenario s;
             s.reported("ordinary", true).accepted().filed().dispatched().signedBy().replied().checked().closed();
             return s.refused("sl", K::Archive);
         }},
        {R::SourceReplyOpen, [] {
             Scenario s;
             s.does("op", K::Report, payload({{"source", "superior"}, {"text", "x"}, {"address", "y"}, {"order", payload({{"number", "1"}, {"platform", "p"}, {"mustReply", true}})}}));
             s.accepted().does("le", K::ForceClose, reason());
             return s.refused("sl", K::Archive);
         }},
        {R::SameHour, [] {
             auto s = at(Stage::Closed);
             s.does("op", K::Callback, payload({{"reached", false}}));
             return s.refused("op", K::Callback, payload({{"reached", false}}));
         }},
        {R::NoExclusion, [] { return at(Stage::Reported).refused("op", K::AnswerRepeat, word()); }},
        {R::SamePerson, [] {
             auto s = at(Stage::Reported);
             s.does("op", K::RequestExclusion, payload({{"reason", "noNewFacts"}, {"words", "x"}})).does("sl", K::DecideExclusion, payload({{"agreed", true}}));
             return s.refused("sl", K::DecideExclusion, payload({{"agreed", true}}));
         }},
        {R::OnceOnly, [] {
             auto s = at(Stage::Closed);
             s.does("city-ul", K::Appeal, payload({{"about", "overdue"}, {"words", "x"}}));
             return s.refused("city-ul", K::Appeal, payload({{"about", "overdue"}, {"words", "x"}}));
         }},
        {R::Superseded, [] { return at(Stage::Closed).refused("su", K::Urge, word()); }},
        {R::NotMember, [] {
             auto s = at(Stage::Filed);
             s.does("di", K::Consult, payload({{"units", texts({"city"})}, {"question", "x"}}));
             return s.refused("water-ul", K::ConsultReply, payload({{"consultation", "m1"}, {"opinion", "accept"}}));
         }},
    };
    return all;
}

} // namespace

TEST(MachineRefusal, EveryRuleRefusesItsSituation)
{
    for (std::size_t i = 0; i < refusalRuleCount; ++i) {
        const auto rule = static_cast<R>(i);
        const auto found = situations().find(rule);
        ASSERT_NE(found, situations().end()) << "no situation for " << nameOf(rule);
        EXPECT_EQ(nameOf(found->second().rule), nameOf(rule));
    }
}

TEST(MachineRefusal, NamesAreDistinct)
{
    std::map<std::string_view, int> names;
    for (std::size_t i = 0; i < refusalRuleCount; ++i)
        EXPECT_EQ(++names[nameOf(static_cast<R>(i))], 1) << i;
}

TEST(MachineRefusal, MissingFieldsAreNamedTogether)
{
    const auto refusal = at(Stage::Reported).refused("op", K::Accept, payload({{"category", "waste"}}));
    EXPECT_EQ(refusal.missing, (std::vector<std::string>{"urgency", "demandType"}));
    const auto report = Scenario().refused("op", K::Report, payload({{"text", "x"}}));
    EXPECT_EQ(report.missing, (std::vector<std::string>{"source", "place"}));
}

TEST(MachineRefusal, PersonalDataHasNoFieldToStandIn)
{
    for (const auto& spec : operationTable())
        for (const auto& field : spec.fields)
            for (const auto& name : {"name", "phone", "room", "idNumber"}) {
                EXPECT_TRUE(field.name != std::string_view(name) || spec.kind == K::DeclareIncident) << spec.name;
                for (const auto& member : field.fields())
                    EXPECT_NE(member.name, std::string_view(name)) << spec.name << "." << field.name;
            }
}

TEST(MachineRefusal, BadPayloadsOfEveryKindAreRefusedNotCrashed)
{
    const std::vector<Value> bad{true, 5, "x", Value::List{}, payload({{"assignment", "no such"}}), payload({{"evidence", Value::List{5}}}),
                                 payload({{"evidence", photos({"before"})}, {"words", std::string(1, '\0')}}),
                                 payload({{"place", payload({{"lonE7", std::int64_t{1} << 40}, {"latE7", 0}})}}),
                                 payload({{"reporter", Value::List{}}}), payload({{"milestones", Value::List{Value::List{}}}}),
                                 payload({{"units", Value::List{"city", "city"}}}), payload({{"until", "2026-13-01T00:00:00Z"}}),
                                 payload({{"limit", "99999999999wh"}}), payload({{"lead", ""}}), payload({{"lead", std::string(5000, 'a')}})};
    for (const auto stage : {Stage::Reported, Stage::Accepted, Stage::Filed, Stage::Dispatched, Stage::Handling, Stage::Checking, Stage::Closed}) {
        const auto s = at(stage);
        for (const auto& spec : operationTable())
            for (const auto& post : s.rules().posts)
                for (const auto& value : bad) {
                    auto op = s.operation(post.first.text(), spec.kind, value);
                    const auto result = s.tries(op);
                    EXPECT_FALSE(result && value.isObject() && value.has("until") && value.textOr("until").starts_with("2026-13")) << spec.name;
                }
    }
}

TEST(Payload, textThatIsNoUtf8IsRefusedBecauseNobodyCouldReadTheHistoryAfterwards)
{
    auto s = at(Stage::Reported);
    for (const std::string bad : {"a\xff" "b", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe5\x9e", "\x80"}) {
        EXPECT_EQ(s.refused("op", K::Comment, payload({{"words", bad}})).rule, R::FieldType);
        EXPECT_EQ(s.refused("op", K::Report, payload({{"words", bad}})).rule, R::FirstOperation);
        EXPECT_EQ(Scenario().refused("op", K::Report, payload({{"source", "web"}, {"title", bad}, {"text", "x"}})).rule, R::FieldType);
    }
    EXPECT_TRUE(s.tries(s.operation("op", K::Comment, payload({{"words", "路口有成堆垃圾 – café 🗑"}}))));
}
