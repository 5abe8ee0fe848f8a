// SPDX-License-Identifier: GPL-3.0-or-later
#include "areacheck.h"

#include "models/core/areatree.h"
#include "models/geo/metric.h"
#include "models/geo/shapes.h"
#include "models/geo/topology.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <ranges>

namespace griddesk {

namespace {

constexpr double faultShare = 0.01;  ///< of the smaller area
constexpr double faultMetres = 2;    ///< mean width of an overlap
constexpr std::size_t mostDoubts = 50;

std::string placeText(GeoPoint place) { return std::format("{:.5f}, {:.5f}", place.lon(), place.lat()); }

/// The code, and the name where it says more.
std::string naming(const Area& area)
{
    return area.name.empty() || area.name == area.code.text() ? area.code.text() : std::format("{} ({})", area.code.text(), area.name);
}

class LevelCheck {
public:
    LevelCheck(AreaLevel level, const std::set<AreaCode>& changed, bool mayOverlap) : m_level(level), m_changed(changed), m_mayOverlap(mayOverlap) {}

    void add(const Area& area, const MultiPolygon& shape)
    {
        m_areas.push_back(&area);
        m_shapes.push_back({area.code.text(), shape});
    }

    Result<void> run(std::vector<AreaDoubt>& doubts) const
    {
        if (std::ranges::none_of(m_areas, [&](const Area* area) { return m_changed.contains(area->code); }))
            return {};
        const auto problems = checkTopology(m_shapes);
        if (!problems)
            return std::unexpected(problems.error());
        for (const auto& problem : *problems) {
            const bool concerned = std::ranges::any_of(problem.indices, [&](std::size_t i) { return m_changed.contains(m_areas[i]->code); });
            // A gap that touches no corner of anybody is a fault of more than these areas.
            if (!concerned || problem.indices.empty() || (problem.kind != TopologyProblem::Kind::Overlap && problem.kind != TopologyProblem::Kind::Gap))
                continue;
            if (problem.kind == TopologyProblem::Kind::Overlap) {
                const std::string both = std::format("{} and {}", naming(*m_areas[problem.indices[0]]), naming(*m_areas[problem.indices[1]]));
                const auto fault = isFault(problem);
                if (!fault)
                    return std::unexpected(fault.error());
                if (!*fault && !m_mayOverlap)
                    return fail(ErrorCode::Inconsistent,
                                std::format("the areas {} lie on one another over {:.0f} m² near {}; areas of the level {} lie beside each other, unless --allow-overlaps says otherwise", both,
                                            problem.areaM2, placeText(problem.place), nameOf(m_level)));
                if (doubts.size() < mostDoubts)
                    doubts.push_back({m_areas[problem.indices[0]]->code, std::format("{} overlap{} near {}", both, *fault ? " a little" : std::format(" over {:.0f} m²", problem.areaM2), placeText(problem.place))});
            } else if (doubts.size() < mostDoubts) {
                std::string around;
                for (const std::size_t i : problem.indices | std::views::take(3))
                    around += (around.empty() ? "" : ", ") + m_areas[i]->code.text();
                doubts.push_back({m_areas[problem.indices.front()]->code,
                                  std::format("a gap of {:.0f} m² between {} near {}", problem.areaM2, around, placeText(problem.place))});
            }
        }
        return {};
    }

private:
    Result<bool> isFault(const TopologyProblem& problem) const
    {
        const MultiPolygon &a = m_shapes[problem.indices[0]].shape, &b = m_shapes[problem.indices[1]].shape;
        if (problem.areaM2 < faultShare * std::min(areaM2(a), areaM2(b)))
            return true;
        const auto first = makeValid(a), second = makeValid(b);
        if (!first || !second)
            return std::unexpected(first ? second.error() : first.error());
        const auto common = intersection(*first, *second);
        if (!common)
            return std::unexpected(common.error());
        return 2 * areaM2(*common) < faultMetres * perimeterMetres(*common);
    }

    AreaLevel m_level;
    const std::set<AreaCode>& m_changed;
    bool m_mayOverlap;
    std::vector<const Area*> m_areas;
    std::vector<CodedShape> m_shapes;
};

} // namespace

Result<std::optional<GeoPoint>> crossing(const MultiPolygon& shape)
{
    const auto ringCrosses = [](const Ring& ring) -> Result<std::optional<GeoPoint>> {
        const MultiPolygon alone{{ring, {}}};
        const auto why = invalidity(alone);
        if (!why)
            return std::nullopt;
        const auto valid = makeValid(alone);
        if (!valid)
            return std::unexpected(valid.error());
        // Loops run round the other way, or twice: the signed sum of the ring and what it encloses then differ.
        const double enclosed = areaM2(*valid);
        return std::abs(areaM2(ring) - enclosed) > faultShare * enclosed ? std::optional{why->place} : std::nullopt;
    };
    for (const Polygon& polygon : shape) {
        if (auto at = ringCrosses(polygon.outer); !at || *at)
            return at;
        for (const Ring& hole : polygon.holes)
            if (auto at = ringCrosses(hole); !at || *at)
                return at;
    }
    return std::nullopt;
}

Result<std::vector<AreaDoubt>> checkAreas(std::span<const Area> areas, const AreaShapes& shapes, const std::set<AreaCode>& changed, bool mayOverlap)
{
    std::map<AreaLevel, LevelCheck> levels;
    for (const Area& area : areas)
        if (const auto shape = shapes.find(area.code); shape != shapes.end())
            levels.try_emplace(area.level, area.level, changed, mayOverlap).first->second.add(area, shape->second);
    std::vector<AreaDoubt> doubts;
    for (const auto& [level, check] : levels)
        if (auto done = check.run(doubts); !done)
            return std::unexpected(done.error());
    return doubts;
}

std::optional<AreaLevel> levelOfCode(std::string_view code) noexcept
{
    const auto digits = [](std::string_view text) { return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }); };
    if (code.size() < 6 || !digits(code.substr(0, 6)))
        return std::nullopt;
    const int province = (code[0] - '0') * 10 + (code[1] - '0');
    const bool known = (province >= 11 && province <= 15) || (province >= 21 && province <= 23) || (province >= 31 && province <= 37)
        || (province >= 41 && province <= 46) || (province >= 50 && province <= 54) || (province >= 61 && province <= 65) || province == 71
        || province == 81 || province == 82 || province == 99;
    if (!known)
        return std::nullopt;
    if (code.size() == 15 && digits(code.substr(0, 12)) && code[12] >= 'A' && code[12] <= 'Z' && digits(code.substr(13)))
        return AreaLevel::Grid;
    if (!digits(code))
        return std::nullopt;
    switch (code.size()) {
    case 6: return AreaLevel::District;
    case 9: return AreaLevel::Subdistrict;
    case 12: return AreaLevel::Community;
    case 15: return AreaLevel::Cell;
    default: return std::nullopt;
    }
}

} // namespace griddesk
