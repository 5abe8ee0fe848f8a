// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the operation table: supervision, appeals, incidents, notes.
#include "fields.h"

namespace griddesk::machine {

namespace {

using enum FieldType;
using enum Role;
using C = OperationClass;
using K = OperationKind;

constexpr std::array urge{wordsField, may("unit", FieldType::Unit), may("clock", Line), may("rung", Integer, 100'000)};
constexpr std::array<std::string_view, 3> cards{"none", "yellow", "red"};
constexpr std::array superviseOrder{must("unit", FieldType::Unit), must("card", cards), must("level", levelChoices), wordsWanted,
                                    may("replyBy", FieldType::Moment), may("number", Line), may("clock", Line),
                                    may("rung", Integer, 100'000)};
constexpr std::array superviseReceipt{must("order", Line)};
constexpr std::array superviseReply{must("order", Line), wordsWanted, evidenceField};
constexpr std::array superviseSettle{must("order", Line), must("settled", Bool), wordsWanted};
constexpr std::array instruct{may("unit", FieldType::Unit), may("account", FieldType::Account), wordsWanted};
constexpr std::array receipt{must("instruction", Line), wordsField};
constexpr std::array<std::string_view, 3> spotResults{"good", "flawed", "false"};
constexpr std::array spotCheck{must("result", spotResults), wordsField, placeField, evidenceField};
constexpr std::array<std::string_view, 4> appealAbout{"overdue", "return", "rework", "satisfaction"};
constexpr std::array appeal{must("about", appealAbout), wordsWanted, evidenceField};
constexpr std::array decideAppeal{must("agreed", Bool), wordsWanted};

constexpr std::array declareIncident{must("incident", Line), must("name", Line), may("level", Line), must("head", Bool)};
constexpr std::array callOut{must("units", Units), wordsWanted};
constexpr std::array rollCall{must("present", Units), may("absent", Units)};
constexpr std::array<std::string_view, 3> reportKinds{"first", "followUp", "final"};
constexpr std::array sitrep{must("kind", reportKinds), wordsWanted, evidenceField};
constexpr std::array endIncident{wordsWanted};

constexpr std::array comment{wordsWanted};
constexpr std::array attach{evidenceWanted, wordsField};
constexpr std::array watch{must("on", Bool)};
constexpr std::array rezone{must("area", FieldType::Area), reasonWanted};

const std::array table{
    OperationSpec{K::Urge, "urge", C::Nudge, {Supervisor, Operator, System}, allStages, urge},
    OperationSpec{K::SuperviseOrder, "superviseOrder", C::Transition, {Supervisor, System}, openStages.with({Stage::Closed}),
                  superviseOrder},
    OperationSpec{K::SuperviseReceipt, "superviseReceipt", C::Transition, {UnitLead}, allStages, superviseReceipt},
    OperationSpec{K::SuperviseReply, "superviseReply", C::Transition, {UnitLead}, allStages, superviseReply},
    OperationSpec{K::SuperviseSettle, "superviseSettle", C::Transition, {Supervisor}, allStages, superviseSettle},
    OperationSpec{K::Instruct, "instruct", C::Additive, {Leader}, allStages, instruct},
    OperationSpec{K::Receipt, "receipt", C::Additive, RoleSet::all(), allStages, receipt},
    OperationSpec{K::SpotCheck, "spotCheck", C::Additive, {Supervisor}, StageSet::range(Stage::Handled, Stage::Archived), spotCheck},
    OperationSpec{K::Appeal, "appeal", C::Transition, {UnitLead}, {Stage::Closed, Stage::Archived}, appeal},
    OperationSpec{K::DecideAppeal, "decideAppeal", C::Transition, {Dispatcher, Operator, ShiftLeader, Supervisor},
                  {Stage::Closed, Stage::Archived}, decideAppeal},
    OperationSpec{K::DeclareIncident, "declareIncident", C::Transition, {ShiftLeader, DutyLeader}, openStages, declareIncident},
    OperationSpec{K::CallOut, "callOut", C::Additive, {ShiftLeader, DutyLeader}, allStages, callOut},
    OperationSpec{K::RollCall, "rollCall", C::Additive, {ShiftLeader, DutyLeader}, allStages, rollCall},
    OperationSpec{K::Sitrep, "sitrep", C::Additive, {ShiftLeader, DutyLeader}, allStages, sitrep},
    OperationSpec{K::EndIncident, "endIncident", C::Transition, {ShiftLeader, DutyLeader}, allStages, endIncident},
    OperationSpec{K::Comment, "comment", C::Additive, RoleSet::all(), allStages, comment},
    OperationSpec{K::Attach, "attach", C::Additive, RoleSet::all(), allStages, attach},
    OperationSpec{K::Watch, "watch", C::Additive, RoleSet::all(), allStages, watch},
    OperationSpec{K::Rezone, "rezone", C::Additive, {System}, allStages, rezone},
};

} // namespace

std::span<const OperationSpec> oversightTable() noexcept { return table; }

} // namespace griddesk::machine
