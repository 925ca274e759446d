"""A pystray backend for Linux without GTK or X: StatusNotifierItem and dbusmenu, spoken through dbus-fast.

`run` keeps its own small asyncio loop on the thread that calls it; all else may be called from any thread. A
watcher that restarts and a bus that goes away and comes back are lived through.
"""

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable, Sequence
from typing import Any

from PIL import Image

from orchestrator_tray.adapters.tray import vocabulary
from orchestrator_tray.adapters.tray.appearance import linux_panel
from orchestrator_tray.adapters.tray.connection import Connection
from orchestrator_tray.adapters.tray.item import Face, Pixmap, Status
from orchestrator_tray.adapters.tray.layout import Numbers, Row
from orchestrator_tray.adapters.tray.pictures import Panel
from orchestrator_tray.core.view import TrayView
from orchestrator_tray.session_bus import Refused

SIZES = (16, 22, 24, 32, 48)
FIRST_DELAY = 0.5
LAST_DELAY = 30.0

_log = logging.getLogger(__name__)


class Icon(vocabulary.Icon):  # type: ignore[misc]  # pystray has no types
    """pystray's Icon, with what this protocol has besides: several sizes, a tooltip and attention."""

    HAS_NOTIFICATION = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.tooltip = ""
        self.attention = False
        """Whether the desktop should draw eyes to the icon."""
        self.on_panel: Callable[[Panel], None] = lambda _: None
        """Hears on the thread of `run` whether the panel is likely light or dark, at first and on changes."""
        self._pixmaps: tuple[Pixmap, ...] = ()
        self._numbers = Numbers()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._serving: asyncio.Task[None] | None = None
        self._connection: Connection | None = None
        self._stale = False

    @classmethod
    def of(cls, name: str, on_panel: Callable[[Panel], None]) -> "Icon":
        icon = cls(name)
        icon.on_panel = on_panel
        return icon

    def show(self, images: Sequence[Image.Image], title: str, tooltip: str, *, attention: bool) -> None:
        """Set the picture, drawn in several sizes, and what is said about it."""
        self._pixmaps = tuple(map(pixmap, images))
        self._icon, self._icon_valid = images[-1], True
        self._title, self.tooltip, self.attention = title, tooltip, attention
        self._refresh()

    def call(self, action: Callable[[], object]) -> None:
        """Have the thread of `run` call this soon; nothing happens while it does not run."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # closed meanwhile
                self._loop.call_soon_threadsafe(action)

    def _run(self) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(_tell_exception)
        self._stale = False  # what was set before is in the first face
        self._serving = asyncio.current_task()
        self._mark_ready()
        delay = FIRST_DELAY
        while True:
            self._connection = Connection(self._face, self._chosen, self._scheme_is)
            began = self._loop.time()
            try:
                await self._connection.live()
            except Refused as refusal:
                _log.debug("%s", refusal)
            except Exception as error:  # noqa: BLE001  # no trouble of the desktop's may end the program
                _log.error("the tray icon failed and is shown anew: %r", error)  # one line
            else:
                _log.warning("the session bus went away; the tray icon comes back with it")
            delay = FIRST_DELAY if self._loop.time() - began > LAST_DELAY else min(delay * 2, LAST_DELAY)
            await asyncio.sleep(delay)

    def _stop(self) -> None:
        if self._serving is not None:
            self.call(self._serving.cancel)

    def _scheme_is(self, scheme: int) -> None:
        self.on_panel(linux_panel(os.environ, scheme))

    def _chosen(self, row: Row) -> None:
        """Call the item after the host has its answer, so that nothing it does delays the host."""
        self.call(self._handler(row.item))

    def _refresh(self) -> None:
        """Have the loop compare what is shown with what should be, once for many changes."""
        if not self._stale:
            self._stale = True
            self.call(self._compare)

    def _compare(self) -> None:
        self._stale = False
        if self._connection is not None:
            self._connection.show(self._face())

    def _face(self) -> Face:
        return Face(
            self.name, self.title, self.tooltip, self._status(), self._pixmaps, self._numbers.tree(self.menu)
        )

    def _status(self) -> Status:
        if not self.visible:
            return "Passive"
        return "NeedsAttention" if self.attention else "Active"

    def _show(self) -> None:
        self._visible = True  # the base does so only after this, when the loop may have looked already
        self._refresh()

    def _hide(self) -> None:
        self._visible = False
        self._refresh()

    def _update_icon(self) -> None:
        self._pixmaps = tuple(
            pixmap(self.icon.resize((size, size), Image.Resampling.LANCZOS)) for size in SIZES
        )
        self._icon_valid = True
        self._refresh()

    def _update_title(self) -> None:
        self._refresh()

    _update_menu = _update_title


def dress(icon: Icon, images: Sequence[Image.Image], view: TrayView) -> None:
    """Give the icon its picture in several sizes, and its text; questions ask for attention."""
    icon.show(images, view.title, view.tooltip, attention=view.icon == "question")


def pixmap(image: Image.Image) -> Pixmap:
    """Return an image as D-Bus wants it: ARGB, four bytes a pixel."""
    red, green, blue, alpha = image.convert("RGBA").split()
    return image.width, image.height, Image.merge("RGBA", (alpha, red, green, blue)).tobytes()


def _tell_exception(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log in one line what no one awaited: a signal that a dying bus did not take, a menu item's failure."""
    _log.warning("%s: %s", context["message"], context.get("exception", "no exception"))
