// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl tray: what was refused, and what becomes of it.
#include "opening.h"

#include "models/core/roster.h"
#include "models/wire/canonicaljson.h"

#include <algorithm>

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

Result<Answer> replace(const Invocation& invocation, OperationKind kind, const char* how, const std::function<Result<Value>(const OutboxItem&)>& payload)
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
        auto body = payload(*item);
        if (!body)
            return std::unexpected(body.error());
        NewOperation draft{.caseId = item->operation.caseId,
                           .kind = kind == OperationKind::Comment ? kind : item->operation.kind,
                           .payload = *std::move(body),
                           .pairId = {},
                           .id = {},
                           .replaces = item->operation.id};
        auto submitted = desk.submitter->submit(*actor, {std::move(draft)}, now, Milliseconds{0});
        if (!submitted)
            return std::unexpected(submitted.error());
        if (!submitted->refusals.empty())
            return fail(ErrorCode::Refused, "the rules refuse it as things stand: " + std::string(nameOf(submitted->refusals.front().refusal.rule)),
                        submitted->refusals.front().refusal.detail);
        if (auto sent = desk.submitter->release(now, true); !sent)
            return std::unexpected(sent.error());
        Answer answer;
        answer.json["operation"] = submitted->operations.front().text();
        answer.json["replaces"] = item->operation.id.text();
        answer.json["case"] = item->operation.caseId.text();
        answer.json["how"] = how;
        answer.text = item->operation.id.text() + " left the tray: " + how + " as " + submitted->operations.front().text() + "\n";
        return answer;
    }));
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
    return replace(invocation, OperationKind::Report, "reissued", [](const OutboxItem& item) -> Result<Value> { return item.operation.payload; });
}

Result<Answer> runTrayNote(const Invocation& invocation)
{
    return replace(invocation, OperationKind::Comment, "noted", [&](const OutboxItem& item) -> Result<Value> {
        const auto words = invocation.arguments.value("words");
        std::string text = words.value_or("");
        if (text.empty()) // what was meant, word for word
            text = std::string(nameOf(item.operation.kind)) + " " + toCanonical(item.operation.payload);
        return Value().set("words", text);
    });
}

Result<Answer> runTrayWithdraw(const Invocation& invocation)
{
    const auto words = invocation.arguments.value("reason");
    if (!words || words->empty())
        return usage("--reason TEXT says why nothing comes of it");
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
        if (auto gone = desk.submitter->withdraw({item->operation.id}, actor->account.text(), *words, now); !gone)
            return std::unexpected(gone.error());
        Answer answer;
        answer.json["operation"] = item->operation.id.text();
        answer.json["how"] = "withdrawn";
        answer.text = item->operation.id.text() + " was withdrawn.\n";
        return answer;
    }));
}

} // namespace griddesk::gridctl
