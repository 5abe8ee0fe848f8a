// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"

#include <vector>

namespace griddesk {

/// Several reports of one matter within half an hour.
struct HotEvent {
    CaseRow first;        ///< the earliest open one: callers are attached to it
    std::vector<CaseId> cases; ///< all of them, earliest first
    bool operator==(const HotEvent&) const = default;
};

/// Groups open cases that were reported within the last thirty minutes, are of one class and lie within `metres` of the
/// group's first; groups of three and more, the largest first. Rows may repeat. Pure; O(rows²) on a short list.
[[nodiscard]] std::vector<HotEvent> hotEvents(std::vector<CaseRow> rows, int metres, Instant now);

} // namespace griddesk
