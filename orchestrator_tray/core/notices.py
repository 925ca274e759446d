"""Which notifications should be on the screen, as a function of the state; and what their buttons mean.

The shell compares the notices of one moment with those of the next, shows what is new and withdraws what is
gone. So a question that is answered elsewhere takes its notification along, and nothing is shown twice.
"""

from datetime import datetime

from orchestrator_tray.core.display import percent, plain
from orchestrator_tray.core.events import (
    Accepted,
    Event,
    Ignored,
    OpenRequested,
    Replied,
    ReviewRequested,
    Skipped,
    Stopped,
    TerminalRequested,
)
from orchestrator_tray.core.menu import TITLE, History, status_text
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.settings import is_paused
from orchestrator_tray.core.state import Card, State
from orchestrator_tray.core.view import NotificationContent

QUESTION_SHOWN = 240
"""Characters of what is asked; several parts share them."""
OPTIONS_SHOWN = 120
ANSWER_SHOWN = 80
LABEL_SHOWN = 40
LISTED = 5
"""Questions that a summary names."""

Button = tuple[str, str]


def notices(state: State, *, now: datetime) -> tuple[NotificationContent, ...]:
    """Return all that should be on the screen now, each with a key that stays while it means the same."""
    if not state.settings.notify or is_paused(state.settings, now) or state.is_quiet:
        return ()
    announced = [_announcement(card, state) for card in state.cards.values() if _is_announced(card, state)]
    waiting = [card for card in state.cards.values() if _waits(card)]
    outage = [_OUTAGE] if state.has_outage else []
    if len(waiting) > 1 and not state.is_reviewing:
        return (*announced, _summary(waiting), *outage)
    return (*announced, *(_asking(card) for card in waiting[:1]), *outage)


def chosen(state: State, key: str, action: str, text: str = "") -> Event | None:
    """Return what a press of a notification's button means; None where it means nothing any more."""
    kind, _, question_id = key.partition(" ")
    if key in {SUMMARY, STATUS}:
        return ReviewRequested() if action in {"review", "clicked"} else None
    if key == HISTORY:
        return OpenRequested("history") if action == "learn" else None
    card = state.cards.get(question_id)
    if card is None:
        return None
    if action == "clicked" and state.leads_to_terminal(card):
        return TerminalRequested(question_id)
    if kind == "auto":
        return Stopped(question_id) if action == "stop" else None
    match action.partition(":"):
        case ("accept", _, _):
            return Accepted(question_id)
        case ("ignore", _, _):
            return Ignored(question_id)
        case ("reply", _, _) if text.strip():
            return Replied(question_id, (text,))
        case ("option", _, number):
            return Replied(question_id, (card.question.parts[0].options[int(number)].label,))
        case ("dismissed" | "clicked", _, _):
            return Skipped(question_id)
        case _:
            return None


def status_notice(state: State, now: datetime) -> NotificationContent:
    """Return what is shown to who starts the program a second time."""
    waiting = any(map(_may_be_shown, state.cards.values()))
    return NotificationContent(
        key=STATUS,
        title=f"{TITLE} is running",
        body=status_text(state, now),
        buttons=(("review", "Show"),) if waiting else (),
        timeout=BRIEFLY,
    )


def history_notice(history: History) -> NotificationContent | None:
    """Return what is told about learning from Claude Code's history, None for nothing."""
    if history.stage == "offered" and not history.problem:
        return NotificationContent(
            key=HISTORY,
            title="Learn from what you answered before?",
            body="Claude Code's history on this computer shows how you answer. It stays on this computer.",
            buttons=(("learn", "Learn"), ("later", "Not now")),
        )
    if history.stage == "offered":
        return trouble_notice("history", history.problem)
    if history.stage == "learned":
        body = f"{history.learned:,} answers from Claude Code's history are remembered now."
        return NotificationContent(key=HISTORY, title="Learned", body=body, timeout=BRIEFLY)
    return None


def trouble_notice(where: str, text: str) -> NotificationContent:
    """Return what is told of a problem that a person should know, such as a setting that cannot be used."""
    return NotificationContent(key=f"trouble {where}", title=TITLE, body=plain(text, QUESTION_SHOWN))


SUMMARY = "summary"
STATUS = "status"
HISTORY = "history"
BRIEFLY = 10.0
_OUTAGE = NotificationContent(
    key="outage",
    title="No connection to CBOS",
    body="Questions from its sessions cannot be seen until the server is back. It keeps trying to connect.",
    urgency="low",
)


def _is_announced(card: Card, state: State) -> bool:
    """Tell whether an automatic answer waits that can still be stopped."""
    return card.chosen is not None and card.by == "auto" and not state.is_under_way(card)


def _waits(card: Card) -> bool:
    return _may_be_shown(card) and card.is_due


def _may_be_shown(card: Card) -> bool:
    return card.chosen is None and card.decision is not None


def _announcement(card: Card, state: State) -> NotificationContent:
    assert card.decision is not None  # noqa: S101 - what is sent automatically was decided
    return NotificationContent(
        key=f"auto {card.question.id}",
        title=f"{_who(card)}: answering",
        body=f"{_question(card)}\n→ {_answer(card.chosen or ())} ({percent(card.decision.confidence)})",
        buttons=(("stop", "Stop"),),
        timeout=max(state.settings.grace, 1.0) + 1.0,
    )


def _asking(card: Card) -> NotificationContent:
    if card.failure:
        return _failed(card)
    if card.proposal is not None and card.decision is not None:
        return NotificationContent(
            key=f"ask {card.question.id}",
            title=f"{_who(card)} asks",
            body=f"{_question(card)}\n→ {_answer(card.proposal)} ({percent(card.decision.confidence)})",
            buttons=(("accept", "Accept"), ("ignore", "Ignore")),
            reply_placeholder=_placeholder(card),
        )
    return NotificationContent(
        key=f"ask {card.question.id}",
        title=f"{_who(card)} asks",
        body=_question_with_options(card),
        buttons=(*_options(card), ("ignore", "Ignore")),
        needs_menu=_needs_menu(card),
        reply_placeholder=_placeholder(card),
    )


def _failed(card: Card) -> NotificationContent:
    return NotificationContent(
        key=f"failed {card.question.id}",
        title=f"{_who(card)}: not delivered",
        body=f"{_question(card)}\n→ {_answer(card.proposal or ())}\n{plain(card.failure, QUESTION_SHOWN)}",
        buttons=(("accept", "Send again"), ("ignore", "Ignore")),
        urgency="critical",
    )


def _summary(waiting: list[Card]) -> NotificationContent:
    lines = [f"{_who(card)}: {plain(card.question.parts[0].text, ANSWER_SHOWN)}" for card in waiting[:LISTED]]
    more = [f"and {len(waiting) - LISTED} more"] if len(waiting) > LISTED else []
    return NotificationContent(
        key=SUMMARY,
        title=f"{len(waiting)} questions are waiting",
        body="\n".join((*lines, *more)),
        buttons=(("review", "Show"),),
    )


def _options(card: Card) -> tuple[Button, ...]:
    """Return a button for each option of a single choice; several parts or ticks need the menu."""
    if len(card.question.parts) > 1 or card.question.parts[0].multi_select:
        return ()
    labels = enumerate(card.question.parts[0].labels)
    return tuple((f"option:{number}", plain(label, LABEL_SHOWN)) for number, label in labels)


def _placeholder(card: Card) -> str | None:
    return "Your answer" if len(card.question.parts) == 1 else None


def _who(card: Card) -> str:
    folder = card.question.project.rpartition("/")[2]
    where = folder if card.terminal is None else "terminal"
    slug = plain(card.question.slug, LABEL_SHOWN)
    return f"{slug} ({plain(where, LABEL_SHOWN)})" if where and where != slug else slug


def _question(card: Card) -> str:
    return "\n".join(_text(card, part) for part in card.question.parts)


def _text(card: Card, part: Part) -> str:
    return plain(part.text, QUESTION_SHOWN // len(card.question.parts))


def _question_with_options(card: Card) -> str:
    """Return the question, with its options where no button stands for them."""
    if _options(card) or not any(part.options for part in card.question.parts):
        return _question(card)
    lines = []
    for part in card.question.parts:
        labels = plain(" · ".join(plain(label, LABEL_SHOWN) for label in part.labels), OPTIONS_SHOWN)
        lines += [_text(card, part), *([f"({labels})"] if labels else [])]
    return "\n".join(lines)


def _needs_menu(card: Card) -> bool:
    return not _options(card) and all(part.options for part in card.question.parts)


def _answer(answers: tuple[str, ...]) -> str:
    return " · ".join(plain(answer, ANSWER_SHOWN) for answer in answers)
