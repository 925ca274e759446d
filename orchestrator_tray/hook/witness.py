"""What the hook command can see of the Claude Code process that called it; judged elsewhere.

Claude Code sets variables for its children, but some are inherited by a second Claude Code started below the
first. So the process itself is looked for: the nearest ancestor that does not have this session's id in the
environment that it was started with.
"""

import os
import sys

from orchestrator_tray.ancestry import ancestors, parent_of

_GENERATIONS = 6
"""Between Claude Code and us there may be a shell and a starter."""
_ARGUMENT = 64
"""So many characters of an argument are enough to know an option; prompts stay where they are."""
_OF_THE_TERMINAL = ("WINDOWID", "TMUX", "TMUX_PANE", "TERM_PROGRAM", "__CFBundleIdentifier")


def seen(session_id: str, *, is_asking: bool) -> dict[str, object]:
    """Return `entrypoint` and `agent`; for a question also `terminal` and, if found, `argv`, `attended`."""
    entrypoint = os.environ.get("CLAUDE_CODE_ENTRYPOINT")
    around: dict[str, object] = {"entrypoint": entrypoint, "agent": os.environ.get("AI_AGENT")}
    if is_asking:
        around["terminal"] = _terminal()
    if not is_asking or entrypoint != "sdk-cli":
        return around
    try:
        pid, argv = _claude_by_ps() if sys.platform == "darwin" else _claude_by_proc(session_id)
    except (OSError, ValueError, LookupError):
        return around
    around["argv"] = [argument[:_ARGUMENT] for argument in argv]
    if os.environ.get("CLAUDE_PID") == str(pid):  # else the variable beside it is inherited, too
        around["attended"] = os.environ.get("CLAUDE_CODE_SESSION_ATTENDED")
    return around


def _terminal() -> dict[str, object]:
    """Return what helps to find the window of the terminal, should the person want to see it."""
    told = {name: os.environ[name] for name in _OF_THE_TERMINAL if name in os.environ}
    return {"pids": ancestors(os.getppid()), **told}


def _claude_by_proc(session_id: str) -> tuple[int, list[str]]:
    mark = f"CLAUDE_CODE_SESSION_ID={session_id}".encode()
    if os.environ.get("CLAUDE_CODE_SESSION_ID") != session_id:
        raise LookupError(session_id)  # a version that does not set it
    pid = os.getppid()
    for _ in range(_GENERATIONS):
        if mark not in _read(f"/proc/{pid}/environ").split(b"\0"):
            argv = _read(f"/proc/{pid}/cmdline").split(b"\0")[:-1]
            return pid, [os.fsdecode(argument) for argument in argv]
        pid = parent_of(pid)
    raise LookupError(session_id)


def _claude_by_ps() -> tuple[int, list[str]]:
    """Ask ps about our parent and the process that Claude Code says it is; blanks then part the arguments."""
    parent, claude = os.getppid(), int(os.environ["CLAUDE_PID"])
    with os.popen(f"ps -ww -o pid=,ppid=,args= -p {parent},{claude}") as output:  # noqa: S605  # two numbers
        rows = {int(row.split()[0]): row.split()[1:] for row in output}
    if claude not in (parent, int(rows[parent][0])):
        raise LookupError(claude)
    return claude, rows[claude][1:]


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  # pathlib costs time
        return file.read()
