// SPDX-License-Identifier: GPL-3.0-or-later
// What desks get to see.
#include "platformundertest.h"

#include "models/hub/pullpage.h"

#include <algorithm>

namespace griddesk::testing {
namespace {

using namespace std::chrono_literals;
using Kind = PulledLine::Kind;

class Pull : public ::testing::Test {
protected:
    Pull()
    {
        for (auto* desk : {&op, &di, &city, &water, &east})
            desk->begin();
    }
    void reach(const std::string& id, const char* category = "waste", const char* area = "E1a", const char* lead = "city", const char* duty = "d-city")
    {
        op.does(op.report(id));
        op.does(op.accept(id, category, area));
        op.does(op.file(id, category));
        di.does(di.dispatch(id, lead, duty));
    }
    static std::string kindsOf(const std::vector<PulledLine>& lines)
    {
        std::string text;
        for (const auto& line : lines)
            text += line.kind == Kind::Enter ? "[" + line.caseId->text() + " "
                : line.kind == Kind::Leave   ? "-" + line.caseId->text() + " "
                : line.kind == Kind::Entry   ? std::to_string(line.seq) + " "
                                             : std::string(line.reset ? "reset " : "") + (line.more ? "more" : "end");
        return text;
    }
    /// Many operations on few cases, some of them refused, so that cases come into sight and leave it.
    void randomCourse(int length)
    {
        SeededRandom random(42);
        const auto pick = [&](std::size_t n) {
            std::array<std::uint8_t, 2> bytes{};
            random.fill(bytes);
            return (std::size_t{bytes[0]} * 256 + bytes[1]) % n;
        };
        for (const char* id : {"case-0", "case-1", "case-2", "case-3"})
            op.does(op.report(id));
        for (int i = 0; i < length; ++i) {
            const std::size_t number = pick(5);
            const std::string id = "case-" + std::to_string(number);
            const char* category = number % 2 == 0 ? "waste" : "manhole";
            switch (pick(7)) {
            case 0: op.pushOne(op.report(id)); break;
            case 1: op.pushOne(op.accept(id, category, pick(3) == 0 ? "W1a" : "E1a")); break;
            case 2: op.pushOne(op.file(id, category)); break;
            case 3:
            case 4: di.pushOne(di.dispatch(id, number % 2 == 0 ? "city" : "water", number % 2 == 0 ? "d-city" : "d-water")); break;
            case 5: di.pushOne(di.takeBack(id, "a" + std::to_string(1 + pick(3)))); break;
            default: op.pushOne(op.comment("words " + std::to_string(i), id)); break;
            }
            platform.now += 1s;
        }
        for (auto* desk : {&op, &di, &city, &water, &east})
            desk->hello();
    }
    void expectWhole(DeskAt& desk)
    {
        EXPECT_EQ(desk.digests, desk.ownDigests(desk.scopes())) << "digests are of what the desk has";
    }
    Platform platform;
    DeskAt op{platform, "op", "desk-1"}, di{platform, "di", "desk-2"}, city{platform, "city-ha", "desk-3"}, water{platform, "water-ha", "desk-4"},
        east{platform, "east-ul", "desk-5"};
};

TEST_F(Pull, beginsWithEverythingAndGoesOnWithWhatIsNew)
{
    EXPECT_EQ(kindsOf(op.pull()), "reset end");
    op.does(op.report());
    EXPECT_EQ(kindsOf(op.pull()), "[case-1 1 end");
    op.does(op.accept());
    op.does(op.report("case-2"));
    EXPECT_EQ(kindsOf(op.pull()), "[case-2 3 2 end");
    const auto again = op.pull();
    EXPECT_EQ(kindsOf(again), "end");
    EXPECT_EQ(again.back().head, 3);
    EXPECT_EQ(again.back().epoch, 1);
    EXPECT_EQ(again.back().configHead, 1);
    expectWhole(op);
}

TEST_F(Pull, tellsAnEntryAsItWasDecided)
{
    const auto sealed = op.seal(op.report());
    const auto answer = op.push({sealed}).front();
    const auto line = op.pull().at(1);
    EXPECT_EQ(line.envelope, sealed) << "the bytes that were signed";
    EXPECT_EQ(line.seq, answer.seq);
    EXPECT_EQ(line.outcome, answer.outcome);
    EXPECT_EQ(line.caseRev, answer.caseRev);
    EXPECT_EQ(line.effective, answer.effective);
    EXPECT_EQ(line.receivedAt, platform.now);
}

TEST_F(Pull, aUnitSeesACaseFromItsDispatchWithWhatWasBefore)
{
    op.does(op.report());
    op.does(op.accept());
    op.does(op.file());
    EXPECT_EQ(kindsOf(city.pull()), "reset end");
    di.does(di.dispatch());
    EXPECT_EQ(kindsOf(city.pull()), "[case-1 1 2 3 4 end");
    expectWhole(city);
    EXPECT_EQ(kindsOf(water.pull()), "reset end");
    EXPECT_EQ(water.digests, (std::vector<ScopeDigest>{{"unit:water", 0, {}}}));
}

TEST_F(Pull, aCaseTakenBackIsForgottenAndComesAgainWhole)
{
    reach("case-1");
    city.pullAll();
    di.does(di.takeBack());
    op.does(op.comment("not for the unit"));
    EXPECT_EQ(kindsOf(city.pull()), "-case-1 end");
    expectWhole(city);
    op.does(op.comment("nor this"));
    EXPECT_EQ(kindsOf(city.pull()), "end");
    di.does(di.dispatch());
    EXPECT_EQ(kindsOf(city.pull()), "[case-1 1 2 3 4 5 6 7 8 end");
    expectWhole(city);
}

TEST_F(Pull, whatCameAndWentBetweenTwoPullsIsNotTold)
{
    city.pullAll();
    reach("case-1");
    di.does(di.takeBack());
    EXPECT_EQ(kindsOf(city.pull()), "end");
}

TEST_F(Pull, refusedOperationsAreOfTheHistory)
{
    op.does(op.report());
    EXPECT_EQ(op.pushOne(op.file()).outcome, "conflict");
    EXPECT_EQ(di.pushOne(di.accept()).outcome, "unauthorised");
    op.pullAll();
    EXPECT_EQ(op.seen(), "case-1: 1applied 2conflict 3unauthorised\n");
    expectWhole(op);
    EXPECT_EQ(op.pushOne(op.comment("on nothing", "case-2")).outcome, "conflict");
    EXPECT_EQ(kindsOf(op.pull()), "end") << "a case that never was is nobody's";
    expectWhole(op);
}

TEST_F(Pull, aPageOfAnySizeLeadsToTheSame)
{
    randomCourse(160);
    const auto head = static_cast<std::size_t>(valueOf(platform.hub->head()));
    ASSERT_GE(head, 100U);
    for (auto* desk : {&op, &city, &water, &east}) {
        desk->pullAll(head);
        const auto whole = desk->seen();
        const auto digests = desk->digests;
        expectWhole(*desk);
        for (std::size_t size = 1; size <= head; size += size < 10 ? 1 : 9) {
            desk->forgetEverything();
            desk->pullAll(size);
            EXPECT_EQ(desk->seen(), whole) << "pages of " << size;
            EXPECT_EQ(desk->digests, digests);
        }
    }
    EXPECT_FALSE(city.cases.empty() || water.cases.empty() || east.cases.empty()) << "the course shows something";
    EXPECT_LT(city.cases.size(), op.cases.size());
}

TEST_F(Pull, pullingAfterEveryOperationLeadsToTheSame)
{
    for (const char* id : {"case-1", "case-2", "case-3"}) {
        op.does(op.report(id));
        for (int step = 0; step < 12; ++step) {
            switch (step % 6) {
            case 0: op.pushOne(op.accept(id)); break;
            case 1: op.pushOne(op.file(id)); break;
            case 2: di.pushOne(di.dispatch(id)); break;
            case 3: op.pushOne(op.comment("words", id)); break;
            case 4: di.pushOne(di.takeBack(id, step < 6 ? "a1" : "a2")); break;
            default: di.pushOne(di.dispatch(id)); break;
            }
            for (auto* desk : {&op, &city, &east}) {
                desk->pullAll(1 + static_cast<std::size_t>(step));
                expectWhole(*desk);
            }
        }
    }
    for (auto* desk : {&op, &city, &east}) {
        const auto stepByStep = desk->seen();
        desk->forgetEverything();
        desk->pullAll();
        EXPECT_EQ(desk->seen(), stepByStep);
    }
}

TEST_F(Pull, aLargePageIsCutAtItsBytes)
{
    for (int i = 0; i < 40; ++i)
        op.does(op.report("case-" + std::to_string(i)));
    platform.limits.pageBytes = 4000;
    platform.restart();
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const auto lines = op.pull();
        more = lines.back().more;
        std::size_t bytes = 0;
        for (const auto& line : lines)
            bytes += line.kind == Kind::Checkpoint ? 0 : write(line).size() + 1;
        EXPECT_LE(bytes, 4000U);
    }
    EXPECT_GT(pages, 5);
    EXPECT_EQ(op.cases.size(), 40U);
    expectWhole(op);
}

TEST_F(Pull, aCaseThatIsLargerThanAPageComesWhole)
{
    reach("case-1");
    for (int i = 0; i < 20; ++i)
        op.does(op.comment("words"));
    platform.limits.pageBytes = 500;
    platform.restart();
    city.pullAll(3);
    EXPECT_EQ(city.cases.begin()->second.size(), 24U);
    expectWhole(city);
}

// ---- scopes that change

class ChangedPost : public Pull {
protected:
    /// From tomorrow on the handler of the city office is one of the water station.
    void move(const char* from, const char* to)
    {
        Rules rules = platformRules();
        rules.name += to;
        for (auto& tenure : rules.tenures)
            if (tenure.post == PostId::literal(from))
                tenure.post = PostId::literal(to);
        platform.publish(rules, platform.now + 24h);
    }
    void tomorrow()
    {
        platform.now += 25h;
        for (auto* desk : {&op, &di, &city, &water, &east})
            desk->hello();
    }
};

TEST_F(ChangedPost, casesOfTheOldPostLeaveAndThoseOfTheNewEnter)
{
    reach("case-1");
    reach("case-2", "manhole", "E1a", "water", "d-water");
    reach("case-3");
    city.pullAll();
    EXPECT_EQ(city.cases.size(), 2U);
    const auto before = city.scopes();
    move("city-ha", "water-ha");
    tomorrow();
    EXPECT_NE(city.scopes(), before);
    op.does(op.comment("later", "case-1"));
    const auto lines = city.pull();
    EXPECT_EQ(kindsOf(lines), "-case-1 [case-2 5 6 7 8 -case-3 more");
    city.pullAll();
    EXPECT_EQ(city.cases.size(), 1U);
    expectWhole(city);
}

TEST_F(ChangedPost, pagesOfAnySizeLeadToTheSameAndHoldNothingOfTheOld)
{
    randomCourse(160);
    city.pullAll();
    const auto cursor = city.cursor;
    const auto held = city.cases;
    move("city-ha", "water-ha");
    tomorrow();
    for (int i = 0; i < 12; ++i)
        op.pushOne(op.comment("later " + std::to_string(i), "case-" + std::to_string(i % 6)));
    DeskAt fresh(platform, "city-ha", "desk-9");
    fresh.begin();
    fresh.pullAll();
    for (std::size_t size = 1; size <= 60; size += size < 8 ? 1 : 13) {
        city.cases = held;
        city.cursor = cursor;
        city.pullAll(size);
        EXPECT_EQ(city.seen(), fresh.seen()) << "pages of " << size;
        EXPECT_EQ(city.digests, fresh.digests);
    }
    expectWhole(city);
}

TEST_F(ChangedPost, aSecondChangeBeforeTheFirstIsWorkedOffBeginsAnew)
{
    for (const char* id : {"case-1", "case-2", "case-3"})
        reach(id);
    city.pullAll();
    move("city-ha", "water-ha");
    tomorrow();
    EXPECT_EQ(kindsOf(city.pull(1)), "-case-1 more");
    move("city-ha", "east-ha");
    tomorrow();
    const auto lines = city.pull(1);
    EXPECT_TRUE(lines.back().reset);
    city.pullAll(1);
    DeskAt fresh(platform, "city-ha", "desk-9");
    fresh.begin();
    fresh.pullAll();
    EXPECT_EQ(city.seen(), fresh.seen());
}

TEST_F(ChangedPost, whoHoldsNoPostAnyMoreKeepsNothing)
{
    reach("case-1");
    city.pullAll();
    Rules rules = platformRules();
    rules.name += "2";
    std::erase_if(rules.tenures, [](const Tenure& tenure) { return tenure.post == PostId::literal("city-ha"); });
    platform.publish(rules, platform.now + 24h);
    tomorrow();
    EXPECT_EQ(kindsOf(city.pull()), "-case-1 end");
    op.does(op.comment("later"));
    const auto lines = city.pull();
    EXPECT_EQ(kindsOf(lines), "end");
    EXPECT_TRUE(lines.back().digests.empty());
}

// ---- cursors that do not hold

TEST_F(Pull, aCursorThatDoesNotHoldHereBeginsAnew)
{
    reach("case-1");
    city.pullAll();
    const auto good = valueOf(Cursor::parse(city.cursor));
    const auto cursorWith = [&](auto&& change) {
        Cursor cursor = good;
        change(cursor);
        return cursor.text();
    };
    const std::vector<std::string> bad{
        "x", "", "!!!", std::string(600, 'A'), Cursor{}.text(),
        cursorWith([](Cursor& c) { c.epoch = 2; }),
        cursorWith([](Cursor& c) { c.seq = 5; }),
        cursorWith([](Cursor& c) { c.scopes = sha256("unknown").hex(); }),
        cursorWith([](Cursor& c) { c.scopes.clear(); }),
        cursorWith([](Cursor& c) { c.target = sha256("unknown").hex(); c.afterCase = "case-0"; }),
    };
    const auto whole = city.seen();
    for (const auto& cursor : bad) {
        city.cursor = cursor;
        EXPECT_EQ(kindsOf(city.pull()), "[case-1 1 2 3 4 reset end") << cursor;
        EXPECT_EQ(city.seen(), whole);
    }
}

TEST_F(Pull, aCursorOfAnotherAccountTellsNothing)
{
    reach("case-1");
    op.pullAll();
    water.cursor = op.cursor; // of somebody who sees the street
    EXPECT_EQ(kindsOf(water.pull()), "reset end") << "not even which cases it would have to forget";
    Cursor madeUp{.epoch = 1, .seq = 4, .scopes = hashOfScopes(water.account(), {"street"}), .target = {}, .afterCase = {}};
    water.cursor = madeUp.text();
    EXPECT_EQ(kindsOf(water.pull()), "reset end") << "scopes this account never had";
}

TEST_F(Pull, aStreamThatWasRestoredBeginsAnew)
{
    op.does(op.report());
    op.pullAll();
    valueOf(inLogTransaction(platform.store(), [&] { return platform.store().setStreamEpoch(2); }));
    const auto lines = op.pull();
    EXPECT_EQ(kindsOf(lines), "[case-1 1 reset end");
    EXPECT_EQ(lines.back().epoch, 2);
    EXPECT_EQ(kindsOf(op.pull()), "end");
}

TEST_F(Pull, aLimitIsANumberFromOne)
{
    for (const char* limit : {"0", "-1", "x", "", "1x", "99999999999999999999999"})
        EXPECT_EQ(platform.send("GET", "/v1/pull", {}, op.token, {{"limit", limit}}).status, 400) << limit;
    EXPECT_EQ(platform.send("GET", "/v1/pull", {}, op.token, {{"limit", "999999"}}).status, 200) << "more than the platform gives";
}

TEST_F(Pull, theKnownMistakesOfTheTestsDoWhatTheySay)
{
    reach("case-1");
    city.pullAll();
    platform.restart({.dropLeave = true});
    di.does(di.takeBack());
    city.pullAll();
    EXPECT_EQ(city.cases.size(), 1U) << "not told to forget it";

    platform.restart({.sequenceCursor = true});
    for (int i = 0; i < 14; ++i) {
        op.does(op.comment("words"));
        op.pullAll();
    }
    EXPECT_NE(op.digests, op.ownDigests({"street"})) << "an entry was passed over";
}

} // namespace
} // namespace griddesk::testing
