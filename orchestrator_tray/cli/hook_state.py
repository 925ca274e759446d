"""Whether Claude Code asks the tray, and what stands in the way."""

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from orchestrator_tray.adapters.claude_program import claude_version, found_claude
from orchestrator_tray.adapters.claude_settings import Look, look, managed_path, settings_path
from orchestrator_tray.adapters.hooks.heartbeat import Heard, Heartbeat
from orchestrator_tray.cli.context import Context
from orchestrator_tray.core.hook_wire import DEFER_SINCE, Version
from orchestrator_tray.errors import TrayError

_LATELY: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class HookState:
    """What `hooks status` tells."""

    path: str
    installed: bool
    command: str | None
    heard: str | None
    """When the tray heard the hook last, ISO 8601."""
    claude: str | None
    """The version."""
    problems: list[str]
    """What stands in the way and what to do, a sentence each."""


def hook_state(context: Context, path: Path) -> HookState:
    """Return what is so with the settings file at that path. Raises TrayError where it cannot be read."""
    found = look(path)
    if found.problem:
        raise TrayError(found.problem)
    claude = found_claude(os.environ)
    version = claude_version(claude) if claude else None
    heard = Heartbeat(context.paths.data_dir).last()
    return HookState(
        path=str(path),
        installed=found.is_complete,
        command=found.commands[0] if found.commands else None,
        heard=heard.at.isoformat(timespec="seconds") if heard else None,
        claude=dotted(version),
        problems=[
            *_own_problems(context, found, heard),
            *(problem for file in _read_by_claude(path) for problem in _others_problems(look(file))),
            *_version_problems(version),
        ],
    )


def hook_command(context: Context) -> str:
    """Return the command line by which Claude Code is to call this installation."""
    arguments = ["hook"]
    with suppress(TrayError):  # it is looked for at each call then
        arguments += ["--socket", context.paths.socket]
    if context.args.data_dir:
        arguments += ["--data-dir", str(context.paths.data_dir)]
    return " ".join(_quoted(part) for part in (*_program(), *arguments))


def dotted(version: Version | None) -> str | None:
    return ".".join(map(str, version)) if version else None


def _own_problems(context: Context, found: Look, heard: Heard | None) -> Iterator[str]:
    if not found.commands:
        yield "nothing asks the tray: run `orchestrator-tray hooks install`"
        return
    if not found.is_complete or found.commands != (hook_command(context),):
        yield "an older form of the hook is registered: run `orchestrator-tray hooks install` again"
    if heard is None or datetime.now(UTC) - heard.at > _LATELY:
        yield "no heartbeat: no hook was heard within a week; start a Claude Code session while the tray runs"
    if found.warning:
        yield found.warning


def _read_by_claude(path: Path) -> tuple[Path, ...]:
    """Return the settings files that count in this folder, each once."""
    project = settings_path({}, Path.cwd())
    local = project.with_name("settings.local.json")
    return tuple(dict.fromkeys((path, settings_path(os.environ), project, local, managed_path(sys.platform))))


def _others_problems(there: Look) -> Iterator[str]:
    if there.is_disabled:
        yield f"{there.path} switches hooks off (disableAllHooks or allowManagedHooksOnly)"
    if there.rivals:
        yield f"{there.path} has another hook for questions; one may overrule the other: {there.rivals[0]}"


def _version_problems(version: Version | None) -> Iterator[str]:
    if version is not None and version < DEFER_SINCE:
        yield f"Claude Code {dotted(version)} cannot keep a question open in print mode: update it"


def _program() -> tuple[str, ...]:
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    name = "orchestrator-tray.exe" if os.name == "nt" else "orchestrator-tray"
    script = Path(sys.executable).with_name(name)
    # -P: the hook is called in projects' folders, whose modules must not be taken for ours.
    return (str(script),) if script.exists() else (sys.executable, "-P", "-m", "orchestrator_tray")


def _quoted(part: str) -> str:
    """Quote for sh, by which Claude Code calls hooks on Windows, too; there / has to part folders."""
    return shlex.quote(part.replace("\\", "/") if part.endswith(".exe") else part)
