// libs: GridDesk::Exchange
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/osmxml.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Any bytes in pieces of any size: an error or roads of at least two points, and the same answer for every cutting.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = [&](std::size_t pieceSize) {
        std::string_view rest(reinterpret_cast<const char*>(data), size);
        return griddesk::readOsmRoads(
            [&]() -> griddesk::Result<std::string_view> {
                const std::string_view piece = rest.substr(0, pieceSize);
                rest.remove_prefix(piece.size());
                return piece;
            },
            {.bytes = 1 << 20, .nodes = 1000, .ways = 100, .wayPoints = 1000, .textBytes = 256, .depth = 8});
    };
    const auto whole = read(size + 1);
    const auto pieces = read(5);
    if (whole.has_value() != pieces.has_value() || (whole && whole->size() != pieces->size()))
        std::abort();
    if (whole)
        for (const griddesk::Road& road : *whole)
            if (road.points.size() < 2)
                std::abort();
    return 0;
}
