# SPDX-License-Identifier: GPL-3.0-or-later
"""The Boston requests through gridctl, against the source's own verdicts and against shapely."""
import collections
import csv
import datetime
import gzip
import json
import pathlib
import re
import signal
import subprocess
import time
import zoneinfo

from gridctl import PROGRAM, SOURCE, Folder, ask, call, main, refused

BOSTON = SOURCE / "resources" / "demo" / "boston"
CASES = BOSTON / "boston_311_2011-07_2011-11.csv.gz"
ROWS = 49_914
AS_OF = "2012-03-01 00:00:00"
ZONE = zoneinfo.ZoneInfo("America/New_York")


def source_rows():
    with gzip.open(CASES, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def instant(text):
    """Local time as an instant; of two equal ones in autumn the earlier."""
    return datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=ZONE).timestamp() if text else None


def count(data):
    return ask("stats", data=data)["cases"]


def neighbourhoods():
    import shapely
    import shapely.geometry

    with gzip.open(BOSTON / "boston_neighborhoods.geojson.gz") as file:
        features = json.load(file)["features"]
    with gzip.open(BOSTON / "areas.geojson.gz") as file:
        codes = {f["properties"]["name"]: f["properties"]["code"] for f in json.load(file)["features"] if f["properties"]["level"] == "community"}
    names = [next(str(v) for k, v in f["properties"].items() if k.lower() == "name") for f in features]
    assert len(codes) == len(names) == 26
    return {codes[name]: shapely.geometry.shape(f["geometry"]) for name, f in zip(names, features)}


def test_boston():
    notes = []
    with Folder() as folder:
        data = folder / "boston"
        ask("new", "--district", "boston", data=data)
        cancelled(data)
        begun = time.monotonic()
        tried = ask("import", "cases", CASES, "--profile", "boston311", "--dry-run", data=data)
        assert (tried["rows"], tried["imported"]) == (ROWS, ROWS) and count(data) == 0, "a dry run changes nothing"
        middle = time.monotonic()
        report = ask("import", "cases", CASES, "--profile", "boston311", data=data)
        seconds = time.monotonic() - middle
        assert report["rows"] == report["imported"] + report["unchanged"] + report["rejected"] == ROWS, report
        assert report["imported"] == ROWS and report["rejects"] == [], report
        assert {k: v for k, v in report.items() if k != "rejects"} == {k: v for k, v in tried.items() if k != "rejects"}, "the trial said the same"
        assert "unknown-category" not in json.dumps(report), report
        notes.append(f"{ROWS} rows in {seconds:.1f} s (dry run {middle - begun:.1f} s)")
        again = ask("import", "cases", CASES, "--profile", "boston311", data=data)
        assert (again["rows"], again["imported"], again["unchanged"], again["rejected"]) == (ROWS, 0, ROWS, 0), again
        searched(folder, data)
        notes += [verdicts(data), units(data), places(folder, data)]
    return "; ".join(notes)


def searched(folder, data):
    """Every case that holds a word is counted, also when nearly all of them do; how many are shown is said."""
    ask("export", "cases", folder / "cases.csv", data=data)
    with open(folder / "cases.csv", encoding="utf-8-sig", newline="") as file:
        holding = sum(1 for row in csv.DictReader(file) if re.search(r"\bma\b", row["title"] + " " + row["address"], re.IGNORECASE))
    assert holding > 40_000
    found = ask("case", "list", "--queue", "all", "--text", "MA", "--limit", "7", data=data)
    assert (found["count"], found["shown"], len(found["cases"])) == (holding, 7, 7), (holding, found["count"], found["shown"])
    assert f"{holding} cases, the first 7 shown" in call("case", "list", "--queue", "all", "--text", "MA", "--limit", "7", data=data).out
    assert ask("case", "list", "--queue", "all", "--limit", "100000", data=data)["shown"] == ROWS


def cancelled(data):
    """Stopped half-way there is nothing inside, and the next import is as if there had been none."""
    process = subprocess.Popen([str(PROGRAM), "import", "cases", str(CASES), "--profile", "boston311", "--data", str(data), "--json"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1.0)
    assert process.poll() is None, "it was over before it could be stopped"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1 and out == "" and "stopped" in err and len(err.strip().split("\n")) == 1, (process.returncode, out, err)
    assert count(data) == 0
    assert ask("verify", data=data)["ok"]


def verdicts(data):
    """On time and overdue by our clock against an own computation and against the source's column."""
    stats = ask("stats", "--as-of", AS_OF, data=data)
    mine, against, repeated, no_word, no_target = collections.Counter(), 0, 0, 0, 0
    open_overdue = 0
    as_of = instant(AS_OF)
    for row in source_rows():
        target, closed = instant(row["target_dt"]), instant(row["closed_dt"])
        for text in (row["open_dt"], row["target_dt"], row["closed_dt"]):
            if text and datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=ZONE, fold=1).timestamp() != instant(text):
                repeated += 1
        no_target += target is None
        if closed is None:
            open_overdue += target is not None and target <= as_of
            continue
        verdict = "closedNoLimit" if target is None else "closedOnTime" if closed <= target else "closedOverdue"
        mine[verdict] += 1
        if row["ontime"] == "":
            assert verdict == "closedOverdue", row
            no_word += 1
        elif verdict == "closedNoLimit":
            assert row["ontime"] == "ONTIME", row
        else:
            against += (row["ontime"] == "ONTIME") != (verdict == "closedOnTime")
    assert against == 0, f"{against} rows contradict the source without an explanation"
    assert (no_word, no_target, repeated) == (132, 8117, 4), (no_word, no_target, repeated)
    for verdict, number in mine.items():
        assert stats[verdict] == number, (verdict, stats[verdict], number)
    assert stats["closed"] == sum(mine.values()) == stats["byStage"]["closed"]
    assert stats["openOverdue"] == open_overdue, (stats["openOverdue"], open_overdue)
    agreed = mine["closedOnTime"] + mine["closedOverdue"] - no_word
    return f"on time {mine['closedOnTime']}, overdue {mine['closedOverdue']}, no limit {mine['closedNoLimit']}: {agreed} agree with the source, 132 without its word, 0 against"


def units(data):
    """The department that handled a closed request is its unit; who will handle an open one is not decided yet."""
    stats = ask("stats", "--as-of", AS_OF, data=data)
    rules = json.loads((BOSTON / "rules.json").read_text(encoding="utf-8"))
    names = {unit["id"]: unit["name"] for unit in rules["units"]}
    open_rows = [row for row in source_rows() if not row["closed_dt"]]
    expected = collections.Counter(names[row["department"].replace(" ", "")] if row["closed_dt"] else "-" for row in source_rows())
    assert sum(stats["byUnit"].values()) == ROWS
    assert stats["byUnit"] == dict(expected), (stats["byUnit"], expected)
    assert stats["byStage"]["reported"] == len(open_rows)
    return f"{len(expected)} units"


def places(folder, data):
    """byArea and locate against shapely on every imported point."""
    import shapely

    shapes = neighbourhoods()
    for shape in shapes.values():
        shapely.prepare(shape)
    file = folder / "cases.csv"
    ask("export", "cases", file, "--format", "csv", data=data)
    with open(file, encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text))
    assert len(rows) == ROWS
    placed = [row for row in rows if row["lon"]]
    points = shapely.points([float(row["lon"]) for row in placed], [float(row["lat"]) for row in placed])
    inside = [set() for _ in placed]
    near = [False] * len(placed)
    for code, shape in shapes.items():
        for index in shapely.contains_xy(shape, shapely.get_x(points), shapely.get_y(points)).nonzero()[0]:
            inside[index].add(code)
        close = shapely.dwithin(shape.boundary, points, 1e-7)
        for index in close.nonzero()[0]:
            near[index] = True
    agree = border = 0
    for row, codes, edge in zip(placed, inside, near):
        if edge:
            border += 1
        else:
            assert (row["community"] in codes) if codes else row["community"] == "", (row, codes)
            agree += 1
    stats = ask("stats", data=data)["byAreaCode"]
    assert stats == dict(collections.Counter(row["community"] or "-" for row in rows)), "stats count as the export says"
    for row in (placed[i] for i in range(0, len(placed), len(placed) // 12)):
        found = ask("locate", row["lon"], row["lat"], data=data)
        assert (found["community"] or "") == row["community"] and (found["cell"] or "") == row["cell"], (row, found)
    nothing = ask("locate", "-70.5", "42.3", data=data)
    assert nothing["cell"] is nothing["grid"] is nothing["community"] is nothing["subdistrict"] is None, nothing
    return f"{agree} of {len(placed)} points agree with shapely, {border} on a border left out, {len(rows) - len(placed)} without a place"


def test_a_file_of_another_city_by_its_own_profile():
    """Los Angeles and New York, when the shared data are there: every row is accounted for."""
    from gridctl import SHARED

    notes = []
    for city, name in (("la311", "la_311_2018-12.csv.gz"), ("nyc311", "nyc_311_2021-09-21.csv.gz")):
        file: pathlib.Path = SHARED / city / name
        if not file.exists():
            notes.append(f"{city}: not there")
            continue
        with Folder() as data:
            ask("new", "--district", "boston", data=data)
            limited = data / "head.csv"
            with gzip.open(file, "rt", encoding="utf-8", newline="") as text, open(limited, "w", encoding="utf-8", newline="") as out:
                for index, line in zip(range(6001), text):
                    out.write(line)
            report = ask("import", "cases", limited, "--profile", city, data=data)
            assert report["rows"] == report["imported"] + report["unchanged"] + report["rejected"] > 5000, report
            assert report["rejected"] <= 5, report["rejects"][:5]
            stats = ask("stats", data=data)
            assert stats["cases"] == report["imported"]
            notes.append(f"{city}: {report['imported']} of {report['rows']}, stages {stats['byStage']}")
    return "; ".join(notes)


def test_wrong_files_are_told_before_the_profile_is_opened():
    refused("import", "cases", "/nowhere.csv", "--profile", "boston311", "--data", "/nowhere", says="/nowhere.csv")


main([test_boston, test_a_file_of_another_city_by_its_own_profile, test_wrong_files_are_told_before_the_profile_is_opened])
