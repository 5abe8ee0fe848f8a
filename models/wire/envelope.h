// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hash.h"
#include "hlc.h"
#include "signature.h"

#include "models/core/instant.h"
#include "models/core/operation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

inline constexpr std::int64_t envelopeProtocol = 1;
inline constexpr std::size_t maximumEnvelopeBytes = 256 * 1024;
inline constexpr std::size_t maximumEnvelopeBlobs = 64;

/// A file that goes with an operation, named by its content.
struct BlobRef {
    Hash sha256{};
    std::int64_t size = 0; ///< bytes, 0 to 2^40
    std::string mime{};     ///< 1 to 127 bytes

    bool operator==(const BlobRef&) const = default;
};

/// What stands around an operation on its way: which device wrote it, in which place of its chain, on what it was based,
/// what the clocks showed, and the device's signature. Optional members are absent in JSON, never null.
struct Envelope {
    std::int64_t proto = envelopeProtocol;
    Operation op;
    DeviceId device;
    std::int64_t devEpoch = 1; ///< rises when a device is restored from a backup
    std::int64_t devSeq = 1;   ///< gapless per device, stream and epoch, from 1
    std::string stream;        ///< the sub-district; an identifier
    std::int64_t trunkRev = 0; ///< last confirmed revision of the case that the author saw
    std::optional<std::string> branchId{};
    std::optional<OperationId> parentOp{};
    std::optional<std::int64_t> leaseFence{};
    Hlc hlc{};
    Instant wall{};              ///< the device's wall clock, as it was
    std::string bootId{};          ///< which run of the machine `monotonic` belongs to; an identifier
    std::int64_t monotonic = 0;  ///< milliseconds of the machine's steady clock
    std::int64_t estOffset = 0;  ///< estimated server time minus wall, milliseconds
    std::vector<BlobRef> blobs{};
    Hash prevHash{};              ///< hash of the previous envelope of the chain; all zero for the first of an epoch
    Signature sig{};

    bool operator==(const Envelope&) const = default;
};

/// An envelope together with the exact bytes that were signed and hashed.
struct SealedEnvelope {
    Envelope envelope;
    std::string bytes; ///< canonical JSON
    Hash hash;         ///< SHA-256 of `bytes`; what the next envelope of the chain names
};

[[nodiscard]] Value toValue(const Envelope& envelope);

/// Errors: Unsupported (newer protocol or an operation this version does not know), MissingField, UnknownField,
/// WrongType, OutOfRange, LimitExceeded, Syntax; context names the field.
[[nodiscard]] Result<Envelope> envelopeFromValue(const Value& value);

/// Reads received bytes: canonical JSON of one envelope, at most maximumEnvelopeBytes. Says nothing about the signature.
/// Errors: those of fromCanonical() and envelopeFromValue().
[[nodiscard]] Result<SealedEnvelope> readEnvelope(std::string_view bytes);

/// What the signature covers: the line `griddesk.envelope.1`, then the canonical JSON without `sig`.
[[nodiscard]] std::string bytesToSign(const Envelope& envelope);

/// SHA-256 of the canonical JSON, signature included.
[[nodiscard]] Hash hashOf(const Envelope& envelope);

/// Whether the envelope bears a valid signature of `key`.
[[nodiscard]] bool isSignedBy(const Envelope& envelope, const PublicKey& key);

} // namespace griddesk
