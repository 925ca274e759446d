"""Where the terminal of a question is, as far as the hook command can see: values of known shapes only.

What is read here comes from another process. Numbers stay numbers, and the few texts have shapes that no
program could take for an option or a command.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

_PIDS_KEPT: Final = 32
_PANE: Final = re.compile(r"%\d{1,9}")
_BUNDLE: Final = re.compile(r"[A-Za-z][A-Za-z0-9.-]{1,99}")
_BUNDLES: Final = {
    "Apple_Terminal": "com.apple.Terminal",
    "iTerm.app": "com.googlecode.iterm2",
    "vscode": "com.microsoft.VSCode",
    "WezTerm": "com.github.wez.wezterm",
    "ghostty": "com.mitchellh.ghostty",
    "WarpTerminal": "dev.warp.Warp-Stable",
}


@dataclass(frozen=True, slots=True)
class Terminal:
    """What helps to find the window in which a question is asked."""

    pids: tuple[int, ...] = ()
    """The processes above the hook, the nearest first; one of them has the window."""
    window: int | None = None
    """The X window that the terminal says is its own."""
    tmux_socket: str = ""
    """"" outside of tmux."""
    tmux_pane: str = ""
    bundle: str = ""
    """The identifier of the application, on macOS."""


def terminal_of(seen: object) -> Terminal | None:
    """Return the terminal that the hook command tells of, None where it tells of none.

    `seen` holds `pids` and some variables of its environment.
    """
    fields: Mapping[str, Any] = seen if isinstance(seen, dict) else {}
    socket, pane = _text(fields, "TMUX").partition(",")[0], _text(fields, "TMUX_PANE")
    is_tmux = socket.startswith("/") and socket.isprintable() and _PANE.fullmatch(pane) is not None
    found = Terminal(
        pids=_pids(fields.get("pids")),
        window=_window(_text(fields, "WINDOWID")),
        tmux_socket=socket if is_tmux else "",
        tmux_pane=pane if is_tmux else "",
        bundle=_bundle(fields),
    )
    return found if found != Terminal() else None


def _pids(value: object) -> tuple[int, ...]:
    items = value if isinstance(value, list) else []
    return tuple(pid for pid in items if type(pid) is int and 1 < pid < 2**31)[:_PIDS_KEPT]


def _window(text: str) -> int | None:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 10 else 0
    return number if 0 < number < 2**32 else None


def _bundle(fields: Mapping[str, Any]) -> str:
    named = _text(fields, "__CFBundleIdentifier")
    return named if _BUNDLE.fullmatch(named) else _BUNDLES.get(_text(fields, "TERM_PROGRAM"), "")


def _text(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""
