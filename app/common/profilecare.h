// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/backup.h"
#include "models/store/profile.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace griddesk {

/// Asked between the steps of long work; false ends it with Cancelled.
using StepProgress = std::function<bool(std::uint64_t done, std::uint64_t all)>;

/// What of a profile goes into a backup: outbox.db first, log.db, desk.db, blobs, keys. A profile without a passphrase brings
/// its device.key along: such a backup is to be kept as safe as the profile. `blobs` must outlive the plan.
[[nodiscard]] BackupPlan backupPlanOf(const Profile& profile, const BlobStore& blobs);

/// Brings the databases of a copied profile to the present version, so that it can be checked. Errors: those of openDatabase().
[[nodiscard]] Result<void> bringUpToDate(const Profile& profile);

/// Checks a profile that nobody has open for writing: page authentication, log without gaps, hashes, signatures and device
/// chains, rule bundles by hash, every saved operation that waits in the outbox, drafts, every case replayed and compared with the
/// tables, every piece of evidence a case names. Returns what is wrong; what cannot be read is one of the problems. `evidence`:
/// where the files of the cases lie. Errors: Cancelled; Unsupported when its tables are of an earlier version.
[[nodiscard]] Result<std::vector<std::string>> verifyProfile(const Profile& profile, const BlobStore& evidence, const StepProgress& progress);

} // namespace griddesk
