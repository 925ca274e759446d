"""Windows of an X screen, brought to the front by asking its window manager (EWMH).

Under Wayland the same reaches terminals that use X, by Xwayland; no protocol reaches the others.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from orchestrator_tray.adapters.terminals.reason import CannotShow
from orchestrator_tray.core.terminal import Terminal

_ASKED_BY_THE_PERSON: Final = 2
"""The source of a request that no window manager takes for an application that pushes itself forward."""
_EVERY_DESKTOP: Final = 0xFFFFFFFF
_DEPTH: Final = 16


def find_out() -> str:
    """Return what answers here. Raises CannotShow."""
    with _screen() as screen:
        return f"windows on {screen.name}{' that use X, not Wayland' if _is_wayland() else ''}"


def bring_forward(terminal: Terminal) -> None:
    """Ask the window manager for the terminal's window. Raises CannotShow."""
    with _screen() as screen:
        window = screen.window_of(terminal)
        if window is None:
            where = f"there is no window of it on {screen.name}"
            raise CannotShow(
                f"{where}, and Wayland lets no program show another's" if _is_wayland() else where
            )
        screen.activate(window)


def _is_wayland() -> bool:
    return bool(os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def _screen() -> Iterator["_Screen"]:
    from Xlib import error
    from Xlib.display import Display

    if not os.environ.get("DISPLAY"):
        problem = "Wayland lets no program show another's window" if _is_wayland() else "there is no screen"
        raise CannotShow(problem)
    try:
        display = Display()
    except (error.DisplayError, OSError) as failure:
        raise CannotShow(f"the screen does not answer ({type(failure).__name__})") from None
    try:
        yield _Screen(display)
    except error.ConnectionClosedError:
        raise CannotShow("the screen has gone") from None
    finally:
        display.close()


class _Screen:
    """A display with a window manager; else CannotShow is raised."""

    def __init__(self, display: Any) -> None:
        self._display = display
        self._root = display.screen().root
        self.name: str = display.get_display_name()
        if self._atom("_NET_ACTIVE_WINDOW") not in self._values(self._root, "_NET_SUPPORTED"):
            raise CannotShow(f"no window manager on {self.name} brings windows forward")
        stacked = self._values(self._root, "_NET_CLIENT_LIST_STACKING")
        self._clients = stacked or self._values(self._root, "_NET_CLIENT_LIST")

    def window_of(self, terminal: Terminal) -> int | None:
        """Return the window that the terminal names, else the topmost of the nearest process that has one."""
        owners = {client: self._owner(client) for client in self._clients}
        named = self._client_around(terminal.window)
        if named is not None and owners[named] in (None, *terminal.pids):
            return named
        usual = [client for client in reversed(self._clients) if self._is_usual(client)]
        of_them = (client for pid in terminal.pids for client in usual if owners[client] == pid)
        return next(of_them, None)

    def activate(self, window: int) -> None:
        """Have it shown, raised and focused; its desktop first, which not every window manager goes to."""
        from Xlib import X

        desktop = next(iter(self._values(self._window(window), "_NET_WM_DESKTOP")), _EVERY_DESKTOP)
        if desktop != _EVERY_DESKTOP and desktop not in self._values(self._root, "_NET_CURRENT_DESKTOP"):
            self._ask(self._root, "_NET_CURRENT_DESKTOP", desktop, X.CurrentTime)
        self._ask(self._window(window), "_NET_ACTIVE_WINDOW", _ASKED_BY_THE_PERSON, X.CurrentTime)
        self._display.sync()

    def _ask(self, window: Any, message: str, *data: int) -> None:
        from Xlib import X
        from Xlib.protocol.event import ClientMessage

        padded = (*data, 0, 0, 0, 0)[:5]
        event = ClientMessage(window=window, client_type=self._atom(message), data=(32, padded))
        self._root.send_event(event, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)

    def _client_around(self, window: int | None) -> int | None:
        """Return the window manager's client that this window is or lies in."""
        from Xlib.error import XError

        for _ in range(_DEPTH):
            if window is None or window in self._clients:
                return window
            try:
                parent = self._window(window).query_tree().parent
            except XError:  # closed meanwhile, or another display's
                return None
            window = getattr(parent, "id", None)
        return None

    def _owner(self, window: int) -> int | None:
        return next(iter(self._values(self._window(window), "_NET_WM_PID")), None)

    def _is_usual(self, window: int) -> bool:
        """Tell panels and backgrounds from the windows that a person works in."""
        kinds = self._values(self._window(window), "_NET_WM_WINDOW_TYPE")
        return not kinds or self._atom("_NET_WM_WINDOW_TYPE_NORMAL") in kinds

    def _window(self, number: int) -> Any:
        return self._display.create_resource_object("window", number)

    def _atom(self, name: str) -> int:
        return int(self._display.intern_atom(name))

    def _values(self, window: Any, name: str) -> Sequence[int]:
        from Xlib import X
        from Xlib.error import XError

        try:
            found = window.get_full_property(self._atom(name), X.AnyPropertyType)
        except XError:  # closed meanwhile
            return ()
        return [int(value) for value in found.value] if found is not None else ()
