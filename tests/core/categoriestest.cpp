// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/categories.h"
#include "demorules.h"

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::rulestest;

namespace {

std::vector<std::string> found(const CategoryTree& tree, std::string_view typed, std::size_t most = 20)
{
    std::vector<std::string> codes;
    for (const auto* category : tree.search(typed, most))
        codes.push_back(category->code.text());
    return codes;
}
using Codes = std::vector<std::string>;

} // namespace

TEST(CategoryTree, knows_paths_children_and_leaves)
{
    const auto rules = readRules(smallRules()).value();
    const CategoryTree tree(rules);
    const auto path = tree.path(CategoryId::literal("E0110"));
    ASSERT_EQ(path.size(), 3u);
    EXPECT_EQ(path[0]->name, "事件");
    EXPECT_EQ(path[1]->name, "市容环境");
    EXPECT_EQ(tree.children(std::nullopt).size(), 2u);
    EXPECT_EQ(tree.children(CategoryId::literal("E01")).size(), 2u);
    EXPECT_TRUE(tree.isLeaf(CategoryId::literal("E0110")));
    EXPECT_FALSE(tree.isLeaf(CategoryId::literal("E01")));
    EXPECT_FALSE(tree.isLeaf(CategoryId::literal("X")));
}

TEST(CategoryTree, is_searched_by_code_name_and_initials_best_first)
{
    const auto rules = readRules(smallRules()).value();
    const CategoryTree tree(rules);
    EXPECT_EQ(found(tree, "e0110"), Codes{"E0110"});
    EXPECT_EQ(found(tree, "DLJS"), Codes{"E0506"});
    EXPECT_EQ(found(tree, "dl"), (Codes{"E0112", "E0506"}));
    EXPECT_EQ(found(tree, "道路"), (Codes{"E0112", "E0506"}));
    EXPECT_EQ(found(tree, "lj"), (Codes{"S01", "E0506", "E0110"})) << "a beginning is better than a middle, a short name than a long one";
    EXPECT_EQ(found(tree, "垃圾"), (Codes{"S01", "E0110"}));
    EXPECT_EQ(found(tree, "道路 dljs"), Codes{"E0506"}) << "all words must be met";
    EXPECT_EQ(found(tree, "dl", 1).size(), 1u);
    EXPECT_EQ(found(tree, "市容环境"), Codes{}) << "only leaves are given to cases";
    EXPECT_EQ(found(tree, "  "), Codes{});
    EXPECT_EQ(found(tree, "zzz"), Codes{});
}

TEST(Categories, standards_are_found_with_their_category)
{
    const auto rules = readRules(smallRules()).value();
    const auto [category, standard] = findStandard(rules, StandardId::literal("E0110-1"));
    ASSERT_NE(standard, nullptr);
    EXPECT_EQ(category->code, CategoryId::literal("E0110"));
    EXPECT_EQ(standard->closing, "清理干净");
    EXPECT_EQ(findStandard(rules, StandardId::literal("X")).standard, nullptr);
    EXPECT_TRUE(isWithin(rules, CategoryId::literal("E0110"), CategoryId::literal("E")));
    EXPECT_FALSE(isWithin(rules, CategoryId::literal("E"), CategoryId::literal("E0110")));
}
