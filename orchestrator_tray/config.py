"""Where settings come from and how they are kept: defaults < file < environment < command line.

Reads with the standard library; writes with tomlkit, so that comments, order and unknown keys survive.
"""

import difflib
import logging
import os
import re
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from orchestrator_tray.core.settings import ABOUT, DEFAULTS, Settings, Value, checked, conflict, shown
from orchestrator_tray.errors import ConfigError, UsageError

ENVIRONMENT_PREFIX: Final = "ORCHESTRATOR_TRAY_"
_NOT_SETTINGS: Final = frozenset({"data_dir"})
"""What the prefix names beside the settings."""

_PATTERNS: Final = frozenset({"guard_deny", "guard_ask", "guard_allow"})
"""Lists of words rather than of folders: a variable parts them by ";" on every system."""
_SWITCHES: Final = {"1": True, "true": True, "yes": True, "on": True}
_SWITCHES.update({"0": False, "false": False, "no": False, "off": False})
_HEADER: Final = """\
# Settings of Orchestrator Tray. A line without # counts; edits are picked up while it runs.
# Environment variables ORCHESTRATOR_TRAY_<SETTING> override this file, the command line overrides both.
"""

Fingerprint = tuple[int, int, int]
_log = logging.getLogger(__name__)


def load(
    path: Path,
    *,
    environment: Mapping[str, str],
    overrides: Mapping[str, object] | None = None,
    required: bool = False,
) -> Settings:
    """The settings that hold now. `overrides` are those given on the command line, in their settings' types.

    A missing file means defaults, unless it is `required`. Unknown names are logged and ignored. Raises
    ConfigError for anything that cannot be used; its `where` is the file, the variable or the `--option`.
    It is a UsageError where an option brings thresholds into conflict.
    """
    values: dict[str, Value] = {}
    origins: dict[str, str] = {}
    given = (_from_file(path, required), _from_environment(environment), _from_options(overrides or {}))
    for source in given:
        for name, origin, value in source:
            values[name] = value
            origins[name] = origin
    if isinstance(folders := values.get("excluded_projects"), tuple):
        values["excluded_projects"] = tuple(_expanded(folder) for folder in folders)
    settings = Settings(**values)  # type: ignore[arg-type]  # each has its setting's type
    if found := conflict(settings):
        raise _conflict_error(*found, origins)
    return settings


def _conflict_error(name: str, problem: str, origins: Mapping[str, str]) -> ConfigError:
    """Name the option among the origins rather than the file or variable that it goes against."""
    if name == "url":
        return ConfigError(origins[name], name, problem)
    places = [origins[one] for one in ("suggest_threshold", "auto_threshold") if one in origins]
    for place in places:
        if place.startswith("--"):
            return UsageError(place, name, problem)
    return ConfigError(places[0], name, problem)


def save(path: Path, changes: Mapping[str, Value]) -> None:
    """Write some settings into the file, in one step, readable by its owner only; all else in it stays.

    Makes the file, with a comment on every setting, where there is none. Each value is checked for itself;
    whether it goes with the others is the caller's matter. Raises ConfigError and leaves the file as it was.
    """
    checked_changes = {name: _checked(str(path), name, value) for name, value in changes.items()}
    target = Path(os.path.realpath(path))  # a symbolic link stays one
    old = _read_text(target)
    text = _template() if old is None else old
    _parse(path, text)
    for name, value in checked_changes.items():
        text = _with_setting(path, text, name, value)
    with _file_errors(path, "written"):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(target, text.encode())


def fingerprint(path: Path) -> Fingerprint | None:
    """A value that differs once the file is edited or replaced, by one stat; None without a file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _from_file(path: Path, required: bool) -> Iterator[tuple[str, str, Value]]:
    text = _read_text(path)
    if text is None:
        if required:
            raise ConfigError(str(path), "the file", "does not exist: make it, or leave out --config")
        return
    for name, value in _parse(path, text).items():
        if name in DEFAULTS:
            yield name, str(path), _checked(str(path), name, value)
        else:
            _log.warning("%s: %s is not a setting%s; ignored", path, shown(name), _meant(name))


def _from_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, str, Value]]:
    for variable in sorted(environment):
        name = variable.removeprefix(ENVIRONMENT_PREFIX).lower()
        if not variable.startswith(ENVIRONMENT_PREFIX) or name in _NOT_SETTINGS:
            continue
        if name not in DEFAULTS:
            _log.warning("%s is not a setting%s; ignored", shown(variable), _meant(name))
        elif text := environment[variable]:
            yield name, variable, _checked(variable, name, _value_of_text(name, text))
        elif DEFAULTS[name] in ("", ()):
            yield name, variable, DEFAULTS[name]


def _from_options(overrides: Mapping[str, object]) -> Iterator[tuple[str, str, Value]]:
    for name, value in overrides.items():
        option = "--" + name.replace("_", "-")
        yield name, option, _checked(option, name, value)


def _value_of_text(name: str, text: str) -> object:
    """The value that a variable's text stands for, or the text itself where it stands for none."""
    match DEFAULTS[name]:
        case bool():
            return _SWITCHES.get(text.strip().lower(), text)
        case float():
            try:
                return float(text)
            except ValueError:
                return text
        case tuple():
            between = ";" if name in _PATTERNS else os.pathsep
            return tuple(filter(None, text.split(between)))
        case _:
            return text


def _checked(where: str, name: str, value: object) -> Value:
    try:
        return checked(name, value)
    except ValueError as problem:
        raise ConfigError(where, name, str(problem)) from None


def _expanded(folder: str) -> str:
    return os.path.expanduser(folder)  # noqa: PTH111  # Path's raises for a ~name that is no user


def _meant(name: str) -> str:
    near = difflib.get_close_matches(name.lower(), DEFAULTS, n=1)
    return f" (did you mean {near[0]}?)" if near else ""


@contextmanager
def _file_errors(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        problem = (
            f"cannot be {done} ({error.strerror}): check it and its folder, or name another with --config"
        )
        raise ConfigError(str(path), "the file", problem) from None


def _read_text(path: Path) -> str | None:
    with _file_errors(path, "read"):
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
    try:
        return data.decode("utf-8-sig")  # Windows editors begin a file with a mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(str(path), f"line {line}", "is not UTF-8: save the file in that encoding") from None


def _parse(path: Path, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (
        ValueError,
        RecursionError,
    ) as error:  # also a number of thousands of digits, and endless brackets
        problem, _, place = str(error).partition(" (at ")
        found = re.match(r"line (\d+)", place)
        line = found[1] if found else text.count("\n") + 1
        raise ConfigError(str(path), f"line {line}", f"is not TOML ({problem}): mend that line") from None


def _template() -> str:
    """A fresh file: every setting explained, with its default as a comment."""
    entries = [f"\n# {ABOUT[name]}\n{_default_line(name)}\n" for name in DEFAULTS]
    return _HEADER + "".join(entries)


def _default_line(name: str) -> str:
    return f"# {name} = {_toml(DEFAULTS[name])}"


def _toml(value: Value) -> str:
    import tomlkit

    return tomlkit.item(list(value) if isinstance(value, tuple) else value).as_string()


def _with_setting(path: Path, text: str, name: str, value: Value) -> str:
    """The text with one setting changed, checked by a second parser: nothing else may have changed."""
    from tomlkit.exceptions import TOMLKitError

    wanted = _exactly(text) | _exactly(f"{name} = {_toml(value)}")
    for edit in (_edited_below_default, _edited):
        with suppress(tomllib.TOMLDecodeError, TOMLKitError):
            new = edit(text, name, value)
            if _exactly(new) == wanted:
                return new
    raise ConfigError(str(path), name, "cannot be changed in this file: change it by hand")


def _exactly(text: str) -> dict[str, object]:
    return tomllib.loads(text, parse_float=str)  # nan would differ from itself


def _edited_below_default(text: str, name: str, value: Value) -> str:
    """A setting that is not set yet goes where the fresh file explains it."""
    line = _default_line(name)
    return text.replace(f"{line}\n", f"{line}\n{name} = {_toml(value)}\n", 1)


def _edited(text: str, name: str, value: Value) -> str:
    import tomlkit

    document = tomlkit.parse(text)
    document[name] = list(value) if isinstance(value, tuple) else value
    return tomlkit.dumps(document)


def _replace(target: Path, data: bytes) -> None:
    """Put a whole new file in the place of the old one: a crash leaves the one or the other."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)  # made with mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink()
        raise
