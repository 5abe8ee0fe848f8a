# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk on profiles that are not as they should be: one clear sentence, status 1, nothing changed. Usage: profile_test.py GRIDDESK GRIDCTL"""
import fcntl
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

DESK, CTL = sys.argv[1:3]


def bytes_of(data):
    return {p.relative_to(data).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(data.rglob("*")) if p.is_file() and p.name != "lock"}


def start(data, *more):
    env = dict(os.environ, HOME=str(data.parent), XDG_DATA_HOME=str(data.parent / "share"))
    return subprocess.run([DESK, "--district", "boston", "--data", str(data), "--self-test", "--language", "en", *more], capture_output=True, text=True, timeout=300, env=env, check=False)


def refused(data, says):
    before = bytes_of(data)
    done = start(data)
    assert done.returncode == 1, (says, done.returncode, done.stderr)
    lines = [line for line in done.stderr.splitlines() if line.startswith("griddesk: ")]
    assert len(lines) == 1 and says in lines[0], (says, done.stderr)
    assert bytes_of(data) == before, f"{says}: something was changed"


def main():
    with tempfile.TemporaryDirectory() as name:
        whole = pathlib.Path(name) / "whole"
        subprocess.run([CTL, "new", "--district", "boston", "--data", str(whole)], check=True, capture_output=True)
        done = start(whole)
        assert done.returncode == 0, done.stderr

        def broken(change, says):
            data = pathlib.Path(name) / "broken"
            shutil.copytree(whole, data)
            change(data)
            refused(data, says)
            shutil.rmtree(data)

        broken(lambda d: (d / "device.key").write_text("00" * 32 + "\n"), "key")
        broken(lambda d: (d / "device.key").unlink(), "passphrase")
        broken(lambda d: (d / "keys.json").write_text("{}"), "key")
        broken(lambda d: (d / "profile.json").write_text((d / "profile.json").read_text().replace("griddesk-profile-1", "griddesk-profile-9")), "version")
        broken(lambda d: (d / "log.db").write_bytes(b"SQLite format 3\0" + bytes(8192)), "log.db")
        broken(lambda d: (d / "log.db").write_bytes((d / "outbox.db").read_bytes()), "log.db")
        broken(lambda d: (d / "log.db").write_bytes((d / "log.db").read_bytes()[:4096 + 100]), "log.db")
        broken(lambda d: (d / "log.db").unlink(), "log.db")
        broken(lambda d: (d / "outbox.db").write_bytes((d / "log.db").read_bytes()), "outbox.db")

        with open(whole / "lock", "r+", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.truncate(0)
            lock.write("somebody (process 1 on a host)")
            lock.flush()
            refused(whole, "in use by somebody")
        assert start(whole).returncode == 0, "and afterwards it opens again"

        # A damaged outbox and damaged tables do not keep anybody from working.
        for damaged in ("outbox.db", "store.db"):
            content = bytearray((whole / damaged).read_bytes())
            content[4096 + 50:4096 + 90] = b"x" * 40
            (whole / damaged).write_bytes(content)
            done = start(whole)
            assert done.returncode == 0, (damaged, done.stderr)
            assert list(whole.glob(damaged + ".damaged-*")), f"{damaged}: the damaged file is kept"


main()
