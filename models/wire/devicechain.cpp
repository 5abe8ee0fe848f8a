// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicechain.h"

#include "canonicaljson.h"

namespace griddesk {

Result<SealedEnvelope> DeviceChain::seal(Operation op, SealContext context)
{
    Envelope envelope{
        .op = std::move(op),
        .device = m_head.device,
        .devEpoch = m_head.epoch,
        .devSeq = m_head.lastSeq + 1,
        .stream = m_head.stream,
        .trunkRev = context.trunkRev,
        .branchId = std::move(context.branchId),
        .parentOp = std::move(context.parentOp),
        .leaseFence = context.leaseFence,
        .hlc = context.hlc,
        .wall = context.wall,
        .bootId = std::move(context.bootId),
        .monotonic = context.monotonic,
        .estOffset = context.estOffset,
        .blobs = std::move(context.blobs),
        .prevHash = m_head.lastHash,
        .sig = {},
    };
    envelope.sig = m_key.sign(bytesOf(bytesToSign(envelope)));
    // Reading back is the check: whatever every other program would refuse is found before it is in the chain.
    auto sealed = readEnvelope(toCanonical(toValue(envelope)));
    if (!sealed)
        return sealed;
    m_head.lastSeq = sealed->envelope.devSeq;
    m_head.lastHash = sealed->hash;
    return sealed;
}

} // namespace griddesk
