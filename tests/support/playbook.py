"""A stage for `decide`: events go in, what is done comes out in short words, and time passes when told to.

    play = Play(auto_answer=True)
    assert play(asked(ask())) == ["question q", "look up q"]
    assert play(recalled(ask(), "SQLite")) == ["decision answer SQLite", "queued SQLite by auto"]
    assert play.wait(5) == ["sent SQLite by auto", "send S: SQLite"]

Timers run on the stage's own clock; their starts are not listed, what they lead to is.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from orchestrator_tray.core import actions as a
from orchestrator_tray.core import events as e
from orchestrator_tray.core.decide import decide
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.pattern import DecisionPattern, Neighbour, Recall
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.state import State

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
PROJECT = "/home/me/shop"


class Play:
    """One program's life. Connected to a server with the resting session S, unless told otherwise."""

    def __init__(self, *, connected: bool = True, **settings: object) -> None:
        self.state = State(Settings(**settings))  # type: ignore[arg-type]
        self.now = START
        self.actions: list[a.Action] = []
        self._timers: dict[tuple[e.TimerName, str], datetime] = {}
        if connected:
            self(e.LinkChanged("connected"), e.SessionsListed((info(),)))

    def __call__(self, *events: e.Event) -> list[str]:
        """Let the events happen and return what is done, in order."""
        self.actions = []
        for event in events:
            self._happen(event)
        return [words for action in self.actions if (words := _words(action))]

    def wait(self, seconds: float) -> list[str]:
        """Let time pass; timers fire when they are due."""
        self.actions = []
        end = self.now + timedelta(seconds=seconds)
        while self._timers and (due := min(self._timers.values())) <= end:
            name, key = next(timer for timer, at in self._timers.items() if at == due)
            del self._timers[name, key]
            self.now = max(self.now, due)
            self._happen(e.TimerFired(name, key))
        self.now = end
        return [words for action in self.actions if (words := _words(action))]

    @property
    def timers(self) -> set[tuple[str, str]]:
        return set(self._timers)

    def _happen(self, event: e.Event) -> None:
        self.state, actions = decide(self.state, event, now=self.now)
        self.actions += actions
        for action in actions:
            match action:
                case a.StartTimer(name, key, delay):
                    self._timers[name, key] = self.now + timedelta(seconds=delay)
                case a.CancelTimer(name, key):
                    self._timers.pop((name, key), None)


def _words(action: a.Action) -> str:
    match action:
        case a.Report(fact):
            return _fact_words(fact)
        case a.LookUp(question):
            return f"look up {_short(question.id)}"
        case a.SendInput(slug, text, deliveries):
            sent = "".join(f"sent {delivery.text} by {delivery.by}, " for delivery in deliveries[:1])
            return f"{sent}send {slug}: {text}"
        case a.ReplyHook(call_id, reply, deliveries):
            sent = "".join(f"sent {delivery.text} by {delivery.by}, " for delivery in deliveries)
            told = "nothing" if reply is None else getattr(reply, "texts", "defer")
            return f"{sent}tell {call_id}: {', '.join(told) if isinstance(told, tuple) else told}"
        case a.SearchTranscript(slug, purpose):
            return f"search {purpose} {slug}"
        case a.FindAnswer(question):
            return f"find answer {_short(question.id)}"
        case a.Recover(slug):
            return f"recover {slug}"
        case a.Learn(question, answers, origins):
            return f"learn {_short(question.id)}: {', '.join(answers)} ({', '.join(origins)})"
        case a.Correct(question_id, answers):
            return f"correct {_short(question_id)}: {', '.join(answers)}"
        case a.SaveSettings(changes):
            return "save " + ", ".join(f"{name}={value}" for name, value in changes.items())
        case a.Open(what):
            return f"open {what}"
        case a.ShowTerminal(terminal):
            return f"show {terminal}"
        case a.Quit():
            return "quit"
        case _:
            return ""  # timers and the embedder's warm-up are told by what follows


def _fact_words(fact: a.Fact) -> str:
    match fact:
        case Question(question_id):
            return f"question {_short(question_id)}"
        case Decision(_, action, answers):
            return f"decision {action}" + (f" {', '.join(answers)}" if answers else "")
        case Delivery(_, state, text, by):
            return f"{state} {text} by {by}"
        case a.Closed(question_id, _, reason):
            return f"closed {_short(question_id)}: {reason}"
        case a.LinkReport(state):
            return f"link {state}"
        case a.SessionReport(slug, state):
            return f"session {slug} {state}"
        case Settings():
            return "settings"
        case a.Problem(where):
            return f"problem {where}"
        case _:
            raise AssertionError(fact)


def _short(question_id: str) -> str:
    return question_id.partition(":")[2]


def info(state: str = "idle", slug: str = "S", count: int = 0, session_id: str = "") -> e.SessionInfo:
    return e.SessionInfo(slug, state, PROJECT, session_id, count)


def part(
    text: str = "Which database?", labels: Sequence[str] = ("SQLite", "MySQL"), *, multi: bool = False
) -> Part:
    return Part(text, "DB", tuple(Option(label) for label in labels), multi)


def ask(name: str = "q", slug: str = "S", *parts: Part, subagent: bool = False, age: float = 0) -> Question:
    """Return a question; its id is slug and name, its tool_use id the name."""
    return Question(
        id=f"{slug}:{name}",
        slug=slug,
        parts=parts or (part(),),
        asked_at=START - timedelta(seconds=age),
        tool_use_id=name,
        is_subagent=subagent,
        project=PROJECT,
    )


def asked(question: Question) -> e.QuestionAsked:
    return e.QuestionAsked(question)


def recalled(question: Question, *answers: str | None, project: str = PROJECT) -> e.Recalled:
    """Memory knows these answers to the very same parts; None: it knows nothing."""
    recalls = tuple(
        Recall((Neighbour(_pattern(one, answer, project), 1.0),) if answer is not None else ())
        for one, answer in zip(question.parts, answers, strict=True)
    )
    return e.Recalled(question.id, recalls)


def _pattern(one: Part, answer: str, project: str) -> DecisionPattern:
    return DecisionPattern(
        question_text=one.text,
        user_answer=answer,
        question_header=one.header,
        options=one.options,
        multi_select=one.multi_select,
        project=project,
        is_selected_option=answer in one.labels,
        timestamp=START - timedelta(days=1),
        id=f"p-{answer}",
    )


def idle(slug: str = "S", count: int = 1, session_id: str = "") -> e.SessionChanged:
    return e.SessionChanged(info("idle", slug, count, session_id))


def working(slug: str = "S", count: int = 0) -> e.SessionChanged:
    return e.SessionChanged(info("working", slug, count))


def init(slug: str = "S", session_id: str = "") -> e.RunStarted:
    return e.RunStarted(slug, session_id)


RUN = (working(), init())
"""A run that somebody started."""
