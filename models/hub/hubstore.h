// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logstore.h"

#include "models/core/scope.h"
#include "models/wire/digest.h"
#include "models/wire/protocol.h"

#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// A device as the platform knows it beside its chain (DeviceRecord): whose it is and whether it may talk.
struct EnrolledDevice {
    DeviceId device;
    AccountId account;
    PublicKey publicKey;
    EnrolState state = EnrolState::Pending;
    std::string code;    ///< while pending
    std::string letter;  ///< when approved
    std::string program;
    Instant asked{}, decided{};

    bool operator==(const EnrolledDevice&) const = default;
};

/// A session: the token itself is never stored, only its hash.
struct Session {
    Hash token; ///< SHA-256 of the token's bytes
    DeviceId device;
    AccountId account;
    Instant expires{};

    bool operator==(const Session&) const = default;
};

/// What the scopes of one case were between two positions of the stream.
struct CaseSight {
    CaseId caseId;
    bool before = false, after = false; ///< seen at the first, at the second position

    bool operator==(const CaseSight&) const = default;
};

/// Port of the platform to its store: the log of one stream and what is needed to give each desk just what it may see.
/// Every key carries the stream. Implemented in memory (tests, simulator), on plain SQLite and on PostgreSQL; one contract
/// suite runs on all. As with LogStore, changes happen between begin() and commit() and rollback() forgets them; the head
/// of the stream stays locked from the first append() until commit(), so that the order of seq is the order of commits and
/// no reader ever sees a gap that is filled later. Thread: one caller at a time.
class HubStore : public LogStore {
public:
    /// begin() for reading only: one snapshot for several queries, ended by commit() or rollback(). Nobody waits for it.
    virtual Result<void> beginReading() = 0;

    // stream
    virtual Result<std::int64_t> streamEpoch() = 0;
    virtual Result<void> setStreamEpoch(std::int64_t epoch) = 0;
    /// How many byte strings are in quarantine.
    virtual Result<std::int64_t> quarantined() = 0;

    // scopes: intervals of positions in which a scope sees a case, written with every applied entry
    /// The scopes that see the case now.
    virtual Result<ScopeSet> caseScopes(const CaseId& id) = 0;
    /// From position `seq` on the case is seen by `scopes` and by nobody else.
    virtual Result<void> setCaseScopes(const CaseId& id, const ScopeSet& scopes, std::int64_t seq) = 0;
    /// Of the cases with an entry in (after, upTo], which were seen at `after` and are seen at `upTo` by any of `scopes`;
    /// those seen at neither are left out. In order of id.
    virtual Result<std::vector<CaseSight>> sights(const ScopeSet& scopes, std::int64_t after, std::int64_t upTo) = 0;
    /// Cases whose sight at `seq` differs between two sets of scopes, at most `limit`, in order of id, after `afterCase`.
    virtual Result<std::vector<CaseSight>> sightsChanged(const ScopeSet& before, const ScopeSet& after, std::int64_t seq, std::string_view afterCase, std::size_t limit) = 0;
    /// The position of the `entries`-th entry after `after` whose case one of `scopes` saw at that position; the head when
    /// there are fewer.
    virtual Result<std::int64_t> seenUpTo(const ScopeSet& scopes, std::int64_t after, std::size_t entries) = 0;
    /// A set of scopes that some cursor names by its hash, kept for ever.
    virtual Result<void> putScopeSet(std::string_view hash, const ScopeSet& scopes) = 0;
    virtual Result<std::optional<ScopeSet>> scopeSet(std::string_view hash) = 0;

    // digests, kept up with every append and every change of scopes
    virtual Result<ScopeDigest> scopeDigest(std::string_view scope) = 0;

    // configuration stream: LogStore::putBundle() and putDocument() store the bytes
    virtual Result<std::int64_t> configHead() = 0;
    virtual Result<void> appendConfig(const ConfigLine& line) = 0; ///< seq = configHead()+1
    virtual Result<std::vector<ConfigLine>> configAfter(std::int64_t after, std::size_t limit) = 0;

    // accounts and devices
    virtual Result<std::optional<std::string>> passwordHash(const AccountId& account) = 0; ///< Argon2id string of libsodium
    virtual Result<void> setPasswordHash(const AccountId& account, std::string_view hash) = 0;
    virtual Result<std::optional<EnrolledDevice>> enrolled(const DeviceId& device) = 0;
    virtual Result<void> putEnrolled(const EnrolledDevice& device) = 0;
    virtual Result<std::vector<EnrolledDevice>> enrolledDevices() = 0;
    virtual Result<void> putSession(const Session& session) = 0;
    virtual Result<std::optional<Session>> session(const Hash& token) = 0;
    virtual Result<void> endSessions(const DeviceId& device) = 0;
    virtual Result<void> forgetExpired(Instant now) = 0; ///< sessions and nonces
    /// False when this nonce of the device was used before.
    virtual Result<bool> useNonce(const DeviceId& device, std::string_view nonce, Instant expires) = 0;

    // founding: the log of a stand-alone desk on its way up, in pieces, until it becomes the stream's first
    /// Bytes of the device's upload kept so far, without gaps.
    virtual Result<std::int64_t> foundingSize(const DeviceId& device) = 0;
    /// Errors: Inconsistent when `offset` is not foundingSize().
    virtual Result<void> putFoundingPiece(const DeviceId& device, std::int64_t offset, std::string_view bytes) = 0;
    /// The piece that begins at `offset`; absent when none does.
    virtual Result<std::optional<std::string>> foundingPiece(const DeviceId& device, std::int64_t offset) = 0;
    virtual Result<void> dropFounding(const DeviceId& device) = 0;
    virtual Result<void> setFounder(const DeviceId& device) = 0;
    virtual Result<std::optional<DeviceId>> founder() = 0; ///< whose log the stream began with
};

} // namespace griddesk
