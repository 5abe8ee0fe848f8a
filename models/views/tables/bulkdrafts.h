// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"
#include "models/service/casecommands.h"
#include "models/service/session.h"

#include <string>
#include <vector>

namespace griddesk {

/// What can be done to many cases at once.
enum class BulkAction : std::uint8_t {
    DispatchAsSuggested, ///< to the unit the duty list names, statutory basis
    RequestCheck,        ///< 派核查 in the mode of the category
    Urge,                ///< 催办
    Comment,             ///< 备注; needs words
    Archive,             ///< 归档
};
inline constexpr int bulkActionCount = static_cast<int>(BulkAction::Archive) + 1;

[[nodiscard]] OperationKind operationOf(BulkAction action) noexcept;
[[nodiscard]] bool needsWords(BulkAction action) noexcept;

/// One draft per row, in order. A case for which nothing can be suggested gets a draft without a lead, so that the rules
/// refuse it with their own words. Pure; any thread.
[[nodiscard]] std::vector<OperationDraft> bulkDrafts(BulkAction action, const std::vector<CaseRow>& rows, const Rules& rules,
                                                     const std::string& words, Instant now);

/// A statutory dispatch of one case to a unit, or to the unit the duty list names when `lead` is absent.
[[nodiscard]] OperationDraft statutoryDispatch(const CaseRow& row, const Rules& rules, const std::optional<UnitId>& lead,
                                               const std::string& reason, Instant now);

} // namespace griddesk
