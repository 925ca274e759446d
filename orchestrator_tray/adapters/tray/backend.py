"""Which tray this computer has: pystray's Icon in its native form, and how to reach the thread of it."""

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL.Image import Image

from orchestrator_tray.adapters.tray.pictures import Panel
from orchestrator_tray.adapters.tray.vocabulary import Icon
from orchestrator_tray.core.view import TrayView

Hop = Callable[[Callable[[], object]], object]

_TITLE_BYTES = 2 * 127
"""What Windows takes, in UTF-16."""


def dress(icon: Icon, images: Sequence[Image], view: TrayView) -> None:
    """Give pystray's own icons their picture and title, which most desktops show as a tooltip."""
    title = f"{view.title}: {view.tooltip}".encode("utf-16-le")[:_TITLE_BYTES]
    icon.title = title.decode("utf-16-le", "ignore")
    icon.icon = images[-1]


@dataclass(frozen=True, slots=True)
class Native:
    """A tray that works here."""

    name: str
    icon: Callable[[str, Callable[[Panel], None]], Icon]
    """Makes a pystray Icon of a name; what follows the panel's colour calls the second argument with it."""
    hop: Callable[[Icon], Hop]
    """Of an icon: what has a function called on the thread that runs it."""
    sizes: tuple[int, ...] = (64,)
    dress: Callable[[Icon, Sequence[Image], TrayView], None] = dress
    """Gives an icon its picture, in all `sizes`, and its text."""
    label: Callable[[str], str] = str
    """Makes a label literal where a character in it would mark a shortcut."""


@dataclass(frozen=True, slots=True)
class NoTray:
    """No tray can be had here."""

    reason: str
    """One sentence: why, and what still works."""


def choose() -> Native | NoTray:
    """Return the tray for this session. Must not be called inside a running loop."""
    if sys.platform == "win32":
        return _windows()
    if sys.platform == "darwin":
        return _macos()
    from orchestrator_tray.adapters.tray import linux

    return linux.choose()


def _macos() -> Native:
    from PyObjCTools.AppHelper import callAfter  # type: ignore[import-not-found]  # of pystray, there
    from pystray import _darwin

    return Native("macOS", lambda name, _: _darwin.Icon(name), lambda _: callAfter)


def _windows() -> Native:
    from pystray import _win32

    lock = threading.Lock()

    def one_at_a_time(action: Callable[[], object]) -> None:
        """Call at once: Windows takes changes from any thread, but pystray not from two at a time."""
        with lock:
            action()

    return Native(
        "Windows",
        lambda name, _: _win32.Icon(name),
        lambda _: one_at_a_time,
        label=lambda label: label.replace("&", "&&"),
    )
