#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the merge tool on small translation files. Usage: translations_tools_test.py TRANSLATIONS_FOLDER"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(sys.argv.pop())
sys.path.insert(0, str(TOOLS))
import tsfile  # noqa: E402 (found in the folder given)

START = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Page</name>
    <message>
        <source>Close &amp; &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
"""


class Merge(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.file = pathlib.Path(self.folder.name) / "x.ts"
        self.file.write_text(START, encoding="utf-8")

    def tearDown(self):
        self.folder.cleanup()

    def merge(self, *contents):
        paths = []
        for number, content in enumerate(contents):
            paths.append(pathlib.Path(self.folder.name) / f"{number}.json")
            paths[-1].write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        command = [sys.executable, "-B", str(TOOLS / "merge.py"), "--ts", str(self.file)] + [str(p) for p in paths]
        return subprocess.run(command, capture_output=True, text=True)

    def texts(self):
        return [tsfile.translation_of(m) for _, m in tsfile.messages(tsfile.read(self.file))]

    def test_an_unchanged_file_keeps_its_bytes(self):
        self.assertEqual(self.merge({}).returncode, 0)
        self.assertEqual(self.file.read_text(encoding="utf-8"), START)

    def test_words_are_filled_in_and_finish_the_entry(self):
        done = self.merge({"Page": {'Close & "%1"': "关闭“%1”", "%n case(s)": "%n 件"}})
        self.assertEqual((done.returncode, self.texts()), (0, ["关闭“%1”", "%n 件"]))
        self.assertNotIn("unfinished", self.file.read_text(encoding="utf-8"))
        self.assertIn("2 texts filled, 0 without Chinese", done.stdout)

    def test_other_placeholders_are_refused(self):
        done = self.merge({"Page": {'Close & "%1"': "关闭“%2”"}})
        self.assertEqual((done.returncode, self.texts()), (1, ["", ""]))

    def test_two_files_that_differ_are_reported(self):
        done = self.merge({"Page": {"%n case(s)": "%n 件"}}, {"Page": {"%n case(s)": "%n 个案件"}})
        self.assertEqual(done.returncode, 1)
        self.assertIn("in another file", done.stdout)

    def test_text_that_the_sources_do_not_have_is_reported(self):
        done = self.merge({"Page": {"Gone": "没了"}})
        self.assertEqual(done.returncode, 0)
        self.assertIn("'Gone' is not in the sources", done.stdout)

    def test_bad_files_change_nothing(self):
        for content in ["", "[1]", '{"Page": 3}', '{"Page": {"%n case(s)": 3}}', '{"Page": {"%n case(s)": ""}}']:
            done = self.merge(content)
            self.assertEqual((content, done.returncode, self.texts()), (content, 1, ["", ""]), done.stderr)


unittest.main()
