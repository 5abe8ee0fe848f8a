// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/bulkpreviewmodel.h"

#include "tests/support/fakecases.h"
#include "tests/support/fakewords.h"
#include "tests/support/textdrawing.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

using namespace griddesk;

TEST(BulkPreview, PutsTheRefusedCasesFirstWithTheirRule)
{
    fake::PlainWords words;
    BulkPreviewModel model(words);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setHeaders({}, QStringLiteral("changes"));
    const auto now = instantFromMs(1773108000000);
    model.setCases({fake::caseRow(1, now), fake::caseRow(2, now), fake::caseRow(3, now)});
    EXPECT_FALSE(model.judged());
    EXPECT_EQ(model.passing(), 0) << "nothing passes before it is judged";

    SubmitAnswer answer;
    answer.refusals.push_back({2, CaseId::literal("case-000003"), Refusal{.rule = RefusalRule::StageClosed, .missing = {}, .whoCan = {}, .detail = {}}});
    answer.refusals.push_back({99, {}, Refusal{}});
    model.setAnswer(answer);
    EXPECT_EQ(model.passing(), 2);
    EXPECT_EQ(model.refused(), 1);
    EXPECT_EQ(fake::drawing(model, {BulkPreviewModel::TitleColumn, BulkPreviewModel::VerdictColumn}),
              "小区主路三盏路灯不亮 | stageClosed\n"
              "人行道井盖缺失，行人有跌落危险 | changes\n"
              "水果店占用人行道摆摊经营 | changes");
    ASSERT_EQ(model.reasons().size(), 1u);
    EXPECT_EQ(model.reasons()[0].second, 1);
}
