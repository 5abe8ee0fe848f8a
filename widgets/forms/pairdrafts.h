// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casecommands.h"

#include <vector>

namespace griddesk {

/// The drafts one filled-in form stands for: one, or for merge, unmerge, split and link the two of a pair with a common
/// name. A split's new case gets its id here, because the old case's operation names it.
[[nodiscard]] std::vector<OperationDraft> draftsOf(const CaseId& caseId, OperationKind kind, const Value& payload, Instant now);

} // namespace griddesk
