// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster.h"

#include "areatree.h"

#include <algorithm>
#include <tuple>

namespace griddesk {

namespace {

constexpr int deepestUnit = 32; ///< ends a walk in damaged data

template <typename T>
std::vector<T> sortedOnce(std::vector<T> items)
{
    std::ranges::sort(items);
    items.erase(std::ranges::unique(items).begin(), items.end());
    return items;
}

/// Sorts by post, roster before delegation, account; one entry per account and post.
std::vector<Holder> tidied(std::vector<Holder> holders)
{
    const auto key = [](const Holder& h) { return std::tie(h.post, h.delegated, h.account); };
    std::ranges::sort(holders, {}, key);
    std::vector<Holder> once;
    for (auto& holder : holders)
        if (std::ranges::none_of(once, [&](const Holder& h) { return h.post == holder.post && h.account == holder.account; }))
            once.push_back(std::move(holder));
    return once;
}

template <typename Wanted>
std::vector<Holder> holdersWhere(const Rules& rules, Instant at, Wanted&& wanted)
{
    std::vector<Holder> holders;
    for (const auto& tenure : rules.tenures)
        if (tenure.valid.holds(at) && wanted(tenure.post))
            holders.push_back({tenure.account, tenure.post, !tenure.delegation.empty()});
    return tidied(std::move(holders));
}

} // namespace

std::vector<PostId> postsOf(const Rules& rules, const AccountId& account, Instant at)
{
    std::vector<PostId> posts;
    for (const auto& tenure : rules.tenures)
        if (tenure.account == account && tenure.valid.holds(at))
            posts.push_back(tenure.post);
    return sortedOnce(std::move(posts));
}

std::vector<Holder> holdersOf(const Rules& rules, const PostId& post, Instant at)
{
    return holdersWhere(rules, at, [&](const PostId& held) { return held == post; });
}

std::vector<Holder> whoIsOn(const Rules& rules, const UnitId& unit, Instant at)
{
    return holdersWhere(rules, at, [&](const PostId& held) {
        const auto post = rules.posts.find(held);
        return post != rules.posts.end() && post->second.unit == unit;
    });
}

const Tenure* tenureOf(const Rules& rules, const AccountId& account, const PostId& post, Instant at)
{
    const Tenure* found = nullptr;
    for (const auto& tenure : rules.tenures) {
        if (tenure.account != account || tenure.post != post || !tenure.valid.holds(at))
            continue;
        if (tenure.delegation.empty())
            return &tenure;
        if (found == nullptr)
            found = &tenure;
    }
    return found;
}

RoleSet rolesOf(const Rules& rules, const AccountId& account, Instant at)
{
    RoleSet roles;
    for (const auto& id : postsOf(rules, account, at))
        if (const auto post = rules.posts.find(id); post != rules.posts.end())
            for (std::size_t i = 0; i < roleCount; ++i)
                if (const auto role = static_cast<Role>(i); post->second.roles.has(role))
                    roles.add(role);
    return roles;
}

std::vector<UnitId> unitsOf(const Rules& rules, const AccountId& account, Instant at)
{
    std::vector<UnitId> units;
    for (const auto& id : postsOf(rules, account, at))
        if (const auto post = rules.posts.find(id); post != rules.posts.end())
            units.push_back(post->second.unit);
    return sortedOnce(std::move(units));
}

bool covers(const Rules& rules, const Post& post, const AreaCode& area)
{
    if (!post.areas.empty())
        return std::ranges::any_of(post.areas, [&](const AreaCode& scope) { return isWithin(rules, area, scope); });
    const auto unit = rules.units.find(post.unit);
    if (unit == rules.units.end())
        return false;
    return !unit->second.area || isWithin(rules, area, *unit->second.area);
}

bool isUnder(const Rules& rules, const UnitId& unit, const UnitId& superior)
{
    auto at = rules.units.find(unit);
    for (int step = 0; at != rules.units.end() && step < deepestUnit; ++step) {
        if (at->first == superior)
            return true;
        if (!at->second.parent)
            return false;
        at = rules.units.find(*at->second.parent);
    }
    return false;
}

} // namespace griddesk
