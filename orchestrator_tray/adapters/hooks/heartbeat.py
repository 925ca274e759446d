"""When the hook was last heard, kept in a small file, so that `hooks status` can tell a dead one."""

import json
import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from orchestrator_tray.core.hook_wire import HookCall, Version
from orchestrator_tray.paths import open_private

FILE_NAME: Final = "hook-heard.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """The latest call of the hook."""

    at: datetime
    event: str
    version: Version | None
    """Claude Code's; None where unknown."""


class Heartbeat:
    """The file of one data folder, which must exist to be written."""

    def __init__(self, data_dir: Path) -> None:
        self._path: Final = data_dir / FILE_NAME

    def beat(self, call: HookCall, at: datetime) -> None:
        """Remember the call; a file that cannot be written is logged, and nothing else is lost by it."""
        text = json.dumps({"at": at.isoformat(), "event": call.event, "version": call.version})
        try:
            with open(self._path, "w", encoding="utf-8", opener=open_private) as file:
                file.write(text)
        except OSError as error:
            _log.warning("%s: cannot be written (%s)", self._path, error.strerror)

    def last(self) -> Heard | None:
        """Return the latest call; None where none was heard, or nothing can be read."""
        try:
            found = json.loads(self._path.read_bytes())
            version = found["version"]
            return Heard(
                datetime.fromisoformat(found["at"]),
                found["event"],
                version and (version[0], version[1], version[2]),
            )
        except (OSError, ValueError, LookupError, TypeError):
            return None
