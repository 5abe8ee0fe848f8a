# SPDX-License-Identifier: GPL-3.0-or-later
"""Stopping gridctl at any moment, and what verify and backups say about a profile that lost something."""
import hashlib
import json
import os
import pathlib
import pty
import select
import shutil
import signal
import stat
import subprocess
import time

from gridctl import PROGRAM, Folder, ask, call, main, refused


def worked(data, *words):
    ask("new", "--district", "demo", *words, data=data)
    ask("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", "text=路灯不亮", "--set", "address=枫津路12号", *words, data=data)
    return data


def started(*words):
    return subprocess.Popen([str(PROGRAM), *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(there, seconds=60):
    for _ in range(seconds * 100):
        if there():
            return
        time.sleep(0.01)
    raise AssertionError("it never came to that")


def unfinished(folder):
    return sorted(path.name for path in folder.glob("*.new-*"))


def test_a_new_profile_is_there_whole_or_not_at_all():
    with Folder() as folder:
        data = folder / "d"
        words = ("new", "--district", "demo", "--with-cases", "--data", data)
        one = started(*words)
        wait_for(lambda: list(folder.glob("d.new-*/log.db")))
        one.send_signal(signal.SIGINT)
        out, err = one.communicate(timeout=60)
        assert one.returncode == 1 and out == "" and "stopped as asked" in err, (one.returncode, out, err)
        assert not data.exists()
        two = started(*words)
        wait_for(lambda: list(folder.glob("d.new-*/profile.json")))
        two.kill()
        two.communicate()
        assert not data.exists() and unfinished(folder)
        foreign = folder / "d.new-00000000"
        foreign.mkdir()
        (foreign / "mine.txt").write_text("not of GridDesk")
        ask("new", "--district", "demo", data=data)
        assert unfinished(folder) == [foreign.name] and (foreign / "mine.txt").exists(), unfinished(folder)
        assert ask("verify", data=data) == {"ok": True, "problems": []}
        # Into a folder that is there, beside what is in it.
        (folder / "e").mkdir()
        (folder / "e" / "notes.txt").write_text("mine")
        ask("new", "--district", "demo", data=folder / "e")
        assert ask("verify", data=folder / "e")["ok"] and (folder / "e" / "notes.txt").read_text() == "mine"
        refused("new", "--district", "demo", data=folder / "e")


def test_files_of_a_profile_are_for_its_owner():
    before = os.umask(0)
    try:
        with Folder() as folder:
            data = worked(folder / "d")
            ask("backup", folder / "b", data=data)
            ask("restore", folder / "b", data=folder / "r")
            for profile in (data, folder / "b", folder / "r"):
                for path in (profile, *profile.rglob("*")):
                    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, f"{path}: {oct(path.stat().st_mode)}"
            ask("export", "cases", folder / "o.csv", data=data)
            assert (folder / "o.csv").stat().st_mode & 0o044, "what is handed on follows the mask of the user"
    finally:
        os.umask(before)


def bytes_read(process):
    """What a running process has read so far."""
    try:
        return int(pathlib.Path(f"/proc/{process.pid}/io").read_text().split()[1])
    except OSError:
        return 0


def test_a_stopped_backup_leaves_nothing():
    with Folder() as folder:
        data = worked(folder / "d")
        backup = folder / "b"
        # A large piece of evidence keeps the copying busy long enough to be stopped in it.
        blobs = data / "blobs" / "ab"
        blobs.mkdir(parents=True)
        for number in range(300):
            (blobs / f"ab{number:062x}").write_bytes(os.urandom(200_000))
        for how in (signal.SIGINT, signal.SIGTERM):
            one = started("backup", backup, "--data", data)
            wait_for(lambda: unfinished(folder))
            one.send_signal(how)
            out, err = one.communicate(timeout=60)
            assert one.returncode == 1 and out == "" and "stopped as asked" in err, (how, one.returncode, out, err)
            assert not backup.exists() and unfinished(folder) == [], unfinished(folder)
        two = started("backup", backup, "--data", data)
        wait_for(lambda: list(folder.glob("b.new-*/log.db")))
        two.kill()
        two.communicate()
        assert not backup.exists() and len(unfinished(folder)) == 1, unfinished(folder)
        ask("backup", backup, data=data)
        assert unfinished(folder) == [], "what a killed backup left is gone with the next"
        three = started("restore", backup, "--data", folder / "r")
        wait_for(lambda: unfinished(folder))
        three.send_signal(signal.SIGINT)
        three.communicate(timeout=60)
        assert three.returncode == 1 and not (folder / "r").exists() and unfinished(folder) == []
        four = started("restore", "--verify", backup, "--json")
        wait_for(lambda: bytes_read(four) > 5_000_000)  # of sixty million
        four.send_signal(signal.SIGINT)
        out, _ = four.communicate(timeout=60)
        assert four.returncode == 1 and out == "", (four.returncode, out)
        refused("backup", data / "inside", data=data, says="outside the profile")


def at_the_prompt(*words, how):
    """Runs it on a terminal of its own, stops it at the prompt, and says how it ended and whether the terminal shows again what is typed."""
    import termios
    child, terminal = pty.fork()
    if child == 0:
        os.execv(PROGRAM, [str(PROGRAM), *map(str, words)])
    said = b""
    try:
        while b"Passphrase" not in said:
            ready, _, _ = select.select([terminal], [], [], 30)
            assert ready, said
            said += os.read(terminal, 1000)
        wait_for(lambda: not termios.tcgetattr(terminal)[3] & termios.ECHO)
        if how == "^C":
            os.write(terminal, b"\x03")
        else:
            os.kill(child, how)
        for _ in range(3000):
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status), bool(termios.tcgetattr(terminal)[3] & termios.ECHO)
            time.sleep(0.01)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise AssertionError("it went on asking")
    finally:
        os.close(terminal)


def test_the_passphrase_prompt_can_be_left():
    with Folder() as folder:
        secret = folder / "secret"
        secret.write_text("  blanks at both ends \n")
        ask("new", "--district", "demo", "--passphrase-file", secret, data=folder / "d")
        trimmed = folder / "trimmed"
        trimmed.write_text("blanks at both ends\n")
        refused("stats", "--passphrase-file", trimmed, data=folder / "d", says="key")
        assert ask("stats", "--passphrase-file", secret, data=folder / "d")["cases"] == 0
        for how in ("^C", signal.SIGINT, signal.SIGTERM):
            assert at_the_prompt("stats", "--data", folder / "d", how=how) == (1, True), how


def test_verify_always_answers():
    with Folder() as folder:
        data = worked(folder / "d")
        whole = folder / "whole"
        shutil.copytree(data, whole)

        def broken(change):
            shutil.rmtree(data)
            shutil.copytree(whole, data)
            change()
            done = call("verify", "--json", data=data)
            assert done.status == 1 and not done.json["ok"] and done.json["problems"], (done.status, done.err)
            return " ".join(done.json["problems"])

        def flip(name):
            content = bytearray((data / name).read_bytes())
            content[len(content) // 2] ^= 1
            (data / name).write_bytes(content)

        for name in ("log.db", "outbox.db", "store.db"):
            said = broken(lambda: flip(name))
            assert name in said and ("may be deleted" in said) == (name == "store.db"), said
        (whole / "desk.db").write_bytes((whole / "outbox.db").read_bytes())
        assert "desk.db" in broken(lambda: None)
        (whole / "desk.db").unlink()
        for name in ("keys.json", "profile.json"):
            assert broken(lambda: (data / name).write_text("{"))


def test_evidence_that_is_gone_is_missed():
    with Folder() as folder:
        data = worked(folder / "d")
        photo = folder / "photo.png"
        photo.write_bytes(b"what was there")
        ask("case", "apply", "report", "--as", "a001", "--set", "source=patrol", "--set", "text=井盖", "--set", "address=枫津路12号", "--evidence", f"{photo}:before", data=data)
        assert ask("verify", data=data)["ok"]
        blob, = [path for path in (data / "blobs").rglob("*") if path.is_file()]
        blob.unlink()
        found = call("verify", "--json", data=data)
        named = hashlib.sha256(b"what was there").hexdigest()
        assert found.status == 1 and any(named in problem and "is not in the profile" in problem for problem in found.json["problems"]), found.out


def test_a_backup_that_lost_a_file_answers():
    with Folder() as folder:
        data = worked(folder / "d")
        ask("backup", folder / "b", data=data)
        for name in ("log.db", "outbox.db", "keys.json", "profile.json", "device.key"):
            bad = folder / "bad"
            shutil.copytree(folder / "b", bad)
            (bad / name).unlink()
            done = call("restore", "--verify", bad, "--json")
            if name == "device.key":  # then it looks like one with a passphrase
                assert done.status == 1
            else:
                assert done.status == 1 and done.json["ok"] is False and name.split(".")[0] in " ".join(done.json["problems"]), (name, done.out, done.err)
            shutil.rmtree(bad)
        bad = folder / "b"
        manifest = json.loads((bad / "manifest.json").read_text())
        manifest["version"] = 1
        del manifest["seal"]
        (bad / "manifest.json").write_text(json.dumps(manifest, separators=(",", ":"), sort_keys=True) + "\n")
        done = call("restore", "--verify", bad, "--json")
        assert done.status == 1 and "seal" in done.json["problems"][0], done.out
        refused("restore", bad, data=folder / "never", says="seal")
        assert not (folder / "never").exists()


main([test_a_new_profile_is_there_whole_or_not_at_all, test_files_of_a_profile_are_for_its_owner, test_a_stopped_backup_leaves_nothing, test_the_passphrase_prompt_can_be_left,
      test_verify_always_answers, test_evidence_that_is_gone_is_missed, test_a_backup_that_lost_a_file_answers])
