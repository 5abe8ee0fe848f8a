// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/profile.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace griddesk {

/// Asked between the steps of long work; false ends it with Cancelled.
using StepProgress = std::function<bool(std::uint64_t done, std::uint64_t all)>;

struct BackupReport {
    std::vector<std::string> files; ///< relative names, as in manifest.json
    std::uint64_t bytes = 0;
};

/// Copies a profile into a new folder: outbox.db and log.db as consistent snapshots (a desk may be at work), keys, blobs, and
/// manifest.json with the SHA-256 of every file. store.db is left out, it is made again from the log. A profile without a
/// passphrase brings its device.key along: keep such a backup as safe as the profile. The folder appears whole or not at
/// all. Errors: those of Profile::open(); Duplicate when the target exists; DiskFull; Cancelled.
[[nodiscard]] Result<BackupReport> backupProfile(const std::filesystem::path& folder, const ProfileUnlock& unlock, const std::filesystem::path& target,
                                                 const StepProgress& progress);

/// Checks a backup without touching it: every file against the manifest, then a copy opened and verified like a profile.
/// Returns what is wrong; empty = it can be restored. Errors: FileNotFound, FileForeign (no manifest), WrongKey.
[[nodiscard]] Result<std::vector<std::string>> verifyBackup(const std::filesystem::path& backup, const ProfileUnlock& unlock, const StepProgress& progress);

/// Brings a backup into a folder that is empty or does not exist. Errors: Duplicate, HashMismatch, DiskFull, Io.
[[nodiscard]] Result<void> restoreBackup(const std::filesystem::path& backup, const std::filesystem::path& folder);

/// Checks a profile that nobody has open for writing: files, page authentication, log without gaps, hashes, signatures and
/// device chains, rule bundles by hash, every case replayed. Returns what is wrong.
[[nodiscard]] Result<std::vector<std::string>> verifyProfile(const Profile& profile, const StepProgress& progress);

} // namespace griddesk
