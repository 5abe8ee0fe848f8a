// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "devicechain.h"

#include <map>
#include <utility>

namespace griddesk {

/// What an envelope is to the chain of its device.
enum class ChainVerdict : std::uint8_t {
    Next,          ///< continues the chain
    Duplicate,     ///< known already, same hash
    Gap,           ///< an envelope before it is missing: wait for it
    OldEpoch,      ///< from before the device was restored and not known: to be looked at by a person
    WrongChain,    ///< of another device or stream
    BadSignature,  ///< not signed by the device's key
    BrokenLink,    ///< right number, but names another predecessor
    Fork,          ///< same number, other content: a copied profile or a forger
};

/// Verdicts that raise the alarm and mean "tampered" in a push.
[[nodiscard]] constexpr bool isTampered(ChainVerdict verdict) noexcept
{
    return verdict == ChainVerdict::BadSignature || verdict == ChainVerdict::BrokenLink || verdict == ChainVerdict::Fork;
}
[[nodiscard]] const char* nameOf(ChainVerdict verdict) noexcept;

/// Judges one envelope against the head of its chain. `known` is the hash stored for the same (device, stream, epoch,
/// sequence), absent when there is none. A new epoch starts at sequence 1 with an all-zero link. Pure; thread: any.
[[nodiscard]] ChainVerdict judge(const ChainHead& head, const SealedEnvelope& sealed, const PublicKey& key, const std::optional<Hash>& known);

/// Moves `head` past an envelope whose verdict was Next.
void advance(ChainHead& head, const SealedEnvelope& sealed);

/// judge() with its own memory, for checking a whole export or a log: one chain, every hash kept. Thread: one.
class ChainVerifier {
public:
    ChainVerifier(DeviceId device, std::string stream, const PublicKey& key)
        : m_head{.device = std::move(device), .stream = std::move(stream)}, m_key(key)
    {
    }
    /// Judges the envelope and takes it into the chain when it is the next one.
    ChainVerdict take(const SealedEnvelope& sealed);
    [[nodiscard]] const ChainHead& head() const noexcept { return m_head; }

private:
    ChainHead m_head;
    PublicKey m_key;
    std::map<std::pair<std::int64_t, std::int64_t>, Hash> m_known; ///< by epoch and sequence
};

} // namespace griddesk
