// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl tray: what was refused, and what becomes of it.
#include "opening.h"

#include "models/core/roster.h"
#include "models/wire/canonicaljson.h"

#include <algorithm>
#include <functional>

namespace griddesk::gridctl {

namespace {

/// A refused operation by its id. Errors: UnknownReference.
Result<OutboxItem> refusedItem(DeskConnection& desk, const std::string& name)
{
    auto items = desk.outbox->items();
    if (!items)
        return std::unexpected(items.error());
    const auto found = std::ranges::find_if(*items, [&](const OutboxItem& item) { return item.state == OutboxState::Refused && item.operation.id.text() == name; });
    if (found == items->end())
        return fail(ErrorCode::UnknownReference, "no such operation in the tray", name);
    return *found;
}

/// --as and --post, else who made the refused operation.
Result<Actor> actorOf(const Invocation& invocation, const Rules& rules, const OutboxItem& item, Instant now)
{
    const auto name = invocation.arguments.value("as");
    if (!name)
        return item.operation.actor;
    auto account = AccountId::parse(*name);
    if (!account)
        return usage("--as is not an account", *name);
    if (const auto post = invocation.arguments.value("post")) {
        auto id = PostId::parse(*post);
        if (!id)
            return usage("--post is not a post", *post);
        return Actor{*account, *id};
    }
    const auto posts = postsOf(rules, *account, now);
    if (posts.empty())
        return fail(ErrorCode::UnknownReference, "the account holds no post now", *name);
    const bool same = std::ranges::contains(posts, item.operation.actor.post);
    return Actor{*account, same ? item.operation.actor.post : posts.front()};
}

/// A refused operation, and who settles it in which post.
struct Settling {
    OutboxItem item;
    Actor actor;
    Instant now;
};

/// Opens the profile, finds the operation named first on the command line and lets `settle` do the rest, on the writer.
Result<Answer> settleNamed(const Invocation& invocation, const std::function<Result<Answer>(DeskConnection&, const Settling&)>& settle)
{
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    const auto rules = (*workspace)->rules();
    const Instant now = systemNow();
    return answerOf((*workspace)->write([&](DeskConnection& desk) -> Result<Answer> {
        auto item = refusedItem(desk, invocation.operand(0));
        if (!item)
            return std::unexpected(item.error());
        auto actor = actorOf(invocation, *rules, *item, now);
        if (!actor)
            return std::unexpected(actor.error());
        return settle(desk, {*std::move(item), *std::move(actor), now});
    }));
}

/// Another operation takes its place, on the case as it stands.
Result<Answer> replaceBy(DeskConnection& desk, const Settling& settling, OperationKind kind, Value payload, const char* how)
{
    const Operation& refused = settling.item.operation;
    NewOperation draft{.caseId = refused.caseId, .kind = kind, .payload = std::move(payload), .pairId = {}, .id = {}, .replaces = refused.id};
    auto submitted = desk.submitter->submit(settling.actor, {std::move(draft)}, settling.now, Milliseconds{0});
    if (!submitted)
        return std::unexpected(submitted.error());
    if (!submitted->refusals.empty())
        return fail(ErrorCode::Refused, "the rules refuse it as things stand: " + std::string(nameOf(submitted->refusals.front().refusal.rule)),
                    submitted->refusals.front().refusal.detail);
    if (auto sent = desk.submitter->release(settling.now, true); !sent)
        return std::unexpected(sent.error());
    Answer answer;
    answer.json["operation"] = submitted->operations.front().text();
    answer.json["replaces"] = refused.id.text();
    answer.json["case"] = refused.caseId.text();
    answer.json["how"] = how;
    answer.text = refused.id.text() + " left the tray: " + how + " as " + submitted->operations.front().text() + "\n";
    return answer;
}

} // namespace

Result<Answer> runTrayList(const Invocation& invocation)
{
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    return answerOf((*workspace)->write([&](DeskConnection& desk) -> Result<Answer> {
        auto items = desk.outbox->items();
        if (!items)
            return std::unexpected(items.error());
        Answer answer;
        answer.json["items"] = Json::array();
        for (const auto& item : *items) {
            if (item.state != OutboxState::Refused)
                continue;
            auto state = desk.submitter->viewOf(item.operation.caseId);
            if (!state)
                return std::unexpected(state.error());
            Json one = Json::object();
            one["operation"] = item.operation.id.text();
            one["kind"] = nameOf(item.operation.kind);
            one["case"] = item.operation.caseId.text();
            one["number"] = *state ? Json((*state)->number.empty() ? (*state)->localNumber : (*state)->number) : Json(nullptr);
            one["stage"] = *state ? Json(nameOf((*state)->stage)) : Json(nullptr);
            one["account"] = item.operation.actor.account.text();
            one["savedAt"] = formatInstant(item.savedAt);
            one["outcome"] = item.outcome;
            one["reason"] = item.reason;
            one["payload"] = jsonOf(item.operation.payload);
            answer.text += item.operation.id.text() + "  " + std::string(nameOf(item.operation.kind)) + "  " + item.outcome + " (" + item.reason + ")\n";
            answer.json["items"].push_back(std::move(one));
        }
        answer.json["count"] = answer.json["items"].size();
        if (answer.text.empty())
            answer.text = "Nothing was refused.\n";
        return answer;
    }));
}

Result<Answer> runTrayReissue(const Invocation& invocation)
{
    return settleNamed(invocation, [](DeskConnection& desk, const Settling& settling) {
        const Operation& refused = settling.item.operation;
        return replaceBy(desk, settling, refused.kind, refused.payload, "reissued");
    });
}

Result<Answer> runTrayNote(const Invocation& invocation)
{
    return settleNamed(invocation, [&](DeskConnection& desk, const Settling& settling) {
        const Operation& refused = settling.item.operation;
        std::string words = invocation.arguments.value("words").value_or("");
        if (words.empty()) // what was meant, word for word
            words = std::string(nameOf(refused.kind)) + " " + toCanonical(refused.payload);
        return replaceBy(desk, settling, OperationKind::Comment, Value().set("words", words), "noted");
    });
}

Result<Answer> runTrayWithdraw(const Invocation& invocation)
{
    const auto words = invocation.arguments.value("reason");
    if (!words || words->empty())
        return usage("--reason TEXT says why nothing comes of it");
    return settleNamed(invocation, [&](DeskConnection& desk, const Settling& settling) -> Result<Answer> {
        const OperationId& id = settling.item.operation.id;
        if (auto gone = desk.submitter->withdraw({id}, settling.actor.account.text(), *words, settling.now); !gone)
            return std::unexpected(gone.error());
        Answer answer;
        answer.json["operation"] = id.text();
        answer.json["how"] = "withdrawn";
        answer.text = id.text() + " was withdrawn.\n";
        return answer;
    });
}

} // namespace griddesk::gridctl
