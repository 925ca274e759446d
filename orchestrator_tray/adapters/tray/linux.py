"""Which tray a Linux session has, and what to do where it has none."""

import asyncio
import importlib.util
import os
from dataclasses import dataclass

from orchestrator_tray.adapters.tray import sni
from orchestrator_tray.adapters.tray.backend import Native, NoTray
from orchestrator_tray.session_bus import (
    BUS,
    WATCHER,
    Refused,
    adopt_session_bus,
    ask,
    close,
    connect,
)

_NO_BUS = (
    "no tray icon and no notifications: this session has no D-Bus session bus "
    "(DBUS_SESSION_BUS_ADDRESS is not set); everything else works"
)
_BUS_MEND = "start the program inside a desktop session"
_GNOME_MEND = 'install the GNOME extension "AppIndicator and KStatusNotifierItem Support" and log in again'
_PANEL_MEND = "add a system tray or a status notifier to the panel"


@dataclass(frozen=True, slots=True)
class Host:
    """Whether something would show the icon, and how to mend it where not."""

    ok: bool
    text: str
    mend: str = ""


def choose() -> Native | NoTray:
    """Return StatusNotifierItem, or GTK where only an XEMBED tray is.

    On a bus where no watcher runs yet, the first waits for one. Must not be called inside a running loop.
    """
    address = adopt_session_bus(os.environ)
    if (not address or not asyncio.run(look()).ok) and (gtk := _gtk()):
        return gtk
    if not address:
        return NoTray(_NO_BUS)
    return Native("StatusNotifierItem", sni.Icon.of, lambda icon: icon.call, sni.SIZES, sni.dress)


async def look() -> Host:
    """Tell whether something on the session bus shows tray icons; never raises."""
    try:
        bus = await connect()
        try:
            (owned,) = await ask(bus, BUS, "NameHasOwner", WATCHER.name)
        finally:
            await close(bus)
    except Refused as refusal:
        return Host(ok=False, text=str(refusal), mend=_BUS_MEND)
    if owned:
        return Host(ok=True, text=f"{WATCHER.name} runs")
    gnome = "GNOME" in os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    mend = _GNOME_MEND if gnome else _PANEL_MEND
    return Host(ok=False, text=f"no program here shows tray icons ({WATCHER.name})", mend=mend)


def _gtk() -> Native | None:
    """Return GTK's tray where an XEMBED tray waits on the screen and PyGObject is installed."""
    if not os.environ.get("DISPLAY") or not importlib.util.find_spec("gi") or not xembed_tray():
        return None
    try:
        from orchestrator_tray.adapters.tray import gtk
    except Exception:  # noqa: BLE001  # gi raises ValueError and AssertionError for what is not installed
        return None
    return Native("GTK", lambda name, _: gtk.Icon(name), lambda _: gtk.call)


def xembed_tray() -> bool:
    """Tell whether a tray of the older kind waits on the screen."""
    from Xlib.display import Display
    from Xlib.error import DisplayError

    try:
        display = Display()
    except (DisplayError, OSError):
        return False
    try:
        return bool(display.get_selection_owner(display.intern_atom("_NET_SYSTEM_TRAY_S0")))
    finally:
        display.close()
