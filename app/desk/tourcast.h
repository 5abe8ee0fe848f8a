// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/core/operation.h"
#include "models/core/rules.h"
#include "models/service/places.h"

#include <QString>

#include <initializer_list>
#include <memory>
#include <optional>
#include <vector>

namespace griddesk {

/// A matter the tour reports: its class, the standard it is filed under, and what is said about it.
struct TourMatter {
    CategoryId category;
    std::optional<StandardId> standard;
    UnitId lead; ///< what the duty list names
    QString text;
};

/// Who acts and what is reported, looked up in the rules of any district: on the Chinese demo district with texts that fit
/// its classes, elsewhere with plain ones. Thread: GUI.
class TourCast {
public:
    TourCast(std::shared_ptr<const Rules> rules, const Places& places, Instant now);

    [[nodiscard]] const Rules& rules() const { return *m_rules; }
    [[nodiscard]] bool chinese() const { return m_chinese; }
    /// The text in the language of the district.
    [[nodiscard]] QString say(const char* chinese, const char* english) const;
    /// Somebody of that unit in the first of the roles that anybody there bears.
    [[nodiscard]] std::optional<Actor> of(const UnitId& unit, std::initializer_list<Role> roles) const;
    /// Somebody of the centre, or else anybody, in that role. `nth`: another one, while there are so many.
    [[nodiscard]] std::optional<Actor> any(Role role, std::size_t nth = 0) const;

    /// A matter the duty list gives to one unit that has people, filed after a verification. Absent: the list has none.
    [[nodiscard]] std::optional<TourMatter> wholeLoop() const;
    /// A matter that a grid worker may settle alone (巡办一体).
    [[nodiscard]] std::optional<TourMatter> onTheSpot() const;
    /// A matter whose unit sends it back.
    [[nodiscard]] std::optional<TourMatter> disputed() const;

    /// A unit of the second level near the case that has people, a community first; absent when the district has none.
    [[nodiscard]] std::optional<UnitId> below(const Case& c, const UnitId& lead) const;
    /// A unit of the first level to be tried after `lead`: the community of the place, else another one.
    [[nodiscard]] std::optional<UnitId> second(const Case& c, const UnitId& lead) const;
    /// A street inside the district, as the address search knows it.
    [[nodiscard]] QString street(std::size_t nth) const;
    [[nodiscard]] QString nameOf(const UnitId& unit) const;

private:
    [[nodiscard]] std::optional<TourMatter> matter(std::initializer_list<const char*> wanted, bool minor) const;
    [[nodiscard]] std::optional<TourMatter> matterOf(const Category& category, bool minor) const;
    [[nodiscard]] bool hasPeople(const UnitId& unit) const;

    std::shared_ptr<const Rules> m_rules;
    Instant m_now;
    bool m_chinese = false;
    std::vector<QString> m_streets;
};

} // namespace griddesk
