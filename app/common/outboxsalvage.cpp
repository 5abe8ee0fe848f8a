// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxsalvage.h"

#include "models/core/numbers.h"
#include "models/store/logschema.h"
#include "models/store/migrations.h"
#include "models/store/outboxjournal.h"
#include "models/wire/envelope.h"

#include <algorithm>
#include <set>

namespace griddesk {

namespace {

constexpr std::uintmax_t readWhole = 8 * 1024 * 1024; ///< an outbox up to this size is read to its last page

/// Everything the desk will ask of it later can be read now.
Result<void> readable(const DeskFiles& files)
{
    auto database = openDatabase(files.outbox, files.outboxKey, outboxSchema(), OpenMode::ReadWrite);
    if (!database)
        return std::unexpected(database.error());
    SqliteOutbox outbox(**database);
    if (auto items = outbox.items(); !items)
        return std::unexpected(items.error());
    if (auto settled = outbox.settledItems(1000); !settled)
        return std::unexpected(settled.error());
    if (auto head = outbox.chainHead(); !head)
        return std::unexpected(head.error());
    if (auto number = outbox.lastLocalNumber(); !number)
        return std::unexpected(number.error());
    std::error_code ignored;
    if (std::filesystem::file_size(files.outbox, ignored) > readWhole)
        return {};
    auto verdict = (*database)->text("PRAGMA quick_check(1)");
    if (!verdict)
        return std::unexpected(verdict.error());
    if (verdict->value_or("") != "ok")
        return fail(ErrorCode::FileDamaged, "outbox.db is damaged: " + verdict->value_or(""), files.outbox.string());
    return {};
}

/// The highest local number of this desk that the log knows, for a counter that is lost.
Result<std::int64_t> highestNumber(LogStore& log)
{
    std::int64_t highest = 0;
    for (std::int64_t after = 0;;) {
        auto page = log.entriesAfter(after, 1000);
        if (!page)
            return std::unexpected(page.error());
        if (page->empty())
            return highest;
        for (const auto& entry : *page) {
            after = entry.seq;
            auto sealed = entry.envelope.contains("localNumber") ? readEnvelope(entry.envelope) : Result<SealedEnvelope>(fail(ErrorCode::MissingField, {}));
            if (!sealed)
                continue;
            auto number = parseNumber(sealed->envelope.op.payload.textOr("localNumber"));
            if (number)
                if (const auto* local = std::get_if<LocalNumber>(&number->number))
                    highest = std::max(highest, local->counter);
        }
    }
}

} // namespace

Result<OutboxCheck> ensureOutbox(const DeskFiles& files, Instant now)
{
    OutboxCheck check;
    std::error_code ignored;
    auto whole = readable(files);
    if (whole)
        return check;
    const bool missing = whole.error().code == ErrorCode::FileNotFound && std::filesystem::exists(files.journal, ignored);
    if (!missing && whole.error().code != ErrorCode::FileDamaged)
        return std::unexpected(whole.error());
    if (!missing) {
        check.setAside = files.outbox.string() + ".damaged-" + std::to_string(msOf(now));
        std::error_code failed;
        std::filesystem::rename(files.outbox, check.setAside, failed);
        if (failed)
            return std::unexpected(whole.error());
        for (const char* suffix : {"-wal", "-shm"})
            std::filesystem::rename(files.outbox.string() + suffix, check.setAside + suffix, ignored);
    } else {
        check.setAside = files.outbox.string();
    }
    if (auto made = createDatabase(files.outbox, files.outboxKey, outboxSchema()); !made)
        return std::unexpected(made.error());
    return check;
}

Result<std::size_t> salvageOutbox(DeskConnection& desk, std::string_view journal, const Secret& key, bool begunAnew)
{
    const auto contents = readJournal(journal, key);
    std::int64_t number = 0;
    std::set<std::string> gone, known;
    for (const auto& entry : contents.entries) {
        number = std::max(number, entry.localNumber);
        if (entry.kind == JournalEntry::Kind::Gone)
            gone.insert(entry.id);
        else if (entry.kind == JournalEntry::Kind::Saved)
            gone.erase(entry.id); // put back into the tray
    }
    if (begunAnew) {
        auto logged = highestNumber(*desk.log);
        if (!logged)
            return std::unexpected(logged.error());
        number = std::max(number, *logged);
    }
    auto items = desk.outbox->items();
    auto settled = desk.outbox->settledItems(1'000'000);
    if (!items || !settled)
        return std::unexpected(items ? settled.error() : items.error());
    for (const auto& item : *items)
        known.insert(item.operation.id.text());
    for (const auto& one : *settled)
        known.insert(one.item.operation.id.text());
    std::vector<OutboxItem> found;
    for (const auto& entry : contents.entries) {
        if (entry.kind != JournalEntry::Kind::Saved || gone.contains(entry.id) || !known.insert(entry.id).second)
            continue;
        auto operation = operationOfOutbox(entry.operation);
        if (!operation)
            continue; // sealed by us and yet not readable: written by a newer version; the line stays out
        auto logged = desk.log->findOperation(operation->id);
        if (!logged)
            return std::unexpected(logged.error());
        OutboxItem item{.operation = *std::move(operation),
                        .savedAt = entry.savedAt,
                        .heldUntil = entry.savedAt,
                        .state = OutboxState::Refused,
                        .devSeq = 0,
                        .envelope = {},
                        .outcome = "salvaged",
                        .reason = "salvaged"};
        if (*logged) {
            const LogEntry& entryOfLog = **logged;
            if (!begunAnew || isApplied(entryOfLog.outcome) || entryOfLog.outcome == Outcome::Superseded)
                continue;
            item.outcome = nameOf(entryOfLog.outcome);
            item.reason = entryOfLog.reason;
        }
        found.push_back(std::move(item));
    }
    if (auto kept = desk.outbox->salvage(found, number); !kept)
        return std::unexpected(kept.error());
    return found.size();
}

} // namespace griddesk
