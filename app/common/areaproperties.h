// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "district.h"

#include "models/exchange/areafeature.h"

namespace griddesk {

/// A property as text: texts and whole numbers; empty for anything else and for what is not there.
[[nodiscard]] std::string propertyText(const Value::Object& properties, const std::string& name);

/// An identifier out of a name: what may not stand in one becomes '-'; empty when nothing of the name is left.
[[nodiscard]] std::string codeFromName(const std::string& name);

/// Fills in what a profile does not find in a file: files of areas call their code and name what they like. A column that
/// tells (nearly) every feature from the others is taken, one with letters for the name, one of identifiers for the code.
/// The level column is given up unless every feature states a level we know, at least one of them below a district.
/// Pure. `profile` comes back as it is where it fits.
[[nodiscard]] AreaProfile fittedTo(AreaProfile profile, const std::vector<AreaFeature>& features);

} // namespace griddesk
