// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskhouse.h"

#include <gtest/gtest.h>

#include <QCoreApplication>

#include <fstream>
#include <iterator>

namespace griddesk::testing {
namespace {

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeBytes(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

using K = OperationKind;

class LocalDeskTest : public ::testing::Test {
protected:
    LocalDeskTest()
    {
        auto* notifier = &house.local->notifier();
        QObject::connect(notifier, &Notifier::outboxChanged, notifier, [this](int w, int r) {
            waiting = w;
            refused = r;
        });
        QObject::connect(notifier, &Notifier::sendingFailed, notifier, [this](const Error& error) { troubles.push_back(error.code); });
    }
    void settle() { QCoreApplication::processEvents(); }
    /// Waits for the desk's own timer.
    bool until(const std::function<bool()>& met)
    {
        for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20); !met() && std::chrono::steady_clock::now() < end;)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 500);
        return met();
    }
    /// The log cannot be written until it is mended.
    void breakLog(bool broken)
    {
        house.onWriter([&](DeskConnection& desk) {
            valueOf(broken ? desk.logDb->script("ALTER TABLE sent RENAME TO away") : desk.logDb->script("ALTER TABLE away RENAME TO sent"));
        });
    }
    /// An acceptance that was overtaken by an answer elsewhere.
    CaseId refusedAcceptance()
    {
        const auto id = house.report();
        house.release();
        house.submit(house.accept(id));
        house.clock.at += std::chrono::seconds(2);
        house.elsewhere("answered", K::Answer, payload({{"demandType", "consult"}, {"words", "已答复"}}), id);
        house.release();
        settle();
        return id;
    }
    [[nodiscard]] std::vector<TrayItem> tray(const char* post = "op") { return valueOf(answerOf(house.local->tray().items(DeskHouse::actor(post), house.clock.at))); }

    DeskHouse house;
    int waiting = -1, refused = -1;
    std::vector<ErrorCode> troubles;
};

TEST_F(LocalDeskTest, whatCannotBeHandedOnWaitsAndIsTriedAgainByItself)
{
    breakLog(true);
    const auto answer = house.submit({.caseId = {},
                                      .kind = K::Report,
                                      .payload = payload({{"source", "hotline12345"}, {"text", "井盖缺失"}, {"address", "枫津路12号"}, {"place", placeAt(1205500000, 313000000)}, {"urgency", "critical"}}),
                                      .pairId = {}});
    EXPECT_TRUE(answer.saved()) << "it is on the disk";
    EXPECT_TRUE(answer.unsent);
    settle();
    EXPECT_EQ(waiting, 1);
    EXPECT_EQ(troubles.size(), 1U) << "said once";
    house.clock.at += std::chrono::seconds(6);
    ASSERT_TRUE(until([&] { return waiting == 1 && house.local->failures() == 2; })) << "tried again after five seconds";
    EXPECT_EQ(troubles.size(), 1U);
    breakLog(false);
    house.clock.at += std::chrono::minutes(2);
    ASSERT_TRUE(until([&] { return waiting == 0; }));
    EXPECT_EQ(refused, 0);
    EXPECT_EQ(house.local->failures(), 0);
}

TEST_F(LocalDeskTest, whatChangedIsToldOnceItCanBeReadAndARefusalIsNotTold)
{
    std::vector<CaseId> added, changed;
    auto* notifier = &house.local->notifier();
    QObject::connect(notifier, &Notifier::casesChanged, notifier, [&](const std::vector<CaseId>& a, const std::vector<CaseId>& c, bool bulk) {
        EXPECT_FALSE(bulk);
        for (const auto& id : a)
            EXPECT_TRUE(answerOf(house.local->desk().queries.detail(id, DeskHouse::actor("op"), house.clock.at))) << "told after the commit";
        added.insert(added.end(), a.begin(), a.end());
        changed.insert(changed.end(), c.begin(), c.end());
    });
    const auto id = house.report();
    EXPECT_TRUE(added.empty()) << "not in the middle of the answer";
    settle();
    EXPECT_EQ(added, std::vector{id});
    EXPECT_EQ(waiting, 1);
    added.clear();
    changed.clear();
    waiting = -1;
    const auto refusal = house.submit({.caseId = id, .kind = K::Archive, .payload = {}, .pairId = {}}, "op");
    EXPECT_FALSE(refusal.saved());
    settle();
    EXPECT_TRUE(added.empty());
    EXPECT_TRUE(changed.empty());
    house.submit(house.accept(id));
    settle();
    EXPECT_TRUE(added.empty());
    EXPECT_EQ(changed, std::vector{id});
    EXPECT_EQ(waiting, 2);
}

TEST_F(LocalDeskTest, whatCouldNotBeHandedOnSurvivesTheEndOfTheProgram)
{
    breakLog(true);
    const auto id = house.report("critical");
    breakLog(false);
    house.close();
    house.open();
    house.onWriter([&](DeskConnection& desk) {
        EXPECT_EQ(desk.submitter->waiting(), 0U);
        EXPECT_EQ(valueOf(desk.log->caseHistory(id)).size(), 1U);
    });
}

TEST_F(LocalDeskTest, theTrayTellsWhyWhatAndWhatHappenedSince)
{
    const auto id = refusedAcceptance();
    EXPECT_EQ(refused, 1);
    const auto items = tray();
    ASSERT_EQ(items.size(), 1U);
    const auto& item = items.front();
    EXPECT_EQ(item.operation.kind, K::Accept);
    EXPECT_EQ(item.outcome, "conflict");
    ASSERT_TRUE(item.refusal);
    EXPECT_EQ(item.refusal->rule, RefusalRule::StageClosed);
    EXPECT_EQ(item.before, Stage::Reported);
    EXPECT_EQ(item.after, Stage::Accepted);
    ASSERT_TRUE(item.row);
    EXPECT_EQ(item.row->stage, Stage::Answered);
    ASSERT_EQ(item.since.size(), 1U);
    EXPECT_EQ(item.since.front().operation.kind, K::Answer);
    EXPECT_TRUE(item.now) << "still refused";
    const auto counts = valueOf(answerOf(house.local->desk().queries.counts({}, house.clock.at)));
    EXPECT_EQ(counts.of(Queue::Tray), 1);
    CaseFilter filter;
    filter.queue = Queue::Tray;
    EXPECT_EQ(valueOf(answerOf(house.local->desk().queries.firstKeys(filter, {}, house.clock.at, 10))).size(), 1U);
    EXPECT_EQ(item.operation.caseId, id);
}

TEST_F(LocalDeskTest, aNoteSettlesARefusedOperationAndUndoBringsItBack)
{
    const auto id = refusedAcceptance();
    const auto op = tray().front().operation.id;
    const auto note = house.submit({.caseId = id, .kind = K::Comment, .payload = payload({{"words", "原拟受理"}}), .pairId = {}, .replaces = op});
    settle();
    EXPECT_EQ(refused, 0);
    EXPECT_EQ(valueOf(answerOf(house.local->tray().settled(10))).front().how, "noted");
    valueOf(answerOf(house.local->desk().commands.takeBack(DeskHouse::actor("op"), note.operations)));
    settle();
    EXPECT_EQ(refused, 1);
    EXPECT_EQ(tray().front().operation.id, op);
}

TEST_F(LocalDeskTest, withdrawnOnesStayOnRecordAndComeBackAfterAnotherStart)
{
    refusedAcceptance();
    const auto op = tray().front().operation.id;
    valueOf(answerOf(house.local->tray().withdraw(DeskHouse::actor("sl"), {op}, "已由同事答复")));
    settle();
    EXPECT_EQ(refused, 0);
    house.close();
    house.open();
    const auto settled = valueOf(answerOf(house.local->tray().settled(10)));
    ASSERT_EQ(settled.size(), 1U);
    EXPECT_EQ(settled.front().words, "已由同事答复");
    EXPECT_EQ(settled.front().byAccount, "u-sl");
    EXPECT_TRUE(settled.front().canReturn());
    valueOf(answerOf(house.local->tray().putBack(DeskHouse::actor("op"), {op})));
    EXPECT_EQ(tray().size(), 1U);
    EXPECT_TRUE(valueOf(answerOf(house.local->tray().settled(10))).empty());
    EXPECT_EQ(answerOf(house.local->tray().putBack(DeskHouse::actor("op"), {op})).error().code, ErrorCode::Refused);
}

class SalvageTest : public LocalDeskTest {
protected:
    /// Bytes of the middle of the file are changed, as a bad sector does.
    static void damage(const std::filesystem::path& file, std::streamoff at)
    {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(at);
        stream.write("damage-damage-damage", 20);
    }
    [[nodiscard]] std::filesystem::path outbox() const { return house.profile() / "outbox.db"; }
};

TEST_F(SalvageTest, whatWasSavedComesBackIntoTheTrayWhenTheOutboxIsDamaged)
{
    const auto sent = house.report();
    house.release();
    const auto held = house.report();
    house.close();
    damage(outbox(), 4096 + 100); // the table of the operations
    std::filesystem::remove(house.profile() / "outbox.db-wal");
    house.open();
    EXPECT_FALSE(house.workspace->outboxSetAside().empty());
    EXPECT_TRUE(std::filesystem::exists(house.workspace->outboxSetAside())) << "the damaged file is kept";
    const auto items = tray();
    ASSERT_EQ(items.size(), 1U) << "what was confirmed needs nothing";
    EXPECT_EQ(items[0].operation.caseId, held);
    EXPECT_EQ(items[0].reason, "salvaged");
    EXPECT_FALSE(items[0].now) << "it may be done again";
    EXPECT_NE(items[0].operation.caseId, sent);
    const auto again = house.submit({.caseId = held, .kind = K::Report, .payload = items[0].operation.payload, .pairId = {}, .replaces = items[0].operation.id});
    ASSERT_TRUE(again.saved());
    house.release();
    EXPECT_TRUE(tray().empty());
    house.onWriter([&](DeskConnection& desk) { EXPECT_EQ(valueOf(desk.log->caseHistory(held)).size(), 1U); });
}

TEST_F(SalvageTest, localNumbersGoOnBehindADamagedOutbox)
{
    house.report();
    house.report();
    house.release();
    house.close();
    damage(outbox(), 4096 + 100);
    std::filesystem::remove(house.profile() / "outbox.db-wal");
    std::filesystem::remove(house.profile() / "outbox.journal"); // even with nothing but the log
    house.open();
    const auto id = house.report();
    house.onWriter([&](DeskConnection& desk) { EXPECT_EQ(valueOf(desk.submitter->viewOf(id))->localNumber, "A-0003"); });
}

TEST_F(SalvageTest, aLostWalIsNoticed)
{
    house.release();
    house.close();
    const auto before = bytesOf(outbox());
    house.open();
    const auto id = house.report();
    house.close();
    writeBytes(outbox(), before); // the file as it was before the last commits
    std::filesystem::remove(house.profile() / "outbox.db-wal");
    house.open();
    house.onWriter([&](DeskConnection& desk) {
        EXPECT_TRUE(valueOf(desk.log->caseHistory(id)).empty()) << "it never acts by itself";
        EXPECT_EQ(desk.submitter->refused(), 1U);
    });
}

TEST_F(SalvageTest, aMissingOutboxIsBegunAnewAndAForeignOneIsNot)
{
    const auto held = house.report();
    house.close();
    std::filesystem::remove(outbox());
    std::filesystem::remove(house.profile() / "outbox.db-wal");
    house.open();
    ASSERT_EQ(tray().size(), 1U);
    EXPECT_EQ(tray()[0].operation.caseId, held);
    house.close();
    writeBytes(outbox(), "SQLite format 3" + std::string(8192, '\0'));
    const auto opened = Workspace::open(house.profile(), WorkspaceOptions{.unlock = {}, .program = "test", .threads = false}, house.clock.at);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::FileForeign);
    EXPECT_EQ(bytesOf(outbox()).size(), 15U + 8192U) << "left as it is";
}

TEST_F(SalvageTest, whatWasTakenBackOrWithdrawnStaysAway)
{
    const auto id = refusedAcceptance();
    valueOf(answerOf(house.local->tray().withdraw(DeskHouse::actor("op"), {tray()[0].operation.id}, "x")));
    const auto note = house.submit({.caseId = id, .kind = K::Comment, .payload = payload({{"words", "x"}}), .pairId = {}});
    valueOf(answerOf(house.local->desk().commands.takeBack(DeskHouse::actor("op"), note.operations)));
    house.close();
    damage(outbox(), 4096 + 100);
    std::filesystem::remove(house.profile() / "outbox.db-wal");
    house.open();
    EXPECT_TRUE(tray().empty());
    EXPECT_EQ(house.workspace->salvaged(), 0U);
}

TEST_F(SalvageTest, whatWasRefusedIsInTheTrayAgain)
{
    refusedAcceptance();
    house.close();
    damage(outbox(), 4096 + 100);
    std::filesystem::remove(house.profile() / "outbox.db-wal");
    house.open();
    ASSERT_EQ(tray().size(), 1U);
    EXPECT_EQ(tray()[0].reason, "stageClosed");
}

TEST_F(LocalDeskTest, aReportThatBeganElsewhereIsRefusedAndShown)
{
    const auto id = house.report();
    house.elsewhere("first", K::Report, payload({{"source", "hotline12345"}, {"text", "x"}, {"address", "y"}, {"place", placeAt(1205500000, 313000000)}, {"urgency", "ordinary"}}), id);
    house.release();
    settle();
    ASSERT_EQ(refused, 1) << "the case began elsewhere under the same id";
    EXPECT_TRUE(tray().front().now);
}

} // namespace
} // namespace griddesk::testing

int main(int argc, char** argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
