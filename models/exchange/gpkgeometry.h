// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areafeature.h"

#include <cstdint>
#include <span>

namespace griddesk {

/// Reads a GeoPackage geometry (GeoPackage 1.3 §2.1.3: "GP" header, envelope, then ISO WKB) that is a Polygon or
/// MultiPolygon, 2D, Z, M or ZM; heights and measures are dropped. Counts are checked against the bytes that are left
/// before anything is allocated.
/// Errors: Syntax (not such a blob, cut off), WrongType (another geometry), MissingField (empty), Unsupported (extended
/// binary), LimitExceeded.
[[nodiscard]] Result<std::vector<RawPolygon>> readGeoPackageGeometry(std::span<const unsigned char> blob, std::size_t maximumVertices);

} // namespace griddesk
