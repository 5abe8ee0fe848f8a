// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/tables/morningmodel.h"

#include "tests/support/fakewords.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

using namespace griddesk;

namespace {

class Morning : public ::testing::Test {
protected:
    fake::PlainWords words;
    MorningModel model{words};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    Instant from = instantFromMs(1000), until = instantFromMs(2000);

    void SetUp() override
    {
        model.setTexts({.source = QStringLiteral("source"), .community = QStringLiteral("community"), .sum = QStringLiteral("sum"),
                        .noSource = QStringLiteral("no source"), .noCommunity = QStringLiteral("no community")});
        const auto c1 = AreaCode::literal("c1"), c2 = AreaCode::literal("c2");
        model.setNumbers({{.source = "patrol", .community = c1, .stage = Stage::Handling, .count = 2},
                          {.source = "patrol", .community = c2, .stage = Stage::Reported, .count = 1},
                          {.source = "hotline", .community = std::nullopt, .stage = Stage::Handling, .count = 5},
                          {.source = "", .community = c1, .stage = Stage::Closed, .count = 1},
                          {.source = "patrol", .community = c1, .stage = Stage::Merged, .count = 0}},
                         from, until);
    }
};

} // namespace

TEST_F(Morning, IsALinePerCommunityAndAColumnPerStageThatOccursWithSums)
{
    EXPECT_EQ(model.plainText(), QStringLiteral("community\treported\thandling\tclosed\tsum\n"
                                                "no community\t\t5\t\t5\n"
                                                "c1\t\t2\t1\t3\n"
                                                "c2\t1\t\t\t1\n"
                                                "sum\t1\t7\t1\t9\n"));
    EXPECT_EQ(model.total(), 9);
    EXPECT_TRUE(model.index(3, 1).data(MorningModel::SumRole).toBool());
    EXPECT_TRUE(model.index(0, 4).data(MorningModel::SumRole).toBool());
    EXPECT_FALSE(model.index(0, 2).data(MorningModel::SumRole).toBool());
}

TEST_F(Morning, OneSourceHasOnlyItsOwnLinesAndStages)
{
    model.setSource("patrol");
    EXPECT_EQ(model.plainText(), QStringLiteral("community\treported\thandling\tsum\n"
                                                "c1\t\t2\t2\n"
                                                "c2\t1\t\t1\n"
                                                "sum\t1\t2\t3\n"));
    model.setSource("gone");
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.total(), 0);
}

TEST_F(Morning, GroupedTheCommunitiesStandBelowTheirSources)
{
    model.setGrouped(true);
    EXPECT_EQ(model.plainText(), QStringLiteral("source / community\treported\thandling\tclosed\tsum\n"
                                                "hotline\t\t5\t\t5\n"
                                                "    no community\t\t5\t\t5\n"
                                                "patrol\t1\t2\t\t3\n"
                                                "    c1\t\t2\t\t2\n"
                                                "    c2\t1\t\t\t1\n"
                                                "no source\t\t\t1\t1\n"
                                                "    c1\t\t\t1\t1\n"
                                                "sum\t1\t7\t1\t9\n"));
}

TEST_F(Morning, TheSourcesAreToldWithTheirSumsWhateverIsShown)
{
    model.setSource("patrol");
    EXPECT_EQ(model.sources(), (std::vector<std::pair<std::string, std::int64_t>>{{"hotline", 5}, {"patrol", 3}, {"", 1}}));
    EXPECT_EQ(model.sourceName(""), QStringLiteral("no source"));
}

TEST_F(Morning, EveryNumberKnowsItsCases)
{
    const auto c1Handling = model.filterAt(model.index(1, 2));
    ASSERT_TRUE(c1Handling);
    EXPECT_EQ(c1Handling->queue, Queue::All);
    EXPECT_TRUE(c1Handling->source.empty());
    EXPECT_FALSE(c1Handling->noSource) << "of all sources, not of the unknown one";
    EXPECT_EQ(c1Handling->area, AreaCode::literal("c1"));
    EXPECT_EQ(c1Handling->stage, Stage::Handling);
    EXPECT_EQ(c1Handling->reportedFrom, from);
    EXPECT_EQ(c1Handling->reportedUntil, until);
    const auto unknown = model.filterAt(model.index(0, 4));
    ASSERT_TRUE(unknown);
    EXPECT_TRUE(unknown->noCommunity);
    EXPECT_FALSE(unknown->stage) << "the sum over the stages";
    EXPECT_FALSE(model.filterAt(model.index(1, 1))) << "a zero opens nothing";
    EXPECT_FALSE(model.filterAt(model.index(1, 0)));
    model.setSource("");
    EXPECT_TRUE(model.filterAt(model.index(0, 2))->noSource);
    EXPECT_TRUE(model.filterAt(model.index(1, 2))->noSource) << "its sum too";
    model.setSource(std::nullopt);
    model.setGrouped(true);
    EXPECT_EQ(model.filterAt(model.index(2, 2))->source, "patrol");
    EXPECT_FALSE(model.filterAt(model.index(2, 2))->area);
    EXPECT_EQ(model.filterAt(model.index(3, 2))->area, AreaCode::literal("c1"));
}

TEST_F(Morning, TheCsvHasOneLinePerSourceAndCommunityHoweverItIsShown)
{
    model.setTexts({.source = QStringLiteral("source"), .community = QStringLiteral("community"), .sum = QStringLiteral("sum"),
                    .noSource = QStringLiteral("a \"b\", c"), .noCommunity = QStringLiteral("=1+1")});
    const auto all = QStringLiteral("source,community,reported,handling,closed,sum\r\n"
                                    "hotline,'=1+1,0,5,0,5\r\n"
                                    "patrol,c1,0,2,0,2\r\n"
                                    "patrol,c2,1,0,0,1\r\n"
                                    "\"a \"\"b\"\", c\",c1,0,0,1,1\r\n");
    EXPECT_EQ(model.csv(), all);
    model.setGrouped(true);
    EXPECT_EQ(model.csv(), all);
    model.setSource("hotline");
    EXPECT_EQ(model.csv(), QStringLiteral("source,community,handling,sum\r\nhotline,'=1+1,5,5\r\n"));
}

TEST_F(Morning, NothingReportedIsAnEmptyTable)
{
    model.setNumbers({}, from, until);
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.total(), 0);
    EXPECT_TRUE(model.sources().empty());
}
