"""The frozen program, started as its users do: with a home and a temporary folder of its own."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
FOLDER = DIST / "orchestrator-tray-folder"
NAME = "orchestrator-tray.exe" if sys.platform == "win32" else "orchestrator-tray"
SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
PATIENCE = 60.0
_INTERRUPTIBLE = None if sys.platform == "win32" else partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
"""Whoever started the tests in the background let them, and all that they start, ignore Ctrl-C."""

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Linux's way of doing it")


def need(condition: object, what: str) -> None:
    """Skip the test where something is missing; in CI that is a failure."""
    if not condition and os.environ.get("CI") == "true":
        pytest.fail(f"missing here: {what}")
    if not condition:
        pytest.skip(f"missing here: {what}")


def until(condition, what: str):
    """Return the first true value of a condition; fail after a while."""
    deadline = time.monotonic() + PATIENCE
    while not (value := condition()):
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not come within {PATIENCE} s")
        time.sleep(0.02)
    return value


@dataclass(frozen=True)
class Program:
    """One copy of the program, and where it finds everything."""

    file: Path
    home: Path
    temporary: Path

    @property
    def environment(self) -> dict[str, str]:
        return {
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "PATH": f"{self.home}/.local/bin:{SYSTEM_PATH}",
            "LANG": "C.UTF-8",
        }

    def __call__(
        self, *arguments: str, file: Path | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        return subprocess.run(
            [str(file or self.file), *arguments],
            env=self.environment,
            cwd=self.home,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def start(self, *arguments: str, file: Path | None = None, **variables: str) -> subprocess.Popen[str]:
        """Start it as the leader of a group of processes, as a shell does. Ctrl-C ends it."""
        return subprocess.Popen(
            [str(file or self.file), *arguments],
            env=self.environment | variables,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=_INTERRUPTIBLE,  # noqa: PLW1509  # no other thread runs here
        )

    def unpacked(self) -> list[Path]:
        """Return the folders into which it has unpacked itself."""
        return sorted(self.temporary.glob("_MEI*"))
