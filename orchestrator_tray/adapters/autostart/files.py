"""Files that a session reads at login: the XDG autostart file and macOS' LaunchAgent."""

import plistlib
import re
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from orchestrator_tray.adapters.autostart.entry import IDENTIFIER, NAME, Entry, translated

_PLAIN_ARGUMENT = re.compile(r"[\w@+=:,./%-]+", re.ASCII)


class DesktopFile:
    """The autostart file of a freedesktop session."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._file = folder / f"{IDENTIFIER}.desktop"
        self._text = desktop_file(command)

    def enable(self) -> Entry:
        return _written(self._file, self._text.encode(), self.status)

    def disable(self) -> Entry:
        return _removed(self._file, self.status)

    def status(self) -> Entry:
        text = _read(self._file).decode(errors="replace")
        lines = {line.replace(" ", "") for line in text.splitlines()}
        off = {"Hidden=true", "X-GNOME-Autostart-enabled=false"} & lines  # how desktops' own settings do it
        return Entry(bool(text) and not off, str(self._file), text, text == self._text)


class LaunchAgent:
    """The launch agent of a macOS user. `launchctl` is not asked: login reads the file."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._file = folder / f"{IDENTIFIER}.plist"
        self._content = launch_agent(command)

    def enable(self) -> Entry:
        return _written(self._file, self._content, self.status)

    def disable(self) -> Entry:
        return _removed(self._file, self.status)

    def status(self) -> Entry:
        content = _read(self._file)
        enabled = b"<key>RunAtLoad</key>" in content
        return Entry(enabled, str(self._file), content.decode(errors="replace"), content == self._content)


def desktop_file(command: Sequence[str]) -> str:
    """Return the text of the autostart file."""
    executed = " ".join(map(_quoted, command)).replace("\\", "\\\\")
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        f"Name={NAME}",
        f"Exec={executed}",
        "Terminal=false",
        "StartupNotify=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def launch_agent(command: Sequence[str]) -> bytes:
    """Return the content of the property list."""
    content = {
        "Label": IDENTIFIER,
        "ProgramArguments": [*command],
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(content)


def _quoted(argument: str) -> str:
    """Quote an argument of an Exec line."""
    literal = argument.replace("%", "%%")
    if _PLAIN_ARGUMENT.fullmatch(literal):
        return literal
    return '"' + re.sub(r'(["`$\\])', r"\\\1", literal) + '"'


def _read(file: Path) -> bytes:
    with translated(str(file)):
        return file.read_bytes() if file.exists() else b""


def _written(file: Path, content: bytes, status: Callable[[], Entry]) -> Entry:
    """Write a file as a whole or not at all; one that is right already stays untouched."""
    if _read(file) != content:
        with translated(str(file)):
            file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as new:
                new.write(content)
            Path(new.name).replace(file)
    return status()


def _removed(file: Path, status: Callable[[], Entry]) -> Entry:
    with translated(str(file)):
        file.unlink(missing_ok=True)
    return status()
