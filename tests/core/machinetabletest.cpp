// SPDX-License-Identifier: GPL-3.0-or-later
// The operation table: complete, and what apply() does follows it for every stage, operation and post.
#include "operationscenarios.h"
#include "tests/support/payloadmaker.h"

#include <algorithm>
#include <map>
#include <set>

using namespace griddesk;
using namespace griddesk::testing;
using K = OperationKind;

namespace {

/// A case in every stage, with its rules.
std::map<Stage, Scenario> everyStage()
{
    std::map<Stage, Scenario> all;
    for (auto i = 0u; i <= static_cast<unsigned>(Stage::Archived); ++i) {
        Scenario s;
        s.upTo(static_cast<Stage>(i));
        all.emplace(static_cast<Stage>(i), std::move(s));
    }
    const auto end = [&](Stage stage, auto&& finish) {
        Scenario s;
        finish(s);
        EXPECT_EQ(s.stage(), stage);
        all.emplace(stage, std::move(s));
    };
    end(Stage::Answered, [](Scenario& s) {
        s.does("op", K::Report, payload({{"source", "web"}, {"text", "问"}, {"demandType", "consult"}})).does("op", K::Answer, payload({{"words", "答"}}));
    });
    end(Stage::Rejected, [](Scenario& s) { s.reported().does("op", K::Reject, payload({{"code", "notOurDuty"}, {"reason", "不属于"}})); });
    end(Stage::ReturnedUp, [](Scenario& s) {
        s.does("op", K::Report, payload({{"source", "superior"}, {"text", "x"}, {"address", "y"}, {"order", payload({{"number", "n1"}, {"platform", "p"}})}}));
        s.does("di", K::ReturnToSource, payload({{"order", "n1"}, {"reason", "x"}})).does("di", K::SourceDecision, payload({{"order", "n1"}, {"agreed", true}}));
    });
    end(Stage::HandedOver, [](Scenario& s) { s.reported().does("op", K::HandOver, payload({{"to", "police110"}, {"receiver", "派出所"}})); });
    end(Stage::Voided, [](Scenario& s) { s.reported().accepted().does("sl", K::Void, payload({{"reason", "重复"}})); });
    end(Stage::Merged, [](Scenario& s) { s.reported().does("op", K::Merge, payload({{"side", "absorbed"}, {"other", "case-9"}})); });
    return all;
}

const std::vector<std::string>& everyPost()
{
    static const std::vector<std::string> posts{"op",      "sl",      "dl",      "di",      "rv",      "su",      "le",      "au",      "ad",
                                                "im",      "sy",      "city-ul", "city-ha", "city-rv", "east-ul", "crew-gl", "crew-gw", "water-ul",
                                                "clean-ul"};
    return posts;
}

} // namespace

TEST(OperationTable, EveryOperationHasRolesClassNameGuardAndFields)
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < operationKindCount; ++i) {
        const auto& spec = operationTable()[i];
        EXPECT_EQ(static_cast<std::size_t>(spec.kind), i);
        EXPECT_FALSE(spec.name.empty());
        EXPECT_TRUE(names.insert(spec.name).second) << spec.name;
        EXPECT_FALSE(spec.roles.empty()) << spec.name;
        EXPECT_TRUE(spec.first || !spec.stages.empty()) << spec.name;
        EXPECT_EQ(parseOperationKind(spec.name).value(), spec.kind);
        EXPECT_EQ(spec.target.assignment, spec.field("assignment") != nullptr) << spec.name;
        EXPECT_EQ(spec.target.assignment, spec.target.states != 0) << spec.name;
        std::set<std::string_view> fields;
        for (const auto& field : spec.fields) {
            EXPECT_TRUE(fields.insert(field.name).second) << spec.name << "." << field.name;
            EXPECT_EQ(field.type == FieldType::Choice, !field.choices.empty()) << spec.name << "." << field.name;
        }
    }
    EXPECT_FALSE(parseOperationKind("nothing"));
    EXPECT_FALSE(parseOperationKind(""));
}

TEST(OperationTable, ClassesAreThoseOfTheDesign)
{
    for (const auto kind : {K::Accept, K::Sign})
        EXPECT_EQ(specOf(kind).cls, OperationClass::Claim);
    for (const auto kind : {K::RequestExtension, K::DecideExtension, K::RequestSuspension, K::DecideSuspension, K::Resume, K::StatutoryPause,
                            K::DecidePlan, K::Replan})
        EXPECT_EQ(specOf(kind).cls, OperationClass::TimeLaw) << specOf(kind).name;
    EXPECT_EQ(specOf(K::Urge).cls, OperationClass::Nudge);
    for (const auto kind : {K::Comment, K::Attach, K::Progress, K::FollowUp, K::Callback})
        EXPECT_EQ(specOf(kind).cls, OperationClass::Additive) << specOf(kind).name;
    std::set<K> pairs;
    for (const auto& spec : operationTable())
        if (spec.pair)
            pairs.insert(spec.kind);
    EXPECT_EQ(pairs, (std::set<K>{K::Merge, K::Unmerge, K::Split, K::Link}));
}

TEST(OperationTable, EveryStageOperationAndPostIsAllowedOrRefusedByTheNamedRule)
{
    const auto stages = everyStage();
    ASSERT_EQ(stages.size(), stageCount);
    std::size_t combinations = 0, allowed = 0;
    std::set<K> everAllowed;
    for (const auto& [stage, s] : stages) {
        std::uint32_t seed = 1;
        PayloadMaker maker(s.rules(), [&seed](std::size_t n) {
            seed = seed * 1664525u + 1013904223u;
            return static_cast<std::size_t>(seed >> 16) % n;
        });
        for (const auto& spec : operationTable())
            for (const auto& post : everyPost()) {
                ++combinations;
                const auto roles = s.rules().posts.at(PostId::literal(post)).roles;
                std::optional<AssignmentId> assignment;
                if (!s.c().assignments.empty())
                    assignment = s.c().assignments.back().id;
                const auto op = s.operation(post, spec.kind, maker.make(spec, &s.c(), assignment, s.now()));
                const auto result = s.tries(op);
                const auto what = std::string(spec.name) + " by " + post + " in " + std::string(nameOf(stage));
                if (result) {
                    ++allowed;
                    everAllowed.insert(spec.kind);
                    EXPECT_TRUE(spec.stages.has(stage)) << what;
                    EXPECT_TRUE(roles.meets(spec.roles)) << what;
                    EXPECT_EQ(result->operations, s.c().operations + 1) << what;
                    continue;
                }
                const auto rule = result.error().rule;
                if (spec.first && spec.stages.empty()) {
                    EXPECT_EQ(rule, RefusalRule::FirstOperation) << what;
                } else if (!roles.meets(spec.roles)) {
                    EXPECT_EQ(rule, RefusalRule::RoleMissing) << what;
                    EXPECT_EQ(result.error().whoCan, spec.roles) << what;
                } else if (!spec.stages.has(stage)) {
                    EXPECT_EQ(rule, RefusalRule::StageClosed) << what;
                } else {
                    EXPECT_TRUE(rule != RefusalRule::StageClosed || spec.kind == K::Merge) << what << ": one side in fewer stages";
                    EXPECT_NE(rule, RefusalRule::FieldUnknown) << what;
                    EXPECT_NE(rule, RefusalRule::FieldType) << what << " " << (result.error().missing.empty() ? "" : result.error().missing.front());
                }
            }
    }
    EXPECT_EQ(combinations, stageCount * operationKindCount * everyPost().size());
    EXPECT_GT(allowed, 1000u);
    // An operation nobody can ever do would pass everything above: each is done in some stage here, or in a case of its own.
    const auto own = ownScenarios();
    for (const auto& spec : operationTable()) {
        const auto scenario = own.find(spec.kind);
        EXPECT_TRUE(everAllowed.contains(spec.kind) || scenario != own.end()) << spec.name << ": to be shown possible once";
        if (scenario != own.end()) {
            const Scenario s = scenario->second();
            ASSERT_FALSE(s.history().empty()) << spec.name;
            EXPECT_EQ(s.history().back().first.kind, spec.kind) << spec.name << " was not done";
        }
    }
    RecordProperty("combinations", static_cast<int>(combinations));
    RecordProperty("allowed", static_cast<int>(allowed));
}

TEST(OperationTable, AllowedListAgreesWithApply)
{
    // what the list allows is refused by apply() at most for its payload; what it refuses is refused with the same rule
    const auto stages = everyStage();
    for (const auto& [stage, s] : stages)
        for (const auto& post : everyPost())
            for (const auto& item : allowedOperations(s.c(), s.actor(post), s.rules(), s.now())) {
                std::uint32_t seed = 7;
                PayloadMaker maker(s.rules(), [&seed](std::size_t n) {
                    seed = seed * 1664525u + 1013904223u;
                    return static_cast<std::size_t>(seed >> 16) % n;
                });
                const auto result = s.tries(s.operation(post, item.kind, maker.make(specOf(item.kind), &s.c(), item.assignment, s.now())));
                const auto what = std::string(nameOf(item.kind)) + " by " + post + " in " + std::string(nameOf(stage));
                if (item.refusal) {
                    ASSERT_FALSE(result) << what;
                    EXPECT_EQ(result.error().rule, item.refusal->rule) << what;
                } else if (!result && item.kind != K::StatutoryPause) { // its phases are different people's
                    EXPECT_NE(result.error().rule, RefusalRule::RoleMissing) << what;
                    EXPECT_NE(result.error().rule, RefusalRule::PostNotHeld) << what;
                }
            }
}

TEST(OperationTable, OperationOfAnUnknownAccountOrForeignPostIsRefused)
{
    Scenario s;
    s.reported();
    auto op = s.operation("op", K::Comment, payload({{"words", "x"}}));
    op.actor.account = AccountId::literal("u-di");
    EXPECT_EQ(s.tries(op).error().rule, RefusalRule::PostNotHeld);
    op.actor = {AccountId::literal("u-op"), PostId::literal("nobody")};
    EXPECT_EQ(s.tries(op).error().rule, RefusalRule::PostNotHeld);
}
