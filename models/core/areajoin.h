// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"
#include "value.h"

#include <vector>

namespace griddesk {

/// Puts areas (drawn or imported apart from the rules, such as from GeoJSON) into a bundle in JSON form. An area the bundle
/// has already keeps the members it states there (fallback unit, validity) and gains the others, so that a bundle may hold
/// the duties and the geometry file the shape of the tree. Pure; the result is not checked, readRules() does that.
/// Errors: WrongType when `rules` is no object or its "areas" no list of objects; Duplicate, with the code as context, when
/// `areas` has a code twice.
[[nodiscard]] Result<Value> withAreas(Value rules, const std::vector<Area>& areas);

} // namespace griddesk
