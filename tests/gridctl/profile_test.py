# SPDX-License-Identifier: GPL-3.0-or-later
"""What surrounds a profile: passphrases, the lock, foreign and damaged files, backups, and the manners of the command line."""
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import time

from gridctl import PROGRAM, SOURCE, Folder, ask, call, main, random, refused

DATABASES = ("log.db", "outbox.db", "store.db")


def worked(data, cases=3):
    """A district in which something was done."""
    ask("new", "--district", "demo", data=data)
    for number in range(cases):
        ask("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", f"text=路灯不亮{number}", "--set", "address=枫津路12号", data=data)
    return data


def bytes_of(data):
    return {p.relative_to(data).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(data.rglob("*")) if p.is_file() and p.name != "lock"}


def test_passphrases():
    with Folder() as folder:
        right, wrong, empty = folder / "right", folder / "wrong", folder / "empty"
        right.write_text("正确的 horse battery\n", encoding="utf-8")
        wrong.write_text("almost\n")
        empty.write_text("\n")
        data = folder / "d"
        ask("new", "--district", "demo", "--passphrase-file", right, data=data)
        assert not (data / "device.key").exists(), "the key stands beside the lock"
        before = bytes_of(data)
        refused("stats", "--passphrase-file", wrong, data=data, says="key")
        refused("stats", "--passphrase-file", empty, data=data)
        refused("stats", "--passphrase-file", folder / "absent", data=data)
        refused("stats", data=data, says="passphrase")
        assert bytes_of(data) == before, "a wrong key changes nothing"
        assert ask("stats", "--passphrase-file", right, data=data)["cases"] == 0
        assert ask("backup", folder / "b", "--passphrase-file", right, data=data)["files"] >= 4
        refused("restore", "--verify", folder / "b", "--passphrase-file", wrong)
        assert ask("restore", "--verify", folder / "b", "--passphrase-file", right)["ok"]
        assert b"horse" not in b"".join(p.read_bytes() for p in data.rglob("*") if p.is_file())


def test_another_passphrase_closes_every_other_way():
    with Folder() as folder:
        data = worked(folder / "d", cases=1)
        first, second, empty = folder / "first", folder / "second", folder / "empty"
        first.write_text("第一个口令\n", encoding="utf-8")
        second.write_text("second\n")
        empty.write_text("\n")
        before = bytes_of(data)
        refused("profile", "keystore", "add", data=data, says="no passphrase")
        refused("profile", "passphrase", status=2, data=data, says="--new-passphrase-file")
        refused("profile", "passphrase", "--new-passphrase-file", empty, data=data)
        refused("profile", "keystore", "remove", data=folder / "absent")
        assert ask("profile", "keystore", "remove", data=data) == {"was": False, "left": None}
        assert bytes_of(data) == before, "what was refused changes nothing"
        older = folder / "older"
        ask("backup", older, data=data)
        assert ask("profile", "passphrase", "--new-passphrase-file", first, data=data) == {"changed": True, "was": False, "left": None}
        assert not (data / "device.key").exists()
        refused("stats", data=data, says="passphrase")
        assert ask("stats", "--passphrase-file", first, data=data)["cases"] == 1
        refused("profile", "passphrase", "--passphrase-file", second, "--new-passphrase-file", second, data=data, says="key")
        ask("profile", "passphrase", "--passphrase-file", first, "--new-passphrase-file", second, data=data)
        refused("stats", "--passphrase-file", first, data=data, says="key")
        assert ask("verify", "--passphrase-file", second, data=data)["ok"]
        assert ask("restore", "--verify", older)["ok"], "a backup is opened by what opened the profile then"
        # Killed between the two files: a device.key that opens nothing is no reason not to ask.
        (data / "device.key").write_text("00" * 32 + "\n")
        assert ask("profile", "keystore", "show", data=data, env={"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"})["passphrase"]


def test_an_older_log_put_back_is_told_and_new_work_is_kept():
    with Folder() as folder:
        data = worked(folder / "d", cases=2)
        older = {p.name: p.read_bytes() for p in data.glob("log.db*")}
        lost = ask("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", "text=井盖松动", "--set", "address=枫津路1号", data=data)
        for p in data.glob("log.db*"):
            p.unlink()
        for name, content in older.items():
            (data / name).write_bytes(content)
        done = call("stats", "--json", data=data)
        assert done.status == 0 and "older than the outbox" in done.err, done.err
        assert done.json["cases"] == 2, "the tables follow the log"
        refused("case", "show", lost["case"], data=data)  # one sentence: it was told once
        made = ask("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", "text=井盖松动", "--set", "address=枫津路1号", data=data)
        assert ask("case", "list", "--queue", "all", data=data)["count"] == 3
        assert ask("verify", data=data) == {"ok": True, "problems": []}


def test_a_text_that_is_not_utf8_is_refused_and_the_profile_still_opens():
    with Folder() as folder:
        data = worked(folder / "d", cases=1)
        case = ask("case", "list", data=data)["cases"][0]["id"]
        wrong = subprocess.run([str(PROGRAM).encode(), b"case", b"apply", b"comment", case.encode(), b"--as", b"a001", b"--set", b"words=a\xffb", b"--data", str(data).encode()], capture_output=True)
        assert wrong.returncode == 1 and len(wrong.stderr.splitlines()) == 1, wrong
        assert ask("stats", data=data)["cases"] == 1
        assert ask("verify", data=data)["ok"]


def test_two_programs_at_once():
    with Folder() as folder:
        data = folder / "d"
        ask("new", "--district", "boston", data=data)
        cases = SOURCE / "resources" / "demo" / "boston" / "boston_311_2011-07_2011-11.csv.gz"
        one = subprocess.Popen([str(PROGRAM), "import", "cases", str(cases), "--profile", "boston311", "--data", str(data)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            for _ in range(200):  # until it has the lock
                if (data / "lock").exists() and str(one.pid) in (data / "lock").read_text():
                    break
                time.sleep(0.02)
            line = refused("stats", data=data, says=f"process {one.pid}")
            assert "in use" in line, line
            refused("case", "apply", "report", "--as", "operator1", "--set", "source=web", data=data, says="in use")
            assert one.poll() is None, "it was over before it could be asked"
            assert ask("backup", folder / "b", data=data)["files"] >= 4, "a backup may be made while somebody works"
        finally:
            one.send_signal(signal.SIGKILL)
            one.wait()
        assert ask("stats", data=data)["cases"] == 0, "a lock dies with its program, and half an import with it"
        assert ask("restore", "--verify", folder / "b")["ok"]


def begun_anew(data):
    """The outbox has a salvage file: without outbox.db work goes on, and that is said."""
    done = call("stats", "--json", data=data)
    assert done.status == 0 and done.json["cases"] == 3 and "begun anew" in done.err, (done.status, done.err)
    for kept in data.glob("outbox.db.damaged-*"):
        kept.unlink()


def test_foreign_files_in_place_of_a_database():
    with Folder() as folder:
        data = worked(folder / "d")
        other = worked(folder / "other")
        for name in ("log.db", "outbox.db"):
            original = (data / name).read_bytes()
            plain = folder / "plain.db"
            if not plain.exists():
                with sqlite3.connect(plain) as connection:
                    connection.execute("CREATE TABLE t (x)")
            for content in (plain.read_bytes(), (other / name).read_bytes(), (data / ("outbox.db" if name == "log.db" else "log.db")).read_bytes(), b"%PDF-1.7 nothing", b""):
                (data / name).write_bytes(content)
                if name == "outbox.db" and not content:
                    begun_anew(data)
                    continue
                refused("stats", data=data, says=name)
                assert (data / name).read_bytes() == content, "nothing is overwritten"
            (data / name).unlink()
            if name == "outbox.db":
                begun_anew(data)
                (data / name).unlink()
            else:
                refused("stats", data=data, says=name)
                assert not (data / name).exists(), "and nothing is made in its place"
            (data / name).mkdir()
            refused("stats", data=data)
            (data / name).rmdir()
            (data / name).write_bytes(original)
        assert ask("verify", data=data) == {"ok": True, "problems": []}
        for name in ("profile.json", "keys.json", "device.key"):
            original = (data / name).read_bytes()
            for content in (b"", b"{}", b"\xff\xfe", b"[" * 5000, original[: len(original) // 2]):
                (data / name).write_bytes(content)
                refused("stats", data=data)
                assert (data / name).read_bytes() == content
            (data / name).unlink()
            refused("stats", data=data)
            (data / name).write_bytes(original)
        (data / "profile.json").write_text((data / "profile.json").read_text().replace("griddesk-profile-1", "griddesk-profile-2"))
        refused("stats", data=data, says="version")
        refused("stats", data=folder / "nowhere", says="no GridDesk profile")


def test_a_flipped_byte_is_never_accepted():
    """In the log and the outbox it is told and nothing is done; the tables are set aside and made again."""
    dice = random.Random(11)
    flips = rebuilt = 0
    with Folder() as folder:
        data = worked(folder / "d", cases=6)
        expected = ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data)
        for name in DATABASES:
            path = data / name
            original = path.read_bytes()
            pages = len(original) // 4096
            assert pages > 3
            chosen = {0, 1, 2, pages - 1} | {dice.randrange(pages) for _ in range(6)}
            for page in sorted(chosen):
                at = page * 4096 + dice.randrange(4096)
                path.write_bytes(original[:at] + bytes([original[at] ^ (1 << dice.randrange(8))]) + original[at + 1:])
                flips += 1
                found = call("verify", "--json", data=data)
                assert found.status == 1 and not (found.out and found.json["ok"]), f"{name} page {page}: the flip at {at} was not seen"
                assert found.status >= 0, found.status
                used = call("stats", "--as-of", "2100-01-01T00:00:00Z", "--json", data=data)
                if used.status == 0:
                    assert used.json == expected, f"{name} page {page}: another answer"
                else:
                    assert used.status == 1 and used.out == "" and len(used.err.strip().split("\n")) == 1, (name, page, used.status, used.err)
                if name == "store.db":
                    rebuilt += len(list(data.glob("store.db.damaged-*")))
                for leftover in (*data.glob("store.db.damaged-*"), *data.glob(name + "-*")):
                    leftover.unlink()
                path.write_bytes(original)
        assert ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data) == expected
        assert ask("verify", data=data)["ok"]
    return f"{flips} flips, every one seen; store.db rebuilt {rebuilt} times"


def test_truncated_and_lost_files():
    with Folder() as folder:
        data = worked(folder / "d")
        expected = ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data)
        for name in ("log.db", "outbox.db"):
            original = (data / name).read_bytes()
            for size in (1, 100, 4095, 4096, 8192, len(original) - 1, len(original) - 4096):
                (data / name).write_bytes(original[:size])
                found = call("verify", "--json", data=data)
                assert found.status == 1 and not (found.out and found.json["ok"]), f"{name} cut to {size} was accepted"
                (data / name).write_bytes(original)
        for size in (0, 1, 4096, 9000):
            (data / "store.db").write_bytes((data / "store.db").read_bytes()[:size])
            done = call("stats", "--as-of", "2100-01-01T00:00:00Z", "--json", data=data)
            assert done.status == 0 and done.json == expected, (size, done.err)
            assert "rebuilt" in done.err, done.err
        (data / "store.db").unlink()
        assert ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data) == expected
        assert ask("verify", data=data)["ok"]


def test_a_profile_of_a_newer_program_is_not_touched():
    with Folder() as folder:
        data = worked(folder / "d", cases=1)
        (data / "profile.json").write_text((data / "profile.json").read_text().replace("griddesk-profile-1", "griddesk-profile-9"))
        before = bytes_of(data)
        for words in (("stats",), ("verify",), ("backup", folder / "b"), ("case", "apply", "report", "--as", "a001", "--set", "source=web")):
            refused(*words, data=data)
        assert bytes_of(data) == before and not (folder / "b").exists()


def test_backup_and_restore():
    with Folder() as folder:
        data = worked(folder / "d")
        expected = ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data)
        backup = folder / "backup"
        report = ask("backup", backup, data=data)
        assert report["files"] >= 5 and report["bytes"] > 10_000, report
        assert not list(backup.glob("store.db*")), "the tables are made again from the log"
        line = refused("backup", backup, data=data, says="does not exist yet")
        assert "twice" not in line, line
        before = bytes_of(backup)
        assert ask("restore", "--verify", backup) == {"ok": True, "problems": []}
        assert bytes_of(backup) == before, "checking changes nothing"
        ask("restore", backup, data=folder / "again")
        assert ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=folder / "again") == expected
        assert ask("verify", data=folder / "again")["ok"]
        listed = [sorted(row["id"] for row in ask("case", "list", "--queue", "all", data=d)["cases"]) for d in (data, folder / "again")]
        assert listed[0] == listed[1] and len(listed[0]) == 3
        ask("case", "apply", "comment", listed[0][0], "--as", "a001", "--set", "words=恢复之后", data=folder / "again")
        refused("restore", backup, data=folder / "again", says="does not exist yet")
        refused("restore", backup, data=data)
        for name in sorted(before):
            bad = folder / "tampered"
            shutil.copytree(backup, bad)
            content = bytearray((bad / name).read_bytes())
            content[len(content) // 2] ^= 1
            (bad / name).write_bytes(content)
            found = call("restore", "--verify", bad, "--json")
            assert found.status == 1 and not (found.out and found.json["ok"]), f"{name}: changed and accepted"
            refused("restore", bad, data=folder / "never")
            assert not (folder / "never").exists(), name
            (bad / name).unlink()
            assert call("restore", "--verify", bad).status == 1 and call("restore", bad, data=folder / "never").status == 1, f"{name}: missing and accepted"
            assert not (folder / "never").exists(), name
            shutil.rmtree(bad)


def test_manners_of_the_command_line():
    with Folder() as folder:
        data = worked(folder / "d", cases=1)
        case = ask("case", "list", "--queue", "all", data=data)["cases"][0]["id"]
        commands = [("stats",), ("case", "show", case), ("case", "list"), ("locate", "121.47", "31.23"), ("locate", "-71.06", "-42.36"), ("deadline", "2026-03-02 09:00", "2wd"),
                    ("case", "apply", "comment", case, "--as", "a001", "--set", "words=x"), ("export", "cases", folder / "o.csv"), ("export", "cases", folder / "o.json", "--format", "geojson"),
                    ("backup", folder / "b1"), ("verify",), ("restore", "--verify", folder / "b1"), ("import", "units", folder / "u.json"), ("import", "areas", folder / "a.geojson", "--dry-run")]
        (folder / "u.json").write_text("[]")
        (folder / "a.geojson").write_text('{"type":"FeatureCollection","features":[]}')
        for words in commands:
            deadline = words[0] in ("deadline", "restore")
            done = call(*words, "--json", data=None if deadline else data)
            assert done.status == 0, (words, done.err)
            assert isinstance(json.loads(done.out), dict) and done.out.endswith("\n") and done.out.count("\n") == 1, (words, done.out[:200])
        where = ["--data", str(data)]
        first = subprocess.run([PROGRAM, "--json", *where, "locate", "121.47", "31.23"], capture_output=True, text=True, check=True).stdout
        for words in (["locate", *where, "121.47", "--json", "31.23"], ["locate", "121.47", "31.23", "--json", f"--data={data}"], ["--json", "locate", "--datum", "wgs84", "121.47", *where, "31.23"],
                      ["locate", "--json", *where, "--", "121.47", "31.23"]):
            assert subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True).stdout == first, words
        assert subprocess.run([PROGRAM, "case", *where, "show", case, "--json"], capture_output=True, text=True, check=False).returncode == 0
        env = {"GRIDDESK_DATA": str(data)}
        assert call("locate", "121.47", "31.23", "--json", env=env).out == first
        assert call("help").status == 0 and call("--help").status == 0 and call("stats", "--help").status == 0
        for words, status in (((), 2), (("dance",), 2), (("stats", "--nothing"), 2), (("stats", "-j"), 2), (("stats", "extra"), 2), (("locate", "1"), 2), (("stats", "--json", "--json"), 2)):
            done = call(*words, data=data if words else None)
            assert done.status == status, (words, done.status, done.err)
        refused("stats", status=2, env={"GRIDDESK_DATA": ""}, says="--data")
        if pathlib.Path("/dev/full").exists():
            with open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run([PROGRAM, "stats", "--json", *where], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            assert done.returncode == 1 and "could not be written" in done.stderr, done
        os.mkfifo(folder / "pipe")
        refused("export", "cases", folder / "pipe", data=data, says="pipe")
        assert stat.S_ISFIFO((folder / "pipe").stat().st_mode), "what is no file is left alone"


def test_what_is_no_file_in_place_of_a_file():
    """A pipe, a folder, a socket or a device is named in a sentence; nobody waits for what never comes."""
    with Folder() as folder:
        whole, broken = worked(folder / "d", 1), folder / "broken"
        names = [p.name for p in sorted(whole.iterdir()) if p.is_file()]
        assert {"log.db", "outbox.db", "store.db", "keys.json", "profile.json", "device.key", "outbox.journal", "lock"} <= set(names), names
        for name in names:
            for kind in ("pipe", "folder", "socket", "device"):
                shutil.rmtree(broken, ignore_errors=True)
                shutil.copytree(whole, broken)
                file = broken / name
                file.unlink()
                if kind == "pipe":
                    os.mkfifo(file)
                elif kind == "folder":
                    file.mkdir()
                elif kind == "socket":
                    with socket.socket(socket.AF_UNIX) as ear:
                        ear.bind(str(file))
                else:
                    file.symlink_to("/dev/zero")
                refused("stats", data=broken, timeout=30, says=name)
                checked = call("verify", data=broken, timeout=30)
                assert checked.status == 1 and name in checked.out + checked.err, (name, kind, checked.status, checked.out, checked.err)
                assert not stat.S_ISREG(file.lstat().st_mode), f"{name}: the {kind} was replaced"
        # A backup with a pipe in it, and a pipe to be restored from.
        ask("backup", folder / "b", data=whole)
        for name in sorted(p.name for p in (folder / "b").iterdir() if p.is_file()):
            spoilt = folder / "spoilt"
            shutil.rmtree(spoilt, ignore_errors=True)
            shutil.copytree(folder / "b", spoilt)
            (spoilt / name).unlink()
            os.mkfifo(spoilt / name)
            for words in (("restore", spoilt, "--data", folder / "back"), ("restore", "--verify", spoilt)):
                done = call(*words, timeout=30)
                assert done.status == 1 and name in done.out + done.err, (name, words[1], done.status, done.out, done.err)
            assert not (folder / "back").exists(), name


main([test_passphrases, test_another_passphrase_closes_every_other_way, test_an_older_log_put_back_is_told_and_new_work_is_kept, test_a_text_that_is_not_utf8_is_refused_and_the_profile_still_opens,
      test_two_programs_at_once, test_foreign_files_in_place_of_a_database, test_a_flipped_byte_is_never_accepted, test_truncated_and_lost_files,
      test_a_profile_of_a_newer_program_is_not_touched, test_what_is_no_file_in_place_of_a_file, test_backup_and_restore, test_manners_of_the_command_line])
