// SPDX-License-Identifier: GPL-3.0-or-later
#include "logschema.h"

namespace griddesk {

namespace {

constexpr Migration logSteps[] = {
    {1, "log of operations",
     "CREATE TABLE entries (seq INTEGER PRIMARY KEY, op_id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, case_rev INTEGER NOT NULL,"
     " envelope TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, effective INTEGER NOT NULL, doubt INTEGER NOT NULL,"
     " number TEXT NOT NULL, hash TEXT NOT NULL) STRICT;"
     "CREATE INDEX entries_by_case ON entries (case_id, seq);"
     "CREATE TABLE devices (device TEXT PRIMARY KEY, stream TEXT NOT NULL, epoch INTEGER NOT NULL, last_seq INTEGER NOT NULL,"
     " last_hash TEXT NOT NULL, public_key TEXT NOT NULL) STRICT, WITHOUT ROWID;"
     "CREATE TABLE sent (device TEXT NOT NULL, epoch INTEGER NOT NULL, dev_seq INTEGER NOT NULL, hash TEXT NOT NULL,"
     " PRIMARY KEY (device, epoch, dev_seq)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE quarantine (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,"
     " bytes BLOB NOT NULL) STRICT;"
     "CREATE TABLE numbers (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;"
     "CREATE TABLE outside (platform TEXT NOT NULL, number TEXT NOT NULL, case_id TEXT NOT NULL, record_hash TEXT NOT NULL,"
     " PRIMARY KEY (platform, number)) STRICT, WITHOUT ROWID;"
     "CREATE TABLE bundles (hash TEXT PRIMARY KEY, bytes TEXT NOT NULL, valid_from INTEGER NOT NULL, stored INTEGER NOT NULL) STRICT;"
     "CREATE INDEX bundles_by_date ON bundles (valid_from, stored);"
     "CREATE TABLE documents (hash TEXT PRIMARY KEY, bytes TEXT NOT NULL) STRICT;"},
    {2, "time of receipt", "ALTER TABLE entries ADD COLUMN received INTEGER;"},
    {3, "copy of a platform's log",
     "ALTER TABLE entries ADD COLUMN stream_seq INTEGER;"
     "CREATE TABLE replica (id INTEGER PRIMARY KEY CHECK (id = 1), server TEXT NOT NULL, account TEXT NOT NULL, stream TEXT NOT NULL,"
     " platform_key TEXT NOT NULL, letter TEXT NOT NULL, cursor TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL, config_seq INTEGER NOT NULL,"
     " last_position INTEGER NOT NULL, proven INTEGER, scopes TEXT NOT NULL) STRICT;"
     "CREATE TABLE shares (case_id TEXT PRIMARY KEY, entries INTEGER NOT NULL, digest TEXT NOT NULL, scopes TEXT NOT NULL) STRICT, WITHOUT ROWID;"
     "CREATE TABLE unshown (case_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"},
};
static_assert(inOrder(logSteps));

constexpr Migration outboxSteps[] = {
    {1, "own operations on their way out",
     "CREATE TABLE items (id INTEGER PRIMARY KEY, op_id TEXT NOT NULL UNIQUE, operation TEXT NOT NULL, saved INTEGER NOT NULL,"
     " held_until INTEGER NOT NULL, state INTEGER NOT NULL, dev_seq INTEGER NOT NULL, envelope TEXT NOT NULL, outcome TEXT NOT NULL,"
     " reason TEXT NOT NULL) STRICT;"
     "CREATE TABLE chain (id INTEGER PRIMARY KEY CHECK (id = 1), device TEXT NOT NULL, stream TEXT NOT NULL, epoch INTEGER NOT NULL,"
     " last_seq INTEGER NOT NULL, last_hash TEXT NOT NULL) STRICT;"
     "CREATE TABLE counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
     "CREATE TABLE audit (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, account TEXT NOT NULL, what TEXT NOT NULL, op_id TEXT NOT NULL,"
     " operation TEXT NOT NULL) STRICT;"},
    {2, "refused operations that were settled",
     "CREATE TABLE settled (id INTEGER PRIMARY KEY, op_id TEXT NOT NULL UNIQUE, operation TEXT NOT NULL, saved INTEGER NOT NULL,"
     " held_until INTEGER NOT NULL, dev_seq INTEGER NOT NULL, envelope TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,"
     " how TEXT NOT NULL, account TEXT NOT NULL, words TEXT NOT NULL, at INTEGER NOT NULL, replacement TEXT NOT NULL) STRICT;"
     "CREATE INDEX settled_by_replacement ON settled (replacement) WHERE replacement <> '';"},
    {3, "answers of a distant authority",
     "ALTER TABLE items ADD COLUMN ack_seq INTEGER NOT NULL DEFAULT 0;"
     "CREATE TABLE sent (op_id TEXT PRIMARY KEY, epoch INTEGER NOT NULL, dev_seq INTEGER NOT NULL, envelope TEXT NOT NULL, at INTEGER NOT NULL) STRICT;"
     "CREATE INDEX sent_in_order ON sent (epoch, dev_seq);"
     "CREATE INDEX sent_by_date ON sent (at);"},
};
static_assert(inOrder(outboxSteps));

constexpr Schema logKind{"log", 0x47444c47, logSteps, Durability::Full, 32};       // "GDLG"
constexpr Schema outboxKind{"outbox", 0x47444f42, outboxSteps, Durability::Full, 4}; // "GDOB"

} // namespace

const Schema& logSchema() noexcept { return logKind; }
const Schema& outboxSchema() noexcept { return outboxKind; }

} // namespace griddesk
