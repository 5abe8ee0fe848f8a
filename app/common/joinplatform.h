// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deskconnection.h"

#include "models/store/profile.h"

namespace griddesk {

/// Gives the writer's connection of an enrolled profile its parts: the copy of the platform's log, the distant authority, the
/// submitter and the engine that syncs. False for a stand-alone profile, and nothing is made. The projection must be there; key and
/// random source must outlive the connection. Errors: those of the log.
[[nodiscard]] Result<bool> joinPlatform(DeskConnection& desk, const Profile& profile, const DeviceKey& key, RandomSource& random, Instant now,
                                        Submitter::Locate locate);

} // namespace griddesk
