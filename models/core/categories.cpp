// SPDX-License-Identifier: GPL-3.0-or-later
#include "categories.h"

#include <algorithm>
#include <tuple>

namespace griddesk {

namespace {

constexpr std::size_t deepestCategory = 16; ///< ends a walk in damaged data
constexpr int noMatch = 9;

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return low;
}

std::vector<std::string> words(std::string_view typed)
{
    std::vector<std::string> found;
    std::string word;
    for (const char c : lowered(typed) + ' ') {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            found.push_back(std::move(word));
            word.clear();
        }
    }
    return found;
}

/// 0 is best; `noMatch` when the word is nowhere in the category.
int quality(const Category& category, const std::string& word)
{
    const auto code = lowered(category.code.text());
    const auto name = lowered(category.name);
    const auto pinyin = lowered(category.pinyin);
    if (code == word || name == word)
        return 0;
    if (pinyin == word)
        return 1;
    if (code.starts_with(word) || name.starts_with(word))
        return 2;
    if (pinyin.starts_with(word))
        return 3;
    if (name.contains(word))
        return 4;
    return pinyin.contains(word) ? 5 : noMatch;
}

} // namespace

CategoryTree::CategoryTree(const Rules& rules) : m_rules(&rules)
{
    for (const auto& [code, category] : rules.categories) {
        if (category.parent)
            m_children[*category.parent].push_back(&category);
        else
            m_roots.push_back(&category);
    }
}

const Category* CategoryTree::find(const CategoryId& code) const
{
    const auto found = m_rules->categories.find(code);
    return found == m_rules->categories.end() ? nullptr : &found->second;
}

std::vector<const Category*> CategoryTree::path(const CategoryId& code) const
{
    std::vector<const Category*> chain;
    for (const auto* at = find(code); at != nullptr && chain.size() < deepestCategory;) {
        chain.push_back(at);
        at = at->parent ? find(*at->parent) : nullptr;
    }
    std::ranges::reverse(chain);
    return chain;
}

std::vector<const Category*> CategoryTree::children(const std::optional<CategoryId>& code) const
{
    if (!code)
        return m_roots;
    const auto found = m_children.find(*code);
    return found == m_children.end() ? std::vector<const Category*>{} : found->second;
}

bool CategoryTree::isLeaf(const CategoryId& code) const { return find(code) != nullptr && !m_children.contains(code); }

std::vector<const Category*> CategoryTree::search(std::string_view typed, std::size_t most) const
{
    const auto wanted = words(typed);
    if (wanted.empty())
        return {};
    struct Hit {
        int quality;
        const Category* category;
    };
    std::vector<Hit> hits;
    for (const auto& [code, category] : m_rules->categories) {
        if (m_children.contains(code))
            continue;
        int worst = 0;
        for (const auto& word : wanted)
            worst = std::max(worst, quality(category, word));
        if (worst < noMatch)
            hits.push_back({worst, &category});
    }
    std::ranges::stable_sort(hits, {}, [](const Hit& hit) { return std::tuple(hit.quality, hit.category->name.size()); });
    std::vector<const Category*> found;
    for (const auto& hit : hits) {
        if (found.size() == most)
            break;
        found.push_back(hit.category);
    }
    return found;
}

StandardOf findStandard(const Rules& rules, const StandardId& id)
{
    for (const auto& [code, category] : rules.categories)
        for (const auto& standard : category.standards)
            if (standard.id == id)
                return {&category, &standard};
    return {};
}

bool isWithin(const Rules& rules, const CategoryId& code, const CategoryId& ancestor)
{
    auto at = rules.categories.find(code);
    for (std::size_t step = 0; at != rules.categories.end() && step < deepestCategory; ++step) {
        if (at->first == ancestor)
            return true;
        if (!at->second.parent)
            return false;
        at = rules.categories.find(*at->second.parent);
    }
    return false;
}

} // namespace griddesk
