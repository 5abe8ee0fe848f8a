// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "case.h"
#include "caserow.h"
#include "value.h"

#include <optional>

namespace griddesk {

/// The flat row of a case, as it stands after its last operation. What depends on the present (lamp, a suspension that
/// ends by itself) is given by instants or computed by whoever knows the time. Pure.
[[nodiscard]] CaseRow summarise(const Case& c, const Rules& rules);

/// Whether the deadlines of the whole case (its own and the sources') were met, of those that are met or missed for good;
/// absent when it had none: unknown is not on time. Pure.
[[nodiscard]] std::optional<bool> onTime(const Case& c, const Rules& rules);

/// The whole case as a tree of plain values, the same on every machine: for `case show --json` and the state digest. Pure.
[[nodiscard]] Value describe(const Case& c);

} // namespace griddesk
