// SPDX-License-Identifier: GPL-3.0-or-later
#include "standing.h"

#include <algorithm>

namespace griddesk {

namespace {
bool cameBackTwice(const Case& c) { return c.stage == Stage::Filed && c.returns >= 2; }

/// Whether the last designation was made after the last return.
bool namedSince(const Case& c)
{
    if (c.designations.empty())
        return false;
    const auto named = c.designations.back().by.at;
    return std::ranges::none_of(c.assignments, [named](const Assignment& a) {
        return a.level == 1 && !a.returns.empty() && a.returns.back().decidedBy && a.returns.back().decidedBy->at > named;
    });
}
} // namespace

bool awaitsDesignation(const Case& c) noexcept { return cameBackTwice(c) && !namedSince(c); }

bool isDesignated(const Case& c) noexcept { return cameBackTwice(c) && namedSince(c); }

} // namespace griddesk
