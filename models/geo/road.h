// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygon.h"

#include <cstdint>
#include <string>

namespace griddesk {

/// A road as OpenStreetMap has it: one way tagged `highway`.
struct Road {
    std::int64_t id = 0;
    std::string highway; ///< primary, residential, trunk_link …
    std::string name;    ///< empty when it has none
    bool bridge = false;
    bool tunnel = false;
    Polyline points;
};

} // namespace griddesk
