// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulesnames.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

constexpr std::array<std::string_view, 14> unitKinds{
    "centre",  "bureau",             "office",     "station",     "community",          "gridCrew",  "propertyManager", "ownersCommittee",
    "utility", "socialOrganisation", "volunteers", "partyBranch", "mediationCommittee", "contractor"};
constexpr std::array<std::string_view, 4> natures{"approval", "enforcement", "service", "mediation"};
constexpr std::array<std::string_view, 3> urgencies{"ordinary", "urgent", "critical"};
constexpr std::array<std::string_view, 2> purposes{"restore", "makeSafe"};
constexpr std::array<std::string_view, 5> checkModes{"field", "photo", "phone", "document", "parties"};

template <typename Enum, std::size_t N>
Result<Enum> find(const std::array<std::string_view, N>& names, std::string_view name, const char* what)
{
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return fail(ErrorCode::UnknownReference, std::string("there is no ") + what + " of that name", std::string(name.substr(0, 64)));
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view nameOf(UnitKind kind) noexcept { return unitKinds[static_cast<std::size_t>(kind)]; }
Result<UnitKind> parseUnitKind(std::string_view name) { return find<UnitKind>(unitKinds, name, "kind of unit"); }

std::string_view nameOf(Nature nature) noexcept { return natures[static_cast<std::size_t>(nature)]; }
Result<Nature> parseNature(std::string_view name) { return find<Nature>(natures, name, "nature"); }

std::string_view nameOf(Urgency urgency) noexcept { return urgencies[static_cast<std::size_t>(urgency)]; }
Result<Urgency> parseUrgency(std::string_view name) { return find<Urgency>(urgencies, name, "urgency"); }

std::string_view nameOf(LimitPurpose purpose) noexcept { return purposes[static_cast<std::size_t>(purpose)]; }
Result<LimitPurpose> parseLimitPurpose(std::string_view name) { return find<LimitPurpose>(purposes, name, "purpose of a limit"); }

std::string_view nameOf(CheckMode mode) noexcept { return checkModes[static_cast<std::size_t>(mode)]; }
Result<CheckMode> parseCheckMode(std::string_view name) { return find<CheckMode>(checkModes, name, "way of checking"); }

} // namespace griddesk
