// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/casebuilder.h"

#include <map>

namespace griddesk::testing {

/// Cases whose last operation is one that no plain case of any stage allows: it needs something asked, sent or agreed
/// before. By the operation shown.
inline std::map<OperationKind, Scenario (*)()> ownScenarios()
{
    using K = OperationKind;
    struct Short { // what many of them begin with
        static Scenario at(Stage stage) { return std::move(Scenario().upTo(stage)); }
        static Value a(const char* assignment, std::initializer_list<std::pair<const char*, Value>> members = {})
        {
            return payload(members).set("assignment", assignment);
        }
        static Scenario ordered()
        {
            Scenario s;
            s.does("op", K::Report, payload({{"source", "superior"}, {"text", "请核实处理"}, {"address", "枫津路"},
                                             {"order", payload({{"number", "SZ-1"}, {"platform", "suzhou"}, {"due", "2026-03-05T00:00:00Z"}})}}));
            return s;
        }
        static Scenario consulted()
        {
            auto s = at(Stage::Filed);
            s.does("di", K::Consult, payload({{"units", texts({"city"})}, {"question", "谁主办"}}));
            return s;
        }
        static Scenario designated()
        {
            auto s = at(Stage::Filed);
            s.does("sl", K::Designate, payload({{"lead", "city"}, {"reason", "指定承办"}}));
            return s;
        }
        static Scenario assisted()
        {
            auto s = at(Stage::Handling);
            s.does("di", K::AddAssist, payload({{"unit", "water"}}));
            return s;
        }
        static Scenario community()
        {
            Scenario s;
            s.reported().accepted().filed().dispatched("east", "d-east").signedBy("east-ul");
            return s;
        }
        static Scenario subdispatched()
        {
            auto s = community();
            s.does("east-ul", K::Subdispatch, a("a1", {{"unit", "crew"}}));
            return s;
        }
        static Scenario whistled()
        {
            auto s = at(Stage::Accepted);
            s.does("crew-gl", K::Whistle, payload({{"units", texts({"city"})}, {"purpose", "联合清理"}}));
            return s;
        }
        static Value milestones()
        {
            return Value::List{payload({{"title", "约谈"}, {"due", "2026-04-01T00:00:00Z"}})};
        }
        static Scenario planned()
        {
            Scenario s;
            s.reported().accepted("illegal").filed("s-illegal").dispatched().signedBy();
            s.does("city-ha", K::Plan, payload({{"milestones", milestones()}}));
            return s;
        }
        static Scenario suspensionAsked()
        {
            auto s = at(Stage::Handling);
            s.does("city-ha", K::RequestSuspension, payload({{"until", "2026-03-06T01:00:00Z"}, {"reason", "等待吊车"}}));
            return s;
        }
        static Scenario exclusionAsked()
        {
            auto s = at(Stage::Reported);
            s.does("op", K::RequestExclusion, payload({{"reason", "noNewFacts"}, {"words", "同一事项"}}));
            return s;
        }
        static Scenario supervised()
        {
            auto s = at(Stage::Handling);
            s.does("su", K::SuperviseOrder, payload({{"unit", "city"}, {"card", "yellow"}, {"level", "subdistrict"}, {"words", "限期办结"}}));
            return s;
        }
        static Scenario incident()
        {
            auto s = at(Stage::Accepted);
            s.does("sl", K::DeclareIncident, payload({{"incident", "inc-1"}, {"name", "积水"}, {"head", true}}));
            return s;
        }
    };
    using S = Short;
    return {
        {K::Report, [] { return std::move(Scenario().reported()); }},
        {K::Adopt, [] {
             return std::move(Scenario().does("im", K::Adopt, payload({{"outsideNumber", "1"}, {"platform", "p"}, {"recordHash", "ab"}, {"stage", "reported"}})));
         }},
        {K::Answer, [] {
             Scenario s;
             s.does("op", K::Report, payload({{"source", "hotline12345"}, {"text", "社保卡去哪里办"}, {"demandType", "consult"}}));
             return std::move(s.does("op", K::Answer, payload({{"words", "社区服务中心二楼"}})));
         }},
        {K::ReturnToSource, [] { return std::move(S::ordered().does("di", K::ReturnToSource, payload({{"order", "SZ-1"}, {"reason", "非本街道"}}))); }},
        {K::SourceDecision, [] {
             return std::move(S::ordered()
                                  .does("di", K::ReturnToSource, payload({{"order", "SZ-1"}, {"reason", "非本街道"}}))
                                  .does("di", K::SourceDecision, payload({{"order", "SZ-1"}, {"agreed", false}})));
         }},
        {K::ReplyToSource, [] {
             return std::move(S::ordered().accepted().filed().dispatched().signedBy().replied().does("di", K::ReplyToSource,
                                                                                                     payload({{"order", "SZ-1"}, {"words", "已清理"}})));
         }},
        {K::RequestSourceExtension, [] {
             return std::move(S::ordered().does("di", K::RequestSourceExtension,
                                                payload({{"order", "SZ-1"}, {"until", "2026-03-09T00:00:00Z"}, {"reason", "雨天"}})));
         }},
        {K::Unmerge, [] {
             const auto both = payload({{"side", "kept"}, {"other", "case-2"}});
             return std::move(S::at(Stage::Accepted).does("op", K::Merge, both).does("op", K::Unmerge, both));
         }},
        {K::ChangeStandard, [] {
             return std::move(S::at(Stage::Filed).does("sl", K::ChangeStandard,
                                                       payload({{"standard", "s-waste-large"}, {"reason", "大件"}, {"evidence", photos({"before"})}})));
         }},
        {K::Dispatch, [] { return S::at(Stage::Dispatched); }},
        {K::ConsultReply, [] {
             return std::move(S::consulted().does("city-ul", K::ConsultReply, payload({{"consultation", "m1"}, {"opinion", "accept"}})));
         }},
        {K::ConcludeConsult, [] {
             return std::move(S::consulted().does("di", K::ConcludeConsult, payload({{"consultation", "m1"}, {"lead", "city"}, {"words", "城管主办"}})));
         }},
        {K::Designate, [] { return S::designated(); }},
        {K::Objection, [] {
             return std::move(S::designated()
                                  .does("di", K::Dispatch, payload({{"lead", "city"}, {"basis", "designated"}}))
                                  .does("city-ul", K::Objection, payload({{"words", "保留意见"}})));
         }},
        {K::Redispatch, [] {
             return std::move(S::at(Stage::Dispatched).does("di", K::Redispatch,
                                                            payload({{"lead", "east"}, {"basis", "statutory"}, {"duty", "d-east"}, {"reason", "派错"}})));
         }},
        {K::ReleaseAssist, [] { return std::move(S::assisted().does("di", K::ReleaseAssist, S::a("a2", {{"reason", "不需要"}}))); }},
        {K::ChangeLead, [] { return std::move(S::at(Stage::Handling).does("di", K::ChangeLead, payload({{"lead", "water"}, {"reason", "权属单位"}}))); }},
        {K::AssistReply, [] { return std::move(S::assisted().signedBy("water-ha", "a2").does("water-ha", K::AssistReply, S::a("a2", {{"words", "已配合"}}))); }},
        {K::DecideReturn, [] {
             return std::move(S::at(Stage::Dispatched)
                                  .does("city-ul", K::RequestReturn, S::a("a1", {{"reason", "wrongUnit"}, {"words", "非我职责"}}))
                                  .does("di", K::DecideReturn, S::a("a1", {{"agreed", true}, {"words", "同意"}})));
         }},
        {K::Subdispatch, [] { return S::subdispatched(); }},
        {K::ReviewReply, [] {
             return std::move(S::subdispatched()
                                  .signedBy("crew-gw", "a2")
                                  .replied("crew-gw", "a2")
                                  .does("east-ul", K::ReviewReply, S::a("a2", {{"verdict", "passOn"}})));
         }},
        {K::RaiseTier, [] { return std::move(S::community().does("east-ul", K::RaiseTier, S::a("a1", {{"reason", "需要执法"}}))); }},
        {K::LowerTier, [] { return std::move(S::community().does("east-ul", K::LowerTier, S::a("a1", {{"unit", "crew"}, {"reason", "先由网格处置"}}))); }},
        {K::CheckIn, [] { return std::move(S::whistled().does("city-ul", K::CheckIn, payload({{"whistle", "w1"}}))); }},
        {K::StandDown, [] { return std::move(S::whistled().does("crew-gl", K::StandDown, payload({{"whistle", "w1"}}))); }},
        {K::Plan, [] { return S::planned(); }},
        {K::DecidePlan, [] { return std::move(S::planned().does("sl", K::DecidePlan, payload({{"agreed", true}}))); }},
        {K::ReachMilestone, [] {
             return std::move(S::planned()
                                  .does("sl", K::DecidePlan, payload({{"agreed", true}}))
                                  .does("city-ha", K::ReachMilestone, payload({{"milestone", 0}, {"evidence", photos({"other"})}})));
         }},
        {K::Replan, [] {
             return std::move(S::planned()
                                  .does("sl", K::DecidePlan, payload({{"agreed", true}}))
                                  .does("city-ha", K::Replan, payload({{"milestones", S::milestones()}, {"reason", "当事人出差"}})));
         }},
        {K::Fulfil, [] {
             return std::move(S::at(Stage::Handling)
                                  .does("city-ha", K::Mediate, payload({{"session", "一"}, {"result", "reached"}, {"agreement", "三日内清走"}}))
                                  .does("city-ha", K::Fulfil, payload({{"kept", true}})));
         }},
        {K::DecideExtension, [] {
             return std::move(S::at(Stage::Handling)
                                  .does("city-ha", K::RequestExtension, S::a("a1", {{"reason", "工作量大"}}))
                                  .does("di", K::DecideExtension, S::a("a1", {{"agreed", true}})));
         }},
        {K::DecideSuspension, [] { return std::move(S::suspensionAsked().does("sl", K::DecideSuspension, payload({{"agreed", true}}))); }},
        {K::Resume, [] {
             return std::move(S::suspensionAsked().does("sl", K::DecideSuspension, payload({{"agreed", true}})).does("sl", K::Resume, payload({{"reason", "吊车已到"}})));
         }},
        {K::StatutoryPause, [] {
             return std::move(S::at(Stage::Handling).does("city-ha", K::StatutoryPause,
                                                          payload({{"phase", "ask"}, {"kind", "testing"}, {"document", "检〔2026〕1号"}})));
         }},
        {K::Rework, [] { return std::move(S::at(Stage::Handled).checked(false).does("op", K::Rework, payload({{"reason", "仍有垃圾"}}))); }},
        {K::WaiveCallback, [] {
             Scenario s;
             s.reported("ordinary", true).accepted().filed().dispatched().signedBy().replied().checked().closed();
             return std::move(s.does("op", K::WaiveCallback, payload({{"reason", "匿名"}})));
         }},
        {K::DecideExclusion, [] { return std::move(S::exclusionAsked().does("sl", K::DecideExclusion, payload({{"agreed", true}}))); }},
        {K::AnswerRepeat, [] {
             return std::move(S::exclusionAsked()
                                  .does("sl", K::DecideExclusion, payload({{"agreed", true}}))
                                  .does("le", K::DecideExclusion, payload({{"agreed", true}}))
                                  .does("op", K::Link, payload({{"side", "from"}, {"other", "case-2"}, {"relation", "repeat"}}))
                                  .does("op", K::AnswerRepeat, payload({{"words", "已答复"}})));
         }},
        {K::DecideReview, [] {
             return std::move(S::at(Stage::Closed)
                                  .does("op", K::ReviewRequest, payload({{"against", "close"}, {"words", "未恢复"}}))
                                  .does("dl", K::DecideReview, payload({{"overturned", false}, {"words", "维持"}})));
         }},
        {K::SuperviseReceipt, [] { return std::move(S::supervised().does("city-ul", K::SuperviseReceipt, payload({{"order", "s1"}}))); }},
        {K::SuperviseReply, [] { return std::move(S::supervised().does("city-ul", K::SuperviseReply, payload({{"order", "s1"}, {"words", "已办"}}))); }},
        {K::SuperviseSettle, [] {
             return std::move(S::supervised()
                                  .does("city-ul", K::SuperviseReply, payload({{"order", "s1"}, {"words", "已办"}}))
                                  .does("su", K::SuperviseSettle, payload({{"order", "s1"}, {"settled", true}, {"words", "属实"}})));
         }},
        {K::Receipt, [] {
             return std::move(S::at(Stage::Handling)
                                  .does("le", K::Instruct, payload({{"unit", "city"}, {"words", "抓紧办理"}}))
                                  .does("city-ul", K::Receipt, payload({{"instruction", "i1"}})));
         }},
        {K::DecideAppeal, [] {
             return std::move(S::at(Stage::Closed)
                                  .does("city-ul", K::Appeal, payload({{"about", "rework"}, {"words", "非我单位原因"}}))
                                  .does("su", K::DecideAppeal, payload({{"agreed", true}, {"words", "属实"}})));
         }},
        {K::CallOut, [] { return std::move(S::incident().does("dl", K::CallOut, payload({{"units", texts({"city"})}, {"words", "到场"}}))); }},
        {K::RollCall, [] { return std::move(S::incident().does("dl", K::RollCall, payload({{"present", texts({"city"})}}))); }},
        {K::Sitrep, [] { return std::move(S::incident().does("sl", K::Sitrep, payload({{"kind", "first"}, {"words", "正在排水"}}))); }},
        {K::EndIncident, [] { return std::move(S::incident().does("sl", K::EndIncident, payload({{"words", "积水已退"}}))); }},
    };
}

} // namespace griddesk::testing
