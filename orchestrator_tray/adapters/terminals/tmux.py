"""Terminals inside of tmux: the pane is chosen there, and the window is that of whoever looks at it."""

import os
import stat
import subprocess
import sys
from dataclasses import replace
from typing import Final

from orchestrator_tray.adapters.terminals.reason import CannotShow
from orchestrator_tray.ancestry import ancestors
from orchestrator_tray.core.terminal import Terminal
from orchestrator_tray.environment import system_environment

_SECONDS: Final = 2.0


def show_pane(terminal: Terminal) -> Terminal:
    """Make tmux show the pane; return the terminal that shows it. Raises CannotShow."""
    pane = terminal.tmux_pane
    session = _tmux(terminal, "display-message", "-p", "-t", pane, "#{session_id}")
    _tmux(terminal, "select-window", "-t", pane)
    _tmux(terminal, "select-pane", "-t", pane)
    clients = [
        line.split(" ", 3)
        for line in _tmux(
            terminal,
            "list-clients",
            "-F",
            "#{client_activity} #{client_pid} #{session_id} #{client_name}",
        ).splitlines()
    ]
    if not clients:
        raise CannotShow("nobody is attached to its tmux")
    there = [client for client in clients if client[2] == session]
    _, pid, _, name = max(there or clients)
    if not there:
        _tmux(terminal, "switch-client", "-c", name, "-t", pane)
    return replace(terminal, pids=tuple(ancestors(int(pid))), window=None)


def _tmux(terminal: Terminal, *command: str) -> str:
    if not _is_ours(terminal.tmux_socket):
        raise CannotShow("its tmux has ended")
    try:
        done = subprocess.run(
            ["tmux", "-S", terminal.tmux_socket, *command],
            env=system_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotShow(f"tmux {command[0]} fails ({type(error).__name__})") from None
    return done.stdout.strip()


def _is_ours(path: str) -> bool:
    """Whether a tmux of this user listens there."""
    try:
        found = os.stat(path)  # noqa: PTH116  # tmux takes what it is given, whatever pathlib makes of it
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and (sys.platform == "win32" or found.st_uid == os.geteuid())
