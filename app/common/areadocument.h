// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"
#include "models/exchange/areafeature.h"
#include "models/geo/datum.h"
#include "models/geo/polygon.h"

#include <map>
#include <string>
#include <string_view>

namespace griddesk {

/// Shapes of a district's areas by code.
using AreaShapes = std::map<AreaCode, MultiPolygon>;

/// The area geometry a rule bundle names by hash, as canonical JSON with integer coordinates:
/// `{"format":"griddesk-areas-1","areas":{"CODE":[[ring,…],…]}}`, a ring being `[lonE7,latE7,lonE7,latE7,…]` without the
/// repeated last point. Up to 256 MiB.
[[nodiscard]] std::string writeAreaDocument(const AreaShapes& shapes);
/// Errors: those of fromCanonical(); FileForeign, FileNewer, WrongType, OutOfRange, Syntax with the code as context.
[[nodiscard]] Result<AreaShapes> readAreaDocument(std::string_view bytes);

/// A feature's polygons in the stored frame. Errors: OutOfRange.
[[nodiscard]] Result<MultiPolygon> shapeOf(const AreaFeature& feature, Datum datum);

} // namespace griddesk
