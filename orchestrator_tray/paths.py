"""Where the files of one installation lie; `--data-dir` moves all of them, so that two never meet.

Nothing is made before it is needed: a command that only reads leaves no folder behind.
"""

import hashlib
import os
import sys
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from orchestrator_tray.errors import TrayError

DATA_DIR_VARIABLE: Final = "ORCHESTRATOR_TRAY_DATA_DIR"
_APP: Final = "orchestrator-tray"
_PACKAGE: Final = Path(__file__).parent
_ICON_PLACES: Final = (_PACKAGE / "_icons", _PACKAGE.parent / "icons" / "png")
"""In a wheel and the frozen program the first, in a checkout the second."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one installation, all absolute; none need exist."""

    data_dir: Path
    config_file: Path
    log_dir: Path
    cache_dir: Path

    @property
    def db(self) -> Path:
        return self.data_dir / "patterns.db"

    @property
    def lock(self) -> Path:
        """Locked by the one tray or listener of this data folder."""
        return self.data_dir / "instance.lock"

    @property
    def socket(self) -> str:
        """The local socket (on Windows: named pipe) at which the tray or listener hears hooks.

        It has its own short name for each data folder, since a socket's path must stay under 104 bytes.
        Raises TrayError where the runtime folder belongs to somebody else.
        """
        key = hashlib.sha256(os.path.realpath(self.data_dir).encode(errors="surrogateescape")).hexdigest()[
            :12
        ]
        if sys.platform == "win32":
            return rf"\\.\pipe\{_APP}-{key}"
        return str(_runtime_dir() / f"{key}.sock")


def locate(
    data_dir: str | Path | None = None,
    config_file: str | Path | None = None,
    *,
    environment: Mapping[str, str],
) -> Paths:
    """The paths that the command line (first) or the environment names, else those usual on this platform."""
    chosen = data_dir or environment.get(DATA_DIR_VARIABLE)
    paths = _below(_absolute(chosen)) if chosen else _usual()
    if config_file:
        return Paths(paths.data_dir, _absolute(config_file), paths.log_dir, paths.cache_dir)
    return paths


def claude_dir(environment: Mapping[str, str]) -> Path:
    """Where Claude Code keeps its settings and transcripts."""
    return Path(
        environment.get("CLAUDE_CONFIG_DIR") or Path(environment.get("HOME") or Path.home()) / ".claude"
    )


def icon_file(name: str, size: int) -> Path:
    """Where a rendered picture lies: "app", or a state and a panel such as "auto-dark"."""
    folder = next((place for place in _ICON_PLACES if place.is_dir()), _ICON_PLACES[-1])
    return folder / f"{name}-{size}.png"


def made(folder: Path) -> Path:
    """The folder itself, once it is there, with access for its owner only where it had to be made.

    Raises TrayError where that is impossible or nothing can be written into it.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise TrayError(_unusable(folder, error.strerror)) from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise TrayError(_unusable(folder, "no permission to write into it"))
    return folder


def open_private(path: str, flags: int) -> int:
    """The opener of files that are made for their owner only; an existing one keeps its mode."""
    return os.open(path, flags, 0o600)


def _unusable(folder: Path, problem: str | None) -> str:
    return f"{folder}: the folder cannot be used ({problem}); mend that or name another with --data-dir"


def _below(folder: Path) -> Paths:
    return Paths(folder, folder / "config.toml", folder / "logs", folder / "cache")


def _usual() -> Paths:
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_APP, appauthor=False)
    return Paths(
        dirs.user_data_path, dirs.user_config_path / "config.toml", dirs.user_log_path, dirs.user_cache_path
    )


def _runtime_dir() -> Path:
    from platformdirs import user_runtime_path

    try:
        with warnings.catch_warnings():  # a fallback that works is no news for a person
            warnings.simplefilter("ignore")
            return user_runtime_path(_APP, appauthor=False)
    except OSError as error:
        raise TrayError(f"no safe folder for a local socket: {error}") from None


def _absolute(path: str | Path) -> Path:
    return Path(os.path.abspath(os.path.expanduser(path)))  # noqa: PTH100, PTH111  # neither raises nor resolves links
