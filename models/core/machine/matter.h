// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

namespace griddesk::machine {

/// Reads what the case is about (source, texts, place, category …) from the payload into the case.
void fillMatter(Context& x);
/// Adds the reporter of the payload, if there is one.
void addReporter(Context& x);
/// Adds the outside order of the payload, if there is one, and starts its clock.
void addOrder(Context& x);
/// Freezes a standard on the case; refuses one of another category.
[[nodiscard]] Verdict freezeStandard(Context& x, const StandardId& id);

} // namespace griddesk::machine
