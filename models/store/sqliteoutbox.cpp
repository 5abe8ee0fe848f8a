// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqliteoutbox.h"

#include "transaction.h"

#include "models/wire/canonicaljson.h"

namespace griddesk {

namespace {

/// A held operation has no envelope yet; this is how it is kept until it gets one.
std::string operationText(const Operation& operation)
{
    Value value;
    value.set("account", operation.actor.account.text());
    value.set("caseId", operation.caseId.text());
    value.set("id", operation.id.text());
    value.set("kind", nameOf(operation.kind));
    value.set("pairId", operation.pairId);
    value.set("payload", operation.payload);
    value.set("post", operation.actor.post.text());
    value.set("rules", operation.rules);
    return toCanonical(value);
}

Result<Operation> operationFrom(std::string_view text)
{
    auto value = fromCanonical(text);
    if (!value)
        return std::unexpected(value.error());
    auto id = OperationId::parse(value->textOr("id"));
    auto caseId = CaseId::parse(value->textOr("caseId"));
    auto kind = parseOperationKind(value->textOr("kind"));
    auto account = AccountId::parse(value->textOr("account"));
    auto post = PostId::parse(value->textOr("post"));
    const Value* payload = value->find("payload");
    if (!id || !caseId || !kind || !account || !post || payload == nullptr)
        return fail(ErrorCode::FileDamaged, "an operation of the outbox cannot be read", std::string(value->textOr("id")));
    return Operation{.id = *std::move(id),
                     .caseId = *std::move(caseId),
                     .kind = *kind,
                     .actor = Actor{*std::move(account), *std::move(post)},
                     .rules = std::string(value->textOr("rules")),
                     .payload = *payload,
                     .pairId = std::string(value->textOr("pairId"))};
}

} // namespace

Result<void> SqliteOutbox::save(const std::vector<OutboxItem>& items)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& item : items)
            if (auto saved = m_database.run("INSERT INTO items (op_id, operation, saved, held_until, state, dev_seq, envelope, outcome, reason)"
                                            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                            item.operation.id.text(), operationText(item.operation), msOf(item.savedAt),
                                            msOf(item.heldUntil), static_cast<std::int64_t>(item.state), item.devSeq, item.envelope,
                                            item.outcome, item.reason);
                !saved)
                return saved;
        return {};
    });
}

Result<void> SqliteOutbox::remove(const OperationId& id, OutboxState state, const std::string& byAccount, const std::string& what, Instant at)
{
    if (auto noted = m_database.run("INSERT INTO audit (at, account, what, op_id, operation)"
                                    " SELECT ?, ?, ?, op_id, operation FROM items WHERE op_id = ? AND state = ?",
                                    msOf(at), byAccount, what, id.text(), static_cast<std::int64_t>(state));
        !noted)
        return noted;
    if (auto removed = m_database.run("DELETE FROM items WHERE op_id = ? AND state = ?", id.text(), static_cast<std::int64_t>(state)); !removed)
        return removed;
    if (m_database.changes() != 1)
        return fail(ErrorCode::Refused, "the operation is not in that state any more", id.text());
    return {};
}

Result<void> SqliteOutbox::takeBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant at)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& id : operations)
            if (auto removed = remove(id, OutboxState::Held, byAccount, "takenBack", at); !removed)
                return removed;
        return {};
    });
}

Result<void> SqliteOutbox::dismiss(const OperationId& id, const std::string& byAccount, const std::string& how, Instant at)
{
    return inTransaction(m_database, [&] { return remove(id, OutboxState::Refused, byAccount, how, at); });
}

Result<void> SqliteOutbox::putChain(const ChainHead& head)
{
    return m_database.run("INSERT INTO chain (id, device, stream, epoch, last_seq, last_hash) VALUES (1, ?, ?, ?, ?, ?)"
                          " ON CONFLICT (id) DO UPDATE SET device = excluded.device, stream = excluded.stream, epoch = excluded.epoch,"
                          " last_seq = excluded.last_seq, last_hash = excluded.last_hash",
                          head.device.text(), head.stream, head.epoch, head.lastSeq, head.lastHash.hex());
}

Result<void> SqliteOutbox::seal(const std::vector<OutboxItem>& items, const ChainHead& head)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& item : items)
            if (auto sealed = m_database.run("UPDATE items SET state = ?, dev_seq = ?, envelope = ? WHERE op_id = ?",
                                             static_cast<std::int64_t>(OutboxState::Sealed), item.devSeq, item.envelope,
                                             item.operation.id.text());
                !sealed)
                return sealed;
        return putChain(head);
    });
}

Result<void> SqliteOutbox::settle(const OperationId& id, bool refused, const std::string& outcome, const std::string& reason)
{
    if (!refused)
        return m_database.run("DELETE FROM items WHERE op_id = ?", id.text());
    return m_database.run("UPDATE items SET state = ?, outcome = ?, reason = ? WHERE op_id = ?",
                          static_cast<std::int64_t>(OutboxState::Refused), outcome, reason, id.text());
}

Result<std::vector<OutboxItem>> SqliteOutbox::items()
{
    std::vector<OutboxItem> items;
    auto rows = m_database.statement("SELECT operation, saved, held_until, state, dev_seq, envelope, outcome, reason FROM items ORDER BY id");
    while (rows.step()) {
        auto operation = operationFrom(rows.text(0));
        if (!operation)
            return std::unexpected(operation.error());
        const auto state = rows.integer(3);
        if (state < 0 || state > static_cast<std::int64_t>(OutboxState::Refused))
            return fail(ErrorCode::FileDamaged, "an item of the outbox has no known state", operation->id.text());
        items.push_back(OutboxItem{.operation = *std::move(operation),
                                   .savedAt = instantFromMs(rows.integer(1)),
                                   .heldUntil = instantFromMs(rows.integer(2)),
                                   .state = static_cast<OutboxState>(state),
                                   .devSeq = rows.integer(4),
                                   .envelope = std::string(rows.text(5)),
                                   .outcome = std::string(rows.text(6)),
                                   .reason = std::string(rows.text(7))});
    }
    if (auto ok = rows.result(); !ok)
        return std::unexpected(ok.error());
    return items;
}

Result<std::optional<ChainHead>> SqliteOutbox::chainHead()
{
    auto row = m_database.statement("SELECT device, stream, epoch, last_seq, last_hash FROM chain WHERE id = 1");
    if (!row.step()) {
        if (auto ok = row.result(); !ok)
            return std::unexpected(ok.error());
        return std::optional<ChainHead>{};
    }
    auto device = DeviceId::parse(row.text(0));
    auto hash = Hash::parse(row.text(4));
    if (!device || !hash)
        return fail(ErrorCode::FileDamaged, "the head of the device's chain cannot be read");
    return std::optional{ChainHead{.device = *std::move(device),
                                   .stream = std::string(row.text(1)),
                                   .epoch = row.integer(2),
                                   .lastSeq = row.integer(3),
                                   .lastHash = *hash}};
}

Result<void> SqliteOutbox::note(const std::string& byAccount, const std::string& what, const std::string& about, const std::string& words, Instant at)
{
    return m_database.run("INSERT INTO audit (at, account, what, op_id, operation) VALUES (?, ?, ?, ?, ?)", msOf(at), byAccount, what, about, words);
}

Result<std::int64_t> SqliteOutbox::nextLocalNumber()
{
    auto next = m_database.integer("INSERT INTO counters (name, last) VALUES ('localNumber', 1)"
                                   " ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last");
    if (!next)
        return std::unexpected(next.error());
    return next->value_or(0);
}

} // namespace griddesk
