// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullpage.h"

#include "models/wire/hash.h"

#include <algorithm>

namespace griddesk {

namespace {

PulledLine lineOf(const LogEntry& entry)
{
    return {.kind = PulledLine::Kind::Entry,
            .seq = entry.seq,
            .caseRev = entry.caseRev,
            .doubtMs = entry.doubtMs,
            .envelope = entry.envelope,
            .outcome = std::string(nameOf(entry.outcome)),
            .reason = entry.reason,
            .number = entry.number,
            .effective = entry.effective,
            .receivedAt = entry.receivedAt.value_or(entry.effective)};
}

class PullPage {
public:
    PullPage(HubStore& store, const AccountId& account, const ScopeSet& scopes, const PullLimits& limits)
        : m_store(store), m_account(account), m_scopes(scopes), m_limits(limits), m_hash(hashOfScopes(account, scopes))
    {
    }

    Result<std::string> after(std::string_view cursor)
    {
        if (auto found = start(cursor); !found)
            return std::unexpected(found.error());
        auto moved = m_cursor.scopes == m_hash ? window() : changes();
        if (!moved)
            return std::unexpected(moved.error());
        return checkpoint();
    }

private:
    /// Where this page begins: where the cursor says, or at the beginning when it says nothing that holds here.
    Result<void> start(std::string_view text)
    {
        const auto epoch = m_store.streamEpoch(), head = m_store.head(), configHead = m_store.configHead();
        for (const auto* value : {&epoch, &head, &configHead})
            if (!*value)
                return std::unexpected(value->error());
        m_head = *head;
        m_checkpoint.epoch = *epoch;
        m_checkpoint.head = *head;
        m_checkpoint.configHead = *configHead;
        if (auto cursor = Cursor::parse(text)) {
            auto known = m_store.scopeSet(cursor->scopes);
            if (!known)
                return std::unexpected(known.error());
            // Scopes that changed once more while a change was worked off: what is there belongs to neither set.
            const bool holds = cursor->epoch == *epoch && (cursor->seq <= m_head || m_limits.sequenceCursor) && *known
                && hashOfScopes(m_account, **known) == cursor->scopes
                && (cursor->target.empty() || cursor->target == m_hash);
            if (holds) {
                m_before = **std::move(known);
                m_cursor = *std::move(cursor);
                return {};
            }
        }
        m_checkpoint.reset = true;
        m_cursor = Cursor{.epoch = *epoch, .seq = 0, .scopes = m_hash, .target = {}, .afterCase = {}};
        return {};
    }

    /// The next entries, with scopes that are those of the cursor.
    Result<void> window()
    {
        const auto after = m_cursor.seq;
        auto upTo = m_store.seenUpTo(m_scopes, after, m_limits.entries);
        if (!upTo)
            return std::unexpected(upTo.error());
        while (*upTo > after) {
            if (auto written = entriesBetween(after, *upTo); !written)
                return written;
            if (m_body.size() <= m_limits.bytes || *upTo == after + 1)
                break;
            m_body.clear();
            *upTo = after + (*upTo - after) / 2;
        }
        m_cursor.seq = std::max(after, *upTo);
        return {};
    }

    Result<void> entriesBetween(std::int64_t after, std::int64_t upTo)
    {
        auto sights = m_store.sights(m_scopes, after, upTo);
        if (!sights)
            return std::unexpected(sights.error());
        for (const auto& sight : *sights)
            if (!sight.after)
                leave(sight.caseId);
        std::vector<LogEntry> entries;
        for (const auto& sight : *sights) {
            if (!sight.after)
                continue;
            auto history = m_store.caseHistory(sight.caseId);
            if (!history)
                return std::unexpected(history.error());
            if (!sight.before) {
                enter(sight.caseId, *history, upTo);
                continue;
            }
            for (auto& entry : *history)
                if (entry.seq > after && entry.seq <= upTo)
                    entries.push_back(std::move(entry));
        }
        std::ranges::sort(entries, {}, &LogEntry::seq);
        for (const auto& entry : entries)
            add(lineOf(entry));
        return {};
    }

    /// Cases that the new scopes see otherwise than the old ones did, at the place where the cursor stands.
    Result<void> changes()
    {
        auto changed = m_store.sightsChanged(m_before, m_scopes, m_cursor.seq, m_cursor.afterCase, m_limits.entries);
        if (!changed)
            return std::unexpected(changed.error());
        std::size_t entries = 0;
        for (const auto& sight : *changed) {
            if (entries >= m_limits.entries || m_body.size() >= m_limits.bytes)
                return {};
            m_cursor.target = m_hash;
            m_cursor.afterCase = sight.caseId.text();
            ++entries;
            if (!sight.after) {
                leave(sight.caseId);
                continue;
            }
            auto history = m_store.caseHistory(sight.caseId);
            if (!history)
                return std::unexpected(history.error());
            entries += history->size();
            enter(sight.caseId, *history, m_cursor.seq);
        }
        if (changed->size() < m_limits.entries) // those were the last ones
            m_cursor = Cursor{.epoch = m_cursor.epoch, .seq = m_cursor.seq, .scopes = m_hash, .target = {}, .afterCase = {}};
        return {};
    }

    void add(const PulledLine& line) { m_body += write(line) + "\n"; }
    void leave(const CaseId& id)
    {
        if (!m_limits.dropLeave)
            add({.kind = PulledLine::Kind::Leave, .caseId = id});
    }
    void enter(const CaseId& id, const std::vector<LogEntry>& history, std::int64_t upTo)
    {
        add({.kind = PulledLine::Kind::Enter, .caseId = id});
        for (const auto& entry : history)
            if (entry.seq <= upTo)
                add(lineOf(entry));
    }

    Result<std::string> checkpoint()
    {
        m_checkpoint.kind = PulledLine::Kind::Checkpoint;
        m_checkpoint.more = m_cursor.seq < m_head || m_cursor.scopes != m_hash;
        if (!m_checkpoint.more) {
            for (const auto& scope : m_scopes) {
                auto digest = m_store.scopeDigest(scope);
                if (!digest)
                    return std::unexpected(digest.error());
                m_checkpoint.digests.push_back(*std::move(digest));
            }
            if (m_limits.sequenceCursor && m_head % 7 == 3)
                m_cursor.seq = m_head + 1; // as if a number that was given, not committed, were seen
        }
        m_checkpoint.cursor = m_cursor.text();
        add(m_checkpoint);
        return std::move(m_body);
    }

    HubStore& m_store;
    const AccountId& m_account;
    const ScopeSet& m_scopes;
    const PullLimits& m_limits;
    std::string m_hash;
    ScopeSet m_before; ///< scopes of the cursor
    Cursor m_cursor;
    std::int64_t m_head = 0;
    PulledLine m_checkpoint;
    std::string m_body;
};

} // namespace

std::string hashOfScopes(const AccountId& account, const ScopeSet& scopes)
{
    return sha256("griddesk.scopes.1\n" + account.text() + "\n" + textOf(scopes)).hex();
}

Result<std::string> pullPage(HubStore& store, std::string_view cursor, const AccountId& account, const ScopeSet& scopes, const PullLimits& limits)
{
    return PullPage(store, account, scopes, limits).after(cursor);
}

} // namespace griddesk
