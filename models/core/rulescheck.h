// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"

#include <vector>

namespace griddesk {

/// The parts of a bundle in the order of the document they were read from, so that a fault can be named by its place in
/// that document. Pointers into the Rules they belong to.
struct RulesOrder {
    std::vector<const Area*> areas;
    std::vector<const Unit*> units;
    std::vector<const Post*> posts;
    std::vector<const Category*> categories;
    std::vector<const DutyItem*> duties;

    /// In the order of the codes: the order writeRules() uses.
    [[nodiscard]] static RulesOrder of(const Rules& rules);
};

/// Whether everything fits together: references exist; area and unit trees have no circle and areas lie in areas of a
/// higher level; all-digit cell codes are national codes; every cell has a fallback unit, its own or inherited; posts have
/// roles, supervisors a level; delegations end; only leaves bear standards and standard ids are unique; two duty items for
/// the same category and area do not overlap in time with different leads unless both are marked contested; the centre and
/// the calendar for new clocks exist. Errors: UnknownReference, Duplicate, Inconsistent, OutOfRange, with the path as context.
[[nodiscard]] Result<void> checkRules(const Rules& rules, const RulesOrder& order);

} // namespace griddesk
