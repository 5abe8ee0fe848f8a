// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskundertest.h"

#include <gtest/gtest.h>

namespace griddesk::testing {
namespace {

using K = OperationKind;

class SubmitterTest : public ::testing::Test {
protected:
    Submission submit(std::vector<NewOperation> drafts, seconds hold = seconds{8}, const char* post = "op")
    {
        auto done = valueOf(desk.submitter().submit(DeskUnderTest::actor(post), std::move(drafts), desk.now, hold));
        desk.saved.insert(done.operations.begin(), done.operations.end());
        return done;
    }
    std::int64_t head() { return valueOf(desk.log.head()); }
    Outcome outcomeOf(const char* name) { return valueOf(desk.log.findOperation(DeskUnderTest::idOf(name)))->outcome; }
    void settled() { EXPECT_EQ(desk.problems(), std::vector<std::string>{}); }

    DeskUnderTest desk;
};

TEST_F(SubmitterTest, holdsWhatWasSavedAndShowsItMeanwhile)
{
    const auto done = submit({DeskUnderTest::report("r"), DeskUnderTest::accept("a")});
    ASSERT_EQ(done.operations.size(), 2U);
    EXPECT_EQ(done.cases[0], done.cases[1]) << "a draft without a case belongs to the one before";
    EXPECT_EQ(done.heldUntil, desk.now + seconds{8});
    EXPECT_EQ(done.changes.added, std::vector{done.cases[0]});
    EXPECT_EQ(head(), 0);
    const auto& shown = desk.projection.shown.at(done.cases[0]);
    EXPECT_EQ(shown.row.stage, Stage::Accepted);
    EXPECT_EQ(shown.row.localNumber, "B-0001");
    EXPECT_TRUE(shown.pending);
    EXPECT_EQ(desk.submitter().waiting(), 2U);
    EXPECT_EQ(desk.submitter().nextRelease(), done.heldUntil);

    EXPECT_TRUE(valueOf(desk.submitter().release(desk.now + seconds{7}, false)).answers.empty());
    desk.now += seconds{8};
    const auto sent = valueOf(desk.submitter().release(desk.now, false));
    EXPECT_EQ(sent.answers.size(), 2U);
    EXPECT_EQ(outcomeOf("a"), Outcome::Applied);
    EXPECT_EQ(desk.projection.shown.at(done.cases[0]).row.number, "2026-990101001-000001");
    settled();
}

TEST_F(SubmitterTest, savesAllOrNothing)
{
    const auto done = submit({DeskUnderTest::report("r"), DeskUnderTest::file("f")});
    ASSERT_EQ(done.refusals.size(), 1U);
    EXPECT_EQ(done.refusals[0].index, 1U);
    EXPECT_TRUE(done.operations.empty());
    EXPECT_EQ(desk.submitter().waiting(), 0U);
    EXPECT_TRUE(desk.projection.shown.empty());
    settled();
}

TEST_F(SubmitterTest, savesNothingThatCouldNotBeSealedLater)
{
    const auto first = submit({DeskUnderTest::report("r")});
    // Twenty thousand control characters are allowed by length and six times as long in canonical JSON.
    auto large = DeskUnderTest::draft("big", K::Amend, payload({{"reason", "x"}, {"text", std::string(20'000, '\x01')}}), first.cases[0]);
    auto refused = submit({large});
    EXPECT_TRUE(refused.refusals.empty()) << "120 kB fit an envelope";
    auto report = DeskUnderTest::report("r2");
    report.payload.set("text", std::string(20'000, '\x01'));
    report.payload.set("sourceText", std::string(20'000, '\x01'));
    report.payload.set("order", payload({{"number", "n"}, {"platform", "p"}, {"text", std::string(20'000, '\x01')}}));
    refused = submit({report});
    ASSERT_EQ(refused.refusals.size(), 1U);
    EXPECT_EQ(refused.refusals[0].refusal.rule, RefusalRule::FieldTooLong);
    EXPECT_TRUE(refused.operations.empty());
    auto broken = DeskUnderTest::comment("c", first.cases[0]);
    broken.payload.set("words", "a\xff");
    EXPECT_EQ(submit({broken}).refusals.at(0).refusal.rule, RefusalRule::FieldType);
    desk.now += seconds{60};
    desk.finish();
    settled();
}

TEST_F(SubmitterTest, anOutboxWithSomethingUnsealableStillOpensAndSendsTheRest)
{
    auto first = submit({DeskUnderTest::report("r")});
    desk.finish();
    auto kept = submit({DeskUnderTest::comment("good", first.cases[0])});
    ASSERT_EQ(kept.operations.size(), 1U);
    OutboxItem bad = valueOf(desk.outbox.items()).back();
    bad.operation.id = DeskUnderTest::idOf("bad");
    bad.operation.payload.set("words", "a\xff");
    valueOf(desk.outbox.save({bad}, {}));
    desk.start();
    EXPECT_EQ(outcomeOf("good"), Outcome::Applied);
    const auto items = valueOf(desk.outbox.items());
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].operation.id, DeskUnderTest::idOf("bad"));
    EXPECT_EQ(items[0].state, OutboxState::Refused);
    EXPECT_EQ(items[0].outcome, nameOf(Outcome::Invalid));
    EXPECT_EQ(desk.submitter().refused(), 1U);
}

TEST_F(SubmitterTest, goesOnInANewEpochWhenAnOlderLogWasPutBack)
{
    // The outbox sealed seven operations and holds the last of them; the log knows none, and the tables show nine.
    submit({DeskUnderTest::report("r")});
    auto item = valueOf(desk.outbox.items()).back();
    item.state = OutboxState::Sealed;
    item.devSeq = 7;
    item.envelope = "bytes of the lost epoch";
    valueOf(desk.outbox.seal({item}, ChainHead{.device = DeviceId::literal("desk-1"), .stream = desk.rules->stream, .epoch = 1, .lastSeq = 7, .lastHash = sha256("x")}));
    valueOf(desk.projection.project({}, 9));
    desk.start();
    EXPECT_TRUE(desk.submitter().historyLost());
    EXPECT_EQ(outcomeOf("r"), Outcome::Applied);
    submit({DeskUnderTest::report("r2"), DeskUnderTest::accept("a2")});
    desk.finish();
    EXPECT_EQ(outcomeOf("a2"), Outcome::Applied);
    settled();
    desk.start();
    EXPECT_FALSE(desk.submitter().historyLost()) << "told once";
    submit({DeskUnderTest::report("r3")});
    desk.finish();
    settled();
}

TEST_F(SubmitterTest, takesNothingBackThatAnotherPersonSavedOrBuiltOn)
{
    const auto done = submit({DeskUnderTest::report("r")});
    EXPECT_EQ(desk.submitter().takeBack({DeskUnderTest::idOf("r")}, "u-sl", desk.now).error().code, ErrorCode::Refused);
    submit({DeskUnderTest::comment("c", done.cases[0])}, seconds{8}, "sl");
    EXPECT_EQ(desk.submitter().takeBack({DeskUnderTest::idOf("r")}, "u-op", desk.now).error().code, ErrorCode::Refused) << "the comment would go with it";
    EXPECT_EQ(desk.submitter().waiting(), 2U);
    valueOf(desk.submitter().takeBack({DeskUnderTest::idOf("c")}, "u-sl", desk.now));
    valueOf(desk.submitter().takeBack({DeskUnderTest::idOf("r")}, "u-op", desk.now));
    EXPECT_EQ(desk.submitter().waiting(), 0U);
}

TEST_F(SubmitterTest, sendsWhatIsCriticalAtOnce)
{
    const auto done = submit({DeskUnderTest::report("r", "critical")});
    EXPECT_EQ(done.heldUntil, desk.now);
    EXPECT_EQ(outcomeOf("r"), Outcome::Applied);
    settled();
}

TEST_F(SubmitterTest, neverLetsAnOperationOvertakeAnEarlierOneOfItsCase)
{
    const auto id = submit({DeskUnderTest::report("r")}, seconds{60}).cases[0];
    submit({DeskUnderTest::report("other")}, seconds{60});
    submit({DeskUnderTest::accept("a", id)}, seconds{0});
    EXPECT_EQ(outcomeOf("r"), Outcome::Applied);
    EXPECT_EQ(outcomeOf("a"), Outcome::Applied) << "no rebasing: it was made on the one that went with it";
    EXPECT_EQ(desk.submitter().waiting(), 1U) << "the other case is still held";
    EXPECT_EQ(head(), 2);
}

TEST_F(SubmitterTest, takesBackWithEverythingSavedOnTop)
{
    const auto id = submit({DeskUnderTest::report("r")}, seconds{0}).cases[0];
    submit({DeskUnderTest::accept("a", id)});
    submit({DeskUnderTest::comment("c", id)});
    submit({DeskUnderTest::report("other")});
    valueOf(desk.submitter().takeBack({DeskUnderTest::idOf("a")}, "u-op", desk.now));
    EXPECT_EQ(desk.outbox.takenBack, (std::vector{DeskUnderTest::idOf("c"), DeskUnderTest::idOf("a")}));
    EXPECT_EQ(desk.projection.shown.at(id).row.stage, Stage::Reported);
    EXPECT_FALSE(desk.projection.shown.at(id).pending);
    EXPECT_EQ(desk.submitter().waiting(), 1U);
    valueOf(desk.submitter().release(desk.now, true));
    settled();
}

TEST_F(SubmitterTest, aCaseWhoseReportIsTakenBackIsGone)
{
    const auto id = submit({DeskUnderTest::report("r"), DeskUnderTest::accept("a")}).cases[0];
    const auto changes = valueOf(desk.submitter().takeBack({DeskUnderTest::idOf("r")}, "u-op", desk.now));
    EXPECT_EQ(changes.changed, std::vector{id});
    EXPECT_FALSE(valueOf(desk.submitter().viewOf(id)));
    EXPECT_TRUE(desk.projection.shown.empty());
    settled();
}

TEST_F(SubmitterTest, doesNotTakeBackWhatWasSent)
{
    submit({DeskUnderTest::report("r")}, seconds{0});
    EXPECT_EQ(desk.submitter().takeBack({DeskUnderTest::idOf("r")}, "u-op", desk.now).error().code, ErrorCode::Refused);
    EXPECT_EQ(desk.submitter().takeBack({DeskUnderTest::idOf("never")}, "u-op", desk.now).error().code, ErrorCode::Refused);
    settled();
}

class PairSubmission : public SubmitterTest {
protected:
    PairSubmission()
    {
        kept = submit({DeskUnderTest::report("r1"), DeskUnderTest::accept("a1")}, seconds{0}).cases[0];
        absorbed = submit({DeskUnderTest::report("r2"), DeskUnderTest::accept("a2")}, seconds{0}).cases[0];
    }
    std::vector<NewOperation> merge()
    {
        return {DeskUnderTest::draft("m1", K::Merge, payload({{"side", "kept"}, {"other", absorbed->text().c_str()}, {"reason", "同一件事"}}), kept, "pair"),
                DeskUnderTest::draft("m2", K::Merge, payload({{"side", "absorbed"}, {"other", kept->text().c_str()}, {"reason", "同一件事"}}), absorbed, "pair")};
    }
    std::optional<CaseId> kept, absorbed;
};

TEST_F(PairSubmission, leavesTogetherWhenOneHalfIsDue)
{
    ASSERT_TRUE(submit(merge(), seconds{60}).refusals.empty());
    submit({DeskUnderTest::comment("c", absorbed)}, seconds{0}); // carries the second half with it, and that the first
    EXPECT_EQ(outcomeOf("m1"), Outcome::Applied);
    EXPECT_EQ(outcomeOf("m2"), Outcome::Applied);
    EXPECT_EQ(desk.projection.shown.at(*absorbed).row.stage, Stage::Merged);
    settled();
}

TEST_F(PairSubmission, isTakenBackTogether)
{
    submit(merge(), seconds{60});
    submit({DeskUnderTest::comment("c", kept)}, seconds{60});
    valueOf(desk.submitter().takeBack({DeskUnderTest::idOf("m2")}, "u-op", desk.now));
    EXPECT_EQ(desk.outbox.takenBack.size(), 3U) << "both halves, and what was saved on top of the other one";
    EXPECT_EQ(desk.projection.shown.at(*kept).row.stage, Stage::Accepted);
    EXPECT_EQ(desk.projection.shown.at(*absorbed).row.stage, Stage::Accepted);
    EXPECT_EQ(desk.submitter().waiting(), 0U);
    settled();
}

TEST_F(PairSubmission, mustFollowEachOther)
{
    auto drafts = merge();
    drafts.insert(drafts.begin() + 1, DeskUnderTest::comment("c", kept));
    EXPECT_EQ(desk.submitter().submit(DeskUnderTest::actor("op"), drafts, desk.now, seconds{0}).error().code, ErrorCode::InvalidArgument);
    drafts.resize(1);
    EXPECT_FALSE(desk.submitter().submit(DeskUnderTest::actor("op"), drafts, desk.now, seconds{0}));
    settled();
}

TEST_F(SubmitterTest, keepsWhatTheAuthorityRefusedInTheTray)
{
    const auto id = submit({DeskUnderTest::report("r")}, seconds{0}).cases[0];
    submit({DeskUnderTest::accept("a", id)});
    desk.elsewhere("elsewhere", K::Answer, payload({{"demandType", "consult"}, {"words", "已答复"}}), id);
    valueOf(desk.submitter().release(desk.now, true));
    EXPECT_EQ(outcomeOf("a"), Outcome::Conflict);
    EXPECT_EQ(desk.submitter().refused(), 1U);
    EXPECT_EQ(valueOf(desk.outbox.items()).front().reason, "stageClosed");
    EXPECT_EQ(desk.projection.shown.at(id).row.stage, Stage::Answered);
    desk.start();
    EXPECT_EQ(desk.submitter().refused(), 1U) << "until somebody settles it";
    settled();
}

class TrayTest : public SubmitterTest {
protected:
    TrayTest()
    {
        id = submit({DeskUnderTest::report("r")}, seconds{0}).cases[0];
        submit({DeskUnderTest::accept("a", id)});
        desk.elsewhere("elsewhere", K::Answer, payload({{"demandType", "consult"}, {"words", "已答复"}}), *id);
        valueOf(desk.submitter().release(desk.now, true));
    }
    [[nodiscard]] NewOperation noteInstead(const char* name)
    {
        auto draft = DeskUnderTest::comment(name, id);
        draft.replaces = DeskUnderTest::idOf("a");
        return draft;
    }
    std::optional<CaseId> id;
};

TEST_F(TrayTest, withdrawsAndPutsBack)
{
    EXPECT_EQ(desk.projection.refused, std::set{*id});
    valueOf(desk.submitter().withdraw({DeskUnderTest::idOf("a")}, "u-op", "已由同事答复", desk.now));
    EXPECT_EQ(desk.submitter().refused(), 0U);
    EXPECT_TRUE(desk.projection.refused.empty());
    EXPECT_EQ(desk.outbox.settled.front().words, "已由同事答复");
    EXPECT_EQ(desk.submitter().withdraw({DeskUnderTest::idOf("a")}, "u-op", {}, desk.now).error().code, ErrorCode::Refused) << "it is gone already";
    valueOf(desk.submitter().putBack({DeskUnderTest::idOf("a")}, "u-op", desk.now));
    EXPECT_EQ(desk.submitter().refused(), 1U);
    EXPECT_EQ(desk.submitter().putBack({DeskUnderTest::idOf("a")}, "u-op", desk.now).error().code, ErrorCode::Refused);
    desk.start();
    EXPECT_EQ(desk.submitter().refused(), 1U);
    settled();
}

TEST_F(TrayTest, withdrawsAllOrNothing)
{
    EXPECT_FALSE(desk.submitter().withdraw({DeskUnderTest::idOf("a"), DeskUnderTest::idOf("r")}, "u-op", {}, desk.now));
    EXPECT_EQ(desk.submitter().refused(), 1U);
    settled();
}

TEST_F(TrayTest, aNoteTakesThePlaceOfTheRefusedOne)
{
    ASSERT_TRUE(submit({noteInstead("n")}, seconds{8}).refusals.empty());
    EXPECT_EQ(desk.submitter().refused(), 0U);
    ASSERT_EQ(desk.outbox.settled.size(), 1U);
    EXPECT_EQ(desk.outbox.settled.front().how, "noted");
    EXPECT_EQ(desk.outbox.settled.front().replacement, DeskUnderTest::idOf("n"));
    EXPECT_EQ(desk.submitter().submit(DeskUnderTest::actor("op"), {noteInstead("n2")}, desk.now, seconds{8}).error().code, ErrorCode::Refused)
        << "a refused operation is settled once";
    desk.finish();
    settled();
}

TEST_F(TrayTest, whatWasReplacedComesBackWhenTheReplacementIsTakenBack)
{
    submit({noteInstead("n")}, seconds{8});
    valueOf(desk.submitter().takeBack({DeskUnderTest::idOf("n")}, "u-op", desk.now));
    EXPECT_EQ(desk.submitter().refused(), 1U);
    EXPECT_EQ(desk.projection.refused, std::set{*id});
    settled();
}

TEST_F(TrayTest, aRefusedReplacementLeavesTheTrayAsItWas)
{
    auto again = DeskUnderTest::accept("a2", id);
    again.replaces = DeskUnderTest::idOf("a");
    EXPECT_EQ(submit({again}).refusals.size(), 1U);
    EXPECT_EQ(desk.submitter().refused(), 1U);
    EXPECT_TRUE(desk.outbox.settled.empty());
    settled();
}

TEST_F(TrayTest, anOperationIsDoneAgainWhenTheCaseAllowsItOnceMore)
{
    valueOf(desk.submitter().withdraw({DeskUnderTest::idOf("a")}, "u-op", {}, desk.now));
    const auto other = submit({DeskUnderTest::report("r2")}, seconds{0}).cases[0];
    submit({DeskUnderTest::accept("a3", other)});
    desk.elsewhere("there", K::Accept, DeskUnderTest::accept("x").payload, other);
    submit({DeskUnderTest::file("f", other)});
    valueOf(desk.submitter().release(desk.now, true));
    ASSERT_EQ(desk.submitter().refused(), 1U) << "accepted elsewhere first; the filing still fits";
    auto again = DeskUnderTest::comment("c", other);
    again.replaces = DeskUnderTest::idOf("a3");
    submit({again}, seconds{0});
    EXPECT_EQ(outcomeOf("c"), Outcome::Applied);
    EXPECT_TRUE(desk.projection.refused.empty());
    settled();
}

TEST_F(SubmitterTest, saysSavedWhenOnlyTheTablesCouldNotShowIt)
{
    // the local number and the saving are the first two calls, the tables the third
    desk.faults.arm(Faults::How::Fail, 2);
    const auto done = submit({DeskUnderTest::report("r")});
    ASSERT_TRUE(done.unsent);
    ASSERT_EQ(done.operations.size(), 1U) << "told as a failure it would be entered twice";
    desk.faults.arm(Faults::How::Never, 0);
    desk.finish();
    EXPECT_EQ(outcomeOf("r"), Outcome::Applied);
    settled();
}

TEST_F(SubmitterTest, knowsAnIdAgain)
{
    submit({DeskUnderTest::report("r")}, seconds{60});
    EXPECT_EQ(desk.submitter().submit(DeskUnderTest::actor("op"), {DeskUnderTest::report("r")}, desk.now, seconds{0}).error().code, ErrorCode::Duplicate);
    valueOf(desk.submitter().release(desk.now, true));
    EXPECT_EQ(desk.submitter().submit(DeskUnderTest::actor("op"), {DeskUnderTest::report("r")}, desk.now, seconds{0}).error().code, ErrorCode::Duplicate);
    settled();
}

TEST_F(SubmitterTest, doesNotSaveASecondAdoptionOfOneRecord)
{
    const auto adopt = [](const char* name) {
        return DeskUnderTest::draft(name, OperationKind::Adopt,
                                    payload({{"outsideNumber", "SZ-1"}, {"platform", "suzhou"}, {"recordHash", "ab"}, {"stage", "reported"}}));
    };
    const auto tried = [&](std::vector<NewOperation> drafts) { return valueOf(desk.submitter().submit(DeskUnderTest::actor("im"), std::move(drafts), desk.now, seconds{60})); };
    EXPECT_EQ(tried({adopt("a"), adopt("b")}).refusals.size(), 1U) << "twice in one go";
    EXPECT_TRUE(tried({adopt("c")}).refusals.empty());
    ASSERT_EQ(tried({adopt("d")}).refusals.size(), 1U) << "while the first waits";
    valueOf(desk.submitter().release(desk.now, true));
    const auto late = tried({adopt("e")});
    ASSERT_EQ(late.refusals.size(), 1U) << "and when it is history";
    EXPECT_EQ(late.refusals.front().refusal.rule, RefusalRule::OnceOnly);
}

TEST_F(SubmitterTest, whatIsEnteredForAnEarlierTimeIsReceivedNow)
{
    const Instant then = desk.now - std::chrono::hours{24 * 30};
    const auto done = valueOf(desk.submitter().submit(DeskUnderTest::actor("op"), {DeskUnderTest::report("r")}, then, seconds{0}, desk.now));
    const auto entry = valueOf(desk.log.findOperation(done.operations.front()));
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->effective, then);
    EXPECT_EQ(entry->receivedAt, desk.now);
}

TEST_F(SubmitterTest, saysWhenItSavedAndCouldNotSendAndSendsLater)
{
    // save is the second call (the local number is the first), sealing the third, the log's commit further on
    desk.faults.arm(Faults::How::Fail, 3);
    const auto done = submit({DeskUnderTest::report("r")}, seconds{0});
    ASSERT_TRUE(done.unsent);
    EXPECT_EQ(done.unsent->code, ErrorCode::DiskFull);
    ASSERT_EQ(done.operations.size(), 1U);
    EXPECT_EQ(head(), 0);
    desk.faults.arm(Faults::How::Never, 0);
    // What comes later goes behind it, not into a gap.
    submit({DeskUnderTest::accept("a", done.cases[0])}, seconds{0});
    EXPECT_EQ(outcomeOf("r"), Outcome::Applied);
    EXPECT_EQ(outcomeOf("a"), Outcome::Applied);
    EXPECT_EQ(desk.submitter().refused(), 0U);
    settled();
}

TEST_F(SubmitterTest, projectsALongLogInPages)
{
    for (int i = 0; i < 2300; ++i)
        desk.elsewhere("e" + std::to_string(i), K::Report, DeskUnderTest::report("x").payload, CaseId::literal("case-" + std::to_string(i)));
    std::size_t steps = 0;
    for (bool more = true; more; ++steps)
        valueOf(desk.submitter().catchUp(5000, more));
    EXPECT_EQ(steps, 3U);
    EXPECT_EQ(desk.projection.shown.size(), 2300U);
    settled();
}

} // namespace
} // namespace griddesk::testing
