"""The program's row in the desktop's menu: a .desktop file and its pictures, in the user's own folders."""

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import orchestrator_tray

NAME: Final = "orchestrator-tray"
_PACKAGE: Final = Path(orchestrator_tray.__file__).parent
_TEMPLATES: Final = (_PACKAGE / "_desktop", _PACKAGE.parent / "packaging")
_PICTURES: Final = (_PACKAGE / "_icons", _PACKAGE.parent / "icons" / "png")
_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def write_entry(share: Path, command: Sequence[str]) -> Path:
    """Write the menu entry that starts this command, with its pictures; return the entry."""
    for size, target in _pictures(share):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_first(_PICTURES) / f"app-{size}.png", target)
    entry = entry_file(share)
    entry.parent.mkdir(parents=True, exist_ok=True)
    entry.write_text(entry_text(command), encoding="utf-8")
    return entry


def remove_entry(share: Path) -> Iterator[Path]:
    """Take entry and pictures away; yield the entry, if it was there."""
    for _, picture in _pictures(share):
        picture.unlink(missing_ok=True)
    if entry_file(share).exists():
        entry_file(share).unlink()
        yield entry_file(share)


def entry_file(share: Path) -> Path:
    return share / "applications" / f"{NAME}.desktop"


def entry_text(command: Sequence[str]) -> str:
    """Return the entry of the packages with another command in it."""
    template = (_first(_TEMPLATES) / f"{NAME}.desktop").read_text(encoding="utf-8")
    executed = " ".join(map(_quoted, command)).replace("\\", "\\\\")
    tried = command[0].replace("\\", "\\\\")
    lines = {"Exec": executed, "TryExec": tried}
    return re.sub(r"(?m)^(Exec|TryExec)=.*$", lambda found: f"{found[1]}={lines[found[1]]}", template)


def _quoted(argument: str) -> str:
    """Quote for an Exec line, where % has a meaning of its own, too."""
    return '"' + re.sub(r'(["`$\\])', r"\\\1", argument).replace("%", "%%") + '"'


def _pictures(share: Path) -> Iterator[tuple[int, Path]]:
    for size in _SIZES:
        yield size, share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png"


def _first(places: Sequence[Path]) -> Path:
    """Return where the files lie: inside the frozen program, or in a checkout."""
    return next(place for place in places if place.is_dir())
