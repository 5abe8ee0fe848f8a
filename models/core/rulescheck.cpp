// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulescheck.h"

#include "areatree.h"
#include "cellcode.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace griddesk {

namespace {

constexpr int deepestTree = 32;
constexpr std::size_t sameMatterMost = 500; ///< items for one category and area; keeps the comparison of pairs small

std::string at(std::string_view list, std::size_t index, std::string_view field)
{
    return std::string(list) + '[' + std::to_string(index) + "]." + std::string(field);
}

Result<void> unknown(std::string_view what, const std::string& id, std::string where)
{
    return fail(ErrorCode::UnknownReference, "there is no " + std::string(what) + ' ' + id, std::move(where));
}

template <typename Key, typename T>
bool circular(const std::map<Key, T>& things, const T& from)
{
    auto parent = from.parent;
    for (int step = 0; parent && step < deepestTree; ++step) {
        const auto found = things.find(*parent);
        if (found == things.end())
            return false;
        parent = found->second.parent;
    }
    return parent.has_value();
}

/// The parent of each thing exists and there is no circle (or a chain so long that nobody could mean it).
template <typename Key, typename T>
Result<void> checkParents(const std::map<Key, T>& things, const std::vector<const T*>& order, std::string_view list)
{
    for (std::size_t i = 0; i < order.size(); ++i)
        if (order[i]->parent && !things.contains(*order[i]->parent))
            return unknown("parent", order[i]->parent->text(), at(list, i, "parent"));
    for (std::size_t i = 0; i < order.size(); ++i)
        if (circular(things, *order[i]))
            return fail(ErrorCode::Inconsistent, "the parents form a circle", at(list, i, "parent"));
    return {};
}

Result<void> checkAreas(const Rules& rules, const std::vector<const Area*>& areas)
{
    if (auto parents = checkParents(rules.areas, areas, "areas"); !parents)
        return parents;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const auto& area = *areas[i];
        if (area.parent && rules.areas.at(*area.parent).level <= area.level)
            return fail(ErrorCode::Inconsistent, "an area lies in one of a higher level: cell < grid < community < subdistrict < district",
                        at("areas", i, "parent"));
        if (area.fallbackUnit && !rules.units.contains(*area.fallbackUnit))
            return unknown("unit", area.fallbackUnit->text(), at("areas", i, "fallbackUnit"));
        if (area.level == AreaLevel::Cell && isDigits(area.code.text()))
            if (auto code = CellCode::parse(area.code.text()); !code || area.code.text().size() != 15)
                return fail(ErrorCode::OutOfRange, "a cell code of digits has 15 of them and a sequence from 001", at("areas", i, "code"));
    }
    const auto hasFallback = [&](const Area* area) {
        while (!area->fallbackUnit && area->parent)
            area = &rules.areas.at(*area->parent);
        return area->fallbackUnit.has_value();
    };
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (areas[i]->level == AreaLevel::Cell && !hasFallback(areas[i]))
            return fail(ErrorCode::Inconsistent, "neither the cell nor an area above it has a fallback unit", at("areas", i, "fallbackUnit"));
    return {};
}

Result<void> checkUnits(const Rules& rules, const std::vector<const Unit*>& units)
{
    if (auto parents = checkParents(rules.units, units, "units"); !parents)
        return parents;
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i]->area && !rules.areas.contains(*units[i]->area))
            return unknown("area", units[i]->area->text(), at("units", i, "area"));
    if (!rules.units.contains(rules.centre))
        return unknown("unit", rules.centre.text(), "centre");
    return {};
}

Result<void> checkPosts(const Rules& rules, const std::vector<const Post*>& posts)
{
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const auto& post = *posts[i];
        if (!rules.units.contains(post.unit))
            return unknown("unit", post.unit.text(), at("posts", i, "unit"));
        if (post.roles.empty())
            return fail(ErrorCode::Inconsistent, "a post bears at least one role", at("posts", i, "roles"));
        for (std::size_t k = 0; k < post.areas.size(); ++k)
            if (!rules.areas.contains(post.areas[k]))
                return unknown("area", post.areas[k].text(), at("posts", i, "areas[" + std::to_string(k) + "]"));
        if (post.roles.has(Role::Supervisor) != post.supervisionLevel.has_value())
            return fail(ErrorCode::Inconsistent, "a supervisor has a level of supervision and nobody else has", at("posts", i, "supervisionLevel"));
        if (post.supervisionLevel == AreaLevel::Cell)
            return fail(ErrorCode::OutOfRange, "supervision is by grid, community, subdistrict or district", at("posts", i, "supervisionLevel"));
    }
    return {};
}

Result<void> checkTenures(const Rules& rules)
{
    for (std::size_t i = 0; i < rules.tenures.size(); ++i) {
        const auto& tenure = rules.tenures[i];
        if (!rules.accounts.contains(tenure.account))
            return unknown("account", tenure.account.text(), at("tenures", i, "account"));
        if (!rules.posts.contains(tenure.post))
            return unknown("post", tenure.post.text(), at("tenures", i, "post"));
        if (!tenure.delegation.empty() && !tenure.valid.until)
            return fail(ErrorCode::Inconsistent, "a delegation ends at a stated time", at("tenures", i, "until"));
    }
    return {};
}

Result<void> checkCategories(const Rules& rules, const std::vector<const Category*>& categories)
{
    if (auto parents = checkParents(rules.categories, categories, "categories"); !parents)
        return parents;
    std::set<CategoryId> parents;
    for (const auto* category : categories)
        if (category->parent)
            parents.insert(*category->parent);
    std::set<StandardId> standards;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        const auto& category = *categories[i];
        if (!category.standards.empty() && parents.contains(category.code))
            return fail(ErrorCode::Inconsistent, "only categories without others below them bear standards", at("categories", i, "standards"));
        for (std::size_t k = 0; k < category.standards.size(); ++k)
            if (!standards.insert(category.standards[k].id).second)
                return fail(ErrorCode::Duplicate, "this standard is there already", at("categories", i, "standards[" + std::to_string(k) + "].id"));
    }
    return {};
}

bool overlap(const Validity& a, const Validity& b)
{
    return (!a.until || b.from < *a.until) && (!b.until || a.from < *b.until);
}

Result<void> checkOverlaps(const std::vector<const DutyItem*>& duties)
{
    std::map<std::tuple<CategoryId, std::optional<AreaCode>>, std::vector<std::size_t>> sameMatter;
    for (std::size_t i = 0; i < duties.size(); ++i) {
        auto& others = sameMatter[{duties[i]->category, duties[i]->area}];
        for (const auto k : others) {
            const bool declared = duties[i]->contested && duties[k]->contested;
            if (!declared && duties[i]->lead != duties[k]->lead && overlap(duties[i]->valid, duties[k]->valid))
                return fail(ErrorCode::Duplicate, "duties[" + std::to_string(k) + "] gives the same category and area to another unit at the same time",
                            at("duties", i, "lead"));
        }
        others.push_back(i);
        if (others.size() > sameMatterMost)
            return fail(ErrorCode::LimitExceeded, "at most " + std::to_string(sameMatterMost) + " items may stand for one category and area",
                        at("duties", i, "category"));
    }
    return {};
}

Result<void> checkDuties(const Rules& rules, const std::vector<const DutyItem*>& duties)
{
    for (std::size_t i = 0; i < duties.size(); ++i) {
        const auto& item = *duties[i];
        if (!rules.categories.contains(item.category))
            return unknown("category", item.category.text(), at("duties", i, "category"));
        if (item.area && !rules.areas.contains(*item.area))
            return unknown("area", item.area->text(), at("duties", i, "area"));
        if (!rules.units.contains(item.lead))
            return unknown("unit", item.lead.text(), at("duties", i, "lead"));
        std::set<UnitId> named{item.lead};
        for (std::size_t k = 0; k < item.assists.size(); ++k) {
            const auto where = "assists[" + std::to_string(k) + "]";
            if (!rules.units.contains(item.assists[k]))
                return unknown("unit", item.assists[k].text(), at("duties", i, where));
            if (!named.insert(item.assists[k]).second)
                return fail(ErrorCode::Duplicate, "the unit is named twice", at("duties", i, where));
        }
    }
    return checkOverlaps(duties);
}

template <typename Map, typename List>
void refer(const Map& things, List& list)
{
    list.reserve(things.size());
    for (const auto& [key, thing] : things)
        list.push_back(&thing);
}

} // namespace

RulesOrder RulesOrder::of(const Rules& rules)
{
    RulesOrder order;
    refer(rules.areas, order.areas);
    refer(rules.units, order.units);
    refer(rules.posts, order.posts);
    refer(rules.categories, order.categories);
    refer(rules.duties, order.duties);
    return order;
}

Result<void> checkRules(const Rules& rules, const RulesOrder& order)
{
    if (auto units = checkUnits(rules, order.units); !units)
        return units;
    if (auto areas = checkAreas(rules, order.areas); !areas)
        return areas;
    if (auto posts = checkPosts(rules, order.posts); !posts)
        return posts;
    if (auto tenures = checkTenures(rules); !tenures)
        return tenures;
    if (auto categories = checkCategories(rules, order.categories); !categories)
        return categories;
    if (auto duties = checkDuties(rules, order.duties); !duties)
        return duties;
    if (!rules.calendars.contains(rules.calendar))
        return unknown("calendar", rules.calendar, "calendar");
    return {};
}

} // namespace griddesk
