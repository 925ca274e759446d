"""Shows notifications, takes them away again, and tells what was chosen on them.

Everything happens on the loop that `start` was called on. Nothing here raises for want of a bus or a daemon:
`show` says why it could not, and the next one tries anew.
"""

import asyncio
import contextlib
import logging
import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from orchestrator_tray.adapters.notifier.reach import NOTHING, Reach
from orchestrator_tray.core.view import NotificationContent

if TYPE_CHECKING:
    from orchestrator_tray.adapters.notifier.daemon import Daemon

Choice = str | tuple[Literal["reply"], str]
"""A button's key, "clicked" (beside the buttons), "dismissed", or ("reply", the text that was typed)."""
OnAction = Callable[[str, Choice], None]

PATIENCE = 10.0
"""Seconds that a daemon has to take a notification."""

_NO_DAEMON_MEND = "start a notification daemon, such as xfce4-notifyd or mako; most desktops bring their own"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether a notification was taken by the desktop; true if it was."""

    ok: bool
    reason: str = ""
    """Why not, in one line."""

    def __bool__(self) -> bool:
        return self.ok


@dataclass(slots=True)
class _Live:
    """A notification that may be on the screen."""

    identifier: str = ""
    expiry: asyncio.TimerHandle | None = None


class Notifier:
    """The desktop's notifications. At most one of each key is on the screen."""

    def __init__(
        self,
        on_action: OnAction,
        *,
        name: str = "Orchestrator Tray",
        icon: Path | None = None,
        has_menu: bool = True,
    ) -> None:
        """`on_action` gets the key of a notification and the choice, on the loop; an expiry is no choice.

        `has_menu` tells whether a tray menu is there beside the notifications.
        """
        self._on_action = on_action
        self._name = name
        self._icon = icon
        self._has_menu = has_menu
        self._live: dict[str, _Live] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._library: Any = None
        self._daemon: Daemon | None = None
        self._reach: Reach | None = None
        self._failure = _Failure()

    async def start(self) -> None:
        """Get ready; where notifications take a permission, the user is asked for it meanwhile."""
        self._loop = asyncio.get_running_loop()
        logging.getLogger("desktop_notifier.backends.base").addFilter(self._failure)
        if sys.platform == "linux":
            from orchestrator_tray.adapters.notifier.daemon import Daemon

            self._daemon = Daemon()
        else:
            self._library = self._new_library()
            self._spawn(self._ask_permission())

    async def reach(self) -> Reach:
        """Return what notifications can do here now; never raises."""
        async with self._turn:
            return await self._look()

    async def show(self, content: NotificationContent) -> Shown:
        """Show a notification, in the place of one with the same key; never raises."""
        async with self._turn:
            reach = await self._look()
            await self._take_away(content.key)
            if not reach.ok:
                return Shown(ok=False, reason=reach.text)
            return await self._send(content, reach)

    async def withdraw(self, key: str) -> None:
        """Take a notification away, wherever it has got to; never raises."""
        async with self._turn:
            await self._take_away(key)

    async def close(self) -> None:
        """Take all notifications away and let the bus go."""
        async with self._turn:
            await asyncio.gather(*map(self._take_away, [*self._live]))
            await self._let_go()
            for task in self._tasks:
                task.cancel()
            if self._daemon is not None:
                await self._daemon.close()
        logging.getLogger("desktop_notifier.backends.base").removeFilter(self._failure)

    async def _ask_permission(self) -> None:
        with contextlib.suppress(Exception):  # said when a notification fails
            await self._library.request_authorisation()

    async def _look(self) -> Reach:
        """Find out who shows notifications; the library must forget another daemon than the last."""
        if self._daemon is None:
            return await self._ask_library()
        from orchestrator_tray.session_bus import Refused, Unreachable

        try:
            reach = await self._daemon.reach()
        except Refused as refusal:
            await self._let_go()
            is_there = not isinstance(refusal, Unreachable)
            mend = _NO_DAEMON_MEND if is_there else "start the program inside a desktop session"
            return Reach(ok=False, text=f"no notifications: {refusal}", mend=mend)
        bus = self._bus()
        if reach is not self._reach or (bus is not None and not bus.connected):
            await self._let_go()
            self._library = self._new_library()
            self._reach = reach
        return reach

    async def _ask_library(self) -> Reach:
        """Return the reach of Windows or macOS."""
        from desktop_notifier import Capability

        capabilities = await self._library.get_capabilities()
        if not capabilities:
            return NOTHING
        buttons = 4 if Capability.BUTTONS in capabilities else 0
        reply = Capability.REPLY_FIELD in capabilities
        return Reach(ok=True, text=f"notifications of {sys.platform}", buttons=buttons, reply=reply)

    def _new_library(self) -> Any:
        from desktop_notifier import DesktopNotifier, Icon

        return DesktopNotifier(self._name, Icon(path=self._icon) if self._icon else None)

    async def _let_go(self) -> None:
        """Forget the library and what it showed: a bus or a daemon that ended took that along."""
        for live in self._live.values():
            if live.expiry is not None:
                live.expiry.cancel()
        self._live.clear()
        bus = self._bus()
        self._library = self._reach = None
        if bus is not None:
            from orchestrator_tray.session_bus import close

            await close(bus)

    def _bus(self) -> Any:
        """Return the library's own connection, which it keeps to itself; None where it has none."""
        return getattr(getattr(self._library, "_backend", None), "bus", None)

    async def _send(self, content: NotificationContent, reach: Reach) -> Shown:
        live = _Live()
        self._failure.reason = ""
        try:
            async with asyncio.timeout(PATIENCE):
                live.identifier = await self._library.send_notification(
                    self._notification(content, reach, live)
                )
        except TimeoutError:
            return Shown(ok=False, reason="the notification daemon does not answer")
        if self._failure.reason:
            return Shown(ok=False, reason=self._failure.reason)
        self._live[content.key] = live
        if content.timeout is not None:
            live.expiry = self._loop.call_later(content.timeout, self._expire, content.key, live)
        return Shown(ok=True)

    def _notification(self, content: NotificationContent, reach: Reach, live: _Live) -> Any:
        from desktop_notifier import Button, Notification, ReplyField, Urgency

        tell = partial(self._tell, content.key, live)
        # Named by their place: macOS remembers the names of the first notification with the same labels
        buttons = [
            Button(label, partial(tell, key), f"button-{place}")
            for place, (key, label) in enumerate(content.buttons[: reach.buttons])
        ]
        reply = None
        if content.reply_placeholder is not None and reach.reply:
            reply = ReplyField(content.reply_placeholder, "Send", lambda text: tell(("reply", text)))
        return Notification(
            content.title,
            reach.body(content, has_menu=self._has_menu),
            Urgency(content.urgency),
            buttons=tuple(buttons),
            reply_field=reply,
            on_clicked=partial(tell, "clicked"),
            on_dismissed=partial(tell, "dismissed"),
            timeout=0 if self._daemon else -1,  # the daemon's own expiry tells nobody; `_expire` does instead
        )

    def _tell(self, key: str, live: _Live, choice: Choice) -> None:
        """Hear a choice, on whichever thread the platform tells it."""
        self._loop.call_soon_threadsafe(self._chosen, key, live, choice)

    def _chosen(self, key: str, live: _Live, choice: Choice) -> None:
        if self._live.get(key) is not live:
            return  # of a notification that was withdrawn or replaced meanwhile
        del self._live[key]
        if live.expiry is not None:
            live.expiry.cancel()
        self._on_action(key, choice)

    def _expire(self, key: str, live: _Live) -> None:
        if self._live.get(key) is live:
            self._spawn(self.withdraw(key))

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(coroutine)
        self._tasks.add(task)  # the loop itself holds it weakly
        task.add_done_callback(self._tasks.discard)

    async def _take_away(self, key: str) -> None:
        live = self._live.pop(key, None)
        if live is None:
            return
        if live.expiry is not None:
            live.expiry.cancel()
        bus = self._bus()
        if bus is not None and not bus.connected:
            return  # a call on it would never be answered
        try:
            async with asyncio.timeout(PATIENCE):
                await self._library.clear(live.identifier)
        except KeyError:
            pass  # it has ended by itself
        except Exception as error:  # noqa: BLE001  # whatever a dying bus raises, it is gone
            _log.debug("not taken away: %r", error)


class _Failure(logging.Filter):
    """Keeps the library's report of a failed notification, a traceback, as one line instead."""

    reason = ""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info is None or record.exc_info[1] is None:
            return True
        self.reason = f"{record.getMessage()}: {record.exc_info[1]!r}"
        return False
