"""The command line as a test calls it: in the test's own process, or as a program of its own."""

import io
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from orchestrator_tray import cli
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import Option

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
_KEYS = count()


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Commands:
    """Runs commands on one data folder, in this process."""

    data_dir: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Outcome:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            code = cli.run(["--data-dir", str(self.data_dir), *arguments])
        return Outcome(code, *self.capsys.readouterr())

    def run(self, *arguments: str | bytes, stdin: bytes = b"", **options: Any) -> Outcome:
        """Run the program itself, in a process of its own."""
        return run_program("--data-dir", str(self.data_dir), *arguments, stdin=stdin, **options)


def run_program(*arguments: str | bytes, stdin: bytes = b"", **options: Any) -> Outcome:
    """Run the program itself to its end, with these bytes on stdin."""
    done = subprocess.run(
        [sys.executable, "-m", "orchestrator_tray", *arguments],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        **options,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def pattern(question: str, answer: str, *labels: str, minutes: int = 0, **fields: Any) -> DecisionPattern:
    """Return an answer given some minutes after noon."""
    options = tuple(Option(label) for label in labels)
    at = NOON + timedelta(minutes=minutes)
    return DecisionPattern(question, answer, options=options, timestamp=at, **fields)


def stored(data_dir: Path, patterns: Sequence[DecisionPattern]) -> list[str]:
    """Put answers into the database of a data folder, without vectors; return their ids."""
    with Database.open(data_dir / "patterns.db") as database:
        return database.remember([Remembered(one, f"key-{next(_KEYS)}") for one in patterns])
