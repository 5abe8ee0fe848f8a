// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"

#include <vector>

namespace griddesk {

/// Who holds a post, and in what way.
struct Holder {
    AccountId account;
    PostId post;
    bool delegated = false; ///< 代行 by written delegation, not by roster

    bool operator==(const Holder&) const = default;
};

/// Posts an account holds at that time, by roster or delegation, by post id; each once.
[[nodiscard]] std::vector<PostId> postsOf(const Rules& rules, const AccountId& account, Instant at);

/// Who holds a post at that time; rostered holders first, then by account.
[[nodiscard]] std::vector<Holder> holdersOf(const Rules& rules, const PostId& post, Instant at);

/// Everybody who holds a post of that unit at that time, by post, then as holdersOf().
[[nodiscard]] std::vector<Holder> whoIsOn(const Rules& rules, const UnitId& unit, Instant at);

/// The tenure by which the account holds the post at that time (by roster before by delegation); nullptr = does not hold it.
/// This is the question every operation asks about its actor.
[[nodiscard]] const Tenure* tenureOf(const Rules& rules, const AccountId& account, const PostId& post, Instant at);

/// Roles of all posts held at that time.
[[nodiscard]] RoleSet rolesOf(const Rules& rules, const AccountId& account, Instant at);

/// Units of all posts held at that time, by unit id; each once.
[[nodiscard]] std::vector<UnitId> unitsOf(const Rules& rules, const AccountId& account, Instant at);

/// Whether an area lies in the scope of a post: in one of its areas, or, when it names none, in the area of its unit; a
/// post of a unit without an area covers everything.
[[nodiscard]] bool covers(const Rules& rules, const Post& post, const AreaCode& area);

/// Whether `unit` is `superior` or stands below it.
[[nodiscard]] bool isUnder(const Rules& rules, const UnitId& unit, const UnitId& superior);

} // namespace griddesk
