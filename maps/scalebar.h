// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace griddesk {

/// Length of a scale bar: a round number of metres (1, 2 or 5 times a power of ten) and its width in pixels, at most
/// `widest`.
struct ScaleBar {
    double metres = 0;
    double pixels = 0;
};
[[nodiscard]] ScaleBar scaleBar(double latitude, double zoom, double widest = 120);

} // namespace griddesk
