"""Learns from Claude Code's history while the tray runs: in a process of its own, which may be heavy."""

import asyncio
import json
import logging
import subprocess
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from orchestrator_tray.core.menu import History
from orchestrator_tray.errors import TrayError

LOOK_SECONDS = 1.0
"""Between two looks at how much has been learned."""
_END_SECONDS = 1.0

_log = logging.getLogger(__name__)


def is_there(projects: Path) -> bool:
    """Tell whether a folder holds transcripts of Claude Code."""
    with suppress(OSError):
        return any(projects.glob("*/*.jsonl"))
    return False


class Learning:
    """Runs the import when it is wanted; `state` is what the menu says of it. Used on one loop."""

    def __init__(
        self,
        command: Sequence[str],
        count: Callable[[], Awaitable[int]],
        changed: Callable[[History], None],
    ) -> None:
        """`command` is the import with --json; `count` tells how many answers are remembered."""
        self._command = command
        self._count = count
        self._changed = changed
        self._wanted = asyncio.Event()
        self.state = History()

    def offer(self) -> None:
        self._tell(History("offered"))

    def start(self) -> None:
        """Have it run; while it does, nothing happens."""
        self._wanted.set()

    async def run(self) -> None:
        """Import whenever it is wanted, until cancelled."""
        while True:
            await self._wanted.wait()
            try:
                self._tell(History("learned", await self._import()))
            except (TrayError, OSError) as error:
                _log.warning("%s", error)
                self._tell(History("offered", problem=str(error)))
            self._wanted.clear()

    async def _import(self) -> int:
        """Return how many answers are new. Raises TrayError, OSError."""
        before = await self._count()
        self._tell(History("running"))
        with _process(self._command) as process:
            ending = asyncio.get_running_loop().run_in_executor(None, process.communicate)
            while not (await asyncio.wait([ending], timeout=LOOK_SECONDS))[0]:
                self._tell(History("running", max(0, await self._count() - before)))
            out, err = await ending
        if process.returncode:
            raise TrayError(_last_line(err) or f"the import ended with code {process.returncode}")
        return _learned(out)

    def _tell(self, state: History) -> None:
        if state != self.state:
            self.state = state
            self._changed(state)


@contextmanager
def _process(command: Sequence[str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Yield the running command; it ends with the block: what it has stored is stored."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C in a terminal is for us
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_END_SECONDS)
        process.kill()


def _learned(out: bytes) -> int:
    try:
        report: dict[str, Any] = json.loads(out)
        return int(report["learned"])
    except (ValueError, LookupError, TypeError):
        raise TrayError("the import did not say what it has learned") from None


def _last_line(text: bytes) -> str:
    lines = text.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
