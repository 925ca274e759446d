"""The settings that a person can change, with their defaults. Where they are kept is config.py's matter."""

from dataclasses import dataclass

DEFAULT_URL = "ws://localhost:32205"


@dataclass(frozen=True, slots=True)
class Settings:
    """One set of live settings. Durations are in seconds, thresholds and confidences from 0 to 1."""

    url: str = DEFAULT_URL
    auto_answer: bool = False
    auto_threshold: float = 0.95
    suggest_threshold: float = 0.80
    grace: float = 5.0
    """How long an automatic answer can be stopped before it is sent."""
    paused: bool = False
    model: str = "all-minilm-l6-v2-int8"
    allow_remote: bool = False
    notify: bool = True
    quiet_hours: str = ""
    """"22:00-07:00" in local time: no notifications, no automatic answers; "" for none."""
    excluded_projects: tuple[str, ...] = ()
    """Path prefixes: questions of these are shown, but neither decided nor learned."""
    max_age: float = 86_400.0
    """An open question that is older expires."""
    auto_max_age: float = 600.0
    """A question that is older is never answered automatically."""
