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

/// manifest.json of a backup: canonical JSON, the list of its files.
struct BackupManifest {
    Instant made{};
    std::vector<ManifestFile> files;
};

[[nodiscard]] std::string serialise(const BackupManifest& manifest);

/// Reads manifest.json of a backup folder. Limits: 64 MiB, 1 000 000 files. Paths that would leave the folder are refused.
/// Errors: FileNotFound, FileForeign, FileNewer, FileDamaged, LimitExceeded.
[[nodiscard]] Result<BackupManifest> readManifest(const std::filesystem::path& backup);

/// Whether a path of a manifest is a plain relative one: parts of letters, digits, '.', '-' and '_', none beginning with '.'.
[[nodiscard]] bool isSafePath(std::string_view path) noexcept;

} // namespace griddesk
