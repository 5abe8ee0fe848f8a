// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/duty.h"
#include "models/service/casecommands.h"
#include "models/service/casequeries.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// What a form starts with.
struct FormSuggestion {
    Value payload;                 ///< fields that are known or proposed
    std::optional<DutyMatch> duty; ///< for dispatch and redispatch: what the duty list says, with its reasons
    bool emergency = false;        ///< nothing waits for a match: the fallback unit, basis 应急先行
};

/// Sensible beginnings of an operation's payload from the case and the rules: the report's own category, urgency and
/// demand type for accept; the category's standard for file; the duty match for dispatch; the closing condition of the
/// filed standard for close; the mode of the category for checks. Proposals only. Pure; any thread.
[[nodiscard]] FormSuggestion suggestPayload(OperationKind kind, const CaseDetail& detail, const Rules& rules, const Actor& actor,
                                            const std::optional<AssignmentId>& assignment, Instant now);

/// The standards a case's category offers, in the order of the rules; empty when it has none.
[[nodiscard]] std::vector<const Standard*> standardsOf(const Rules& rules, const std::optional<CategoryId>& category);

/// Units an operation's unit field may name, the likely ones first: level 1 for dispatch and what follows from it, level
/// 2 below the own unit for work given on.
[[nodiscard]] std::vector<UnitId> unitCandidates(OperationKind kind, const Rules& rules, const CaseDetail& detail, const Actor& actor, Instant now);

/// Accounts a field may name: verifiers and checkers for those requests, people of the assignment's unit for sign,
/// everybody otherwise.
[[nodiscard]] std::vector<AccountId> accountCandidates(OperationKind kind, const Rules& rules, const CaseDetail& detail,
                                                       const std::optional<AssignmentId>& assignment, Instant now);

/// A record of the case that an operation names by id or number in a plain text field (consultation, order, whistle …).
struct RecordChoice {
    std::string value;
    std::string text; ///< what it is about, as it was written
    std::optional<Trace> by{}; ///< who made it and when, where the record says so
};
/// The records a field may name; absent when the field is no such reference.
[[nodiscard]] std::optional<std::vector<RecordChoice>> recordChoices(OperationKind kind, std::string_view field, const Case& c);

/// Accept, file and dispatch as suggested, in one go.
struct QuickPlan {
    std::vector<OperationDraft> drafts;
    std::optional<StandardId> standard;
    DutyReason reason; ///< why that unit
};
/// Why there is no quick plan.
enum class NoQuickPlan { WrongStage, NoCategory, NoDemandType, NoStandard, SeveralStandards, NoUnit, SeveralUnits, Designation };

/// The steps from where the case stands to a statutory dispatch; only when nothing is left to decide: one standard, one
/// unit in the duty list. Pure.
[[nodiscard]] std::expected<QuickPlan, NoQuickPlan> planQuickDispatch(const CaseDetail& detail, const Rules& rules, Instant now);

} // namespace griddesk
