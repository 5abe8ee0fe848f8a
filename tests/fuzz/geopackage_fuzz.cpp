// libs: GridDesk::Exchange
// SPDX-License-Identifier: GPL-3.0-or-later
// Geometry blobs of a GeoPackage from hostile bytes: never more vertices than the bytes can hold.
#include "models/exchange/gpkgeometry.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace griddesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto polygons = readGeoPackageGeometry({data, size}, 1'000'000);
    if (!polygons)
        return 0;
    std::size_t vertices = 0;
    for (const auto& polygon : *polygons)
        for (const auto& ring : polygon.rings)
            vertices += ring.size();
    if (vertices * 16 > size)
        std::abort();
    AreaFeature feature;
    feature.polygons = *polygons;
    AreaCollection collection;
    addArea(collection, std::move(feature), {});
    if (collection.rows != 1)
        std::abort();
    return 0;
}
