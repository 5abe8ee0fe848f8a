// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/rules.h"

#include <memory>
#include <string>

namespace griddesk::testing {

/// A small sub-district in code, for tests of everything that needs rules: two communities with grids and cells, units of
/// all levels, one account per post, four kinds of matter. Ids are short on purpose:
///
///   areas   990101 district > 990101001 sub-district > E, W communities > E1, W1 grids > E1a, E1b, W1a cells
///   units   centre · city (office) · water (station) · east, west (communities, both levels) · crew (grid crew of east)
///           · clean (contractor of city, level 2)
///   posts   op op2 sl sl2 dl di rv su su2 le au ad im sy (centre, rv at "panel") · city-ul city-ha · water-ul water-ha ·
///           east-ul · crew-gl crew-gw · clean-ul ; the account of a post is "u-" + post
///   matters waste 4wh · ads (minor, 1wd) · manhole (urgent: 2uh make safe, 5wd) · illegal (elastic, 15wdb) · traders
///           (transient, 2wh) · photo (checked by photograph, 1wd); the standard of a category is "s-" + category
///   duties  d-city (everything of the city group to city, assisted by water), d-water (manhole to water)
inline Rules testRules()
{
    using std::chrono::sys_days;
    using namespace std::chrono_literals;
    const Validity always{Instant{sys_days{2020y / 1 / 1}}, {}};

    Rules rules;
    rules.hash = std::string(64, 'a');
    rules.stream = "990101001";
    rules.name = "示范街道";
    rules.internalOnly = true;

    const auto area = [&](const char* code, AreaLevel level, const char* parent, const char* fallback) {
        Area a{.code = AreaCode::literal(code), .level = level, .parent = {}, .name = code, .fallbackUnit = {}, .valid = always};
        if (*parent != '\0')
            a.parent = AreaCode::literal(parent);
        if (*fallback != '\0')
            a.fallbackUnit = UnitId::literal(fallback);
        rules.areas.emplace(a.code, a);
    };
    area("990101", AreaLevel::District, "", "");
    area("990101001", AreaLevel::Subdistrict, "990101", "city");
    area("E", AreaLevel::Community, "990101001", "east");
    area("W", AreaLevel::Community, "990101001", "west");
    area("E1", AreaLevel::Grid, "E", "");
    area("W1", AreaLevel::Grid, "W", "");
    area("E1a", AreaLevel::Cell, "E1", "");
    area("E1b", AreaLevel::Cell, "E1", "");
    area("W1a", AreaLevel::Cell, "W1", "");

    const auto unit = [&](const char* id, UnitKind kind, int level, bool both, const char* parent) {
        Unit u{.id = UnitId::literal(id), .name = id, .kind = kind, .level = level, .alsoLevel2 = both, .parent = {}, .area = {}, .phone = {}, .valid = always};
        if (*parent != '\0')
            u.parent = UnitId::literal(parent);
        rules.units.emplace(u.id, u);
    };
    unit("centre", UnitKind::Centre, 1, false, "");
    unit("panel", UnitKind::Office, 1, false, "centre");
    unit("city", UnitKind::Office, 1, false, "centre");
    unit("water", UnitKind::Station, 1, false, "centre");
    unit("east", UnitKind::Community, 1, true, "centre");
    unit("west", UnitKind::Community, 1, true, "centre");
    unit("crew", UnitKind::GridCrew, 2, false, "east");
    unit("clean", UnitKind::Contractor, 2, false, "city");

    const auto post = [&](const char* id, RoleSet roles, const char* of) {
        const auto account = AccountId::literal(std::string("u-") + id);
        rules.posts.emplace(PostId::literal(id), Post{.id = PostId::literal(id), .name = id, .roles = roles, .unit = UnitId::literal(of), .areas = {}, .supervisionLevel = {}});
        rules.accounts.emplace(account, Account{.id = account, .name = id, .phone = {}});
        rules.tenures.push_back({account, PostId::literal(id), always, {}});
    };
    post("op", {Role::Operator}, "centre");
    post("op2", {Role::Operator}, "centre");
    post("sl", {Role::ShiftLeader}, "centre");
    post("sl2", {Role::ShiftLeader}, "centre");
    post("dl", {Role::DutyLeader}, "centre");
    post("di", {Role::Dispatcher}, "centre");
    post("rv", {Role::Reviewer}, "panel");
    post("su", {Role::Supervisor}, "centre");
    post("su2", {Role::Supervisor}, "centre");
    post("le", {Role::Leader}, "centre");
    post("au", {Role::Auditor}, "centre");
    post("ad", {Role::Admin}, "centre");
    post("im", {Role::Importer}, "centre");
    post("sy", {Role::System}, "centre");
    post("city-ul", {Role::UnitLead}, "city");
    post("city-ha", {Role::Handler}, "city");
    post("city-rv", {Role::Reviewer}, "city");
    post("water-ul", {Role::UnitLead}, "water");
    post("water-ha", {Role::Handler}, "water");
    post("east-ul", {Role::UnitLead, Role::Community}, "east");
    post("east-ha", {Role::Handler}, "east");
    post("west-ul", {Role::UnitLead, Role::Community}, "west");
    post("crew-gl", {Role::GridLead}, "crew");
    post("crew-gw", {Role::GridWorker}, "crew");
    post("clean-ul", {Role::UnitLead}, "clean");
    for (const char* id : {"importer", "system"}) { // the accounts programs act under
        const auto account = AccountId::literal(id);
        rules.accounts.emplace(account, Account{.id = account, .name = id, .phone = {}});
        rules.tenures.push_back({account, PostId::literal(id[0] == 'i' ? "im" : "sy"), always, {}});
    }

    const auto category = [&](const char* code, const char* parent, std::vector<StandardLimit> limits, bool minor = false) -> Category& {
        Category c{.code = CategoryId::literal(code), .parent = {}, .name = code, .pinyin = {}, .standards = {}};
        if (*parent != '\0')
            c.parent = CategoryId::literal(parent);
        if (!limits.empty())
            c.standards.push_back({StandardId::literal(std::string("s-") + code), "立案", "恢复", std::move(limits), minor});
        return rules.categories.emplace(c.code, std::move(c)).first->second;
    };
    const auto restore = [](LimitUnit limitUnit, std::int64_t n) {
        return StandardLimit{LimitPurpose::Restore, {}, {limitUnit, n}};
    };
    category("city-group", "", {});
    category("waste", "city-group", {restore(LimitUnit::WorkingHours, 4)})
        .standards.push_back({StandardId::literal("s-waste-large"), "大件", "清理", {restore(LimitUnit::WorkingDaysRolling, 2)}, false});
    category("ads", "city-group", {restore(LimitUnit::WorkingDaysRolling, 1)}, true);
    category("manhole", "city-group",
             {{LimitPurpose::MakeSafe, {}, {LimitUnit::UrgentHours, 2}}, restore(LimitUnit::WorkingDaysRolling, 5)})
        .urgent = true;
    category("illegal", "city-group", {restore(LimitUnit::WorkingDaysWhole, 15)}).elastic = true;
    category("traders", "city-group", {restore(LimitUnit::WorkingHours, 2)}).transient = true;
    category("photo", "city-group", {restore(LimitUnit::WorkingDaysRolling, 1)}).checkMode = CheckMode::Photo;

    const auto duty = [&](const char* id, const char* code, const char* lead, std::vector<UnitId> assists) {
        rules.duties.emplace(DutyId::literal(id), DutyItem{.id = DutyId::literal(id), .category = CategoryId::literal(code), .area = {},
                                                           .lead = UnitId::literal(lead), .assists = std::move(assists), .basis = "条例",
                                                           .authority = {}, .contested = false, .valid = always});
    };
    duty("d-city", "city-group", "city", {UnitId::literal("water")});
    duty("d-water", "manhole", "water", {});
    duty("d-east", "city-group", "east", {});

    Calendar calendar;
    calendar.id = "test-1";
    calendar.years = {2025, 2026, 2027, 2028};
    static const auto index = std::make_shared<const CalendarIndex>(calendar); // immutable; dear to make
    rules.calendars.emplace(calendar.id, index);
    rules.calendar = calendar.id;

    auto& p = rules.parameters;
    p.acceptLimit = {LimitUnit::WorkingHours, 1};
    p.verifyLimit = {LimitUnit::WorkingHours, 24};
    p.fileLimit = {LimitUnit::WorkingHours, 1};
    p.dispatchLimit = {LimitUnit::WorkingHours, 1};
    p.receiptLimit = {LimitUnit::WorkingHours, 2};
    p.checkLimit = {LimitUnit::WorkingHours, 2};
    p.closeLimit = {LimitUnit::WorkingHours, 2};
    p.callbackLimit = {LimitUnit::WorkingDaysRolling, 1};
    p.returnWindow = {LimitUnit::WorkingHours, 4};
    p.returnDecisionLimit = {LimitUnit::WorkingHours, 2};
    p.reworkLimit = {LimitUnit::WorkingHours, 4};
    p.redoLimit = {LimitUnit::WorkingDaysRolling, 3};
    p.reviewLimit = {LimitUnit::WorkingDaysRolling, 5};
    p.tryForGrid = {LimitUnit::WorkingHours, 4};
    p.tryForCommunity = {LimitUnit::WorkingDaysRolling, 1};
    return rules;
}

} // namespace griddesk::testing
