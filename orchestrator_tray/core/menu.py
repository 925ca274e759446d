"""The tray as a function of the state: its picture, its tooltip, and the menu with what each row means."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast

from orchestrator_tray.core.decision import Answered
from orchestrator_tray.core.display import counted, plain
from orchestrator_tray.core.events import (
    Corrected,
    Event,
    OpenRequested,
    PauseChosen,
    QuitRequested,
    Resumed,
    SettingsChosen,
)
from orchestrator_tray.core.question_row import LABEL_SHOWN, question_row, shown
from orchestrator_tray.core.settings import Settings, is_paused
from orchestrator_tray.core.state import State
from orchestrator_tray.core.view import MenuItem, TrayIcon, TrayView

TITLE = "Orchestrator Tray"
AUTO_THRESHOLDS = (0.90, 0.95, 0.98, 0.99)
SUGGEST_THRESHOLDS = (0.60, 0.70, 0.80, 0.90)
_RECENT_SHOWN = 10
MORNING = 8
"""The hour, local time, at which a pause until tomorrow ends."""


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """A row for a pause: until when it lasts depends on when it is chosen."""

    length: Literal["hour", "tomorrow", "resumed"]


@dataclass(frozen=True, slots=True)
class History:
    """How far learning from Claude Code's history has come."""

    stage: Literal["none", "offered", "running", "learned"] = "none"
    learned: int = 0
    """Answers that were new, so far."""
    problem: str = ""
    """Why the last try failed."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the menu shows beside the state."""

    now: datetime
    """Timezone-aware, in local time."""
    starts_at_login: bool = False
    score: str = ""
    """What auto-answer would have done, in words; "" while there is nothing to tell."""
    history: History = History()


def meant(chosen: object, now: datetime) -> Event:
    """Return what a chosen row means at this moment, which is timezone-aware, in local time."""
    match chosen:
        case PauseAsked("hour"):
            return PauseChosen(now + timedelta(hours=1))
        case PauseAsked("tomorrow"):
            day = now if now.hour < MORNING else now + timedelta(days=1)
            return PauseChosen(day.replace(hour=MORNING, minute=0, second=0, microsecond=0))
        case PauseAsked():
            return PauseChosen(None)
        case _:
            return cast("Event", chosen)


def score_text(answered: int, right: int) -> str:
    """Say how many questions auto-answer would have answered, and how many rightly; "" for none."""
    return f"Auto-answer would have answered {answered:,}, {right:,} right" if answered else ""


def tray_view(state: State, around: Surroundings) -> TrayView:
    """Return the whole tray at this moment."""
    count = len(state.cards)
    status = status_text(state, around.now)
    return TrayView(
        icon=_icon(state, around.now),
        count=count,
        title=TITLE,
        tooltip=status,
        items=(
            MenuItem("status", status, "info", enabled=False),
            *(question_row(card, state) for card in state.cards.values()),
            *_history(around.history),
            MenuItem("line-1", "", "separator"),
            *_switches(state, around),
            MenuItem("line-2", "", "separator"),
            *_past(state, around),
            MenuItem(
                "login",
                "Start on login",
                "check",
                checked=around.starts_at_login,
                event=OpenRequested("login"),
            ),
            MenuItem("settings", "Settings file", "action", event=OpenRequested("settings")),
            MenuItem("log", "Log", "action", event=OpenRequested("log")),
            MenuItem("data", "Data folder", "action", event=OpenRequested("data")),
            MenuItem("help", "Help", "action", event=OpenRequested("help")),
            MenuItem("line-3", "", "separator"),
            MenuItem("quit", "Quit", "action", event=QuitRequested()),
        ),
    )


def _icon(state: State, now: datetime) -> TrayIcon:
    if state.cards and not is_paused(state.settings, now):
        return "question"  # also without the server: Claude Code's hooks ask as well
    if state.link != "connected":
        return "offline"
    if is_paused(state.settings, now):
        return "paused"
    return "auto" if state.settings.auto_answer else "connected"


def status_text(state: State, now: datetime) -> str:
    """Return the state in one line."""
    link = "Connected" if state.link == "connected" else "Not connected"
    sessions, questions = len(state.sessions), len(state.cards)
    words = [link]
    if state.link == "connected":
        words.append(counted(sessions, "session"))
    if questions:
        words.append(counted(questions, "question"))
    if is_paused(state.settings, now):
        words.append(f"paused{_until(state.settings, now)}")
    elif state.is_quiet:
        words.append("quiet hours")
    return ", ".join(words)


def _until(settings: Settings, now: datetime) -> str:
    """Say when a pause ends, "" where no end is set."""
    if settings.paused:
        return ""
    end = datetime.fromisoformat(settings.paused_until).astimezone(now.tzinfo)
    day = {0: "", 1: "tomorrow "}.get((end.date() - now.date()).days, f"{end:%Y-%m-%d} ")
    return f" until {day}{end:%H:%M}"


def _history(history: History) -> tuple[MenuItem, ...]:
    if history.stage == "none":
        return ()
    if history.stage == "offered":
        label = "Learn from Claude Code's history"
        return (MenuItem("history", label, "action", event=OpenRequested("history")),)
    doing = "Learned" if history.stage == "learned" else "Learning"
    label = f"{doing} from the history: {history.learned:,} new answers"
    return (MenuItem("history", label, "info", enabled=False),)


def _switches(state: State, around: Surroundings) -> tuple[MenuItem, ...]:
    settings = state.settings
    auto = MenuItem(
        "auto",
        "Auto-answer",
        "check",
        checked=settings.auto_answer,
        event=SettingsChosen({"auto_answer": not settings.auto_answer}),
    )
    return (
        auto,
        _thresholds("auto_threshold", "Answer from", settings.auto_threshold, AUTO_THRESHOLDS),
        _thresholds("suggest_threshold", "Suggest from", settings.suggest_threshold, SUGGEST_THRESHOLDS),
        _pause(state, around.now),
    )


def _thresholds(name: str, label: str, now: float, usual: tuple[float, ...]) -> MenuItem:
    """Return a choice of thresholds; one from the settings file that is not usual stands among them."""
    values = sorted({*usual, now})
    children = tuple(
        MenuItem(
            f"{value:g}",
            _percent(value),
            "radio",
            checked=value == now,
            event=SettingsChosen({name: value}),
        )
        for value in values
    )
    return MenuItem(name, f"{label} {_percent(now)}", "submenu", children=children)


def _percent(threshold: float) -> str:
    return f"{threshold * 100:g}%"


def _pause(state: State, now: datetime) -> MenuItem:
    if is_paused(state.settings, now):
        return MenuItem("resume", "Resume", "action", event=Resumed())
    children = (
        MenuItem("hour", "For an hour", "action", event=PauseAsked("hour")),
        MenuItem("tomorrow", "Until tomorrow", "action", event=PauseAsked("tomorrow")),
        MenuItem("resumed", "Until resumed", "action", event=PauseAsked("resumed")),
    )
    return MenuItem("pause", "Pause", "submenu", children=children)


def _past(state: State, around: Surroundings) -> tuple[MenuItem, ...]:
    items = []
    if state.recent:
        children = tuple(_answered(one) for one in state.recent[:_RECENT_SHOWN])
        items.append(MenuItem("recent", "Recent answers", "submenu", children=children))
    if around.score:
        items.append(MenuItem("score", around.score, "info", enabled=False))
    return (*items, MenuItem("line-4", "", "separator")) if items else ()


def _answered(one: Answered) -> MenuItem:
    question = one.question
    label = f"{plain(question.slug, 20)}: {plain(question.parts[0].text, 40)} → {shown(one.answers)}"
    if one.is_corrected:
        return MenuItem(f"answer {question.id}", f"{label} (wrong)", "info", enabled=False)
    wrong = MenuItem("wrong", "That was wrong", "action", event=Corrected(question.id, ()))
    right = tuple(
        MenuItem(
            f"right {number}",
            f"That was wrong: {plain(other, LABEL_SHOWN)}",
            "action",
            event=Corrected(question.id, (other,)),
        )
        for number, other in enumerate(question.parts[0].labels)
        if len(question.parts) == 1 and (other,) != one.answers
    )
    return MenuItem(f"answer {question.id}", label, "submenu", children=(wrong, *right))
