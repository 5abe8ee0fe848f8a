#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ../shanghai/rules.json, the bundle of the fictitious demonstration sub-district: areas from areas.geojson, classes from categories.json,
calendar from ../../calendars/cn.json, units, people and duty list from the tables here. Standard library only. Every person
and telephone number is made up."""

import json
import pathlib

DEMO = pathlib.Path(__file__).resolve().parent.parent
SHANGHAI = DEMO / "shanghai"
SINCE = "2024-12-31T16:00:00Z"  # 2025-01-01 in the local zone

UNITS = [  # id, name, kind, parent
    ("centre", "街道集成指挥中心", "centre", None),
    ("csgl", "城市管理办公室（市容科）", "office", "centre"), ("zhzf", "综合行政执法队", "station", "centre"),
    ("shzl", "社会治理办公室", "office", "centre"), ("yjgl", "应急管理办公室", "office", "centre"),
    ("shsw", "社会事务办公室（民政）", "office", "centre"), ("ggfw", "公共服务办公室", "office", "centre"),
    ("jjfz", "经济发展办公室", "office", "centre"), ("dzb", "党政办公室", "office", "centre"),
    ("jwjc", "纪检监察工作室", "office", "centre"), ("pcs", "派出所（联动）", "station", "centre"),
    ("scjg", "市场监督管理所", "station", "centre"), ("sfs", "司法所", "station", "centre"),
    ("fgs", "房屋管理所", "station", "centre"), ("hws", "环境卫生管理所", "station", "centre"),
    ("lhs", "绿化管理所", "station", "centre"), ("szyh", "市政设施养护所", "contractor", "centre"),
    ("gs", "供水服务站", "utility", "centre"), ("rq", "燃气服务站", "utility", "centre"), ("gd", "供电服务站", "utility", "centre"),
    ("tx", "通信服务站", "utility", "centre"), ("tjwyh", "人民调解委员会", "mediationCommittee", "sfs"),
    ("dqfw", "党群服务中心", "partyBranch", "dzb"), ("wlfw", "为老服务社", "socialOrganisation", "shsw"),
    ("qyy", "区城市运行管理中心", "bureau", None),
]
SECOND_LEVEL = [  # id, name, kind, parent, number of the community it works in
    ("wy1", "安居物业服务处", "propertyManager", "fgs", 0), ("wy2", "和苑物业服务处", "propertyManager", "fgs", 1),
    ("ywh1", "和苑小区业主委员会", "ownersCommittee", "fgs", 1), ("zyz", "平安志愿者服务队", "volunteers", "shzl", None),
]
SURNAMES = "沈陆顾徐周吴郑孙钱蒋韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤"
GIVEN = ("建平 雅琴 志远 慧敏 国梁 晓燕 文斌 丽华 海峰 佳怡 永康 静雯 振东 春梅 立群 思远 卫民 玉兰 嘉诚 美玲 明辉 秀英 宏伟 婷婷 学军 "
         "巧云 俊杰 桂芳 利民 梦洁 德胜 月琴 子健 红霞 伟强 小莉 根发 菊英 凯文 雪梅").split()

# Duty list: section, basis, then (classes, lead, assists). A class may be a major class; what is nowhere is left to
# consultation. Titles are of laws and regulations in force; the others name the item of the list itself.
DUTIES = [
    ("公用设施", "《城市道路管理条例》", "", [
        ("1001", "szyh", "csgl"), ("100101 100125 100193", "gs", "szyh"), ("100111 100149 100157", "rq", "yjgl"),
        ("100128 100129 100130 100154", "gd", ""), ("100127 100131", "tx", ""), ("100150 100151", "pcs", ""),
        ("100146", "ggfw", ""), ("100114", "lhs", ""), ("100118", "hws", ""), ("100140 100145 100180 100179", "csgl", "zhzf")]),
    ("道路交通设施", "《城市道路管理条例》", "", [("1002", "szyh", ""), ("100201", "csgl", "pcs"), ("100225", "csgl", "")]),
    ("市容环境设施", "《城市市容和环境卫生管理条例》", "", [("1003", "hws", "csgl"), ("100306 100307", "csgl", "zhzf"), ("100308", "dzb", "csgl")]),
    ("园林绿化设施", "《城市绿化条例》", "", [("1004", "lhs", "")]),
    ("其他部件", "", "", [("100504", "rq", "yjgl"), ("100506 100507", "szyh", "")]),
    ("市容环境", "《城市市容和环境卫生管理条例》", "", [
        ("2001", "csgl", "hws"), ("200110", "hws", "csgl"), ("200111 200112 200114 200131 200135 200137 200192", "hws", "csgl"),
        ("200101 200199 200198 200181", "zhzf", "csgl fgs"), ("200102 200183", "fgs", "zhzf"),
        ("200105 200107 200119 200193 200138", "csgl", "zyz"), ("200117 200118 200121 200122 200190 200191 200179", "lhs", "zhzf"),
        ("200108 200180", "tx", "gd csgl"), ("200113", "szyh", ""), ("200120 200128 200129 200130 200196", "zhzf", "csgl"),
        ("200184", "pcs", "csgl"), ("200125 200126", "szyh", "csgl")]),
    ("宣传广告", "《城市市容和环境卫生管理条例》", "区政府关于行政执法事项下沉街道的决定（示范文本）", [("2002", "zhzf", "csgl"), ("200201", "csgl", "hws"), ("200299", "dzb", "")]),
    ("施工管理", "《建设工程安全生产管理条例》", "区政府关于行政执法事项下沉街道的决定（示范文本）", [("2003", "zhzf", "csgl yjgl"), ("200303 200308 200309", "szyh", "zhzf"), ("200396", "csgl", "")]),
    ("街面秩序", "《城市市容和环境卫生管理条例》", "区政府关于行政执法事项下沉街道的决定（示范文本）", [("2004", "zhzf", "csgl"), ("200410 200493", "csgl", "zyz"), ("200496", "yjgl", "pcs"), ("200498", "scjg", "csgl")]),
    ("突发事件", "《城市供水条例》《城镇燃气管理条例》《城镇排水与污水处理条例》", "", [
        ("200501", "gs", "yjgl szyh"), ("200502", "rq", "yjgl pcs"), ("200503 200506", "szyh", "yjgl"), ("200505 200507", "szyh", "yjgl pcs"),
        ("200508", "tx", "gd"), ("200595 200596", "yjgl", "pcs fgs")]),
    ("其他事件", "", "", [("200604", "csgl", "hws"), ("200698", "zhzf", "szyh")]),
    ("物业管理", "《物业管理条例》", "", [("3001", "fgs", ""), ("300102", "fgs", "sfs"), ("300103", "scjg", "fgs"), ("300104", "csgl", "fgs pcs")]),
    ("噪音扰民", "《中华人民共和国噪声污染防治法》", "", [("3002", "zhzf", ""), ("300201", "pcs", "zhzf"), ("300202", "fgs", ""), ("300204", "zhzf", "scjg")]),
    ("矛盾纠纷", "《中华人民共和国人民调解法》", "", [("3003", "tjwyh", "sfs"), ("300303", "tjwyh", "fgs"), ("300304", "scjg", "tjwyh"), ("300305", "ggfw", "tjwyh")]),
    ("政策咨询", "", "", [("3004", "ggfw", ""), ("300402", "pcs", ""), ("300404", "shsw", ""), ("300405", "fgs", "")]),
    ("民生救助", "《社会救助暂行办法》", "", [("3005", "shsw", ""), ("300505", "wlfw", "shsw"), ("300506", "shsw", "pcs")]),
    ("劳动保障", "《保障农民工工资支付条例》", "", [("3006", "ggfw", "")]),
    ("市场监管", "《中华人民共和国食品安全法》《中华人民共和国消费者权益保护法》", "", [("3007", "scjg", "")]),
    ("安全隐患", "《中华人民共和国消防法》", "", [
        ("300801", "yjgl", "pcs"), ("300802", "yjgl", "fgs zyz"), ("300803", "rq", "yjgl"), ("300804", "fgs", "pcs zhzf"),
        ("300805", "fgs", "yjgl"), ("300806", "pcs", "fgs"), ("300807", "yjgl", "pcs scjg")]),
    ("公用事业", "《城市供水条例》《电力供应与使用条例》《城镇燃气管理条例》", "", [("300901", "gs", ""), ("300902", "gd", ""), ("300903", "rq", ""), ("300904", "tx", "")]),
    ("公共服务", "", "", [("301001", "ggfw", "lhs"), ("301003 301004", "ggfw", ""), ("301005", "shsw", "szyh")]),
    ("政务审批", "", "", [("3011", "ggfw", ""), ("301101 301102", "csgl", "zhzf"), ("301104", "fgs", "ggfw")]),
    ("表扬与建议", "", "", [("3012", "dzb", ""), ("301203", "jwjc", "")]),
]
CONTESTED_CLASS = "200698"  # 桥下空间管理: in one community two units are named


class People:
    """Posts, accounts and tenures as they are handed out; names are made from the two lists, each once."""

    def __init__(self):
        self.posts, self.accounts, self.tenures = [], [], []

    def post(self, code, name, unit, *roles, **more):
        self.posts.append({"id": code, "name": name, "unit": unit, "roles": list(roles), **more})

    def person(self, *posts, name=None, account=None):
        number = len(self.accounts)
        name = name or SURNAMES[number * 7 % len(SURNAMES)] + GIVEN[number * 11 % len(GIVEN)]
        account = account or f"a{number + 1:03}"
        self.accounts.append({"id": account, "name": name})
        self.tenures += [{"account": account, "post": post, "from": SINCE} for post in posts]
        return account

    def centre(self):
        post, person = self.post, self.person
        post("centre.op", "受理员", "centre", "operator")
        post("centre.sl", "值班长", "centre", "shiftLeader")
        post("centre.di", "派遣员", "centre", "dispatcher")
        post("centre.rv", "核查员", "centre", "reviewer")
        post("centre.dl", "带班领导", "centre", "dutyLeader")
        post("centre.su", "街道督查员", "centre", "supervisor", supervisionLevel="subdistrict")
        post("shzl.su-grid", "网格督查员", "shzl", "supervisor", supervisionLevel="grid")
        post("shzl.su-community", "社区督查员", "shzl", "supervisor", supervisionLevel="community")
        post("qyy.su", "区督查员", "qyy", "supervisor", supervisionLevel="district")
        post("dzb.le", "街道领导", "dzb", "leader")
        post("jwjc.au", "审计员", "jwjc", "auditor")
        post("centre.ad", "系统管理员", "centre", "admin")
        post("centre.im", "数据导入", "centre", "importer")
        post("centre.sy", "系统", "centre", "system")
        person("centre.op")
        person("centre.op")
        leader = person("centre.sl")
        person("centre.sl")
        dispatcher = person("centre.di")
        person("centre.di")
        for _ in range(3):
            person("centre.rv")
        for held in ("centre.dl", "centre.su", "shzl.su-grid", "shzl.su-community", "qyy.su", "dzb.le", "dzb.le", "jwjc.au", "centre.ad"):
            person(held)
        person("centre.im", name="导入程序", account="importer")
        person("centre.sy", name="系统", account="system")
        self.delegate(dispatcher, "centre.sl", "2026-11-15T16:00:00Z", "2026-12-15T16:00:00Z", "街道值班代行通知〔2026〕11号")
        return leader

    def delegate(self, account, post, start, end, document):
        self.tenures.append({"account": account, "post": post, "from": start, "until": end, "delegation": document})

    def unit(self, unit, name):
        self.post(f"{unit}.ul", f"{name}负责人", unit, "unitLead")
        self.post(f"{unit}.ha", f"{name}处置人员", unit, "handler")
        self.person(f"{unit}.ul")
        handler = self.person(f"{unit}.ha")
        if unit == "csgl":
            self.delegate(handler, "csgl.ul", "2026-02-13T16:00:00Z", "2026-02-27T16:00:00Z", "城管办代行通知〔2026〕2号")

    def community(self, unit, name):
        self.post(f"{unit}.ul", f"{name}书记", unit, "unitLead", "community")
        self.post(f"{unit}.ha", f"{name}专干", unit, "handler", "community")
        self.person(f"{unit}.ul")
        self.person(f"{unit}.ha")

    def crew(self, unit, name, grid):
        self.post(f"{unit}.gl", f"{name}网格长", unit, "gridLead", "handler", areas=[grid])
        self.post(f"{unit}.gw", f"{name}网格员", unit, "gridWorker", "handler", areas=[grid])
        self.person(f"{unit}.gl")
        self.person(f"{unit}.gw")


def areas_of_map():
    features = json.loads((SHANGHAI / "areas.geojson").read_text(encoding="utf-8"))["features"]
    wanted = ("code", "level", "parent", "name")
    return [{key: feature["properties"][key] for key in wanted if feature["properties"].get(key)} for feature in features]


def phone(number):
    return f"000-{number:04}"


def units_and_people(areas):
    people, units = People(), []
    people.centre()

    def unit(code, name, kind, parent, **more):
        units.append({"id": code, "name": name, "kind": kind, **({"parent": parent} if parent else {}), **more, "phone": phone(len(units) + 1)})

    for code, name, kind, parent in UNITS:
        unit(code, name, kind, parent)
        if code not in ("centre", "qyy"):
            people.unit(code, name)
    communities = [area for area in areas if area["level"] == "community"]
    of_area = {}
    for number, area in enumerate(communities, 1):
        code = f"sq{number:02}"
        of_area[area["code"]] = area["fallbackUnit"] = code
        name = area["name"] if area["name"].endswith("社区") else area["name"] + "社区"
        unit(code, f"{name}居民委员会", "community", "centre", alsoLevel2=True, area=area["code"])
        people.community(code, name)
    for number, area in enumerate((area for area in areas if area["level"] == "grid"), 1):
        code = f"wg{number:02}"
        unit(code, f"{area['name']}工作组", "gridCrew", of_area[area["parent"]], level=2, area=area["code"])
        people.crew(code, area["name"], area["code"])
    for code, name, kind, parent, number in SECOND_LEVEL:
        place = {} if number is None else {"area": communities[number % len(communities)]["code"]}
        unit(code, name, kind, parent, level=2, **place)
        people.unit(code, name)
    for area in areas:
        if area["level"] in ("subdistrict", "district"):
            area["fallbackUnit"] = "csgl"
    return units, people, communities


def duty_items(communities, subdistrict):
    items = []
    for section, (title, law, authority, entries) in enumerate(DUTIES, 1):
        number = 0
        for classes, lead, assists in entries:
            for category in classes.split():
                number += 1
                item = {"id": f"{section}.{number}", "category": category, "lead": lead, "from": SINCE,
                        "basis": f"{subdistrict}权责清单第{section}.{number}项（{title}）" + (f"；{law}" if law else "")}
                if assists:
                    item["assists"] = assists.split()
                if authority:
                    item["authority"] = authority
                items.append(item)
    for nth, (lead, assist) in enumerate((("zhzf", "csgl"), ("szyh", "csgl")), 1):
        items.append({"id": f"24.{nth}", "category": CONTESTED_CLASS, "area": communities[0]["code"], "lead": lead, "assists": [assist],
                      "contested": True, "from": SINCE, "basis": f"{subdistrict}权责清单第24.{nth}项（职责交叉事项）"})
    return items


def main():
    areas = areas_of_map()
    units, people, communities = units_and_people(areas)
    calendar = json.loads((DEMO.parent / "calendars" / "cn.json").read_text(encoding="utf-8"))
    subdistrict = next(area for area in areas if area["level"] == "subdistrict")
    rules = {"format": "griddesk-rules-1", "stream": subdistrict["code"], "name": subdistrict["name"] + "（示范街道）", "internalOnly": True, "areas": areas, "units": units,
             "posts": people.posts, "accounts": people.accounts, "tenures": people.tenures,
             "categories": json.loads((SHANGHAI / "categories.json").read_text(encoding="utf-8")), "duties": duty_items(communities, subdistrict["name"]),
             "calendars": [calendar], "calendar": calendar["id"], "centre": "centre", "parameters": {}}
    names = [account["name"] for account in people.accounts]
    if len(set(names)) != len(names):
        raise SystemExit("two persons of one name: lengthen the lists")
    lines = []
    for key, value in rules.items():
        if isinstance(value, list):
            value = "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n]"
        else:
            value = json.dumps(value, ensure_ascii=False)
        lines.append(f'"{key}": {value}')
    (SHANGHAI / "rules.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(areas)} areas, {len(units)} units, {len(people.accounts)} accounts, {len(rules['duties'])} duty items")


if __name__ == "__main__":
    main()
