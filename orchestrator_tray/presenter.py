"""Keeps the desktop in step with the state: shows the notices that are new, withdraws those that are gone.

Several states in quick succession are one change. Lives on the loop; the tray is repainted by its own thread.
"""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol

from orchestrator_tray.core.notices import notices
from orchestrator_tray.core.state import State
from orchestrator_tray.core.view import NotificationContent

SETTLE_SECONDS = 0.05
"""A burst of frames changes the state many times; nobody can see more than the last."""

CLOSE_SECONDS = 0.5
"""A daemon that hangs must not hold up the end, which has two seconds for everything."""


class Shown(Protocol):
    """Whether a notification was taken."""

    @property
    def ok(self) -> bool: ...
    @property
    def reason(self) -> str: ...


class Notifier(Protocol):
    """Native notifications."""

    async def start(self) -> None: ...
    async def show(self, content: NotificationContent) -> Shown: ...
    async def withdraw(self, key: str) -> None: ...
    async def close(self) -> None: ...


class Presenter:
    """Shows what the state says should be seen. All of it belongs to the loop."""

    def __init__(
        self, notifier: Notifier | None, paint: Callable[[State], None], complain: Callable[[str], None]
    ) -> None:
        """`paint` paints the tray; `complain` is told once why notifications are not shown."""
        self._notifier = notifier
        self._paint = paint
        self._complain = complain
        self._news = asyncio.Event()
        self._state: State | None = None
        self._told: dict[str, NotificationContent] = {}
        self._shown: dict[str, NotificationContent] = {}
        self._trouble = ""

    def update(self, state: State) -> None:
        self._state = state
        self._news.set()

    def tell(self, content: NotificationContent) -> None:
        """Show this beside what the state says, also once more, until it is retracted."""
        self._told[content.key] = content
        self._shown.pop(content.key, None)
        self._news.set()

    def retract(self, key: str) -> None:
        self._told.pop(key, None)
        self._news.set()

    async def run(self) -> None:
        """Follow the state until cancelled; then take everything off the screen."""
        if self._notifier is not None:
            await self._notifier.start()
        try:
            while True:
                await self._news.wait()
                await asyncio.sleep(SETTLE_SECONDS)
                self._news.clear()
                if self._state is not None:
                    self._paint(self._state)
                    await self._show((*notices(self._state, now=datetime.now(UTC)), *self._told.values()))
        finally:
            if self._notifier is not None:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(CLOSE_SECONDS):
                        await self._notifier.close()

    async def _show(self, wanted: tuple[NotificationContent, ...]) -> None:
        if self._notifier is None:
            return
        keys = {content.key for content in wanted}
        for key in [key for key in self._shown if key not in keys]:
            del self._shown[key]
            await self._notifier.withdraw(key)
        for content in wanted:
            if self._shown.get(content.key) == content:
                continue  # on the screen, or taken away by the person
            shown = await self._notifier.show(content)
            if shown.ok:
                self._shown[content.key] = content
                self._trouble = ""
            elif shown.reason != self._trouble:
                self._trouble = shown.reason
                self._complain(shown.reason)
