# SPDX-License-Identifier: GPL-3.0-or-later
"""asanybody.py PROGRAM WORDS…: runs it as an ordinary user, also when root tests. To root every file is open, so a test of
missing rights proves nothing there. Exit status 77 (skipped, and it says why) where an ordinary user cannot reach the program."""
import os
import sys

NOBODY = 65534

if os.geteuid() == 0:
    try:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    except OSError as error:
        print(f"asanybody: this root may not become an ordinary user: {error}", file=sys.stderr)
        sys.exit(77)
    os.environ["HOME"] = "/nonexistent"
assert os.geteuid() != 0
out_of_reach = [word for word in sys.argv[1:] if word.startswith("/") and not os.access(word, os.R_OK)]
if out_of_reach:
    print(f"asanybody: an ordinary user cannot read {out_of_reach[0]}", file=sys.stderr)
    sys.exit(77)
os.execvp(sys.argv[1], sys.argv[1:])
