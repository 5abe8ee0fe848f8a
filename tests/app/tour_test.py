# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour carries its four cases to their ends on a fresh profile and leaves a picture of every step. What became of the
cases is asked of the store by gridctl, not of what the tour says about itself."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, GRIDCTL = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
RULES = pathlib.Path(__file__).resolve().parents[2] / "resources/demo/shanghai/rules.json"
SMALLEST_PICTURE = 20_000  # bytes; a window of one flat colour is far smaller
ENDS = {1: "archived", 2: "archived", 3: "archived", 4: "answered"}
ON_THE_WAY = ["reported", "verifying", "accepted", "filed", "dispatched", "handling", "handled", "checking", "checked", "closed", "archived"]


def run(folder):
    out, data = folder / "out", folder / "profile"
    done = subprocess.run([str(PROGRAM), "--tour", "--out", str(out), "--data", str(data)], capture_output=True, text=True, errors="replace",
                          timeout=1700, check=False, env={"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", **os.environ})
    sys.stdout.write(done.stdout)
    sys.stderr.write(done.stderr)
    return done.returncode, out, data


def history_of(case, data):
    """What was really done with a case, in order: its state and the operations applied, with post and payload."""
    done = subprocess.run([str(GRIDCTL), "case", "show", case, "--json", "--data", str(data)], capture_output=True, text=True, check=True, timeout=300)
    shown = json.loads(done.stdout)
    return shown["case"], [item for item in shown["history"] if item["outcome"].startswith("applied")]


def stored(data, cases):
    """What the store says about the four cases, where it is not what the tour is for."""
    rules = json.loads(RULES.read_text(encoding="utf-8"))
    posts = {post["id"]: post for post in rules["posts"]}
    units = {unit["id"]: unit for unit in rules["units"]}
    of = lambda item: posts[item["post"]]
    kinds = lambda history, kind: [item for item in history if item["operation"] == kind]
    if sorted(cases) != ["1", "2", "3", "4"]:
        return [f"four cases were to be made, not {sorted(cases)}"]
    found = []

    case, history = history_of(cases["1"], data)
    levels = {assignment.get("level", 1): assignment["unit"] for assignment in case["assignments"]}
    if sorted(levels) != [1, 2] or levels[1] == levels[2] or not kinds(history, "subdispatch"):
        found.append(f"case 1 was not dispatched on two levels to two units: {levels}")
    if [item["payload"]["pass"] for item in kinds(history, "check")] != [False, True] or len(kinds(history, "rework")) != 1:
        found.append("case 1 was not checked with one failure, rework and one pass")

    case, history = history_of(cases["2"], data)
    if [of(item)["roles"] for item in kinds(history, "selfHandle") if "gridWorker" in of(item)["roles"]] == [] or kinds(history, "dispatch"):
        found.append(f"case 2 was not settled on the spot by a grid worker: {[(i['operation'], i['post']) for i in history]}")

    case, history = history_of(cases["3"], data)
    agreed = {item["payload"]["assignment"] for item in kinds(history, "decideReturn") if item["payload"]["agreed"]}
    asked = [units[of(item)["unit"]]["kind"] for item in kinds(history, "requestReturn") if item["payload"]["assignment"] in agreed]
    if len(asked) != 2 or asked.count("community") != 1:
        found.append(f"case 3 was to be returned twice, once by a community; by {asked}")
    order = [item["operation"] for item in history if item["operation"] in ("decideReturn", "designate", "dispatch")]
    if order != ["dispatch", "decideReturn", "dispatch", "decideReturn", "designate", "dispatch"]:
        found.append(f"case 3 went {order}")

    ends = {number: history_of(case, data)[0]["stage"] for number, case in cases.items()}
    found += [f"case {number} stands at {ends[str(number)]} in the store" for number, end in ENDS.items() if ends[str(number)] != end]
    return found


def problems(status, out, data):
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
    found += stored(data, tour["cases"])
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
