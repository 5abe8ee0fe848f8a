// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/instant.h"
#include "models/core/operation.h"
#include "models/wire/devicechain.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// Where an own operation stands on its way out.
enum class OutboxState : std::uint8_t {
    Held,   ///< saved, may still be taken back until `heldUntil`; no sequence, no signature
    Sealed, ///< numbered and signed; will be pushed until answered
    Refused, ///< the authority refused it: in the conflict tray until somebody settles it
    Acknowledged, ///< a distant authority applied it; it stays in the view until the desk has it from there
};

/// One own operation in the outbox.
struct OutboxItem {
    Operation operation;
    Instant savedAt{};   ///< device time at saving
    Instant heldUntil{}; ///< released at this device time
    OutboxState state = OutboxState::Held;
    std::int64_t devSeq = 0; ///< 0 while held
    std::string envelope;    ///< canonical signed bytes, empty while held
    std::string outcome;     ///< name of the outcome, when refused
    std::string reason;      ///< rule that refused
    std::int64_t ackSeq = 0; ///< position the distant authority gave it, once acknowledged

    bool operator==(const OutboxItem&) const = default;
};

/// A refused operation whose place a new one takes: done again on the present state, or kept as a note on the case.
struct Replacement {
    OperationId refused;
    OperationId by;
    std::string how; ///< reissued, noted
};

/// A refused operation that somebody settled. It stays on record, and is put back when its replacement is taken back.
struct SettledItem {
    OutboxItem item;
    std::string how; ///< withdrawn, reissued, noted
    std::string byAccount;
    std::string words; ///< reason given
    Instant at{};
    std::optional<OperationId> replacement;
};

/// What a distant authority answered for one sealed operation.
struct Answered {
    OperationId operation;
    bool refused = false; ///< goes to the tray
    bool applied = false; ///< stays as acknowledged; neither: it leaves (overtaken)
    std::int64_t seq = 0;
    std::string outcome{}, reason{};
};

/// Bytes of an own operation that a distant authority answered; kept to be offered again should it be restored from a backup.
struct SentCopy {
    std::int64_t epoch = 1, devSeq = 0;
    std::string envelope;

    bool operator==(const SentCopy&) const = default;
};

/// Port to the durable outbox: the truth about what somebody saved on this device. Every function is one durable
/// transaction (synchronous=FULL). Thread: the writer.
class OutboxPort {
public:
    OutboxPort() = default;
    OutboxPort(const OutboxPort&) = delete;
    OutboxPort& operator=(const OutboxPort&) = delete;
    virtual ~OutboxPort() = default;

    /// Saves held operations, all or none; when it returns they are safe on disk. Refused ones they replace leave the tray
    /// in the same transaction. Errors: Refused when one of those is not in the tray any more.
    virtual Result<void> save(const std::vector<OutboxItem>& items, const std::vector<Replacement>& replaced) = 0;
    /// Takes held operations back, all or none, and leaves a local audit line for each; what they replaced is in the tray
    /// again. Errors: Refused when one of them is released already.
    virtual Result<void> takeBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant at) = 0;
    /// Writes sequence, signature and the new chain head of released operations in one transaction.
    virtual Result<void> seal(const std::vector<OutboxItem>& items, const ChainHead& head) = 0;
    /// The authority answered: applied and superseded ones leave, refused ones stay in the tray.
    virtual Result<void> settle(const OperationId& id, bool refused, const std::string& outcome, const std::string& reason) = 0;
    /// A distant authority answered: all or none, and a copy of what was sent is kept. Answers for items that are not sealed
    /// any more change nothing.
    virtual Result<void> answered(const std::vector<Answered>& answers, Instant at) = 0;
    /// The desk has these acknowledged operations from the authority now, or will never see them: they leave.
    virtual Result<void> confirmed(const std::vector<OperationId>& operations) = 0;
    /// Copies of what was sent behind `seq` of `epoch`, in order, at most `limit`.
    virtual Result<std::vector<SentCopy>> sentAfter(std::int64_t epoch, std::int64_t seq, std::size_t limit) = 0;
    /// Takes refused operations into the tray that are not in the outbox any more; known ones are left as they are.
    virtual Result<void> putInTray(const std::vector<OutboxItem>& items) = 0;
    /// Copies answered before then are not needed any more.
    virtual Result<void> forgetSent(Instant before) = 0;
    /// Somebody withdrew refused operations: all or none leave the tray, each with an audit line. Errors: Refused when one
    /// is not in the tray.
    virtual Result<void> withdraw(const std::vector<OperationId>& operations, const std::string& byAccount, const std::string& words, Instant at) = 0;
    /// Withdrawn operations come back into the tray, all or none. Errors: Refused when one was not withdrawn.
    virtual Result<void> putBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant at) = 0;
    /// What was settled, newest first.
    virtual Result<std::vector<SettledItem>> settledItems(std::size_t limit) = 0;

    virtual Result<std::vector<OutboxItem>> items() = 0; ///< all, in order of saving
    /// Where the device's own chain stands; absent before the first operation was sealed.
    virtual Result<std::optional<ChainHead>> chainHead() = 0;
    /// Next local case number (counter of "B-0042").
    virtual Result<std::int64_t> nextLocalNumber() = 0;
};

} // namespace griddesk
