// SPDX-License-Identifier: GPL-3.0-or-later
#include "hotrule.h"

#include <algorithm>

namespace griddesk {

bool inHotEvent(Instant reported, std::vector<Instant> similar)
{
    similar.push_back(reported);
    std::ranges::sort(similar);
    for (std::size_t first = 0; first + hotReports <= similar.size(); ++first) {
        const Instant begin = similar[first], end = similar[first + hotReports - 1];
        // The tightest group that begins here; with the report between its ends it is one of them.
        if (end - begin <= hotSpan && begin <= reported && reported <= end)
            return true;
    }
    return false;
}

} // namespace griddesk
