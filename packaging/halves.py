"""Takes the folder build's program apart, so that the one file can carry it without its modules twice.

The one file holds the archive of modules (PYZ) already. With the bytes before and after the archive it can
write the folder's program, byte for byte, when it installs itself.
"""

from pathlib import Path


def write(program: Path, archive: Path, folder: Path) -> tuple[Path, Path]:
    """Write what stands before and after the archive in the program; return the two files."""
    whole, modules = program.read_bytes(), archive.read_bytes()
    if whole.count(modules) != 1:
        raise SystemExit(f"{program}: does not hold {archive.name} once and as it is")
    before, after = whole.split(modules)
    parts = folder / f"{program.name}.head", folder / f"{program.name}.tail"
    for part, content in zip(parts, (before, after), strict=True):
        part.write_bytes(content)
    return parts
