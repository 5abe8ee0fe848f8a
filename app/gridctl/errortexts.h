// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/refusal.h"

#include <string>

namespace griddesk::gridctl {

/// One English line for standard error: what failed, the thing concerned, the technical detail, and what to do.
/// Control characters in data are shown as blanks, so that a name cannot write on the terminal. Pure; any thread.
[[nodiscard]] std::string sentence(const Error& error);

/// The same for a refusal: the rule and its detail, what is missing, and the roles that could do it.
[[nodiscard]] std::string sentence(const Refusal& refusal);

} // namespace griddesk::gridctl
