// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/instant.h"
#include "models/wire/hash.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace griddesk {

/// One file of a backup.
struct ManifestFile {
    std::string path; ///< relative, '/' between parts
    std::int64_t size = 0;
    Hash sha256;
};

/// manifest.json of a backup: canonical JSON, the list of its files, sealed with a keyed hash so that only who can open the profile
/// can make or change one.
struct BackupManifest {
    Instant made{};
    std::vector<ManifestFile> files;
};

/// `key`: that of KeyPurpose::Manifest. Errors: InvalidArgument when the key is empty.
[[nodiscard]] Result<std::string> serialise(const BackupManifest& manifest, const Secret& key);

/// Reads manifest.json of a backup folder. Limits: 64 MiB, 1 000 000 files. Paths that would leave the folder are refused.
/// Errors: FileNotFound, FileForeign, FileNewer, FileDamaged, LimitExceeded; HashMismatch when the seal does not fit; Unsupported
/// for a list of the first version, which had no seal.
[[nodiscard]] Result<BackupManifest> readManifest(const std::filesystem::path& backup, const Secret& key);

/// Whether a path of a manifest is a plain relative one: parts of letters, digits, '.', '-' and '_', none beginning with '.'.
[[nodiscard]] bool isSafePath(std::string_view path) noexcept;

} // namespace griddesk
