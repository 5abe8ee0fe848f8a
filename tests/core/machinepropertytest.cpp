// SPDX-License-Identifier: GPL-3.0-or-later
// Random legal walks: what must hold on every way, and that every way has an end.
#include "models/core/explaincase.h"
#include "models/core/summarise.h"
#include "tests/support/payloadmaker.h"

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace griddesk;
using namespace griddesk::testing;
using K = OperationKind;

namespace {

const std::vector<std::string>& posts()
{
    static const std::vector<std::string> all{"op",      "op2",     "sl",      "sl2",      "dl",       "di",      "rv",      "su",      "su2",     "le",
                                              "sy",      "city-ul", "city-ha", "water-ul", "water-ha", "east-ul", "east-ha", "west-ul", "crew-gl", "crew-gw",
                                              "clean-ul"};
    return all;
}

class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed * 2 + 1) {}
    std::size_t operator()(std::size_t n)
    {
        m_state = m_state * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::size_t>(m_state >> 33) % n;
    }

private:
    std::uint64_t m_state;
};

/// Where nothing waits for anybody.
bool over(const Case& c) { return isEnd(c.stage); }

/// Corrections that would take a case back from its end, and exits that would make the search for an end too easy.
bool shortcut(K kind)
{
    switch (kind) {
    case K::ForceClose: case K::Void: case K::TransferUp: case K::HandOver: case K::Reject: case K::Answer: case K::AnswerRepeat:
    case K::ReturnToSource: case K::Merge: case K::Reopen: case K::DecideReview: case K::Fulfil: case K::SelfHandle:
        return true;
    default:
        return false;
    }
}

/// Operations that carry a case towards the archive, the last step first.
const std::vector<K>& ladder()
{
    static const std::vector<K> kinds{K::Archive,       K::Close,     K::WaiveCallback,  K::ReplyToSource, K::Check,       K::Rework,
                                      K::Redispatch,    K::RequestCheck, K::Reply,       K::ReviewReply,   K::DecideReview, K::Resume,
                                      K::DecideReturn,  K::Sign,      K::Dispatch,       K::Designate,     K::Verify,      K::File,
                                      K::Amend,         K::Accept,    K::SourceDecision, K::Revoke};
    return kinds;
}

/// The payload that means "go on".
Value onward(PayloadMaker& maker, const OperationSpec& spec, const Case& c, const std::optional<AssignmentId>& a, Instant at)
{
    auto value = maker.make(spec, &c, a, at);
    switch (spec.kind) {
    case K::Check: return payload({{"pass", true}, {"words", "好"}, {"evidence", photos({"other"})}});
    case K::ReviewReply: return value.set("verdict", "accept");
    case K::DecideReview: return value.set("overturned", false);
    case K::DecideReturn: return value.set("agreed", false);
    case K::SourceDecision: return value.set("agreed", false);
    case K::Designate: return payload({{"lead", "city"}, {"reason", "指定"}});
    case K::Dispatch: return payload({{"lead", c.designations.empty() ? "city" : c.designations.back().lead.text()}, {"basis", "designated"}, {"reason", "x"}});
    case K::Redispatch: return payload({{"lead", c.designations.empty() ? "city" : c.designations.back().lead.text()}, {"basis", "designated"}, {"reason", "x"}});
    case K::Amend: return payload({{"category", "waste"}, {"area", "E1a"}, {"reason", "补录"}});
    case K::Accept: return payload({{"category", "waste"}, {"area", "E1a"}, {"urgency", "ordinary"}, {"demandType", "help"}});
    case K::File: return payload({{"standard", "s-" + c.category->text()}, {"reason", "核实后仍立案"}});
    case K::ReplyToSource: {
        const auto* order = orderToReply(c);
        return payload({{"order", order != nullptr ? order->number : std::string("n1")}, {"words", "已办结"}});
    }
    default: return value;
    }
}

/// Looks for a way to the archive without any exit or correction.
bool endsInTheArchive(Scenario& s, std::string& trail)
{
    PayloadMaker maker(s.rules(), [](std::size_t) { return std::size_t{0}; });
    std::map<std::pair<K, Stage>, int> tried;
    for (int step = 0; step < 80; ++step) {
        if (over(s.c()))
            return true;
        s.wait(std::chrono::minutes{61});
        bool moved = false;
        for (const auto kind : ladder()) {
            if (moved)
                break;
            if (!specOf(kind).stages.has(s.stage()) || tried[{kind, s.stage()}] > 8)
                continue;
            if (kind == K::Amend && (s.stage() != Stage::Accepted || (s.c().category && s.c().area)))
                continue;
            if (kind == K::Revoke && !(s.stage() == Stage::Handling && step > 30))
                continue;
            for (const auto& post : posts()) {
                if (moved)
                    break;
                for (const auto& item : allowedOperations(s.c(), s.actor(post), s.rules(), s.now())) {
                    if (item.kind != kind || item.refusal)
                        continue;
                    const auto op = s.operation(post, kind, onward(maker, specOf(kind), s.c(), item.assignment, s.now()));
                    if (auto result = s.tries(op)) {
                        trail += " " + std::string(nameOf(kind));
                        ++tried[{kind, s.stage()}];
                        s.keep(op, std::move(*result));
                        moved = true;
                        break;
                    }
                }
            }
        }
        if (!moved)
            return false;
    }
    return false;
}

void invariants(const Case& c)
{
    int leads = 0;
    for (const auto& a : c.assignments)
        leads += a.level == 1 && a.role == AssignmentRole::Lead && a.live() ? 1 : 0;
    RC_ASSERT(leads <= 1);
    const auto* lead = liveLead(c);
    RC_ASSERT((c.stage == Stage::Dispatched) == (lead != nullptr && lead->state == AssignmentState::Sent && c.stage != Stage::Handling) || c.imported);
    if (!c.imported)
        RC_ASSERT((c.stage == Stage::Handling) == (lead != nullptr && lead->state == AssignmentState::Signed));
    for (const auto& a : c.assignments)
        if (a.level == 2) {
            const auto* parent = findAssignment(c, *a.parent);
            RC_ASSERT(parent != nullptr);
            RC_ASSERT(!a.live() || parent->live());
        }
    for (const auto& clock : c.clocks)
        RC_ASSERT(!(clock.metAt && clock.cancelledAt));
}

/// Carries a case on at random. Returns the walk.
Scenario walk(std::uint64_t seed, int steps, std::map<K, int>* tally = nullptr)
{
    Random random(seed);
    Scenario s;
    PayloadMaker maker(s.rules(), [&random](std::size_t n) { return random(n); });
    std::map<AssignmentId, int> signs;
    int acceptsSinceReported = 0;
    for (int step = 0; step < steps; ++step) {
        s.wait(std::chrono::minutes{static_cast<std::int64_t>(random(4) == 0 ? random(3000) : random(40))});
        if (!s.state()) {
            const bool adopted = random(4) == 0;
            const auto kind = adopted ? K::Adopt : random(6) == 0 ? K::SelfHandle : K::Report;
            const auto* post = adopted ? "im" : kind == K::SelfHandle ? "crew-gw" : "op";
            const auto op = s.operation(post, kind, maker.make(specOf(kind), nullptr, {}, s.now()));
            if (auto result = s.tries(op))
                s.keep(op, std::move(*result));
            continue;
        }
        struct Move {
            std::string post;
            AllowedOperation what;
        };
        std::map<K, std::vector<Move>> moves;
        for (int i = 0; i < 6; ++i) {
            const auto& post = posts()[random(posts().size())];
            for (auto& item : allowedOperations(s.c(), s.actor(post), s.rules(), s.now()))
                if (item.allowed() && !(shortcut(item.kind) && random(12) != 0))
                    moves[item.kind].push_back({post, std::move(item)});
        }
        // a step that carries on is as likely as all that may be added at any time; rare ones are sought when a tally is kept
        std::vector<K> kinds, carrying;
        for (const auto& [kind, list] : moves) {
            kinds.push_back(kind);
            if (std::ranges::find(ladder(), kind) != ladder().end())
                carrying.push_back(kind);
        }
        if (kinds.empty())
            continue;
        auto chosen = !carrying.empty() && random(3) == 0 ? carrying[random(carrying.size())] : kinds[random(kinds.size())];
        if (tally != nullptr && random(2) == 0)
            chosen = *std::ranges::min_element(kinds, {}, [&](K kind) { return (*tally)[kind]; });
        const auto& list = moves[chosen];
        const auto& move = list[random(list.size())];
        const auto op = s.operation(move.post, move.what.kind, maker.make(specOf(move.what.kind), &s.c(), move.what.assignment, s.now()));
        auto result = s.tries(op);
        if (!result)
            continue;
        if (op.kind == K::Accept)
            RC_ASSERT(++acceptsSinceReported == 1);
        if (op.kind == K::Sign)
            RC_ASSERT(++signs[*move.what.assignment] == 1);
        if (tally != nullptr)
            ++(*tally)[op.kind];
        s.keep(op, std::move(*result));
        if (s.stage() == Stage::Reported)
            acceptsSinceReported = 0;
        invariants(s.c());
    }
    return s;
}

std::uint64_t anySeed() { return *rc::gen::arbitrary<std::uint64_t>(); }

} // namespace

RC_GTEST_PROP(MachineProperty, ReplayOfAnyWalkIsTheSameCase, ())
{
    const auto s = walk(anySeed(), 60);
    RC_PRE(s.state().has_value());
    const auto again = replay(s.history(), s.rules());
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == s.c());
    RC_ASSERT(describe(*again) == describe(s.c()));
    RC_ASSERT(summarise(*again, s.rules()) == summarise(s.c(), s.rules()));
}

RC_GTEST_PROP(MachineProperty, EveryClockIsTheSumOfItsSegments, ())
{
    auto s = walk(anySeed(), 60);
    RC_PRE(s.state().has_value());
    s.wait(std::chrono::hours{5});
    const auto explained = explainCase(s.c(), s.rules(), s.now());
    RC_ASSERT(explained.clocks.size() == s.c().clocks.size());
    for (const auto& one : explained.clocks) {
        std::int64_t sum = 0;
        for (const auto& segment : one.explanation.segments)
            sum += segment.countedMs;
        RC_ASSERT(sum == one.explanation.countedMs);
        RC_ASSERT(one.clock.kind == ClockKind::Upstream || !one.clock.metAt || *one.clock.metAt >= one.clock.start);
    }
}

RC_GTEST_PROP(MachineProperty, EveryReachableCaseCanStillReachAnEnd, ())
{
    auto s = walk(anySeed(), 40);
    RC_PRE(s.state().has_value());
    std::string trail;
    std::string history;
    for (const auto& [op, at] : s.history())
        history += " " + std::string(nameOf(op.kind)) + "/" + op.actor.post.text();
    const bool ends = endsInTheArchive(s, trail);
    if (!ends) {
        RC_LOG() << "stage " << nameOf(s.stage()) << " history" << history << " then" << trail;
    }
    RC_ASSERT(ends);
}

RC_GTEST_PROP(MachineProperty, NothingIsChangedByARefusal, ())
{
    const auto s = walk(anySeed(), 30);
    RC_PRE(s.state().has_value());
    const auto before = s.c();
    for (const auto& spec : operationTable())
        (void)s.tries(s.operation("op", spec.kind, payload({{"nonsense", 1}})));
    RC_ASSERT(before == s.c());
}

TEST(MachineProperty, WalksReachEveryStageAndMostOperations)
{
    std::set<Stage> stages;
    std::set<K> kinds;
    std::map<K, int> tally;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto s = walk(seed, 120, &tally);
        std::optional<Case> state;
        for (const auto& [op, at] : s.history()) {
            state = *apply(state, op, s.rules(), at);
            stages.insert(state->stage);
            kinds.insert(op.kind);
        }
    }
    EXPECT_EQ(stages.size(), stageCount) << "the walks are no test of stages they never see";
    std::string never;
    for (const auto& spec : operationTable())
        if (!kinds.contains(spec.kind))
            never += std::string(spec.name) + " ";
    EXPECT_GE(kinds.size(), operationKindCount - 3) << "never seen: " << never;
}
