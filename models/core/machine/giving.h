// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps.h"

// Giving work to units and taking replies back, shared by dispatch, tiers and handling.

namespace griddesk::machine {

/// Starts the time a tier tries before raising, when the unit is of a tier that has one.
void startTryFor(Context& x, const Assignment& a);
/// Checks a unit that is to be given work of a level.
[[nodiscard]] Verdict unitOfLevel(const Context& x, const UnitId& unit, int level);
/// Limit asked for in the payload against that of the standard; the standard's when none is asked for.
[[nodiscard]] std::expected<std::optional<Limit>, Refusal> askedLimit(const Context& x);
/// Gives level-2 work under the assignment named.
[[nodiscard]] Verdict giveBelow(Context& x);
/// Takes a reply for an assignment: its clocks are met; a lead's reply brings the case to `Handled`.
void takeReply(Context& x, Assignment& a, std::string result, std::string words);

} // namespace griddesk::machine
