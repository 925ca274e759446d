"""An open question in the menu: what is suggested, what else can be chosen, what is under way."""

from orchestrator_tray.core.display import percent, plain
from orchestrator_tray.core.events import Accepted, Ignored, Replied, Stopped, TerminalRequested, Ticked
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.state import Card, State
from orchestrator_tray.core.view import MenuItem

LABEL_SHOWN = 60


def question_row(card: Card, state: State) -> MenuItem:
    """Return the submenu of an open question."""
    question = card.question
    label = f"{plain(question.slug, 20)}: {plain(question.parts[0].text, LABEL_SHOWN)}"
    children: tuple[MenuItem, ...]
    if state.is_under_way(card):
        children = (_info("sent", "The answer is on its way"),)
    elif card.chosen is not None:
        children = (
            _info("queued", f"Going to answer: {shown(card.chosen)}"),
            *((_now(question.id),) if card.by == "auto" else ()),
            MenuItem("stop", "Stop", "action", event=Stopped(question.id)),
        )
    else:
        children = (*_failure(card), *_proposal(card), *_choices(card), _ignore(question.id))
    if state.leads_to_terminal(card):
        seen = TerminalRequested(question.id)
        children = (*children, MenuItem("terminal", "Show terminal", "action", event=seen))
    return MenuItem(f"question {question.id}", label, "submenu", children=children)


def shown(answers: tuple[str, ...]) -> str:
    """Return answers in one line."""
    return " · ".join(plain(answer, LABEL_SHOWN) for answer in answers)


def _info(key: str, label: str) -> MenuItem:
    return MenuItem(key, label, "info", enabled=False)


def _now(question_id: str) -> MenuItem:
    return MenuItem("now", "Send it now", "action", event=Accepted(question_id))


def _ignore(question_id: str) -> MenuItem:
    return MenuItem("ignore", "Ignore", "action", event=Ignored(question_id))


def _failure(card: Card) -> tuple[MenuItem, ...]:
    if not card.failure:
        return ()
    return (_info("failure", f"Not delivered: {plain(card.failure, LABEL_SHOWN)}"),)


def _proposal(card: Card) -> tuple[MenuItem, ...]:
    if card.proposal is None:
        return ()
    sure = f" ({percent(card.decision.confidence)})" if card.decision is not None else ""
    label = f"{shown(card.proposal)}{sure}"
    return (MenuItem("accept", label, "action", event=Accepted(card.question.id)),)


def _choices(card: Card) -> tuple[MenuItem, ...]:
    """Return rows for the options: of one choice each sends itself, of more they are marked and then sent."""
    parts = card.question.parts
    if len(parts) == 1 and not parts[0].multi_select:
        return _options(card)
    if not all(part.options for part in parts):
        return ()  # a part in own words cannot be answered here
    if len(parts) == 1:
        return (*_ticks(card, 0), _send(card))
    return (*(_part(card, number) for number in range(len(parts))), _send(card))


def _options(card: Card) -> tuple[MenuItem, ...]:
    proposed = card.proposal[0] if card.proposal else None
    return tuple(
        MenuItem(
            f"option {number}", plain(label, LABEL_SHOWN), "action", event=Replied(card.question.id, (label,))
        )
        for number, label in enumerate(card.question.parts[0].labels)
        if label != proposed
    )


def _part(card: Card, number: int) -> MenuItem:
    """Return the submenu of one part, with what is marked in it."""
    part = card.question.parts[number]
    marked = _marked(card, number, part)
    label = plain(part.text, LABEL_SHOWN) + (f" → {plain(marked, LABEL_SHOWN)}" if marked else "")
    return MenuItem(f"part {number}", label, "submenu", children=_ticks(card, number))


def _ticks(card: Card, number: int) -> tuple[MenuItem, ...]:
    part = card.question.parts[number]
    return tuple(
        MenuItem(
            f"tick {place}",
            plain(label, LABEL_SHOWN),
            "check" if part.multi_select else "radio",
            checked=(number, label) in card.ticks,
            event=Ticked(card.question.id, number, label),
        )
        for place, label in enumerate(part.labels)
    )


def _send(card: Card) -> MenuItem:
    """Return the row that sends what is marked, as soon as something is marked in every part."""
    answers = tuple(_marked(card, number, part) for number, part in enumerate(card.question.parts))
    if not all(answers):
        return MenuItem("send", "Send", "action", enabled=False)
    return MenuItem("send", f"Send: {shown(answers)}", "action", event=Replied(card.question.id, answers))


def _marked(card: Card, number: int, part: Part) -> str:
    """Return the marked labels of a part in the order of its options, as Claude Code puts them."""
    return ", ".join(label for label in part.labels if (number, label) in card.ticks)
