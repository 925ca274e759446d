"""The one door to SQLite: opens the file, and turns what goes wrong there into a StoreError of one line.

Used from one thread. Text that cannot be stored (lone surrogates, NUL) is made storable here, for every
statement.
"""

import os
import re
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import apsw

from orchestrator_tray.errors import StoreError

Row = tuple[Any, ...]

_BUSY_MILLISECONDS = 15_000
"""Commands such as `teach` and `forget` write beside the listener: each waits for the other."""
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

_PROBLEMS: tuple[tuple[type[apsw.Error], str, str], ...] = (
    (apsw.NotADBError, "is not a database", "name another --data-dir or move the file away"),
    (apsw.CorruptError, "is damaged", "restore a backup or move the file away"),
    (apsw.FullError, "the disk is full", "free some space and try again"),
    (apsw.BusyError, "is in use by another program", "try again when that has ended"),
    (apsw.LockedError, "is in use by another program", "try again when that has ended"),
    (apsw.ReadOnlyError, "may not be written", "check who owns it and its folder"),
    (apsw.PermissionsError, "may not be opened", "check who owns it and its folder"),
    (apsw.AuthError, "may not be opened", "check who owns it and its folder"),
    (apsw.CantOpenError, "cannot be opened", "check that it is a file that you may read and write"),
)


class Connection:
    """One open database file. Statements run alone or inside `transaction`, which is all or nothing."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        """Open the file, and create it (mode 0600) with its folder (0700) unless `read_only`."""
        self.path = path
        self.read_only = read_only
        if read_only:
            _require(path)
        else:
            _create_private(path)
        with self._translated():
            # Also for reading: who opens a file in WAL mode read-only leaves two files beside it.
            self._apsw = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            self._prepare()
        except StoreError:
            self._apsw.close()
            raise

    def _prepare(self) -> None:
        with self._translated():
            self._apsw.set_busy_timeout(_BUSY_MILLISECONDS)
            self._load_vec0()
            # What is forgotten is overwritten with zeros; nothing spills into temporary files.
            self.execute("PRAGMA secure_delete = ON")
            self.execute("PRAGMA temp_store = MEMORY")
            self.execute("PRAGMA foreign_keys = ON")
            if self.read_only:
                self.execute("PRAGMA query_only = ON")
            else:
                # To read a vector SQLite walks a chain of pages from its start: larger ones make it shorter.
                self.execute("PRAGMA page_size = 8192")

    def be_durable(self) -> None:
        """Switch the file to write-ahead logging, and have each commit on the disk before it returns."""
        with self._translated():
            self._switch_to_wal()
        # FULL: not even a power loss makes us forget that an answer was sent. It costs one fsync for each of
        # the few commits that a question makes.
        self.execute("PRAGMA synchronous = FULL")

    def _switch_to_wal(self) -> None:
        """Try until nobody else does it at the same time: here SQLite itself never waits."""
        deadline = time.monotonic() + _BUSY_MILLISECONDS / 1000
        while True:
            try:
                self._apsw.execute("PRAGMA journal_mode = WAL")
            except apsw.BusyError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return

    def _load_vec0(self) -> None:
        library = vec0_path()
        if library is None:
            raise StoreError(str(self.path), "sqlite-vec is not installed", "run: pip install sqlite-vec")
        try:
            self._apsw.enable_load_extension(True)
            self._apsw.load_extension(str(library))
            self._apsw.enable_load_extension(False)
        except apsw.Error as error:
            problem = f"sqlite-vec does not load from {library}: {error}"
            raise StoreError(
                str(self.path), problem, "run: pip install --force-reinstall sqlite-vec"
            ) from error

    def execute(self, sql: str, bindings: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """Run one statement and return all of its rows."""
        with self._translated():
            return self._apsw.execute(sql, _storable_bindings(bindings)).fetchall()

    def value(self, sql: str, bindings: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """Return the first column of the first row; None where there is no row."""
        rows = self.execute(sql, bindings)
        return rows[0][0] if rows else None

    def commits_of_others(self) -> int:
        """Return a number that is another one after another connection changed the file."""
        return int(self.value("PRAGMA data_version"))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside one change: all of it is on the disk afterwards, or none after an error."""
        # IMMEDIATE: a deferred transaction that reads first fails at once when another process has written.
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self._apsw.in_transaction:
                self.execute("ROLLBACK")
            raise

    def close(self) -> None:
        with self._translated():
            self._apsw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except apsw.Error as error:
            raise self._store_error(error) from error

    def _store_error(self, error: apsw.Error) -> StoreError:
        for kind, problem, mend in _PROBLEMS:
            if isinstance(error, kind):
                return StoreError(str(self.path), problem, mend)
        return StoreError(str(self.path), f"SQLite says: {error}")


def vec0_path() -> Path | None:
    """Return where sqlite-vec keeps its extension, without its suffix; None where it is not installed.

    The package is not imported: that would bring numpy with it.
    """
    spec = find_spec("sqlite_vec")
    return Path(spec.origin).parent / "vec0" if spec and spec.origin else None


def _require(path: Path) -> None:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(str(path), "there is no such file", "teach or import something first") from error
    except OSError as error:
        problem = f"cannot be opened ({error.strerror})"
        raise StoreError(str(path), problem, "check who owns it and its folder") from error


def _create_private(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # SQLite gives the -wal and -shm files the mode of the file itself.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        problem = f"cannot be opened for writing ({error.strerror})"
        raise StoreError(str(path), problem, "check who owns it and its folder") from error


def _storable_bindings(bindings: Sequence[Any] | dict[str, Any]) -> Sequence[Any] | dict[str, Any]:
    if isinstance(bindings, dict):
        return {name: _storable(value) for name, value in bindings.items()}
    return [_storable(value) for value in bindings]


def _storable(value: Any) -> Any:
    return storable(value) if isinstance(value, str) else value


def storable(text: str) -> str:
    """Return the text with lone surrogates and NUL, which UTF-8 and SQLite cannot keep, as U+FFFD."""
    return _UNSTORABLE.sub("\ufffd", text)
