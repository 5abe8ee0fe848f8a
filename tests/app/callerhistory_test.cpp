// SPDX-License-Identifier: GPL-3.0-or-later
// The history of a caller, through the desk as the intake form asks for it: sealed records, keyed marks, right to see.
#include "app/common/democases.h"
#include "app/common/district.h"
#include "app/common/localcommands.h"
#include "app/common/localdesk.h"
#include "app/common/localqueries.h"
#include "app/common/personalrecords.h"
#include "app/common/resources.h"
#include "app/common/workspace.h"
#include "models/exchange/jsonfile.h"
#include "tests/store/tempfolder.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

using namespace griddesk;

namespace {

class FixedClock final : public ClockSource {
public:
    [[nodiscard]] Instant now() const override { return at; }
    Instant at = *parseInstant("2026-03-10T02:00:00Z");
};

const Actor clerk{AccountId::literal("a001"), PostId::literal("centre.op")};
const Actor handler{AccountId::literal("a022"), PostId::literal("csgl.ha")};

class CallerHistory : public ::testing::Test {
protected:
    CallerHistory()
    {
        if (!Workspace::create(folder / "p", *loadDistrict("demo"), {}, clock.at))
            std::abort();
        open();
    }
    ~CallerHistory() override { desk.reset(); }
    void open()
    {
        workspace = *Workspace::open(folder / "p", {.unlock = {}, .program = "test", .threads = false}, clock.at);
        desk = std::make_unique<LocalDesk>(*workspace, clock, Milliseconds(0));
    }
    void close()
    {
        desk.reset();
        workspace.reset();
    }
    CaseId report(const std::string& phone, const char* demand = "help", Value reporter = Value{})
    {
        clock.at += std::chrono::minutes(1);
        if (reporter.object() == nullptr)
            reporter.set("callbackWanted", true);
        Value payload;
        payload.set("source", "hotline12345").set("text", "路灯不亮，夜间出行不便。").set("address", "枫津路12号").set("demandType", demand).set("reporter", reporter);
        return submit({.caseId = {}, .kind = OperationKind::Report, .payload = payload, .pairId = {}}, phone);
    }
    CaseId submit(OperationDraft draft, const std::string& phone)
    {
        const auto answer = answerOf(desk->desk().commands.submit(clerk, {std::move(draft)}, PersonalData{.name = "王先生", .phone = phone, .room = {}}));
        EXPECT_TRUE(answer && answer->saved()) << (answer ? "refused" : answer.error().detail);
        return answer->cases.front();
    }
    std::vector<CaseId> historyOf(const std::string& phone, const Actor& actor = clerk)
    {
        std::vector<CaseId> ids;
        const auto keys = answerOf(desk->desk().queries.ofCaller(phone, actor, clock.at));
        EXPECT_TRUE(keys) << keys.error().detail;
        const auto rows = answerOf(desk->desk().queries.rows(*keys));
        for (const auto& [key, row] : *rows)
            ids.push_back(row.id);
        return ids;
    }

    test::TempFolder folder;
    FixedClock clock;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<LocalDesk> desk;
};

} // namespace

TEST_F(CallerHistory, FindsTheCasesOfALineHoweverItIsWrittenNewestFirst)
{
    const auto first = report("138 0000 1234");
    const auto second = report("+86-13800001234");
    report("13900005678");
    EXPECT_EQ(historyOf("１３８００００１２３４"), (std::vector{second, first}));
    EXPECT_TRUE(historyOf("13800001235").empty());
    EXPECT_TRUE(historyOf("不详").empty());
}

TEST_F(CallerHistory, IsMadeAnewWithTheProjectionAndFromAnOlderOne)
{
    const auto first = report("13800001234");
    const auto second = report("13800001234");
    close();
    for (const char* file : {"store.db", "store.db-wal", "store.db-shm"})
        std::filesystem::remove(folder / "p" / file);
    open();
    EXPECT_EQ(historyOf("13800001234"), (std::vector{second, first}));
}

TEST_F(CallerHistory, WhoJoinsLaterIsFoundAndTheFirstStaysTheReporter)
{
    const auto id = report("13800001234");
    clock.at += std::chrono::minutes(1);
    Value join;
    join.set("kind", "join").set("words", "我家门口也不亮。").set("reporter", Value().set("callbackWanted", true));
    submit({.caseId = id, .kind = OperationKind::FollowUp, .payload = join, .pairId = {}}, "13900005678");
    EXPECT_EQ(historyOf("13800001234"), std::vector{id});
    EXPECT_EQ(historyOf("13900005678"), std::vector{id});
    const auto shown = answerOf(desk->desk().commands.reveal(clerk, id, "回访"));
    ASSERT_TRUE(shown) << shown.error().detail;
    EXPECT_EQ(shown->phone, "13800001234");
}

TEST_F(CallerHistory, AnotherNumberTakesThePlaceOfAWrongOne)
{
    const auto id = report("13800001234");
    clock.at += std::chrono::minutes(1);
    Value amend;
    amend.set("reason", "号码记错").set("reporter", Value().set("callbackWanted", true));
    submit({.caseId = id, .kind = OperationKind::Amend, .payload = amend, .pairId = {}}, "13900005678");
    EXPECT_TRUE(historyOf("13800001234").empty());
    EXPECT_EQ(historyOf("13900005678"), std::vector{id});
    EXPECT_EQ(answerOf(desk->desk().commands.reveal(clerk, id, "回访"))->phone, "13900005678");
}

TEST_F(CallerHistory, IsOfTheDeskAlone)
{
    const auto id = report("13800001234");
    const auto tip = report("13800001234", "tipOff", Value().set("confidential", true));
    report("13800001234", "help", Value().set("anonymous", true));
    EXPECT_EQ(historyOf("13800001234"), (std::vector{tip, id})) << "who wants to stay anonymous is not found";
    EXPECT_TRUE(historyOf("13800001234", handler).empty());
}

TEST_F(CallerHistory, HoldsNothingOfTheNumberInClear)
{
    report("13800001234");
    const auto inClear = answerOf(workspace->read([](DeskConnection& c) {
        return c.storeDb->integer("SELECT (SELECT count(*) FROM detail WHERE instr(row, CAST(? AS BLOB)) > 0)"
                                  " + (SELECT count(*) FROM caller WHERE length(mark) <> 16 OR instr(mark, CAST('1234' AS BLOB)) > 0)"
                                  " + (SELECT count(*) FROM number WHERE instr(text, '13800001234') > 0)",
                                  "13800001234");
    }));
    ASSERT_TRUE(inClear) << inClear.error().detail;
    EXPECT_EQ(inClear->value_or(-1), 0);
    const auto marks = answerOf(workspace->read([](DeskConnection& c) { return c.storeDb->integer("SELECT count(*) FROM caller"); }));
    EXPECT_EQ(marks->value_or(0), 1);
}

TEST_F(CallerHistory, DependsOnTheKeyOfTheProfile)
{
    const auto marker = [](std::uint64_t seed) { return CallerMarker(test::keyFromSeed(seed)); };
    EXPECT_EQ(marker(1).mark("13800001234"), marker(1).mark("+86 138 0000 1234"));
    EXPECT_NE(marker(1).mark("13800001234"), marker(2).mark("13800001234"));
    EXPECT_FALSE(marker(1).mark("12"));
}

TEST_F(CallerHistory, TheDemoDistrictHasPeopleWhoCallAgainAndAHotEvent)
{
    const auto texts = readJsonFile(districtExtras("demo").texts);
    ASSERT_TRUE(texts) << texts.error().detail;
    const auto made = answerOf(workspace->write([&](DeskConnection& c) -> Result<std::int64_t> {
        DemoOptions options;
        options.cases = 150;
        options.seal = [&](const CaseId& id, const PersonalData& person, Value& payload) {
            return PersonalRecords(*c.log, workspace->profile().key()).seal(id, person, payload, workspace->random());
        };
        auto report = DemoCases(*c.log, *c.authority, *c.submitter, *workspace->places()).run(*texts, clock.at, options);
        for (bool more = report.has_value(); more;)
            if (auto caught = c.submitter->catchUp(1000, more); !caught)
                return std::unexpected(caught.error());
        if (!report)
            return std::unexpected(report.error());
        return c.storeDb->integer("SELECT count(*) FROM (SELECT mark FROM caller GROUP BY mark HAVING count(*) > 1)").transform([](auto n) { return n.value_or(0); });
    }));
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_GE(*made, 3);
    CaseFilter hot;
    hot.queue = Queue::Hot;
    EXPECT_GE(answerOf(desk->desk().queries.counts({}, clock.at))->of(Queue::Hot), 3);
    EXPECT_GE(answerOf(desk->desk().queries.firstKeys(hot, {}, clock.at, 60))->size(), 3U);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
