// SPDX-License-Identifier: GPL-3.0-or-later
// Which scopes see which case from when until when, and what each scope holds.
#include "storequeries.h"

#include "models/wire/canonicaljson.h"

#include <algorithm>
#include <limits>

namespace griddesk {

namespace {

/// A set as one parameter, for json_each().
std::string listOf(const ScopeSet& scopes)
{
    Value::List list;
    for (const auto& scope : scopes)
        list.emplace_back(scope);
    return toCanonical(Value(std::move(list)));
}

std::int64_t asLimit(std::size_t limit)
{
    return static_cast<std::int64_t>(std::min<std::size_t>(limit, std::numeric_limits<std::int32_t>::max()));
}

Result<std::vector<CaseSight>> readSights(HubQuery& row)
{
    std::vector<CaseSight> sights;
    while (row.step()) {
        auto id = CaseId::parse(row.text(0));
        if (!id)
            return damagedRow("a sight");
        sights.push_back({*std::move(id), row.integer(1) != 0, row.integer(2) != 0});
    }
    return sights;
}

} // namespace

Result<ScopeSet> SqliteHubStore::caseScopes(const CaseId& id)
{
    return m_database->guarded("read scopes", [&]() -> Result<ScopeSet> {
        ScopeSet scopes;
        auto row = m_database->query("SELECT scope FROM sights WHERE stream_id = ? AND case_id = ? AND until_seq IS NULL");
        row.bindAll(m_stream, id.text());
        while (row.step())
            scopes.insert(row.text(0));
        return scopes;
    });
}

void SqliteHubStore::addToScope(const std::string& scope, std::int64_t entries, const Digest& digest, int sign)
{
    Digest whole = digest;
    std::int64_t count = sign * entries;
    if (auto row = m_database->query("SELECT entries, digest FROM scope_digests WHERE stream_id = ? AND scope = ?");
        row.bindAll(m_stream, scope).step()) {
        count += row.integer(0);
        if (const auto known = Digest::parse(row.text(1)))
            whole ^= *known;
    }
    m_database
        ->query("INSERT INTO scope_digests (stream_id, scope, entries, digest) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (stream_id, scope) DO UPDATE SET entries = excluded.entries, digest = excluded.digest")
        .bindAll(m_stream, scope, count, whole.hex())
        .run();
}

Result<void> SqliteHubStore::setCaseScopes(const CaseId& id, const ScopeSet& scopes, std::int64_t seq)
{
    auto before = caseScopes(id);
    if (!before)
        return std::unexpected(before.error());
    if (*before == scopes)
        return {};
    return m_database->guarded("set scopes", [&]() -> Result<void> {
        std::int64_t entries = 0;
        Digest digest{};
        if (auto row = m_database->query("SELECT entries, digest FROM case_digests WHERE stream_id = ? AND case_id = ?");
            row.bindAll(m_stream, id.text()).step()) {
            entries = row.integer(0);
            auto known = Digest::parse(row.text(1));
            if (!known)
                return damagedRow("the digest of a case");
            digest = *known;
        }
        for (const auto& scope : *before)
            if (!scopes.contains(scope)) {
                m_database->query("UPDATE sights SET until_seq = ? WHERE stream_id = ? AND case_id = ? AND scope = ? AND until_seq IS NULL")
                    .bindAll(seq, m_stream, id.text(), scope)
                    .run();
                addToScope(scope, entries, digest, -1);
            }
        m_database->query("DELETE FROM sights WHERE stream_id = ? AND case_id = ? AND from_seq = until_seq").bindAll(m_stream, id.text()).run();
        for (const auto& scope : scopes)
            if (!before->contains(scope)) {
                m_database->query("INSERT INTO sights (stream_id, case_id, scope, from_seq) VALUES (?, ?, ?, ?)")
                    .bindAll(m_stream, id.text(), scope, seq)
                    .run();
                addToScope(scope, entries, digest, 1);
            }
        return {};
    });
}

Result<std::vector<CaseSight>> SqliteHubStore::sights(const ScopeSet& scopes, std::int64_t after, std::int64_t upTo)
{
    return m_database->guarded("read sights", [&] {
        auto rows = m_database->query(
            "SELECT case_id, b, a FROM (SELECT c.case_id AS case_id,"
            " EXISTS (SELECT 1 FROM sights s WHERE s.stream_id = ?1 AND s.case_id = c.case_id AND s.from_seq <= ?3"
            "  AND (s.until_seq IS NULL OR ?3 < s.until_seq) AND s.scope IN (SELECT value FROM json_each(?2))) AS b,"
            " EXISTS (SELECT 1 FROM sights s WHERE s.stream_id = ?1 AND s.case_id = c.case_id AND s.from_seq <= ?4"
            "  AND (s.until_seq IS NULL OR ?4 < s.until_seq) AND s.scope IN (SELECT value FROM json_each(?2))) AS a"
            " FROM (SELECT DISTINCT case_id FROM entries WHERE stream_id = ?1 AND seq > ?3 AND seq <= ?4) c)"
            " WHERE b OR a ORDER BY case_id");
        rows.bindAll(m_stream, listOf(scopes), after, upTo);
        return readSights(rows);
    });
}

Result<std::vector<CaseSight>> SqliteHubStore::sightsChanged(const ScopeSet& before, const ScopeSet& after, std::int64_t seq,
                                                             std::string_view afterCase, std::size_t limit)
{
    return m_database->guarded("compare sights", [&] {
        auto rows = m_database->query("SELECT case_id, b, a FROM (SELECT case_id, max(scope IN (SELECT value FROM json_each(?2))) AS b,"
                                      " max(scope IN (SELECT value FROM json_each(?3))) AS a FROM sights WHERE stream_id = ?1 AND case_id > ?5"
                                      " AND from_seq <= ?4 AND (until_seq IS NULL OR ?4 < until_seq) GROUP BY case_id)"
                                      " WHERE b <> a ORDER BY case_id LIMIT ?6");
        rows.bindAll(m_stream, listOf(before), listOf(after), seq, afterCase, asLimit(limit));
        return readSights(rows);
    });
}

Result<std::int64_t> SqliteHubStore::seenUpTo(const ScopeSet& scopes, std::int64_t after, std::size_t entries)
{
    auto found = oneInteger("SELECT e.seq FROM entries e WHERE e.stream_id = ?1 AND e.seq > ?3 AND EXISTS (SELECT 1 FROM sights s"
                            " WHERE s.stream_id = ?1 AND s.case_id = e.case_id AND s.from_seq <= e.seq AND (s.until_seq IS NULL OR e.seq < s.until_seq)"
                            " AND s.scope IN (SELECT value FROM json_each(?2))) ORDER BY e.seq LIMIT 1 OFFSET ?4",
                            listOf(scopes), after, asLimit(entries) - 1);
    return !found || *found > 0 ? found : head();
}

Result<void> SqliteHubStore::putScopeSet(std::string_view hash, const ScopeSet& scopes)
{
    return run("keep a set of scopes", "INSERT INTO scope_sets (stream_id, hash, scopes) VALUES (?, ?, ?) ON CONFLICT (stream_id, hash) DO NOTHING",
               hash, textOf(scopes));
}

Result<std::optional<ScopeSet>> SqliteHubStore::scopeSet(std::string_view hash)
{
    auto text = oneText("SELECT scopes FROM scope_sets WHERE stream_id = ? AND hash = ?", hash);
    if (!text)
        return std::unexpected(text.error());
    if (!*text)
        return std::optional<ScopeSet>{};
    ScopeSet scopes;
    const std::string_view all = **text;
    for (std::size_t from = 0, end = all.find('\n'); end != std::string_view::npos; from = end + 1, end = all.find('\n', from))
        scopes.emplace(all.substr(from, end - from));
    return std::optional{std::move(scopes)};
}

Result<ScopeDigest> SqliteHubStore::scopeDigest(std::string_view scope)
{
    return m_database->guarded("read a digest", [&]() -> Result<ScopeDigest> {
        ScopeDigest result{std::string(scope), 0, {}};
        auto row = m_database->query("SELECT entries, digest FROM scope_digests WHERE stream_id = ? AND scope = ?");
        if (!row.bindAll(m_stream, scope).step())
            return result;
        auto digest = Digest::parse(row.text(1));
        if (!digest)
            return damagedRow("the digest of a scope");
        result.count = row.integer(0);
        result.digest = *digest;
        return result;
    });
}

} // namespace griddesk
