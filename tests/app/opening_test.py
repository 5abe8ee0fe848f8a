# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desk opens and what it leaves alone. Usage: opening_test.py GRIDDESK GRIDCTL"""
import os
import pathlib
import subprocess
import sys
import tempfile

DESK, CTL = sys.argv[1:3]


def start(home, *words):
    env = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / "share"))
    return subprocess.run([DESK, "--self-test", "--language", "en", *map(str, words)], capture_output=True, text=True, timeout=300, env=env, check=False)


with tempfile.TemporaryDirectory(prefix="griddesk-opening-") as name:
    home = pathlib.Path(name)
    # A mistyped folder is not filled with a demonstration, and a folder beside it is nobody's to remove.
    beside = home / "mistyped.new"
    beside.mkdir()
    (beside / "work.txt").write_text("mine")
    done = start(home, "--data", home / "mistyped")
    assert done.returncode == 2 and "no profile" in done.stderr and "--district" in done.stderr, (done.returncode, done.stderr)
    assert not (home / "mistyped").exists()

    # Blanks at either end belong to the passphrase, here as in gridctl.
    secret = home / "secret"
    secret.write_text("  blanks at both ends \n")
    subprocess.run([CTL, "new", "--district", "boston", "--passphrase-file", secret, "--data", home / "p"], check=True, capture_output=True)
    done = start(home, "--district", "boston", "--data", home / "p", "--passphrase-file", secret)
    assert done.returncode == 0, (done.returncode, done.stderr)
    secret.write_text("blanks at both ends\n")
    done = start(home, "--district", "boston", "--data", home / "p", "--passphrase-file", secret)
    assert done.returncode == 1 and "cannot be opened" in done.stderr, (done.returncode, done.stderr)

    # Set up by the desk itself, beside somebody's folder.
    done = start(home, "--district", "boston", "--data", home / "mistyped")
    assert done.returncode == 0, (done.returncode, done.stderr)
    assert (beside / "work.txt").read_text() == "mine"
    assert [path.name for path in home.glob("mistyped.new*")] == ["mistyped.new"]
    assert (home / "mistyped").stat().st_mode & 0o077 == 0
print("ok")
