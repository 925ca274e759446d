"""The pattern store: one SQLite file with the remembered answers, their vectors, and the journal.

Synchronous, for one thread that owns the Database. Other processes may have the same file open and write
to it.
"""

from pathlib import Path
from types import TracebackType
from typing import Self

from orchestrator_tray.adapters.store.connection import Connection
from orchestrator_tray.adapters.store.journal import Journal, OpenRecord
from orchestrator_tray.adapters.store.recall import Recollection
from orchestrator_tray.adapters.store.schema import migrate
from orchestrator_tray.core.pattern import Remembered

__all__ = ["Database", "OpenRecord", "Remembered"]


class Database(Recollection, Journal):
    """An open database. Every method raises StoreError when the file cannot be used as asked."""

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open the file, and make it unless `read_only`; the embedding model last used is in use again."""
        connection = Connection(path, read_only=read_only)
        try:
            migrate(connection)
            database = cls(connection)
            database._resume()
        except BaseException:
            connection.close()
            raise
        return database

    def _resume(self) -> None:
        self._model = self._recorded_model()
        if not self._db.read_only:
            self._renew_keys()

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
