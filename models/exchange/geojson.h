// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areafeature.h"
#include "bytesource.h"

namespace griddesk {

/// Largest GeoJSON text, after decompression, that a caller should let openByteSource() give.
inline constexpr std::uint64_t geoJsonBytes = std::uint64_t{1} << 30;
inline constexpr std::size_t geoJsonDepth = 64;

/// Reads a FeatureCollection of Polygon and MultiPolygon as a stream; members may come in any order. The datum is what the
/// caller declares, unless an old-style `crs` member names EPSG:4326/CRS84 or EPSG:4490. Heights are dropped; attribute
/// texts over 64 KiB are dropped with a warning.
/// Errors (the whole file): those of the source, Syntax, Encoding, WrongType (not a FeatureCollection), Unsupported (other
/// reference system), LimitExceeded. A bad feature is a reject and the others are read.
[[nodiscard]] Result<AreaCollection> readGeoJson(ByteSource& source, const AreaReadOptions& options = {});

} // namespace griddesk
