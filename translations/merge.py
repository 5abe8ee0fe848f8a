#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills griddesk_zh_CN.ts from JSON files of the form {"Context": {"English": "中文"}}.

Usage: merge.py [--ts FILE] JSON… Run the target update_translations first: only texts that the sources have are filled.
Prints what the file does not know and what still has no Chinese. Exit code 1 when a JSON file is not of that form or
when two files give one text different words.
"""
import json
import pathlib
import sys

import tsfile


def words_of(paths):
    words, problems = {}, []
    for path in paths:
        try:
            content = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
            entries = [(c, e, z) for c, texts in content.items() for e, z in texts.items()]
        except (OSError, ValueError, AttributeError) as reason:
            problems.append(f"{path}: {reason}")
            continue
        for context, english, chinese in entries:
            if not isinstance(chinese, str) or not chinese:
                problems.append(f"{path}: {context}: {english!r} has no text")
            elif words.setdefault((context, english), chinese) != chinese:
                problems.append(f"{path}: {context}: {english!r} is {words[context, english]!r} in another file")
    return words, problems


def main():
    arguments = sys.argv[1:]
    target = pathlib.Path(__file__).resolve().parent / "griddesk_zh_CN.ts"
    if arguments[:1] == ["--ts"] and len(arguments) > 1:
        target = pathlib.Path(arguments[1])
        arguments = arguments[2:]
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)

    words, problems = words_of(arguments)
    root = tsfile.read(target)
    filled, used, unfinished = 0, set(), []
    for context, message in tsfile.messages(root):
        english = message.findtext("source") or ""
        chinese = words.get((context, english))
        if chinese is not None:
            used.add((context, english))
            if tsfile.markers(english) != tsfile.markers(chinese):
                problems.append(f"{context}: {english!r} and {chinese!r} have different placeholders")
                continue
            filled += tsfile.translation_of(message) != chinese
            tsfile.translate(message, chinese)
        elif not tsfile.translation_of(message):
            unfinished.append(f"{context}: {english!r} has no Chinese yet")
    tsfile.write(root, target)

    unknown = [f"{context}: {english!r} is not in the sources" for context, english in sorted(words.keys() - used)]
    print("\n".join(problems + unknown + unfinished + [f"{filled} texts filled, {len(unfinished)} without Chinese"]))
    return 1 if problems else 0


sys.exit(main())
