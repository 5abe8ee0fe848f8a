// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/bulkdrafts.h"

#include "tests/support/fakecases.h"

#include <gtest/gtest.h>

using namespace griddesk;

namespace {

const Instant now = instantFromMs(1773108000000);

CaseRow of(const char* category)
{
    auto row = fake::caseRow(1, now);
    row.category = CategoryId::literal(category);
    return row;
}

} // namespace

TEST(BulkDrafts, ADispatchAsSuggestedNamesTheUnitAndTheDutyItem)
{
    const auto drafts = bulkDrafts(BulkAction::DispatchAsSuggested, {of("0201")}, *fake::smallDistrict(), {}, now);
    ASSERT_EQ(drafts.size(), 1u);
    EXPECT_EQ(drafts[0].payload.textOr("lead"), "city");
    EXPECT_EQ(drafts[0].payload.textOr("duty"), "4.2");
    EXPECT_EQ(drafts[0].payload.textOr("basis"), "statutory");
}

TEST(BulkDrafts, WithoutADutyItemThereIsNoLeadSoThatTheRulesRefuse)
{
    const auto drafts = bulkDrafts(BulkAction::DispatchAsSuggested, {of("0401")}, *fake::smallDistrict(), {}, now);
    ASSERT_EQ(drafts.size(), 1u);
    EXPECT_FALSE(drafts[0].payload.has("lead"));
}

TEST(BulkDrafts, CarryTheWordsOnlyWhenThereAreSome)
{
    const auto rules = fake::smallDistrict();
    EXPECT_EQ(bulkDrafts(BulkAction::Comment, {of("0201")}, *rules, "请注意", now)[0].payload.textOr("words"), "请注意");
    EXPECT_FALSE(bulkDrafts(BulkAction::Urge, {of("0201")}, *rules, {}, now)[0].payload.has("words"));
}

TEST(BulkDrafts, UseFieldsThatTheOperationsHave)
{
    for (int i = 0; i < bulkActionCount; ++i) {
        const auto action = static_cast<BulkAction>(i);
        const auto& spec = specOf(operationOf(action));
        const auto drafts = bulkDrafts(action, {of("0201")}, *fake::smallDistrict(), "x", now);
        for (const auto& [name, value] : *drafts[0].payload.object())
            EXPECT_NE(spec.field(name), nullptr) << spec.name << ' ' << name;
    }
}
