#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the legal holidays into ../../calendars/us-boston.json and into the copy of it in ../boston/rules.json.

Source: Massachusetts General Laws, chapter 4, section 7, clause eighteenth: the legal holidays of the Commonwealth, which are those of
5 U.S.C. 6103(a) and Patriots' Day, a fixed day that falls on a Sunday being kept on the Monday after. Juneteenth from 2021 on (Public
Law 117-17 for the federal day). A holiday on a Saturday is not moved: the Friday of 5 U.S.C. 6103(b) is for federal employees.
Evacuation Day and Bunker Hill Day, which the clause names for Suffolk County only, no longer close public offices and are left out;
Inauguration Day is kept in and about Washington only."""

import datetime
import json
import pathlib
import re

RESOURCES = pathlib.Path(__file__).resolve().parents[2]
YEARS = range(2010, 2031)
MON, THU = 0, 3


def nth(year, month, weekday, number):
    """The first, second … of a weekday in a month; -1 is the last."""
    if number > 0:
        first = datetime.date(year, month, 1)
        return first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = datetime.date(year, month % 12 + 1, 1) - datetime.timedelta(days=1)
    return last - datetime.timedelta(days=(last.weekday() - weekday) % 7)


def holidays(year):
    fixed = [(1, 1, "New Year's Day"), (7, 4, "Independence Day"), (11, 11, "Veterans Day"), (12, 25, "Christmas Day")]
    if year >= 2021:
        fixed.append((6, 19, "Juneteenth Independence Day"))
    found = [(nth(year, 1, MON, 3), "Martin Luther King, Jr. Day"), (nth(year, 2, MON, 3), "Washington's Birthday"), (nth(year, 4, MON, 3), "Patriots' Day"),
             (nth(year, 5, MON, -1), "Memorial Day"), (nth(year, 9, MON, 1), "Labor Day"), (nth(year, 10, MON, 2), "Columbus Day"), (nth(year, 11, THU, 4), "Thanksgiving Day")]
    for month, day, name in fixed:
        date = datetime.date(year, month, day)
        found.append((date, name))
        if date.weekday() == 6:
            found.append((date + datetime.timedelta(days=1), name + " (kept on Monday)"))
    return [{"date": date.isoformat(), "name": name, "off": True} for date, name in sorted(found)]


def main():
    file = RESOURCES / "calendars" / "us-boston.json"
    calendar = json.loads(file.read_text(encoding="utf-8"))
    calendar["id"] = "us-boston-2"
    calendar["years"] = {str(year): holidays(year) for year in YEARS}
    years = ",\n".join(f'    "{year}": [\n' + ",\n".join("      " + json.dumps(day) for day in days) + "\n    ]" for year, days in calendar["years"].items())
    text = file.read_text(encoding="utf-8")
    text = re.sub(r'"id": "[^"]*"', f'"id": "{calendar["id"]}"', text, count=1)
    text = re.sub(r'"years": \{.*?\n  \}', lambda _: '"years": {\n' + years + "\n  }", text, count=1, flags=re.DOTALL)
    assert json.loads(text) == calendar
    file.write_text(text, encoding="utf-8")
    rules = RESOURCES / "demo" / "boston" / "rules.json"
    text = rules.read_text(encoding="utf-8")
    text = re.sub(r'^\{"id": "us-boston-.*$', lambda _: json.dumps(calendar, ensure_ascii=False), text, count=1, flags=re.MULTILINE)
    text = re.sub(r'^"calendar": "us-boston-[^"]*"', f'"calendar": "{calendar["id"]}"', text, count=1, flags=re.MULTILINE)
    assert json.loads(text)["calendars"] == [calendar]
    rules.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
