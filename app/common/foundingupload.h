// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enrolment.h"

namespace griddesk {

/// Uploads the whole log of a stand-alone desk as the first of an empty stream, in pieces that may be repeated; a later call goes
/// on where an earlier one was stopped. Gives the number of entries. Errors: Refused (operations of the outbox are not in the log
/// yet; the platform does not take the log, with its reason), Network, those of the files.
[[nodiscard]] Result<std::int64_t> uploadLog(DeskConnection& desk, const Profile& profile, const DeviceKey& key, const AccountId& account,
                                             const Exchange& exchange, const std::function<Instant()>& now, RandomSource& random);

} // namespace griddesk
