# SPDX-License-Identifier: GPL-3.0-or-later
"""The Boston file through gridctl, several times over with other case numbers, and the start of the desk on what came
of it. district_bench.py BUILD_DIR --benchmark_out=FILE; results in the form of Google Benchmark.

GRIDDESK_BENCH_COPIES  how often the 49 914 rows are imported (4)
GRIDDESK_BENCH_DESK    the program to start (BUILD_DIR/app/desk/griddesk)
GRIDDESK_BENCH_PROFILE where the profile is made or, when it is there, taken from (a folder that is removed afterwards)

A start is `griddesk --self-test` on the offscreen platform with the software renderer and the profile's files dropped
from the system's file cache: from the start of the process until it has ended, less the 1500 ms it stays open. Making
and showing the window, the end of the process and the closing of the databases are in it; painting and filling the
table happen in the 1500 ms. Memory is VmHWM as the kernel reports it for the ended process."""
import csv
import gzip
import io
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

CASES = pathlib.Path(__file__).resolve().parents[2] / "resources" / "demo" / "boston" / "boston_311_2011-07_2011-11.csv.gz"
STAYS_OPEN_MS = 1500
STARTS = 5


def copy_of(number, folder):
    """The file with other case numbers; the first copy is the file itself."""
    if number == 0:
        return CASES
    target = folder / f"copy{number}.csv.gz"
    with gzip.open(CASES, "rt", encoding="utf-8", newline="") as source, gzip.open(target, "wt", 1, encoding="utf-8", newline="") as out:
        rows = csv.reader(source)
        writer = csv.writer(out)
        header = next(rows)
        writer.writerow(header)
        column = header.index("case_enquiry_id")
        for row in rows:
            row[column] = f"{number}{row[column]}"
            writer.writerow(row)
    return target


def gridctl(build, profile, *words):
    done = subprocess.run([build / "app/gridctl/gridctl", *words, "--data", profile, "--json"], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def processor():
    """Processor time of the programs that have ended: what the work costs when others use the machine as well."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def imported(build, profile, file, *options):
    """Seconds, processor seconds and rows of one import; every row must have been taken."""
    begun, used = time.monotonic(), processor()
    report = gridctl(build, profile, "import", "cases", file, "--profile", "boston311", *options)
    seconds, used = time.monotonic() - begun, processor() - used
    if report["imported"] != report["rows"]:
        raise SystemExit(f"district_bench: {report['rows']} rows and {report['imported']} imported from {file}")
    return seconds, used, report["rows"]


def make(build, profile, folder, copies):
    gridctl(build, profile, "new", "--district", "boston")
    yield "dry", *imported(build, profile, CASES, "--dry-run")
    for number in range(copies):
        file = copy_of(number, folder)
        yield "first" if number == 0 else "last" if number == copies - 1 else str(number), *imported(build, profile, file)


def dropped(profile):
    """Nothing of the profile stays in the file cache."""
    for file in profile.rglob("*"):
        if file.is_file():
            handle = os.open(file, os.O_RDONLY)
            os.fsync(handle)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(handle)


def start(desk, profile, folder):
    """Milliseconds until shown and ended, milliseconds of processor time in all, and the most memory it had, in MB."""
    dropped(profile)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment[name] = str(folder / "home")
    begun = time.monotonic()
    process = subprocess.Popen([desk, "--district", "boston", "--data", profile, "--self-test"], env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"district_bench: the desk ended with {process.returncode}")
    return seconds * 1000 - STAYS_OPEN_MS, (used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss * 1024 / 1e6


def entry(name, ms, **counters):
    return {"name": name, "run_name": name, "run_type": "iteration", "iterations": 1, "real_time": ms, "cpu_time": 0, "time_unit": "ms", **counters}


def main(arguments):
    build = pathlib.Path(arguments[0])
    out = next((pathlib.Path(word.split("=", 1)[1]) for word in arguments if word.startswith("--benchmark_out=")), None)
    copies = max(2, int(os.environ.get("GRIDDESK_BENCH_COPIES", "4")))
    desk = pathlib.Path(os.environ.get("GRIDDESK_BENCH_DESK", build / "app/desk/griddesk"))
    results = []
    with tempfile.TemporaryDirectory(prefix="griddesk-district-") as made:
        folder = pathlib.Path(made)
        profile = pathlib.Path(os.environ.get("GRIDDESK_BENCH_PROFILE", folder / "profile"))
        if not (profile / "profile.json").exists():
            for name, seconds, used, rows in make(build, profile, folder, copies):
                print(f"import/{name}: {rows} rows in {seconds:.1f} s, {used:.1f} s of processor time", file=sys.stderr, flush=True)
                results.append(entry(f"import/{name}", seconds * 1000, rows_per_s=rows / seconds, rows_per_cpu_s=rows / used))
        cases = gridctl(build, profile, "stats")["cases"]
        if desk.exists():
            runs = [start(desk, profile, folder) for _ in range(STARTS)]
            print("starts:", ", ".join(f"{ms:.0f} ms ({cpu:.0f} ms CPU) {mb:.0f} MB" for ms, cpu, mb in runs), file=sys.stderr)
            size = sum(file.stat().st_size for file in profile.rglob("*") if file.is_file()) / 1e6
            results.append(
                entry(
                    "start",
                    statistics.median(ms for ms, _, _ in runs),
                    slowest_ms=max(ms for ms, _, _ in runs),
                    cpu_ms=statistics.median(cpu for _, cpu, _ in runs),
                    rss_MB=max(mb for _, _, mb in runs),
                    cases=cases,
                    profile_MB=size,
                )
            )
        else:
            print(f"district_bench: {desk} is not built; no start measured", file=sys.stderr)
    text = io.StringIO()
    json.dump({"context": {"executable": str(desk)}, "benchmarks": results}, text, indent=1)
    if out:
        out.write_text(text.getvalue(), encoding="utf-8")
    else:
        print(text.getvalue())
    return 0 if desk.exists() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
