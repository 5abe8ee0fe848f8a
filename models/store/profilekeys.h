// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keystore.h"
#include "profile.h"

#include "models/wire/keyfile.h"

#include <optional>
#include <string>

namespace griddesk {

// The ways into a profile: what its keys.json says, and the key that the key store keeps for it. Whoever changes them holds the
// ProfileLock, so that two programs do not write the file at once. Thread: any but the GUI's; the key store may wait for a person.

/// Errors: those of readWholeFile() and KeyFile::parse().
[[nodiscard]] Result<KeyFile> readKeyFile(const ProfilePaths& paths);
/// Errors: those of writeFileDurably().
[[nodiscard]] Result<void> writeKeyFile(const ProfilePaths& paths, const KeyFile& keys);

/// The name of the profile's key in the key store; nothing when its key file has none or cannot be read.
[[nodiscard]] std::optional<std::string> keyStoreEntryOf(const ProfilePaths& paths);

/// Whether the key store answers at all, by asking for what it never has. Errors: Unavailable, Denied, Cancelled, TimedOut.
[[nodiscard]] KeyStoreResult<void> tryKeyStore(KeyStore& store, const CancelToken& cancel = {});

/// What opens the profile, out of the key store. What else is wrong with the profile is found by opening it. Errors: Missing
/// (also when the key file names no key), Unfit, those of KeyStore::get().
[[nodiscard]] KeyStoreResult<ProfileUnlock> unlockByKeyStore(const ProfilePaths& paths, KeyStore& store, const CancelToken& cancel = {});

/// Gives the key store a new key and the key file a way by it; an earlier one is erased. A crash in between leaves a key in the store
/// that opens nothing. Errors: KeyFile (also for a profile without a passphrase: with the computer's key store it would be lost, and its
/// device.key would open it anyway), those of KeyStore::put().
[[nodiscard]] KeyStoreResult<void> rememberInKeyStore(const Profile& profile, KeyStore& store, RandomSource& random, const CancelToken& cancel = {});

/// What came of forgetting.
struct Forgotten {
    bool was = false;                       ///< there was a way by the key store
    std::optional<KeyStoreFailure> left{}; ///< why the store still has the key; it opens nothing any more
};
/// Takes the way out of the key file, then the key out of the store. Errors: those of readKeyFile() and writeKeyFile(); Inconsistent
/// when it is the only way.
[[nodiscard]] Result<Forgotten> forgetInKeyStore(const ProfilePaths& paths, KeyStore& store, const CancelToken& cancel = {});

/// Makes this passphrase the only way in: the old one, the key store's and device.key open it no more. Backups made before are opened
/// by what opened the profile then. Takes a second and 64 MiB. Errors: those of KeyFile::addPassphrase(), readKeyFile() and
/// writeKeyFile(); FileNotWritable when device.key cannot be removed.
[[nodiscard]] Result<Forgotten> changePassphrase(const Profile& profile, const std::string& passphrase, KeyStore& store, RandomSource& random,
                                                 const CancelToken& cancel = {});

} // namespace griddesk
