# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs gridctl for the end-to-end tests: calls, kills, scratch folders, and an honest list of results."""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SHARED = SOURCE.parent / "shared" / "data"
PROGRAM = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None


class Outcome:
    """What one call gave: exit status (negative: ended by a signal), both outputs."""

    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    @property
    def json(self):
        value = json.loads(self.out)
        assert isinstance(value, dict), f"not one object: {self.out[:200]}"
        return value


def call(*words, env=None, data=None, stdin="", timeout=300):
    """One run of gridctl; whatever its answer."""
    command = [str(PROGRAM), *map(str, words)] + (["--data", str(data)] if data else [])
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=timeout, errors="replace",
                          env={**os.environ, **(env or {})}, check=False)
    return Outcome(done.returncode, done.stdout, done.stderr)


def ask(*words, **more):
    """One run that must succeed; its JSON object."""
    done = call(*words, "--json", **more)
    assert done.status == 0, f"gridctl {' '.join(map(str, words))}: exit {done.status}: {done.err}"
    return done.json


def refused(*words, status=1, says=None, **more):
    """One run that must fail with exactly one line on standard error and nothing on standard output."""
    done = call(*words, **more)
    name = " ".join(map(str, words))
    assert done.status == status, f"gridctl {name}: exit {done.status}, not {status}: {done.err[:300]}{done.out[:300]}"
    lines = done.err.strip().split("\n")
    assert len(lines) == 1 and lines[0].startswith("gridctl"), f"gridctl {name}: not one sentence: {done.err[:500]}"
    assert len(lines[0]) < 1000, f"gridctl {name}: a sentence of {len(lines[0])} characters"
    assert all(ord(c) >= 32 for c in lines[0]), f"gridctl {name}: control characters on the terminal: {lines[0]!r}"
    assert done.out == "", f"gridctl {name}: an answer with an error: {done.out[:200]}"
    if says:
        assert says.lower() in lines[0].lower(), f"gridctl {name}: does not say '{says}': {lines[0]}"
    return lines[0]


def kill_after(seconds, *words, data=None):
    """Starts a call and kills it that much later; the outcome when it was quicker, else None."""
    command = [str(PROGRAM), *map(str, words), "--json"] + (["--data", str(data)] if data else [])
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return None
    return Outcome(process.returncode, out, err)


def uuid7(dice):
    """A UUID of version 7 from the present and a seeded generator."""
    ms = int(time.time() * 1000)
    number = (ms << 80) | (0x7 << 76) | (dice.getrandbits(12) << 64) | (0b10 << 62) | dice.getrandbits(62)
    text = f"{number:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


class Folder:
    """A scratch folder that goes away."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="griddesk-e2e-"))
        return self.path

    def __exit__(self, *_):
        for path in self.path.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(self.path, ignore_errors=True)


def main(tests):
    """Runs every test function and says so; the exit status is honest."""
    if PROGRAM is None or not PROGRAM.exists():
        print(f"usage: python3 {sys.argv[0]} GRIDCTL")
        sys.exit(2)
    wanted = sys.argv[2:]
    failed = 0
    for test in tests:
        if wanted and test.__name__ not in wanted:
            continue
        begun = time.monotonic()
        try:
            note = test()
            print(f"ok    {test.__name__} ({time.monotonic() - begun:.1f} s){': ' + note if note else ''}", flush=True)
        except Exception:  # noqa: BLE001: every failure is one, whatever its kind
            failed += 1
            print(f"FAIL  {test.__name__} ({time.monotonic() - begun:.1f} s)\n{traceback.format_exc()}", flush=True)
    sys.exit(1 if failed else 0)


__all__ = ["Folder", "Outcome", "PROGRAM", "SHARED", "SOURCE", "ask", "call", "kill_after", "main", "random", "refused", "uuid7"]
