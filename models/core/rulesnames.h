// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"

#include <string_view>

namespace griddesk {

// The words by which rule bundles name things. They are appended, never changed.

/// centre bureau office station community gridCrew propertyManager ownersCommittee utility socialOrganisation volunteers
/// partyBranch mediationCommittee contractor
[[nodiscard]] std::string_view nameOf(UnitKind kind) noexcept;
[[nodiscard]] Result<UnitKind> parseUnitKind(std::string_view name);

/// approval enforcement service mediation
[[nodiscard]] std::string_view nameOf(Nature nature) noexcept;
[[nodiscard]] Result<Nature> parseNature(std::string_view name);

/// ordinary urgent critical
[[nodiscard]] std::string_view nameOf(Urgency urgency) noexcept;
[[nodiscard]] Result<Urgency> parseUrgency(std::string_view name);

/// restore makeSafe
[[nodiscard]] std::string_view nameOf(LimitPurpose purpose) noexcept;
[[nodiscard]] Result<LimitPurpose> parseLimitPurpose(std::string_view name);

/// field photo phone document parties
[[nodiscard]] std::string_view nameOf(CheckMode mode) noexcept;
[[nodiscard]] Result<CheckMode> parseCheckMode(std::string_view name);

} // namespace griddesk
