// SPDX-License-Identifier: GPL-3.0-or-later
#include "scalebar.h"

#include "mercator.h"

namespace griddesk {

ScaleBar scaleBar(double latitude, double zoom, double widest)
{
    const double perPixel = metresPerPixel(latitude, zoom);
    const double most = perPixel * widest;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    const double metres = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    return {metres, metres / perPixel};
}

} // namespace griddesk
