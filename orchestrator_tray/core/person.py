"""What the person says about a question: accept, reply, ignore, stop, wrong. A word too late is a problem."""

from collections.abc import Sequence
from dataclasses import replace

from orchestrator_tray.core import delivery, switches
from orchestrator_tray.core.actions import Correct, Learn, ShowTerminal
from orchestrator_tray.core.decision import Answered
from orchestrator_tray.core.normal import match_answer
from orchestrator_tray.core.outgoing import is_sendable, outgoing_text
from orchestrator_tray.core.pattern import Origin
from orchestrator_tray.core.project import lies_in
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.state import Card
from orchestrator_tray.core.step import Step

CORRECTIONS = 3
"""So many automatic answers in a row that a person corrected switch auto-answer off."""
TRUST_LOST = f"{CORRECTIONS} automatic answers in a row were wrong: auto-answer is now off"


def accept(step: Step, question_id: str) -> None:
    card = step.state.cards.get(question_id)
    if card is None:
        step.problem("accept", f"no open question {question_id!r}")
    elif _is_answered(step, card):
        step.problem("accept", f"{question_id} is answered already")
    elif card.proposal is None:
        step.problem("accept", f"nothing is suggested for {question_id}: use reply")
    else:
        confirmed = card.decision.pattern_ids if card.decision is not None else ()
        lesson = Learn(card.question, card.proposal, tuple("accepted" for _ in card.proposal), confirmed)
        _answer(step, card, lesson)


def _is_answered(step: Step, card: Card) -> bool:
    """Tell whether the person has spoken, or the answer is past taking back."""
    return step.state.is_under_way(card) or (card.chosen is not None and card.by == "user")


def reply(step: Step, question_id: str, answers: tuple[str, ...]) -> None:
    card = step.state.cards.get(question_id)
    if card is None:
        step.problem("reply", f"no open question {question_id!r}")
    elif _is_answered(step, card):
        step.problem("reply", f"{question_id} is answered already")
    elif problem := _unusable(card.question, answers):
        step.problem("reply", problem)
    else:
        parts = zip(card.question.parts, answers, strict=True)
        origins: tuple[Origin, ...] = tuple(
            "chosen" if part.options and match_answer(answer, part) is not None else "typed"
            for part, answer in parts
        )
        _answer(step, card, Learn(card.question, answers, origins))


def tick(step: Step, question_id: str, part: int, label: str) -> None:
    """Mark an option, beside others where several may be chosen; a second time takes the mark away there."""
    card = step.state.cards.get(question_id)
    if card is None:
        step.problem("choose", f"no open question {question_id!r}")
        return
    tick = (part, label)
    if card.question.parts[part].multi_select:
        ticks = card.ticks ^ {tick}
    else:
        ticks = frozenset(other for other in card.ticks if other[0] != part) | {tick}
    step.put_card(replace(card, ticks=ticks))


def _unusable(question: Question, answers: tuple[str, ...]) -> str:
    """Return why these cannot be the answers to the question, "" where they can."""
    if len(answers) != len(question.parts):
        return f"{question.id} has {len(question.parts)} parts, not {len(answers)}"
    if not all(answer.strip() for answer in answers):
        return "an answer is empty"
    if not is_sendable(outgoing_text(list(zip(question.parts, answers, strict=True)))):
        return "the answer is too long to send"
    return ""


def _answer(step: Step, card: Card, lesson: Learn) -> None:
    is_lesson = not lies_in(card.question.project, step.state.settings.excluded_projects)
    delivery.queue(step, card, lesson.answers, "user", lesson if is_lesson else None)


def ignore(step: Step, question_id: str) -> None:
    card = step.state.cards.get(question_id)
    if card is None:
        step.problem("ignore", f"no open question {question_id!r}")
    elif step.state.is_under_way(card):
        step.problem("ignore", f"the answer to {question_id} is sent already")
    else:
        delivery.withdraw(step, card, "ignored")
        delivery.send_ready(step, card.question.slug)


def skip(step: Step, question_id: str) -> None:
    """Leave the question to the menu; a review goes on with the next."""
    if card := step.state.cards.get(question_id):
        step.put_card(replace(card, is_due=False))
        is_over = not any(each.is_due for each in step.state.cards.values())
        step.state = replace(step.state, is_reviewing=step.state.is_reviewing and not is_over)


def show_terminal(step: Step, question_id: str) -> None:
    """Take the person to the terminal, where the dialog waits: the notification has done its work."""
    card = step.state.cards.get(question_id)
    if card is not None and card.terminal is not None:
        skip(step, question_id)
        step.do(ShowTerminal(card.terminal))


def review(step: Step) -> None:
    """Show the waiting questions one after the other, also those that were put aside."""
    for card in step.state.cards.values():
        step.put_card(replace(card, is_due=True))
    step.state = replace(step.state, is_reviewing=True)


def stop(step: Step, question_id: str) -> None:
    card = step.state.cards.get(question_id)
    if card is None or card.chosen is None:
        step.problem("stop", f"no answer to {question_id!r} waits to be sent")
    elif step.state.is_under_way(card):
        step.problem("stop", f"the answer to {question_id} is sent already")
    else:
        delivery.stop(step, card, "stopped by you")


def correct(step: Step, question_id: str, answers: tuple[str, ...]) -> None:
    """Pass the correction on; three in a row cost the machine its trust."""
    step.do(Correct(question_id, answers))
    recent = tuple(
        replace(one, is_corrected=True) if one.question.id == question_id else one
        for one in step.state.recent
    )
    is_news, step.state = recent != step.state.recent, replace(step.state, recent=recent)
    if is_news and has_lost_trust(recent):
        step.problem("trust", TRUST_LOST)
        switches.settings_chosen(step, {"auto_answer": False})


def has_lost_trust(recent: Sequence[Answered]) -> bool:
    """Tell whether the latest automatic answers, the latest first, were all wrong."""
    latest = [one for one in recent if one.by == "auto"][:CORRECTIONS]
    return len(latest) == CORRECTIONS and all(one.is_corrected for one in latest)
