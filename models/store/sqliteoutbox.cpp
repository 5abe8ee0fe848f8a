// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqliteoutbox.h"

#include "transaction.h"

#include "models/wire/canonicaljson.h"

#include <algorithm>

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

constexpr std::uintmax_t tidyAt = 8 * 1024 * 1024; ///< bytes of the salvage file

JournalEntry entryOf(const OutboxItem& item, std::int64_t localNumber)
{
    return {.kind = JournalEntry::Kind::Saved,
            .id = item.operation.id.text(),
            .operation = operationText(item.operation),
            .savedAt = item.savedAt,
            .localNumber = localNumber};
}

} // namespace

Result<Operation> operationOfOutbox(std::string_view text)
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

Result<void> SqliteOutbox::insert(const std::vector<OutboxItem>& items)
{
    for (const auto& item : items)
        if (auto saved = m_database.run("INSERT INTO items (op_id, operation, saved, held_until, state, dev_seq, envelope, outcome, reason)"
                                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                        item.operation.id.text(), operationText(item.operation), msOf(item.savedAt),
                                        msOf(item.heldUntil), static_cast<std::int64_t>(item.state), item.devSeq, item.envelope,
                                        item.outcome, item.reason);
            !saved)
            return saved;
    return {};
}

Result<void> SqliteOutbox::save(const std::vector<OutboxItem>& items, const std::vector<Replacement>& replaced)
{
    std::vector<OperationId> ids, left;
    if (m_journal != nullptr) {
        auto number = lastLocalNumber();
        if (!number)
            return std::unexpected(number.error());
        std::vector<JournalEntry> entries;
        for (const auto& item : items) {
            entries.push_back(entryOf(item, *number));
            ids.push_back(item.operation.id);
        }
        if (auto written = m_journal->append(entries); !written)
            return written;
    }
    auto saved = inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& one : replaced) {
            const auto by = std::ranges::find(items, one.by, [](const OutboxItem& item) { return item.operation.id; });
            if (by == items.end())
                return fail(ErrorCode::InvalidArgument, "what takes the place of a refused operation is saved with it", one.by.text());
            if (auto kept = keepSettled(one.refused, by->operation.actor.account.text(), one.how, {}, one.by.text(), by->savedAt); !kept)
                return kept;
            if (one.refused != one.by) // what is saved again under its own id is not gone
                left.push_back(one.refused);
        }
        return insert(items);
    });
    noteGone(saved ? left : ids); // what was told as not saved must not come back as a draft
    if (saved && m_journal != nullptr && m_journal->size() > tidyAt)
        static_cast<void>(tidyJournal()); // too long a file is no reason to refuse what is saved
    return saved;
}

void SqliteOutbox::noteGone(const std::vector<OperationId>& operations)
{
    if (m_journal == nullptr || operations.empty())
        return;
    std::vector<JournalEntry> entries;
    for (const auto& id : operations)
        entries.push_back({.kind = JournalEntry::Kind::Gone, .id = id.text(), .operation = {}, .savedAt = {}, .localNumber = 0});
    // Without the line the operation may come back as a draft to be looked at: a nuisance, not a loss.
    static_cast<void>(m_journal->append(entries));
}

Result<void> SqliteOutbox::tidyJournal()
{
    if (m_journal == nullptr)
        return {};
    auto held = items();
    auto number = lastLocalNumber();
    if (!held || !number)
        return std::unexpected(held ? number.error() : held.error());
    std::vector<JournalEntry> entries{{.kind = JournalEntry::Kind::Counter, .id = {}, .operation = {}, .savedAt = {}, .localNumber = *number}};
    for (const auto& item : *held)
        entries.push_back(entryOf(item, *number));
    return m_journal->rewrite(entries);
}

Result<void> SqliteOutbox::salvage(const std::vector<OutboxItem>& items, std::int64_t localNumber)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        if (auto inserted = insert(items); !inserted)
            return inserted;
        return m_database.run("INSERT INTO counters (name, last) VALUES ('localNumber', ?)"
                              " ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)",
                              localNumber);
    });
}

Result<std::int64_t> SqliteOutbox::lastLocalNumber()
{
    auto last = m_database.integer("SELECT last FROM counters WHERE name = 'localNumber'");
    if (!last)
        return std::unexpected(last.error());
    return last->value_or(0);
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
    auto done = inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& id : operations) {
            if (auto removed = remove(id, OutboxState::Held, byAccount, "takenBack", at); !removed)
                return removed;
            auto replaced = m_database.text("SELECT op_id FROM settled WHERE replacement = ? AND replacement <> ''", id.text());
            if (!replaced)
                return std::unexpected(replaced.error());
            if (!*replaced)
                continue;
            auto before = OperationId::parse(**replaced);
            if (!before)
                return std::unexpected(before.error());
            if (auto returned = returnSettled(*before, byAccount, "returned", at); !returned)
                return returned;
        }
        return {};
    });
    if (done)
        noteGone(operations);
    return done;
}

Result<void> SqliteOutbox::keepSettled(const OperationId& id, const std::string& byAccount, const std::string& how, const std::string& words,
                                       const std::string& replacement, Instant at)
{
    if (auto kept = m_database.run("INSERT INTO settled (op_id, operation, saved, held_until, dev_seq, envelope, outcome, reason, how, account, words, at, replacement)"
                                   " SELECT op_id, operation, saved, held_until, dev_seq, envelope, outcome, reason, ?, ?, ?, ?, ? FROM items"
                                   " WHERE op_id = ? AND state = ?",
                                   how, byAccount, words, msOf(at), replacement, id.text(), static_cast<std::int64_t>(OutboxState::Refused));
        !kept)
        return kept;
    return remove(id, OutboxState::Refused, byAccount, how, at);
}

Result<void> SqliteOutbox::returnSettled(const OperationId& id, const std::string& byAccount, const std::string& what, Instant at)
{
    if (auto back = m_database.run("INSERT INTO items (op_id, operation, saved, held_until, state, dev_seq, envelope, outcome, reason)"
                                   " SELECT op_id, operation, saved, held_until, ?, dev_seq, envelope, outcome, reason FROM settled WHERE op_id = ?",
                                   static_cast<std::int64_t>(OutboxState::Refused), id.text());
        !back)
        return back;
    if (auto gone = m_database.run("DELETE FROM settled WHERE op_id = ?", id.text()); !gone)
        return gone;
    if (m_journal != nullptr) {
        auto back = m_database.text("SELECT operation FROM items WHERE op_id = ?", id.text());
        if (!back)
            return std::unexpected(back.error());
        if (auto written = m_journal->append({{.kind = JournalEntry::Kind::Saved, .id = id.text(), .operation = back->value_or(""), .savedAt = at, .localNumber = 0}}); !written)
            return written;
    }
    return note(byAccount, what, id.text(), {}, at);
}

Result<void> SqliteOutbox::withdraw(const std::vector<OperationId>& operations, const std::string& byAccount, const std::string& words, Instant at)
{
    auto done = inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& id : operations)
            if (auto kept = keepSettled(id, byAccount, "withdrawn", words, {}, at); !kept)
                return kept;
        return {};
    });
    if (done)
        noteGone(operations);
    return done;
}

Result<void> SqliteOutbox::putBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant at)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& id : operations) {
            auto withdrawn = m_database.integer("SELECT count(*) FROM settled WHERE op_id = ? AND replacement = ''", id.text());
            if (!withdrawn)
                return std::unexpected(withdrawn.error());
            if (*withdrawn != 1)
                return fail(ErrorCode::Refused, "the operation was not withdrawn", id.text());
            if (auto returned = returnSettled(id, byAccount, "putBack", at); !returned)
                return returned;
        }
        return {};
    });
}

Result<std::vector<SettledItem>> SqliteOutbox::settledItems(std::size_t limit)
{
    std::vector<SettledItem> settled;
    auto rows = m_database.statement("SELECT operation, saved, held_until, dev_seq, envelope, outcome, reason, how, account, words, at, replacement"
                                     " FROM settled ORDER BY id DESC LIMIT ?");
    rows.bindAll(static_cast<std::int64_t>(limit));
    while (rows.step()) {
        auto operation = operationOfOutbox(rows.text(0));
        if (!operation)
            return std::unexpected(operation.error());
        SettledItem one{.item = {.operation = *std::move(operation),
                                 .savedAt = instantFromMs(rows.integer(1)),
                                 .heldUntil = instantFromMs(rows.integer(2)),
                                 .state = OutboxState::Refused,
                                 .devSeq = rows.integer(3),
                                 .envelope = std::string(rows.text(4)),
                                 .outcome = std::string(rows.text(5)),
                                 .reason = std::string(rows.text(6))},
                        .how = std::string(rows.text(7)),
                        .byAccount = std::string(rows.text(8)),
                        .words = std::string(rows.text(9)),
                        .at = instantFromMs(rows.integer(10)),
                        .replacement = {}};
        if (const auto text = rows.text(11); !text.empty()) {
            auto replacement = OperationId::parse(text);
            if (!replacement)
                return std::unexpected(replacement.error());
            one.replacement = *std::move(replacement);
        }
        settled.push_back(std::move(one));
    }
    if (auto ok = rows.result(); !ok)
        return std::unexpected(ok.error());
    return settled;
}

Result<std::int64_t> SqliteOutbox::refusedCount()
{
    auto count = m_database.integer("SELECT count(*) FROM items WHERE state = ?", static_cast<std::int64_t>(OutboxState::Refused));
    if (!count)
        return std::unexpected(count.error());
    return count->value_or(0);
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

Result<void> SqliteOutbox::answered(const std::vector<Answered>& answers, Instant at)
{
    constexpr auto sealed = static_cast<std::int64_t>(OutboxState::Sealed);
    return inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& answer : answers) {
            const std::string& id = answer.operation.text();
            if (auto kept = m_database.run("INSERT INTO sent (op_id, epoch, dev_seq, envelope, at)"
                                           " SELECT op_id, (SELECT epoch FROM chain WHERE id = 1), dev_seq, envelope, ? FROM items WHERE op_id = ? AND state = ?"
                                           " ON CONFLICT (op_id) DO NOTHING",
                                           msOf(at), id, sealed);
                !kept)
                return kept;
            Result<void> done;
            if (answer.refused)
                done = m_database.run("UPDATE items SET state = ?, outcome = ?, reason = ? WHERE op_id = ? AND state = ?",
                                      static_cast<std::int64_t>(OutboxState::Refused), answer.outcome, answer.reason, id, sealed);
            else if (answer.applied)
                done = m_database.run("UPDATE items SET state = ?, ack_seq = ?, outcome = ? WHERE op_id = ? AND state = ?",
                                      static_cast<std::int64_t>(OutboxState::Acknowledged), answer.seq, answer.outcome, id, sealed);
            else
                done = m_database.run("DELETE FROM items WHERE op_id = ? AND state = ?", id, sealed);
            if (!done)
                return done;
        }
        return {};
    });
}

Result<void> SqliteOutbox::confirmed(const std::vector<OperationId>& operations)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        for (const auto& id : operations)
            if (auto gone = m_database.run("DELETE FROM items WHERE op_id = ? AND state = ?", id.text(), static_cast<std::int64_t>(OutboxState::Acknowledged)); !gone)
                return gone;
        return {};
    });
}

Result<std::vector<SentCopy>> SqliteOutbox::sentAfter(std::int64_t epoch, std::int64_t seq, std::size_t limit)
{
    std::vector<SentCopy> copies;
    auto rows = m_database.statement("SELECT epoch, dev_seq, envelope FROM sent WHERE epoch = ? AND dev_seq > ? ORDER BY dev_seq LIMIT ?");
    rows.bindAll(epoch, seq, static_cast<std::int64_t>(limit));
    while (rows.step())
        copies.push_back({.epoch = rows.integer(0), .devSeq = rows.integer(1), .envelope = std::string(rows.text(2))});
    if (auto ok = rows.result(); !ok)
        return std::unexpected(ok.error());
    return copies;
}

Result<void> SqliteOutbox::putInTray(const std::vector<OutboxItem>& items)
{
    return inTransaction(m_database, [&]() -> Result<void> {
        std::vector<OutboxItem> fresh;
        for (const auto& item : items) {
            auto known = m_database.integer("SELECT (SELECT count(*) FROM items WHERE op_id = ?1) + (SELECT count(*) FROM settled WHERE op_id = ?1)", item.operation.id.text());
            if (!known)
                return std::unexpected(known.error());
            if (*known == 0)
                fresh.push_back(item);
        }
        return insert(fresh);
    });
}

Result<void> SqliteOutbox::forgetSent(Instant before) { return m_database.run("DELETE FROM sent WHERE at < ?", msOf(before)); }

Result<std::vector<OutboxItem>> SqliteOutbox::items()
{
    std::vector<OutboxItem> items;
    auto rows = m_database.statement("SELECT operation, saved, held_until, state, dev_seq, envelope, outcome, reason, ack_seq FROM items ORDER BY id");
    while (rows.step()) {
        auto operation = operationOfOutbox(rows.text(0));
        if (!operation)
            return std::unexpected(operation.error());
        const auto state = rows.integer(3);
        if (state < 0 || state > static_cast<std::int64_t>(OutboxState::Acknowledged))
            return fail(ErrorCode::FileDamaged, "an item of the outbox has no known state", operation->id.text());
        items.push_back(OutboxItem{.operation = *std::move(operation),
                                   .savedAt = instantFromMs(rows.integer(1)),
                                   .heldUntil = instantFromMs(rows.integer(2)),
                                   .state = static_cast<OutboxState>(state),
                                   .devSeq = rows.integer(4),
                                   .envelope = std::string(rows.text(5)),
                                   .outcome = std::string(rows.text(6)),
                                   .reason = std::string(rows.text(7)),
                                   .ackSeq = rows.integer(8)});
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
