"""The folder into which the one file unpacks itself at each start: marked while in use, cleared where left.

PyInstaller's loader, a process of its own, unpacks, starts the program and removes the folder after it. When
the loader is killed, or interrupted while it unpacks, nobody does: 140 MB stay. So each start clears what
earlier ones left, of this program and this user only, and never a folder that a process still uses.
"""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Final

MARK: Final = ".in-use"
"""Holds the loader's process id, and is locked by every process that runs out of the folder."""
OURS: Final = ".orchestrator-tray"
"""In every folder of ours; the first file that is unpacked (`build.spec`)."""
_LOADER: Final = slice(4, 12)
"""Where the folder's name has the loader's process id, in hexadecimal digits."""
_STILL: Final = 1.0
"""Seconds without a change in a folder that nobody unpacks; processes of containers may not be seen here."""
_ONE_PRESS: Final = 1.0
"""Seconds in which one Ctrl-C may come twice: from the terminal, and from the loader, which hands it on."""
_PR_SET_PDEATHSIG: Final = 1


def one_file_folder() -> Path | None:
    """Return where the running one file has unpacked itself; None for a folder build and from source."""
    folder = Path(getattr(sys, "_MEIPASS", ""))
    return folder if folder.name.startswith("_MEI") else None


def begin() -> None:
    """Mark the own folder as in use; the program's main process also clears what others left."""
    folder = one_file_folder()
    if folder is None or sys.platform == "win32":  # there, files in use cannot be removed anyway
        return
    is_first = not (folder / MARK).exists()
    _hold(folder)
    if is_first:
        _end_with_parent()
        _interrupt_once()
        clear(folder.parent)


def clear(place: Path) -> list[Path]:
    """Remove what killed programs left in a folder for temporary files; return what was removed."""
    gone = [folder for folder in _candidates(place) if _is_left(folder)]
    for folder in gone:
        shutil.rmtree(folder, ignore_errors=True)
    return gone


def _hold(folder: Path) -> None:
    """Lock the mark for as long as this process lives."""
    if sys.platform == "win32":
        return
    import fcntl

    mark = folder / MARK
    is_new = not mark.exists()
    written = folder / f"{MARK}-new" if is_new else mark
    descriptor = os.open(written, os.O_RDWR | os.O_CREAT, 0o600)  # stays open: closing it unlocks
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    if is_new:
        os.write(descriptor, str(os.getppid()).encode())
        written.rename(mark)  # so that nobody ever sees a mark that is not locked yet


def _candidates(place: Path) -> Iterator[Path]:
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            with suppress(OSError):
                is_mine = entry.name.startswith("_MEI") and entry.is_dir(follow_symlinks=False)
                if is_mine and entry.stat().st_uid == os.getuid() and Path(entry, OURS).exists():
                    yield Path(entry)


def _is_left(folder: Path) -> bool:
    """Tell whether neither the loader nor any process that it started is left of a run."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        with (folder / MARK).open("r+b") as mark:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return not _is_running(int(mark.read() or b"0"))
    except FileNotFoundError:
        return _is_abandoned(folder)
    except (OSError, ValueError):  # locked
        return False


def _is_abandoned(folder: Path) -> bool:
    """Tell whether the loader of a folder without a mark was ended while it unpacked."""
    try:
        loader = int(folder.name[_LOADER], 16)
        changed = max(path.lstat().st_mtime for path in (folder, *folder.rglob("*")))
    except (OSError, ValueError):  # it is being removed, or its name tells nothing
        return False
    return not _is_running(loader) and time.time() - changed > _STILL


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return process > 0


def _end_with_parent() -> None:
    """Have the system end this program when its loader is killed: who kills what they started means it."""
    if sys.platform == "linux":
        import ctypes
        import signal

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _interrupt_once() -> None:
    """Take one Ctrl-C for one interruption: the second would break off what is tidied up after the first."""
    import signal

    last = float("-inf")

    def interrupted(number: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > _ONE_PRESS:
            last = now
            signal.default_int_handler(number, frame)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else it is ignored, as by nohup
        signal.signal(signal.SIGINT, interrupted)
