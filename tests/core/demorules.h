// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/areatree.h"
#include "models/core/calendarreader.h"
#include "models/core/rulesreader.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace griddesk::rulestest {

inline Value object(std::initializer_list<std::pair<const char*, Value>> members)
{
    Value value;
    for (const auto& [key, member] : members)
        value.set(key, member);
    return value;
}

/// A small sub-district as a bundle in JSON form: one district, sub-district and community, two grids, three cells; four
/// units; four posts; three accounts; eight categories; three duty items.
inline Value smallRules()
{
    using List = Value::List;
    const auto area = [](const char* code, const char* level, const char* parent, const char* name) {
        Value value = object({{"code", code}, {"level", level}, {"name", name}});
        if (*parent != '\0')
            value.set("parent", parent);
        return value;
    };
    List areas{area("990101", "district", "", "示范区"),
               area("990101001", "subdistrict", "990101", "示范街道"),
               area("990101001001", "community", "990101001", "东社区"),
               area("G1", "grid", "990101001001", "一网格"),
               area("G2", "grid", "990101001001", "二网格"),
               area("990101001001001", "cell", "G1", "单元一"),
               area("990101001001002", "cell", "G1", "单元二"),
               area("990101001001003", "cell", "G2", "单元三")};
    areas[2].set("fallbackUnit", "east");
    areas[4].set("fallbackUnit", "crew");

    List units{object({{"id", "centre"}, {"name", "指挥中心"}, {"kind", "centre"}}),
               object({{"id", "city"}, {"name", "市容科"}, {"kind", "office"}, {"parent", "centre"}}),
               object({{"id", "east"}, {"name", "东社区"}, {"kind", "community"}, {"alsoLevel2", true}, {"area", "990101001001"}}),
               object({{"id", "crew"}, {"name", "二网格组"}, {"kind", "gridCrew"}, {"level", 2}, {"parent", "east"}, {"area", "G2"}})};

    List posts{object({{"id", "p-op"}, {"name", "受理"}, {"unit", "centre"}, {"roles", List{"operator"}}}),
               object({{"id", "p-sl"}, {"name", "值班长"}, {"unit", "centre"}, {"roles", List{"shiftLeader", "dispatcher"}}}),
               object({{"id", "p-gw"}, {"name", "网格员"}, {"unit", "crew"}, {"roles", List{"gridWorker"}}, {"areas", List{"G2"}}}),
               object({{"id", "p-su"}, {"name", "督查"}, {"unit", "centre"}, {"roles", List{"supervisor"}}, {"supervisionLevel", "subdistrict"}})};
    List accounts{object({{"id", "anna"}, {"name", "安"}}), object({{"id", "bo"}, {"name", "博"}}), object({{"id", "cai"}, {"name", "蔡"}})};
    List tenures{object({{"account", "anna"}, {"post", "p-op"}, {"from", "2025-01-01T00:00:00Z"}}),
                 object({{"account", "bo"}, {"post", "p-sl"}, {"from", "2025-01-01T00:00:00Z"}}),
                 object({{"account", "anna"}, {"post", "p-sl"}, {"from", "2025-02-01T00:00:00Z"}, {"until", "2025-03-01T00:00:00Z"},
                         {"delegation", "代行〔2025〕1号"}}),
                 object({{"account", "cai"}, {"post", "p-gw"}, {"from", "2025-01-01T00:00:00Z"}})};

    const auto category = [](const char* code, const char* parent, const char* name, const char* pinyin) {
        Value value = object({{"code", code}, {"name", name}, {"pinyin", pinyin}});
        if (*parent != '\0')
            value.set("parent", parent);
        return value;
    };
    List categories{category("E", "", "事件", "sj"),
                    category("E01", "E", "市容环境", "srhj"),
                    category("E0110", "E01", "暴露生活垃圾", "blshlj"),
                    category("E0112", "E01", "道路不洁", "dlbj"),
                    category("E05", "E", "突发事件", "tfsj"),
                    category("E0506", "E05", "道路积水", "dljs"),
                    category("S", "", "服务", "fw"),
                    category("S01", "S", "垃圾分类咨询", "ljflzx")};
    categories[2].set("standards", List{object({{"id", "E0110-1"}, {"filing", "街面有垃圾"}, {"closing", "清理干净"}, {"minor", true},
                                                {"limits", List{object({{"limit", "4wh"}}),
                                                                object({{"limit", "2uh"}, {"purpose", "makeSafe"}, {"urgency", "critical"}})}}})});
    List duties{object({{"id", "4.1"}, {"category", "E01"}, {"lead", "city"}, {"basis", "权责清单第4.1项"}}),
                object({{"id", "4.2"}, {"category", "E0110"}, {"lead", "city"}, {"assists", List{"east"}}, {"from", "2025-01-01T00:00:00Z"}}),
                object({{"id", "4.3"}, {"category", "E0110"}, {"area", "G2"}, {"lead", "crew"}, {"from", "2025-06-01T00:00:00Z"}})};
    return object({{"format", "griddesk-rules-1"}, {"stream", "990101001"}, {"name", "示范街道"}, {"internalOnly", true},
                   {"areas", areas}, {"units", units}, {"posts", posts}, {"accounts", accounts}, {"tenures", tenures},
                   {"categories", categories}, {"duties", duties},
                   {"calendars", List{object({{"id", "cn-1"}, {"years", object({{"2025", List{}}})}}),
                                      object({{"id", "cn-2"}, {"years", object({{"2025", List{}}, {"2026", List{}}})}})}},
                   {"calendar", "cn-2"}, {"centre", "centre"}});
}

/// The list member of that name, to be changed by a test.
inline Value::List& listOf(Value& rules, const char* key) { return *rules.object()->at(key).list(); }

inline Instant time(const char* text) { return parseInstant(text).value(); }

} // namespace griddesk::rulestest
