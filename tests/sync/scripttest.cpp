// SPDX-License-Identifier: GPL-3.0-or-later
// Random scripts of work, waiting, taking back, other people, crashes and full disks.
#include "deskundertest.h"

#include <rapidcheck/gtest.h>

namespace griddesk::testing {
namespace {

using K = OperationKind;
using How = Faults::How;

struct Blow {
    How how = How::Never;
    int call = 0;
};

class Script {
public:
    explicit Script(DeskUnderTest& desk) : m_desk(desk) {}

    void run(int action, int choice, int hold, Blow blow)
    {
        m_desk.faults.arm(blow.how, blow.call);
        try {
            act(action, choice, seconds{hold});
        } catch (const Crash&) {
            m_desk.start();
        }
        m_desk.faults.arm(How::Never, 0);
    }

private:
    [[nodiscard]] std::optional<CaseId> pick(int choice)
    {
        if (m_desk.projection.shown.empty())
            return {};
        auto at = m_desk.projection.shown.begin();
        std::advance(at, choice % static_cast<int>(m_desk.projection.shown.size()));
        return at->first;
    }
    std::string name() { return "s" + std::to_string(++m_names); }
    void submit(std::vector<NewOperation> drafts, seconds hold)
    {
        auto done = m_desk.submitter().submit(DeskUnderTest::actor("op"), std::move(drafts), m_desk.now, hold);
        if (done)
            m_desk.saved.insert(done->operations.begin(), done->operations.end());
    }
    void act(int action, int choice, seconds hold)
    {
        const auto id = pick(choice), other = pick(choice / 7);
        switch (action) {
        case 0: submit({DeskUnderTest::report(name(), choice % 9 == 0 ? "critical" : "ordinary")}, hold); break;
        case 1: submit({DeskUnderTest::report(name()), DeskUnderTest::accept(name()), DeskUnderTest::file(name())}, hold); break;
        case 2: if (id) submit({DeskUnderTest::accept(name(), id)}, hold); break;
        case 3: if (id) submit({DeskUnderTest::file(name(), id)}, hold); break;
        case 4: if (id) submit({DeskUnderTest::comment(name(), id)}, hold); break;
        case 5:
            if (id && other && *id != *other)
                submit({DeskUnderTest::draft(name(), K::Merge, payload({{"side", "kept"}, {"other", other->text().c_str()}}), id, "p"),
                        DeskUnderTest::draft(name(), K::Merge, payload({{"side", "absorbed"}, {"other", id->text().c_str()}}), other, "p")},
                       hold);
            break;
        case 6: { // take something back that still waits
            const auto items = valueOf(m_desk.outbox.items());
            if (!items.empty())
                std::ignore = m_desk.submitter().takeBack({items[static_cast<std::size_t>(choice) % items.size()].operation.id}, "u-op", m_desk.now);
            break;
        }
        case 7: // somebody else ends the case, or tries to; one with a history, for it knows nothing of what waits here
            if (id && valueOf(m_desk.log.caseHistory(*id)).size() > 0)
                try {
                    m_desk.elsewhere(name(), K::Answer, payload({{"demandType", "consult"}, {"words", "已答复"}}), *id);
                } catch (const std::runtime_error&) { // no space there
                }
            break;
        case 8:
            m_desk.now += hold + seconds{1};
            std::ignore = m_desk.submitter().release(m_desk.now, false);
            break;
        default: m_desk.start();
        }
    }

    DeskUnderTest& m_desk;
    int m_names = 0;
};

RC_GTEST_PROP(Scripts, anyOrderOfWorkCrashesAndFullDisksEndsWithEverySavedOperationDoneOnce, ())
{
    DeskUnderTest desk;
    Script script(desk);
    const auto length = *rc::gen::inRange(1, 40);
    int blows = 0;
    for (int i = 0; i < length; ++i) {
        const auto action = *rc::gen::inRange(0, 10);
        const auto choice = *rc::gen::inRange(0, 1000);
        const auto hold = *rc::gen::elementOf(std::vector{0, 5, 30});
        Blow blow;
        if (*rc::gen::inRange(0, 3) == 0) {
            blow = {*rc::gen::elementOf(std::vector{How::CrashBefore, How::CrashAfter, How::Fail}), *rc::gen::inRange(0, 12)};
            ++blows;
        }
        script.run(action, choice, hold, blow);
    }
    RC_TAG(blows);
    desk.start();
    const auto problems = desk.problems();
    if (!problems.empty())
        RC_FAIL(problems.front());
}

} // namespace
} // namespace griddesk::testing
