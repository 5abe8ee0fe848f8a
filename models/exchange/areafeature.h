// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importreport.h"

#include "models/core/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace griddesk {

/// A polygon as the source states it: rings of (longitude, latitude) in degrees of the source's datum, the outer one
/// first, each closed (last point equal to the first) and at least four points long.
struct RawPolygon {
    std::vector<std::vector<std::pair<double, double>>> rings;
};

/// One area of a file of areas.
struct AreaFeature {
    std::uint64_t number = 0;    ///< place in the file (GeoJSON, from 1) or row id (GeoPackage)
    std::string id;              ///< the feature's own id, as text; may be empty
    std::string layer;           ///< table name of a GeoPackage, else empty
    Value::Object properties;    ///< attributes; fractions as the text of the source. Names may be any UTF-8, so this is
                                 ///< not a Value to sign as it stands
    std::vector<RawPolygon> polygons;
};

/// A rectangle in degrees in which coordinates are expected.
struct Extent {
    double west = -180.0;
    double south = -90.0;
    double east = 180.0;
    double north = 90.0;

    [[nodiscard]] bool contains(double lon, double lat) const noexcept
    {
        return lon >= west && lon <= east && lat >= south && lat <= north;
    }
};

struct AreaReadOptions {
    std::optional<Extent> expected{};           ///< finds swapped axes that are in range; features outside are rejected
    std::string layer{};                        ///< GeoPackage: only this layer; empty: every polygon layer
    std::size_t maximumFeatures = 200'000;
    std::size_t maximumVertices = 20'000'000;
};

/// What a file of areas holds. Features that cannot be used stand in `rejects`, with the feature number as line; the
/// rest is usable. rows == features.size() + rejected.
struct AreaCollection {
    std::vector<AreaFeature> features;
    std::uint64_t rows = 0;
    std::uint64_t rejected = 0;
    std::vector<ImportReject> rejects;  ///< the first importRejectsKept of them
    std::vector<ImportReject> warnings; ///< a ring that crosses itself, texts too long to keep; same bound
    std::string datum;                  ///< `wgs84` or `cgcs2000` when the file says so, else empty
};

/// Checks and finishes the polygons of one feature: finite numbers in range, axes not swapped, rings closed (ends nearer
/// than 1e-9 degrees are joined), at least four points. Errors: OutOfRange, GeometryInvalid, MissingField.
[[nodiscard]] Result<void> finishAreaGeometry(AreaFeature& feature, const AreaReadOptions& options);

/// Files `feature` under features or rejects, with a warning when a ring crosses itself.
void addArea(AreaCollection& collection, AreaFeature&& feature, const AreaReadOptions& options);
/// Counts a feature that cannot be used.
void rejectArea(AreaCollection& collection, std::uint64_t number, const Error& why);

} // namespace griddesk
