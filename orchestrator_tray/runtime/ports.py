"""What the runtime acts through, as Protocols and functions: the adapters, without knowing them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestrator_tray.core import actions as a
from orchestrator_tray.core.decision import CloseReason, Decision, Delivery
from orchestrator_tray.core.events import Place, Verdict
from orchestrator_tray.core.pending import HumanAnswer
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.state import State
from orchestrator_tray.core.terminal import Terminal
from orchestrator_tray.memory import Memory


class Link(Protocol):
    """The connection to the server."""

    async def run(self) -> None:
        """Connect and read for ever; ends by cancellation."""

    async def send(self, text: str) -> None:
        """Write one frame. Raises LinkDown where there is no connection."""


class Journal(Protocol):
    """The part of the store that survives a restart; called in the database's thread."""

    def save_question(self, question: Question) -> None: ...
    def save_decision(self, decision: Decision, at: datetime) -> None: ...
    def save_delivery(self, delivery: Delivery, at: datetime) -> None: ...
    def close_question(self, question_id: str, reason: CloseReason, at: datetime) -> None: ...
    def knows(self, question: Question) -> bool: ...


Tell = Callable[[a.Fact, str, datetime], None]
"""Tells a fact, with the session of a decision or a delivery, to whoever watches."""


class Transcripts(Protocol):
    """Claude Code's own files. Called in threads; may take some seconds, until a line is written."""

    def search(self, search: a.SearchTranscript) -> Verdict: ...
    def answer(self, lookup: a.FindAnswer) -> HumanAnswer: ...
    def open_questions(self, recovery: a.Recover) -> tuple[Question, ...]: ...
    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Ports:
    """What the runtime acts through."""

    memory: Memory
    journal: Journal
    transcripts: Transcripts
    tell: Tell
    watch: Callable[[State], None] = lambda _: None
    """Shown every new state, on the loop's thread; must be quick."""
    save_settings: Callable[[Mapping[str, object]], None] = lambda _: None
    """Writes the person's settings file; called in a thread. Raises TrayError."""
    open_place: Callable[[Place], None] = lambda _: None
    """Shows the person a place; called in a thread. Raises TrayError."""
    show_terminal: Callable[[Terminal], None] = lambda _: None
    """Brings a terminal's window to the front where that is possible; called in a thread."""
