// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the operation table: dispatch, consultation, returns, two-level dispatch, tiers.
#include "fields.h"

namespace griddesk::machine {

namespace {

using enum FieldType;
using enum Role;
using C = OperationClass;
using K = OperationKind;

constexpr std::array dispatch{must("lead", FieldType::Unit), may("assists", Units), must("basis", basisChoices), may("duty", Line),
                              may("record", Line), reasonField, may("limit", FieldType::Limit), wordsField};
constexpr std::array redispatch{must("lead", FieldType::Unit), may("assists", Units), must("basis", basisChoices), may("duty", Line),
                                may("record", Line), reasonWanted, may("limit", FieldType::Limit), may("wrongDispatch", Bool),
                                wordsField};
constexpr std::array consult{must("units", Units), must("question", Words), may("pause", Bool)};
constexpr std::array<std::string_view, 3> opinions{"accept", "refuse", "condition"};
constexpr std::array consultReply{must("consultation", Line), must("opinion", opinions), wordsField};
constexpr std::array concludeConsult{must("consultation", Line), may("lead", FieldType::Unit), may("assists", Units), wordsWanted};
constexpr std::array<std::string_view, 2> precedents{"dutyItem", "expires"};
constexpr std::array designate{must("lead", FieldType::Unit), may("assists", Units), reasonWanted, may("precedent", precedents)};
constexpr std::array objection{wordsWanted, evidenceField};
constexpr std::array revoke{assignmentField, reasonWanted, may("wrongDispatch", Bool)};
constexpr std::array addAssist{must("unit", FieldType::Unit), reasonField, may("limit", FieldType::Limit)};
constexpr std::array releaseAssist{assignmentField, reasonWanted};
constexpr std::array changeLead{must("lead", FieldType::Unit), reasonWanted, may("keepFormer", Bool)};
constexpr std::array assistReply{assignmentField, wordsWanted, evidenceField};
constexpr std::array sign{assignmentField, may("handler", FieldType::Account)};
constexpr std::array<std::string_view, 5> returnReasons{"wrongUnit", "noAuthority", "duplicate", "untrue", "addressUnknown"};
constexpr std::array requestReturn{assignmentField, must("reason", returnReasons), wordsWanted, may("proposed", FieldType::Unit),
                                   evidenceField};
constexpr std::array decideReturn{assignmentField, must("agreed", Bool), wordsWanted};
constexpr std::array subdispatch{assignmentField, must("unit", FieldType::Unit), may("limit", FieldType::Limit), wordsField};
constexpr std::array<std::string_view, 3> replyVerdicts{"passOn", "accept", "sendBack"};
constexpr std::array reviewReply{assignmentField, must("verdict", replyVerdicts), wordsField};
constexpr std::array raiseTier{assignmentField, reasonWanted, evidenceField};
constexpr std::array lowerTier{assignmentField, must("unit", FieldType::Unit), reasonWanted, may("limit", FieldType::Limit)};
constexpr std::array whistle{must("units", Units), must("purpose", Words), placeField, may("where", Line), may("meetAt", FieldType::Moment)};
constexpr std::array checkIn{must("whistle", Line), placeField};
constexpr std::array standDown{must("whistle", Line), wordsField};

constexpr auto live = states({sent, signedState});

const std::array table{
    OperationSpec{K::Dispatch, "dispatch", C::Transition, {Dispatcher}, {Stage::Filed}, dispatch},
    OperationSpec{K::Consult, "consult", C::Transition, {Dispatcher}, ownershipStages, consult},
    OperationSpec{K::ConsultReply, "consultReply", C::Additive, {UnitLead}, StageSet::range(Stage::Filed, Stage::Checked), consultReply},
    OperationSpec{K::ConcludeConsult, "concludeConsult", C::Transition, {Dispatcher}, ownershipStages, concludeConsult},
    OperationSpec{K::Designate, "designate", C::Transition, {ShiftLeader, Leader}, ownershipStages, designate},
    OperationSpec{K::Objection, "objection", C::Additive, {UnitLead}, StageSet::range(Stage::Filed, Stage::Checked), objection},
    OperationSpec{K::Redispatch, "redispatch", C::Transition, {Dispatcher}, {Stage::Dispatched, Stage::Handling, Stage::Checking},
                  redispatch},
    OperationSpec{K::Revoke, "revoke", C::Transition, {Dispatcher, UnitLead, Community}, workStages, revoke, anyAssignment(live)},
    OperationSpec{K::AddAssist, "addAssist", C::Transition, {Dispatcher}, {Stage::Dispatched, Stage::Handling}, addAssist},
    OperationSpec{K::ReleaseAssist, "releaseAssist", C::Transition, {Dispatcher}, workStages, releaseAssist, assistOnly(live)},
    OperationSpec{K::ChangeLead, "changeLead", C::Transition, {Dispatcher}, {Stage::Dispatched, Stage::Handling}, changeLead},
    OperationSpec{K::AssistReply, "assistReply", C::Additive, {UnitLead, Handler}, workStages, assistReply,
                  assistOnly(states({signedState}))},
    OperationSpec{K::Sign, "sign", C::Claim, {UnitLead, Handler, GridLead, GridWorker, Community}, workStages, sign,
                  anyAssignment(states({sent}))},
    OperationSpec{K::RequestReturn, "requestReturn", C::Transition, {UnitLead, GridLead, Community}, workStages, requestReturn,
                  anyAssignment(live)},
    OperationSpec{K::DecideReturn, "decideReturn", C::Transition, {Dispatcher, ShiftLeader, Leader, UnitLead, Community}, workStages, decideReturn,
                  anyAssignment(live)},
    OperationSpec{K::Subdispatch, "subdispatch", C::Transition, {UnitLead, Community}, workStages, subdispatch,
                  level1(states({signedState}))},
    OperationSpec{K::ReviewReply, "reviewReply", C::Transition, {UnitLead, Community}, workStages, reviewReply, level2(states({replied}))},
    OperationSpec{K::RaiseTier, "raiseTier", C::Transition, {GridLead, Community, UnitLead}, workStages, raiseTier, leadOrLevel2(live)},
    OperationSpec{K::LowerTier, "lowerTier", C::Transition, {GridLead, Community, UnitLead}, workStages, lowerTier,
                  level1(states({signedState}))},
    OperationSpec{K::Whistle, "whistle", C::Additive, {GridLead, Community}, StageSet::range(Stage::Accepted, Stage::Handling), whistle},
    OperationSpec{K::CheckIn, "checkIn", C::Additive, {UnitLead, Handler}, StageSet::range(Stage::Accepted, Stage::Closed), checkIn},
    OperationSpec{K::StandDown, "standDown", C::Additive, {GridLead, Community}, StageSet::range(Stage::Accepted, Stage::Closed),
                  standDown},
};

} // namespace

std::span<const OperationSpec> dispatchTable() noexcept { return table; }

} // namespace griddesk::machine
