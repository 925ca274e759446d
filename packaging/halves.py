"""Takes the folder build's program apart, so that the one file can carry it without its modules twice.

The one file holds the archive of modules (PYZ) already. With the bytes before and after the archive it can
write the folder's program, byte for byte, when it installs itself.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path


def write(programs: Iterable[Path], archive: Path, folder: Path) -> list[Path]:
    """Write each program without the archive, and what is needed to put it together; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    modules = archive.read_bytes()
    about = {
        "begins": modules[:64].hex(),
        "size": len(modules),
        "programs": {program.name: _halved(program, modules, folder / program.name) for program in programs},
    }
    pieces = folder / "pieces.json"
    pieces.write_text(json.dumps(about), encoding="utf-8")
    return [*(folder / program.name for program in programs), pieces]


def _halved(program: Path, modules: bytes, frame: Path) -> dict[str, int | str]:
    whole = program.read_bytes()
    if whole.count(modules) != 1 or whole.count(modules[:64]) != 1:
        raise SystemExit(f"{program}: does not hold the archive of modules once, and as it is")
    before, _, after = whole.partition(modules)
    frame.write_bytes(before + after)
    return {"before": len(before), "sha256": hashlib.sha256(whole).hexdigest()}
