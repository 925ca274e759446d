"""pystray's GTK backend for panels that know only the older XEMBED trays, without what it does besides.

That backend opens the session bus, for notifications that this program sends elsewhere, and hangs where there
is none; and it takes SIGINT away.
"""

from collections.abc import Callable

from gi.repository import GLib
from pystray import _gtk


class _NoNotifications:
    def hide(self) -> None:
        """Do nothing: there never is one."""


class Icon(_gtk.Icon):  # type: ignore[misc]  # pystray has no types
    HAS_NOTIFICATION = False

    def _initialize(self) -> None:
        self._notifier = _NoNotifications()
        self._mark_ready()


def call(action: Callable[[], object]) -> None:
    """Have GTK's thread call this soon."""
    GLib.idle_add(lambda: (action(), False)[1])
