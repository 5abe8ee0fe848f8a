#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that each program loads exactly one SQLite, the encrypting one in what runs on a desk, the plain one in what runs
on the platform: two copies in one process take each other's file locks away. Asked of the dynamic loader, so that
libraries of libraries count too.

Usage: onesqlite_test.py PROGRAM… [--plain PROGRAM…]; a program that was not built is left out, but one must be there.
"""
import pathlib
import subprocess
import sys


def engines(text):
    """Names of SQLite libraries in the loader's list."""
    return {name for line in text.splitlines() for name in ("libsqlcipher", "libsqlite3") if line.strip().startswith(name + ".")}


def self_test():
    line = "\tlibsqlcipher.so.1 => /usr/lib/libsqlcipher.so.1 (0x0)\n"
    assert engines(line) == {"libsqlcipher"} and engines("\tlibQt6Sql.so.6 => x\n") == set()
    assert engines(line + "\tlibsqlite3.so.0 => x (0x0)\n") == {"libsqlcipher", "libsqlite3"}


def main():
    self_test()
    wanted, programs = "libsqlcipher", {}
    for word in sys.argv[1:]:
        if word == "--plain":
            wanted = "libsqlite3"
        elif pathlib.Path(word).exists():
            programs[pathlib.Path(word)] = wanted
    failures = 0 if programs else 1
    if not programs:
        print("none of the programs is there")
    for program, wanted in programs.items():
        found = engines(subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout)
        good = found == {wanted}
        failures += not good
        print(f"{'ok' if good else 'FAIL'} {program.name}: {', '.join(sorted(found)) or 'no SQLite'}")
    return 1 if failures else 0


sys.exit(main())
