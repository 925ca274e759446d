"""The second way in: questions that Claude Code asks by its hooks, and answers inside the tool call.

A question that comes by both ways is one card; while Claude Code waits in a hook, the answer goes there. In
a terminal PreToolUse must not wait, since it hides the question behind a spinner: it is answered at once
where there is no grace time, else left, and the PermissionRequest that follows waits beside the live dialog.
In print mode PreToolUse waits, then keeps the call open (defer) where that version can, else leaves it.
"""

from dataclasses import replace

from orchestrator_tray.core import delivery, seat, switches
from orchestrator_tray.core.actions import CancelTimer, Learn, ReplyHook, StartTimer, WarmUp
from orchestrator_tray.core.decision import Answered
from orchestrator_tray.core.events import HookAnswered, HookAsked
from orchestrator_tray.core.hook_wire import Defer
from orchestrator_tray.core.outgoing import text_of
from orchestrator_tray.core.project import lies_in
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.state import Card, Seat
from orchestrator_tray.core.step import Step


def same_card(step: Step, question: Question) -> Card | None:
    """Return the card of that very call, by whichever way it came first.

    PermissionRequest gives no id: there the session and the words tell.
    """
    for card in step.state.cards.values():
        known = card.question
        if question.tool_use_id and known.tool_use_id == question.tool_use_id:
            return card
        is_nameless = not (question.tool_use_id and known.tool_use_id) and "hook" in {question.via, known.via}
        if is_nameless and known.session_id == question.session_id and known.parts == question.parts:
            return card
    return None


def slug_of(step: Step, question: Question) -> str:
    """Return the name of a hook's session: the server's where it is one of its, else its folder's."""
    for session in step.state.sessions.values():
        if session.session_id == question.session_id:
            return session.slug
    return question.project.rpartition("/")[2] or "claude"


def take_seat(step: Step, card: Card, event: HookAsked) -> None:
    """Claude Code waits for this card's answer now."""
    flight = step.state.flights.get(card.question.slug)
    is_under_way = flight is not None and card.question.id in flight.question_ids
    if is_under_way or card.is_overtaken:
        seat.leave(step, event.call_id)  # the answer is already on its way as a prompt
        return
    if card.seat is not None:
        seat.leave(step, card.seat.call_id)
    taken = Seat(event.call_id, event.may_wait, event.is_deferrable)
    terminal = event.terminal or card.terminal
    card = step.put_card(replace(card, seat=taken, terminal=terminal, is_deferred=False, is_replied=False))
    if event.may_wait:
        step.do(StartTimer("hold", card.question.id, step.state.settings.hook_hold))
    if event.may_wait or not _may_be_answered_at_once(step, card):
        seat.answer_or_leave(step, card)


def _may_be_answered_at_once(step: Step, card: Card) -> bool:
    """Tell whether memory may still bring up an answer that leaves without grace time: worth a moment."""
    is_undecided = card.decision is None and card.chosen is None
    return is_undecided and step.state.settings.grace <= 0 and not switches.why_none(step)


def give_up_waiting(step: Step, question_id: str) -> None:
    """Nobody has answered for long: keep the call open for later where that is possible."""
    card = step.state.cards.get(question_id)
    if card is None or card.seat is None:
        return
    step.do(ReplyHook(card.seat.call_id, Defer() if card.seat.is_deferrable else None))
    step.put_card(replace(card, seat=None, is_deferred=card.seat.is_deferrable))


def overtake(step: Step, slug: str) -> None:
    """A run begins in the session; where it is none of ours, its words answer what was deferred there."""
    if slug not in step.state.flights:
        for card in step.state.cards_of(slug):
            if card.is_deferred:
                step.put_card(replace(card, is_deferred=False, is_overtaken=True))


def left(step: Step, call_id: str) -> None:
    """Claude Code waits no longer: it was ended, its hook's time is over, or a person pressed Esc."""
    for card in step.state.cards.values():
        taken = card.seat
        if taken is not None and taken.call_id == call_id:
            step.do(CancelTimer("hold", card.question.id))
            step.put_card(replace(card, seat=None))
            if taken.may_wait and card.question.slug not in step.state.sessions:
                delivery.withdraw(step, replace(card, seat=None), "answered_elsewhere")


def answered(step: Step, event: HookAnswered) -> None:
    """Claude Code holds an answer: ours, or one that a person gave in its dialog."""
    card = next(
        (card for card in step.state.cards.values() if card.question.tool_use_id == event.tool_use_id), None
    )
    if card is None or not event.tool_use_id:
        return
    if card.seat is not None:
        seat.leave(step, card.seat.call_id)
        card = step.put_card(replace(card, seat=None))
    if event.is_by_person:
        delivery.withdraw(step, card, "answered_elsewhere", is_told=True)
        if any(event.answers) and len(event.answers) == len(card.question.parts):
            _learn(step, card, event.answers)
    elif card.is_replied:
        confirm(step, card)
    else:
        delivery.withdraw(step, card, "answered_elsewhere", is_told=True)


def _learn(step: Step, card: Card, answers: tuple[str, ...]) -> None:
    if not lies_in(card.question.project, step.state.settings.excluded_projects):
        step.do(Learn(card.question, answers, tuple("hook" for _ in answers)))


def confirm(step: Step, card: Card) -> None:
    """Our answer is in the tool's result."""
    step.report_delivery(card, "delivered", text_of((card,)))
    step.remember(Answered(card.question, card.chosen or (), card.by))
    step.close(card, "delivered")


def miss_confirmation(step: Step, question_id: str) -> None:
    """Nobody told that our answer arrived."""
    card = step.state.cards.get(question_id)
    if card is not None and card.is_replied:
        text = text_of((card,))
        delivery.fail(step, replace(card, is_replied=False), text, "Claude Code did not confirm it")


def moved_on(step: Step, session_id: str) -> None:
    """A prompt was typed, or the terminal closed: nothing fires on Esc, so this ends what was asked there."""
    step.do(WarmUp())
    for card in step.state.cards.values():
        question = card.question
        is_terminal = question.via == "hook" and question.slug not in step.state.sessions
        if is_terminal and question.session_id == session_id and not card.is_deferred:
            delivery.withdraw(step, card, "answered_elsewhere")
