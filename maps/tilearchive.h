// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapbox.h"
#include "models/core/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

enum class TileFormat : std::uint8_t { Png, Jpeg, Webp };

/// What a raster base map says of itself. `reviewNumber` is the 审图号; a map without one belongs to the internal
/// profile only and is shown with 内部资料 注意保管.
struct TileMetadata {
    std::string name;
    TileFormat format = TileFormat::Png;
    int minZoom = 0; ///< of the tiles that are really there, whatever the file claims
    int maxZoom = 0;
    std::optional<MapBox> bounds;
    std::string attribution; ///< plain text, without markup
    std::string reviewNumber;
    std::string datum = "wgs84"; ///< `wgs84`, `cgcs2000`, `gcj02` or `bd09`; the map shows only the first two
};

using TileBytes = std::vector<std::byte>;

/// Port: a base map of 256-pixel raster tiles in the Web Mercator scheme, rows counted from the north (XYZ).
/// Implemented over MBTiles in models/store. Threads: every function may be called from any thread at any time; the
/// implementation locks. Owner: whoever opened it, shared with the tile service.
class TileArchive {
public:
    TileArchive() = default;
    TileArchive(const TileArchive&) = delete;
    TileArchive& operator=(const TileArchive&) = delete;
    virtual ~TileArchive() = default;

    [[nodiscard]] virtual const TileMetadata& metadata() const noexcept = 0;
    /// The encoded picture, or nothing when the archive holds no such tile (also for numbers outside the scheme).
    /// Errors: LimitExceeded (tile over 2 MiB), FileDamaged, Database.
    [[nodiscard]] virtual Result<std::optional<TileBytes>> tile(int zoom, int x, int y) = 0;
};

/// No tile is larger than this; a larger one is refused unread.
inline constexpr std::size_t maxTileBytes = std::size_t{2} << 20;
/// Deepest zoom an archive may hold.
inline constexpr int maxTileZoom = 24;

} // namespace griddesk
