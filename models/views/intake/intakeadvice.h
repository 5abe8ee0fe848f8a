// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intakeform.h"
#include "models/core/duty.h"
#include "models/core/roles.h"
#include "models/service/places.h"

namespace griddesk {

/// What the rules say about a form that is still being typed: where the place lies, who would get it, which standard fits.
/// In memory and quick, so that it is asked at every keystroke.
struct IntakeAdvice {
    PlaceAreas areas;
    const Category* category = nullptr; ///< of the rules it was made from
    const Standard* standard = nullptr; ///< the first of the category
    std::optional<DutyMatch> match;     ///< absent without a category
    std::optional<UnitId> fallback;     ///< 兜底单位 of the place
};
/// Pure; GUI thread may ask.
[[nodiscard]] IntakeAdvice adviseIntake(const Rules& rules, const Places& places, const IntakeForm& form, Instant now);

/// How far "save and dispatch as suggested" goes for a form and a post, and what stops it.
struct FastPlan {
    enum class Stop { None, Category, Demand, Area, Standard, Lead, OperatorRole, DispatcherRole };
    bool accept = false, file = false, dispatch = false;
    Stop stop = Stop::None;
    std::optional<UnitId> lead;
    std::vector<OperationDraft> drafts; ///< accept, file, dispatch as far as it goes; `caseId` still absent
};
[[nodiscard]] FastPlan planFast(const IntakeAdvice& advice, const IntakeForm& form, RoleSet roles);

/// Payload of a dispatch that follows the duty list; the match must be of kind One.
[[nodiscard]] Value statutoryDispatch(const DutyMatch& match);

} // namespace griddesk
