// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of the demo district: whatever the hour they are made at, they read like those of a street at work.
#include "app/common/democases.h"
#include "app/common/demopictures.h"
#include "app/common/district.h"
#include "app/common/personalrecords.h"
#include "app/common/profilecare.h"
#include "app/common/workspace.h"
#include "models/exchange/jsonfile.h"
#include "models/store/caselists.h"
#include "models/store/casereader.h"
#include "tests/store/tempfolder.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

#include <map>
#include <set>

using namespace griddesk;

namespace {

struct Demo {
    DemoReport report;
    std::vector<CaseRow> rows;
    QueueCounts counts;
    std::int64_t mine = 0; ///< over all accounts
    std::vector<std::string> problems;
};

Demo demoAt(const char* time, int cases, std::uint64_t seed = 1)
{
    const Instant now = *parseInstant(time);
    const test::TempFolder folder;
    if (!Workspace::create(folder / "p", *loadDistrict("demo"), {}, now))
        std::abort();
    auto workspace = *Workspace::open(folder / "p", {.unlock = {}, .program = "test", .threads = false}, now);
    const auto extras = districtExtras("demo");
    const auto texts = *readJsonFile(extras.texts);
    const BlobStore blobs(workspace->profile().paths().blobs(), workspace->profile().key());
    Demo demo;
    auto made = answerOf(workspace->write([&](DeskConnection& desk) -> Result<std::monostate> {
        DemoOptions options{.cases = cases, .seed = seed, .pictures = *storeDemoPictures(extras.pictures, blobs), .seal = {}, .progress = {}};
        options.seal = [&](const CaseId& id, const PersonalData& person, Value& payload) {
            return PersonalRecords(*desk.log, workspace->profile().key()).seal(id, person, payload, workspace->random());
        };
        auto report = DemoCases(*desk.log, *desk.authority, *desk.submitter, *workspace->places()).run(texts, now, options);
        if (!report)
            return std::unexpected(report.error());
        demo.report = *report;
        for (bool more = true; more;)
            if (auto caught = desk.submitter->catchUp(1000, more); !caught)
                return std::unexpected(caught.error());
        CaseLists lists(*desk.storeDb);
        demo.counts = *lists.counts({}, now);
        CaseSelection all;
        all.filter.queue = Queue::All;
        const auto rows = *CaseReader(*desk.storeDb).rows(*lists.keys(all, {}, now));
        for (const auto& [key, row] : rows)
            demo.rows.push_back(row);
        for (const auto& [account, record] : workspace->rules()->accounts) {
            CaseSelection own;
            own.filter.queue = Queue::Mine;
            own.filter.mine = account;
            const auto held = *CaseReader(*desk.storeDb).rows(*lists.keys(own, {}, now));
            for (const auto& [key, row] : held)
                demo.mine += row.stage == Stage::Closed ? 1 : 0;
        }
        return std::monostate{};
    }));
    EXPECT_TRUE(made) << made.error().detail;
    workspace.reset();
    const auto profile = *Profile::open(folder / "p", {});
    demo.problems = verifyProfile(profile, blobs, {}).value_or(std::vector<std::string>{"cancelled"});
    return demo;
}

} // namespace

class DemoAt : public ::testing::TestWithParam<const char*> {};

TEST_P(DemoAt, EveryStageAndEveryQueueHasCasesAndMostWorkIsSigned)
{
    const Demo demo = demoAt(GetParam(), 300);
    EXPECT_EQ(demo.problems, std::vector<std::string>{});
    EXPECT_EQ(static_cast<std::size_t>(demo.report.cases), demo.rows.size());
    std::map<Stage, int> stages;
    std::map<UnitId, int> unsignedOf;
    int supervisedCards = 0;
    for (const auto& row : demo.rows) {
        ++stages[row.stage];
        if (row.stage == Stage::Dispatched && row.unit)
            ++unsignedOf[*row.unit];
        supervisedCards += row.marked(CaseMark::YellowCard) || row.marked(CaseMark::RedCard) ? 1 : 0;
    }
    for (std::size_t i = 0; i < stageCount; ++i)
        EXPECT_GE(stages[static_cast<Stage>(i)], 1) << nameOf(static_cast<Stage>(i));
    for (std::size_t i = 0; i < queueCount; ++i) {
        const auto queue = static_cast<Queue>(i);
        if (queue == Queue::Mine || queue == Queue::ToSend || queue == Queue::Tray || queue == Queue::DueSoon) // of one desk, or of an hour
            continue;
        EXPECT_GE(demo.counts.of(queue), 3) << nameOf(queue);
    }
    EXPECT_GE(demo.mine, 3) << "call-backs somebody goes on with";
    EXPECT_GE(supervisedCards, 3);
    EXPECT_GE(demo.counts.of(Queue::Supervised), 8);
    EXPECT_GE(demo.counts.of(Queue::Redo), 5);
    // The work of a street, not a heap after a weekend.
    EXPECT_LE(demo.counts.of(Queue::ToSign), 45);
    EXPECT_GE(unsignedOf.size(), 4U) << "more than one unit has something to sign";
    EXPECT_LE(demo.counts.of(Queue::Overdue) * 3, demo.counts.of(Queue::Open)) << "most of the open work is in time";
    EXPECT_LE(demo.report.refused * 50, demo.report.cases);
}

INSTANTIATE_TEST_SUITE_P(AtManyHours, DemoAt,
                         ::testing::Values("2026-03-09T00:10:00Z",  // Monday 08:10, after a weekend
                                           "2026-03-11T06:30:00Z",  // Wednesday afternoon
                                           "2026-10-05T14:00:00Z",  // a holiday, late in the evening
                                           "2026-11-21T20:00:00Z")); // Sunday before dawn

TEST(DemoCases, AreTheSameForTheSameSeedAndPresent)
{
    const auto stagesOf = [](const Demo& demo) {
        std::multiset<std::string> all;
        for (const auto& row : demo.rows)
            all.insert(row.number + " " + std::string(nameOf(row.stage)) + " " + row.title + " " + formatInstant(row.changedAt));
        return all;
    };
    const Demo one = demoAt("2026-03-11T02:00:00Z", 80), same = demoAt("2026-03-11T02:00:00Z", 80), other = demoAt("2026-03-11T02:00:00Z", 80, 2);
    EXPECT_EQ(stagesOf(one), stagesOf(same));
    EXPECT_EQ(one.report.operations, same.report.operations);
    EXPECT_NE(stagesOf(one), stagesOf(other));
}

TEST(DemoPictures, AFolderWithoutThemIsSaid)
{
    const test::TempFolder folder;
    SeededRandom random(9);
    const BlobStore blobs(folder / "blobs", DataKey::generate(random));
    const auto none = storeDemoPictures(folder / "absent", blobs);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, ErrorCode::MissingField);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
