// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeschema.h"

#include "casefacts.h"

namespace griddesk {

namespace {

// `hot` holds only integers: what tables are selected and ordered by. The partial index over `step` is what a queue is
// read from; it covers, so opening a queue touches no row.
// Whatever has no order in time (places, ends of numbers, words) stands in the word index alone: a b-tree of it would
// touch a page of its own for every case written.
constexpr Migration storeSteps[] = {
    {1, "projection", R"sql(
CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO state VALUES ('applied', 0), ('indexed', 0), ('lastkey', 0);

CREATE TABLE code (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (kind, text)) STRICT;

CREATE TABLE detail (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, row BLOB NOT NULL) STRICT;

CREATE TABLE hot (
    key INTEGER PRIMARY KEY,
    step INTEGER, queues INTEGER NOT NULL, closed INTEGER NOT NULL,
    work INTEGER NOT NULL, due INTEGER, yellow INTEGER,
    ordinal INTEGER NOT NULL, reported INTEGER NOT NULL, changed INTEGER NOT NULL, closed_at INTEGER, case_due INTEGER,
    stage INTEGER NOT NULL, urgency INTEGER NOT NULL, marks INTEGER NOT NULL, pending INTEGER NOT NULL,
    source INTEGER, category INTEGER, unit INTEGER, unit2 INTEGER,
    cell INTEGER, grid INTEGER, community INTEGER, subdistrict INTEGER,
    lon INTEGER, lat INTEGER
) STRICT;
CREATE INDEX hot_step ON hot(step, work, due, yellow) WHERE step IS NOT NULL;
CREATE INDEX hot_yellow ON hot(yellow) WHERE closed = 0 AND yellow IS NOT NULL;
CREATE INDEX hot_due ON hot(due) WHERE closed = 0 AND due IS NOT NULL;
CREATE INDEX hot_marked ON hot(work, queues) WHERE queues & 3661824 <> 0;
CREATE INDEX hot_ordinal ON hot(ordinal, closed);
CREATE INDEX hot_reported ON hot(reported, closed);

CREATE TABLE holder (unit INTEGER NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (unit, key)) STRICT, WITHOUT ROWID;
CREATE TABLE mine (key INTEGER NOT NULL, account INTEGER NOT NULL, PRIMARY KEY (key, account)) STRICT, WITHOUT ROWID;
CREATE INDEX mine_by_account ON mine(account, key);
CREATE TABLE assignment (
    key INTEGER NOT NULL, id TEXT NOT NULL, unit INTEGER NOT NULL, level INTEGER NOT NULL, role INTEGER NOT NULL,
    state INTEGER NOT NULL, signed_at INTEGER, handler INTEGER, PRIMARY KEY (key, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_live ON assignment(unit, state) WHERE state <= 1;

CREATE TABLE number (text TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (text, key)) STRICT, WITHOUT ROWID;

CREATE TABLE tally (kind INTEGER NOT NULL, a INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, a)) STRICT, WITHOUT ROWID;

CREATE TABLE reindex (key INTEGER PRIMARY KEY) STRICT;
CREATE VIRTUAL TABLE word USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '_'");
)sql"},
    // Emptied, so that the next start projects every case again and finds the callers of all of them.
    {2, "callers", R"sql(
CREATE TABLE caller (key INTEGER NOT NULL, mark BLOB NOT NULL, PRIMARY KEY (key, mark)) STRICT, WITHOUT ROWID;
CREATE INDEX caller_by_mark ON caller(mark, key);
DELETE FROM detail; DELETE FROM hot; DELETE FROM holder; DELETE FROM mine; DELETE FROM assignment;
DELETE FROM number; DELETE FROM tally; DELETE FROM reindex; DELETE FROM code;
INSERT INTO word(word) VALUES ('delete-all');
UPDATE state SET value = 0 WHERE name <> 'lastkey';
)sql"},
    // Emptied as well: the reports of all cases are gathered anew.
    {3, "matters", R"sql(
CREATE TABLE matter (
    category INTEGER NOT NULL, reported INTEGER NOT NULL, key INTEGER NOT NULL, lon INTEGER NOT NULL, lat INTEGER NOT NULL,
    PRIMARY KEY (category, reported, key)
) STRICT, WITHOUT ROWID;
DELETE FROM detail; DELETE FROM hot; DELETE FROM holder; DELETE FROM mine; DELETE FROM assignment;
DELETE FROM number; DELETE FROM caller; DELETE FROM tally; DELETE FROM reindex; DELETE FROM code;
INSERT INTO word(word) VALUES ('delete-all');
UPDATE state SET value = 0 WHERE name <> 'lastkey';
)sql"},
};
static_assert(inOrder(storeSteps));
static_assert(markedQueues == 3661824, "the condition of hot_marked is this constant");

constexpr Migration deskSteps[] = {
    {1, "notes", R"sql(
CREATE TABLE entry (key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE history (id INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX history_of_key ON history(key, id);
)sql"},
};
static_assert(inOrder(deskSteps));

constexpr Schema store{"store", 0x47445332, storeSteps, Durability::Normal, 64, 8000};
constexpr Schema desk{"desk", 0x47444B31, deskSteps, Durability::Full, 2};

} // namespace

const Schema& storeSchema() noexcept
{
    return store;
}

const Schema& deskSchema() noexcept
{
    return desk;
}

} // namespace griddesk
