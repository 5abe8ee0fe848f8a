// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/rulesreader.h"
#include "tests/support/casebuilder.h"

#include <stdexcept>
#include <string>
#include <type_traits>

namespace griddesk::testing {

/// The value, or an exception that fails the test and names the error.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(std::string(errorName(result.error().code)) + ": " + result.error().detail + " (" + result.error().context + ")");
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// testRules() with what a published bundle has to say besides.
inline Rules publishedRules()
{
    Rules rules = testRules();
    for (auto& [id, post] : rules.posts)
        if (post.roles.has(Role::Supervisor))
            post.supervisionLevel = AreaLevel::Subdistrict;
    rules.duties.erase(DutyId::literal("d-east")); // a bundle gives one matter to one unit
    return rules;
}

} // namespace griddesk::testing
