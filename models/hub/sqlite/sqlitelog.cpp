// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a stream, its devices, numbers and rule bundles.
#include "storequeries.h"

#include <algorithm>
#include <limits>

namespace griddesk {

namespace {

constexpr const char* byOperation = "SELECT seq, case_id, op_id, case_rev, envelope, outcome, reason, effective, doubt, number, hash, received"
                                    " FROM entries WHERE stream_id = ? AND op_id = ?";
constexpr const char* byCase = "SELECT seq, case_id, op_id, case_rev, envelope, outcome, reason, effective, doubt, number, hash, received"
                               " FROM entries WHERE stream_id = ? AND case_id = ? ORDER BY seq";
constexpr const char* afterSeq = "SELECT seq, case_id, op_id, case_rev, envelope, outcome, reason, effective, doubt, number, hash, received"
                                 " FROM entries WHERE stream_id = ? AND seq > ? ORDER BY seq LIMIT ?";

Result<std::vector<LogEntry>> readEntries(HubQuery& row)
{
    std::vector<LogEntry> entries;
    while (row.step()) {
        auto caseId = CaseId::parse(row.text(1));
        auto operation = OperationId::parse(row.text(2));
        auto outcome = parseOutcome(row.text(5));
        if (!caseId || !operation || !outcome)
            return damagedRow("entry " + std::to_string(row.integer(0)));
        entries.push_back({.seq = row.integer(0),
                           .caseId = *std::move(caseId),
                           .operationId = *std::move(operation),
                           .caseRev = row.integer(3),
                           .envelope = row.text(4),
                           .outcome = *outcome,
                           .reason = row.text(6),
                           .effective = instantFromMs(row.integer(7)),
                           .receivedAt = row.isNull(11) ? std::nullopt : std::optional(instantFromMs(row.integer(11))),
                           .doubtMs = row.integer(8),
                           .number = row.text(9),
                           .hash = row.text(10)});
    }
    return entries;
}

std::int64_t asLimit(std::size_t limit)
{
    return static_cast<std::int64_t>(std::min<std::size_t>(limit, std::numeric_limits<std::int32_t>::max()));
}

} // namespace

Result<void> SqliteHubStore::append(const LogEntry& entry)
{
    return m_database->guarded("append an entry", [&]() -> Result<void> {
        if (m_database->query("SELECT 1 FROM entries WHERE stream_id = ? AND op_id = ?").bindAll(m_stream, entry.operationId.text()).step()) {
            auto last = head();
            if (last && entry.seq == *last + 1)
                return fail(ErrorCode::Duplicate, "the operation is logged already", entry.operationId.text());
            return fail(ErrorCode::Inconsistent, "the log has no gaps", std::to_string(entry.seq));
        }
        if (m_database->query("UPDATE streams SET head = ?2 WHERE stream_id = ?1 AND head = ?2 - 1").bindAll(m_stream, entry.seq).run() != 1)
            return fail(ErrorCode::Inconsistent, "the log has no gaps", std::to_string(entry.seq));
        m_database
            ->query("INSERT INTO entries (stream_id, seq, op_id, case_id, case_rev, envelope, outcome, reason, effective, doubt, number, hash, received)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bindAll(m_stream, entry.seq, entry.operationId.text(), entry.caseId.text(), entry.caseRev, entry.envelope, nameOf(entry.outcome),
                     entry.reason, msOf(entry.effective), entry.doubtMs, entry.number, entry.hash,
                     entry.receivedAt ? std::optional(std::int64_t{msOf(*entry.receivedAt)}) : std::nullopt)
            .run();

        const Digest share = digestOf(entry.seq, entry.hash, nameOf(entry.outcome));
        Digest digest{};
        std::int64_t entries = 0;
        if (auto row = m_database->query("SELECT entries, digest FROM case_digests WHERE stream_id = ? AND case_id = ?");
            row.bindAll(m_stream, entry.caseId.text()).step()) {
            entries = row.integer(0);
            auto known = Digest::parse(row.text(1));
            if (!known)
                return damagedRow("the digest of a case");
            digest = *known;
        }
        m_database
            ->query("INSERT INTO case_digests (stream_id, case_id, entries, digest) VALUES (?, ?, ?, ?)"
                    " ON CONFLICT (stream_id, case_id) DO UPDATE SET entries = excluded.entries, digest = excluded.digest")
            .bindAll(m_stream, entry.caseId.text(), entries + 1, (digest ^ share).hex())
            .run();
        auto scopes = caseScopes(entry.caseId);
        if (!scopes)
            return std::unexpected(scopes.error());
        for (const auto& scope : *scopes)
            addToScope(scope, 1, share, 1);
        return {};
    });
}

Result<std::optional<LogEntry>> SqliteHubStore::findOperation(const OperationId& id)
{
    return m_database->guarded("find an operation", [&]() -> Result<std::optional<LogEntry>> {
        auto rows = m_database->query(byOperation);
        rows.bindAll(m_stream, id.text());
        auto entries = readEntries(rows);
        if (!entries)
            return std::unexpected(entries.error());
        return entries->empty() ? std::optional<LogEntry>{} : std::optional{std::move(entries->front())};
    });
}

Result<std::vector<LogEntry>> SqliteHubStore::caseHistory(const CaseId& id)
{
    return m_database->guarded("read a history", [&] {
        auto rows = m_database->query(byCase);
        rows.bindAll(m_stream, id.text());
        return readEntries(rows);
    });
}

Result<std::vector<LogEntry>> SqliteHubStore::entriesAfter(std::int64_t after, std::size_t limit)
{
    return m_database->guarded("read the log", [&] {
        auto rows = m_database->query(afterSeq);
        rows.bindAll(m_stream, after, asLimit(limit));
        return readEntries(rows);
    });
}

Result<std::optional<DeviceRecord>> SqliteHubStore::device(const DeviceId& id)
{
    return m_database->guarded("read a device", [&]() -> Result<std::optional<DeviceRecord>> {
        auto row = m_database->query("SELECT epoch, last_seq, last_hash, public_key FROM devices WHERE stream_id = ? AND device = ?");
        if (!row.bindAll(m_stream, id.text()).step())
            return std::optional<DeviceRecord>{};
        auto hash = Hash::parse(row.text(2));
        auto key = PublicKey::parse(row.text(3));
        if (!hash || !key)
            return damagedRow("the record of a device");
        return std::optional{DeviceRecord{
            *key, ChainHead{.device = id, .stream = m_stream, .epoch = row.integer(0), .lastSeq = row.integer(1), .lastHash = *hash}}};
    });
}

Result<void> SqliteHubStore::putDevice(const DeviceRecord& record)
{
    const auto& chain = record.head;
    return run("keep a device",
               "INSERT INTO devices (stream_id, device, epoch, last_seq, last_hash, public_key) VALUES (?, ?, ?, ?, ?, ?)"
               " ON CONFLICT (stream_id, device) DO UPDATE SET epoch = excluded.epoch, last_seq = excluded.last_seq, last_hash = excluded.last_hash",
               chain.device.text(), chain.epoch, chain.lastSeq, chain.lastHash.hex(), record.publicKey.hex());
}

Result<std::optional<Hash>> SqliteHubStore::sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq)
{
    auto text = oneText("SELECT hash FROM sent WHERE stream_id = ? AND device = ? AND epoch = ? AND dev_seq = ?", id.text(), epoch, seq);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return std::optional<Hash>{};
    auto hash = Hash::parse(**text);
    if (!hash)
        return damagedRow("a hash of the log");
    return std::optional{*hash};
}

Result<void> SqliteHubStore::putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash)
{
    return run("keep a hash", "INSERT INTO sent (stream_id, device, epoch, dev_seq, hash) VALUES (?, ?, ?, ?, ?)", id.text(), epoch, seq, hash.hex());
}

Result<void> SqliteHubStore::quarantine(std::string_view bytes, Outcome outcome, std::string_view reason, Instant at)
{
    return m_database->done("quarantine", [&] {
        auto row = m_database->query("INSERT INTO quarantine (stream_id, id, at, outcome, reason, bytes)"
                                     " SELECT ?1, coalesce(max(id), 0) + 1, ?2, ?3, ?4, ?5 FROM quarantine WHERE stream_id = ?1");
        row.bindAll(m_stream, std::int64_t{msOf(at)}, nameOf(outcome), reason);
        row.bindBlob(5, bytes.empty() ? std::string_view("") : bytes);
        row.run();
    });
}

Result<std::int64_t> SqliteHubStore::quarantined() { return oneInteger("SELECT count(*) FROM quarantine WHERE stream_id = ?"); }

Result<std::int64_t> SqliteHubStore::nextNumber(int year)
{
    return oneInteger("INSERT INTO numbers (stream_id, year, last) VALUES (?, ?, 1)"
                      " ON CONFLICT (stream_id, year) DO UPDATE SET last = last + 1 RETURNING last",
                      std::int64_t{year});
}

Result<void> SqliteHubStore::putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record)
{
    return run("keep an outside number",
               "INSERT INTO outside (stream_id, platform, number, case_id, record_hash) VALUES (?, ?, ?, ?, ?)"
               " ON CONFLICT (stream_id, platform, number) DO UPDATE SET case_id = excluded.case_id, record_hash = excluded.record_hash",
               platform, number, record.caseId.text(), record.recordHash);
}

Result<std::optional<OutsideRecord>> SqliteHubStore::findOutside(std::string_view platform, std::string_view number)
{
    return m_database->guarded("find an outside number", [&]() -> Result<std::optional<OutsideRecord>> {
        auto row = m_database->query("SELECT case_id, record_hash FROM outside WHERE stream_id = ? AND platform = ? AND number = ?");
        if (!row.bindAll(m_stream, platform, number).step())
            return std::optional<OutsideRecord>{};
        auto id = CaseId::parse(row.text(0));
        if (!id)
            return damagedRow("an outside number");
        return std::optional{OutsideRecord{*std::move(id), row.text(1)}};
    });
}

Result<void> SqliteHubStore::putBundle(std::string_view hash, std::string_view bytes, Instant validFrom)
{
    return run("keep a rule bundle",
               "INSERT INTO bundles (stream_id, hash, bytes, valid_from, stored)"
               " SELECT ?1, ?2, ?3, ?4, (SELECT count(*) FROM bundles WHERE stream_id = ?1) WHERE true ON CONFLICT (stream_id, hash) DO NOTHING",
               hash, bytes, std::int64_t{msOf(validFrom)});
}

Result<std::optional<std::string>> SqliteHubStore::bundle(std::string_view hash)
{
    return oneText("SELECT bytes FROM bundles WHERE stream_id = ? AND hash = ?", hash);
}

Result<std::optional<std::string>> SqliteHubStore::bundleInForce(Instant at)
{
    return oneText("SELECT hash FROM bundles WHERE stream_id = ? AND valid_from <= ? ORDER BY valid_from DESC, stored DESC LIMIT 1",
                   std::int64_t{msOf(at)});
}

Result<void> SqliteHubStore::putDocument(std::string_view hash, std::string_view bytes)
{
    return m_database->done("keep a document", [&] {
        auto row = m_database->query("INSERT INTO documents (stream_id, hash, bytes) VALUES (?1, ?2, ?3) ON CONFLICT (stream_id, hash) DO NOTHING");
        row.bindAll(m_stream, hash);
        row.bindBlob(3, bytes.empty() ? std::string_view("") : bytes);
        row.run();
    });
}

Result<std::optional<std::string>> SqliteHubStore::document(std::string_view hash)
{
    return oneText("SELECT bytes FROM documents WHERE stream_id = ? AND hash = ?", hash);
}

} // namespace griddesk
