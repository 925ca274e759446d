"""Applications of macOS, brought to the front by the program that opens them."""

import subprocess
from typing import Final

from orchestrator_tray.adapters.terminals.reason import CannotShow
from orchestrator_tray.core.terminal import Terminal
from orchestrator_tray.environment import system_environment

_SECONDS: Final = 5.0


def find_out() -> str:
    """Return what answers here."""
    return "terminals that macOS knows by their identifier"


def bring_forward(terminal: Terminal) -> None:
    """Bring the application with all of its windows to the front. Raises CannotShow.

    Not by AppleScript, for which the person would be asked for a permission.
    """
    if not terminal.bundle:
        raise CannotShow("its application is not known")
    try:
        subprocess.run(
            ["/usr/bin/open", "-b", terminal.bundle],
            env=system_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotShow(f"open fails ({type(error).__name__})") from None
