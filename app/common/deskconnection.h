// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/localauthority.h"
#include "models/hub/rulelibrary.h"
#include "models/store/projectionstore.h"
#include "models/store/sqlitelogstore.h"
#include "models/store/sqliteoutbox.h"
#include "models/store/sqlitereplica.h"
#include "models/sync/submitter.h"
#include "models/sync/syncengine.h"
#include "models/wire/datakey.h"

#include <filesystem>
#include <memory>

namespace griddesk {

/// Where the databases of one profile lie and what opens them.
struct DeskFiles {
    std::filesystem::path outbox, journal, log, store;
    Secret outboxKey, journalKey, logKey, storeKey;
};

class Profile;
/// The files of a profile with the keys derived for them.
[[nodiscard]] DeskFiles deskFilesOf(const Profile& profile);

/// The three databases of a profile on one thread, with what works on them. The writer's has everything; a reader's
/// connections are query-only and it has no submitter. Not movable: its parts refer to each other.
struct DeskConnection {
    std::unique_ptr<Database> outboxDb, logDb, storeDb;
    std::unique_ptr<SqliteLogStore> log;
    std::unique_ptr<SqliteOutbox> outbox;
    std::unique_ptr<RuleLibrary> rules;
    // writer only
    std::unique_ptr<OutboxJournal> journal;
    std::unique_ptr<ProjectionStore> projection;
    std::unique_ptr<LocalAuthority> authority; ///< of a desk that stands alone; else the next two
    std::unique_ptr<SqliteReplica> replica;
    std::unique_ptr<ReplicaAuthority> copy;
    std::unique_ptr<Submitter> submitter;
    std::unique_ptr<SyncEngine> sync; ///< of an enrolled desk

    /// Opens all three. Errors: those of openDatabase(), the file named in the context.
    [[nodiscard]] static Result<std::unique_ptr<DeskConnection>> open(const DeskFiles& files, OpenMode mode);
};

/// For the executor: the cancel of a job reaches every connection.
void setCancel(DeskConnection& connection, const CancelToken& token);

} // namespace griddesk
