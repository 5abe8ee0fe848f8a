#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every include of the tree follows the direction of dependency between the folders.

Usage: includes.py SOURCE_DIR [--self-test]. Exit code 1 lists every include that points the wrong way.
"""
import pathlib
import re
import sys

# folder -> (project folders it may include, pattern of outside headers it must not see)
QT = r"^Q[A-Z]\w*$|^Qt[A-Z]\w*/"
SQL = r"sqlite3\.h$|^SQLiteCpp/|^QSql|sqlcipher"
WIDGETS = r"^QtWidgets/|^Q(Widget|MainWindow|Dialog|Application|TableView|TreeView|ListView|PushButton|Label|LineEdit|Action|Menu|Layout|\w*Layout)$"
NETWORK = r"^QtNetwork/|^Q(Tcp|Udp|Network|Ssl|LocalS)\w*$"
DROGON = r"^drogon/"
BOOST = r"^boost/|^geos_c\.h$"
RULES = {
    "models/core": ([], "|".join([QT, SQL, BOOST, DROGON, r"^nlohmann/", r"^sodium", r"^zlib", r"^(ctime|time\.h|random|locale|fstream|thread|mutex|filesystem|iostream)$"])),
    "models/wire": (["models/core"], "|".join([QT, SQL, BOOST, DROGON])),
    "models/geo": (["models/core"], "|".join([QT, SQL, DROGON])),
    "models/exchange": (["models/core", "models/wire", "models/geo/road.h"], "|".join([QT, BOOST, DROGON])),
    "models/hub": (["models/core", "models/wire"], "|".join([QT, SQL, BOOST, DROGON])),
    # The platform's own store: plain SQLite, which must never be in one program with the encrypting one.
    "models/hub/sqlite": (["models/core", "models/wire", "models/hub"], "|".join([QT, r"sqlcipher|^QSql", BOOST, DROGON])),
    "models/sync": (["models/core", "models/wire", "models/hub"], "|".join([WIDGETS, SQL, BOOST, DROGON])),
    # store implements the ports that maps, hub and sync declare; only those headers. Of Boost it may see the checksum of
    # the salvage file, which knows no geometry.
    "models/store": (["models/core", "models/wire", "models/hub/logstore.h", "models/hub/outcome.h", "models/sync/outboxport.h",
                      "models/sync/projectionport.h", "models/sync/replicaport.h", "maps/tilearchive.h"],
                     "|".join([WIDGETS, NETWORK, r"^boost/(?!crc\.hpp$)|^geos_c\.h$", DROGON])),
    "models/service": (["models/core", "models/geo"], "|".join([WIDGETS, SQL, NETWORK, BOOST, DROGON])),
    "models/views": (["models/core", "models/service", "models/geo"], "|".join([WIDGETS, SQL, NETWORK, BOOST, DROGON])),
    "maps": (["models/core", "models/geo", "models/service", "models/views"], "|".join([WIDGETS, SQL, BOOST, DROGON])),
    "widgets": (["models/core", "models/geo", "models/service", "models/views", "maps"],
                "|".join([SQL, NETWORK, BOOST, DROGON, r"^nlohmann/"])),
    "app/platform": (["models/core", "models/wire", "models/hub"], QT),
    "app": (None, DROGON),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SUFFIXES = {".h", ".cpp", ".hpp"}


def folder_of(path):
    """The longest known folder that a repository path lies in."""
    matches = [f for f in RULES if path == f or path.startswith(f + "/")]
    return max(matches, key=len) if matches else None


def problems_in(path, text, exists):
    folder = folder_of(path)
    allowed, banned = RULES[folder]
    parent = path.rsplit("/", 1)[0]
    for number, line in enumerate(text.split("\n"), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        bracket, target = found.groups()
        if bracket == "<":
            if banned and re.search(banned, target):
                yield f"{path}:{number}: <{target}> must not be seen in {folder}"
            continue
        full = target if folder_of(target) else f"{parent}/{target}"
        owner = folder_of(full)
        if target.startswith("../"):
            yield f"{path}:{number}: \"{target}\" is written relative to the parent; write it from the root"
        elif owner and owner != folder and allowed is not None:
            if not any(full == a or full.startswith(a + "/") for a in allowed):
                yield f"{path}:{number}: {folder} must not include {owner} (\"{target}\")"
        if not exists(full) and not exists(target) and owner:
            if not re.search(r"(^ui_|\.moc$|^moc_)", target):
                yield f"{path}:{number}: \"{target}\" is not in the tree"


def self_test():
    exists = lambda _: True
    bad = [("models/core/a.cpp", "#include <QString>"), ("models/core/a.cpp", '#include "models/wire/hash.h"'),
           ("widgets/a.cpp", "#include <sqlite3.h>"), ("models/hub/a.h", '#include "models/store/database.h"'),
           ("maps/a.cpp", "#include <QWidget>"),
           ("models/hub/a.cpp", "#include <sqlite3.h>"), ("models/hub/a.cpp", '#include "models/hub/sqlite/sqlitehubstore.h"'),
           ("models/hub/sqlite/a.cpp", "#include <sqlcipher/sqlite3.h>"), ("models/hub/sqlite/a.cpp", '#include "models/store/database.h"'),
           ("models/store/a.cpp", '#include "models/hub/sqlite/hubdatabase.h"'), ("models/core/a.cpp", "#include <random>"), ("widgets/a.cpp", '#include "../maps/a.h"')]
    good = [("models/core/a.cpp", "#include <vector>"), ("widgets/a.cpp", '#include "maps/maphost.h"'),
            ("app/desk/main.cpp", '#include "models/store/database.h"'), ("models/store/a.cpp", '#include "models/hub/logstore.h"'),
            ("models/hub/sqlite/a.cpp", "#include <sqlite3.h>"), ("models/hub/sqlite/a.cpp", '#include "models/hub/hubstore.h"'),
            ("app/platform/main.cpp", '#include "models/hub/sqlite/sqlitehubstore.h"')]
    failures = [f"accepted: {p}: {t}" for p, t in bad if not list(problems_in(p, t, exists))]
    failures += [f"refused: {p}: {t}" for p, t in good if list(problems_in(p, t, exists))]
    return failures


def main():
    root = pathlib.Path(sys.argv[1])
    failures = self_test()
    files = 0
    for folder in ("app", "maps", "models", "widgets"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in SUFFIXES:
                files += 1
                name = path.relative_to(root).as_posix()
                text = path.read_text(encoding="utf-8")
                failures += problems_in(name, text, lambda f: (root / f).exists())
                if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:200]:
                    failures.append(f"{name}: the licence line is missing")
    if files == 0:
        failures.append("no source file was read")
    print("\n".join(failures) or f"{files} files follow the direction of dependency")
    return 1 if failures else 0


sys.exit(main())
