"""Starts the program at login: an XDG autostart file, a LaunchAgent or a value of Windows' Run key.

Each says what it wrote and where. Nothing is started or ended here: the next login does.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from orchestrator_tray.adapters.autostart.entry import Autostart, AutostartError, Entry
from orchestrator_tray.adapters.autostart.files import DesktopFile, LaunchAgent
from orchestrator_tray.adapters.autostart.registry import RunKey, WindowsRegistry

__all__ = ["Autostart", "AutostartError", "Entry", "autostart", "start_command"]


def autostart(
    arguments: Sequence[str] = (),
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
) -> Autostart:
    """Return this platform's way, for this installation started with these arguments."""
    command = start_command(arguments, windows=platform == "win32")
    home = Path(environment.get("HOME") or Path.home())
    if platform == "win32":
        return RunKey(command, WindowsRegistry())
    if platform == "darwin":
        return LaunchAgent(command, home / "Library" / "LaunchAgents")
    config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    return DesktopFile(command, config / "autostart")


def start_command(arguments: Sequence[str], *, windows: bool = False) -> list[str]:
    """Return how this installation is started: the frozen program itself, or Python with the module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    python = Path(sys.executable)
    without_console = python.with_name("pythonw.exe")
    if windows and without_console.exists():
        python = without_console
    return [str(python), "-P", "-m", "orchestrator_tray", *arguments]  # -P: no module of the current folder
