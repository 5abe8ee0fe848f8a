// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/scope.h"
#include "models/hub/logstore.h"
#include "models/wire/digest.h"

#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// Whose copy a desk's log is and how far it goes.
struct ReplicaState {
    std::string server;      ///< address of the platform, "https://…"
    AccountId account;       ///< whose desk this is
    std::string stream;
    std::string platformKey; ///< Ed25519 public key (hex)
    std::string letter;      ///< of local numbers, given by the platform
    std::string cursor{};    ///< as the platform gave it; empty = nothing pulled yet
    std::int64_t epoch = 0;  ///< of the stream, as last seen
    std::int64_t seq = 0;    ///< the platform's position that everything here goes up to
    std::int64_t configSeq = 0;
    std::optional<Instant> proven{}; ///< when digests last agreed
    ScopeSet scopes{};

    bool operator==(const ReplicaState&) const = default;
};

/// What one case contributes to the digests of the scopes that see it.
struct CaseShare {
    CaseId caseId;
    std::int64_t entries = 0;
    Digest digest{};
    ScopeSet scopes{};
};

/// Port to the desk's copy of what it may see of a platform's log; lies in log.db, in the transactions of its LogStore.
/// Entries stand in the order they came (LogEntry::seq is a place in the copy, LogEntry::streamSeq the platform's position);
/// within a case that is the order of the stream. Thread: the writer.
class ReplicaPort {
public:
    ReplicaPort() = default;
    ReplicaPort(const ReplicaPort&) = delete;
    ReplicaPort& operator=(const ReplicaPort&) = delete;
    virtual ~ReplicaPort() = default;

    /// Absent while the desk stands alone.
    virtual Result<std::optional<ReplicaState>> state() = 0;
    virtual Result<void> setState(const ReplicaState& state) = 0;

    /// Puts an entry behind all others; `entry.seq` is given here. An operation that is there already is left as it is.
    virtual Result<void> take(const LogEntry& entry) = 0;
    /// The case went out of sight, or comes anew: its entries and its share go. It is remembered as unshown.
    virtual Result<void> forgetCase(const CaseId& id) = 0;
    /// Begins anew: no entry, no share, no cursor. Places are not given twice.
    virtual Result<void> forgetAll() = 0;

    /// Cases the tables show though they were forgotten; those of forgetAll() too. For whoever projects.
    virtual Result<std::vector<CaseId>> unshown() = 0;
    virtual Result<void> shown(const std::vector<CaseId>& cases) = 0;

    virtual Result<void> putShare(const CaseShare& share) = 0;
    /// The sum of the shares of all cases that scope sees.
    virtual Result<ScopeDigest> digestOf(std::string_view scope) = 0;
};

} // namespace griddesk
