"""`install`, and what the frozen program tells of itself: `--self-test` and `--licenses`."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from orchestrator_tray.cli.context import Context
from orchestrator_tray.cli.options import add_json
from orchestrator_tray.errors import TrayError
from orchestrator_tray.paths import made
from orchestrator_tray.version import LICENCES

if TYPE_CHECKING:
    from orchestrator_tray.adapters.installation.place import Installation

INSTALL_DETAILS = """\
For the downloaded file, which unpacks itself anew at each start: puts it unpacked into the data folder, where
it starts much faster and needs no room in /tmp, links ~/.local/bin/orchestrator-tray to it, and adds it to
the menu. Asks for no password. To update, quit the tray and run it again with a newer download.

examples:
  ./orchestrator-tray install
  ./orchestrator-tray install --autostart         and start the tray at every login
  TMPDIR=~ ./orchestrator-tray install            where programs may not be started from /tmp
  orchestrator-tray install --uninstall           take all that away again; what was learned stays
"""


def add_install(parser: argparse.ArgumentParser) -> None:
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--autostart", action="store_true", help="also start the tray at login")
    change.add_argument("--uninstall", action="store_true", help="remove the program, not the data")
    add_json(parser)


def install(context: Context) -> int:
    """Put the program into the user's folders, or take it away."""
    from orchestrator_tray.adapters.installation.place import installation

    data_dir = context.paths.data_dir
    arguments = ["--data-dir", str(data_dir)] if context.args.data_dir else []
    place = installation(data_dir, arguments)
    if context.args.uninstall:
        removed = [*_unregistered(place), *map(str, place.remove())]
        _tell(context, "removed", removed)
    else:
        made(data_dir)
        _tell(
            context, "made", [*map(str, place.make()), *_registered(place, autostart=context.args.autostart)]
        )
        _advise(place)
    return 0


def _registered(place: "Installation", *, autostart: bool) -> Iterator[str]:
    if autostart:
        yield str(json.loads(place.call("autostart", "enable", "--json") or "{}").get("where", ""))


def _unregistered(place: "Installation") -> Iterator[str]:
    """Take back what would call the program when it is gone."""
    login = json.loads(place.call("autostart", "status", "--json") or "{}")
    if login.get("enabled") and login.get("current"):
        place.call("autostart", "disable")
        yield login["where"]
    hook = json.loads(place.call("hooks", "status", "--json") or "{}")
    if str(place.program) in str(hook.get("command")):
        place.call("hooks", "remove")
        yield f"{hook['path']}: the hook"


def _tell(context: Context, done: str, what: Sequence[str]) -> None:
    if context.args.json:
        context.tell({done: list(what)})
    else:
        print(*([f"{done} {thing}" for thing in what] or [f"nothing was {done}"]), sep="\n")


def _advise(place: "Installation") -> None:
    if str(place.binaries) not in os.get_exec_path():
        print(f"{place.binaries} is not in your PATH: add it, or call {place.program}", file=sys.stderr)


def self_test(_: Context) -> int:
    """Print what each check found, as JSON. Fails where something is broken."""
    from orchestrator_tray.selftest import findings

    found = dict(findings())
    print(json.dumps({name: asdict(finding) for name, finding in found.items()}, indent=2))
    return 1 if any(finding.ok is False for finding in found.values()) else 0


def licenses(_: Context) -> int:
    """Print the licences of this program and of all that it contains."""
    try:
        print(LICENCES.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise TrayError("run from source: each package's licence lies beside it, ours in LICENSE") from None
    return 0


COMMANDS = (
    ("install", "put the downloaded program into your folders", INSTALL_DETAILS, add_install, install),
)
FLAGS = (
    ("--self-test", "check that every part of this program works; prints JSON", self_test),
    ("--licenses", "print the licences of this program and of all that it contains", licenses),
)
"""They stand in place of a command: flag, what it does, what runs it."""
