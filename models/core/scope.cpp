// SPDX-License-Identifier: GPL-3.0-or-later
#include "scope.h"

#include "areatree.h"
#include "roster.h"

namespace griddesk {

namespace {

constexpr std::string_view street = "street";
constexpr int deepestUnit = 32; ///< ends a walk in damaged data

std::string unitScope(const UnitId& unit) { return "unit:" + unit.text(); }
std::string areaScope(const AreaCode& area) { return "area:" + area.text(); }

/// The unit and those above it, but not the centre, which sees the street.
void addUnit(ScopeSet& scopes, const Rules& rules, const UnitId& unit)
{
    auto at = rules.units.find(unit);
    for (int step = 0; at != rules.units.end() && at->first != rules.centre && step < deepestUnit; ++step) {
        scopes.insert(unitScope(at->first));
        if (!at->second.parent)
            return;
        at = rules.units.find(*at->second.parent);
    }
}

/// Whether a post looks at the whole street whatever unit it belongs to.
bool seesStreet(const Rules& rules, const Post& post)
{
    if (post.unit == rules.centre
        || post.roles.meets({Role::Operator, Role::ShiftLeader, Role::DutyLeader, Role::Dispatcher, Role::Leader, Role::Reviewer, Role::Auditor,
                             Role::Admin, Role::Importer, Role::System}))
        return true;
    return post.roles.has(Role::Supervisor)
        && (!post.supervisionLevel || *post.supervisionLevel == AreaLevel::Subdistrict || *post.supervisionLevel == AreaLevel::District);
}

} // namespace

ScopeSet scopesOf(const Case& c, const Rules& rules)
{
    ScopeSet scopes{std::string(street)};
    for (const auto& assignment : c.assignments)
        if (assignment.live() || assignment.state == AssignmentState::Replied)
            addUnit(scopes, rules, assignment.unit);
    for (const auto& consultation : c.consultations) // who is asked has to know what about
        if (!consultation.concluded)
            for (const auto& unit : consultation.units)
                addUnit(scopes, rules, unit);
    for (const auto& whistle : c.whistles)
        if (!whistle.endedAt)
            for (const auto& unit : whistle.units)
                addUnit(scopes, rules, unit);
    if (c.area)
        for (const AreaLevel level : {AreaLevel::Grid, AreaLevel::Community})
            if (const Area* area = ancestorAt(rules, *c.area, level))
                scopes.insert(areaScope(area->code));
    return scopes;
}

ScopeSet scopesOf(const Rules& rules, const AccountId& account, Instant at)
{
    ScopeSet scopes;
    for (const PostId& id : postsOf(rules, account, at)) {
        const auto post = rules.posts.find(id);
        if (post == rules.posts.end())
            continue;
        if (seesStreet(rules, post->second))
            return {std::string(street)}; // everything else lies within
        scopes.insert(unitScope(post->second.unit));
        const auto unit = rules.units.find(post->second.unit);
        std::vector<AreaCode> areas = post->second.areas;
        const bool ofAreas = post->second.roles.meets({Role::GridLead, Role::GridWorker, Role::Community, Role::Supervisor});
        if (areas.empty() && unit != rules.units.end() && unit->second.area)
            areas.push_back(*unit->second.area);
        for (const AreaCode& code : areas)
            if (const auto area = rules.areas.find(code); ofAreas && area != rules.areas.end())
                if (area->second.level == AreaLevel::Grid || area->second.level == AreaLevel::Community)
                    scopes.insert(areaScope(code));
    }
    return scopes;
}

std::string textOf(const ScopeSet& scopes)
{
    std::string text;
    for (const auto& scope : scopes)
        text += scope + "\n";
    return text;
}

} // namespace griddesk
