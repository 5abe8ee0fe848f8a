// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"
#include "value.h"

namespace griddesk {

struct FieldPath;

/// Reads the member "parameters" of a rule bundle. Every field may be absent and has its default then; a limit is a word
/// of parseLimit() or "none" for a step without a clock. Errors as readRules().
[[nodiscard]] Result<Parameters> readParameters(const Value& value, const FieldPath& path);

/// All fields, written out.
[[nodiscard]] Value writeParameters(const Parameters& parameters);

} // namespace griddesk
