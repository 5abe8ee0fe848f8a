// SPDX-License-Identifier: GPL-3.0-or-later
#include "districtplaces.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace griddesk {

namespace {

/// The area itself and what lies above it, sorted by level.
PlaceAreas chainOf(const Rules& rules, const AreaCode& code)
{
    PlaceAreas result;
    std::optional<AreaCode> at = code;
    for (int steps = 0; at && steps < 8; ++steps) {
        const auto found = rules.areas.find(*at);
        if (found == rules.areas.end())
            break;
        switch (found->second.level) {
        case AreaLevel::Cell: result.cell = *at; break;
        case AreaLevel::Grid: result.grid = *at; break;
        case AreaLevel::Community: result.community = *at; break;
        case AreaLevel::Subdistrict: result.subdistrict = *at; break;
        case AreaLevel::District: break;
        }
        at = found->second.parent;
    }
    return result;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return result;
}

} // namespace

Result<std::shared_ptr<const DistrictPlaces>> DistrictPlaces::build(std::shared_ptr<const Rules> rules, AreaShapes shapes,
                                                                    std::vector<NamedPlace> streets)
{
    auto places = std::shared_ptr<DistrictPlaces>(new DistrictPlaces);
    // The smallest shaped areas are asked; an area with shaped children is covered by them.
    std::set<AreaCode> parents;
    for (const auto& [code, shape] : shapes) {
        const auto found = rules->areas.find(code);
        if (found != rules->areas.end())
            for (auto up = found->second.parent; up;) {
                parents.insert(*up);
                const auto above = rules->areas.find(*up);
                up = above == rules->areas.end() ? std::nullopt : above->second.parent;
            }
    }
    for (const auto& [code, shape] : shapes) {
        places->m_bounds.extend(boundingBox(shape));
        if (!parents.contains(code) && rules->areas.contains(code))
            places->m_codes.push_back(code);
    }
    // Where areas of several levels lie on one another the index answers the first: the finest.
    std::ranges::stable_sort(places->m_codes, {}, [&](const AreaCode& code) { return rules->areas.at(code).level; });
    std::vector<MultiPolygon> cells;
    for (const auto& code : places->m_codes) {
        places->m_areas.push_back(chainOf(*rules, code));
        cells.push_back(shapes.at(code));
    }
    auto index = CellIndex::build(std::move(cells));
    if (!index)
        return std::unexpected(index.error());
    places->m_index = *std::move(index);
    places->m_rules = std::move(rules);
    places->m_shapes = std::move(shapes);
    places->m_streets = std::move(streets);
    return std::shared_ptr<const DistrictPlaces>(std::move(places));
}

PlaceAreas DistrictPlaces::areasAt(GeoPoint place) const
{
    const auto cell = m_index.locate(place);
    return cell ? m_areas[*cell] : PlaceAreas{};
}

std::vector<NamedPlace> DistrictPlaces::find(const std::string& words, int limit) const
{
    std::vector<NamedPlace> found;
    const std::string wanted = lower(words);
    if (wanted.empty() || limit <= 0)
        return found;
    const auto full = [&] { return found.size() >= static_cast<std::size_t>(limit); };
    for (const auto& [code, area] : m_rules->areas) {
        if (full())
            return found;
        if (lower(code.text()).starts_with(wanted) || lower(area.name).contains(wanted))
            if (const auto centre = centreOf(code))
                found.push_back(NamedPlace{area.name.empty() ? code.text() : area.name, code.text(), *centre});
    }
    for (const auto& street : m_streets) {
        if (full())
            return found;
        if (lower(street.name).contains(wanted) || (!street.detail.empty() && lower(street.detail).starts_with(wanted)))
            found.push_back(street);
    }
    return found;
}

std::optional<GeoPoint> DistrictPlaces::centreOf(const AreaCode& area) const
{
    const auto shape = m_shapes.find(area);
    if (shape == m_shapes.end() || shape->second.empty())
        return std::nullopt;
    const GeoPoint centre = centroid(shape->second);
    if (contains(shape->second, centre))
        return centre;
    const auto& ring = shape->second.front().outer;
    return ring.empty() ? std::nullopt : std::optional{ring.front()};
}

} // namespace griddesk
