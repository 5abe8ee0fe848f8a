// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments.h"

namespace griddesk::gridctl {

Json segmentsJson(std::span<const Segment> segments)
{
    Json all = Json::array();
    WholeMinutes minutes;
    for (const auto& segment : segments)
        all.push_back({{"from", formatInstant(segment.from)},
                       {"to", formatInstant(segment.to)},
                       {"kind", segmentKindName(segment.kind)},
                       {"holder", segment.holder},
                       {"minutes", minutes.of(segment.countedMs)},
                       {"ms", segment.countedMs},
                       {"afterDue", segment.afterDue},
                       {"why", segment.reason},
                       {"approvedBy", segment.approvedBy}});
    return all;
}

} // namespace griddesk::gridctl
