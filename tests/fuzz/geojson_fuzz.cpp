// libs: GridDesk::Exchange
// SPDX-License-Identifier: GPL-3.0-or-later
// Areas from hostile GeoJSON: what is accepted has closed rings in range, and every feature is counted once.
#include "models/exchange/geojson.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace griddesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto source = memoryByteSource(std::string(reinterpret_cast<const char*>(data), size), "fuzz", {.maximumBytes = 1 << 20});
    const auto areas = readGeoJson(*source);
    if (!areas)
        return 0;
    if (areas->rows != areas->features.size() + areas->rejected)
        std::abort();
    for (const auto& feature : areas->features)
        for (const auto& polygon : feature.polygons)
            for (const auto& ring : polygon.rings) {
                if (ring.size() < 4 || ring.front() != ring.back())
                    std::abort();
                for (const auto& [lon, lat] : ring)
                    if (!Extent{}.contains(lon, lat))
                        std::abort();
            }
    return 0;
}
