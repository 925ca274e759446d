"""Takes the symbols out of libraries, a fifth of the size: Python and wheels often come with them."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

Collected = tuple[str, str, str]


def stripped(libraries: Iterable[Collected], folder: Path) -> list[Collected]:
    """Return PyInstaller's list with the sources replaced by copies without symbols."""
    return [(name, _copy(name, source, folder), kind) for name, source, kind in libraries]


def _copy(name: str, source: str, folder: Path) -> str:
    if _was_patched(name):
        return source
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, copy)
    copy.chmod(0o755)
    subprocess.run(["strip", "--strip-unneeded", str(copy)], check=True)
    return str(copy)


def _was_patched(name: str) -> bool:
    """Tell whether auditwheel has rewritten this one: strip leaves such files unloadable."""
    return Path(name).parts[0].endswith(".libs")
