// SPDX-License-Identifier: GPL-3.0-or-later
// A desk that dies, or finds no space, at every single call of its ports.
#include "deskundertest.h"

#include <gtest/gtest.h>

#include <iostream>

namespace griddesk::testing {
namespace {

using K = OperationKind;
using How = Faults::How;

/// What somebody does in a minute. A step that did not come back is done again by the person, under the same ids; a step
/// that says "known already" or "sent already" is done.
class Minute {
public:
    explicit Minute(DeskUnderTest& desk) : m_desk(desk) {}

    [[nodiscard]] std::size_t steps() const noexcept { return 10; }
    void step(std::size_t n)
    {
        const auto wait = seconds{8};
        switch (n) {
        case 0: m_one = submit({DeskUnderTest::report("r1"), DeskUnderTest::accept("a1")}, wait, m_one); break;
        case 1: m_two = submit({DeskUnderTest::report("r2", "critical")}, wait, m_two); break;
        case 2: submit({DeskUnderTest::accept("a2", m_two)}, seconds{0}); break;
        case 3: submit({DeskUnderTest::comment("c1", m_one)}, wait); break;
        case 4: takeBack({"c1"}); break;
        case 5: // a merge that waits
            submit({DeskUnderTest::draft("m1", K::Merge, payload({{"side", "kept"}, {"other", m_one->text().c_str()}, {"reason", "同一件事"}}), m_two, "p"),
                    DeskUnderTest::draft("m2", K::Merge, payload({{"side", "absorbed"}, {"other", m_two->text().c_str()}, {"reason", "同一件事"}}), m_one, "p")},
                   wait);
            break;
        case 6: m_three = submit({DeskUnderTest::report("r3")}, seconds{60}, m_three); break;
        case 7: // somebody else is quicker: what was saved here on top will be refused
            submit({DeskUnderTest::file("f2", m_two)}, seconds{60});
            m_desk.elsewhere("e2", K::Void, payload({{"reason", "误报"}}), *m_two, "sl");
            break;
        case 8:
            m_desk.now += seconds{9};
            check(m_desk.submitter().release(m_desk.now, false));
            break;
        case 9: check(m_desk.submitter().release(m_desk.now, true)); break;
        default: break;
        }
    }

    int failures = 0;

private:
    template <typename T>
    void check(const Result<T>& result)
    {
        if (!result && result.error().code == ErrorCode::DiskFull)
            ++failures;
        else if (!result)
            ADD_FAILURE() << result.error().detail;
    }
    std::optional<CaseId> submit(std::vector<NewOperation> drafts, seconds hold, std::optional<CaseId> known = {})
    {
        const auto first = *drafts.front().id;
        auto done = m_desk.submitter().submit(DeskUnderTest::actor("op"), drafts, m_desk.now, hold);
        if (!done && done.error().code == ErrorCode::DiskFull) {
            ++failures;
            done = m_desk.submitter().submit(DeskUnderTest::actor("op"), std::move(drafts), m_desk.now, hold);
        }
        if (!done) {
            EXPECT_EQ(done.error().code, ErrorCode::Duplicate) << done.error().detail;
            return known ? known : caseOf(first);
        }
        if (!done->refusals.empty()) // a step that was half done already may not fit twice; it must have been done then
            return known;
        m_desk.saved.insert(done->operations.begin(), done->operations.end());
        failures += done->unsent ? 1 : 0;
        return done->cases.front();
    }
    void takeBack(std::vector<const char*> names)
    {
        std::vector<OperationId> ids;
        for (const auto* name : names)
            ids.push_back(DeskUnderTest::idOf(name));
        if (auto done = m_desk.submitter().takeBack(ids, "u-op", m_desk.now); !done && done.error().code == ErrorCode::DiskFull)
            ++failures;
    }
    std::optional<CaseId> caseOf(const OperationId& id)
    {
        if (const auto entry = valueOf(m_desk.log.findOperation(id)))
            return entry->caseId;
        for (const auto& item : valueOf(m_desk.outbox.items()))
            if (item.operation.id == id)
                return item.operation.caseId;
        return {};
    }

    DeskUnderTest& m_desk;
    std::optional<CaseId> m_one, m_two, m_three;
};

int callsOfAMinute()
{
    DeskUnderTest desk;
    Minute minute(desk);
    desk.faults.arm(How::Never, 0);
    for (std::size_t n = 0; n < minute.steps(); ++n)
        minute.step(n);
    desk.finish();
    EXPECT_EQ(desk.problems(), std::vector<std::string>{});
    EXPECT_EQ(valueOf(desk.log.head()), 9) << "r1 a1 r2 a2 e2 m1 m2 f2 r3";
    EXPECT_EQ(desk.submitter().refused(), 3U) << "both halves of the merge, and the filing";
    return desk.faults.calls();
}

TEST(Crash, atEveryCallOfThePortsLosesNothingAndDoesNothingTwice)
{
    const int calls = callsOfAMinute();
    ASSERT_GT(calls, 60);
    int crashes = 0;
    for (const auto how : {How::CrashBefore, How::CrashAfter})
        for (int call = 0; call < calls; ++call) {
            DeskUnderTest desk;
            Minute minute(desk);
            desk.faults.arm(how, call);
            for (std::size_t n = 0; n < minute.steps(); ++n) {
                try {
                    minute.step(n);
                } catch (const Crash&) {
                    ++crashes;
                    desk.start();
                    minute.step(n);
                }
            }
            desk.finish();
            ASSERT_EQ(desk.problems(), std::vector<std::string>{}) << (how == How::CrashBefore ? "before" : "after") << " call " << call;
        }
    EXPECT_EQ(crashes, 2 * calls);
    std::cout << crashes << " crash points\n";
}

TEST(Crash, duringRecoveryIsRecoveredFrom)
{
    const int calls = callsOfAMinute();
    int crashes = 0;
    for (int call = 0; call < calls; call += 8)
        for (int second = 0; second < 30; ++second) {
            DeskUnderTest desk;
            Minute minute(desk);
            desk.faults.arm(How::CrashAfter, call);
            try {
                for (std::size_t n = 0; n < minute.steps(); ++n)
                    minute.step(n);
            } catch (const Crash&) {
            }
            // start() disarms; so the second blow is armed inside by releasing through a fresh process
            desk.log.afterCrash();
            RuleLibrary library(desk.log);
            LocalAuthority authority(desk.log, library, desk.rules->stream);
            const auto key = Hub::makeKey(1);
            SeededRandom random(9);
            desk.faults.arm(How::CrashAfter, second);
            try {
                Submitter submitter(desk.outbox, desk.projection, authority, desk.log, library, key,
                                    SubmitterIdentity{DeviceId::literal("desk-1"), "B", "boot-x"}, random, Submitter::Locate{});
                valueOf(submitter.recover(desk.now));
            } catch (const Crash&) {
                ++crashes;
            }
            desk.start();
            ASSERT_EQ(desk.problems(), std::vector<std::string>{}) << call << " then " << second;
        }
    EXPECT_GT(crashes, 100);
    std::cout << crashes << " crashes during recovery\n";
}

TEST(FullDisk, atEveryCallOfThePortsLosesNothingAndGoesOn)
{
    const int calls = callsOfAMinute();
    int struck = 0;
    for (int call = 0; call < calls; ++call) {
        DeskUnderTest desk;
        Minute minute(desk);
        desk.faults.arm(How::Fail, call);
        for (std::size_t n = 0; n < minute.steps(); ++n)
            try {
                minute.step(n);
            } catch (const std::runtime_error&) { // the other device had no space
                minute.step(n);
            }
        struck += desk.faults.struck() ? 1 : 0;
        desk.finish();
        ASSERT_EQ(desk.problems(), std::vector<std::string>{}) << "call " << call;
    }
    EXPECT_EQ(struck, calls);
}

} // namespace
} // namespace griddesk::testing
