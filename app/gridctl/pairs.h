// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/sync/submitter.h"

#include <vector>

namespace griddesk::gridctl {

/// Both halves of an operation on two cases, from what was said about the first. Sides when the payload names none: a merge
/// keeps `here` and absorbs `other`, an unmerge goes by which of them is merged, a link points from `here` at the earlier
/// matter, a split leaves the original `here` and makes the matter in the payload a case of its own.
[[nodiscard]] std::vector<NewOperation> bothHalves(NewOperation said, const Case& here, const CaseId& other);

} // namespace griddesk::gridctl
