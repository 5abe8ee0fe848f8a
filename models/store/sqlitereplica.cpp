// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlitereplica.h"

namespace griddesk {

namespace {

ScopeSet scopesFrom(std::string_view text)
{
    ScopeSet scopes;
    while (!text.empty()) {
        const auto end = text.find('\n');
        scopes.emplace(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return scopes;
}

} // namespace

Result<std::optional<ReplicaState>> SqliteReplica::state()
{
    auto row = m_database.statement("SELECT server, account, stream, platform_key, letter, cursor, epoch, seq, config_seq, proven, scopes FROM replica WHERE id = 1");
    if (!row.step()) {
        if (auto ok = row.result(); !ok)
            return std::unexpected(ok.error());
        return std::optional<ReplicaState>{};
    }
    auto account = AccountId::parse(row.text(1));
    if (!account)
        return fail(ErrorCode::FileDamaged, "whose copy the log is cannot be read", std::string(row.text(1)));
    return std::optional{ReplicaState{.server = std::string(row.text(0)),
                                      .account = *std::move(account),
                                      .stream = std::string(row.text(2)),
                                      .platformKey = std::string(row.text(3)),
                                      .letter = std::string(row.text(4)),
                                      .cursor = std::string(row.text(5)),
                                      .epoch = row.integer(6),
                                      .seq = row.integer(7),
                                      .configSeq = row.integer(8),
                                      .proven = row.isNull(9) ? std::nullopt : std::optional(instantFromMs(row.integer(9))),
                                      .scopes = scopesFrom(row.text(10))}};
}

Result<void> SqliteReplica::setState(const ReplicaState& state)
{
    return m_database.run("INSERT INTO replica (id, server, account, stream, platform_key, letter, cursor, epoch, seq, config_seq, last_position, proven, scopes)"
                          " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(seq), 0) FROM entries), ?, ?)"
                          " ON CONFLICT (id) DO UPDATE SET server = excluded.server, account = excluded.account, stream = excluded.stream,"
                          " platform_key = excluded.platform_key, letter = excluded.letter, cursor = excluded.cursor, epoch = excluded.epoch,"
                          " seq = excluded.seq, config_seq = excluded.config_seq, proven = excluded.proven, scopes = excluded.scopes,"
                          " last_position = max(last_position, excluded.last_position)",
                          state.server, state.account.text(), state.stream, state.platformKey, state.letter, state.cursor, state.epoch, state.seq,
                          state.configSeq, state.proven ? std::optional(msOf(*state.proven)) : std::nullopt, textOf(state.scopes));
}

Result<void> SqliteReplica::take(const LogEntry& entry)
{
    auto known = m_log.findOperation(entry.operationId);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return {};
    auto head = m_log.head();
    if (!head)
        return std::unexpected(head.error());
    LogEntry kept = entry;
    kept.seq = *head + 1;
    return m_log.append(kept);
}

Result<void> SqliteReplica::becomeCopy() { return m_database.run("UPDATE entries SET stream_seq = seq WHERE stream_seq IS NULL"); }

Result<void> SqliteReplica::keepPosition()
{
    return m_database.run("UPDATE replica SET last_position = max(last_position, (SELECT coalesce(max(seq), 0) FROM entries)) WHERE id = 1");
}

Result<void> SqliteReplica::forgetCase(const CaseId& id)
{
    if (auto kept = keepPosition(); !kept)
        return kept;
    if (auto noted = m_database.run("INSERT INTO unshown (case_id) SELECT DISTINCT case_id FROM entries WHERE case_id = ? ON CONFLICT DO NOTHING", id.text()); !noted)
        return noted;
    if (auto gone = m_database.run("DELETE FROM entries WHERE case_id = ?", id.text()); !gone)
        return gone;
    return m_database.run("DELETE FROM shares WHERE case_id = ?", id.text());
}

Result<void> SqliteReplica::forgetAll()
{
    if (auto kept = keepPosition(); !kept)
        return kept;
    if (auto noted = m_database.run("INSERT INTO unshown (case_id) SELECT DISTINCT case_id FROM entries WHERE true ON CONFLICT DO NOTHING"); !noted)
        return noted;
    if (auto gone = m_database.run("DELETE FROM entries"); !gone)
        return gone;
    if (auto gone = m_database.run("DELETE FROM shares"); !gone)
        return gone;
    return m_database.run("UPDATE replica SET cursor = '', seq = 0, proven = NULL WHERE id = 1");
}

Result<std::vector<CaseId>> SqliteReplica::unshown()
{
    std::vector<CaseId> cases;
    auto rows = m_database.statement("SELECT case_id FROM unshown ORDER BY case_id");
    while (rows.step()) {
        auto id = CaseId::parse(rows.text(0));
        if (!id)
            return fail(ErrorCode::FileDamaged, "a case id of the log cannot be read", std::string(rows.text(0)));
        cases.push_back(*std::move(id));
    }
    if (auto ok = rows.result(); !ok)
        return std::unexpected(ok.error());
    return cases;
}

Result<void> SqliteReplica::shown(const std::vector<CaseId>& cases)
{
    for (const auto& id : cases)
        if (auto gone = m_database.run("DELETE FROM unshown WHERE case_id = ?", id.text()); !gone)
            return gone;
    return {};
}

Result<void> SqliteReplica::putShare(const CaseShare& share)
{
    return m_database.run("INSERT INTO shares (case_id, entries, digest, scopes) VALUES (?, ?, ?, ?)"
                          " ON CONFLICT (case_id) DO UPDATE SET entries = excluded.entries, digest = excluded.digest, scopes = excluded.scopes",
                          share.caseId.text(), share.entries, share.digest.hex(), textOf(share.scopes));
}

Result<ScopeDigest> SqliteReplica::digestOf(std::string_view scope)
{
    ScopeDigest sum{.scope = std::string(scope)};
    auto rows = m_database.statement("SELECT entries, digest FROM shares WHERE instr(char(10) || scopes, char(10) || ? || char(10)) > 0");
    rows.bindAll(scope);
    while (rows.step()) {
        auto digest = Digest::parse(rows.text(1));
        if (!digest)
            return fail(ErrorCode::FileDamaged, "a digest of the log cannot be read");
        sum.count += rows.integer(0);
        sum.digest ^= *digest;
    }
    if (auto ok = rows.result(); !ok)
        return std::unexpected(ok.error());
    return sum;
}

} // namespace griddesk
