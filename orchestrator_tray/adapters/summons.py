"""How a second start has the first one show itself: a file that comes and goes."""

from pathlib import Path
from typing import Final

_NAME: Final = "show-status"


class Summons:
    """The wish of whoever starts the tray again, in a data folder that must exist."""

    def __init__(self, data_dir: Path) -> None:
        self._path: Final = data_dir / _NAME

    def call(self) -> None:
        """Ask the tray of this data folder to show itself."""
        self._path.touch(mode=0o600)

    def is_heard(self) -> bool:
        """Tell, once for each call, whether somebody asks; what cannot be taken away counts for nothing."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True
