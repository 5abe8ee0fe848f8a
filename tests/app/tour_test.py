# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour carries its four cases to their ends on a fresh profile and leaves a picture of every step."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SMALLEST_PICTURE = 20_000  # bytes; a window of one flat colour is far smaller
ENDS = {1: "archived", 2: "archived", 3: "archived", 4: "answered"}
ON_THE_WAY = ["reported", "verifying", "accepted", "filed", "dispatched", "handling", "handled", "checking", "checked", "closed", "archived"]


def run(folder):
    out, data = folder / "out", folder / "profile"
    done = subprocess.run([str(PROGRAM), "--tour", "--out", str(out), "--data", str(data)], capture_output=True, text=True, errors="replace",
                          timeout=1700, check=False, env={"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", **os.environ})
    sys.stdout.write(done.stdout)
    sys.stderr.write(done.stderr)
    return done.returncode, out


def problems(status, out):
    found = [] if status == 0 else [f"exit status {status}"]
    record = out / "tour.json"
    if not record.is_file():
        return found + ["there is no tour.json"]
    tour = json.loads(record.read_text(encoding="utf-8"))
    for name, wanted in (("finalStage", "archived"), ("dispatchLevels", 2), ("language", "zh_CN"), ("theme", "light")):
        if tour[name] != wanted:
            found.append(f"{name} is {tour[name]!r}, not {wanted!r}")
    if tour["reworks"] < 1:
        found.append("nothing was reworked")
    steps = tour["steps"]
    for number, end in ENDS.items():
        stages = [step["stage"] for step in steps if step["case"] == number]
        if not stages or stages[-1] != end:
            found.append(f"case {number} ends as {stages[-1] if stages else 'never begun'}, not {end}")
    first = {step["stage"] for step in steps if step["case"] == 1}
    found += [f"case 1 was never {stage}" for stage in ON_THE_WAY if stage not in first]
    returns = [step for step in steps if step["case"] == 3 and step["operation"] == "decideReturn"]
    if len(returns) < 2:
        found.append("case 3 was not returned twice")
    found += [f"skipped on the demo district: {step['name']}" for step in steps if step["name"].startswith("skipped")]
    for step in steps:
        if set(step) != {"name", "case", "operation", "stage", "png", "keys", "ms"}:
            found.append(f"step {step.get('name')}: other members than agreed")
        picture = out / step["png"]
        if not picture.is_file() or picture.stat().st_size < SMALLEST_PICTURE:
            found.append(f"step {step['name']}: no picture, or an empty one")
    if len({step["png"] for step in steps}) != len(steps):
        found.append("two steps share a picture")
    if not any(step["keys"] for step in steps):
        found.append("no key was pressed")
    return found


def main():
    with tempfile.TemporaryDirectory(prefix="griddesk-tour-") as folder:
        found = problems(*run(pathlib.Path(folder)))
    for problem in found:
        print(f"FAILED: {problem}")
    print("tour: ok" if not found else f"tour: {len(found)} problem(s)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
