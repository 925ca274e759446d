"""What is registered to start at login, and what each platform's way must offer."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from orchestrator_tray.errors import TrayError

NAME = "Orchestrator Tray"
IDENTIFIER = "orchestrator-tray"


class AutostartError(TrayError):
    """Raised when the entry cannot be read, written or removed."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(where, problem)
        self.where = where
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.where}: start on login cannot be changed: {self.problem}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is registered to start at login."""

    enabled: bool
    where: str
    """The file, or the registry key and value."""
    text: str = ""
    """What stands there, as it stands; "" for nothing."""
    current: bool = False
    """Whether it starts this installation as it is now; a program that was moved has to be enabled again."""


class Autostart(Protocol):
    """One platform's way to start at login; all three raise AutostartError."""

    def enable(self) -> Entry:
        """Register, or renew what is registered; returns what stands there now."""

    def disable(self) -> Entry:
        """Remove what is registered, if anything is."""

    def status(self) -> Entry:
        """Tell what is registered."""


@contextlib.contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn an operating system's refusal into an AutostartError."""
    try:
        yield
    except OSError as error:
        raise AutostartError(where, error.strerror or str(error)) from error
