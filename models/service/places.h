// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/geopoint.h"
#include "models/core/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// The areas a place lies in; absent where it lies outside.
struct PlaceAreas {
    std::optional<AreaCode> cell, grid, community, subdistrict;
    bool operator==(const PlaceAreas&) const = default;
};

/// A street, crossing or area found by name.
struct NamedPlace {
    std::string name;   ///< as shown
    std::string detail; ///< e.g. the community it lies in
    GeoPoint place;
};

/// Places of the district, in memory: which areas a point lies in, and places by name, pinyin initials or grid code.
/// Thread: any, const; microseconds, so the GUI thread may ask.
class Places {
public:
    Places() = default;
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;
    virtual ~Places() = default;

    [[nodiscard]] virtual PlaceAreas areasAt(GeoPoint place) const = 0;
    [[nodiscard]] virtual std::vector<NamedPlace> find(const std::string& words, int limit) const = 0;
    /// A point inside the area, for maps and "go to".
    [[nodiscard]] virtual std::optional<GeoPoint> centreOf(const AreaCode& area) const = 0;
};

} // namespace griddesk
