// SPDX-License-Identifier: GPL-3.0-or-later
// Developer program: cuts the demonstration areas out of a road file.
//   griddesk-cutcells ROADS.osm.gz AREAS.geojson
// Street blocks become cells; cells are grouped into communities and these into responsibility grids. The same input
// gives the same output byte for byte. Ends with 1 and writes nothing when the topology check finds a problem.
#include "models/exchange/bytesource.h"
#include "models/exchange/osmxml.h"
#include "models/geo/cellindex.h"
#include "models/geo/metric.h"
#include "models/geo/partition.h"
#include "models/geo/roadblocks.h"
#include "models/geo/shapes.h"
#include "models/geo/topology.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cmath>
#include <format>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

namespace {

using namespace griddesk;
using Json = nlohmann::ordered_json;

constexpr SliverRule kSliverRule{.minimumAreaM2 = 2500, .minimumWidthM = 16};
/// The road file lacks many stretches; dead ends are lengthened by up to this to close blocks.
constexpr double kBridgeM = 600;
constexpr std::size_t kCommunities = 8;
constexpr double kGridAreaM2 = 180'000; ///< wanted size of a responsibility grid
const std::string kDistrict = "990101";  // 99 is no province: the codes are plainly fictitious
const std::string kSubdistrict = kDistrict + "001";
constexpr std::array<const char*, kCommunities> kCommunityNames{"新泽社区", "锦和社区", "云栖社区", "清枫社区",
                                                                "兰庭社区", "永澄社区", "东篱社区", "望舒社区"};

struct Area {
    std::string code;
    std::string level;
    std::string parent;
    std::string name;
    MultiPolygon shape;
};

/// Ends the program with the error: a developer tool has nobody else to tell.
template <typename T>
T need(Result<T> result, const char* doing)
{
    if (result)
        return std::move(*result);
    std::cerr << doing << ": " << errorName(result.error().code) << ": " << result.error().detail << " (" << result.error().context << ")\n";
    std::exit(1);
}

std::vector<Road> readRoads(const char* path)
{
    const auto source = need(openByteSource(path), "open");
    std::vector<char> buffer(1 << 16);
    return need(readOsmRoads([&]() -> Result<std::string_view> {
                    const auto size = source->read(buffer);
                    if (!size)
                        return std::unexpected(size.error());
                    return std::string_view(buffer.data(), *size);
                }),
                "read roads");
}

/// Blocks that hang together with the largest group of blocks; a lone loop of the fringe is no part of the sub-district.
std::vector<RoadBlock> connected(std::vector<RoadBlock> blocks)
{
    std::vector<MultiPolygon> shapes;
    for (const RoadBlock& b : blocks)
        shapes.push_back({b.shape});
    const CellIndex index = need(CellIndex::build(shapes), "index");
    std::vector<std::size_t> part(blocks.size(), blocks.size());
    std::map<std::size_t, double> area;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (part[i] != blocks.size())
            continue;
        std::vector<std::size_t> open{i};
        part[i] = i;
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            area[i] += areaM2(blocks[at].shape);
            for (const std::size_t n : index.neighbours(at))
                if (part[n] == blocks.size()) {
                    part[n] = i;
                    open.push_back(n);
                }
        }
    }
    const std::size_t largest = std::ranges::max_element(area, {}, [](const auto& a) { return a.second; })->first;
    std::vector<RoadBlock> kept;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (part[i] == largest)
            kept.push_back(std::move(blocks[i]));
    return kept;
}

std::vector<PartitionCell> partitionCells(const std::vector<MultiPolygon>& shapes)
{
    const CellIndex index = need(CellIndex::build(shapes), "index");
    std::vector<PartitionCell> cells;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        cells.push_back({areaM2(shapes[i]), need(pointOnSurface(shapes[i]), "label place"), index.neighbours(i)});
    return cells;
}

/// Reading order: bands of 150 m from north to south, in a band from west to east.
std::vector<std::size_t> readingOrder(const std::vector<MultiPolygon>& shapes)
{
    std::vector<GeoPoint> middles;
    std::int32_t north = std::numeric_limits<std::int32_t>::min();
    for (const MultiPolygon& s : shapes) {
        middles.push_back(centroid(s));
        north = std::max(north, middles.back().latE7);
    }
    const double band = 150 / LocalMetric::at(north).metresPerLatE7;
    std::vector<std::size_t> order(shapes.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::tuple(std::floor((double(north) - middles[i].latE7) / band), middles[i].lonE7, i); });
    return order;
}

/// Groups in reading order, members in reading order.
std::vector<std::vector<std::size_t>> groups(const std::vector<MultiPolygon>& shapes, std::size_t count)
{
    const std::vector<std::size_t> groupOf = partition(partitionCells(shapes), count);
    std::vector<std::vector<std::size_t>> members(*std::ranges::max_element(groupOf) + 1);
    for (const std::size_t i : readingOrder(shapes))
        members[groupOf[i]].push_back(i);
    std::vector<MultiPolygon> wholes;
    for (const auto& group : members) {
        std::vector<MultiPolygon> parts;
        for (const std::size_t i : group)
            parts.push_back(shapes[i]);
        wholes.push_back(need(unite(parts), "union"));
    }
    std::vector<std::vector<std::size_t>> ordered;
    for (const std::size_t g : readingOrder(wholes))
        ordered.push_back(members[g]);
    return ordered;
}

MultiPolygon unionOf(const std::vector<Area>& areas, const std::string& level, const std::string& parent)
{
    std::vector<MultiPolygon> parts;
    for (const Area& a : areas)
        if (a.level == level && a.parent == parent)
            parts.push_back(a.shape);
    return need(unite(parts), "union");
}

/// "福州路—河南中路地块" from the two longest bounding streets; numbered when several cells would share it.
std::vector<std::string> cellNames(const std::vector<RoadBlock>& blocks, const std::vector<std::string>& codes)
{
    std::vector<std::string> names;
    std::map<std::string, int> uses;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto& streets = blocks[i].streets;
        names.push_back(streets.empty() ? codes[i] : streets.size() == 1 ? streets[0] + "地块" : streets[0] + "—" + streets[1] + "地块");
        ++uses[names.back()];
    }
    std::map<std::string, int> number;
    std::vector<std::size_t> byCode(blocks.size());
    for (std::size_t i = 0; i < byCode.size(); ++i)
        byCode[i] = i;
    std::ranges::sort(byCode, {}, [&](std::size_t i) { return codes[i]; });
    for (const std::size_t i : byCode)
        if (uses[names[i]] > 1)
            names[i] += std::format("{}", ++number[names[i]]);
    return names;
}

Json ringJson(const Ring& ring)
{
    Json out = Json::array();
    for (std::size_t i = 0; i <= ring.size(); ++i)
        out.push_back({ring[i % ring.size()].lon(), ring[i % ring.size()].lat()});
    return out;
}

Json polygonJson(const Polygon& p)
{
    Json out = Json::array({ringJson(p.outer)});
    for (const Ring& hole : p.holes)
        out.push_back(ringJson(hole));
    return out;
}

std::string featureText(const Area& area)
{
    Json geometry;
    if (area.shape.size() == 1) {
        geometry = {{"type", "Polygon"}, {"coordinates", polygonJson(area.shape.front())}};
    } else {
        Json parts = Json::array();
        for (const Polygon& p : area.shape)
            parts.push_back(polygonJson(p));
        geometry = {{"type", "MultiPolygon"}, {"coordinates", std::move(parts)}};
    }
    Json properties{{"code", area.code}, {"level", area.level}, {"parent", nullptr}, {"name", area.name}, {"areaM2", std::llround(areaM2(area.shape))}};
    if (!area.parent.empty())
        properties["parent"] = area.parent;
    return Json{{"type", "Feature"}, {"properties", properties}, {"geometry", geometry}}.dump();
}

void report(const std::vector<Area>& areas)
{
    for (const char* level : {"cell", "grid", "community", "subdistrict"}) {
        std::vector<double> sizes;
        std::size_t split = 0;
        for (const Area& a : areas)
            if (a.level == level) {
                sizes.push_back(areaM2(a.shape));
                split += a.shape.size() > 1;
            }
        std::ranges::sort(sizes);
        const auto at = [&](double q) { return sizes[static_cast<std::size_t>(q * static_cast<double>(sizes.size() - 1))]; };
        const auto between = std::ranges::count_if(sizes, [](double s) { return s >= 5000 && s <= 60000; });
        std::cerr << std::format("{:12} {:4}  area m2: min {:.0f} p10 {:.0f} median {:.0f} p90 {:.0f} max {:.0f}; 5 000-60 000: {}; in several parts: {}\n", level,
                                 sizes.size(), at(0), at(0.1), at(0.5), at(0.9), at(1), between, split);
    }
}

std::vector<Area> makeAreas(const std::vector<RoadBlock>& blocks)
{
    std::vector<MultiPolygon> shapes;
    for (const RoadBlock& b : blocks)
        shapes.push_back({b.shape});
    std::vector<std::string> codes(blocks.size());
    std::vector<Area> cells;
    std::vector<Area> grids;
    std::vector<Area> above;
    const auto communities = groups(shapes, kCommunities);
    for (std::size_t c = 0; c < communities.size(); ++c) {
        const std::string community = kSubdistrict + std::format("{:03}", c + 1);
        std::vector<MultiPolygon> members;
        double area = 0;
        for (std::size_t k = 0; k < communities[c].size(); ++k) {
            const std::size_t block = communities[c][k];
            codes[block] = community + std::format("{:03}", k + 1);
            members.push_back(shapes[block]);
            area += areaM2(shapes[block]);
        }
        const auto parts = groups(members, std::clamp<std::size_t>(static_cast<std::size_t>(std::lround(area / kGridAreaM2)), 2, 4));
        for (std::size_t g = 0; g < parts.size(); ++g) {
            const std::string grid = community + std::format("G{:02}", g + 1);
            for (const std::size_t m : parts[g]) {
                const std::size_t block = communities[c][m];
                cells.push_back({codes[block], "cell", grid, {}, shapes[block]});
            }
            grids.push_back({grid, "grid", community, std::format("{}第{}网格", kCommunityNames[c], g + 1), unionOf(cells, "cell", grid)});
        }
        above.push_back({community, "community", kSubdistrict, kCommunityNames[c], unionOf(grids, "grid", community)});
    }
    const std::vector<std::string> names = cellNames(blocks, codes);
    std::map<std::string, std::string> nameOf;
    for (std::size_t i = 0; i < codes.size(); ++i)
        nameOf[codes[i]] = names[i];
    for (Area& cell : cells)
        cell.name = nameOf[cell.code];
    std::ranges::sort(cells, {}, &Area::code);

    const MultiPolygon whole = unionOf(above, "community", kSubdistrict);
    std::vector<Area> all{{kDistrict, "district", {}, "景川区", whole}, {kSubdistrict, "subdistrict", kDistrict, "澄江里街道", whole}};
    for (std::vector<Area>* list : {&above, &grids, &cells})
        all.insert(all.end(), list->begin(), list->end());
    return all;
}

bool clean(const std::vector<Area>& areas)
{
    bool ok = true;
    for (const char* level : {"cell", "grid", "community"}) {
        std::vector<CodedShape> shapes;
        for (const Area& a : areas)
            if (a.level == level)
                shapes.push_back({a.code, a.shape});
        for (const TopologyProblem& p : need(checkTopology(shapes, {.sliverAreaM2 = 800, .sliverWidthM = 8}), "check")) {
            std::cerr << std::format("{}: problem {} at {:.7f},{:.7f} {:.1f} m2 {}", level, static_cast<int>(p.kind), p.place.lon(), p.place.lat(), p.areaM2, p.detail);
            for (const std::size_t i : p.indices)
                std::cerr << ' ' << shapes[i].code;
            std::cerr << '\n';
            ok = false;
        }
    }
    return ok;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "griddesk-cutcells ROADS.osm[.gz] AREAS.geojson\n";
        return 2;
    }
    const std::vector<Road> roads = readRoads(argv[1]);
    Box frame;
    for (const Road& road : roads)
        if (cutsBlocks(road))
            frame.extend(boundingBox(road.points));
    RoadBlockOptions options{.slivers = {}, .bridgeMetres = kBridgeM, .frame = frame};
    const std::size_t raw = need(roadBlocks(roads, options), "blocks").size();
    options.slivers = kSliverRule;
    std::vector<RoadBlock> blocks = need(roadBlocks(roads, options), "blocks");
    const std::size_t merged = blocks.size();
    blocks = connected(std::move(blocks));
    std::cerr << std::format("roads {} cutting {} faces {} blocks {} connected {}\n", roads.size(), std::ranges::count_if(roads, cutsBlocks), raw, merged, blocks.size());
    if (blocks.empty())
        return 1;
    const std::vector<Area> areas = makeAreas(blocks);
    report(areas);
    if (!clean(areas))
        return 1;
    std::ofstream out(argv[2], std::ios::binary);
    out << "{\"type\":\"FeatureCollection\",\"attribution\":\"© OpenStreetMap contributors, ODbL 1.0\",\"features\":[\n";
    for (std::size_t i = 0; i < areas.size(); ++i)
        out << featureText(areas[i]) << (i + 1 < areas.size() ? ",\n" : "\n");
    out << "]}\n";
    return out.flush() ? 0 : 1;
}
