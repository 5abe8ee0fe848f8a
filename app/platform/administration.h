// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "folder.h"

#include "models/core/value.h"

namespace griddesk::platform {

/// Runs a command of the administrator on an opened folder; gives the JSON to print. Errors: InvalidArgument for wrong usage,
/// those of Hub.
[[nodiscard]] Result<Value> administer(const CommandLine& line, Folder& folder, RandomSource& random);

} // namespace griddesk::platform
