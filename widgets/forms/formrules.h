// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Whether a field that the table calls optional must be filled in here, because the rules will ask for it. Pure.
[[nodiscard]] bool isFieldNeeded(OperationKind kind, std::string_view field, const Value& payload, const CaseDetail& detail, const FormSuggestion& suggestion);

} // namespace griddesk
