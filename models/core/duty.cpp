// SPDX-License-Identifier: GPL-3.0-or-later
#include "duty.h"

#include "areatree.h"

#include <algorithm>
#include <compare>
#include <iterator>

namespace griddesk {

namespace {

constexpr std::size_t deepestCategory = 16; ///< ends a walk in damaged data
constexpr std::size_t everywhere = 64;      ///< rank of an item without an area: after every real distance

/// The category and everything above it, nearest first.
std::vector<CategoryId> categoryChain(const Rules& rules, const CategoryId& code)
{
    std::vector<CategoryId> chain;
    for (auto at = rules.categories.find(code); at != rules.categories.end() && chain.size() < deepestCategory;) {
        chain.push_back(at->first);
        at = at->second.parent ? rules.categories.find(*at->second.parent) : rules.categories.end();
    }
    return chain;
}

std::vector<AreaCode> areaChain(const Rules& rules, const std::optional<AreaCode>& code)
{
    std::vector<AreaCode> chain;
    for (auto at = code ? rules.areas.find(*code) : rules.areas.end(); at != rules.areas.end() && chain.size() < everywhere;) {
        chain.push_back(at->first);
        at = at->second.parent ? rules.areas.find(*at->second.parent) : rules.areas.end();
    }
    return chain;
}

template <typename T>
std::optional<std::size_t> distance(const std::vector<T>& chain, const T& wanted)
{
    const auto found = std::ranges::find(chain, wanted);
    if (found == chain.end())
        return std::nullopt;
    return static_cast<std::size_t>(std::distance(chain.begin(), found));
}

/// Steps from what was asked to what the item says; smaller is more specific.
struct Rank {
    std::size_t category = 0;
    std::size_t area = 0;
    auto operator<=>(const Rank&) const = default;
};

bool inForce(const Rules& rules, const UnitId& id, Instant at)
{
    const auto unit = rules.units.find(id);
    return unit != rules.units.end() && unit->second.valid.holds(at);
}

} // namespace

DutyMatch matchDuty(const Rules& rules, const CategoryId& category, const std::optional<AreaCode>& place, Instant at)
{
    const auto categories = categoryChain(rules, category);
    const auto areas = areaChain(rules, place);
    const auto rankOf = [&](const DutyItem& item) -> std::optional<Rank> {
        if (!item.valid.holds(at) || !inForce(rules, item.lead, at))
            return std::nullopt;
        const auto byCategory = distance(categories, item.category);
        const auto byArea = item.area ? distance(areas, *item.area) : std::optional(everywhere);
        if (!byCategory || !byArea)
            return std::nullopt;
        return Rank{*byCategory, *byArea};
    };

    std::optional<Rank> best;
    std::vector<const DutyItem*> winners;
    for (const auto& [id, item] : rules.duties) {
        const auto rank = rankOf(item);
        if (!rank || (best && *best < *rank))
            continue;
        if (!best || *rank < *best)
            winners.clear();
        best = rank;
        winners.push_back(&item);
    }

    DutyMatch match;
    if (winners.empty())
        return match;
    const bool agreed = std::ranges::all_of(winners, [&](const DutyItem* item) { return item->lead == winners.front()->lead; });
    match.kind = agreed ? DutyMatch::Kind::One : DutyMatch::Kind::Several;
    if (agreed)
        winners.resize(1);
    const auto* grid = place ? ancestorAt(rules, *place, AreaLevel::Grid) : nullptr;
    for (const auto* item : winners)
        match.reasons.push_back({.cell = place,
                                 .grid = grid != nullptr ? std::optional(grid->code) : std::nullopt,
                                 .category = category,
                                 .categoryName = rules.categories.at(category).name,
                                 .unit = item->lead,
                                 .unitName = rules.units.at(item->lead).name,
                                 .item = item->id,
                                 .itemCategory = item->category,
                                 .itemArea = item->area,
                                 .basis = item->basis,
                                 .authority = item->authority,
                                 .validFrom = item->valid.from});
    if (agreed) {
        match.lead = winners.front()->lead;
        match.item = winners.front()->id;
        std::ranges::copy_if(winners.front()->assists, std::back_inserter(match.assists),
                             [&](const UnitId& unit) { return inForce(rules, unit, at); });
    }
    return match;
}

} // namespace griddesk
