// SPDX-License-Identifier: GPL-3.0-or-later
#include "areatree.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace griddesk {

namespace {

constexpr std::array<std::string_view, 5> levelNames{"cell", "grid", "community", "subdistrict", "district"};
constexpr int deepestArea = 16; ///< far more than the five levels; ends a walk in damaged data

bool unitHolds(const Rules& rules, const UnitId& id, Instant at)
{
    const auto unit = rules.units.find(id);
    return unit != rules.units.end() && unit->second.valid.holds(at);
}

/// Calls `visit` for the area and its ancestors until it says true; returns that area or nullptr.
template <typename Visit>
const Area* walkUp(const Rules& rules, const AreaCode& code, Visit&& visit)
{
    auto at = rules.areas.find(code);
    for (int step = 0; at != rules.areas.end() && step < deepestArea; ++step) {
        if (visit(at->second))
            return &at->second;
        if (!at->second.parent)
            return nullptr;
        at = rules.areas.find(*at->second.parent);
    }
    return nullptr;
}

} // namespace

std::string_view nameOf(AreaLevel level) noexcept { return levelNames[static_cast<std::size_t>(level)]; }

Result<AreaLevel> parseAreaLevel(std::string_view name)
{
    const auto found = std::ranges::find(levelNames, name);
    if (found == levelNames.end())
        return fail(ErrorCode::UnknownReference, "a level is cell, grid, community, subdistrict or district", std::string(name.substr(0, 64)));
    return static_cast<AreaLevel>(found - levelNames.begin());
}

AreaTree::AreaTree(const Rules& rules) : m_rules(&rules)
{
    m_nodes.reserve(rules.areas.size());
    m_byCode.reserve(rules.areas.size());
    for (const auto& [code, area] : rules.areas) {
        m_byCode.emplace(code, m_nodes.size());
        m_nodes.push_back({.area = &area, .parent = m_nodes.size(), .children = {}});
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const auto& parent = m_nodes[i].area->parent;
        const auto found = parent ? m_byCode.find(*parent) : m_byCode.end();
        if (found == m_byCode.end() || found->second == i) {
            m_roots.push_back(i);
        } else {
            m_nodes[i].parent = found->second;
            m_nodes[found->second].children.push_back(i);
        }
    }
    number();
}

void AreaTree::number()
{
    struct Step {
        std::size_t node;
        bool leaving;
    };
    m_order.reserve(m_nodes.size());
    std::vector<Step> todo;
    for (const auto root : m_roots | std::views::reverse)
        todo.push_back({root, false});
    while (!todo.empty()) {
        const auto [index, leaving] = todo.back();
        todo.pop_back();
        auto& at = m_nodes[index];
        if (leaving) {
            at.leave = m_order.size();
            continue;
        }
        at.enter = m_order.size();
        m_order.push_back(index);
        todo.push_back({index, true});
        for (const auto child : at.children | std::views::reverse)
            todo.push_back({child, false});
    }
}

const AreaTree::Node* AreaTree::node(const AreaCode& code) const
{
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? nullptr : &m_nodes[found->second];
}

const Area* AreaTree::find(const AreaCode& code) const
{
    const auto* at = node(code);
    return at == nullptr ? nullptr : at->area;
}

bool AreaTree::isWithin(const AreaCode& inner, const AreaCode& outer) const
{
    const auto* in = node(inner);
    const auto* out = node(outer);
    return in != nullptr && out != nullptr && out->enter <= in->enter && in->enter < out->leave;
}

const Area* AreaTree::ancestorAt(const AreaCode& code, AreaLevel level) const
{
    const auto chain = path(code);
    const auto found = std::ranges::find_if(chain | std::views::reverse, [&](const Area* area) { return area->level == level; });
    return found == chain.rend() ? nullptr : *found;
}

std::vector<const Area*> AreaTree::path(const AreaCode& code) const
{
    std::vector<const Area*> chain;
    for (const auto* at = node(code); at != nullptr && chain.size() < deepestArea;) {
        chain.push_back(at->area);
        const auto* up = &m_nodes[at->parent];
        at = up == at ? nullptr : up;
    }
    std::ranges::reverse(chain);
    return chain;
}

std::vector<const Area*> AreaTree::children(const AreaCode& code, Instant at) const
{
    std::vector<const Area*> found;
    if (const auto* parent = node(code))
        for (const auto child : parent->children)
            if (m_nodes[child].area->valid.holds(at))
                found.push_back(m_nodes[child].area);
    return found;
}

std::vector<const Area*> AreaTree::roots(Instant at) const
{
    std::vector<const Area*> found;
    for (const auto root : m_roots)
        if (m_nodes[root].area->valid.holds(at))
            found.push_back(m_nodes[root].area);
    return found;
}

std::vector<const Area*> AreaTree::below(const AreaCode& code, AreaLevel level, Instant at) const
{
    std::vector<const Area*> found;
    if (const auto* top = node(code))
        for (auto i = top->enter; i < top->leave; ++i) {
            const auto* area = m_nodes[m_order[i]].area;
            if (area->level == level && area->valid.holds(at))
                found.push_back(area);
        }
    return found;
}

std::optional<UnitId> AreaTree::fallbackUnit(const AreaCode& code, Instant at) const
{
    for (const auto* area : path(code) | std::views::reverse)
        if (area->fallbackUnit && unitHolds(*m_rules, *area->fallbackUnit, at))
            return area->fallbackUnit;
    return std::nullopt;
}

bool isWithin(const Rules& rules, const AreaCode& inner, const AreaCode& outer)
{
    return walkUp(rules, inner, [&](const Area& area) { return area.code == outer; }) != nullptr;
}

const Area* ancestorAt(const Rules& rules, const AreaCode& code, AreaLevel level)
{
    return walkUp(rules, code, [&](const Area& area) { return area.level == level; });
}

std::optional<UnitId> fallbackUnit(const Rules& rules, const AreaCode& code, Instant at)
{
    const auto* area = walkUp(rules, code, [&](const Area& a) { return a.fallbackUnit && unitHolds(rules, *a.fallbackUnit, at); });
    return area == nullptr ? std::nullopt : area->fallbackUnit;
}

} // namespace griddesk
