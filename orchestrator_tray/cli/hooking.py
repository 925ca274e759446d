"""`hook`, `hooks` and `wrapper`: the second way in, by Claude Code itself."""

import argparse
import os
import shlex
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.options import add_json
from orchestrator_tray.core.display import plain
from orchestrator_tray.errors import TrayError
from orchestrator_tray.paths import made

HOOK_DETAILS = """\
Not for you to call: `orchestrator-tray hooks install` registers it with Claude Code, which gives it a payload
on stdin and takes what it prints for the decision. Without a tray, or with any trouble, it prints nothing and
exits with 0, and Claude Code goes on as if it were not there.
"""
HOOKS_DETAILS = """\
Changes ~/.claude/settings.json (or what CLAUDE_CONFIG_DIR says), with --project .claude/settings.json of this
folder. All else in the file stays as it is, and `remove` brings back every byte.

examples:
  orchestrator-tray hooks install        have every Claude Code session on this computer ask the tray first
  orchestrator-tray hooks status         tell whether it is registered and was heard lately
  orchestrator-tray hooks remove
"""
WRAPPER_DETAILS = """\
From 2.1.187 on, Claude Code in print mode, which CBOS uses, asks questions only if it is started with a
prompt tool. The wrapper does that; after `hooks install`, CBOS sessions then get answers inside the call.

examples:
  orchestrator-tray wrapper
  orchestrator-tray wrapper --claude ~/.local/bin/claude
"""
_WIDTH: Final = 1_000


def add_hook(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--socket", metavar="PATH", help="where the tray listens (default: as the data folder says)"
    )


def hook(context: Context) -> int:
    """Answer one call of Claude Code."""
    from orchestrator_tray import hook

    given = {"--socket": context.args.socket, "--data-dir": context.args.data_dir}
    return hook.main([f"{name}={value}" for name, value in given.items() if value])


def add_hooks(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("change", choices=("install", "remove", "status"), metavar="install|remove|status")
    parser.add_argument("--project", action="store_true", help="only for sessions in the current folder")
    add_json(parser)


def hooks(context: Context) -> int:
    """Register the hook with Claude Code, or tell whether it is."""
    from orchestrator_tray.adapters.claude_settings import install, remove, settings_path
    from orchestrator_tray.cli.hook_state import hook_command

    path = settings_path(os.environ, Path.cwd() if context.args.project else None)
    if context.args.change == "status":
        return _tell_status(context, path)
    change = install(path, hook_command(context)) if context.args.change == "install" else remove(path)
    state = "registered" if context.args.change == "install" else "not registered"
    if context.args.json:
        backup = str(change.backup) if change.backup else None
        context.tell(
            {
                "path": str(path),
                "changed": bool(change.diff),
                "backup": backup,
                "diff": change.diff,
                "warning": change.warning,
            }
        )
        return 0
    print(change.diff, end="")
    print(f"{path}: the hook is {state}" + ("" if change.diff else " already; nothing was changed"))
    if change.backup and change.diff:
        print(f"The file as it was: {change.backup}")
    if change.diff:
        print("Sessions that are already running may need a restart.")
    if change.warning:
        print(f"orchestrator-tray: {change.warning}", file=sys.stderr)
    return 0


def _tell_status(context: Context, path: Path) -> int:
    from orchestrator_tray.cli.hook_state import hook_state

    state = hook_state(context, path)
    if context.args.json:
        context.tell(asdict(state))
        return 0
    print(f"{path}: the hook is {'registered' if state.installed else 'not registered'}")
    print(f"last heard: {state.heard}" if state.heard else "not heard from yet")
    print(f"Claude Code: {state.claude or 'not found'}")
    for problem in state.problems:
        print(f"-> {plain(problem, _WIDTH)}")
    return 0


def add_wrapper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--claude", metavar="PATH", help="Claude Code (default: the `claude` on the PATH)")
    add_json(parser)


def wrapper(context: Context) -> int:
    """Write the wrapper and tell how to use it."""
    from orchestrator_tray.adapters.claude_program import (
        HIDDEN_SINCE,
        claude_version,
        found_claude,
        write_wrapper,
    )
    from orchestrator_tray.cli.hook_state import dotted

    claude = context.args.claude or found_claude(os.environ)
    if claude is None:
        raise TrayError(
            "there is no `claude` on the PATH: install Claude Code, or say where it is with --claude"
        )
    claude = os.path.abspath(claude)  # noqa: PTH100  # links stay: an update changes what they lead to
    if shutil.which(claude) is None:
        raise TrayError(f"{claude} is not a program: say with --claude where Claude Code is")
    path = write_wrapper(made(context.paths.data_dir), claude)
    version = claude_version(claude)
    if context.args.json:
        context.tell({"path": str(path), "claude": claude, "version": dotted(version)})
        return 0
    print(path)
    print(f"It starts {claude} ({dotted(version) or 'which does not tell its version'}).")
    if version and version < HIDDEN_SINCE:
        print("This version asks questions without it, too; after an update the wrapper does its work.")
    print("\nSet this for the CBOS server and restart it:\n")
    print(f"  export CBOS_CLAUDE_COMMAND={shlex.quote(str(path))}")
    return 0


COMMANDS = (
    ("hooks", "answer inside Claude Code, in any terminal and under CBOS", HOOKS_DETAILS, add_hooks, hooks),
    ("wrapper", "write a `claude` for CBOS that asks questions", WRAPPER_DETAILS, add_wrapper, wrapper),
    ("hook", "called by Claude Code", HOOK_DETAILS, add_hook, hook),
)
