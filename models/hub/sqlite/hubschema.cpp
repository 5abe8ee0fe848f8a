// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubschema.h"

#include <cstddef>

namespace griddesk {

namespace {

template <std::size_t N>
consteval bool inOrder(const HubMigration (&list)[N])
{
    for (std::size_t i = 0; i < N; ++i)
        if (list[i].version != static_cast<int>(i) + 1 || list[i].name.empty())
            return false;
    return true;
}

constexpr HubMigration steps[] = {
    {1, "streams, logs, scopes, configuration, devices and sessions",
     "CREATE TABLE streams (stream_id TEXT PRIMARY KEY, epoch INTEGER NOT NULL, head INTEGER NOT NULL, config_head INTEGER NOT NULL,"
     " founder TEXT) STRICT, WITHOUT ROWID;"

     "CREATE TABLE entries (stream_id TEXT NOT NULL REFERENCES streams, seq INTEGER NOT NULL, op_id TEXT NOT NULL, case_id TEXT NOT NULL,"
     " case_rev INTEGER NOT NULL, envelope TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, effective INTEGER NOT NULL,"
     " received INTEGER, doubt INTEGER NOT NULL, number TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (stream_id, seq),"
     " UNIQUE (stream_id, op_id)) STRICT;"
     "CREATE INDEX entries_by_case ON entries (stream_id, case_id, seq);"
     "CREATE TABLE devices (stream_id TEXT NOT NULL REFERENCES streams, device TEXT NOT NULL, epoch INTEGER NOT NULL, last_seq INTEGER NOT NULL,"
     " last_hash TEXT NOT NULL, public_key TEXT NOT NULL, PRIMARY KEY (stream_id, device)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE sent (stream_id TEXT NOT NULL REFERENCES streams, device TEXT NOT NULL, epoch INTEGER NOT NULL, dev_seq INTEGER NOT NULL,"
     " hash TEXT NOT NULL, PRIMARY KEY (stream_id, device, epoch, dev_seq)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE quarantine (stream_id TEXT NOT NULL REFERENCES streams, id INTEGER NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL,"
     " reason TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (stream_id, id)) STRICT;"
     "CREATE TABLE numbers (stream_id TEXT NOT NULL REFERENCES streams, year INTEGER NOT NULL, last INTEGER NOT NULL,"
     " PRIMARY KEY (stream_id, year)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE outside (stream_id TEXT NOT NULL REFERENCES streams, platform TEXT NOT NULL, number TEXT NOT NULL, case_id TEXT NOT NULL,"
     " record_hash TEXT NOT NULL, PRIMARY KEY (stream_id, platform, number)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE bundles (stream_id TEXT NOT NULL REFERENCES streams, hash TEXT NOT NULL, bytes TEXT NOT NULL, valid_from INTEGER NOT NULL,"
     " stored INTEGER NOT NULL, PRIMARY KEY (stream_id, hash)) STRICT;"
     "CREATE INDEX bundles_by_date ON bundles (stream_id, valid_from, stored);"
     "CREATE TABLE documents (stream_id TEXT NOT NULL REFERENCES streams, hash TEXT NOT NULL, bytes BLOB NOT NULL,"
     " PRIMARY KEY (stream_id, hash)) STRICT;"

     "CREATE TABLE sights (stream_id TEXT NOT NULL REFERENCES streams, case_id TEXT NOT NULL, scope TEXT NOT NULL, from_seq INTEGER NOT NULL,"
     " until_seq INTEGER, PRIMARY KEY (stream_id, case_id, scope, from_seq)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE case_digests (stream_id TEXT NOT NULL REFERENCES streams, case_id TEXT NOT NULL, entries INTEGER NOT NULL, digest TEXT NOT NULL,"
     " PRIMARY KEY (stream_id, case_id)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE scope_digests (stream_id TEXT NOT NULL REFERENCES streams, scope TEXT NOT NULL, entries INTEGER NOT NULL, digest TEXT NOT NULL,"
     " PRIMARY KEY (stream_id, scope)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE scope_sets (stream_id TEXT NOT NULL REFERENCES streams, hash TEXT NOT NULL, scopes TEXT NOT NULL,"
     " PRIMARY KEY (stream_id, hash)) STRICT, WITHOUT ROWID;"

     "CREATE TABLE config (stream_id TEXT NOT NULL REFERENCES streams, seq INTEGER NOT NULL, line TEXT NOT NULL,"
     " PRIMARY KEY (stream_id, seq)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE passwords (stream_id TEXT NOT NULL REFERENCES streams, account TEXT NOT NULL, hash TEXT NOT NULL,"
     " PRIMARY KEY (stream_id, account)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE enrolled (stream_id TEXT NOT NULL REFERENCES streams, device TEXT NOT NULL, account TEXT NOT NULL, public_key TEXT NOT NULL,"
     " state INTEGER NOT NULL, code TEXT NOT NULL, letter TEXT NOT NULL, program TEXT NOT NULL, asked INTEGER NOT NULL,"
     " decided INTEGER NOT NULL, PRIMARY KEY (stream_id, device)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE sessions (stream_id TEXT NOT NULL REFERENCES streams, token TEXT NOT NULL, device TEXT NOT NULL, account TEXT NOT NULL,"
     " expires INTEGER NOT NULL, PRIMARY KEY (stream_id, token)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE nonces (stream_id TEXT NOT NULL REFERENCES streams, device TEXT NOT NULL, nonce TEXT NOT NULL, expires INTEGER NOT NULL,"
     " PRIMARY KEY (stream_id, device, nonce)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE founding (stream_id TEXT NOT NULL REFERENCES streams, device TEXT NOT NULL, position INTEGER NOT NULL, bytes BLOB NOT NULL,"
     " PRIMARY KEY (stream_id, device, position)) STRICT;"},
};
static_assert(inOrder(steps));

} // namespace

std::span<const HubMigration> hubMigrations() noexcept { return steps; }

} // namespace griddesk
