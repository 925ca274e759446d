"""Writes the program as a folder, which starts at once, out of the running one file.

All the folder's files lie unpacked already, but its program: that is the one file's own archive of modules
between two pieces put aside by the build (`packaging/halves.py`). The result is the build's own, byte
for byte.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import Final

from orchestrator_tray.errors import TrayError

PIECES: Final = "_install"
"""The folder, inside the one file, of the pieces and of `pieces.json`."""
CONTENTS: Final = "_internal"
"""Where a folder build has all but its program."""


def write_folder(source: Path, target: Path) -> None:
    """Write all of the folder build into `target`, which is made; `source` is what the one file unpacked."""
    pieces = source / PIECES
    ignored = shutil.ignore_patterns(PIECES, ".in-use*")
    shutil.copytree(source, target / CONTENTS, symlinks=True, ignore=ignored)
    told = json.loads((pieces / "pieces.json").read_text(encoding="utf-8"))
    for name, about in told.items():
        _write_program(target / name, (pieces / name).read_bytes(), about)


def _write_program(program: Path, frame: bytes, about: dict[str, int | str]) -> None:
    before, size = int(about["before"]), int(about["archive"])
    whole = frame[:before] + _archive(size) + frame[before:]
    if hashlib.sha256(whole).hexdigest() != about["sha256"]:
        raise TrayError(f"{sys.executable}: the file is damaged; download it anew")
    program.write_bytes(whole)
    program.chmod(0o755)


def _archive(size: int) -> bytes:
    """Return the one file's archive of modules; PyInstaller's loader tells where in the file it begins."""
    path, _, offset = str(sys._pyinstaller_pyz).rpartition("?")  # type: ignore[attr-defined]  # noqa: SLF001
    with Path(path).open("rb") as file:
        file.seek(int(offset))
        return file.read(size)
