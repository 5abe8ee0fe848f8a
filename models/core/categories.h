// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace griddesk {

/// The category tree of one rule bundle, indexed for the intake form. It refers to the categories of the Rules it was
/// built from, which must live at least as long. Thread: any, read only after building.
class CategoryTree {
public:
    explicit CategoryTree(const Rules& rules);

    /// nullptr when there is no such category.
    [[nodiscard]] const Category* find(const CategoryId& code) const;
    /// Group, 大类, 小类: from the top down to the category itself; empty for an unknown code.
    [[nodiscard]] std::vector<const Category*> path(const CategoryId& code) const;
    /// Direct children by code; without a code the tops of the tree.
    [[nodiscard]] std::vector<const Category*> children(const std::optional<CategoryId>& code) const;
    /// Whether nothing stands below it: only leaves are given to cases. False for an unknown code.
    [[nodiscard]] bool isLeaf(const CategoryId& code) const;

    /// Leaves that answer to what was typed, best first, at most `most`: an exact code, then a beginning of a code, name or
    /// pinyin initials, then any part of a name or of the initials. Letters of either case; blanks separate words that must
    /// all be met. Nothing typed finds nothing.
    [[nodiscard]] std::vector<const Category*> search(std::string_view typed, std::size_t most = 20) const;

private:
    const Rules* m_rules;
    std::unordered_map<CategoryId, std::vector<const Category*>> m_children;
    std::vector<const Category*> m_roots;
};

/// The standard of that id and the category that bears it; both nullptr when there is none. O(categories).
struct StandardOf {
    const Category* category = nullptr;
    const Standard* standard = nullptr;
};
[[nodiscard]] StandardOf findStandard(const Rules& rules, const StandardId& id);

/// Whether `code` is `ancestor` or stands below it.
[[nodiscard]] bool isWithin(const Rules& rules, const CategoryId& code, const CategoryId& ancestor);

} // namespace griddesk
