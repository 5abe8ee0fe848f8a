// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instant.h"

#include <chrono>
#include <cstddef>
#include <vector>

namespace griddesk {

/// 热点: so many similar reports (one category, within Parameters::duplicateRadiusMetres) within this time are one event.
/// The source is the operator's workplace: "three similar reports in 30 minutes".
inline constexpr std::size_t hotReports = 3;
inline constexpr Milliseconds hotSpan = std::chrono::minutes{30};

/// Whether a report belongs to a hot event, given when the reports similar to it came: some thirty minutes hold it and
/// enough of the others. The order of `similar` does not matter. Pure.
[[nodiscard]] bool inHotEvent(Instant reported, std::vector<Instant> similar);

} // namespace griddesk
