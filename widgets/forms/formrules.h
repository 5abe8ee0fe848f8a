// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/rules.h"
#include "models/core/value.h"
#include "models/views/casepage/suggestions.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// Whether a field has a place in the form as it is filled in now: the record of a negotiated basis only with that basis,
/// satisfaction only when somebody was reached. Hidden fields are left out of the payload. Pure.
[[nodiscard]] bool isFieldWanted(OperationKind kind, std::string_view field, const Value& payload);

/// The same, for a case: what the case knows already is not asked again, nor is a reason for what needs none. Pure.
[[nodiscard]] bool isFieldWanted(OperationKind kind, std::string_view field, const Value& payload, const CaseDetail& detail, const FormSuggestion& suggestion,
                                 const Rules& rules);

/// Whether a field that the table calls optional must be filled in here, because the rules will ask for it. Pure.
[[nodiscard]] bool isFieldNeeded(OperationKind kind, std::string_view field, const Value& payload, const CaseDetail& detail, const FormSuggestion& suggestion,
                                 const Rules& rules);

/// The unit the duty list names where a dispatch on a statutory basis goes to another one. Pure.
[[nodiscard]] std::optional<UnitId> departsFrom(const Value& payload, const FormSuggestion& suggestion, const Rules& rules);

/// What the dispatch of a case to a unit can rest on, as the fields basis, duty and record: a designation or a concluded
/// consultation that names the unit; else the item of the duty list, also where the dispatch departs from it; nothing where
/// the list names nobody. Pure.
[[nodiscard]] Value groundsFor(const UnitId& lead, const CaseDetail& detail, const FormSuggestion& suggestion);

} // namespace griddesk
