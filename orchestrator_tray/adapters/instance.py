"""One tray or listener per data folder: a lock that ends with its process, however that ends."""

import json
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from filelock import FileLock, Timeout

from orchestrator_tray.errors import TrayError
from orchestrator_tray.paths import open_private

Kind = Literal["tray", "listen"]
_KINDS: Final = ("tray", "listen")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Holder:
    """Which process has the data folder."""

    pid: int
    kind: Kind

    def __str__(self) -> str:
        name = "the tray" if self.kind == "tray" else "orchestrator-tray listen"
        return f"{name} (process {self.pid})"


class InstanceLock:
    """The right to be the only tray or listener of a data folder. Its folder must exist.

    A tray and a listener exclude each other as well. The lock file stays after its release; it means nothing.
    """

    def __init__(self, path: Path, kind: Kind) -> None:
        self._kind: Final = kind
        self._path: Final = path
        self._holder_path: Final = path.with_suffix(".json")
        # the tray takes the lock on one thread and may release it on another
        self._lock: Final = FileLock(path, timeout=0, mode=0o600, thread_local=False)

    def acquire(self) -> bool:
        """Whether the data folder is ours now; False at once where another process, or another lock, has it.

        Raises TrayError where locking is impossible.
        """
        if self._lock.is_locked:
            return True
        try:
            self._lock.acquire()
        except Timeout:
            return False
        except (OSError, NotImplementedError) as error:
            problem = getattr(error, "strerror", None) or error
            raise TrayError(
                f"{self._path}: cannot be locked ({problem}); choose another --data-dir"
            ) from None
        self._tell_holder()
        return True

    def release(self) -> None:
        """Give the data folder free. Does nothing where it is not ours."""
        if self._lock.is_locked:
            with suppress(OSError):
                self._holder_path.unlink()
            self._lock.release()

    def holder(self) -> Holder | None:
        """Who has the data folder, as far as that can be read; to be asked after `acquire` said no."""
        try:
            found = json.loads(self._holder_path.read_bytes())
            pid, kind = found["pid"], found["kind"]
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return Holder(pid, kind) if isinstance(pid, int) and kind in _KINDS else None

    def _tell_holder(self) -> None:
        text = json.dumps({"pid": os.getpid(), "kind": self._kind})
        try:
            with open(self._holder_path, "w", encoding="utf-8", opener=open_private) as file:
                file.write(text)
        except OSError as error:  # only a message is poorer without it
            _log.warning("%s: cannot be written (%s)", self._holder_path, error.strerror)
