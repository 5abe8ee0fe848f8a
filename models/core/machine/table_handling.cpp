// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the operation table: handling and the law of time.
#include "fields.h"

namespace griddesk::machine {

namespace {

using enum FieldType;
using enum Role;
using C = OperationClass;
using K = OperationKind;

constexpr std::array firstContact{assignmentField, must("reached", Bool), wordsField};
constexpr std::array progress{assignmentField, wordsWanted, may("madeSafe", Bool), evidenceField};
constexpr std::array milestoneFields{must("title", Line), must("due", FieldType::Moment)};
constexpr std::array plan{group("milestones", Objects, true, milestoneFields), wordsField, evidenceField};
constexpr std::array replan{group("milestones", Objects, true, milestoneFields), reasonWanted};
constexpr std::array decide{must("agreed", Bool), wordsField};
constexpr std::array reachMilestone{must("milestone", Integer, 99), wordsField, evidenceWanted};
constexpr std::array partyFields{may("nameCommitment", Commitment), must("role", Line)};
constexpr std::array<std::string_view, 4> mediationResults{"reached", "notReached", "withdrawn", "adjourned"};
constexpr std::array<std::string_view, 2> guidances{"litigation", "arbitration"};
constexpr std::array mediate{must("session", Line), must("result", mediationResults), may("guidance", guidances), may("agreement", Words),
                             group("parties", Objects, false, partyFields), evidenceField};
constexpr std::array fulfil{must("kept", Bool), wordsField, evidenceField};

constexpr std::array requestExtension{assignmentField, may("limit", FieldType::Limit), reasonWanted, evidenceField};
constexpr std::array decideExtension{assignmentField, must("agreed", Bool), may("limit", FieldType::Limit), may("reporterTold", Bool),
                                     wordsField};
constexpr std::array requestSuspension{must("until", FieldType::Moment), reasonWanted, evidenceField};
constexpr std::array resume{reasonField};
constexpr std::array<std::string_view, 5> pausePhases{"ask", "agree", "refuse", "review", "end"};
constexpr std::array<std::string_view, 5> pauseKinds{"reconsideration", "litigation", "appraisal", "testing", "announcement"};
constexpr std::array statutoryPause{must("phase", pausePhases), may("kind", pauseKinds), may("document", Line), wordsField, evidenceField};

constexpr std::array<std::string_view, 5> results{"resolved", "partly", "notFeasible", "explained", "guided"};
constexpr std::array reply{assignmentField, must("result", results), wordsWanted, evidenceField};

constexpr StageSet handling{Stage::Handling};

const std::array table{
    OperationSpec{K::FirstContact, "firstContact", C::Additive, {Handler, UnitLead, GridWorker},
                  StageSet::range(Stage::Dispatched, Stage::Archived), firstContact, anyAssignment(states({signedState, replied}))},
    OperationSpec{K::Progress, "progress", C::Additive, {Handler, UnitLead, GridWorker},
                  StageSet::range(Stage::Dispatched, Stage::Archived), progress, anyAssignment(states({signedState, replied}))},
    OperationSpec{K::Plan, "plan", C::Transition, {Handler, UnitLead}, handling, plan},
    OperationSpec{K::DecidePlan, "decidePlan", C::TimeLaw, {ShiftLeader, Leader}, handling, decide},
    OperationSpec{K::ReachMilestone, "reachMilestone", C::Additive, {Handler, UnitLead}, handling, reachMilestone},
    OperationSpec{K::Replan, "replan", C::TimeLaw, {Handler, UnitLead}, handling, replan},
    OperationSpec{K::Mediate, "mediate", C::Additive, {Handler}, handling, mediate},
    OperationSpec{K::Fulfil, "fulfil", C::Additive, {Handler}, StageSet::range(Stage::Handling, Stage::Archived), fulfil},
    OperationSpec{K::RequestExtension, "requestExtension", C::TimeLaw, {Handler, UnitLead}, workStages, requestExtension,
                  level1(states({sent, signedState}))},
    OperationSpec{K::DecideExtension, "decideExtension", C::TimeLaw, {Dispatcher, ShiftLeader}, workStages, decideExtension,
                  level1(states({sent, signedState}))},
    OperationSpec{K::RequestSuspension, "requestSuspension", C::TimeLaw, {Handler}, handling, requestSuspension},
    OperationSpec{K::DecideSuspension, "decideSuspension", C::TimeLaw, {ShiftLeader}, handling, decide},
    OperationSpec{K::Resume, "resume", C::TimeLaw, {ShiftLeader, Handler}, ownershipStages, resume},
    OperationSpec{K::StatutoryPause, "statutoryPause", C::TimeLaw, {Handler, ShiftLeader}, ownershipStages, statutoryPause},
    OperationSpec{K::Reply, "reply", C::Transition, {UnitLead, Handler, GridLead, GridWorker, Community}, workStages, reply,
                  leadOrLevel2(states({signedState}))},
};

} // namespace

std::span<const OperationSpec> handlingTable() noexcept { return table; }

} // namespace griddesk::machine
