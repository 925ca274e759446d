"""An answer inside the tool call: given where Claude Code waits in a hook, or left to its own dialog."""

from dataclasses import replace

from orchestrator_tray.core.actions import CancelTimer, ReplyHook, SendInput, StartTimer
from orchestrator_tray.core.decision import Delivery
from orchestrator_tray.core.hook_wire import Answers
from orchestrator_tray.core.outgoing import text_of
from orchestrator_tray.core.state import Card, Seat
from orchestrator_tray.core.step import Step

CONFIRM_SECONDS = 20.0
"""Claude Code tells by PostToolUse within some milliseconds that it has our answer."""
RESUME_SECONDS = 60.0
"""A deferred call is asked again when the resumed process has started."""


def answer_or_leave(step: Step, card: Card) -> None:
    """Answer inside the call if it is time, and do not keep waiting whoever must not wait."""
    seat = card.seat
    if seat is None:
        return
    if card.chosen is not None and card.is_ripe:
        _reply(step, card, seat)
    elif not seat.may_wait:
        leave(step, seat.call_id)
        step.put_card(replace(card, seat=None))


def _reply(step: Step, card: Card, seat: Seat) -> None:
    answers = card.chosen or ()
    sent = Delivery(card.question.id, "sent", text_of((card,)), card.by)
    step.do(
        CancelTimer("hold", card.question.id),
        ReplyHook(seat.call_id, Answers(answers), (sent,), card.question.slug),
        StartTimer("confirm", card.question.id, CONFIRM_SECONDS),
    )
    if card.lesson is not None:
        step.do(card.lesson)
    step.put_card(replace(card, seat=None, is_replied=True, lesson=None))


def leave(step: Step, call_id: str) -> None:
    """Say nothing: Claude Code shows its own dialog, or goes on."""
    step.do(ReplyHook(call_id, None))


def resume(step: Step, card: Card) -> None:
    """Wake a deferred call: Claude Code asks the hook again, which then answers."""
    step.do(
        SendInput(card.question.slug, "", ()),
        StartTimer("confirm", card.question.id, RESUME_SECONDS),
    )
    step.put_card(replace(card, is_deferred=False, is_replied=True))
