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

from orchestrator_tray.adapters.installation.unpacked import MARK, OURS
from orchestrator_tray.errors import TrayError

PIECES: Final = "_install"
"""The folder, inside the one file, of the pieces and of `pieces.json`."""
CONTENTS: Final = "_internal"
"""Where a folder build has all but its program."""


def write_folder(source: Path, target: Path) -> None:
    """Write all of the folder build into `target`, which is made; `source` is what the one file unpacked."""
    pieces = source / PIECES
    ignored = shutil.ignore_patterns(PIECES, f"{MARK}*", OURS)
    shutil.copytree(source, target / CONTENTS, symlinks=True, ignore=ignored)
    about = json.loads((pieces / "pieces.json").read_text(encoding="utf-8"))
    modules = _archive(bytes.fromhex(about["begins"]), about["size"])
    for name, program in about["programs"].items():
        frame, before = (pieces / name).read_bytes(), program["before"]
        _write_program(target / name, frame[:before] + modules + frame[before:], program["sha256"])


def _archive(begins: bytes, size: int) -> bytes:
    """Return the archive of modules out of the running file."""
    whole = Path(sys.executable).read_bytes()
    start = max(0, whole.find(begins))
    return whole[start : start + size]


def _write_program(program: Path, content: bytes, sha256: str) -> None:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise TrayError(f"{sys.executable}: the file is damaged; download it anew")
    program.write_bytes(content)
    program.chmod(0o755)
