// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"

#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// Why the duty list names a unit: the parts of the sentence "grid 0312 x 暴露垃圾 -> 市容科, duty list item 4.2, valid
/// from …". The sentence is made at the edge, in the language of the screen.
struct DutyReason {
    std::optional<AreaCode> cell;     ///< the place asked for
    std::optional<AreaCode> grid;     ///< the duty grid it lies in
    CategoryId category;              ///< the category asked for
    std::string categoryName;
    UnitId unit;
    std::string unitName;
    DutyId item;
    CategoryId itemCategory;          ///< may be an ancestor of `category`
    std::optional<AreaCode> itemArea; ///< absent = the item holds everywhere
    std::string basis;
    std::string authority;
    Instant validFrom;

    bool operator==(const DutyReason&) const = default;
};

/// What the duty list says about a category at a place and time.
struct DutyMatch {
    enum class Kind : std::uint8_t {
        None,    ///< nobody: consult (提请会商)
        One,     ///< lead and assists are known
        Several, ///< items of the same rank name different units: consult
    };
    Kind kind = Kind::None;
    std::optional<UnitId> lead;       ///< only with One
    std::vector<UnitId> assists;      ///< only with One; units out of force are left out
    std::optional<DutyId> item;       ///< only with One
    std::vector<DutyReason> reasons;  ///< one with One, all contenders with Several (by item id), none with None

    bool operator==(const DutyMatch&) const = default;
};

/// Looks up the duty list: items in force at that time whose category is the given one or above it and whose area holds
/// the place; the most specific category wins, then the most specific area. Items whose lead unit is out of force do not
/// count. Without a place only items without an area count. A suggestion, never a decision. Pure; O(items).
[[nodiscard]] DutyMatch matchDuty(const Rules& rules, const CategoryId& category, const std::optional<AreaCode>& place, Instant at);

} // namespace griddesk
