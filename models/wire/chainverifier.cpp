// SPDX-License-Identifier: GPL-3.0-or-later
#include "chainverifier.h"

namespace griddesk {

const char* nameOf(ChainVerdict verdict) noexcept
{
    switch (verdict) {
    case ChainVerdict::Next: return "next";
    case ChainVerdict::Duplicate: return "duplicate";
    case ChainVerdict::Gap: return "gap";
    case ChainVerdict::OldEpoch: return "old-epoch";
    case ChainVerdict::WrongChain: return "wrong-chain";
    case ChainVerdict::BadSignature: return "bad-signature";
    case ChainVerdict::BrokenLink: return "broken-link";
    case ChainVerdict::Fork: return "fork";
    }
    return "unknown";
}

ChainVerdict judge(const ChainHead& head, const SealedEnvelope& sealed, const PublicKey& key, const std::optional<Hash>& known)
{
    const auto& envelope = sealed.envelope;
    if (envelope.device != head.device || envelope.stream != head.stream)
        return ChainVerdict::WrongChain;
    if (known && *known == sealed.hash) // the very bytes that were verified before
        return ChainVerdict::Duplicate;
    if (!isSignedBy(envelope, key)) // before anything that accuses the device itself
        return ChainVerdict::BadSignature;
    if (known)
        return ChainVerdict::Fork;
    if (envelope.devEpoch < head.epoch)
        return ChainVerdict::OldEpoch;
    const bool newEpoch = envelope.devEpoch > head.epoch;
    const auto lastSeq = newEpoch ? 0 : head.lastSeq;
    const auto lastHash = newEpoch ? Hash{} : head.lastHash;
    if (envelope.devSeq <= lastSeq) // the head says it was taken, yet nobody kept it: never let it pass as new
        return ChainVerdict::Fork;
    if (envelope.devSeq > lastSeq + 1)
        return ChainVerdict::Gap;
    return envelope.prevHash == lastHash ? ChainVerdict::Next : ChainVerdict::BrokenLink;
}

void advance(ChainHead& head, const SealedEnvelope& sealed)
{
    head.epoch = sealed.envelope.devEpoch;
    head.lastSeq = sealed.envelope.devSeq;
    head.lastHash = sealed.hash;
}

ChainVerdict ChainVerifier::take(const SealedEnvelope& sealed)
{
    const std::pair place{sealed.envelope.devEpoch, sealed.envelope.devSeq};
    const auto found = m_known.find(place);
    const auto verdict = judge(m_head, sealed, m_key, found == m_known.end() ? std::nullopt : std::optional(found->second));
    if (verdict == ChainVerdict::Next) {
        advance(m_head, sealed);
        m_known.emplace(place, sealed.hash);
    }
    return verdict;
}

} // namespace griddesk
