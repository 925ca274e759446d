"""What the program tells about itself: one printable line per record, on stderr and in a rotating file.

A rule for every module: what sessions ask and people answer is logged at DEBUG only. Whatever text gets into
a record, it can neither act on a terminal nor look like a second record.
"""

import logging
import os
import sys
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Final, TextIO

LOG_NAME: Final = "orchestrator-tray.log"
_SIZE: Final = 1_000_000
_OLD_FILES: Final = 3
_LEVELS: Final = (logging.WARNING, logging.INFO, logging.DEBUG)

_log = logging.getLogger(__name__)


def setup(verbosity: int, log_dir: Path | None, stream: TextIO | None = None) -> None:
    """Log to stderr (or `stream`) from WARNING on, with verbosity 1 from INFO, with 2 from DEBUG on.

    With `log_dir`, a file there takes the same, but at least INFO; a folder that cannot be written is a
    warning, not an error. Libraries are heard from WARNING on. May be called again: the last call counts.
    """
    logging.raiseExceptions = False  # a full disk or a closed stderr must not put tracebacks on the screen
    level = _LEVELS[min(verbosity, 2)]
    root, ours = logging.getLogger(), logging.getLogger("orchestrator_tray")
    for handler in [*root.handlers]:
        if isinstance(handler, _FileHandler | _StreamHandler):
            root.removeHandler(handler)
            handler.close()
    root.addHandler(_StreamHandler(stream, level))
    root.setLevel(logging.WARNING)
    ours.setLevel(min(level, logging.INFO) if log_dir else level)
    if log_dir:
        _add_file(root, log_dir)


def printable(text: str) -> str:
    """The text in one line: line ends, terminal escapes and all else that is not printed, made visible."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in text)


def _add_file(root: logging.Logger, log_dir: Path) -> None:
    try:
        log_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        root.addHandler(_FileHandler(log_dir / LOG_NAME))
    except OSError as error:
        _log.warning("%s: no log is written there (%s)", log_dir, error.strerror)


class _Formatter(logging.Formatter):
    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        return printable(super().format(record))


class _StreamHandler(logging.StreamHandler[TextIO]):
    def __init__(self, stream: TextIO | None, level: int) -> None:
        super().__init__(stream)
        self.setLevel(level)
        self.setFormatter(_Formatter("%(levelname)s %(name)s: %(message)s"))


class _FileHandler(RotatingFileHandler):
    """Rotates by size; used by one process at a time, as the data folder is."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_SIZE, backupCount=_OLD_FILES, encoding="utf-8")
        self.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def _open(self) -> IO[str]:  # type: ignore[override]  # called by the base class at start and rotation
        file = open(  # noqa: SIM115  # the base class closes it
            self.baseFilename, self.mode, encoding=self.encoding, opener=_open_private
        )
        if sys.platform != "win32":
            os.fchmod(file.fileno(), 0o600)  # also where the file was there before
        return file


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
