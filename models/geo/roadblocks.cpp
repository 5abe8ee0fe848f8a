// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadblocks.h"

#include "gaps.h"

#include <array>
#include <map>
#include <string_view>

namespace griddesk {

bool cutsBlocks(const Road& road)
{
    constexpr std::array<std::string_view, 8> kStreets{"trunk",        "primary",      "secondary",     "tertiary",
                                                       "unclassified", "residential", "living_street", "pedestrian"};
    if (road.bridge || road.tunnel || std::ranges::find(kStreets, road.highway) == kStreets.end())
        return false;
    // Elevated roads and tunnels whose ramps at ground level carry no bridge or tunnel tag.
    return !road.name.contains("高架") && !road.name.contains("隧道");
}

Result<std::vector<RoadBlock>> roadBlocks(std::span<const Road> roads, const RoadBlockOptions& options)
{
    std::vector<Polyline> lines;
    std::vector<std::string_view> names;
    for (const Road& road : roads)
        if (cutsBlocks(road)) {
            lines.push_back(road.points);
            names.push_back(road.name);
        }
    if (options.frame) {
        const Box& f = *options.frame;
        lines.push_back({{f.minLonE7, f.minLatE7}, {f.maxLonE7, f.minLatE7}, {f.maxLonE7, f.maxLatE7}, {f.minLonE7, f.maxLatE7}, {f.minLonE7, f.minLatE7}});
    }
    if (options.bridgeMetres > 0)
        std::ranges::copy(bridgeGaps(lines, options.bridgeMetres), std::back_inserter(lines));
    names.resize(lines.size()); // frame and pieces have no name
    auto blocks = cutBlocks(lines, options.slivers);
    if (!blocks)
        return std::unexpected(blocks.error());
    std::vector<RoadBlock> result;
    for (Block& block : *blocks) {
        std::map<std::string_view, double> metres;
        for (const Block::Side& side : block.sides)
            if (!names[side.line].empty())
                metres[names[side.line]] += side.metres;
        std::vector<std::pair<std::string_view, double>> ordered(metres.begin(), metres.end());
        std::ranges::stable_sort(ordered, std::greater{}, [](const auto& s) { return s.second; });
        RoadBlock& out = result.emplace_back(RoadBlock{std::move(block.shape), {}});
        for (const auto& [name, length] : ordered)
            out.streets.emplace_back(name);
    }
    return result;
}

} // namespace griddesk
