// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <string_view>

struct sqlite3;

namespace griddesk {

/// The error of the last call on `db` as a value. `doing` is what was tried, for the log; SQL text and values are left
/// out, because they may hold personal data. Codes: Cancelled, DiskFull, FileDamaged, FileNotWritable, Duplicate (a
/// unique key), Inconsistent (another constraint), LimitExceeded, Io, Database.
[[nodiscard]] Error sqliteError(sqlite3* db, int code, std::string_view doing);

} // namespace griddesk
