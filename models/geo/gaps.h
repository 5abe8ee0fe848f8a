// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygon.h"

#include <span>
#include <vector>

namespace griddesk {

/// Pieces that lengthen dead ends straight on to the first line they meet, where that is not farther than `metres`:
/// road data with stretches missing then still closes blocks. A dead end is a corner with one neighbour over all
/// lines. Shortest pieces first, a piece may end at an earlier piece; each overshoots by about half a metre so that it
/// surely crosses. The pieces are a guess: whoever shows the result says so. Deterministic; time about ends × segments.
[[nodiscard]] std::vector<Polyline> bridgeGaps(std::span<const Polyline> lines, double metres);

} // namespace griddesk
