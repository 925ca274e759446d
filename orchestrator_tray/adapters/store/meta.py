"""Facts about the database itself, and small values that others keep in it."""

from orchestrator_tray.adapters.store.connection import Connection


class Meta:
    """Texts by key. The store's own keys begin with `embedding_`, `keys_` and `forgotten_`."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def get_meta(self, key: str) -> str | None:
        value = self._db.value("SELECT value FROM meta WHERE key = ?", (key,))
        return None if value is None else str(value)

    def set_meta(self, key: str, value: str) -> None:
        with self._db.transaction():
            self._set_meta(key, value)

    def _set_meta(self, key: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))
