"""A progress bar on stderr, where that is a terminal; nowhere else."""

import sys
from time import monotonic
from types import TracebackType
from typing import Self, TextIO

from orchestrator_tray.cli.table import terminal_width

_WIDTH = 30
_EVERY = 0.1
"""Seconds between two pictures of it."""
_FORETOLD_AFTER = 2.0


class Bar:
    """Shows how far something has come, and about how long it still takes; gone when the block ends."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = label
        self._stream = stream or sys.stderr
        self._is_shown = self._stream is not None and self._stream.isatty()
        self._start = monotonic()
        self._next = 0.0

    def advance(self, done: int, total: int) -> None:
        """Show that so much of all is done."""
        now = monotonic()
        if self._is_shown and now >= self._next:
            self._next = now + _EVERY
            self._draw(bar_line(self._label, done, total, seconds=now - self._start))

    def _draw(self, line: str) -> None:
        width = terminal_width() - 1
        self._stream.write(f"\r{line[:width]:{width}}")
        self._stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_shown:
            self._draw("")
            self._stream.write("\r")
            self._stream.flush()


def bar_line(label: str, done: int, total: int, *, seconds: float) -> str:
    """Return one picture of the bar, after so many seconds of work."""
    share = min(1.0, done / total) if total else 1.0
    full = int(share * _WIDTH)
    left = f"  {_duration(seconds / share - seconds)} left" if seconds > _FORETOLD_AFTER and share > 0 else ""
    return f"{label}  [{'#' * full}{'-' * (_WIDTH - full)}] {int(share * 100):3}%{left}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
