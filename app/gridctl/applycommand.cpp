// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl case apply: doing something with one case, or with two.
#include "pairs.h"
#include "payloads.h"

#include "errortexts.h"

#include "app/common/caseview.h"

#include "models/core/deadline.h"
#include "models/core/roster.h"
#include "models/exchange/jsonfile.h"
#include "models/wire/envelope.h"
#include "models/wire/uuid.h"

#include <algorithm>
#include <iostream>
#include <iterator>

namespace griddesk::gridctl {

namespace {

/// What was saved, and the case it was about as it stands now.
struct Done {
    Submission submission;
    CaseView view;
    std::optional<CaseId> other; ///< the second case of a pair
    bool repeated = false;
};

/// The post the account uses: the one named, else the first it holds that bears a role for the operation.
Result<Actor> actorFor(const Rules& rules, const Invocation& invocation, const OperationSpec& spec, Instant at)
{
    const auto as = invocation.arguments.value("as");
    if (!as)
        return usage("who does it? Give --as ACCOUNT");
    auto account = AccountId::parse(*as);
    if (!account || !rules.accounts.contains(*account))
        return fail(ErrorCode::UnknownReference, "the rules know no such account", *as);
    if (const auto given = invocation.arguments.value("post")) {
        auto post = PostId::parse(*given);
        if (!post)
            return std::unexpected(post.error());
        return Actor{*account, *post};
    }
    const auto posts = postsOf(rules, *account, at);
    for (const auto& post : posts)
        if (rules.posts.at(post).roles.meets(spec.roles))
            return Actor{*account, post};
    if (posts.empty())
        return fail(ErrorCode::UnknownReference, "the account holds no post at that time", *as);
    return Actor{*account, posts.front()};
}

Result<Value> payloadOf(const Invocation& invocation, const OperationSpec& spec)
{
    Value payload;
    if (const auto file = invocation.arguments.value("payload")) {
        Result<Value> read = *file == "-"
            ? [] {
                  auto source = memoryByteSource(std::string(std::istreambuf_iterator<char>(std::cin), {}), "standard input");
                  return readJson(*source);
              }()
            : readJsonFile(*file);
        if (!read)
            return read;
        payload = *std::move(read);
    }
    for (const auto& word : invocation.arguments.values("set"))
        if (auto set = setField(payload, spec, word); !set)
            return std::unexpected(set.error());
    return payload;
}

Result<Instant> timeOf(const Invocation& invocation, const Rules& rules, Instant now)
{
    const auto text = invocation.arguments.value("at");
    if (!text)
        return now;
    const auto calendar = rules.calendars.find(rules.calendar);
    auto at = calendar != rules.calendars.end() ? parseLocalTime(*text, calendar->second->calendar()) : parseInstant(*text);
    if (!at)
        return usage(at.error().detail, *text);
    if (*at > now)
        return fail(ErrorCode::OutOfRange, "--at lies in the future", *text);
    return at;
}

/// The first member in which a logged operation is something else than what is asked for now; empty when it is the same.
/// What the desk adds by itself (a local number) does not count.
std::string difference(const Operation& logged, const NewOperation& asked, const Actor& actor, bool postNamed)
{
    if (logged.kind != asked.kind)
        return "operation";
    if (asked.caseId && *asked.caseId != logged.caseId)
        return "case";
    if (logged.actor.account != actor.account || (postNamed && logged.actor.post != actor.post))
        return "actor";
    Value kept = logged.payload;
    if (const auto* number = logged.payload.find("localNumber"); number != nullptr && !asked.payload.has("localNumber")) {
        kept = Value{};
        for (const auto& [key, member] : *logged.payload.object())
            if (key != "localNumber")
                kept.set(key, member);
    }
    const auto members = [](const Value& value) { return value.object() != nullptr ? *value.object() : Value::Object{}; };
    return members(kept) == members(asked.payload) ? std::string{} : std::string("payload");
}

Result<std::optional<Operation>> loggedOperation(LogStore& log, const OperationId& id)
{
    auto known = log.findOperation(id);
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return std::optional<Operation>{};
    auto sealed = readEnvelope((*known)->envelope);
    if (!sealed)
        return std::unexpected(sealed.error());
    if (!isApplied((*known)->outcome))
        return fail(ErrorCode::Refused, std::string(nameOf((*known)->outcome)) + " when it was sent before: " + (*known)->reason, id.text());
    return std::optional{std::move(sealed->envelope.op)};
}

/// The other half of a pair in the log.
Result<std::optional<Operation>> otherHalf(LogStore& log, const Operation& one)
{
    auto other = CaseId::parse(one.payload.textOr("other"));
    if (one.pairId.empty() || !other)
        return std::optional<Operation>{};
    auto history = log.caseHistory(*other);
    if (!history)
        return std::unexpected(history.error());
    for (const auto& entry : *history) {
        auto sealed = readEnvelope(entry.envelope);
        if (!sealed)
            return std::unexpected(sealed.error());
        if (sealed->envelope.op.pairId == one.pairId && sealed->envelope.op.id != one.id)
            return std::optional{std::move(sealed->envelope.op)};
    }
    return std::optional<Operation>{};
}

/// What is to be saved: one operation, or the two halves of a pair. The new case of a split that was logged before is the
/// one it made then.
Result<std::vector<NewOperation>> draftsOf(DeskConnection& desk, NewOperation asked, std::optional<CaseId> other, const std::optional<Operation>& logged,
                                           Instant now)
{
    if (!specOf(asked.kind).pair)
        return std::vector{std::move(asked)};
    auto view = viewCase(desk, *asked.caseId);
    if (!view)
        return std::unexpected(view.error());
    if (!view->state)
        return fail(ErrorCode::UnknownReference, "no such case", asked.caseId->text());
    if (asked.kind == OperationKind::Split) {
        auto before = logged ? CaseId::parse(logged->payload.textOr("other")) : CaseId::parse(desk.submitter->newId(now));
        if (!before)
            return std::unexpected(before.error());
        other = *std::move(before);
    }
    if (logged && logged->kind == asked.kind) // a side that was not said was settled then, on the case as it stood
        if (const auto* side = logged->payload.find("side"); side != nullptr && !asked.payload.has("side"))
            asked.payload.set("side", *side);
    return bothHalves(std::move(asked), *view->state, *other);
}

/// Saves; or finds that the very same was saved before under this id, so that a call repeated after a crash does nothing
/// twice. Errors: Duplicate when the id belongs to something else.
Result<Done> save(DeskConnection& desk, const Actor& actor, const NewOperation& asked, const std::optional<CaseId>& other, bool postNamed, Instant at,
                  Instant now)
{
    auto logged = asked.id ? loggedOperation(*desk.log, *asked.id) : Result<std::optional<Operation>>{std::optional<Operation>{}};
    if (!logged)
        return std::unexpected(logged.error());
    auto drafts = draftsOf(desk, asked, other, *logged, now);
    if (!drafts)
        return std::unexpected(drafts.error());
    Done done;
    if (drafts->size() == 2)
        done.other = drafts->back().caseId;
    if (*logged) {
        auto differs = difference(**logged, drafts->front(), actor, postNamed);
        if (differs.empty() && drafts->size() == 2) {
            auto second = otherHalf(*desk.log, **logged);
            if (!second)
                return std::unexpected(second.error());
            differs = *second ? difference(**second, drafts->back(), actor, postNamed) : "payload";
        }
        if (!differs.empty())
            return fail(ErrorCode::Duplicate, "the id belongs to an operation with another " + differs, asked.id->text());
        done.repeated = true;
        done.submission.operations = {(*logged)->id};
        done.submission.cases = {(*logged)->caseId};
    } else {
        auto submitted = desk.submitter->submit(actor, *std::move(drafts), at, Milliseconds{0}, now);
        if (!submitted)
            return std::unexpected(submitted.error());
        done.submission = *std::move(submitted);
    }
    if (!done.submission.refusals.empty())
        return done;
    auto view = viewCase(desk, done.submission.cases.front());
    if (!view)
        return std::unexpected(view.error());
    done.view = *std::move(view);
    return done;
}

Answer answerWith(const Done& done, OperationKind kind)
{
    Answer answer;
    answer.json["case"] = done.submission.cases.front().text();
    answer.json["operation"] = done.submission.operations.front().text();
    answer.json["repeated"] = done.repeated;
    if (!done.view.state)
        return answer;
    const Case& state = *done.view.state;
    if (done.other)
        answer.json["other"] = done.other->text();
    answer.json["number"] = state.number;
    answer.json["localNumber"] = state.localNumber;
    answer.json["stage"] = nameOf(state.stage);
    answer.json["assignments"] = Json::array();
    for (const auto& assignment : state.assignments)
        answer.json["assignments"].push_back({{"id", assignment.id.text()},
                                              {"level", assignment.level},
                                              {"unit", assignment.unit.text()},
                                              {"role", nameOf(assignment.role)},
                                              {"state", nameOf(assignment.state)}});
    answer.text = (state.number.empty() ? state.localNumber.empty() ? state.id.text() : state.localNumber : state.number) + ": "
        + std::string(nameOf(kind)) + ", now " + std::string(nameOf(state.stage)) + "\n";
    return answer;
}

} // namespace

Result<Answer> runCaseApply(const Invocation& invocation)
{
    auto kind = parseOperationKind(invocation.operand(0));
    if (!kind)
        return usage("no such operation", invocation.operand(0));
    const OperationSpec& spec = specOf(*kind);
    auto payload = payloadOf(invocation, spec);
    if (!payload)
        return std::unexpected(payload.error());
    const bool named = invocation.arguments.operands().size() == 2;
    const bool split = *kind == OperationKind::Split;
    if (!named && (!spec.first || split))
        return usage("which case? Give its number");
    const auto otherName = invocation.arguments.value("other");
    if (spec.pair && !split && !otherName)
        return usage("it touches two cases. Name the second by --other NUMBER");
    if (otherName && (!spec.pair || split))
        return usage(split ? "the second case of a split is a new one" : "it touches one case only", "--other " + *otherName);

    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    const auto rules = (*workspace)->rules();
    const Instant now = systemNow();
    auto at = timeOf(invocation, *rules, now);
    if (!at)
        return std::unexpected(at.error());
    NewOperation operation{.caseId = {}, .kind = *kind, .payload = *std::move(payload), .pairId = {}};
    std::optional<CaseId> other;
    for (const auto& [name, into] : {std::pair{named ? std::optional(invocation.operand(1)) : std::nullopt, &operation.caseId}, std::pair{otherName, &other}}) {
        if (!name)
            continue;
        auto id = caseNamed(**workspace, *name);
        if (!id)
            return std::unexpected(id.error());
        *into = *std::move(id);
    }
    if (const auto text = invocation.arguments.value("operation")) {
        if (!isUuid7(*text))
            return usage("--operation is a UUID of version 7", *text);
        operation.id = OperationId::literal(*text);
    }
    auto actor = actorFor(*rules, invocation, spec, *at);
    if (!actor)
        return std::unexpected(actor.error());
    const BlobStore blobs((*workspace)->profile().paths().blobs(), (*workspace)->profile().key());
    for (const auto& word : invocation.arguments.values("evidence"))
        if (auto added = addEvidence(operation.payload, blobs, word); !added)
            return std::unexpected(added.error());
    if (auto there = checkEvidence(operation.payload, blobs); !there)
        return std::unexpected(there.error());

    auto done = answerOf((*workspace)->write([&](DeskConnection& desk) {
        return save(desk, *actor, operation, other, invocation.arguments.has("post"), *at, now);
    }));
    if (!done)
        return std::unexpected(done.error());
    if (!done->submission.refusals.empty())
        return fail(ErrorCode::Refused, sentence(done->submission.refusals.front().refusal), std::string(nameOf(*kind)));
    if (const auto& unsent = done->submission.unsent)
        return fail(unsent->code, "saved, and sent at the next start; now: " + unsent->detail, unsent->context);
    return answerWith(*done, *kind);
}

} // namespace griddesk::gridctl
