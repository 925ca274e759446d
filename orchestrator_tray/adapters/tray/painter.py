"""Paints the tray view and posts what is chosen; the one object of this package that the program holds."""

import threading
from collections.abc import Callable
from typing import Any

from orchestrator_tray.adapters.tray.appearance import system_panel
from orchestrator_tray.adapters.tray.backend import Native, NoTray, choose
from orchestrator_tray.adapters.tray.pictures import Panel, picture
from orchestrator_tray.adapters.tray.vocabulary import Menu
from orchestrator_tray.adapters.tray.vocabulary import MenuItem as NativeItem
from orchestrator_tray.core.view import MenuItem, TrayView

Post = Callable[[object], None]


class Tray:
    """The tray icon. `run` belongs to the main thread; `show` and `stop` may be called from any."""

    def __init__(self, name: str, view: TrayView, post: Post, native: Native | NoTray | None = None) -> None:
        """`post` gets the event of each chosen row, on the main thread, and must not block.

        Without `native` the session is looked at, which must not happen inside a running loop.
        """
        native = native or choose()
        self._post = post
        self._wanted = view
        self._shown: TrayView | None = None
        self._panel: Panel = system_panel()
        self._stale = False
        self._running = False
        self._stopped = threading.Event()
        self.unavailable: str | None = None
        """Why there is no tray here, in one sentence for the user; None where there is one."""
        if isinstance(native, NoTray):
            self.unavailable = native.reason
        else:
            self._native = native
            self._icon = native.icon(name, self._set_panel)
            self._hop = native.hop(self._icon)

    def show(self, view: TrayView) -> None:
        """Have this painted soon; of several in a row only the last."""
        self._wanted = view
        if self._running and not self._stale:
            self._stale = True
            self._hop(self._paint)

    def run(self) -> None:
        """Show the tray until `stop`; without a tray, only wait for it."""
        if self.unavailable or self._stopped.is_set():
            self._stopped.wait()
        else:
            self._paint()  # before it is looked at for the first time
            self._icon.run(setup=lambda _: self._hop(self._begin))

    def stop(self) -> None:
        """End `run`, also one that has not begun."""
        self._stopped.set()
        if self._running:
            self._hop(self._icon.stop)

    def _begin(self) -> None:
        """Show the icon, with what has changed since `run` was called."""
        self._running = True
        if self._stopped.is_set():
            self._icon.stop()
            return
        self._paint()
        self._icon.visible = True

    def _set_panel(self, panel: Panel) -> None:
        if panel != self._panel:
            self._panel = panel
            if self._shown is not None:
                self._paint_face(self._shown)

    def _paint(self) -> None:
        self._stale = False
        view, shown = self._wanted, self._shown
        self._shown = view
        if shown is None or _face(view) != _face(shown):
            self._paint_face(view)
        if shown is None or view.items != shown.items:
            self._icon.menu = self._menu(view.items)

    def _paint_face(self, view: TrayView) -> None:
        images = [picture(view.icon, view.count, self._panel, size) for size in self._native.sizes]
        self._native.dress(self._icon, images, view)

    def _menu(self, items: tuple[MenuItem, ...]) -> Menu:
        return Menu(*map(self._native_item, items))

    def _native_item(self, item: MenuItem) -> NativeItem:
        if item.kind == "separator":
            return Menu.SEPARATOR
        marked = item.kind in {"check", "radio"}
        return _KeyedItem(
            item.key,
            self._native.label(item.label),
            self._menu(item.children) if item.children else lambda: self._post(item.event),
            checked=(lambda _: item.checked) if marked else None,
            radio=item.kind == "radio",
            enabled=item.enabled and item.kind != "info" and (item.kind != "submenu" or bool(item.children)),
        )


class _KeyedItem(NativeItem):  # type: ignore[misc]  # pystray has no types
    """A pystray item that knows the name of its row."""

    def __init__(self, key: str, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.key = key


def _face(view: TrayView) -> tuple[object, ...]:
    return view.icon, view.count, view.title, view.tooltip
