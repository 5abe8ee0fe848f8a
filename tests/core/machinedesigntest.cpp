// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what, and the class of every operation, typed by hand from the domain's table of operations (words of the
// domain, part 3) and compared with the table the program runs on. Nothing here is read from the program's own table.
#include "models/core/operationtable.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

using namespace griddesk;
using K = OperationKind;
using C = OperationClass;

namespace {

constexpr auto op = Role::Operator, sl = Role::ShiftLeader, dl = Role::DutyLeader, di = Role::Dispatcher, ul = Role::UnitLead, ha = Role::Handler,
               gl = Role::GridLead, gw = Role::GridWorker, co = Role::Community, rv = Role::Reviewer, su = Role::Supervisor, le = Role::Leader,
               im = Role::Importer, sy = Role::System;
const RoleSet any = RoleSet::all();

struct Designed {
    const char* name;
    RoleSet who;
    C cls;
};

/// One line per operation, in the order of the design.
const Designed design[] = {
    {"report", any, C::Additive},
    {"adopt", {im}, C::Additive},
    {"amend", {op}, C::Additive}, // "owner of the step; op always": the owners are below
    {"accept", {op}, C::Claim},
    {"answer", {op}, C::Transition},
    {"reject", {op}, C::Transition},
    {"returnToSource", {di, sl}, C::Transition},
    {"sourceDecision", {di, sl}, C::Transition},
    {"replyToSource", {di, sl}, C::Transition},
    {"requestSourceExtension", {di, sl}, C::Transition},
    {"transferUp", {di, sl}, C::Transition},
    {"handOver", {op, sl}, C::Transition},
    {"merge", {op, sl}, C::Transition},
    {"unmerge", {op, sl}, C::Transition},
    {"split", {op, sl}, C::Transition},
    {"link", {op, sl}, C::Transition},
    {"followUp", {op}, C::Additive},
    {"requestVerify", {op}, C::Transition},
    {"verify", {rv, gw}, C::Transition},
    {"file", {op, sl}, C::Transition},
    {"changeStandard", {sl}, C::Transition},
    {"void", {sl}, C::Transition},
    {"selfHandle", {gw, gl, co}, C::Transition},
    {"dispatch", {di}, C::Transition},
    {"consult", {di}, C::Transition},
    {"consultReply", {ul}, C::Additive},
    {"concludeConsult", {di}, C::Transition},
    {"designate", {sl, le}, C::Transition},
    {"objection", {ul}, C::Additive},
    {"redispatch", {di}, C::Transition},
    {"revoke", {di}, C::Transition},
    {"addAssist", {di}, C::Transition},
    {"releaseAssist", {di}, C::Transition},
    {"changeLead", {di}, C::Transition},
    {"assistReply", {ul}, C::Additive},
    {"sign", {ul, ha, gl}, C::Claim},
    {"requestReturn", {ul}, C::Transition},
    {"decideReturn", {di, ul}, C::Transition}, // di on level 1, the parent unit on level 2
    {"subdispatch", {ul}, C::Transition},
    {"reviewReply", {ul}, C::Transition},
    {"raiseTier", {gl, co, ul}, C::Transition},
    {"lowerTier", {gl, co, ul}, C::Transition},
    {"whistle", {gl, co}, C::Additive},
    {"checkIn", {ul}, C::Additive},
    {"standDown", {gl, co}, C::Additive},
    {"firstContact", {ha}, C::Additive},
    {"progress", {ha}, C::Additive},
    {"plan", {ha, ul}, C::Transition},
    {"decidePlan", {sl, le}, C::TimeLaw},
    {"reachMilestone", {ha, ul}, C::Additive},
    {"replan", {ha, ul}, C::TimeLaw},
    {"mediate", {ha}, C::Additive},
    {"fulfil", {ha}, C::Additive},
    {"requestExtension", {ha, ul}, C::TimeLaw},
    {"decideExtension", {di, sl}, C::TimeLaw}, // the first, the second
    {"requestSuspension", {ha}, C::TimeLaw},
    {"decideSuspension", {sl}, C::TimeLaw},
    {"resume", {ha, sl}, C::TimeLaw},
    {"statutoryPause", {ha, sl}, C::TimeLaw}, // asks, agrees
    {"reply", {ul, ha}, C::Transition},       // "lead unit"
    {"requestCheck", {op}, C::Transition},
    {"check", {rv}, C::Transition},
    {"rework", {op}, C::Transition},
    {"close", {sl}, C::Transition},
    {"forceClose", {le}, C::Transition},
    {"callback", {op}, C::Additive},
    {"waiveCallback", {op}, C::Additive},
    {"archive", {sl}, C::Transition},
    {"reopen", {sl}, C::Transition},
    {"requestExclusion", {op, ul}, C::Transition},
    {"decideExclusion", {}, C::Transition}, // "two approvers"
    {"answerRepeat", {op, sl}, C::Transition},
    {"reviewRequest", {op}, C::Transition},
    {"decideReview", {}, C::Transition}, // "somebody who did not decide before"
    {"urge", {su, op}, C::Nudge},
    {"superviseOrder", {su}, C::Transition},
    {"superviseReceipt", {ul}, C::Transition},
    {"superviseReply", {ul}, C::Transition},
    {"superviseSettle", {su}, C::Transition},
    {"instruct", {le}, C::Additive},
    {"receipt", any, C::Additive}, // "addressee"
    {"spotCheck", {su}, C::Additive},
    {"appeal", {ul}, C::Transition},
    {"decideAppeal", {}, C::Transition}, // "two reviewers"
    {"declareIncident", {sl, dl}, C::Transition},
    {"callOut", {sl, dl}, C::Additive},
    {"rollCall", {sl, dl}, C::Additive},
    {"sitrep", {sl, dl}, C::Additive},
    {"endIncident", {sl, dl}, C::Transition},
    {"comment", any, C::Additive},
    {"attach", any, C::Additive},
    {"watch", any, C::Additive},
    {"rezone", {sy}, C::Additive},
};

struct Wider {
    RoleSet added;
    const char* why;
};

/// Where the program lets more roles in than the design's line names, and why.
const std::map<std::string, Wider> wider{
    {"amend", {{sl, di, ul, ha, gl, co}, "the roles that may own a step; the guard lets in only who owns the present one"}},
    {"revoke", {{ul, co}, "work of level 2 is taken back by the unit that gave it; the dispatcher never saw it"}},
    {"assistReply", {{ha}, "the assisting unit's handler does the work, as the lead unit's does"}},
    {"sign", {{gw, co}, "level 2 goes to community, grid or crew, whose posts bear these roles"}},
    {"requestReturn", {{gl, co}, "a community and a grid return what they were given: their posts bear no unit lead"}},
    {"decideReturn", {{sl, le, co}, "no answer in time is arbitration by shift leader or leader; a community is a parent unit too"}},
    {"subdispatch", {{co}, "a community given level 1 gives on to its grids"}},
    {"reviewReply", {{co}, "and reviews their reply"}},
    {"checkIn", {{ha}, "whoever of the unit called comes reports in"}},
    {"firstContact", {{ul, gw}, "small units have no handler's post; a grid worker handles what its crew was given"}},
    {"progress", {{ul, gw}, "as firstContact"}},
    {"reply", {{gl, gw, co}, "the lead unit of a level may be a community, a grid or its crew"}},
    {"decideExclusion", {{sl, dl, le, su}, "the design names only their number; those who answer for a shift, a duty, the district or its supervision"}},
    {"decideReview", {{sl, dl, le}, "the design excludes who decided before; these may decide, and the guard excludes the person"}},
    {"urge", {{sy}, "the rungs of the ladder are urges of the authority"}},
    {"superviseOrder", {{sy}, "the upper rungs of the ladder are orders of the authority"}},
    {"decideAppeal", {{di, op, sl, su}, "the design names only their number; the centre's posts, and the guard asks for two persons"}},
};

} // namespace

TEST(OperationDesign, HasEveryOperationOnceInBothTables)
{
    std::set<std::string_view> designed, programmed;
    for (const auto& row : design)
        EXPECT_TRUE(designed.insert(row.name).second) << row.name;
    for (const auto& spec : operationTable())
        programmed.insert(spec.name);
    EXPECT_EQ(designed, programmed);
    EXPECT_EQ(std::size(design), 93u);
}

TEST(OperationDesign, RolesAreThoseOfTheDesignOrWiderForAReason)
{
    for (const auto& row : design) {
        auto expected = row.who;
        if (const auto more = wider.find(row.name); more != wider.end()) {
            EXPECT_FALSE(expected.meets(more->second.added)) << row.name << ": added though the design has it";
            for (unsigned i = 0; i < roleCount; ++i)
                if (more->second.added.has(static_cast<Role>(i)))
                    expected.add(static_cast<Role>(i));
        }
        const auto kind = parseOperationKind(row.name);
        ASSERT_TRUE(kind) << row.name;
        EXPECT_EQ(specOf(*kind).roles.bits(), expected.bits()) << row.name;
    }
    for (const auto& [name, more] : wider) {
        EXPECT_TRUE(parseOperationKind(name)) << name;
        EXPECT_FALSE(more.added.empty()) << name;
    }
}

TEST(OperationDesign, ClassesAreThoseOfTheDesign)
{
    for (const auto& row : design)
        EXPECT_EQ(nameOf(specOf(*parseOperationKind(row.name)).cls), nameOf(row.cls)) << row.name;
}
