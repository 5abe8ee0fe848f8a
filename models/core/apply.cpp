// SPDX-License-Identifier: GPL-3.0-or-later
#include "apply.h"

#include "machine/context.h"
#include "roster.h"

#include <algorithm>

namespace griddesk {

namespace {

using machine::Context;
using machine::refuse;
using machine::Verdict;
using Rule = RefusalRule;

/// The actor's post, or why he may not act.
struct Bearer {
    const Post* post = nullptr;
    Verdict verdict;
};

Bearer bearerOf(const Actor& actor, const OperationSpec& spec, const Rules& rules, Instant at)
{
    const auto found = rules.posts.find(actor.post);
    if (found == rules.posts.end() || tenureOf(rules, actor.account, actor.post, at) == nullptr)
        return {nullptr, refuse(Rule::PostNotHeld, actor.post.text(), {}, spec.roles)};
    if (!found->second.roles.meets(spec.roles))
        return {&found->second, refuse(Rule::RoleMissing, actor.post.text(), {}, spec.roles)};
    return {&found->second, {}};
}

Verdict stageGuard(const OperationSpec& spec, Stage stage)
{
    if (spec.stages.has(stage))
        return {};
    return refuse(Rule::StageClosed, std::string(nameOf(stage)), {}, {});
}

Verdict targetGuard(const TargetSpec& target, const Assignment& a)
{
    const bool levelFits = a.level == 1 ? target.level1 : target.level2;
    const bool roleFits = a.level != 1 || (a.role == AssignmentRole::Lead ? target.lead : target.assist);
    if (!levelFits || !roleFits)
        return refuse(Rule::AssignmentLevel, a.id.text());
    if (!target.allows(a.state))
        return refuse(Rule::AssignmentState, a.id.text() + " " + std::string(nameOf(a.state)));
    return {};
}

/// What holds before a payload is looked at: the operation fits the case, its history and its rules.
Verdict frameGuard(const std::optional<Case>& before, const Operation& op, const OperationSpec& spec, const Rules& rules, Instant at)
{
    if (before) {
        if (before->id != op.caseId)
            return refuse(Rule::WrongCase, before->id.text());
        if (before->lastOperation == op.id)
            return refuse(Rule::Repeated, op.id.text());
        if (spec.first && spec.stages.empty())
            return refuse(Rule::FirstOperation, "the case has begun");
        if (at < before->changedAt)
            return refuse(Rule::BeforeHistory, formatInstant(before->changedAt));
    } else if (!spec.first) {
        return refuse(Rule::FirstOperation, "there is no such case");
    }
    if (op.rules != rules.hash)
        return refuse(Rule::RulesMismatch, rules.hash);
    if (spec.pair != !op.pairId.empty() || op.pairId.size() > 64)
        return refuse(Rule::PairMissing, {}, {"pairId"});
    return {};
}

} // namespace

std::expected<Case, Refusal> apply(const std::optional<Case>& before, const Operation& operation, const Rules& rules, Instant at)
{
    const auto& spec = specOf(operation.kind);
    if (auto verdict = frameGuard(before, operation, spec, rules, at))
        return std::unexpected(std::move(*verdict));
    const auto bearer = bearerOf(operation.actor, spec, rules, at);
    if (bearer.verdict)
        return std::unexpected(*bearer.verdict);
    if (before)
        if (auto verdict = stageGuard(spec, before->stage))
            return std::unexpected(std::move(*verdict));
    if (auto verdict = machine::checkPayload(spec, operation.payload, rules, at))
        return std::unexpected(std::move(*verdict));

    Case after = before ? *before : Case{.id = operation.caseId};
    Context x{.c = after,
              .op = operation,
              .spec = spec,
              .rules = rules,
              .at = at,
              .post = *bearer.post,
              .trace = {operation.actor.account, operation.actor.post, at},
              .target = nullptr,
              .first = !before};
    if (spec.target.assignment) {
        const auto id = AssignmentId::parse(operation.payload.textOr("assignment"));
        x.target = id ? findAssignment(after, *id) : nullptr;
        if (x.target == nullptr)
            return std::unexpected(refuse(Rule::AssignmentUnknown, std::string(operation.payload.textOr("assignment")), {"assignment"}));
        if (auto verdict = targetGuard(spec.target, *x.target))
            return std::unexpected(std::move(*verdict));
    }
    const auto& handler = machine::handlerOf(operation.kind);
    if (auto verdict = handler.guard(x))
        return std::unexpected(std::move(*verdict));
    if (auto verdict = handler.effect(x))
        return std::unexpected(std::move(*verdict));
    machine::keepEvidence(x);
    after.lastOperation = operation.id;
    after.changedAt = at;
    ++after.operations;
    return after;
}

bool needsNumber(const Case& c) noexcept { return c.number.empty() && (c.acceptedAt || c.imported); }

std::vector<AllowedOperation> allowedOperations(const Case& c, const Actor& actor, const Rules& rules, Instant at)
{
    std::vector<AllowedOperation> result;
    Case copy = c;
    for (const auto& spec : operationTable()) {
        if (!spec.stages.has(c.stage))
            continue;
        const auto bearer = bearerOf(actor, spec, rules, at);
        const auto judge = [&](Assignment* target) {
            Verdict verdict = bearer.verdict;
            if (!verdict) {
                const Operation probe{.id = OperationId::literal("probe"), .caseId = c.id, .kind = spec.kind, .actor = actor, .rules = rules.hash, .payload = {}, .pairId = {}};
                const Context x{.c = copy, .op = probe, .spec = spec, .rules = rules, .at = at, .post = *bearer.post,
                                .trace = {actor.account, actor.post, at}, .target = target, .first = false};
                verdict = machine::handlerOf(spec.kind).guard(x);
            }
            result.push_back({spec.kind, target != nullptr ? std::optional(target->id) : std::nullopt, std::move(verdict)});
        };
        if (!spec.target.assignment) {
            judge(nullptr);
            continue;
        }
        for (auto& a : copy.assignments)
            if (!targetGuard(spec.target, a))
                judge(&a);
    }
    return result;
}

bool mayRevealContact(const Case& c, const Actor& actor, const Rules& rules, Instant at)
{
    const auto found = rules.posts.find(actor.post);
    if (found == rules.posts.end() || tenureOf(rules, actor.account, actor.post, at) == nullptr || c.reporters.empty())
        return false;
    const auto& post = found->second;
    if (post.roles.meets({Role::Operator, Role::ShiftLeader}))
        return true; // the desk, through which a handler reaches everybody else
    if (c.demandType != "help" && c.demandType != "complaint")
        return false;
    const bool consented = std::ranges::all_of(c.reporters, [](const Reporter& r) { return r.consent && !r.confidential && !r.anonymous; });
    const bool handles = post.roles.meets({Role::Handler, Role::UnitLead, Role::GridLead, Role::GridWorker, Role::Community})
        && std::ranges::any_of(c.assignments, [&](const Assignment& a) { return a.live() && a.unit == post.unit; });
    return consented && handles;
}

} // namespace griddesk
