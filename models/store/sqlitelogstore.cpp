// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlitelogstore.h"

#include "transaction.h"

namespace griddesk {

namespace {

constexpr Sql byOperation = "SELECT seq, case_id, op_id, case_rev, envelope, outcome, reason, effective, doubt, number, hash, received, stream_seq"
                            " FROM entries WHERE op_id = ?";
constexpr Sql byCase = "SELECT seq, case_id, op_id, case_rev, envelope, outcome, reason, effective, doubt, number, hash, received, stream_seq"
                       " FROM entries WHERE case_id = ? ORDER BY seq";
constexpr Sql afterSeq = "SELECT seq, case_id, op_id, case_rev, envelope, outcome, reason, effective, doubt, number, hash, received, stream_seq"
                         " FROM entries WHERE seq > ? ORDER BY seq LIMIT ?";

Result<LogEntry> readEntry(Statement& row)
{
    auto caseId = CaseId::parse(row.text(1));
    auto operation = OperationId::parse(row.text(2));
    auto outcome = parseOutcome(row.text(5));
    if (!caseId || !operation || !outcome)
        return fail(ErrorCode::FileDamaged, "an entry of the log cannot be read", std::to_string(row.integer(0)));
    return LogEntry{.seq = row.integer(0),
                    .caseId = *std::move(caseId),
                    .operationId = *std::move(operation),
                    .caseRev = row.integer(3),
                    .envelope = std::string(row.text(4)),
                    .outcome = *outcome,
                    .reason = std::string(row.text(6)),
                    .effective = instantFromMs(row.integer(7)),
                    .receivedAt = row.isNull(11) ? std::nullopt : std::optional(instantFromMs(row.integer(11))),
                    .doubtMs = row.integer(8),
                    .number = std::string(row.text(9)),
                    .hash = std::string(row.text(10)),
                    .streamSeq = row.isNull(12) ? 0 : row.integer(12)};
}

Result<std::vector<LogEntry>> readEntries(Statement rows)
{
    std::vector<LogEntry> entries;
    while (rows.step()) {
        auto entry = readEntry(rows);
        if (!entry)
            return std::unexpected(entry.error());
        entries.push_back(*std::move(entry));
    }
    if (auto ok = rows.result(); !ok)
        return std::unexpected(ok.error());
    return entries;
}

} // namespace

SqliteLogStore::SqliteLogStore(Database& database) : m_database(database) {}

SqliteLogStore::~SqliteLogStore() = default;

Result<void> SqliteLogStore::begin()
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return std::unexpected(transaction.error());
    m_transaction = std::make_unique<Transaction>(*std::move(transaction));
    return {};
}

Result<void> SqliteLogStore::commit()
{
    if (!m_transaction)
        return fail(ErrorCode::Database, "no transaction is open");
    auto result = m_transaction->commit();
    m_transaction.reset();
    return result;
}

void SqliteLogStore::rollback() { m_transaction.reset(); }

Result<void> SqliteLogStore::append(const LogEntry& entry)
{
    auto last = head();
    if (!last)
        return std::unexpected(last.error());
    if (entry.seq != *last + 1)
        return fail(ErrorCode::Inconsistent, "the log has no gaps", std::to_string(entry.seq));
    auto known = findOperation(entry.operationId);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return fail(ErrorCode::Duplicate, "the operation is logged already", entry.operationId.text());
    return m_database.run("INSERT INTO entries (seq, op_id, case_id, case_rev, envelope, outcome, reason, effective, doubt, number, hash, received, stream_seq)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          entry.seq, entry.operationId.text(), entry.caseId.text(), entry.caseRev, entry.envelope, nameOf(entry.outcome),
                          entry.reason, msOf(entry.effective), entry.doubtMs, entry.number, entry.hash,
                          entry.receivedAt ? std::optional(msOf(*entry.receivedAt)) : std::nullopt,
                          entry.streamSeq == 0 ? std::nullopt : std::optional(entry.streamSeq));
}

Result<std::int64_t> SqliteLogStore::head()
{
    // A copy forgets cases, and its last place must not be given twice.
    auto last = m_database.integer("SELECT max(coalesce((SELECT max(seq) FROM entries), 0), coalesce((SELECT last_position FROM replica), 0))");
    if (!last)
        return std::unexpected(last.error());
    return last->value_or(0);
}

Result<std::optional<LogEntry>> SqliteLogStore::findOperation(const OperationId& id)
{
    auto rows = m_database.statement(byOperation);
    rows.bindAll(id.text());
    auto entries = readEntries(std::move(rows));
    if (!entries)
        return std::unexpected(entries.error());
    return entries->empty() ? std::optional<LogEntry>{} : std::optional{std::move(entries->front())};
}

Result<std::vector<LogEntry>> SqliteLogStore::caseHistory(const CaseId& id)
{
    auto rows = m_database.statement(byCase);
    rows.bindAll(id.text());
    return readEntries(std::move(rows));
}

Result<std::vector<LogEntry>> SqliteLogStore::entriesAfter(std::int64_t after, std::size_t limit)
{
    auto rows = m_database.statement(afterSeq);
    rows.bindAll(after, static_cast<std::int64_t>(limit));
    return readEntries(std::move(rows));
}

Result<std::optional<DeviceRecord>> SqliteLogStore::device(const DeviceId& id)
{
    auto row = m_database.statement("SELECT stream, epoch, last_seq, last_hash, public_key FROM devices WHERE device = ?");
    row.bindAll(id.text());
    if (!row.step()) {
        if (auto ok = row.result(); !ok)
            return std::unexpected(ok.error());
        return std::optional<DeviceRecord>{};
    }
    auto hash = Hash::parse(row.text(3));
    auto key = PublicKey::parse(row.text(4));
    if (!hash || !key)
        return fail(ErrorCode::FileDamaged, "the record of a device cannot be read", id.text());
    return std::optional{DeviceRecord{
        *key, ChainHead{.device = id, .stream = std::string(row.text(0)), .epoch = row.integer(1), .lastSeq = row.integer(2), .lastHash = *hash}}};
}

Result<void> SqliteLogStore::putDevice(const DeviceRecord& record)
{
    const auto& head = record.head;
    return m_database.run("INSERT INTO devices (device, stream, epoch, last_seq, last_hash, public_key) VALUES (?, ?, ?, ?, ?, ?)"
                          " ON CONFLICT (device) DO UPDATE SET epoch = excluded.epoch, last_seq = excluded.last_seq,"
                          " last_hash = excluded.last_hash",
                          head.device.text(), head.stream, head.epoch, head.lastSeq, head.lastHash.hex(), record.publicKey.hex());
}

Result<std::optional<Hash>> SqliteLogStore::sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq)
{
    auto text = m_database.text("SELECT hash FROM sent WHERE device = ? AND epoch = ? AND dev_seq = ?", id.text(), epoch, seq);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return std::optional<Hash>{};
    auto hash = Hash::parse(**text);
    if (!hash)
        return fail(ErrorCode::FileDamaged, "a hash of the log cannot be read", id.text());
    return std::optional{*hash};
}

Result<void> SqliteLogStore::putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash)
{
    return m_database.run("INSERT INTO sent (device, epoch, dev_seq, hash) VALUES (?, ?, ?, ?)", id.text(), epoch, seq, hash.hex());
}

Result<void> SqliteLogStore::quarantine(std::string_view bytes, Outcome outcome, std::string_view reason, Instant at)
{
    return m_database.run("INSERT INTO quarantine (at, outcome, reason, bytes) VALUES (?, ?, ?, ?)", msOf(at), nameOf(outcome), reason,
                          std::as_bytes(std::span(bytes)));
}

Result<std::int64_t> SqliteLogStore::nextNumber(int year)
{
    auto next = m_database.integer("INSERT INTO numbers (year, last) VALUES (?, 1)"
                                   " ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last",
                                   year);
    if (!next)
        return std::unexpected(next.error());
    return next->value_or(0);
}

Result<void> SqliteLogStore::putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record)
{
    return m_database.run("INSERT INTO outside (platform, number, case_id, record_hash) VALUES (?, ?, ?, ?)"
                          " ON CONFLICT (platform, number) DO UPDATE SET case_id = excluded.case_id, record_hash = excluded.record_hash",
                          platform, number, record.caseId.text(), record.recordHash);
}

Result<std::optional<OutsideRecord>> SqliteLogStore::findOutside(std::string_view platform, std::string_view number)
{
    auto row = m_database.statement("SELECT case_id, record_hash FROM outside WHERE platform = ? AND number = ?");
    row.bindAll(platform, number);
    if (!row.step()) {
        if (auto ok = row.result(); !ok)
            return std::unexpected(ok.error());
        return std::optional<OutsideRecord>{};
    }
    auto id = CaseId::parse(row.text(0));
    if (!id)
        return fail(ErrorCode::FileDamaged, "a case id of the log cannot be read", std::string(number));
    return std::optional{OutsideRecord{*std::move(id), std::string(row.text(1))}};
}

Result<void> SqliteLogStore::putBundle(std::string_view hash, std::string_view bytes, Instant validFrom)
{
    return m_database.run("INSERT INTO bundles (hash, bytes, valid_from, stored)"
                          " SELECT ?, ?, ?, (SELECT count(*) FROM bundles) WHERE true ON CONFLICT (hash) DO NOTHING",
                          hash, bytes, msOf(validFrom));
}

Result<std::optional<std::string>> SqliteLogStore::bundle(std::string_view hash)
{
    return m_database.text("SELECT bytes FROM bundles WHERE hash = ?", hash);
}

Result<std::optional<std::string>> SqliteLogStore::bundleInForce(Instant at)
{
    return m_database.text("SELECT hash FROM bundles WHERE valid_from <= ? ORDER BY valid_from DESC, stored DESC LIMIT 1", msOf(at));
}

Result<void> SqliteLogStore::putDocument(std::string_view hash, std::string_view bytes)
{
    return m_database.run("INSERT INTO documents (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING", hash, bytes);
}

Result<std::optional<std::string>> SqliteLogStore::document(std::string_view hash)
{
    return m_database.text("SELECT bytes FROM documents WHERE hash = ?", hash);
}

Result<std::vector<std::pair<std::string, Instant>>> SqliteLogStore::bundles()
{
    std::vector<std::pair<std::string, Instant>> all;
    auto rows = m_database.statement("SELECT hash, valid_from FROM bundles ORDER BY stored");
    while (rows.step())
        all.emplace_back(rows.text(0), instantFromMs(rows.integer(1)));
    if (auto ok = rows.result(); !ok)
        return std::unexpected(ok.error());
    return all;
}

Result<std::vector<DeviceRecord>> SqliteLogStore::devices()
{
    std::vector<std::string> ids;
    auto rows = m_database.statement("SELECT device FROM devices ORDER BY device");
    while (rows.step())
        ids.emplace_back(rows.text(0));
    if (auto ok = rows.result(); !ok)
        return std::unexpected(ok.error());
    std::vector<DeviceRecord> all;
    for (const auto& text : ids) {
        auto id = DeviceId::parse(text);
        if (!id)
            return fail(ErrorCode::FileDamaged, "the record of a device cannot be read", text);
        auto record = device(*id);
        if (!record)
            return std::unexpected(record.error());
        if (*record)
            all.push_back(**record);
    }
    return all;
}

} // namespace griddesk
