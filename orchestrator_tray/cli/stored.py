"""The database as the commands open it: to read, without leaving a trace, or to change."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from orchestrator_tray.cli.context import Context
from orchestrator_tray.errors import TrayError

if TYPE_CHECKING:
    from orchestrator_tray.adapters.store import Database

NOTHING_YET = (
    "Nothing is remembered yet. `orchestrator-tray import` learns from what you answered Claude Code before."
)


def is_stored(context: Context) -> bool:
    """Tell whether the data folder has a database. Raises TrayError where that cannot be told."""
    path = context.paths.db
    try:
        path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise TrayError(f"{path}: cannot be read ({error.strerror}); name another --data-dir") from None
    return True


@contextmanager
def reading(context: Context) -> Iterator["Database"]:
    """Yield the database to read from; an empty one where nothing was ever remembered. Raises TrayError."""
    from orchestrator_tray.adapters.store import Database

    if is_stored(context):
        with Database.open(context.paths.db, read_only=True) as database:
            yield database
        return
    with (
        TemporaryDirectory(prefix="orchestrator-tray-") as scratch,
        Database.open(Path(scratch) / "patterns.db") as database,
    ):
        yield database


@contextmanager
def changing(context: Context) -> Iterator["Database"]:
    """Yield the database to change what is in it. Raises TrayError, also where there is none."""
    from orchestrator_tray.adapters.store import Database

    if not is_stored(context):
        raise TrayError(f"{context.paths.db}: there is no such file; nothing is remembered yet")
    with Database.open(context.paths.db) as database:
        yield database


def folder(text: str) -> str:
    """Return a project's path in the form in which projects are kept; a relative one counts from here."""
    from orchestrator_tray.core.project import normal_project

    if not text.strip():
        raise argparse.ArgumentTypeError("a project is the path of a folder, not empty")
    path = os.path.expanduser(text)  # noqa: PTH111  # Path's raises for a ~name that is no user
    return normal_project(path if _is_absolute(path) else os.path.abspath(path))  # noqa: PTH100  # no links


def _is_absolute(path: str) -> bool:
    """Tell an absolute path of any platform: a history may come from another computer."""
    return path.startswith(("/", "\\")) or path[1:3] in {":/", ":\\"}


def add_project(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("--project", type=folder, metavar="DIR", help=about)
