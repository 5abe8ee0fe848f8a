// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/geopoint.h"

#include <cstdint>
#include <string>
#include <vector>

namespace griddesk {

/// Where a case stands, as the shape of its symbol.
enum class MapStage : std::uint8_t { Intake, Dispatch, Handling, Checking, Closing, Closed };
inline constexpr int mapStageCount = 6;

/// The clock of a case, as colour and inner sign (never colour alone).
enum class MapLamp : std::uint8_t { Green, Yellow, Red, Suspended };
inline constexpr int mapLampCount = 4;

/// The bar at the left of a symbol: none, 紧急 orange, 特急 red.
enum class MapUrgency : std::uint8_t { Ordinary, Urgent, Critical };

struct CaseSigns {
    MapStage stage = MapStage::Intake;
    MapLamp lamp = MapLamp::Green;
    MapUrgency urgency = MapUrgency::Ordinary;
    bool supervised = false; ///< the card with 督

    bool operator==(const CaseSigns&) const = default;
};

/// One case as the map needs it.
struct MapCase {
    std::string id; ///< case id; canonical UUIDs are packed to 16 bytes
    GeoPoint place;
    CaseSigns signs;
    std::string label; ///< short words shown beside the symbol when there is room, UTF-8, at most 24 bytes are kept
};

/// Levels of areas, from the outside in.
enum class MapAreaLevel : std::uint8_t { District, Subdistrict, Community, Grid, Cell };
inline constexpr int mapAreaLevelCount = 5;

/// One area as the map needs it: rings of outer borders and holes alike (odd-even rule), not closed, WGS-84.
struct AreaShape {
    std::string code;
    std::string name;
    MapAreaLevel level = MapAreaLevel::Cell;
    std::string parent; ///< code of the area above, or empty
    std::vector<std::vector<GeoPoint>> polygons;
    std::uint32_t tint = 0; ///< fill as 0xAARRGGBB, 0 for none (choropleth)
};

} // namespace griddesk
