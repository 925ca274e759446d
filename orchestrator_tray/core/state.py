"""All that the program knows at one moment, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from orchestrator_tray.core.actions import Learn
from orchestrator_tray.core.decision import Answered, Decision, Sender
from orchestrator_tray.core.events import LinkState
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.terminal import Terminal

SessionPhase = Literal["resting", "running", "unverified", "stale"]
"""resting: takes input; running: a process runs and input is lost; unverified: busy or changed by hearsay
since a reconnect; stale: still unconfirmed, as a restarted server leaves it, so only the person may send."""

FlightPhase = Literal["sent", "acknowledged", "verifying", "searching"]
"""sent: written to the socket; acknowledged: the server says `working`; verifying: Claude began, and the
transcript is
asked whose words it began with; searching: nobody said that it arrived, and the transcript is asked."""


@dataclass(frozen=True, slots=True)
class Session:
    """What is known of one session."""

    slug: str
    state: str = "unknown"
    """In the server's words."""
    phase: SessionPhase = "running"
    project: str = ""
    session_id: str = ""
    message_count: int | None = None
    has_asked: bool = False
    """Whether a tool question of this run is still without an answer."""
    said: str = ""
    """The last text of this run."""
    is_spoken: bool = False
    """Whether `said` came from Claude rather than from the terminal."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where Claude Code waits inside the tool call, so that an answer arrives there and then."""

    call_id: str
    may_wait: bool
    is_deferrable: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An open question and what is being done about it."""

    question: Question
    decision: Decision | None = None
    proposal: tuple[str, ...] | None = None
    """What an accept would send; None where there is nothing to accept."""
    chosen: tuple[str, ...] | None = None
    """What is going to be sent, or is under way."""
    ticks: frozenset[tuple[int, str]] = frozenset()
    """What the person has marked in the menu: the number of a part, and a label of it."""
    by: Sender = "auto"
    is_ripe: bool = False
    """Whether the grace time of `chosen` is over."""
    lesson: Learn | None = None
    """What is learned when the person's answer is sent; till then it can be taken back."""
    is_due: bool = True
    """Whether it may be notified: the time to answer it elsewhere is over."""
    failure: str = ""
    """Why the last delivery failed; "" if none did."""
    has_moved_on: bool = False
    """Tools ran after the question: the session went on without an answer."""
    seat: Seat | None = None
    """None: nobody waits in a hook; the answer goes as a prompt, if there is a session for it."""
    is_replied: bool = False
    """The answer was given inside the tool call and is not confirmed yet."""
    is_deferred: bool = False
    """Claude Code keeps the call open after its process has ended; an empty input resumes it."""
    is_overtaken: bool = False
    """Somebody else's words resume the deferred call: they answer it, and must not wait for us."""
    is_uncertain: bool = False
    """It may have been answered unseen, so only the person may send."""
    terminal: Terminal | None = None
    """Where a person sits before Claude Code's own dialog; None where nobody does, or nobody knows."""


@dataclass(frozen=True, slots=True)
class Flight:
    """A text on its way to a session: the answers to all decided questions of one turn."""

    slug: str
    question_ids: tuple[str, ...]
    text: str
    sent_at: datetime
    phase: FlightPhase = "sent"
    attempts: int = 1
    has_begun: bool = False
    """A run began while the transcript was searched; nobody knows yet with whose words."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything `decide` decides on."""

    settings: Settings = field(default_factory=Settings)
    link: LinkState = "lost"
    sessions: Mapping[str, Session] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    """Open questions by id, in the order of asking."""
    flights: Mapping[str, Flight] = field(default_factory=dict)
    """By slug."""
    recent: tuple[Answered, ...] = ()
    """The answers that were delivered last, the latest first."""
    sent: tuple[tuple[str, str], ...] = ()
    """Slug and text of what was sent last: no person said it."""
    is_quiet: bool = False
    """Whether it is within the quiet hours."""
    is_reviewing: bool = False
    """Whether the person asked to see the waiting questions one after the other."""
    has_outage: bool = False
    """Whether the link has been lost for long."""
    closed: tuple[str, ...] = ()
    """Ids of the questions that were closed last: a repeated frame does not open them again."""
    deleted: frozenset[str] = frozenset()
    """Slugs that were deleted; a process of theirs may still run and speak."""

    def is_under_way(self, card: Card) -> bool:
        """Tell whether an answer to the question has left, and can no longer be taken back."""
        flight = self.flights.get(card.question.slug)
        return card.is_replied or (flight is not None and card.question.id in flight.question_ids)

    def leads_to_terminal(self, card: Card) -> bool:
        """Tell whether the person can be taken to the terminal in which the question is asked."""
        return self.settings.show_terminal and card.terminal is not None

    def cards_of(self, slug: str) -> tuple[Card, ...]:
        """Return the session's open questions, in the order of asking.

        A terminal that is called after a folder may have the name of one of the server's sessions: it is
        another session all the same, and what is answered there must never be sent to the server's.
        """
        session = self.sessions.get(slug)
        return tuple(card for card in self.cards.values() if _is_asked_in(card, slug, session))


def _is_asked_in(card: Card, slug: str, session: Session | None) -> bool:
    question = card.question
    is_another = session is not None and question.via == "hook" and session.session_id != question.session_id
    return question.slug == slug and not is_another
