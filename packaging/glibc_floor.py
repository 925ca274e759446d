"""Which Linux systems a folder of programs can run on: `python packaging/glibc_floor.py FOLDER`."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

Version = tuple[int, ...]
WANTED = re.compile(r"\*UND\*.*?\(?GLIBC_(\d+(?:\.\d+)+)\)?\s+(\S+)")


def floor(folder: Path) -> tuple[Version, list[str]]:
    """Return the oldest C library that will do, and what asks for it: "file: symbol"."""
    asked = [
        (version, f"{file.name}: {symbol}") for file in _elf_files(folder) for version, symbol in _asks(file)
    ]
    highest = max(version for version, _ in asked)
    return highest, sorted({who for version, who in asked if version == highest})


def _elf_files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    yield file


def _asks(file: Path) -> Iterator[tuple[Version, str]]:
    listed = subprocess.run(["objdump", "-T", str(file)], capture_output=True, text=True, check=True).stdout
    for version, symbol in WANTED.findall(listed):
        yield tuple(map(int, version.split("."))), symbol


def main() -> int:
    version, who = floor(Path(sys.argv[1]))
    print(f"glibc {'.'.join(map(str, version))} or newer, because of {', '.join(who)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
