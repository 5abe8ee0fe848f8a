// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hash.h"
#include "secret.h"

#include <cstdint>

namespace griddesk {

/// What a derived key is for. The numbers are part of the stored format: append, never change.
enum class KeyPurpose : std::uint8_t {
    Outbox = 1,    ///< raw key of outbox.db
    Log = 2,       ///< raw key of log.db
    Store = 3,     ///< raw key of store.db
    Blobs = 4,     ///< contents of blob files
    BlobNames = 5, ///< names of blob files
    Journal = 6,   ///< lines of outbox.journal
    CaseKeys = 7,  ///< wraps the keys of personal records
    DeviceKey = 8, ///< wraps the seed of the device key
    Desk = 9,      ///< raw key of desk.db
    Callers = 10,  ///< marks of telephone numbers in store.db
    Manifest = 11, ///< seals manifest.json of a backup
};

/// The one random 256-bit key of a profile; everything stored under the profile is under a key derived from it. Thread: any,
/// one at a time.
class DataKey {
public:
    [[nodiscard]] static DataKey generate(RandomSource& random) { return DataKey(Secret::random(random)); }
    /// Errors: InvalidArgument when the secret is empty.
    [[nodiscard]] static Result<DataKey> fromSecret(Secret secret);

    /// The key for one purpose (libsodium's crypto_kdf: BLAKE2b with purpose number and context "griddesk").
    [[nodiscard]] Secret derived(KeyPurpose purpose) const;
    /// Names this key without telling anything about it; key files state it, so that a wrap of another key is noticed.
    [[nodiscard]] Hash fingerprint() const;
    [[nodiscard]] const Secret& secret() const noexcept { return m_secret; }

private:
    explicit DataKey(Secret secret) : m_secret(std::move(secret)) {}
    Secret m_secret;
};

} // namespace griddesk
