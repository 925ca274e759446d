"""Which files a history is made of: regular files, each once, whatever links lead to them."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a transcript, or why a file or a folder cannot be looked at."""

    path: Path
    size: int = 0
    """In bytes."""
    mtime_ns: int = 0
    problem: str = ""


def find_files(paths: Iterable[Path]) -> list[Found]:
    """List, sorted by path, the named files and the *.jsonl files below the named folders."""
    return sorted(_found(list(paths)), key=lambda found: found.path)


def _found(named: list[Path]) -> Iterator[Found]:
    seen: set[tuple[int, int]] = set()
    waiting = list(named)
    while waiting:
        path = waiting.pop()
        is_meant = path in named or path.suffix == _SUFFIX
        try:
            status = path.stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            if stat.S_ISDIR(status.st_mode):
                is_meant = True
                waiting += path.iterdir()
            elif is_meant:
                yield _file(path, status)
        except OSError as error:
            if is_meant:
                yield Found(path, problem=error.strerror or str(error))


def _file(path: Path, status: os.stat_result) -> Found:
    if not stat.S_ISREG(status.st_mode):
        return Found(path, problem="no regular file")
    return Found(path, status.st_size, status.st_mtime_ns)
