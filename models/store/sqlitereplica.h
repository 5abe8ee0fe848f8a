// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/sync/replicaport.h"

namespace griddesk {

/// The desk's copy of a platform's log, in log.db beside the tables of SqliteLogStore and in its transactions. Thread: that of
/// the database.
class SqliteReplica final : public ReplicaPort {
public:
    SqliteReplica(Database& database, LogStore& log) : m_database(database), m_log(log) {}

    Result<std::optional<ReplicaState>> state() override;
    Result<void> setState(const ReplicaState& state) override;
    Result<void> take(const LogEntry& entry) override;
    Result<void> forgetCase(const CaseId& id) override;
    Result<void> forgetAll() override;
    Result<std::vector<CaseId>> unshown() override;
    Result<void> shown(const std::vector<CaseId>& cases) override;
    Result<void> putShare(const CaseShare& share) override;
    Result<ScopeDigest> digestOf(std::string_view scope) override;

    /// What was a log of its own is the beginning of the platform's from now on: its places are the stream's positions.
    Result<void> becomeCopy();

private:
    Result<void> keepPosition();

    Database& m_database;
    LogStore& m_log;
};

} // namespace griddesk
