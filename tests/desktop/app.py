"""The tray app as its users have it: a process of its own, between a CBOS server and a desktop."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.demo.scenario import (
    NOT_OFFERED,
    Hold,
    Prompt,
    Step,
    ask_several,
    init,
    question,
    result,
    say,
    tool_result,
)
from orchestrator_tray.demo.standin import StandIn
from orchestrator_tray.memory import Memory
from tests.support.embedding import HashEmbedder

PROJECT = "/home/me/shop"
QUESTION = "Which database should I use?"
LABELS = ("PostgreSQL", "SQLite")
CHECKS = "Which checks should run before a merge?"
PATIENCE = 40.0
"""Seconds; the first question waits until the model is loaded."""

PROGRAM = ("-W", "default", "-m", "orchestrator_tray")
ROOT = Path(__file__).parents[2]
CONFIGURATION = """\
# what I like
notify = true   # of course
unknown = "kept"
"""


class Turns:
    """A Claude that asks at "go"; with "go TEXT" it asks that; with "both" two questions; else it is done."""

    def __init__(self) -> None:
        self.may_end = asyncio.Event()
        """Clear it, and a run that has asked goes on until it is set."""
        self.may_start = asyncio.Event()
        """Clear it, and a run that asks nothing hangs before its first line."""
        self.may_end.set()
        self.may_start.set()

    def __call__(self, prompt: Prompt) -> Iterable[Step]:
        word, _, text = prompt.text.partition(" ")
        if word not in {"go", "both"}:
            yield Hold(self.may_start)
        yield init()
        if word in {"go", "both"}:
            one = question(text or QUESTION, "DB", LABELS)
            several = question(CHECKS, "Checks", ("Tests", "Linter", "Types"), multi_select=True)
            call = ask_several(one, *([several] if word == "both" else []))
            yield call
            yield tool_result(call, NOT_OFFERED, is_error=True)
            yield Hold(self.may_end)
        else:
            yield say("Done.")
        yield result()


def know(data_dir: Path, answer: str = "SQLite", *, age: float = 0) -> None:
    """A person answered the question so, some days ago."""
    part = Part(QUESTION, "DB", tuple(map(Option, LABELS)))
    asked_at = datetime.now(UTC) - timedelta(days=age)
    question = Question("S:old", "S", (part,), asked_at, tool_use_id=f"old-{age}", project=PROJECT)
    with Database.open(data_dir / "patterns.db") as database:
        Memory(database, HashEmbedder()).teach(question, {0: answer})


def hours_around_now() -> str:
    """Return quiet hours that hold now and for some time."""
    now = datetime.now().astimezone()
    return f"{now - timedelta(hours=1):%H:%M}-{now + timedelta(hours=1):%H:%M}"


class App:
    """`orchestrator-tray` in a desktop; `stop` it, or let it be quit."""

    def __init__(self, desktop, data_dir: Path, server: StandIn) -> None:
        self._desktop = desktop
        self._server = server
        self.data_dir = data_dir
        self.temporary = desktop.folder / "tmp"
        self.temporary.mkdir(exist_ok=True)
        desktop.environ["TMPDIR"] = str(self.temporary)
        if "url = " not in self.settings():
            desktop.environ["ORCHESTRATOR_TRAY_URL"] = server.url
        self.process = desktop.start(*command(data_dir), name="app", cwd=ROOT)

    def settings(self) -> str:
        """Return the text of its settings file."""
        file = self.data_dir / "config.toml"
        return file.read_text() if file.exists() else ""

    def log(self) -> str:
        """Return what it said on stderr."""
        return self._desktop.log("app")

    async def logs(self, text: str) -> None:
        await eventually(lambda: text in self.log(), f"{text!r} in {self.log()!r}")

    async def connects(self) -> None:
        await eventually(lambda: self._server._clients or self.process.poll() is not None, "a connection")
        assert self.process.poll() is None, self.log()

    def history(self) -> list[dict]:
        """Return what the command of that name tells, the latest first."""
        return json.loads(run(self._desktop, self.data_dir, "history", "--json").stdout)

    async def until_history(self, **fields: object) -> dict:
        """Wait until the latest question has these fields."""

        def found():
            latest = (self.history() or [{}])[0]
            return latest if latest.items() >= fields.items() else None

        return await eventually(found, f"a question with {fields}")

    def children(self) -> list[int]:
        """Return the processes that it has started."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(number) for each in tasks for number in each.read_text().split()]

    async def ended(self) -> tuple[int, float]:
        """Wait for its end; return the exit code and how many seconds it took."""
        begun = time.monotonic()
        code = await asyncio.to_thread(self.process.wait, PATIENCE)
        return code, time.monotonic() - begun

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """End it with a signal; nothing may be left behind, and nothing have gone wrong unseen."""
        children = self.children()
        self.process.send_signal(number)
        code, _ = await self.ended()
        self.leaves_nothing(children)
        return code

    def leaves_nothing(self, children: Iterable[int] = ()) -> None:
        assert "Traceback" not in self.log(), self.log()
        assert "Warning:" not in self.log(), self.log()  # Python's own, such as of a file left open
        assert [*self.temporary.iterdir()] == []
        assert [number for number in children if Path(f"/proc/{number}").exists()] == []


def command(data_dir: Path, *arguments: str) -> list[str]:
    return [
        sys.executable,
        "-W",
        "default",
        "-m",
        "orchestrator_tray",
        "--data-dir",
        str(data_dir),
        *arguments,
    ]


def run(desktop, data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run another command, or start the tray again, to its end."""
    return subprocess.run(
        command(data_dir, *arguments),
        env=os.environ | desktop.environ,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


async def eventually(condition, what="the condition"):
    """Return the first true value of a function, which may take a moment; fail after a while."""
    deadline = time.monotonic() + PATIENCE
    while not (value := await asyncio.to_thread(condition)):
        assert time.monotonic() < deadline, f"{what} did not come within {PATIENCE} s"
        await asyncio.sleep(0.02)
    return value
