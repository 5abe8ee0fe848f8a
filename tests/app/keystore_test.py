# SPDX-License-Identifier: GPL-3.0-or-later
"""Profiles opened by a real key store: a GNOME keyring on a message bus of its own. Usage: keystore_test.py GRIDDESK GRIDCTL

Everything runs in a scratch home; the bus starts no services, so nothing of the machine's own session is met. What is started here
is ended here, by its process id.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

DESK, CTL = sys.argv[1:3]
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""

for program, package in (("dbus-daemon", "dbus-daemon"), ("gnome-keyring-daemon", "gnome-keyring")):
    if shutil.which(program) is None:
        sys.exit(f"keystore_test: {program} is missing; install the package {package} (see resources/environment/packages.txt)")


class Started:
    """A child process that ends with its block."""

    def __init__(self, *words, env, text=None):
        self.child = subprocess.Popen(list(map(str, words)), env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if text is not None:
            self.child.stdin.write(text)
            self.child.stdin.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.child.terminate()
        try:
            self.child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
        self.child.stdout.close()


class Home:
    def __init__(self, folder):
        self.folder = folder
        self.run = folder / "run"
        self.run.mkdir(mode=0o700)
        self.data = folder / "profile"
        self.env = {name: value for name, value in os.environ.items()
                    if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "GNOME_KEYRING_CONTROL", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION")}
        self.env.update(HOME=str(folder), XDG_RUNTIME_DIR=str(self.run), XDG_DATA_HOME=str(folder / "share"), XDG_CONFIG_HOME=str(folder / "config"),
                        XDG_CACHE_HOME=str(folder / "cache"))

    def secret(self, name, text):
        file = self.folder / name
        file.write_text(text + "\n", encoding="utf-8")
        return file

    def call(self, *words, data=None):
        return subprocess.run([CTL, *map(str, words), "--json", "--data", str(data or self.data)], env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=120, check=False)

    def ask(self, *words):
        done = self.call(*words)
        assert done.returncode == 0, (words, done.returncode, done.stderr)
        return json.loads(done.stdout)

    def desk(self):
        return subprocess.run([DESK, "--self-test", "--language", "en", "--data", str(self.data)], env=self.env, capture_output=True, text=True, timeout=120, check=False)

    def bus(self):
        config = self.folder / "bus.conf"
        config.write_text(BUS.format(folder=self.run))
        bus = Started("dbus-daemon", "--nofork", "--print-address=1", f"--config-file={config}", env=self.env)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.child.stdout.readline().strip()
        assert self.env["DBUS_SESSION_BUS_ADDRESS"].startswith("unix:"), "the message bus did not start"
        return bus

    def keyring(self, unlocked=True):
        """The daemon; it is there when the key store answers."""
        words = ["gnome-keyring-daemon", "--foreground", "--components=secrets", f"--control-directory={self.run}/keyring"]
        daemon = Started(*words, *(["--unlock"] if unlocked else []), env=self.env, text="keyring word\n" if unlocked else None)
        until = time.monotonic() + 60
        while not self.ask("profile", "keystore", "show")["answers"]:
            assert daemon.child.poll() is None, f"gnome-keyring-daemon ended with {daemon.child.returncode}"
            assert time.monotonic() < until, "gnome-keyring-daemon did not answer within a minute"
        return daemon


def falls_back(home, passphrase):
    """Without the key store the passphrase is wanted, that is said, and it still opens."""
    done = home.call("stats")
    assert done.returncode == 1 and "key store" in done.stderr and "passphrase" in done.stderr, (done.returncode, done.stderr)
    assert home.desk().returncode == 1
    assert home.ask("stats", "--passphrase-file", passphrase)["cases"] == 0


with tempfile.TemporaryDirectory(prefix="griddesk-keystore-") as name:
    home = Home(pathlib.Path(name))
    passphrase, other = home.secret("passphrase", "正确的口令"), home.secret("other", "另一个口令")
    home.ask("new", "--district", "boston", "--passphrase-file", passphrase)
    keys = home.data / "keys.json"
    plain = keys.read_bytes()

    # No bus at all.
    shown = home.ask("profile", "keystore", "show")
    assert shown == {"passphrase": True, "remembered": False, "answers": False, "opens": False, "problem": "unavailable", "detail": shown["detail"]}, shown
    with home.bus():
        # A bus without a key store.
        assert home.ask("profile", "keystore", "show")["problem"] == "unavailable"
        done = home.call("profile", "keystore", "add", "--passphrase-file", passphrase)
        assert done.returncode == 1 and "key store" in done.stderr and done.stdout == "", (done.returncode, done.stderr)
        assert keys.read_bytes() == plain

        with home.keyring():
            assert home.call("stats").returncode == 1, "nothing was remembered yet"
            assert home.ask("profile", "keystore", "add", "--passphrase-file", passphrase) == {"remembered": True}
            remembered = keys.read_bytes()
            assert json.loads(remembered)["version"] == 2
            shown = home.ask("profile", "keystore", "show")
            assert shown["opens"] and shown["problem"] is None, shown
            assert home.ask("stats")["cases"] == 0, "opened without a passphrase"
            done = home.desk()
            assert done.returncode == 0, (done.returncode, done.stderr)
            copy = home.folder / "copy"
            done = home.call("backup", copy)
            assert done.returncode == 0, done.stderr
            done = home.call("restore", "--verify", copy)
            assert done.returncode == 0, (done.stdout, done.stderr)
        falls_back(home, passphrase)

        # Another session: locked until somebody unlocks it, and nobody does.
        with home.keyring(unlocked=False):
            assert home.ask("profile", "keystore", "show")["opens"] is False
            falls_back(home, passphrase)
            assert keys.read_bytes() == remembered, "a locked store is no reason to forget"

        with home.keyring():
            assert home.ask("stats")["cases"] == 0
            # Forgetting takes the key out of the store too: the old key file does not bring it back.
            assert home.ask("profile", "keystore", "remove") == {"was": True, "left": None}
            assert keys.read_bytes() == plain
            keys.write_bytes(remembered)
            assert home.ask("profile", "keystore", "show")["problem"] == "missing"
            falls_back(home, passphrase)
            keys.write_bytes(plain)
            assert home.ask("profile", "keystore", "remove") == {"was": False, "left": None}
            # So does another passphrase.
            home.ask("profile", "keystore", "add", "--passphrase-file", passphrase)
            remembered = keys.read_bytes()
            assert home.ask("profile", "passphrase", "--new-passphrase-file", other)["was"] is True
            assert home.call("stats", "--passphrase-file", passphrase).returncode == 1
            assert home.ask("stats", "--passphrase-file", other)["cases"] == 0
            assert home.call("stats").returncode == 1
print("ok")
