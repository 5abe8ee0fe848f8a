// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"
#include "models/core/instant.h"
#include "models/hub/outcome.h"
#include "models/wire/devicechain.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// One leaf of a stream's log: an operation as it was received, what the authority decided and when it takes effect.
struct LogEntry {
    std::int64_t seq = 0;     ///< position in the stream, from 1 without gaps
    CaseId caseId;
    OperationId operationId;
    std::int64_t caseRev = 0; ///< how many operations of the case are applied, this one included
    std::string envelope;     ///< canonical JSON bytes of the signed envelope
    Outcome outcome = Outcome::Applied;
    std::string reason;       ///< name of the rule that refused; empty when applied
    Instant effective{};      ///< effective time, given by the authority, written once
    std::optional<Instant> receivedAt{}; ///< when the authority took it in; absent in logs begun before this was kept
    std::int64_t doubtMs = 0; ///< how far the effective time may be off: receipt against the device's word
    std::string number;       ///< case number, on the operation it was given with
    std::string hash;         ///< SHA-256 (hex) of the envelope bytes
    /// In a desk's copy of a platform's log: the position in the platform's stream, `seq` being the place in the copy, in the
    /// order things came. 0 where the log is the stream itself.
    std::int64_t streamSeq = 0;

    bool operator==(const LogEntry&) const = default;
};

/// A device the authority knows: its public key and where its chain stands in this stream.
struct DeviceRecord {
    PublicKey publicKey;
    ChainHead head;

    bool operator==(const DeviceRecord&) const = default;
};

/// A case that came from outside, found again by the source's own number.
struct OutsideRecord {
    CaseId caseId;
    std::string recordHash; ///< hash of the source's record as last imported

    bool operator==(const OutsideRecord&) const = default;
};

/// Port of the authority to its durable log: one stream, append only. Implemented over SQLCipher for the desk
/// (models/store), in memory for tests. Thread: one caller at a time (the writer). All changes happen between begin()
/// and commit(); rollback() forgets them.
class LogStore {
public:
    LogStore() = default;
    LogStore(const LogStore&) = delete;
    LogStore& operator=(const LogStore&) = delete;
    virtual ~LogStore() = default;

    virtual Result<void> begin() = 0;
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

    /// Appends; `entry.seq` must be head()+1. Errors: Inconsistent on a gap, Duplicate on a known operation id.
    virtual Result<void> append(const LogEntry& entry) = 0;
    virtual Result<std::int64_t> head() = 0;
    virtual Result<std::optional<LogEntry>> findOperation(const OperationId& id) = 0;
    /// All logged entries of a case, refused ones included, in order of seq.
    virtual Result<std::vector<LogEntry>> caseHistory(const CaseId& id) = 0;
    /// At most `limit` entries with seq > after, in order.
    virtual Result<std::vector<LogEntry>> entriesAfter(std::int64_t after, std::size_t limit) = 0;

    virtual Result<std::optional<DeviceRecord>> device(const DeviceId& id) = 0;
    virtual Result<void> putDevice(const DeviceRecord& record) = 0;
    /// Hash of the envelope a device sent as number `seq` of `epoch`, to tell a repeat from a fork.
    virtual Result<std::optional<Hash>> sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq) = 0;
    virtual Result<void> putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash) = 0;

    /// Keeps bytes that could not become history, with the reason.
    virtual Result<void> quarantine(std::string_view bytes, Outcome outcome, std::string_view reason, Instant at) = 0;

    /// Next case number of the year, from 1.
    virtual Result<std::int64_t> nextNumber(int year) = 0;

    virtual Result<void> putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record) = 0;
    virtual Result<std::optional<OutsideRecord>> findOutside(std::string_view platform, std::string_view number) = 0;

    /// Rule bundles by hash; the newest one with validFrom <= at is in force.
    virtual Result<void> putBundle(std::string_view hash, std::string_view bytes, Instant validFrom) = 0;
    virtual Result<std::optional<std::string>> bundle(std::string_view hash) = 0;
    virtual Result<std::optional<std::string>> bundleInForce(Instant at) = 0; ///< its hash

    /// Documents that a bundle names by hash (area geometry), kept with the log and never changed.
    virtual Result<void> putDocument(std::string_view hash, std::string_view bytes) = 0;
    virtual Result<std::optional<std::string>> document(std::string_view hash) = 0;
};

/// Runs `work` in one transaction of the log: commits when it succeeds, rolls back when it fails.
template <typename F>
[[nodiscard]] auto inLogTransaction(LogStore& log, F&& work) -> decltype(work())
{
    if (auto begun = log.begin(); !begun)
        return std::unexpected(begun.error());
    auto result = work();
    if (!result) {
        log.rollback();
        return result;
    }
    if (auto committed = log.commit(); !committed) {
        log.rollback();
        return std::unexpected(committed.error());
    }
    return result;
}

} // namespace griddesk
