// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blobstore.h"
#include "cancel.h"
#include "migrations.h"

#include "models/core/instant.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// A database of a profile folder and what opens it.
struct BackedDatabase {
    std::string file; ///< name within the folder, "log.db"
    const Schema* schema = nullptr;
    Secret key;
};

/// What belongs to a profile. store.db is left out of copies, because it can be rebuilt.
struct BackupPlan {
    std::filesystem::path folder;
    std::vector<BackedDatabase> databases;
    std::vector<std::string> files; ///< small files copied as they are when they are there: profile.json, keys.json …
    const BlobStore* blobs = nullptr; ///< within `folder` under "blobs"; may be absent
    std::optional<Secret> sealing;    ///< key of KeyPurpose::Manifest; without it nothing is written or read
};

/// What a check of a backup found. `problems` empty = it can be restored.
struct BackupReport {
    std::int64_t files = 0, bytes = 0;
    std::map<std::string, std::int64_t> rows; ///< "log.db/entry" -> rows
    std::vector<std::string> problems;
};

/// How far it is: files done of all; false ends it with Cancelled.
using BackupProgress = std::function<bool(std::int64_t done, std::int64_t all)>;

/// Copies a live profile into a new folder `target`: every database from one snapshot of its own, in the order of the
/// plan (put the outbox first: what leaves it meanwhile is then in both it and the log), the blobs, the small files, and
/// last manifest.json with the SHA-256 of each, sealed. The folder gets its name when everything is on the disk; what a killed
/// backup to the same place left is removed first. Errors: Duplicate (target is there), InvalidArgument (target lies inside the
/// profile, or no key to seal with), those of openDatabase() and backupDatabase(), Cancelled.
[[nodiscard]] Result<BackupReport> makeBackup(const BackupPlan& plan, const std::filesystem::path& target, Instant now,
                                              const BackupProgress& progress = {}, const CancelToken& cancel = {});

/// Compares every file with the manifest, then opens copies of the databases in a temporary folder inside `scratch` and
/// checks them: every page, structure, row counts. `chain` may check more over the folder of copies (hash chains) and
/// returns its problems. The backup itself is only read. The plan names databases and keys; its folder is not used.
/// Errors: those of readManifest(), Cancelled; everything wrong with the contents is in the report.
[[nodiscard]] Result<BackupReport> verifyBackup(const std::filesystem::path& backup, const BackupPlan& plan, const std::filesystem::path& scratch,
                                                const std::function<std::vector<std::string>(const std::filesystem::path&)>& chain = {},
                                                const BackupProgress& progress = {}, const CancelToken& cancel = {});

/// Brings a backup back as a new folder; `sealing` as in the plan. Errors: Duplicate (target is there), HashMismatch (a file is not the one of the
/// manifest), those of reading the manifest, DiskFull, Cancelled; on an error nothing is left at `target`.
[[nodiscard]] Result<void> restoreBackup(const std::filesystem::path& backup, const std::filesystem::path& target, const Secret& sealing,
                                         const BackupProgress& progress = {}, const CancelToken& cancel = {});

/// Checks a profile in place: every database (page authentication, structure) and every blob. Returns what is wrong.
[[nodiscard]] Result<std::vector<std::string>> verifyFolder(const BackupPlan& plan, const BackupProgress& progress = {},
                                                            const CancelToken& cancel = {});

} // namespace griddesk
