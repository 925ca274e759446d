"""Which version this is, and in the frozen program: which commit it was built from, and whose work is in it.

The frozen program carries both in files that its build writes. Nothing ever asks the network for a newer one.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

STAMP: Final = Path(__file__).with_name("_build.json")
LICENCES: Final = Path(__file__).with_name("_licences.txt")


@dataclass(frozen=True, slots=True)
class Build:
    """What a frozen program is made of."""

    version: str
    commit: str
    """Abbreviated; with "+" where files differed from it."""
    date: str
    """Of the commit, so that the same sources always give the same program."""


def read_build(stamp: Path = STAMP) -> Build | None:
    """Return what is stamped into the frozen program; None where it runs from source."""
    try:
        return Build(**json.loads(stamp.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None


def version_text() -> str:
    """Return the program's name and version, with commit and date where they are known."""
    build = read_build()
    if build is not None:
        return f"orchestrator-tray {build.version} (commit {build.commit}, built {build.date})"
    return f"orchestrator-tray {_installed_version()}"


def _installed_version() -> str:
    # importing it takes as long as all else that `--version` needs
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("orchestrator-tray")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "(not installed)"
