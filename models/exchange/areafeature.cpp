// SPDX-License-Identifier: GPL-3.0-or-later
#include "areafeature.h"

#include "ringcheck.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace griddesk {
namespace {

constexpr double closedWithin = 1e-9;

Result<void> checkPoint(double x, double y, const AreaReadOptions& options)
{
    if (!std::isfinite(x) || !std::isfinite(y))
        return fail(ErrorCode::OutOfRange, "a coordinate is not a finite number");
    const std::string value = std::format("{}, {}", x, y);
    const Extent world;
    const bool swappedFits = options.expected ? options.expected->contains(y, x) : world.contains(y, x);
    if (!world.contains(x, y))
        return fail(ErrorCode::OutOfRange,
                    swappedFits ? "latitude and longitude are swapped: longitude comes first"
                                : "coordinates are not degrees; give the file in longitude and latitude",
                    value);
    if (options.expected && !options.expected->contains(x, y))
        return fail(ErrorCode::OutOfRange,
                    swappedFits ? "latitude and longitude are swapped: longitude comes first" : "the place is outside the expected region",
                    value);
    return {};
}

/// Whether a ring that is called a hole reaches out of the box of the outer ring.
bool holeOutside(const RawPolygon& polygon)
{
    const auto box = [](const auto& ring) {
        Extent around{ring.front().first, ring.front().second, ring.front().first, ring.front().second};
        for (const auto& [x, y] : ring)
            around = {std::min(around.west, x), std::min(around.south, y), std::max(around.east, x), std::max(around.north, y)};
        return around;
    };
    const Extent outer = box(polygon.rings.front());
    for (std::size_t r = 1; r < polygon.rings.size(); ++r)
        if (const Extent hole = box(polygon.rings[r]); !outer.contains(hole.west, hole.south) || !outer.contains(hole.east, hole.north))
            return true;
    return false;
}

} // namespace

Result<void> finishAreaGeometry(AreaFeature& feature, const AreaReadOptions& options)
{
    if (feature.polygons.empty())
        return fail(ErrorCode::MissingField, "the feature has no polygon");
    for (auto& polygon : feature.polygons) {
        if (polygon.rings.empty())
            return fail(ErrorCode::GeometryInvalid, "a polygon has no ring");
        for (std::size_t r = 0; r < polygon.rings.size(); ++r) {
            auto& ring = polygon.rings[r];
            for (const auto& [x, y] : ring)
                if (auto good = checkPoint(x, y, options); !good)
                    return good;
            if (ring.size() < 3)
                return fail(ErrorCode::GeometryInvalid, std::format("ring {} has {} points; a ring has at least four", r + 1, ring.size()));
            const auto first = ring.front();
            const auto last = ring.back();
            if (std::abs(first.first - last.first) > closedWithin || std::abs(first.second - last.second) > closedWithin)
                return fail(ErrorCode::GeometryInvalid, std::format("ring {} is open: its last point is not its first", r + 1),
                            std::format("{}, {} … {}, {}", first.first, first.second, last.first, last.second));
            ring.back() = first;
            if (ring.size() < 4)
                return fail(ErrorCode::GeometryInvalid, std::format("ring {} has {} points; a ring has at least four", r + 1, ring.size()));
        }
    }
    return {};
}

void rejectArea(AreaCollection& collection, std::uint64_t number, const Error& why)
{
    ++collection.rows;
    ++collection.rejected;
    if (collection.rejects.size() < importRejectsKept)
        collection.rejects.push_back({number, why.code, why.detail, why.context});
}

void addArea(AreaCollection& collection, AreaFeature&& feature, const AreaReadOptions& options)
{
    if (auto good = finishAreaGeometry(feature, options); !good)
        return rejectArea(collection, feature.number, good.error());
    for (const auto& polygon : feature.polygons) {
        if (holeOutside(polygon) && collection.warnings.size() < importRejectsKept)
            collection.warnings.push_back({feature.number, ErrorCode::GeometryInvalid, "a hole reaches out of its outer ring", {}});
        for (const auto& ring : polygon.rings)
            if (const auto at = selfCrossing(ring); at && collection.warnings.size() < importRejectsKept)
                collection.warnings.push_back({feature.number, ErrorCode::GeometryInvalid, "a ring crosses itself",
                                               std::format("near {}, {}", at->first, at->second)});
    }
    ++collection.rows;
    collection.features.push_back(std::move(feature));
}

} // namespace griddesk
