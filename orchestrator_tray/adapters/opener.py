"""Opens a file, a folder or a page with whatever the person uses for it."""

import os
import subprocess
import sys
from typing import Final

from orchestrator_tray.environment import system_environment
from orchestrator_tray.errors import TrayError

_PATIENCE: Final = 1.5
"""Seconds within which xdg-open says that it cannot; a quit may have to wait so long."""


def open_path(place: str) -> None:
    """Hand a path or an address to the desktop. Raises TrayError where there is none that takes it."""
    if sys.platform == "win32":
        try:
            os.startfile(place)  # noqa: S606 - a place of our own, chosen in our own menu
        except OSError as error:
            raise TrayError(f"{place}: cannot be opened ({error.strerror})") from None
        return
    command = "open" if sys.platform == "darwin" else "xdg-open"
    if not _run([command, place]):
        raise TrayError(f"{place}: {command} cannot open it; open it yourself")


def _run(command: list[str]) -> bool:
    """Tell whether it works. Without a desktop xdg-open is the editor itself: it goes on, also after us."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=system_environment(),
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        process.returncode = 0  # so that nobody complains that it still runs
        return True
