"""Everything the shell can be told to do, as values: imperative names, performed in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from orchestrator_tray.core.decision import CloseReason, Decision, Delivery
from orchestrator_tray.core.events import LinkState, Place, SearchPurpose, TimerName
from orchestrator_tray.core.hook_wire import Reply
from orchestrator_tray.core.pattern import Origin
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Closed:
    """How a question ended."""

    question_id: str
    slug: str
    reason: CloseReason


@dataclass(frozen=True, slots=True)
class LinkReport:
    state: LinkState
    reason: str


@dataclass(frozen=True, slots=True)
class SessionReport:
    slug: str
    state: str
    project: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something went wrong and the listener goes on."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Learned:
    """One answer of a person is remembered."""

    pattern_id: str
    question_id: str
    answer: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Ready:
    """The listener is up and is going to connect."""

    settings: Settings
    patterns: int
    """How many answers are remembered."""


Fact = (
    Ready
    | Learned
    | Question
    | Decision
    | Delivery
    | Closed
    | LinkReport
    | SessionReport
    | Settings
    | Problem
)
"""What a person or a program that watches is told."""


@dataclass(frozen=True, slots=True)
class Report:
    """Store the fact where it must survive a restart, then tell it."""

    fact: Fact
    slug: str = ""
    """The session of a decision or a delivery."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """Search memory for each part of the question; answered by Recalled."""

    question: Question


@dataclass(frozen=True, slots=True)
class WarmUp:
    """A session works: a question may come soon, so start the embedder."""


@dataclass(frozen=True, slots=True)
class SendInput:
    """Store and tell that the answer is sent, then write it to the socket; SendFailed where either fails."""

    slug: str
    text: str
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class ReplyHook:
    """Let Claude Code go on in a hook that waits; what is sent is stored and told before."""

    call_id: str
    reply: Reply | None
    """None: say nothing, so that Claude Code goes its own way."""
    deliveries: tuple[Delivery, ...] = ()
    slug: str = ""


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Start, or start anew, the timer of that name and key; answered by TimerFired."""

    name: TimerName
    key: str
    delay: float
    """In seconds."""


@dataclass(frozen=True, slots=True)
class CancelTimer:
    name: TimerName
    key: str


@dataclass(frozen=True, slots=True)
class SearchTranscript:
    """Look whether a prompt arrived in the session's transcript; answered by TranscriptSearched."""

    slug: str
    purpose: SearchPurpose
    project: str
    session_id: str
    since: datetime
    text: str = ""
    """Ours; "" where any prompt counts as another."""


@dataclass(frozen=True, slots=True)
class FindAnswer:
    """Learn what a person answered elsewhere, as far as the session's transcript tells it without doubt."""

    question: Question
    sent_texts: tuple[str, ...]
    """What we sent to that session: never a person's answer."""


@dataclass(frozen=True, slots=True)
class Recover:
    """Look for questions that were asked while nobody listened; answered by QuestionsRecovered."""

    slug: str
    project: str
    session_id: str


@dataclass(frozen=True, slots=True)
class Learn:
    """Remember a person's answers to a question, and confirm the patterns that had proposed them."""

    question: Question
    answers: tuple[str, ...]
    """One per part; "" where the person gave none."""
    origins: tuple[Origin, ...]
    """One per part, as the answers."""
    confirmed: tuple[str, ...] = ()
    key: str = ""
    """What else than the question's own id makes it the same answer when it is met again; "" for that id."""


@dataclass(frozen=True, slots=True)
class Correct:
    """Demote what an answer rested on and remember the right ones."""

    question_id: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaveSettings:
    """Write the changes into the person's settings file."""

    changes: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Open:
    """Show the person a place, or switch the start at login."""

    what: Place


@dataclass(frozen=True, slots=True)
class ShowTerminal:
    """Bring the window of a terminal to the front, where this desktop lets us."""

    terminal: Terminal


@dataclass(frozen=True, slots=True)
class Quit:
    """End the program in order."""


Action = (
    Report
    | LookUp
    | WarmUp
    | SendInput
    | ReplyHook
    | StartTimer
    | CancelTimer
    | SearchTranscript
    | FindAnswer
    | Recover
    | Learn
    | Correct
    | SaveSettings
    | Open
    | ShowTerminal
    | Quit
)
