// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the operation table: check, closing, call-back, exclusion and review.
#include "fields.h"

namespace griddesk::machine {

namespace {

using enum FieldType;
using enum Role;
using C = OperationClass;
using K = OperationKind;

constexpr std::array requestCheck{may("mode", checkModeChoices), may("account", FieldType::Account), wordsField};
constexpr std::array check{must("pass", Bool), may("mode", checkModeChoices), wordsField, placeField, evidenceField};
constexpr std::array rework{reasonWanted, may("limit", FieldType::Limit)};
constexpr std::array close{must("closing", Line, 1000), wordsField};
constexpr std::array forceClose{reasonWanted, evidenceField};
constexpr std::array<std::string_view, 3> solvedChoices{"yes", "partly", "no"};
constexpr std::array<std::string_view, 5> satisfactions{"verySatisfied", "satisfied", "fair", "dissatisfied", "noComment"};
constexpr std::array callback{must("reached", Bool), may("solved", solvedChoices), may("satisfaction", satisfactions),
                              may("upstream", Bool), wordsField};
constexpr std::array reasonOnly{reasonWanted};
constexpr std::array archive{wordsField};
constexpr std::array<std::string_view, 3> exclusionReasons{"unreasonable", "beyondAuthority", "noNewFacts"};
constexpr std::array requestExclusion{must("reason", exclusionReasons), wordsWanted, evidenceField};
constexpr std::array decide{must("agreed", Bool), wordsField};
constexpr std::array answerRepeat{wordsField};
constexpr std::array<std::string_view, 5> reviewable{"reject", "void", "exclusion", "close", "answer"};
constexpr std::array reviewRequest{must("against", reviewable), wordsWanted};
constexpr std::array decideReview{must("overturned", Bool), wordsWanted};

constexpr StageSet settled{Stage::Closed,     Stage::Archived,   Stage::Answered, Stage::Rejected,
                           Stage::ReturnedUp, Stage::HandedOver, Stage::Voided};

const std::array table{
    OperationSpec{K::RequestCheck, "requestCheck", C::Transition, {Operator}, {Stage::Handled, Stage::Checking, Stage::Checked},
                  requestCheck},
    OperationSpec{K::Check, "check", C::Transition, {Reviewer}, {Stage::Checking}, check},
    OperationSpec{K::Rework, "rework", C::Transition, {Operator}, {Stage::Checking}, rework},
    OperationSpec{K::Close, "close", C::Transition, {ShiftLeader}, {Stage::Checked}, close},
    OperationSpec{K::ForceClose, "forceClose", C::Transition, {Leader}, StageSet::range(Stage::Accepted, Stage::Checked), forceClose},
    OperationSpec{K::Callback, "callback", C::Additive, {Operator},
                  {Stage::Checked, Stage::Closed, Stage::Archived, Stage::Merged, Stage::Answered}, callback},
    OperationSpec{K::WaiveCallback, "waiveCallback", C::Additive, {Operator}, {Stage::Checked, Stage::Closed}, reasonOnly},
    OperationSpec{K::Archive, "archive", C::Transition, {ShiftLeader}, {Stage::Closed}, archive},
    OperationSpec{K::Reopen, "reopen", C::Transition, {ShiftLeader}, settled, reasonOnly},
    OperationSpec{K::RequestExclusion, "requestExclusion", C::Transition, {Operator, UnitLead},
                  openStages.with({Stage::Closed, Stage::Archived}), requestExclusion},
    OperationSpec{K::DecideExclusion, "decideExclusion", C::Transition, {ShiftLeader, DutyLeader, Leader, Supervisor},
                  openStages.with({Stage::Closed, Stage::Archived}), decide},
    OperationSpec{K::AnswerRepeat, "answerRepeat", C::Transition, {Operator, ShiftLeader}, {Stage::Reported, Stage::Accepted}, answerRepeat},
    OperationSpec{K::ReviewRequest, "reviewRequest", C::Transition, {Operator}, openStages.with(settled), reviewRequest},
    OperationSpec{K::DecideReview, "decideReview", C::Transition, {ShiftLeader, DutyLeader, Leader}, openStages.with(settled),
                  decideReview},
};

} // namespace

std::span<const OperationSpec> closingTable() noexcept { return table; }

} // namespace griddesk::machine
