#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the translation files in step with the sources: griddesk_zh_CN.ts has the Chinese of every text, griddesk_en.ts
the one and many of the English texts that count ("%n case(s)").

  translations.py update LUPDATE   reads the texts of the sources into the files; texts that are gone leave them
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
FILES = {"zh_CN": TOP / "translations" / "griddesk_zh_CN.ts", "en": TOP / "translations" / "griddesk_en.ts"}
FOLDERS = ["app/common", "app/desk", "maps", "models/service", "models/views", "widgets"]
# The unit's reply is 处理反馈 and the call to the resident 回访; 反馈 alone leaves open which is meant.
BARE_WORDS = [(re.compile(r"(?<!处理)反馈"), "write 处理反馈 or 回访 instead of a bare 反馈")]


def lupdate(program, language, target, obsolete):
    folders = [str(TOP / folder) for folder in FOLDERS if (TOP / folder).is_dir()]
    command = [program, "-silent", "-locations", "none", "-source-language", "en", "-target-language", language]
    command += ["-pluralonly"] if language == "en" else []
    command += [] if obsolete else ["-no-obsolete"]
    done = subprocess.run(command + folders + ["-ts", str(target)], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"lupdate failed:\n{done.stdout}{done.stderr}")
    # What lupdate cannot place in a context would never be translated at run time.
    return [line for line in done.stderr.splitlines() if "lacks" in line or "cannot be called without context" in line]


def count_in_english(root):
    """Fills the two forms of "%n case(s)": one without the letter, many with it."""
    for _, message in tsfile.messages(root):
        source = message.findtext("source") or ""
        if not tsfile.translation_of(message) and "(s)" in source:
            tsfile.translate(message, source.replace("(s)", ""), source.replace("(s)", "s"))


def problems_of(language, name, message):
    source = message.findtext("source") or ""
    node = message.find("translation")
    kind = node.get("type", "") if node is not None else "unfinished"
    text = tsfile.translation_of(message)
    where = f"{language}: {name}: {source!r}"
    if kind in ("vanished", "obsolete"):
        yield f"{where} is gone from the sources; run the target update_translations"
    elif kind == "unfinished" or not text:
        yield f"{where} has no words"
    else:
        if tsfile.markers(source) != tsfile.markers(text):
            yield f"{where} and {text!r} have different placeholders"
        for pattern, advice in BARE_WORDS:
            if pattern.search(text):
                yield f"{where}: {text!r}: {advice}"


def check(program):
    problems, counts = [], []
    for language, file in FILES.items():
        known = {(name, m.findtext("source"), m.findtext("comment")) for name, m in tsfile.messages(tsfile.read(file))}
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / file.name
            shutil.copy(file, copy)
            problems += lupdate(program, language, copy, True)
            found = list(tsfile.messages(tsfile.read(copy)))
        for name, message in found:
            if (name, message.findtext("source"), message.findtext("comment")) not in known:
                problems.append(f"{language}: {name}: {message.findtext('source')!r} is new; run the target update_translations")
            else:
                problems += problems_of(language, name, message)
        counts.append(f"{len(found)} texts in {language}")
        if language != "en" and not found:
            problems.append("no text was found in the sources")
    print("\n".join(problems) or f"complete: {', '.join(counts)}")
    return 1 if problems else 0


def update(program):
    for language, file in FILES.items():
        print("\n".join(lupdate(program, language, file, False)), end="")
        root = tsfile.read(file)
        if language == "en":
            count_in_english(root)
        tsfile.write(root, file)
    return 0


def main():
    commands = {"update": update, "check": check}
    if len(sys.argv) != 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    return commands[sys.argv[1]](sys.argv[2])


sys.exit(main())
