"""Which way a terminal is shown on this system. All of it may take a second, so to be called in a thread."""

import logging
import sys
from functools import cache

from orchestrator_tray.adapters.terminals.reason import CannotShow
from orchestrator_tray.adapters.terminals.tmux import show_pane
from orchestrator_tray.core.terminal import Terminal

if sys.platform == "win32":
    from orchestrator_tray.adapters.terminals.windows import bring_forward, find_out
elif sys.platform == "darwin":
    from orchestrator_tray.adapters.terminals.macos import bring_forward, find_out
else:
    from orchestrator_tray.adapters.terminals.x11 import bring_forward, find_out

_log = logging.getLogger(__name__)


def show(terminal: Terminal) -> None:
    """Bring the terminal's window to the front where that is possible; where not, say so once, at DEBUG."""
    try:
        bring_forward(show_pane(terminal) if terminal.tmux_socket else terminal)
    except CannotShow as reason:
        _say(str(reason))


def check() -> str:
    """Return in a few words by what windows are brought to the front here. Raises CannotShow."""
    return find_out()


@cache
def _say(reason: str) -> None:
    _log.debug("a terminal is not brought to the front: %s", reason)
