// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devicekey.h"
#include "envelope.h"

namespace griddesk {

/// The end of one chain: device x stream. Kept in the transaction that keeps the envelope.
struct ChainHead {
    DeviceId device;
    std::string stream;
    std::int64_t epoch = 1;
    std::int64_t lastSeq = 0; ///< 0 = nothing sealed in this epoch yet
    Hash lastHash{};          ///< all zero when lastSeq is 0

    bool operator==(const ChainHead&) const = default;
};

/// What the author's machine knew when an operation is sealed; see the members of Envelope.
struct SealContext {
    std::int64_t trunkRev = 0;
    std::optional<std::string> branchId{};
    std::optional<OperationId> parentOp{};
    std::optional<std::int64_t> leaseFence{};
    Hlc hlc{};
    Instant wall{};
    std::string bootId{};
    std::int64_t monotonic = 0;
    std::int64_t estOffset = 0;
    std::vector<BlobRef> blobs{};
};

/// Seals the operations of this device one after the other: sequence, link to the one before, signature. Thread: the
/// writing one. The key must outlive it.
class DeviceChain {
public:
    DeviceChain(ChainHead head, const DeviceKey& key) : m_head(std::move(head)), m_key(key) {}

    /// The next envelope, signed; moves the head. What cannot be read back is not sealed and does not move the head.
    /// Errors: those of readEnvelope(), e.g. LimitExceeded for a payload that is too large.
    [[nodiscard]] Result<SealedEnvelope> seal(Operation op, SealContext context);

    [[nodiscard]] const ChainHead& head() const noexcept { return m_head; }
    /// Puts the head back when the transaction that should have kept the envelope failed. An envelope that has left the
    /// machine must never be taken back: its sequence number would be used twice, which is a fork.
    void reset(ChainHead head) { m_head = std::move(head); }

private:
    ChainHead m_head;
    const DeviceKey& m_key;
};

} // namespace griddesk
