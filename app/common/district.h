// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include "models/exchange/importreport.h"
#include "models/geo/road.h"

#include <filesystem>
#include <map>
#include <string>

namespace griddesk {

/// How areas stand in a file of areas: names of the properties, or fixed values for what the file does not say.
struct AreaProfile {
    std::string code = "code", name = "name", level = "level", parent = "parent";
    std::optional<AreaLevel> fixedLevel; ///< for features that state none; without it the code tells, else community
    Datum datum = Datum::Wgs84;
    bool mayOverlap = false; ///< areas of one level may share ground

    /// A JSON object with the members code, name, level, parent (property names), fixedLevel and datum; all optional.
    [[nodiscard]] static Result<AreaProfile> fromFile(const std::filesystem::path& path);
};

/// A file of areas, read and sorted: what goes into the rules, the shapes, and what could not be used.
struct AreaImport {
    std::vector<Area> areas;
    AreaShapes shapes;
    std::map<AreaCode, std::uint64_t> features; ///< the number in the file
    ImportReport report;
};

/// Reads GeoJSON or GeoPackage (told apart by content). Features without a parent hang below `root` when it is given; a
/// feature without a code gets one made of its name. A shape that crosses itself is rejected. What `profile` does not find is looked for by fittedTo(). Errors: those of readGeoJson() and readGeoPackage().
[[nodiscard]] Result<AreaImport> readAreaFile(const std::filesystem::path& path, const AreaProfile& profile, const std::optional<AreaCode>& root);

/// What `gridctl new --district NAME` begins with: demo, boston, a rule bundle (JSON), or a file of areas, which gets a
/// minimal set of units, posts and categories; `profile` says how its areas stand in it. What of a file of areas was left out,
/// or is doubtful, comes back as sentences in `warnings`. Errors: those of the files and of checkAreas(); FileNotFound for a name
/// that is none.
[[nodiscard]] Result<NewDistrict> loadDistrict(const std::string& nameOrFile, const AreaProfile& profile = {});

/// Case file, profile, case texts, roads and evidence pictures a shipped district brings with it; empty paths where there are none.
struct DistrictExtras {
    std::filesystem::path cases, profile, texts, roads, pictures;
};
[[nodiscard]] DistrictExtras districtExtras(const std::string& name);

/// Names of streets with a point on each, from an OpenStreetMap extract (gzip allowed).
[[nodiscard]] Result<std::vector<Road>> readRoads(const std::filesystem::path& path);

} // namespace griddesk
