# SPDX-License-Identifier: GPL-3.0-or-later
"""A real platform process on loopback for the end-to-end tests: started, asked, stopped, killed."""
import json
import pathlib
import signal
import subprocess
import sys

PLATFORM = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
del sys.argv[2:3]  # what remains is for gridctl.py


def administer(data, *words, status=0):
    """One command of the administrator; its JSON object."""
    done = subprocess.run([str(PLATFORM), "--data", str(data), *map(str, words)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == status, f"griddesk-platform {' '.join(map(str, words))}: exit {done.returncode}: {done.stderr}"
    return json.loads(done.stdout) if status == 0 else done.stderr


class Platform:
    """Serves a folder as long as the with-block lasts; a free port unless one is named."""

    def __init__(self, data, port=0):
        self.data, self.port = data, port

    def __enter__(self):
        self.process = subprocess.Popen([str(PLATFORM), "--data", str(self.data), "--listen", f"127.0.0.1:{self.port}"], stdout=subprocess.PIPE,
                                        stderr=open(self.data / "log", "ab"), text=True)
        line = self.process.stdout.readline()
        assert line, f"the platform did not start: {(self.data / 'log').read_text()[-500:]}"
        self.address = "http://" + json.loads(line)["listening"]
        return self

    def kill(self):
        self.process.kill()
        self.process.wait()

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                status = self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()
                raise
            assert status == 0, f"the platform ended with {status}: {(self.data / 'log').read_text()[-500:]}"
