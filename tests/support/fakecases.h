// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakedesk.h"

#include <array>
#include <memory>
#include <string>

namespace griddesk::fake {

/// Rules of a small made-up sub-district: areas, units, posts, accounts, categories and a duty item. No calendars.
inline std::shared_ptr<const Rules> smallDistrict()
{
    auto rules = std::make_shared<Rules>();
    rules->hash = std::string(64, 'a');
    rules->stream = "990101001";
    rules->name = "示范街道";
    const auto area = [&](const char* code, AreaLevel level, const char* parent, const char* name) {
        Area a{.code = AreaCode::literal(code), .level = level, .parent = {}, .name = name, .fallbackUnit = {}, .valid = {}};
        if (*parent != '\0')
            a.parent = AreaCode::literal(parent);
        rules->areas.emplace(a.code, a);
    };
    area("990101", AreaLevel::District, "", "示范区");
    area("990101001", AreaLevel::Subdistrict, "990101", "示范街道");
    area("990101001001", AreaLevel::Community, "990101001", "枫津社区");
    area("990101001002", AreaLevel::Community, "990101001", "马浜社区");
    area("990101001003", AreaLevel::Community, "990101001", "新元社区");
    for (int community = 1; community <= 3; ++community)
        for (int grid = 1; grid <= 2; ++grid) {
            const auto parent = "99010100100" + std::to_string(community);
            const auto code = "G" + std::to_string(community) + "0" + std::to_string(grid);
            area(code.c_str(), AreaLevel::Grid, parent.c_str(), (code.substr(1) + "网格").c_str());
            const auto cell = parent + "00" + std::to_string(grid);
            area(cell.c_str(), AreaLevel::Cell, code.c_str(), ("单元" + std::to_string(grid)).c_str());
        }
    const auto unit = [&](const char* id, const char* name, UnitKind kind, int level) {
        Unit u{.id = UnitId::literal(id), .name = name, .kind = kind, .level = level, .alsoLevel2 = kind == UnitKind::Community,
               .parent = {}, .area = {}, .phone = "021-60000000", .valid = {}};
        rules->units.emplace(u.id, u);
    };
    unit("centre", "城运指挥中心", UnitKind::Centre, 1);
    unit("city", "市容科", UnitKind::Office, 1);
    unit("law", "综合行政执法队", UnitKind::Station, 1);
    unit("market", "市场监管所", UnitKind::Station, 1);
    unit("property", "房管办", UnitKind::Office, 1);
    unit("c1", "枫津社区", UnitKind::Community, 1);
    unit("c2", "马浜社区", UnitKind::Community, 1);
    unit("crew101", "101网格组", UnitKind::GridCrew, 2);
    const auto post = [&](const char* id, const char* name, RoleSet roles, const char* unitId) {
        Post p{.id = PostId::literal(id), .name = name, .roles = roles, .unit = UnitId::literal(unitId), .areas = {}, .supervisionLevel = {}};
        rules->posts.emplace(p.id, p);
    };
    post("p-op", "受理席", {Role::Operator}, "centre");
    post("p-di", "派单席", {Role::Dispatcher, Role::Operator}, "centre");
    post("p-sl", "值班长", {Role::ShiftLeader, Role::Dispatcher}, "centre");
    post("p-city", "市容科负责人", {Role::UnitLead, Role::Handler}, "city");
    post("p-rv", "核查员", {Role::Reviewer}, "centre");
    post("p-gl", "网格长", {Role::GridLead}, "crew101");
    const auto person = [&](const char* id, const char* name, std::initializer_list<const char*> posts) {
        Account a{.id = AccountId::literal(id), .name = name, .phone = {}};
        rules->accounts.emplace(a.id, a);
        for (const auto* held : posts)
            rules->tenures.push_back({.account = a.id, .post = PostId::literal(held), .valid = {}, .delegation = {}});
    };
    person("chenjing", "陈静", {"p-op", "p-di"});
    person("zhouwei", "周伟", {"p-sl"});
    person("lihua", "李华", {"p-city"});
    person("sunyan", "孙燕", {"p-rv"});
    person("qianjun", "钱军", {"p-gl"});
    const auto category = [&](const char* code, const char* parent, const char* name, const char* pinyin) {
        Category c{.code = CategoryId::literal(code), .parent = {}, .name = name, .pinyin = pinyin, .nature = Nature::Service, .standards = {}};
        if (*parent != '\0')
            c.parent = CategoryId::literal(parent);
        rules->categories.emplace(c.code, c);
    };
    category("02", "", "市容环境", "srhj");
    category("0201", "02", "暴露垃圾", "bllj");
    category("0202", "02", "乱堆物堆料", "ldwdl");
    category("0203", "02", "店外经营", "dwjy");
    category("01", "", "公用设施", "gyss");
    category("0101", "01", "井盖缺失", "jgqs");
    category("0102", "01", "路灯不亮", "ldbl");
    category("03", "", "房屋管理", "fwgl");
    category("0301", "03", "违法建筑", "wfjz");
    category("04", "", "矛盾化解", "mdhj");
    category("0401", "04", "邻里纠纷", "lljf");
    DutyItem duty{.id = DutyId::literal("4.2"), .category = CategoryId::literal("0201"), .area = {}, .lead = UnitId::literal("city"),
                  .assists = {}, .basis = "市容环境卫生管理条例", .authority = {}, .contested = false, .valid = {}};
    rules->duties.emplace(duty.id, duty);
    return rules;
}

/// Somebody at work: account and post of smallDistrict().
inline Session sessionOf(const char* account = "chenjing", const char* post = "p-di")
{
    return {.actor = {AccountId::literal(account), PostId::literal(post)}, .rules = smallDistrict()};
}

/// Row n of an endless, repeatable series of cases that read like real ones.
inline CaseRow caseRow(int n, Instant now)
{
    struct Matter {
        const char *category, *title, *unit;
    };
    static constexpr std::array<Matter, 10> matters{{{"0201", "绿化带内有大量生活垃圾未清运", "city"},
                                                     {"0101", "人行道井盖缺失，行人有跌落危险", "property"},
                                                     {"0203", "水果店占用人行道摆摊经营", "law"},
                                                     {"0102", "小区主路三盏路灯不亮", "property"},
                                                     {"0301", "居民反映顶楼平台搭建彩钢棚", "law"},
                                                     {"0202", "楼道内堆放杂物，影响消防通道", "c1"},
                                                     {"0401", "楼上漏水，双方就赔偿协商不成", "c2"},
                                                     {"0201", "垃圾房满溢，夜间无人清理", "city"},
                                                     {"0203", "夜排档油烟噪声扰民", "market"},
                                                     {"0202", "工地渣土堆放未覆盖", "law"}}};
    static constexpr std::array<const char*, 6> streets{"枫津路", "马浜街", "新元路", "横塘河东路", "学府路", "竹园弄"};
    static constexpr std::array<const char*, 5> sources{"hotline12345", "patrol", "residentApp", "walkIn", "camera"};
    static constexpr std::array<Stage, 12> stages{Stage::Handling, Stage::Reported, Stage::Accepted, Stage::Filed, Stage::Dispatched, Stage::Handling,
                                                  Stage::Handled, Stage::Checking, Stage::Checked, Stage::Verifying, Stage::Closed, Stage::Archived};
    const auto& matter = matters[static_cast<std::size_t>(n) % matters.size()];
    const auto digits = std::to_string(1000000 + n).substr(1);
    CaseRow row{.id = CaseId::literal("case-" + digits)};
    row.stage = stages[static_cast<std::size_t>(n * 7) % stages.size()];
    row.localNumber = "B-" + digits.substr(2);
    if (row.stage != Stage::Reported)
        row.number = "2026-990101001-" + digits;
    row.urgency = n % 17 == 3 ? Urgency::Critical : n % 5 == 1 ? Urgency::Urgent : Urgency::Ordinary;
    row.source = sources[static_cast<std::size_t>(n) % sources.size()];
    row.category = CategoryId::literal(matter.category);
    const int community = n % 3 + 1, grid = n % 2 + 1;
    const auto communityCode = "99010100100" + std::to_string(community);
    row.cell = AreaCode::literal(communityCode + "00" + std::to_string(grid));
    row.grid = AreaCode::literal("G" + std::to_string(community) + "0" + std::to_string(grid));
    row.community = AreaCode::literal(communityCode);
    row.subdistrict = AreaCode::literal("990101001");
    row.place = GeoPoint{1214700000 + (n * 7919) % 200000, 312300000 + (n * 104729) % 150000};
    row.address = std::string(streets[static_cast<std::size_t>(n) % streets.size()]) + std::to_string(n * 13 % 400 + 1) + "号";
    row.title = matter.title;
    row.text = row.title + "，请尽快处理。";
    row.outsideNumbers = {"SH12345-" + digits};
    if (row.stage >= Stage::Dispatched && row.stage <= Stage::Archived)
        row.unit = UnitId::literal(matter.unit);
    if (n % 9 == 0)
        row.handler = AccountId::literal("chenjing");
    const auto minutes = [](int m) { return std::chrono::duration_cast<Milliseconds>(std::chrono::minutes(m)); };
    row.reportedAt = now - minutes(90 + n * 37 % 4000);
    row.changedAt = now - minutes(n * 11 % 600);
    if (isOpen(row.stage)) {
        const int left = (n * 53) % 900 - 120;
        row.due = now + minutes(left);
        row.yellowAt = *row.due - minutes(60);
    }
    if (n % 23 == 4)
        row.mark(CaseMark::Supervised), row.mark(CaseMark::YellowCard);
    if (n % 19 == 5)
        row.mark(CaseMark::Suspended);
    if (n % 13 == 6)
        row.mark(CaseMark::Rework), row.reworks = 1;
    if (n % 21 == 8)
        row.mark(CaseMark::Urged);
    if (n % 29 == 9)
        row.mark(CaseMark::Hot);
    if (n % 31 == 10)
        row.mark(CaseMark::ReturnAsked);
    row.evidence = n % 4;
    row.operations = 3 + n % 6;
    return row;
}

/// Puts rows 1 to `count` into the desk, without telling.
inline void fill(FakeDesk& desk, int count)
{
    for (int n = 1; n <= count; ++n)
        desk.queries.cases.emplace(n, caseRow(n, desk.clock.at));
}

} // namespace griddesk::fake
