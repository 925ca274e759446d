"""What rings on the loop: the core's timers, and the quiet hours."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Final

from orchestrator_tray.core.events import TimerName
from orchestrator_tray.core.settings import is_quiet, seconds_to_change

_LONGEST_LOOK: Final = 3600.0
"""Seconds between two looks at the clock on the wall, at most: clocks jump."""


class Timers:
    """One timer for each name and key; starting it anew replaces it."""

    def __init__(self, ring: Callable[[TimerName, str], None]) -> None:
        self._ring = ring
        self._handles: dict[tuple[TimerName, str], asyncio.TimerHandle] = {}

    def start(self, name: TimerName, key: str, delay: float) -> None:
        self.cancel(name, key)
        loop = asyncio.get_running_loop()
        self._handles[name, key] = loop.call_later(delay, self._fire, name, key)

    def cancel(self, name: TimerName, key: str) -> None:
        handle = self._handles.pop((name, key), None)
        if handle is not None:
            handle.cancel()

    def stop(self) -> None:
        for handle in self._handles.values():
            handle.cancel()

    def _fire(self, name: TimerName, key: str) -> None:
        self._handles.pop((name, key), None)
        self._ring(name, key)


class QuietHours:
    """Tells when the quiet hours of the settings begin and end, by the local time."""

    def __init__(self, changed: Callable[[bool], None]) -> None:
        self._changed = changed
        self._hours = ""
        self._is_quiet = False
        self._next: asyncio.TimerHandle | None = None

    def watch(self, hours: str) -> None:
        """Keep to these hours from now on."""
        if hours != self._hours:
            self._hours = hours
            self._look()

    def stop(self) -> None:
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def _look(self) -> None:
        self.stop()
        local = datetime.now().astimezone().time()
        quiet = is_quiet(self._hours, local)
        if quiet != self._is_quiet:
            self._is_quiet = quiet
            self._changed(quiet)
        if self._hours:
            delay = min(seconds_to_change(self._hours, local), _LONGEST_LOOK)
            self._next = asyncio.get_running_loop().call_later(delay, self._look)
