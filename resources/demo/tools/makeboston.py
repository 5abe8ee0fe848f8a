#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ../boston/areas.geojson.gz and ../boston/rules.json from the two published files beside them (SOURCE.md there).
Needs shapely for the outline of the whole city."""

import collections
import csv
import datetime
import gzip
import json
import pathlib
import re
import statistics

from shapely.geometry import mapping, shape
from shapely.ops import unary_union

DEMO = pathlib.Path(__file__).resolve().parent.parent
BOSTON = DEMO / "boston"
SINCE = "2011-01-01T05:00:00Z"
LEAST_SHARE = 0.6

DEPARTMENTS = [  # id as in the column "department" (blanks taken out), name, kind
    ("PWDx", "Public Works Department", "bureau"), ("ISD", "Inspectional Services Department", "bureau"),
    ("PARK", "Parks and Recreation Department", "bureau"), ("BTDT", "Transportation Department", "bureau"),
    ("INFO", "Mayor's 24 Hour Hotline", "office"), ("PROP", "Property Management Department", "bureau"),
    ("BWSC", "Water and Sewer Commission", "utility"), ("DISB", "Commission for Persons with Disabilities", "office"),
    ("BPS_", "Boston Public Schools", "bureau"), ("BHA_", "Boston Housing Authority", "bureau"), ("NoQ", "No queue", "office")]


def slug(prefix, name):
    return (prefix + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-"))[:64]


def rows():
    with gzip.open(BOSTON / "boston_311_2011-07_2011-11.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {key: (value or "").strip() for key, value in row.items()}


def rounded(coordinates):
    if isinstance(coordinates[0], (int, float)):
        return [round(coordinates[0], 7), round(coordinates[1], 7)]
    return [rounded(part) for part in coordinates]


def areas():
    with gzip.open(BOSTON / "boston_neighborhoods.geojson.gz", "rt", encoding="utf-8") as file:
        found = json.load(file)["features"]
    found.sort(key=lambda feature: feature["properties"]["name"])
    outlines = [{"type": f["geometry"]["type"], "coordinates": rounded(f["geometry"]["coordinates"])} for f in found]
    whole = mapping(unary_union([shape(outline).buffer(0) for outline in outlines]))
    city = {"type": whole["type"], "coordinates": rounded(whole["coordinates"])}
    features = []

    def add(code, level, parent, name, geometry):
        properties = {"code": code, "level": level, "name": name}
        if parent:
            properties["parent"] = parent
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})

    add("BOS", "district", None, "Boston", city)
    add("BOS00", "subdistrict", "BOS", "City of Boston", city)
    for number, (feature, outline) in enumerate(zip(found, outlines), 1):
        code, name = f"BOS{number:02}", feature["properties"]["name"]
        add(code, "community", "BOS00", name, outline)
        add(f"{code}-G1", "grid", code, f"{name} grid", outline)
        add(f"{code}-C1", "cell", f"{code}-G1", f"{name} cell", outline)
    with open(BOSTON / "areas.geojson.gz", "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")).encode())
    return [feature["properties"] for feature in features]


def when(text):
    return datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S")


def usual_limit(hours):
    if len(hours) < 3:
        return "stated"
    usual = statistics.median(hours)
    return f"{max(1, round(usual))}uh" if usual < 24 else f"{round(usual / 24)}nd"


def categories_and_duties():
    hours, departments, types, reasons = collections.defaultdict(list), {}, {}, {}
    for row in rows():
        kind = row["type"]
        types[kind] = (row["subject"], row["reason"])
        departments.setdefault(kind, collections.Counter())[row["department"].replace(" ", "")] += 1
        if row["target_dt"]:
            hours[kind].append((when(row["target_dt"]) - when(row["open_dt"])).total_seconds() / 3600)
    categories, duties = [], []
    for subject in sorted({subject for subject, _ in types.values()}):
        categories.append({"code": slug("s-", subject), "name": subject})
    several = collections.Counter(reason for _, reason in set(types.values()))
    for subject, reason in sorted(set(types.values())):
        code = slug("r-", reason if several[reason] == 1 else f"{subject} {reason}")
        reasons[subject, reason] = code
        categories.append({"code": code, "parent": slug("s-", subject), "name": reason})
    for number, (kind, (subject, reason)) in enumerate(sorted(types.items()), 1):
        code = slug("", kind)
        urgent = "Emergency" in kind or "Emergencies" in kind
        category = {"code": code, "parent": reasons[subject, reason], "name": kind,
                    "standards": [{"id": f"{code[:60]}-1", "filing": f"A request of the type {kind}.",
                                   "closing": "The work is done, or the request is answered.", "limits": [{"limit": usual_limit(hours[kind])}]}]}
        if urgent:
            category["urgent"] = True
        if reason in ("Code Enforcement", "Housing", "Building", "Weights and Measures", "Health"):
            category["nature"] = "enforcement"
        categories.append(category)
        department, most = departments[kind].most_common(1)[0]
        total = sum(departments[kind].values())
        if department != "NoQ" and most >= LEAST_SHARE * total:
            duties.append({"id": f"B.{number}", "category": code, "lead": department, "from": SINCE,
                           "basis": f"Practice July to November 2011: {most} of {total} requests."})
    return categories, duties


def people(shape_of_areas):
    units = [{"id": "centre", "name": "Boston 311 centre", "kind": "centre", "area": "BOS"}]
    posts, accounts, tenures = [], [], []

    def person(account, name, *held):
        accounts.append({"id": account, "name": name})
        tenures.extend({"account": account, "post": post, "from": SINCE} for post in held)

    def post(code, name, unit, *roles, **more):
        posts.append({"id": code, "name": name, "unit": unit, "roles": list(roles), **more})

    post("centre.op", "Operator", "centre", "operator")
    post("centre.sl", "Shift leader", "centre", "shiftLeader")
    post("centre.di", "Dispatcher", "centre", "dispatcher")
    post("centre.rv", "Reviewer", "centre", "reviewer")
    post("centre.dl", "Duty leader", "centre", "dutyLeader")
    post("centre.le", "Director", "centre", "leader")
    post("centre.au", "Auditor", "centre", "auditor")
    post("centre.ad", "Administrator", "centre", "admin")
    post("centre.im", "Import", "centre", "importer")
    post("centre.sy", "System", "centre", "system")
    for level in ("grid", "community", "subdistrict", "district"):
        post(f"centre.su-{level}", f"Supervisor ({level})", "centre", "supervisor", supervisionLevel=level)
    person("operator1", "Operator 1", "centre.op")
    person("operator2", "Operator 2", "centre.op")
    person("leader1", "Shift leader 1", "centre.sl")
    person("leader2", "Shift leader 2", "centre.sl")
    person("dispatcher1", "Dispatcher 1", "centre.di")
    person("reviewer1", "Reviewer 1", "centre.rv")
    person("reviewer2", "Reviewer 2", "centre.rv")
    person("duty1", "Duty leader", "centre.dl")
    person("director", "Director", "centre.le")
    person("auditor", "Auditor", "centre.au")
    person("admin", "Administrator", "centre.ad")
    person("importer", "Import", "centre.im")
    person("system", "System", "centre.sy")
    for level in ("grid", "community", "subdistrict", "district"):
        person(f"supervisor-{level}", f"Supervisor ({level})", f"centre.su-{level}")
    for unit, name, kind in DEPARTMENTS:
        units.append({"id": unit, "name": name, "kind": kind, "parent": "centre"})
        post(f"{unit}.ul", f"Head, {name}", unit, "unitLead")
        post(f"{unit}.ha", f"Crew, {name}", unit, "handler")
        person(f"{unit}-head", f"Head, {name}", f"{unit}.ul")
        person(f"{unit}-crew", f"Crew, {name}", f"{unit}.ha")
    for area in shape_of_areas:
        if area["level"] != "community":
            continue
        code, name = area["code"], area["name"]
        unit = f"ns-{code}"
        units.append({"id": unit, "name": f"Neighborhood Services, {name}", "kind": "community", "level": 2, "parent": "INFO", "area": code})
        post(f"{unit}.co", f"Coordinator, {name}", unit, "unitLead", "community", "handler")
        post(f"{unit}.gw", f"Inspector, {name}", unit, "gridLead", "gridWorker", areas=[f"{code}-G1"])
        person(f"co-{code}", f"Coordinator, {name}", f"{unit}.co")
        person(f"gw-{code}", f"Inspector, {name}", f"{unit}.gw")
    return {"units": units, "posts": posts, "accounts": accounts, "tenures": tenures}


def main():
    listed = areas()
    listed[0]["fallbackUnit"] = "INFO"
    categories, duties = categories_and_duties()
    calendar = json.loads((DEMO.parent / "calendars" / "us-boston.json").read_text(encoding="utf-8"))
    rules = {"format": "griddesk-rules-1", "stream": "boston", "name": "City of Boston", "areas": listed, **people(listed),
             "categories": categories, "duties": duties, "calendars": [calendar], "calendar": calendar["id"], "centre": "centre",
             "parameters": {}}
    lines = []
    for key, value in rules.items():
        if isinstance(value, list):
            value = "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n]"
        else:
            value = json.dumps(value, ensure_ascii=False)
        lines.append(f'"{key}": {value}')
    (BOSTON / "rules.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(listed)} areas, {len(categories)} categories, {len(duties)} duty items")


if __name__ == "__main__":
    main()
