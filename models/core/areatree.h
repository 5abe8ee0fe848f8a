// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

namespace griddesk {

/// Stable names of the levels: cell, grid, community, subdistrict, district.
[[nodiscard]] std::string_view nameOf(AreaLevel level) noexcept;
[[nodiscard]] Result<AreaLevel> parseAreaLevel(std::string_view name);

/// The area tree of one rule bundle, indexed for fast questions. It refers to the areas of the Rules it was built from,
/// which must live at least as long (moving the Rules is fine, copying and dropping the original is not).
/// Questions about place in the tree ignore validity, because a closed case stays where it was; questions that list areas
/// or find a unit take the time they are asked for. Thread: any, read only after building. Cost: building O(n log n),
/// every question O(depth) but children().
class AreaTree {
public:
    explicit AreaTree(const Rules& rules);

    [[nodiscard]] std::size_t size() const noexcept { return m_nodes.size(); }
    /// nullptr when there is no such area.
    [[nodiscard]] const Area* find(const AreaCode& code) const;
    /// Whether `inner` is `outer` or lies below it; false for unknown codes.
    [[nodiscard]] bool isWithin(const AreaCode& inner, const AreaCode& outer) const;
    /// The area itself or its nearest ancestor of that level; nullptr when there is none.
    [[nodiscard]] const Area* ancestorAt(const AreaCode& code, AreaLevel level) const;
    /// From the top of the tree down to the area itself; empty for an unknown code.
    [[nodiscard]] std::vector<const Area*> path(const AreaCode& code) const;
    /// Direct children in force at that time, by code.
    [[nodiscard]] std::vector<const Area*> children(const AreaCode& code, Instant at) const;
    /// Areas without a parent in force at that time, by code.
    [[nodiscard]] std::vector<const Area*> roots(Instant at) const;
    /// Everything below (and including) the area, of one level and in force at that time, by tree order.
    [[nodiscard]] std::vector<const Area*> below(const AreaCode& code, AreaLevel level, Instant at) const;
    /// 兜底单位: of the area itself or else of the nearest ancestor whose unit is in force at that time.
    [[nodiscard]] std::optional<UnitId> fallbackUnit(const AreaCode& code, Instant at) const;

private:
    struct Node {
        const Area* area = nullptr;
        std::size_t parent = 0;            ///< own index at the top
        std::vector<std::size_t> children; ///< by code
        std::size_t enter = 0, leave = 0;  ///< depth-first interval: below(x) = enter in [x.enter, x.leave)
    };
    [[nodiscard]] const Node* node(const AreaCode& code) const;
    void number();

    const Rules* m_rules;
    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_roots;
    std::vector<std::size_t> m_order; ///< node index by depth-first number
    std::unordered_map<AreaCode, std::size_t> m_byCode;
};

/// Whether `inner` is `outer` or lies below it, by walking up in the rules: for the few questions of one operation,
/// where building a tree would cost more. A circle in damaged data ends the walk.
[[nodiscard]] bool isWithin(const Rules& rules, const AreaCode& inner, const AreaCode& outer);

/// The area itself or its nearest ancestor of that level, by walking up; nullptr when there is none.
[[nodiscard]] const Area* ancestorAt(const Rules& rules, const AreaCode& code, AreaLevel level);

/// As AreaTree::fallbackUnit, by walking up.
[[nodiscard]] std::optional<UnitId> fallbackUnit(const Rules& rules, const AreaCode& code, Instant at);

} // namespace griddesk
