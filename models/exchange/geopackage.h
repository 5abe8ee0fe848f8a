// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areafeature.h"

#include <filesystem>

namespace griddesk {

/// Reads the polygon layers of a GeoPackage (OGC 12-128). The file is opened read-only and immutable: nothing is written
/// beside it and no lock is taken. Attribute columns become properties (BLOBs are left out, fractions become text).
/// Errors: FileNotFound, FileNotReadable, NotAFile, FileForeign (no SQLite file, or one that is no GeoPackage), FileDamaged
/// (cut off, corrupt), Unsupported (a reference system other than EPSG:4326 and EPSG:4490, which is named),
/// UnknownReference (no such layer), MissingField (no polygon layer), LimitExceeded. A bad feature is a reject.
[[nodiscard]] Result<AreaCollection> readGeoPackage(const std::filesystem::path& path, const AreaReadOptions& options = {});

} // namespace griddesk
