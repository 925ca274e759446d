"""Whether the panel that holds the icon is light or dark, as well as a platform tells."""

import sys
from collections.abc import Mapping

from orchestrator_tray.adapters.tray.pictures import Panel

_DARK_PANELS = {"gnome", "unity", "x-cinnamon", "cinnamon"}
"""Desktops whose panels are dark, whatever their windows look like."""
_BY_SCHEME: dict[int, Panel] = {1: "dark", 2: "light"}


def linux_panel(environ: Mapping[str, str], scheme: int) -> Panel:
    """Return the likely panel; `scheme` is the desktop portal's: 1 prefers dark, 2 light, 0 neither."""
    desktops = {name.lower() for name in environ.get("XDG_CURRENT_DESKTOP", "").split(":")}
    return "dark" if desktops & _DARK_PANELS else _BY_SCHEME.get(scheme, "any")


def system_panel() -> Panel:
    """Return the panel of Windows or macOS; "any" where it cannot be read, and on Linux."""
    try:
        if sys.platform == "win32":
            import winreg

            path = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return "light" if winreg.QueryValueEx(key, "SystemUsesLightTheme")[0] else "dark"
        if sys.platform == "darwin":
            from Foundation import NSUserDefaults  # type: ignore[import-not-found]  # of pystray, there

            style = NSUserDefaults.standardUserDefaults().stringForKey_("AppleInterfaceStyle")
            return "dark" if style else "light"
    except (ImportError, OSError):
        pass
    return "any"
