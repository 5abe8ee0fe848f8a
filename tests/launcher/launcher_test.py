# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the launcher builds: only on Debian 13 or newer itself, everywhere else in a root of its own."""
import os
import pathlib
import subprocess
import sys
import tempfile

DESK = sys.argv[1]
UBUNTU = 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n'
DEBIAN = 'PRETTY_NAME="Debian GNU/Linux"\nNAME="Debian GNU/Linux"\nID=debian\n'

# os-release, debian_version, what follows
MACHINES = {
    "Debian 13": (DEBIAN, "13.1\n", "native"), "Debian 14": (DEBIAN, "14.0\n", "native"), "Debian 13 while it was testing": (DEBIAN, "trixie/sid\n", "native"),
    "Debian unstable": (DEBIAN, "forky/sid\n", "native"), "Debian in quotes": ('ID="debian"\n', "13.0\n", "native"),
    "Debian 12": (DEBIAN, "12.11\n", "root"), "Debian 12 while it was testing": (DEBIAN, "bookworm/sid\n", "root"), "Debian without a number": (DEBIAN, "\n", "root"),
    "Ubuntu 24.04": (UBUNTU, "trixie/sid\n", "root"), "Ubuntu 22.04": (UBUNTU.replace("24.04", "22.04"), "bookworm/sid\n", "root"),
    "Mint": ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", "trixie/sid\n", "root"), "Kali": ("ID=kali\nID_LIKE=debian\n", "kali-rolling\n", "root"),
    "Fedora": ("ID=fedora\n", None, "root"), "Debian without its version": (DEBIAN, None, "root"), "nothing at all": (None, None, "root"), "version only": (None, "13.1\n", "root"),
}

failed = 0
for name, (release, version, expected) in MACHINES.items():
    with tempfile.TemporaryDirectory(prefix="griddesk-launcher-") as folder:
        for file, text in (("os-release", release), ("debian_version", version)):
            if text is not None:
                pathlib.Path(folder, file).write_text(text, encoding="utf-8")
        done = subprocess.run([DESK, "environment"], env={**os.environ, "GRIDDESK_ETC": folder}, capture_output=True, text=True, check=False)
        right = done.returncode == 0 and done.stdout == expected + "\n"
        failed += not right
        print(f"{'ok   ' if right else 'FAIL '} {name}: {done.stdout.strip()} {done.stderr.strip()}")
sys.exit(1 if failed else 0)
