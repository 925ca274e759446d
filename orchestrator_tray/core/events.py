"""Everything that can happen to the program, as values: past tense names, one at a time to `decide`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.pattern import Recall
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.terminal import Terminal

LinkState = Literal["connecting", "connected", "lost"]
TimerName = Literal[
    "grace",
    "acknowledge",
    "begin",
    "verify",
    "expire",
    "search",
    "notify",
    "outage",
    "resume",
    "hold",
    "confirm",
]
Verdict = Literal["found", "other", "absent", "unreadable"]
"""Of a session's transcript: our text is there; another prompt is there; neither; nobody can tell."""
SearchPurpose = Literal["delivery", "catch-up"]
Place = Literal["settings", "log", "data", "help", "login", "history"]


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """What the server says about one session."""

    slug: str
    state: str
    project: str = ""
    session_id: str = ""
    message_count: int | None = None


@dataclass(frozen=True, slots=True)
class LinkChanged:
    state: LinkState
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FrameRejected:
    """A frame that cannot be understood; the listener goes on."""

    text: str


@dataclass(frozen=True, slots=True)
class ServerComplained:
    """An `error` frame; the server does not say what it is about."""

    text: str


@dataclass(frozen=True, slots=True)
class SessionsListed:
    sessions: tuple[SessionInfo, ...]


@dataclass(frozen=True, slots=True)
class SessionCreated:
    session: SessionInfo


@dataclass(frozen=True, slots=True)
class SessionChanged:
    session: SessionInfo


@dataclass(frozen=True, slots=True)
class SessionDeleted:
    slug: str


@dataclass(frozen=True, slots=True)
class RunStarted:
    """Claude began to work on a prompt (its `init` line)."""

    slug: str
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    question: Question


@dataclass(frozen=True, slots=True)
class TextSaid:
    slug: str
    text: str
    is_spoken: bool = True
    """False for a bare terminal line that no message of Claude stands behind."""


@dataclass(frozen=True, slots=True)
class ToolUsed:
    slug: str


@dataclass(frozen=True, slots=True)
class ToolReturned:
    slug: str
    succeeded: tuple[str, ...]
    """tool_use ids whose result is no error."""


@dataclass(frozen=True, slots=True)
class RunEnded:
    """A result line; the process still has to exit before input is taken."""

    slug: str
    succeeded: bool
    text: str = ""
    """The closing text, where the line repeats it."""
    timestamp: str = ""
    """As the server wrote it; part of a text question's identity."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Any other sign of life of a session's run."""

    slug: str


@dataclass(frozen=True, slots=True)
class HookAsked:
    """Claude Code waits in a hook for an answer to a question."""

    call_id: str
    """Names this one wait; the reply goes there."""
    question: Question
    may_wait: bool
    """False: a person sees only a spinner meanwhile, so it must be answered or left at once."""
    is_deferrable: bool
    """Whether the question can be kept open after the process has ended."""
    terminal: Terminal | None = None


@dataclass(frozen=True, slots=True)
class HookLeft:
    """Claude Code no longer waits in that hook."""

    call_id: str


@dataclass(frozen=True, slots=True)
class HookAnswered:
    """Claude Code tells by a hook that a call was answered."""

    session_id: str
    tool_use_id: str
    answers: tuple[str, ...]
    """One per part; "" where none was given."""
    is_by_person: bool
    """Whether it is certain that a person gave them, in Claude Code's own dialog."""


@dataclass(frozen=True, slots=True)
class HookMovedOn:
    """A session that is seen by hooks got a prompt or ended: what its dialog asked is over."""

    session_id: str


@dataclass(frozen=True, slots=True)
class Accepted:
    question_id: str


@dataclass(frozen=True, slots=True)
class Ignored:
    question_id: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """The person put the notification of a question aside; the question stays open."""

    question_id: str


@dataclass(frozen=True, slots=True)
class TerminalRequested:
    """The person wants to see the terminal in which a question is asked."""

    question_id: str


@dataclass(frozen=True, slots=True)
class Replied:
    question_id: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ticked:
    """The person marks an option, or takes the mark away; nothing is sent before a reply."""

    question_id: str
    part: int
    label: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """The person takes back an answer that is not sent yet."""

    question_id: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The person says what the right answers would have been."""

    question_id: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """Some settings are to hold from now on; they are checked when the event is taken."""

    changes: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SettingsChosen:
    """The person changed settings in the menu: they are to hold from now on and after a restart."""

    changes: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class PauseChosen:
    """The person wants to be left alone: until then, or until resumed (None)."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class Resumed:
    """The person ends the pause."""


@dataclass(frozen=True, slots=True)
class QuietChanged:
    """The quiet hours began or ended; the shell knows the local time."""

    is_quiet: bool


@dataclass(frozen=True, slots=True)
class ReviewRequested:
    """The person wants to see the waiting questions one after the other."""


@dataclass(frozen=True, slots=True)
class OpenRequested:
    """The person wants to see a file, a folder or the help.

    Or: to switch the start at login; to learn from the history.
    """

    what: Place


@dataclass(frozen=True, slots=True)
class CommandRejected:
    """A line of a program that steers the listener makes no sense."""

    text: str


@dataclass(frozen=True, slots=True)
class QuitRequested:
    pass


@dataclass(frozen=True, slots=True)
class Restored:
    """A question that was open when the program ended."""

    question: Question
    decision: Decision | None
    delivery: Delivery | None
    """The latest one; None before any."""


@dataclass(frozen=True, slots=True)
class QuestionsRecovered:
    """These questions are open at the end of their sessions' transcripts, and were never closed here."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Recalled:
    """Memory answered a look-up."""

    question_id: str
    recalls: tuple[Recall, ...]
    """One per part; empty where memory failed."""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class TimerFired:
    name: TimerName
    key: str


@dataclass(frozen=True, slots=True)
class SendFailed:
    """The answer to a session could not be stored or written to the socket."""

    slug: str
    reason: str
    is_certain: bool
    """Whether it is certain that nothing was written."""


@dataclass(frozen=True, slots=True)
class TranscriptSearched:
    """A session's transcript was searched for a prompt."""

    slug: str
    purpose: SearchPurpose
    verdict: Verdict


Event = (
    LinkChanged
    | FrameRejected
    | ServerComplained
    | SessionsListed
    | SessionCreated
    | SessionChanged
    | SessionDeleted
    | RunStarted
    | QuestionAsked
    | TextSaid
    | ToolUsed
    | ToolReturned
    | RunEnded
    | Heard
    | HookAsked
    | HookLeft
    | HookAnswered
    | HookMovedOn
    | Accepted
    | Ignored
    | Skipped
    | TerminalRequested
    | Replied
    | Ticked
    | Stopped
    | Corrected
    | SettingsChanged
    | SettingsChosen
    | PauseChosen
    | Resumed
    | QuietChanged
    | ReviewRequested
    | OpenRequested
    | CommandRejected
    | QuitRequested
    | Restored
    | QuestionsRecovered
    | Recalled
    | TimerFired
    | SendFailed
    | TranscriptSearched
)
