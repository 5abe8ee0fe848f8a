// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the operation table: report to filing, outside orders, pairs of cases.
#include "fields.h"

namespace griddesk::machine {

namespace {

using enum FieldType;
using enum Role;
using C = OperationClass;
using K = OperationKind;

constexpr std::array reporterFields{
    may("nameCommitment", Commitment), may("phoneCommitment", Commitment), may("roomCommitment", Commitment), may("relation", Line),
    may("contactTime", Line), may("anonymous", Bool), may("confidential", Bool), may("callbackWanted", Bool), may("consent", Bool)};
constexpr std::array<std::string_view, 4> subjectKinds{"person", "company", "institution", "other"};
constexpr std::array subjectFields{must("kind", subjectKinds), may("nameCommitment", Commitment)};
constexpr std::array orderFields{must("number", Line), must("platform", Line), may("sentAt", FieldType::Moment),
                                 may("receivedAt", FieldType::Moment), may("due", FieldType::Moment), may("text", Words),
                                 may("mustReply", Bool), may("mustCallback", Bool)};

constexpr auto reporter = group("reporter", Object, false, reporterFields);
constexpr auto subject = group("subject", Object, false, subjectFields);
constexpr auto order = group("order", Object, false, orderFields);

constexpr std::array report{
    may("source", sourceChoices), may("category", FieldType::Category), may("title", Line), may("text", Words), placeField,
    may("address", Line), may("area", FieldType::Area), may("urgency", urgencyChoices), may("demandType", demandChoices),
    may("handlingKind", handlingKindChoices), may("sourceText", Words), may("sourceHash", Commitment), may("localNumber", Line),
    reporter, subject, order, evidenceField};

constexpr std::array<std::string_view, 15> adoptStages{"reported", "accepted", "filed", "dispatched", "handling", "handled", "checking", "checked",
                                                       "closed", "archived", "answered", "rejected", "returnedUp", "handedOver", "voided"};
constexpr std::array adopt{
    must("outsideNumber", Line), must("platform", Line), must("recordHash", Commitment), must("stage", adoptStages),
    may("reportedAt", FieldType::Moment), may("closedAt", FieldType::Moment), may("due", FieldType::Moment),
    may("category", FieldType::Category), may("categoryCode", Line), may("title", Line), may("text", Words), may("address", Line),
    placeField, may("area", FieldType::Area), may("source", Line), may("unit", FieldType::Unit), may("sourceOnTime", Bool),
    may("clockDisorder", Bool), may("evidence", Evidence)};

constexpr std::array amend{
    may("category", FieldType::Category), may("title", Line), may("text", Words), placeField, may("address", Line),
    may("area", FieldType::Area), may("urgency", urgencyChoices), may("demandType", demandChoices), reporter, subject, reasonWanted};

constexpr std::array accept{must("category", FieldType::Category), may("area", FieldType::Area), must("urgency", urgencyChoices),
                            must("demandType", demandChoices), may("handlingKind", handlingKindChoices), wordsField};
constexpr std::array answer{may("demandType", demandChoices), may("article", Line), wordsField};
constexpr std::array<std::string_view, 7> rejectCodes{"notOurDuty", "emergencyNumbers", "otherAuthority", "inProceedings",
                                                      "repeatedSameFacts", "secretOrPrivate", "danger"};
constexpr std::array reject{must("code", rejectCodes), reasonWanted};

constexpr std::array returnToSource{must("order", Line), reasonWanted};
constexpr std::array sourceDecision{must("order", Line), must("agreed", Bool), may("until", FieldType::Moment), wordsField};
constexpr std::array replyToSource{must("order", Line), wordsWanted, evidenceField};
constexpr std::array requestSourceExtension{must("order", Line), must("until", FieldType::Moment), reasonWanted};
constexpr std::array transferUp{must("receiver", Line), must("receipt", Line), reasonWanted};
constexpr std::array<std::string_view, 6> receivers{"police110", "fire119", "medical120", "traffic122", "utility", "other"};
constexpr std::array handOver{may("to", receivers), may("receiver", Line), may("receipt", Line), wordsField};

constexpr std::array<std::string_view, 2> mergeSides{"kept", "absorbed"};
constexpr std::array merge{must("side", mergeSides), must("other", FieldType::Case), reasonField};
constexpr std::array<std::string_view, 2> splitSides{"original", "new"};
constexpr std::array split{must("side", splitSides), must("other", FieldType::Case), reasonField, may("category", FieldType::Category),
                           may("area", FieldType::Area), may("title", Line), may("text", Words), placeField, may("address", Line),
                           may("urgency", urgencyChoices), may("demandType", demandChoices), may("localNumber", Line)};
constexpr std::array<std::string_view, 2> linkSides{"from", "to"};
constexpr std::array<std::string_view, 3> relations{"repeat", "related", "rehandling"};
constexpr std::array link{must("side", linkSides), must("other", FieldType::Case), must("relation", relations), reasonField};

constexpr std::array<std::string_view, 4> followUps{"urge", "supplement", "join", "withdraw"};
constexpr std::array followUp{must("kind", followUps), wordsField, reporter, order, may("newFact", Bool), evidenceField};

constexpr std::array requestVerify{may("mode", checkModeChoices), may("account", FieldType::Account), wordsField};
constexpr std::array<std::string_view, 6> verdicts{"true", "partly", "untrue", "gone", "noEntry", "addressUnknown"};
constexpr std::array<std::string_view, 4> proposals{"file", "reject", "void", "again"};
constexpr std::array verify{must("result", verdicts), may("proposal", proposals), wordsField, placeField, evidenceField};

constexpr std::array file{must("standard", FieldType::Standard), may("handlingKind", handlingKindChoices), reasonField};
constexpr std::array changeStandard{must("standard", FieldType::Standard), reasonWanted, evidenceWanted};
constexpr std::array voidFields{reasonWanted};
constexpr std::array selfHandle{
    must("category", FieldType::Category), must("standard", FieldType::Standard), evidenceWanted, wordsField, reasonField,
    may("source", sourceChoices), may("title", Line), may("text", Words), placeField, may("address", Line),
    may("area", FieldType::Area), may("localNumber", Line), may("handledAt", FieldType::Moment)};

const std::array table{
    OperationSpec{K::Report, "report", C::Additive, RoleSet::all(), {}, report, {}, true},
    OperationSpec{K::Adopt, "adopt", C::Additive, {Importer}, {}, adopt, {}, true},
    OperationSpec{K::Amend, "amend", C::Additive, {Operator, ShiftLeader, Dispatcher, UnitLead, Handler, GridLead, Community},
                  openStages.with({Stage::Closed}), amend},
    OperationSpec{K::Accept, "accept", C::Claim, {Operator}, {Stage::Reported}, accept},
    OperationSpec{K::Answer, "answer", C::Transition, {Operator}, {Stage::Reported, Stage::Accepted}, answer},
    OperationSpec{K::Reject, "reject", C::Transition, {Operator}, {Stage::Reported, Stage::Accepted}, reject},
    OperationSpec{K::ReturnToSource, "returnToSource", C::Transition, {Dispatcher, ShiftLeader},
                  StageSet::range(Stage::Reported, Stage::Handling), returnToSource},
    OperationSpec{K::SourceDecision, "sourceDecision", C::Transition, {Dispatcher, ShiftLeader}, allStages, sourceDecision},
    OperationSpec{K::ReplyToSource, "replyToSource", C::Transition, {Dispatcher, ShiftLeader},
                  StageSet::range(Stage::Handled, Stage::Merged), replyToSource},
    OperationSpec{K::RequestSourceExtension, "requestSourceExtension", C::Transition, {Dispatcher, ShiftLeader}, openStages,
                  requestSourceExtension},
    OperationSpec{K::TransferUp, "transferUp", C::Transition, {Dispatcher, ShiftLeader},
                  {Stage::Accepted, Stage::Filed, Stage::Dispatched, Stage::Handling}, transferUp},
    OperationSpec{K::HandOver, "handOver", C::Transition, {Operator, ShiftLeader},
                  {Stage::Reported, Stage::Accepted, Stage::Verifying, Stage::Filed, Stage::HandedOver}, handOver},
    OperationSpec{K::Merge, "merge", C::Transition, {Operator, ShiftLeader}, openStages, merge, {}, false, true},
    OperationSpec{K::Unmerge, "unmerge", C::Transition, {Operator, ShiftLeader},
                  openStages.with({Stage::Closed, Stage::Archived, Stage::Merged}), merge, {}, false, true},
    OperationSpec{K::Split, "split", C::Transition, {Operator, ShiftLeader}, StageSet::range(Stage::Accepted, Stage::Handling), split,
                  {}, true, true},
    OperationSpec{K::Link, "link", C::Transition, {Operator, ShiftLeader}, allStages, link, {}, false, true},
    OperationSpec{K::FollowUp, "followUp", C::Additive, {Operator}, openStages, followUp},
    OperationSpec{K::RequestVerify, "requestVerify", C::Transition, {Operator}, {Stage::Reported, Stage::Accepted}, requestVerify},
    OperationSpec{K::Verify, "verify", C::Transition, {Reviewer, GridWorker}, {Stage::Verifying}, verify},
    OperationSpec{K::File, "file", C::Transition, {Operator, ShiftLeader}, {Stage::Accepted}, file},
    OperationSpec{K::ChangeStandard, "changeStandard", C::Transition, {ShiftLeader}, ownershipStages, changeStandard},
    OperationSpec{K::Void, "void", C::Transition, {ShiftLeader}, StageSet::range(Stage::Accepted, Stage::Handling), voidFields},
    OperationSpec{K::SelfHandle, "selfHandle", C::Transition, {GridWorker, GridLead, Community}, {Stage::Reported, Stage::Accepted},
                  selfHandle, {}, true},
};

} // namespace

std::span<const OperationSpec> intakeTable() noexcept { return table; }

} // namespace griddesk::machine
