# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command with input nobody should give: one sentence, exit status 1 (2 for wrong usage), and nothing written."""
import gzip
import json
import os
import struct
import zlib

from gridctl import SOURCE, Folder, ask, call, main, refused

HEAD = ("case_enquiry_id,open_dt,target_dt,closed_dt,ontime,case_status,closure_reason,case_title,subject,reason,type,queue,department,"
        "location,neighborhood,latitude,longitude,source\n")


def row(number="1", opened="2011-07-01 01:32:33", lat="42.2715", lon="-71.0772", kind="Street Light Outages", title="Light"):
    return f'{number},{opened},2011-07-15 01:32:32,2011-07-01 05:06:58,ONTIME,Closed,done,{title},Public Works Department,Street Lights,{kind},q,PWDx,Groveland St,Mattapan,{lat},{lon},Self Service\n'


class District:
    """A district that must stay as it is."""

    def __init__(self, folder, name="boston"):
        self.folder, self.data = folder, folder / "data"
        ask("new", "--district", name, data=self.data)
        self.before = self.look()

    def look(self):
        return {**ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=self.data), "areas": ask("locate", "-71.06", "42.36", data=self.data)}

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def refuses(self, *words, **more):
        line = refused(*words, data=self.data, **more)
        assert self.look() == self.before, f"gridctl {words}: something was written"
        return line

    def rejects(self, *words, rejected, reason=None, **more):
        """Goes on after bad rows and lists them; nothing else of the report is looked at."""
        report = ask(*words, data=self.data, **more)
        assert report["rejected"] == rejected == len(report["rejects"]), report
        assert report["rows"] == report["imported"] + report["unchanged"] + report["rejected"], report
        for reject in report["rejects"]:
            assert set(reject) == {"line", "reason", "value"} and reject["line"] > 0 and reject["reason"], reject
            assert len(reject["value"]) < 600 and all(ord(c) >= 32 for c in reject["value"]), reject
        if reason:
            assert any(reason in r["reason"] for r in report["rejects"]), report["rejects"]
        return report


def exploding(megabytes):
    """A gzip file that is small on the disk and large inside."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b"a" * (1 << 20)
    return b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()


def test_case_files_that_are_refused_as_a_whole():
    with Folder() as folder:
        d = District(folder)
        good = HEAD + row()
        packed = gzip.compress(good.encode() * 50)
        bad = {
            "empty.csv": b"", "blank.csv": b"\n\n\n", "noheader.csv": row(), "missing.csv": "case_enquiry_id,open_dt\n1,2011-07-01 01:32:33\n",
            "twice.csv": "case_enquiry_id," + HEAD + row(), "zeros.csv": b"\0" * 5000, "binary.csv": bytes(range(256)) * 40, "json.csv": '{"a": 1}',
            "cut.csv.gz": packed[: len(packed) // 2], "flipped.csv.gz": packed[:30] + bytes([packed[30] ^ 0xFF]) + packed[31:], "nogzip.csv.gz": b"\x1f\x8b\x08\x00nonsense",
            "longheader.csv": b"x" * (3 << 20), "cut.json": '[{"case_enquiry_id": "1"}', "object.json": '{"rows": []}', "comma.json": '[{"a": 1} {"a": 2}]',
            "foreign.json": '[{"number": 1}]', "open.json": '[{"case_enquiry_id": "1}]', "deep.json": "[" * 200_000, "utf16.csv": "a;b".encode("utf-16"),
            "gbk.csv": "编号,时间\n1,2\n".encode("gb18030"), "gbkjson.json": "编号".encode("gb18030"),
        }
        for name, content in bad.items():
            d.refuses("import", "cases", d.file(name, content), "--profile", "boston311")
        d.refuses("import", "cases", folder, "--profile", "boston311")
        d.refuses("import", "cases", folder / "absent.csv", "--profile", "boston311", says="absent.csv")
        d.refuses("import", "cases", "/dev/null", "--profile", "boston311")
        os.mkfifo(folder / "pipe")
        for what in ("cases", "areas", "units", "calendar", "categories", "duty"):
            more = ("--profile", "boston311") if what == "cases" else ()
            d.refuses("import", what, folder / "pipe", *more)
            d.refuses("import", what, "/dev/full", *more)
        d.refuses("import", "areas", folder / "pipe", "--profile", folder / "pipe")
        d.refuses("stats", "--passphrase-file", folder / "pipe")
        d.refuses("export", "cases", "/dev/full")
        d.refuses("export", "cases", folder)
        d.refuses("export", "cases", folder / "nowhere" / "o.csv")
        file = d.file("good.csv", good)
        d.refuses("import", "cases", file, "--profile", "nowhere311", says="nowhere311")
        d.refuses("import", "cases", file, "--profile", d.file("profile.json", "{}"))
        d.refuses("import", "cases", file, "--profile", d.file("profile2.json", "[1, 2"))
        d.refuses("import", "cases", file, "--profile", folder)
        d.refuses("import", "cases", file, status=2, says="--profile")
        d.refuses("import", "cases", status=2)
        d.refuses("import", "cases", file, file, "--profile", "boston311", status=2)
        d.refuses("import", "cases", file, "--profile", "boston311", "--colour", status=2, says="--colour")
        d.refuses("import", "people", file, status=2)
        bomb = d.file("bomb.csv.gz", exploding(700))
        assert bomb.stat().st_size < 1 << 20
        d.refuses("import", "cases", bomb, "--profile", "boston311")


def test_case_rows_that_are_rejected_one_by_one():
    with Folder() as folder:
        d = District(folder)
        bad = d.file("rows.csv", HEAD + row("1") + row("2", opened="yesterday") + row("3", opened="9999-99-99 00:00:00") + row("4", opened="") + row("")
                     + "5,too,few\n" + row("1") + row("1", title="Other") + row("6", title='"' + "x" * 400_000 + '"') + row("7"))
        report = ask("import", "cases", bad, "--profile", "boston311", "--dry-run", data=d.data)
        assert report["rows"] == 10 == report["imported"] + report["unchanged"] + report["rejected"], report
        assert {r["line"] for r in report["rejects"]} >= {3, 4, 5, 6, 7, 9}, report["rejects"]
        assert report["unchanged"] == 1 and report["imported"] <= 3, report
        assert d.look() == d.before
        latin = HEAD.encode() + row("1").encode() + row("2").replace("Light,", "Caf\xe9,").encode("latin-1") + row("3").encode()
        d.rejects("import", "cases", d.file("latin.csv", latin), "--profile", "boston311", "--dry-run", rejected=1)
        chinese = (HEAD + row(title="路灯不亮")).encode("gb18030")  # no mark tells the encoding: the profile does
        d.rejects("import", "cases", d.file("gbk.csv", chinese), "--profile", "boston311", "--dry-run", rejected=1, reason="gb18030")
        spoken = json.loads((SOURCE / "resources/profiles/boston311.json").read_text()) | {"encoding": "gb18030"}
        assert ask("import", "cases", folder / "gbk.csv", "--profile", d.file("gbk.json", json.dumps(spoken)), "--dry-run", data=d.data)["imported"] == 1
        for name, content in (("bom.csv", b"\xef\xbb\xbf" + (HEAD + row()).encode()), ("crlf.csv", (HEAD + row()).replace("\n", "\r\n").encode()),
                              ("noend.csv", (HEAD + row()).rstrip("\n").encode()), ("quotes.csv", HEAD + row(title='"say ""so"", twice"'))):
            report = ask("import", "cases", d.file(name, content), "--profile", "boston311", "--dry-run", data=d.data)
            assert report["imported"] == 1 and report["rejected"] == 0, (name, report)
        for name, changed, kind in (("swapped.csv", row(lat="-71.0772", lon="42.2715"), "place-swapped"), ("far.csv", row(lat="31.2", lon="121.4"), "place-outside"),
                                    ("huge.csv", row(lat="1e300", lon="1e308"), "place"), ("words.csv", row(lat="north", lon="west"), "place-unreadable"),
                                    ("nan.csv", row(lat="nan", lon="inf"), "place"), ("kind.csv", row(kind="Dragons"), "unknown-category")):
            report = ask("import", "cases", d.file(name, HEAD + changed), "--profile", "boston311", "--dry-run", data=d.data)
            assert report["imported"] == 1 and kind in json.dumps(report["warnings"]), (name, report)
        assert d.look() == d.before


def test_a_line_of_a_hundred_megabytes():
    with Folder() as folder:
        d = District(folder)
        path = folder / "long.csv"
        with open(path, "wb") as file:
            file.write(HEAD.encode() + b'1,"')
            for _ in range(100):
                file.write(b"x" * (1 << 20))
            file.write(b'"\n' + row("2").encode())
        done = call("import", "cases", path, "--profile", "boston311", "--dry-run", "--json", data=d.data)
        assert done.status in (0, 1) and "Traceback" not in done.err, done.err
        if done.status == 0:
            assert done.json["rejected"] == 1 and done.json["imported"] == 1, done.json
        assert d.look() == d.before


def polygon(*ring):
    return {"type": "Polygon", "coordinates": [[list(p) for p in ring]]}


def collection(*geometries):
    return json.dumps({"type": "FeatureCollection",
                       "features": [{"type": "Feature", "properties": {"code": f"N{i}", "name": f"N{i}", "level": "community"}, "geometry": g} for i, g in enumerate(geometries)]})


def test_area_files():
    with Folder() as folder:
        d = District(folder)
        whole = {
            "empty.geojson": "", "array.geojson": "[]", "text.geojson": "hello", "cut.geojson": collection(polygon((0, 0), (1, 0), (1, 1), (0, 0)))[:80],
            "deep.geojson": "[" * 200_000, "type.geojson": '{"type": "Topology"}', "nofeatures.geojson": '{"type":"FeatureCollection"}', "bad.gpkg": b"SQLite format 3\0" + b"\0" * 200,
            "cut.gpkg": b"SQLite format 3\0" + struct.pack(">H", 4096) + b"\1\1" + b"\xff" * 4074, "utf16.geojson": collection().encode("utf-16"),
        }
        for name, content in whole.items():
            d.refuses("import", "areas", d.file(name, content))
        d.refuses("import", "areas", folder)
        d.refuses("import", "areas", folder / "absent.geojson", says="absent.geojson")
        d.refuses("import", "areas", d.file("x.geojson", collection()), "--datum", "mars", status=2)
        square = lambda x: polygon((x, 42), (x + 1, 42), (x + 1, 43), (x, 43), (x, 42))
        features = {"bowtie": polygon((0, 0), (1, 1), (1, 0), (0, 1), (0, 0)), "open": polygon((0, 0), (1, 0), (1, 1), (0, 1)), "two": polygon((0, 0), (1, 1), (0, 0)),
                    "empty": {"type": "Polygon", "coordinates": []}, "line": {"type": "LineString", "coordinates": [[0, 0], [1, 1]]}, "null": None,
                    "hole": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]], [[-9, 5], [9, 5], [9, 50], [-9, 50], [-9, 5]]]},
                    "huge": polygon((1e300, 0), (1, 1e308), (1, 1), (1e300, 0)), "outside": polygon((200, 0), (201, 0), (201, 100), (200, 0)), "texts": polygon("ab", "cd", "ef", "ab")}
        for name, geometry in features.items():
            done = call("import", "areas", d.file(name + ".geojson", collection(geometry)), "--dry-run", "--json", data=d.data)
            assert done.status in (0, 1), (name, done.status, done.err)
            if done.status == 0:
                report = done.json
                said = report["rejects"] or report["warnings"]  # what can still be drawn is taken, and said
                assert report["rejected"] + report["imported"] == 1 and said, (name, report)
            else:
                assert len(done.err.strip().split("\n")) == 1, (name, done.err)
        assert d.look() == d.before
        # New York publishes rings in the wrong order: taken, said, and found by geometry.
        made = ask("new", "--district", d.file("order.geojson", collection(features["hole"])), data=folder / "order")
        assert made["areas"] == 2 and made["categories"] > 100, made
        assert ask("locate", "5", "20", data=folder / "order")["community"] == "N0"
        report = ask("import", "areas", d.file("mixed.geojson", collection(square(-73), features["bowtie"], square(-75))), "--dry-run", data=d.data)
        assert report["rows"] == 3 == report["rejected"] + report["imported"] and report["imported"] >= 2, report
        assert d.look() == d.before


def test_lists_of_the_rules():
    with Folder() as folder:
        d = District(folder)
        for what in ("calendar", "categories", "units", "duty"):
            for name, content in (("empty", ""), ("text", "hello"), ("cut", '[{"id": "x"'), ("number", "7"), ("other", '{"other": []}'), ("deep", "[" * 100_000),
                                  ("latin", b'[{"id":"\xe9"}]'), ("twice", '{"a":1,"a":2}'), ("bytes", bytes(range(256)))):
                d.refuses("import", what, d.file(f"{what}-{name}.json", content))
            d.refuses("import", what, folder)
            d.refuses("import", what, folder / "absent.json")
            d.refuses("import", what, status=2)
            areas = d.file("areas.geojson", collection(polygon((0.5, 0), (1, 0), (1, 1), (0.5, 0))))
            if what != "calendar":
                d.refuses("import", what, areas, says="import areas")
        for what, entries in (("units", [{"name": "no id"}, {"id": "", "name": "x"}, {"id": "u1", "name": "U", "kind": "castle"}, {"id": "u2", "name": "U", "kind": "office", "parent": "nobody"}, 7]),
                              ("categories", [{"name": "no code"}, {"code": "x y", "name": "X"}, {"code": "c", "name": "C", "parent": "nothing"}, "text"]),
                              ("duty", [{"category": "x"}, {"id": "D1", "category": "nothing", "lead": "PWDx"}, {"id": "D2", "category": "graffiti", "lead": "nobody"}, 7])):
            report = d.rejects("import", what, d.file(f"{what}.json", json.dumps(entries)), rejected=len(entries))
            assert report["imported"] == 0
        assert d.look() == d.before


def test_new_districts():
    with Folder() as folder:
        for number, words in enumerate((("--district", "atlantis"), ("--district", str(folder)), ("--district", "/dev/null"), ("--district", "demo", "--seed", "x"), (), ("--district", "demo", "extra"))):
            data = folder / f"d{number}"
            done = call("new", *words, data=data)
            assert done.status in (1, 2) and len(done.err.strip().split("\n")) == 1, (words, done.status, done.err)
            assert not data.exists() or not any(data.iterdir()), f"{words}: something was left"
        os.mkfifo(folder / "pipe")
        refused("new", "--district", folder / "pipe", data=folder / "piped")
        assert not (folder / "piped").exists()
        bad = folder / "rules.json"
        bad.write_text('{"format":"griddesk-rules-1","stream":"x"}')
        refused("new", "--district", bad, data=folder / "d")
        (folder / "file").write_text("x")
        refused("new", "--district", "demo", data=folder / "file")
        ask("new", "--district", "demo", data=folder / "twice")
        refused("new", "--district", "demo", data=folder / "twice")
        assert ask("verify", data=folder / "twice")["ok"]
        refused("new", "--district", "demo", data="/proc/nowhere")
        (folder / "begun").mkdir()
        (folder / "begun" / "note.txt").write_text("somebody's")
        ask("new", "--district", "demo", data=folder / "begun")  # a folder without a store is fine
        assert (folder / "begun" / "note.txt").read_text() == "somebody's"


def test_a_district_from_a_file_that_names_its_columns_its_own_way():
    def square(west, south, **properties):
        ring = [[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]
        return {"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]}}

    files = {
        "letters": ([square(120.5, 31.3, adcode=320505, name="虎丘区", level="district"), square(120.6, 31.3, adcode=320508, name="姑苏区", level="district")], "320505"),
        "numbers": ([square(120.5, 31.3, BoroCD=206, Shape_Area=1.5), square(120.6, 31.3, BoroCD=207, Shape_Area=2.5)], "206"),
        "words": ([square(120.5, 31.3, Name=None, tract="Tract 1, Cook"), square(120.6, 31.3, Name=None, tract="Tract 2, Cook")], "Tract-1,-Cook"),
        "nothing": ([square(120.5, 31.3), square(120.6, 31.3)], "area-1"),
        "names": ([square(120.5, 31.3, name="甲"), square(120.6, 31.3, name="乙")], "area-1"),
    }
    with Folder() as folder:
        for name, (features, code) in files.items():
            file = folder / f"{name}.geojson"
            file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
            made = ask("new", "--district", file, "--datum", "gcj02", data=folder / name)
            assert made["areas"] == 3, made  # the two and the district above them
            found = ask("locate", "120.55", "31.35", "--datum", "gcj02", data=folder / name)
            assert found["community"] == code, found
            # The shift of GCJ-02 is some 400 m to the east here: the western edge of the same numbers in WGS-84 lies within.
            assert ask("locate", "120.599", "31.35", data=folder / name)["community"] != code
            cases = folder / "cases.csv"
            cases.write_text("number,opened,status,kind,lon,lat\n1,2026-03-02T09:00:00,Open,Hole,120.55,31.35\n")
            profile = folder / "profile.json"
            profile.write_text(json.dumps({"format": "griddesk-case-profile", "version": 1, "platform": "p", "title": "P", "encoding": "utf-8",
                                           "timeZone": "Asia/Shanghai", "timeFormats": ["iso8601"], "datum": "gcj02",
                                           "columns": {"outsideNumber": ["number"], "opened": ["opened"], "status": ["status"], "title": ["kind"],
                                                       "categoryPath": [["kind"]], "longitude": ["lon"], "latitude": ["lat"]},
                                           "required": ["outsideNumber", "opened", "status"], "stages": {"Open": "reported"}}))
            assert ask("import", "cases", cases, "--profile", profile, data=folder / name)["imported"] == 1
            assert ask("stats", data=folder / name)["byAreaCode"] == {code: 1}
        refused("new", "--district", folder / "letters.geojson", "--datum", "moon", data=folder / "m", status=2)


def test_places_and_deadlines():
    with Folder() as folder:
        d = District(folder)
        for words in (("x", "42"), ("1e999", "1"), ("", ""), ("-71.06,42.36", "1"), ("0x10", "1")):
            d.refuses("locate", *words, status=2)
        for words in (("200", "42"), ("-71.06", "95"), ("-1e30", "1"), ("nan", "42")):
            done = call("locate", *words, data=d.data)
            assert done.status in (1, 2) and len(done.err.strip().split("\n")) == 1, (words, done.status, done.err)
        d.refuses("locate", "-71", status=2)
        d.refuses("locate", "-71", "42", "--datum", "flat", status=2)
        d.refuses("stats", "--as-of", "soon", status=2)
        d.refuses("case", "list", "--queue", "lost", status=2)
        d.refuses("case", "list", "--limit", "many", status=2)
        d.refuses("case", "show", "nothing")
        d.refuses("export", "cases", folder / "out.xlsx", "--format", "xlsx", status=2)
        d.refuses("export", "cases", "/nowhere/out.csv")
        d.refuses("export", "cases", folder)
        d.refuses("case", "apply", "report", "--as", "operator1", "--payload", folder / "absent.json")
        d.refuses("case", "apply", "report", "--as", "operator1", "--payload", d.file("p.json", "[1"))
        d.refuses("case", "apply", "report", "--as", "operator1", "--set", "novalue", status=2)
        d.refuses("case", "apply", "report", "--as", "operator1", "--set", "source=web", "--set", "colour=red", says="colour")
        d.refuses("case", "apply", "report", "--as", "operator1", "--set", "source=web", "--set", "text=" + "x" * 100_000)
        d.refuses("case", "apply", "report", "--as", "operator1", "--set", "source=web", "--set", "place={\"lonE7\":9999999999,\"latE7\":1}")
        d.refuses("case", "apply", "report", "--as", "operator1", "--set", "source=web", "--at", "2199-01-01 00:00")
        d.refuses("case", "apply", "report", "--as", "nobody", "--set", "source=web", says="nobody")
    for words in (("soon", "4wh"), ("2026-03-02 09:00", "4xx"), ("2026-03-02 09:00", "99999999999999999999wh"), ("2026-03-02 09:00", "-4wh"), ("2026-02-30 09:00", "4wh"),
                  ("2026-03-02 09:00",), ("2026-03-02 09:00", "4wh", "--slots", "25:00-26:00"), ("2026-03-02 09:00", "4wh", "--slots", "18:00-08:00")):
        refused("deadline", *words, status=2)
    for words in (("2026-03-02 09:00", "999999wd"), ("0001-01-01 00:00", "4wh"), ("2026-03-02 09:00", "4wh", "--calendar", "/nowhere.json")):
        done = call("deadline", *words)
        assert done.status in (0, 1, 2) and (done.status == 0 or len(done.err.strip().split("\n")) == 1), (words, done.status, done.err)
    assert ask("deadline", "2026-03-02 09:00", "4wh")["segments"]


def test_backups_that_are_none():
    with Folder() as folder:
        d = District(folder)
        for backup in (folder / "absent", folder, "/dev/null"):
            refused("restore", backup, data=folder / "restored")
            refused("restore", "--verify", backup)
        bad = folder / "bad"
        bad.mkdir()
        for manifest in ("", "{}", '{"format":"griddesk-backup-1"}', '{"files":{},"format":"griddesk-backup-1"}', '{"files":{"../../x":"00"},"format":"griddesk-backup-1"}',
                         '{"files":{"log.db":7},"format":"griddesk-backup-1"}', "[" * 100_000):
            (bad / "manifest.json").write_text(manifest)
            for words in (("restore", bad, "--data", folder / "restored"), ("restore", "--verify", bad)):
                done = call(*words)
                assert done.status == 1, (manifest[:60], words[1], done.status, done.out, done.err)
            assert not (folder / "restored").exists() and not (folder / "x").exists(), manifest[:60]
        assert d.look() == d.before
        refused("backup", folder / "bad", data=d.data)
        refused("backup", "/nowhere/backup", data=d.data)
        refused("backup", data=d.data, status=2)


main([test_case_files_that_are_refused_as_a_whole, test_case_rows_that_are_rejected_one_by_one, test_a_line_of_a_hundred_megabytes, test_area_files, test_lists_of_the_rules,
      test_new_districts, test_a_district_from_a_file_that_names_its_columns_its_own_way, test_places_and_deadlines, test_backups_that_are_none])
