# SPDX-License-Identifier: GPL-3.0-or-later
"""What a district is made of: holidays and areas that would quietly spoil deadlines and places are refused or said."""
import json

from gridctl import SHARED, Folder, ask, main, refused

FEW = {"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": True}]}


def test_a_year_without_holidays_stays_provisional():
    with Folder() as folder:
        data, empty, few = folder / "d", folder / "2027.json", folder / "few.json"
        empty.write_text(json.dumps({"year": 2027, "papers": [], "days": []}))
        few.write_text(json.dumps(FEW))
        ask("new", "--district", "demo", data=data)
        before = ask("deadline", "2027-03-01 09:00", "2wd")
        assert before["provisional"] and "warnings" not in before, before
        refused("deadline", "2027-03-01 09:00", "2wd", "--calendar", empty, says="not published yet")
        refused("import", "calendar", empty, data=data, says="2027")
        report = ask("import", "calendar", few, "--dry-run", data=data)
        assert report["imported"] == 1 and any("fewer than 7" in kind for kind in report["warnings"]), report
        assert any("2027" in text for text in ask("deadline", "2027-03-01 09:00", "2wd", "--calendar", few)["warnings"])


def square(west, south, size, code=None, level=None, name=None):
    ring = [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]
    properties = {key: value for key, value in (("code", code), ("level", level), ("name", name)) if value}
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def written(path, *features):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False))
    return path


def bowtie(west, south, size, code):
    feature = square(west, south, size, code)
    ring = feature["geometry"]["coordinates"][0]
    ring[1], ring[2] = ring[2], ring[1]
    return feature


def test_areas_on_one_another_are_refused():
    with Folder() as folder:
        data = folder / "d"
        ask("new", "--district", "demo", data=data)
        inside = ask("locate", "121.4737", "31.2304", data=data)
        assert inside["cell"] and inside["grid"] and inside["community"], inside
        before = ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data)
        # Over the whole district: a cell by its code, then a community as the file says.
        over = written(folder / "over.geojson", square(121.46, 31.22, 0.03, "990101001999999", name="大地块"))
        line = refused("import", "areas", over, data=data, says="990101001999999 (大地块)")
        assert "near 121.4" in line and "level cell" in line and "990101001" in line.replace("990101001999999", ""), line
        line = refused("import", "areas", written(folder / "c.geojson", square(121.46, 31.22, 0.03, "990101001999", "community")), data=data, says="level community")
        refused("import", "areas", over, "--dry-run", data=data, says="lie on one another")
        two = written(folder / "two.geojson", square(10, 50, 0.01, "west"), square(10.005, 50, 0.01, "east"))
        line = refused("import", "areas", two, data=data, says="west")
        assert "east" in line and "near 10.00" in line, line
        refused("new", "--district", two, data=folder / "n", says="west")
        assert not (folder / "n").exists()
        within = written(folder / "within.geojson", square(10, 50, 0.01, "outer"), square(10.002, 50.002, 0.001, "inner"))
        refused("import", "areas", within, data=data, says="inner")
        assert ask("locate", "121.4737", "31.2304", data=data) == inside
        assert ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data) == before
        # Beside one another, or another level: taken.
        beside = written(folder / "beside.geojson", square(10, 50, 0.01, "west"), square(10.01, 50, 0.01, "east"))
        assert ask("import", "areas", beside, data=data)["imported"] == 2
        assert ask("locate", "121.4737", "31.2304", data=data) == inside


def test_outlines_that_cross_themselves_are_rejected():
    with Folder() as folder:
        data = folder / "d"
        ask("new", "--district", "demo", data=data)
        file = written(folder / "bowtie.geojson", bowtie(10, 50, 0.01, "tie"), square(11, 50, 0.01, "good"))
        report = ask("import", "areas", file, data=data)
        assert (report["rows"], report["imported"], report["rejected"]) == (2, 1, 1), report
        assert report["rejects"][0]["value"] == "tie" and "crosses itself near 10.00500, 50.00500" in report["rejects"][0]["reason"], report
        assert ask("locate", "10.009", "50.005", data=data)["community"] is None
        made = ask("new", "--district", file, data=folder / "n")
        assert made["areas"] == 2 and any("tie" in warning and "crosses itself" in warning for warning in made["warnings"]), made


def test_the_finest_level_answers():
    with Folder() as folder:
        # The community has no cells of its own and comes first by its code.
        file = written(folder / "mixed.geojson", square(10, 50, 0.01, "a-community", "community"), square(10, 50, 0.005, "z-cell", "cell"))
        ask("new", "--district", file, data=folder / "d")
        assert ask("locate", "10.002", "50.002", data=folder / "d")["cell"] == "z-cell"
        found = ask("locate", "10.008", "50.008", data=folder / "d")
        assert found["cell"] is None and found["community"] == "a-community", found


def test_the_length_of_a_national_code_tells_the_level():
    with Folder() as folder:
        features = [square(120 + 0.01 * i, 31, 0.005, code) for i, code in enumerate(("320505001", "320505001001", "320505001001G01", "320505001001001"))]
        ask("new", "--district", written(folder / "codes.geojson", *features), data=folder / "d")
        found = [ask("locate", str(120.002 + 0.01 * i), "31.002", data=folder / "d") for i in range(4)]
        for level, place in zip(("subdistrict", "community", "grid", "cell"), found):
            assert place[level], (level, place)
        # Codes of elsewhere tell nothing.
        ask("new", "--district", written(folder / "us.geojson", square(-87, 41, 0.01, "170310101001000")), data=folder / "u")
        assert ask("locate", "-86.995", "41.005", data=folder / "u")["community"] == "170310101001000"


def test_gaps_and_slivers_are_said():
    with Folder() as folder:
        ring = [square(10 + 0.01 * x, 50 + 0.01 * y, 0.01, f"a{x}{y}") for x in range(3) for y in range(3) if (x, y) != (1, 1)]
        warnings = ask("new", "--district", written(folder / "gap.geojson", *ring), data=folder / "d")["warnings"]
        assert len(warnings) == 1 and "a gap of" in warnings[0] and "near 10.0" in warnings[0], warnings
        sliver = written(folder / "sliver.geojson", square(20, 50, 0.01, "west"), square(20.00999, 50, 0.01, "east"))
        report = ask("import", "areas", sliver, data=folder / "d")
        assert report["imported"] == 2 and [kind for kind in report["warnings"] if "overlap a little" in kind], report


def test_the_published_outlines_of_real_cities_are_taken():
    files = sorted(SHARED.glob("*/*.geojson*"))
    said = []
    for file in files:
        with Folder() as folder:
            words = ()
            if "neighborhood_councils" in file.name:  # these really share ground, a third of some
                refused("new", "--district", file, data=folder / "d", says="--allow-overlaps")
                words = ("--allow-overlaps",)
            made = ask("new", "--district", file, *words, data=folder / "d")
            said.append(f"{file.name.split('.')[0]} {made['areas']}/{len(made.get('warnings', []))}")
    return ", ".join(said) or "the shared data is not here"


main([test_a_year_without_holidays_stays_provisional, test_areas_on_one_another_are_refused, test_outlines_that_cross_themselves_are_rejected, test_the_finest_level_answers,
      test_the_length_of_a_national_code_tells_the_level, test_gaps_and_slivers_are_said, test_the_published_outlines_of_real_cities_are_taken])
