# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and folders somebody may not read or write: named in a sentence, nothing written. Run as an ordinary user (asanybody.py)."""
import os
import shutil

from gridctl import SOURCE, Folder, ask, call, main, refused

PROFILES = SOURCE / "resources" / "profiles"


def shut(path, mode=0):
    path.chmod(mode)
    return path


def test_input_that_may_not_be_read():
    with Folder() as folder:
        data = folder / "d"
        ask("new", "--district", "demo", data=data)
        before = ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data)
        file = folder / "secret"
        file.write_text("[]")
        shut(file)
        inner = folder / "room"
        inner.mkdir()
        (inner / "file").write_text("[]")
        shut(inner)
        for what in ("cases", "areas", "calendar", "categories", "units", "duty"):
            more = ("--profile", "boston311") if what == "cases" else ()
            refused("import", what, file, *more, data=data, says="secret")
            refused("import", what, inner / "file", *more, data=data, says="room")
        (folder / "c.csv").write_text("a,b\n")
        refused("import", "cases", folder / "c.csv", "--profile", file, data=data, says="secret")
        refused("deadline", "2026-03-02 09:00", "2wd", "--calendar", file, says="secret")
        refused("stats", "--passphrase-file", file, data=data, says="secret")
        refused("new", "--district", file, data=folder / "n", says="secret")
        assert not (folder / "n").exists()
        assert ask("stats", "--as-of", "2100-01-01T00:00:00Z", data=data) == before


def test_places_that_may_not_be_written():
    with Folder() as folder:
        data, room = folder / "d", folder / "room"
        ask("new", "--district", "demo", data=data)
        room.mkdir()
        shut(room, 0o500)
        refused("new", "--district", "demo", data=room / "d", says="room")
        refused("export", "cases", room / "out.csv", data=data, says="room")
        refused("backup", room / "b", data=data, says="room")
        ask("backup", folder / "b", data=data)
        refused("restore", folder / "b", data=room / "d", says="room")
        assert list(room.iterdir()) == []


def test_a_profile_whose_files_are_shut():
    with Folder() as folder:
        whole, broken = folder / "d", folder / "broken"
        ask("new", "--district", "demo", data=whole)
        for name in sorted(p.name for p in whole.iterdir() if p.is_file()):
            shutil.rmtree(broken, ignore_errors=True)
            shutil.copytree(whole, broken)
            shut(broken / name)
            line = refused("stats", data=broken)
            assert name in line or str(broken) in line, (name, line)
            checked = call("verify", data=broken)
            assert checked.status == 1, (name, checked.status, checked.out, checked.err)
            shut(broken / name, 0o600)
            assert ask("verify", data=broken)["ok"], name
        shut(broken)
        refused("stats", data=broken, says="broken")
        shut(broken, 0o700)
        assert ask("verify", data=broken)["ok"]


assert os.geteuid() != 0, "to root every file is open: run it through tests/support/asanybody.py"
main([test_input_that_may_not_be_read, test_places_that_may_not_be_written, test_a_profile_whose_files_are_shut])
