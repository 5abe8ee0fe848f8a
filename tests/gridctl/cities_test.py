# SPDX-License-Identifier: GPL-3.0-or-later
"""The exports of Los Angeles and New York through their profiles: every row is accounted for, and placed by geometry."""
import gzip
import json

from gridctl import SHARED, Folder, ask, main

CITIES = [
    # profile, areas, number of areas, (file, rows, warnings), cases outside all areas, stages
    ("la311", "la311/la_neighborhood_councils_2019.geojson.gz", 99,
     [("la311/la_311_2018-12.csv.gz", 10_000, {"clock-disorder": 23}), ("la311/la_311_2020-01.csv.gz", 10_000, {"closed-without-date": 18})],
     331, {"closed": 19_291, "reported": 50, "voided": 647, "handedOver": 12}),
    ("nyc311", "nyc311/nyc_community_districts.geojson.gz", 71,
     [("nyc311/nyc_311_2021-09-21.csv.gz", 7_012, {"clock-disorder": 285, "closing-date-but-open": 634, "closed-without-date": 4}),
      ("nyc311/nyc_311_socrata_2026-08.json.gz", 1_000, {"clock-disorder": 1})],
     187, {"closed": 4_036, "reported": 2_138, "dispatched": 64, "handling": 1_774}),
    # Four neighbourhoods have an open ring, one its rings in the wrong order.
    ("nyc311", "nyc311/nyc_neighborhoods.geojson.gz", 184, [("nyc311/nyc_311_socrata_2026-08.json.gz", 1_000, {})], None, None),
]


def test_every_row_of_the_cities():
    if not (SHARED / CITIES[0][1]).exists():
        return "shared data is not here"
    for profile, areas, count, files, outside, stages in CITIES:
        with Folder() as folder:
            data = folder / "d"
            # Neighbourhood councils of Los Angeles share ground, some up to a third.
            more = ["--allow-overlaps"] if profile == "la311" else []
            assert ask("new", "--district", SHARED / areas, *more, data=data)["areas"] == count + 1
            rows = 0
            for file, expected, warnings in files:
                report = ask("import", "cases", SHARED / file, "--profile", profile, data=data)
                assert report["rows"] == expected == report["imported"], report["rejects"][:3]
                assert report["rejected"] == report["unchanged"] == 0, report
                for kind, times in warnings.items():
                    assert report["warnings"][kind]["count"] == times, (file, kind, report["warnings"])
                rows += expected
                again = ask("import", "cases", SHARED / file, "--profile", profile, data=data)
                assert again["unchanged"] == expected == again["rows"], again
            stats = ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data)
            assert stats["cases"] == rows == sum(stats["byArea"].values()) == sum(stats["byStage"].values()), stats
            if stages is not None:
                assert {stage: n for stage, n in stats["byStage"].items() if n} == stages, stats["byStage"]
                assert stats["byArea"]["-"] == outside, stats["byArea"]["-"]
                ended = sum(n for stage, n in stages.items() if stage in ("closed", "voided", "handedOver"))
                undated = sum(w.get("closed-without-date", 0) for _, _, w in files)
                assert stats["closed"] == ended - undated, "an open status is open, whatever date the source gives"
    return None


def test_a_record_that_changed_is_told_with_its_place():
    with Folder() as folder:
        data = folder / "d"
        ask("new", "--district", "boston", data=data)
        record = {"unique_key": "1", "created_date": "2026-08-19T02:26:58.000", "status": "Open", "complaint_type": "Noise", "descriptor": "Loud", "location": {"type": "Point"}}
        file = folder / "list.json"
        file.write_text(json.dumps([record]))
        assert ask("import", "cases", file, "--profile", "nyc311", data=data)["imported"] == 1
        file.write_bytes(gzip.compress(("\ufeff" + json.dumps([dict(reversed(record.items()))], indent=1)).encode()))
        assert ask("import", "cases", file, "--profile", "nyc311", data=data)["unchanged"] == 1
        file.write_text(json.dumps([{**record, "status": "Closed"}, {**record, "unique_key": "2"}], indent=1))
        report = ask("import", "cases", file, "--profile", "nyc311", data=data)
        assert report["imported"] == report["rejected"] == 1, report
        assert report["rejects"][0]["line"] == 2 and "(record 1)" in report["rejects"][0]["reason"], report


main([test_every_row_of_the_cities, test_a_record_that_changed_is_told_with_its_place])
