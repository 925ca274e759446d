"""One child process, from its start to its end, as its parent sees it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import BinaryIO, cast

from orchestrator_tray.adapters.embedder.frames import FAILED, TEXTS, read_frame, write_frame
from orchestrator_tray.adapters.embedder.model import DEFAULT_MODEL, MAX_CHARACTERS
from orchestrator_tray.errors import ModelError

_LOAD_SECONDS = 60.0
_DOWNLOAD_SECONDS = 3_600.0
"""For a model that may have to be downloaded first."""
_ANSWER_SECONDS = 60.0
_END_SECONDS = 5.0
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Child:
    """A child that loads the model, then embeds. Errors are ModelErrors; after one only `end` is left."""

    def __init__(self, model: str, cache_dir: Path) -> None:
        """Start it, without waiting until it has loaded."""
        self._model = model
        self._dimension = 0
        self._has_timed_out = False
        try:
            self._process = subprocess.Popen(
                [*child_command(model), str(cache_dir)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if sys.stderr else subprocess.DEVNULL,
                env=_child_environment(),
                start_new_session=True,  # Ctrl-C in a terminal is for the parent
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise ModelError(model, f"its process cannot be started ({error.strerror})") from error
        self._requests = cast("BinaryIO", self._process.stdin)
        self._replies = cast("BinaryIO", self._process.stdout)

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def wait_ready(self) -> int:
        """Wait until the model is loaded, and return its dimension."""
        if not self._dimension:
            seconds = _LOAD_SECONDS if self._model == DEFAULT_MODEL else _DOWNLOAD_SECONDS
            self._dimension = int(json.loads(self._receive(seconds))["dimension"])
        return self._dimension

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        """Return the vectors of a few texts."""
        clean = [_LONE_SURROGATE.sub("\ufffd", text[:MAX_CHARACTERS]) for text in texts]
        with suppress(OSError):  # a child that has gone is noticed where its answer is read
            write_frame(self._requests, TEXTS, json.dumps(clean).encode())
        size = 4 * self.wait_ready()
        body = self._receive(_ANSWER_SECONDS)
        return [body[start : start + size] for start in range(0, len(body), size)]

    def _receive(self, seconds: float) -> bytes:
        watchdog = Timer(seconds, self._time_out)
        watchdog.start()
        try:
            kind, body = read_frame(self._replies)
        except (EOFError, OSError, ValueError) as error:  # ValueError: ended by another thread meanwhile
            raise ModelError(self._model, self._end_reason(seconds)) from error
        finally:
            watchdog.cancel()
        if kind == FAILED:
            raise ModelError(self._model, **json.loads(body))
        return body

    def _time_out(self) -> None:
        self._has_timed_out = True
        self._process.kill()

    def _end_reason(self, seconds: float) -> str:
        if self._has_timed_out:
            return f"gave no answer within {seconds:.0f} s"
        with suppress(subprocess.TimeoutExpired):
            return f"its process ended (exit code {self._process.wait(_END_SECONDS)})"
        return "its process does not answer"

    def end(self) -> None:
        """Kill it, whatever it is doing, and wait until it has gone."""
        self._process.kill()
        with suppress(OSError):  # what it did not read any more
            self._requests.close()
        self._process.wait()
        self._replies.close()


def child_command(model: str) -> list[str]:
    """Return the command that starts a child, without its last argument, the folder for downloads."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--embedder-child", model]
    return [sys.executable, "-P", "-m", "orchestrator_tray.adapters.embedder", model]


def _child_environment() -> dict[str, str]:
    """Return our environment, in which the child finds the same modules as we do."""
    path = os.pathsep.join(map(os.path.abspath, sys.path))  # "" is the current folder
    return {**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "ignore"}
