"""Claude Code's settings files: our hook put in, taken out, looked at.

A file is replaced in one step, and only where what is not ours comes out the same by a second reading.
"""

import difflib
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from orchestrator_tray.core import hook_settings
from orchestrator_tray.core.hook_wire import EVENTS
from orchestrator_tray.core.jsonc import JsonError, extras, scanned
from orchestrator_tray.errors import TrayError

BACKUP_SUFFIX: Final = ".before-orchestrator-tray"
_MANAGED: Final = {
    "linux": "/etc/claude-code/managed-settings.json",
    "darwin": "/Library/Application Support/ClaudeCode/managed-settings.json",
    "win32": r"C:\Program Files\ClaudeCode\managed-settings.json",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a settings file."""

    path: Path
    before: str | None
    """None where there was no file."""
    after: str | None
    """None where there is no more file."""
    backup: Path | None = None
    """Where the file as it was before our hook is kept."""
    warning: str = ""

    @property
    def diff(self) -> str:
        """The change in unified form, "" where there is none."""
        name = str(self.path)
        old, new = ((text or "").splitlines(keepends=True) for text in (self.before, self.after))
        lines = difflib.unified_diff(old, new, name, name)
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Look:
    """What a settings file says about hooks."""

    path: Path
    problem: str = ""
    """Why it cannot be read; then nothing else is known."""
    is_complete: bool = False
    """Whether our hook is there at every event."""
    commands: tuple[str, ...] = ()
    """Ours, each once."""
    rivals: tuple[str, ...] = ()
    """Others that are asked before AskUserQuestion is used."""
    is_disabled: bool = False
    """Whether it switches hooks off, all or those of a user."""
    warning: str = ""


def settings_path(environment: Mapping[str, str], project: Path | None = None) -> Path:
    """Return the user's settings file, or that of a project folder."""
    if project is not None:
        return project / ".claude" / "settings.json"
    folder = environment.get("CLAUDE_CONFIG_DIR")
    return (Path(folder) if folder else Path.home() / ".claude") / "settings.json"


def managed_path(platform: str) -> Path:
    """Return the file by which an administrator overrules all others."""
    return Path(_MANAGED.get(platform, _MANAGED["linux"]))


def install(path: Path, command: str) -> Change:
    """Put our hook in, in the place of an older one of ours. Raises TrayError and leaves all as it was."""
    before, kept = _read(path), _read(_backup(path))
    with _problems_of(path):
        plain = hook_settings.original(before, kept)
        after = hook_settings.with_hook(plain, command)
    warning = _warning(after)
    if after == before:
        return Change(path, before, after, _backup(path) if kept is not None else None, warning)
    _check(path, before, after)
    if plain is None:
        _write(path, after)
        return Change(path, before, after, None, warning)
    _write(_backup(path), plain, like=path)
    try:
        _write_over(path, before, after)
    except TrayError:
        if kept is None:
            _unlink(_backup(path))
        raise
    return Change(path, before, after, _backup(path), warning)


def remove(path: Path) -> Change:
    """Take our hook out: the file is as it was before, down to the byte unless somebody else changed it.

    Raises TrayError and leaves all as it was.
    """
    before, kept = _read(path), _read(_backup(path))
    with _problems_of(path):
        after = hook_settings.original(before, kept)
    if after != before:
        _check(path, before, after)
        if after is None:
            _unlink(path)
        else:
            _write_over(path, before, after)
    if kept is not None:
        _unlink(_backup(path))
    return Change(path, before, after)


def look(path: Path) -> Look:
    """Return what the file says; a file that is not there says nothing."""
    try:
        text = _read(path)
        if text is None or not text.strip():
            return Look(path)
        value = scanned(text).value
        commands = hook_settings.our_commands(text)
        return Look(
            path,
            is_complete=set(hook_settings.installed_events(text)) >= set(EVENTS),
            commands=tuple(dict.fromkeys(commands)),
            rivals=hook_settings.rivals(text),
            is_disabled=isinstance(value, dict)
            and any(value.get(key) is True for key in ("disableAllHooks", "allowManagedHooksOnly")),
            warning=_warning(text),
        )
    except TrayError as error:
        return Look(path, problem=str(error))
    except JsonError as error:
        return Look(path, problem=f"{path}: {error}")


def _warning(text: str) -> str:
    found = extras(text)
    return f"Claude Code ignores a settings file with {' and '.join(found)}: take them out" if found else ""


@contextmanager
def _problems_of(path: Path) -> Iterator[None]:
    """Tell what is wrong with the file at that path."""
    try:
        yield
    except JsonError as error:
        raise TrayError(f"{path}: {error}; nothing was changed: mend the file first") from None


def _check(path: Path, before: str | None, after: str | None) -> None:
    if _others(before) != _others(after):
        raise TrayError(f"{path}: cannot be changed safely; nothing was changed: change it by hand")


def _others(text: str | None) -> Any:
    value = hook_settings.others(text or "")
    if isinstance(value, dict) and value.get("hooks") == {}:
        return {key: item for key, item in value.items() if key != "hooks"}
    return value


def _backup(path: Path) -> Path:
    return path.with_name(path.name + BACKUP_SUFFIX)


def _read(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TrayError(f"{path}: cannot be read ({error.strerror}); nothing was changed") from None
    except UnicodeDecodeError:
        raise TrayError(f"{path}: is not UTF-8; nothing was changed: save it in that encoding") from None


def _write_over(path: Path, before: str | None, after: str) -> None:
    if _read(path) != before:  # Claude Code itself writes it now and then
        raise TrayError(f"{path}: was changed by somebody else just now; nothing was changed: try again")
    _write(path, after, like=path)


def _write(path: Path, text: str, *, like: Path | None = None) -> None:
    """Put a whole new file in the place of the old one, or of what a symbolic link leads to.

    It gets the mode of `like`, else it is for its owner only.
    """
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)  # made with mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            if like is not None:
                Path(name).chmod(stat.S_IMODE(like.stat().st_mode))
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink()
            raise
    except OSError as error:
        named = like or path
        raise TrayError(f"{named}: cannot be written ({error.strerror}); nothing was changed") from None


def _unlink(path: Path) -> None:
    try:
        Path(os.path.realpath(path)).unlink()
    except OSError as error:
        raise TrayError(f"{path}: cannot be removed ({error.strerror})") from None
