// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

namespace griddesk {

/// A point near which two edges of the closed ring properly cross, or nothing. Edges that only touch, and edges that lie
/// on each other, are left to the topology check of models/geo. Sweeps along x; a ring whose edges overlap so much that
/// more than 50 million pairs would be compared is not decided here and passes.
[[nodiscard]] std::optional<std::pair<double, double>> selfCrossing(const std::vector<std::pair<double, double>>& ring);

} // namespace griddesk
