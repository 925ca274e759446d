"""The tray app itself, and its start at login."""

import argparse
import os

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.options import add_json
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.paths import DATA_DIR_VARIABLE, Paths, claude_dir, made

AUTOSTART_DETAILS = """\
examples:
  orchestrator-tray autostart enable     start the tray at every login, from where it is now
  orchestrator-tray autostart status     tell what is registered, and where
"""
HELP_NAME = "help.txt"


def tray(context: Context) -> int:
    """Show the tray icon until quit."""
    from orchestrator_tray import app

    settings, paths = context.settings, context.paths
    lock = app.locked(paths, "tray")
    if lock is None:
        print(_summoned(paths))
        return 0
    try:
        context.log_to_file()
        return _shown(context, settings)
    finally:
        lock.release()


def _shown(context: Context, settings: Settings) -> int:
    from orchestrator_tray.adapters.autostart import autostart, start_command
    from orchestrator_tray.desktop import Launch, run_tray

    help_file = made(context.paths.cache_dir) / HELP_NAME
    help_file.write_text(context.args.help_text, encoding="utf-8")
    arguments = start_arguments(context)
    return run_tray(
        Launch(
            settings=settings,
            paths=context.paths,
            reload=context.reload,
            login=autostart(arguments),
            learn=start_command([*arguments, "import", "--json"]),
            history=claude_dir(os.environ) / "projects",
            help_file=str(help_file),
        )
    )


def _summoned(paths: Paths) -> str:
    """Have the tray that runs show its status; return what is to be said of it."""
    from orchestrator_tray.adapters.instance import InstanceLock
    from orchestrator_tray.adapters.summons import Summons

    holder = InstanceLock(paths.lock, "tray").holder()
    if holder is not None and holder.kind == "listen":
        return f"{holder} is at work in {paths.data_dir}: end it to have the tray instead."
    Summons(paths.data_dir).call()
    return f"Orchestrator Tray is already running in {paths.data_dir}; it shows its status now."


def add_autostart(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("change", choices=("enable", "disable", "status"), metavar="enable|disable|status")
    add_json(parser)


def run_autostart(context: Context) -> int:
    """Register the tray to start at login, or tell whether it does."""
    from orchestrator_tray.adapters.autostart import autostart

    login = autostart(start_arguments(context))
    change = {"enable": login.enable, "disable": login.disable, "status": login.status}
    entry = change[context.args.change]()
    if context.args.json:
        fields = {
            "enabled": entry.enabled,
            "current": entry.current,
            "where": entry.where,
            "text": entry.text,
        }
        context.tell(fields)
        return 0
    state = "starts at login" if entry.enabled else "does not start at login"
    moved = "" if entry.current or not entry.enabled else " (from another place: enable it again)"
    print(f"Orchestrator Tray {state}{moved}: {entry.where}")
    if entry.text:
        print(entry.text.rstrip())
    return 0


def start_arguments(context: Context) -> list[str]:
    """Return what another start needs to find the same data and settings again."""
    named = context.args.data_dir or os.environ.get(DATA_DIR_VARIABLE)
    data = ["--data-dir", str(context.paths.data_dir)] if named else []
    settings = ["--config", str(context.paths.config_file)] if context.args.config else []
    return [*data, *settings]


COMMANDS = (
    ("autostart", "start the tray at login, or not", AUTOSTART_DETAILS, add_autostart, run_autostart),
)
