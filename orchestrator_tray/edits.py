"""The person's settings file while the program runs: the menu writes it, and edits by hand are found."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import Lock

from orchestrator_tray import config
from orchestrator_tray.core.settings import DEFAULTS, Settings, Value

Reload = Callable[[], Settings]
"""Reads the settings again: the file, with the environment and the command line over it."""


class SettingsFile:
    """One file. `save` may be called from any thread, `edits` from one."""

    def __init__(self, path: Path, reload: Reload, loaded: Settings) -> None:
        """`loaded` is what was read from it at the start."""
        self.path = path
        self._reload = reload
        self._loaded = loaded
        self._taken = self._last = config.fingerprint(path)
        self._lock = Lock()

    def save(self, names: Iterable[str], settings: Callable[[], Settings]) -> None:
        """Write what these settings are by then: two saves at once end with the same. Raises ConfigError."""
        with self._lock:
            now = settings()
            config.save(self.path, {name: getattr(now, name) for name in names})

    def edits(self) -> Mapping[str, Value] | None:
        """Return the settings that an edit of the file changed, None for no edit. Raises ConfigError, once.

        What the environment or the command line overrides stays as it is. A file that is gone, or has changed
        since the last look, is left for later: an editor may be about to write it.
        """
        found = config.fingerprint(self.path)
        rests, self._last = found == self._last, found
        if found is None or found == self._taken or not rests:
            return None
        self._taken = found
        before, self._loaded = self._loaded, self._reload()
        return {
            name: getattr(self._loaded, name)
            for name in DEFAULTS
            if getattr(self._loaded, name) != getattr(before, name)
        }
