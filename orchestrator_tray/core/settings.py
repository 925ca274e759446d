"""The settings that a person can change: names, defaults, and what each may be.

Where they are kept is config.py's matter. The same rules hold for a file, a variable, an option and a live
change.
"""

import ipaddress
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, time, timedelta
from types import MappingProxyType
from typing import Final, TypeVar, cast
from urllib.parse import urlsplit

DEFAULT_URL = "ws://localhost:32205"

Value = bool | float | str | tuple[str, ...]
_V = TypeVar("_V", bool, float, str, tuple[str, ...])


def _setting(default: _V, about: str) -> _V:
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True, slots=True)
class Settings:
    """One set of live settings. Durations are in seconds, thresholds and confidences from 0 to 1."""

    url: str = _setting(DEFAULT_URL, "The CBOS server.")
    auto_answer: bool = _setting(False, "Whether sure answers are sent without asking.")
    auto_threshold: float = _setting(0.95, "From this confidence on an answer may be sent by itself, 0 to 1.")
    suggest_threshold: float = _setting(0.80, "From this confidence on an answer is suggested, 0 to 1.")
    grace: float = _setting(
        5.0, "Seconds in which an automatic answer can be stopped before it is sent; 0 sends at once."
    )
    paused: bool = _setting(False, "While paused nothing is answered or notified, yet all is learned.")
    paused_until: str = _setting(
        "", 'Paused until then, such as "2026-03-02T08:00:00Z"; "" for no end. The menu writes it.'
    )
    model: str = _setting("all-minilm-l6-v2-int8", "The embedding model that finds similar questions.")
    allow_remote: bool = _setting(False, "Whether the server may be on another computer.")
    notify: bool = _setting(True, "Whether questions and answers are shown as notifications.")
    notify_after: float = _setting(
        0.0, "Seconds that a question must stay unanswered before it is notified; 0 notifies at once."
    )
    show_terminal: bool = _setting(
        True, "Whether a click on a question's notification brings its terminal to the front, where possible."
    )
    hook_hold: float = _setting(
        600.0, "Seconds for which a question of Claude Code's hooks waits for you where nobody else is asked."
    )
    quiet_hours: str = _setting(
        "", 'Local time without notifications and automatic answers, such as "22:00-07:00"; "" for none.'
    )
    excluded_projects: tuple[str, ...] = _setting(
        (), "Path prefixes of projects whose questions are shown, but neither decided nor learned."
    )
    guard_deny: tuple[str, ...] = _setting(
        (), 'Words of questions that are not even suggested an answer, such as "billing" or "drop * table".'
    )
    guard_ask: tuple[str, ...] = _setting(
        (), "Words of questions that are never answered automatically, beside what the guard knows by itself."
    )
    guard_allow: tuple[str, ...] = _setting(
        (), "Words that take back a match of guard_ask; they never lower guard_deny or the guard itself."
    )
    max_age: float = _setting(86_400.0, "Seconds after which an open question expires.")
    auto_max_age: float = _setting(
        600.0, "Seconds after which a question is no longer answered automatically."
    )


DEFAULTS: Final[Mapping[str, Value]] = MappingProxyType(
    {one.name: cast("Value", one.default) for one in fields(Settings)}
)
ABOUT: Final[Mapping[str, str]] = MappingProxyType(
    {one.name: one.metadata["about"] for one in fields(Settings)}
)
"""One sentence on each setting, for the help and for a fresh settings file."""


def checked(name: str, value: object) -> Value:
    """The value in the type of the setting `name`, as a live change or a settings file gives it.

    Raises ValueError with what is wrong and what would be right, to be read after the setting's name;
    KeyError for a name that is no setting.
    """
    typed = _typed(DEFAULTS[name], value)
    if (rule := _RULES.get(name)) and (problem := rule(typed)):
        raise ValueError(f"{problem}, not {shown(value)}")
    return typed


def changed(settings: Settings, changes: Mapping[str, object]) -> Settings:
    """The settings with some changed; raises ValueError: one sentence that begins with a setting's name."""
    values: dict[str, Value] = {}
    for name, value in changes.items():
        if name not in DEFAULTS:
            raise ValueError(f"{shown(name)} is not a setting")
        try:
            values[name] = checked(name, value)
        except ValueError as problem:
            raise ValueError(f"{name} {problem}") from None
    new = replace(settings, **values)  # type: ignore[arg-type]  # each has its setting's type
    if found := conflict(new):
        raise ValueError(" ".join(found))
    return new


def conflict(settings: Settings) -> tuple[str, str] | None:
    """The name of a setting that does not go with another, and why; None where all go together."""
    suggest, auto = settings.suggest_threshold, settings.auto_threshold
    if suggest > auto:
        problem = f"({suggest:g}) must not be above auto_threshold ({auto:g}): lower it or raise the other"
        return "suggest_threshold", problem
    if not settings.allow_remote and not is_loopback(settings.url):
        address = shown(settings.url)
        return "url", f"({address}) is not on this computer: set allow_remote = true if that server is yours"
    return None


def is_paused(settings: Settings, now: datetime) -> bool:
    """Whether the person wants to be left alone at that time, which is timezone-aware."""
    until = settings.paused_until
    return settings.paused or (bool(until) and now < datetime.fromisoformat(until))


def is_loopback(url: str) -> bool:
    """Whether the address can only be this computer: localhost, 127.0.0.0/8 or ::1."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_quiet(quiet_hours: str, at: time) -> bool:
    """Whether the local time `at` lies within the quiet hours, which may go past midnight."""
    if not quiet_hours:
        return False
    begin, end = (time.fromisoformat(side) for side in quiet_hours.split("-"))
    return begin <= at < end if begin < end else at >= begin or at < end


def seconds_to_change(quiet_hours: str, at: time) -> float:
    """Seconds from the local time `at` until the quiet hours begin or end, whichever comes first."""
    now = timedelta(hours=at.hour, minutes=at.minute, seconds=at.second, microseconds=at.microsecond)
    day = timedelta(days=1)
    sides = (time.fromisoformat(side) for side in quiet_hours.split("-"))
    waits = ((timedelta(hours=side.hour, minutes=side.minute) - now) % day or day for side in sides)
    return min(waits).total_seconds()


def shown(value: object) -> str:
    """The value as an error message shows it: in one short line, control characters made visible."""
    text = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _typed(default: Value, value: object) -> Value:
    match default, value:
        case bool(), bool(switch):
            return switch
        case bool(), _:
            kind = "true or false"
        case float(), bool():
            kind = "a number"
        case float(), int() | float() as number:
            return _finite(number)
        case float(), _:
            kind = "a number"
        case str(), str(text):
            return text
        case str(), _:
            kind = "a text in quotes"
        case _, list() | tuple() as items if all(isinstance(item, str) for item in items):
            return tuple(items)
        case _:
            kind = "a list of texts"
    raise ValueError(f"must be {kind}, not {shown(value)}")


def _finite(number: float) -> float:
    try:
        if math.isfinite(number):
            return float(number)
    except OverflowError:  # an integer of hundreds of digits
        pass
    raise ValueError(f"must be a finite number, not {shown(number)}")


def _threshold_problem(value: float) -> str:
    return "" if 0 <= value <= 1 else "must be from 0 to 1"


def _wait_problem(value: float) -> str:
    return "" if value >= 0 else "must be 0 or more seconds"


def _age_problem(value: float) -> str:
    return "" if value > 0 else "must be more than 0 seconds"


def _model_problem(value: str) -> str:
    return "" if value.strip() else "must name an embedding model"


def _url_problem(value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = parts.scheme in {"ws", "wss"} and parts.hostname and parts.port != 0
    except ValueError:  # a port out of range, half an IPv6 address
        usable = False
    clean = value.isprintable() and " " not in value
    return "" if usable and clean else "must be an address such as ws://localhost:32205"


def _hours_problem(value: str) -> str:
    hour = r"(?:[01]\d|2[0-3]):[0-5]\d"
    found = re.fullmatch(f"({hour})-({hour})", value, re.ASCII)
    if not value or (found and found[1] != found[2]):
        return ""
    return 'must be two different times such as "22:00-07:00", or "" for none'


def _moment_problem(value: str) -> str:
    try:
        usable = not value or datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        usable = False
    return "" if usable else 'must be a time with its zone such as "2026-03-02T08:00:00Z", or "" for none'


def _projects_problem(value: tuple[str, ...]) -> str:
    # an empty prefix would silently exclude every project
    return "" if all(item.strip() for item in value) else "must be a list of folders without empty ones"


def _patterns_problem(value: tuple[str, ...]) -> str:
    # nothing but stars would silently match every question
    usable = all(any(char.isalnum() for char in item) and item.isprintable() for item in value)
    return (
        "" if usable else 'must be a list of words such as "drop * table", each with more than * and blanks'
    )


_RULES: Final = cast(
    "Mapping[str, Callable[[Value], str]]",
    {
        "url": _url_problem,
        "auto_threshold": _threshold_problem,
        "suggest_threshold": _threshold_problem,
        "grace": _wait_problem,
        "model": _model_problem,
        "notify_after": _wait_problem,
        "hook_hold": _wait_problem,
        "quiet_hours": _hours_problem,
        "paused_until": _moment_problem,
        "excluded_projects": _projects_problem,
        "guard_deny": _patterns_problem,
        "guard_ask": _patterns_problem,
        "guard_allow": _patterns_problem,
        "max_age": _age_problem,
        "auto_max_age": _wait_problem,
    },
)
