// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubstore.h"

#include <string>
#include <string_view>

namespace griddesk {

/// How large a page gets, and known mistakes for tests (see SeededBugs).
struct PullLimits {
    std::size_t entries = 500; ///< log entries a page aims at; the history of a case that comes into sight is never cut
    std::size_t bytes = 1024 * 1024;
    bool sequenceCursor = false, dropLeave = false;
};

/// Lines of one page of what the account with `scopes` sees after `cursor`, the checkpoint last. A cursor that cannot be read,
/// of another epoch or account, ahead of the stream or of scopes the account never pulled with begins anew (`reset` on the
/// checkpoint). The scopes must be kept by putScopeSet() already. To be called within one snapshot of the store. Errors:
/// those of the store.
[[nodiscard]] Result<std::string> pullPage(HubStore& store, std::string_view cursor, const AccountId& account, const ScopeSet& scopes,
                                           const PullLimits& limits);

/// SHA-256 (hex) by which cursors of an account name a set of scopes. The account is in it, so that a cursor made up from
/// the scopes of somebody else tells nothing, not even which cases to forget.
[[nodiscard]] std::string hashOfScopes(const AccountId& account, const ScopeSet& scopes);

} // namespace griddesk
