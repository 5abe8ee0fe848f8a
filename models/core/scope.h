// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "case.h"
#include "rules.h"

#include <set>
#include <string>

namespace griddesk {

/// Unit of visibility: `street` (the whole sub-district), `unit:ID` or `area:CODE` (a grid or a community). Ordered, so that
/// a set has one text and one hash.
using ScopeSet = std::set<std::string, std::less<>>;

/// The scopes that see a case as it stands: always `street`; every unit with a live or replied assignment that nobody took
/// back, and the units above it; the grid and the community its area lies in. Pure: platform and desk must agree on it, for
/// digests are taken per scope. `rules` are those the case's last operation names.
[[nodiscard]] ScopeSet scopesOf(const Case& c, const Rules& rules);

/// What an account may see at that time, from the posts it holds: a post in the command centre, of leadership, audit or
/// administration, and a supervisor of the sub-district or district see the street; a grid post its grids; a community post
/// its community; every other post its unit. Empty when it holds no post.
[[nodiscard]] ScopeSet scopesOf(const Rules& rules, const AccountId& account, Instant at);

/// The one text of a set, for hashing and comparing: members with a line end each, in order.
[[nodiscard]] std::string textOf(const ScopeSet& scopes);

} // namespace griddesk
