// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

namespace griddesk {

const Post* Session::post() const
{
    if (!rules)
        return nullptr;
    const auto found = rules->posts.find(actor.post);
    return found == rules->posts.end() ? nullptr : &found->second;
}

const Account* Session::account() const
{
    if (!rules)
        return nullptr;
    const auto found = rules->accounts.find(actor.account);
    return found == rules->accounts.end() ? nullptr : &found->second;
}

RoleSet Session::roles() const
{
    const auto* held = post();
    return held != nullptr ? held->roles : RoleSet{};
}

std::optional<UnitId> Session::unit() const
{
    const auto* held = post();
    return held != nullptr ? std::optional{held->unit} : std::nullopt;
}

bool Session::isCentre() const { return rules && unit() == rules->centre; }

} // namespace griddesk
