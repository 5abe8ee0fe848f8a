#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps griddesk_zh_CN.ts in step with the sources.

  translations.py update LUPDATE   reads the texts of the sources into the file; texts that are gone leave it
  translations.py check LUPDATE    changes nothing; exit code 1 lists every entry that is missing, unfinished, gone from
                                   the sources, has other placeholders than the English, or breaks a rule of wording
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tsfile

TOP = pathlib.Path(__file__).resolve().parent.parent
FILE = TOP / "translations" / "griddesk_zh_CN.ts"
FOLDERS = ["app/common", "app/desk", "maps", "models/service", "models/views", "widgets"]
# The unit's reply is 处理反馈 and the call to the resident 回访; 反馈 alone leaves open which is meant.
BARE_WORDS = [(re.compile(r"(?<!处理)反馈"), "write 处理反馈 or 回访 instead of a bare 反馈")]


def lupdate(program, target, obsolete):
    folders = [str(TOP / folder) for folder in FOLDERS if (TOP / folder).is_dir()]
    command = [program, "-silent", "-locations", "none", "-source-language", "en", "-target-language", "zh_CN"]
    command += [] if obsolete else ["-no-obsolete"]
    done = subprocess.run(command + folders + ["-ts", str(target)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"lupdate failed:\n{done.stdout}{done.stderr}")
    # What lupdate cannot place in a context would never be translated at run time.
    return [line for line in done.stderr.splitlines() if "lacks" in line or "cannot be called without context" in line]


def problems_of(name, message):
    source = message.findtext("source") or ""
    node = message.find("translation")
    kind = node.get("type", "") if node is not None else "unfinished"
    text = tsfile.translation_of(message)
    where = f"{name}: {source!r}"
    if kind in ("vanished", "obsolete"):
        yield f"{where} is gone from the sources; run the target update_translations"
    elif kind == "unfinished" or not text:
        yield f"{where} has no Chinese"
    else:
        if tsfile.markers(source) != tsfile.markers(text):
            yield f"{where} and {text!r} have different placeholders"
        for pattern, advice in BARE_WORDS:
            if pattern.search(text):
                yield f"{where}: {text!r}: {advice}"


def check(program):
    known = {(name, m.findtext("source"), m.findtext("comment")) for name, m in tsfile.messages(tsfile.read(FILE))}
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / FILE.name
        shutil.copy(FILE, copy)
        problems = lupdate(program, copy, True)
        count = 0
        for name, message in tsfile.messages(tsfile.read(copy)):
            count += 1
            if (name, message.findtext("source"), message.findtext("comment")) not in known:
                problems.append(f"{name}: {message.findtext('source')!r} is new; run the target update_translations")
            else:
                problems += problems_of(name, message)
    if count == 0:
        problems.append("no text was found in the sources")
    print("\n".join(problems) or f"{count} texts have their Chinese")
    return 1 if problems else 0


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("update", "check"):
        sys.exit(__doc__)
    if sys.argv[1] == "check":
        return check(sys.argv[2])
    print("\n".join(lupdate(sys.argv[2], FILE, False)), end="")
    tsfile.write(tsfile.read(FILE), FILE)
    return 0


sys.exit(main())
