"""The life of an answer: queued, sent, delivered; or stopped, or failed. Never twice, never stale.

The server takes input only while nothing runs, drops it silently otherwise, and confirms nothing. So an
answer waits for the session to rest, is written once, and counts as delivered only when a run begins after
it. All decided questions of a turn travel in one text, a Flight. Whatever stays unclear is looked up in the
session's transcript, and where that cannot tell, the answer has failed and only the person may send it again.
"""

from dataclasses import replace
from datetime import timedelta

from orchestrator_tray.core import seat
from orchestrator_tray.core.actions import (
    CancelTimer,
    FindAnswer,
    Learn,
    Report,
    SearchTranscript,
    SendInput,
    StartTimer,
)
from orchestrator_tray.core.decision import Answered, CloseReason, Delivery, DeliveryState, Sender
from orchestrator_tray.core.events import Verdict
from orchestrator_tray.core.outgoing import is_sendable, text_of
from orchestrator_tray.core.project import lies_in
from orchestrator_tray.core.state import Card, Flight, Session
from orchestrator_tray.core.step import Step

ACKNOWLEDGE_SECONDS = 2.0
"""The server's `working` follows an accepted input within 15 ms; it may be digesting a huge line, though."""
BEGIN_SECONDS = 60.0
SEARCH_SECONDS = 3.0
"""Claude Code writes a prompt to the transcript within its start-up time, 0.5 to 2 s."""
MAX_ATTEMPTS = 3
SENT_KEPT = 100


def queue(step: Step, card: Card, answers: tuple[str, ...], by: Sender, lesson: Learn | None = None) -> None:
    """Choose the answers for a question; they leave when the grace time is over and the session rests."""
    grace = step.state.settings.grace if by == "auto" else 0.0
    chosen = replace(
        card,
        chosen=answers,
        proposal=answers,
        by=by,
        is_ripe=grace <= 0,
        lesson=lesson,
        failure="",
        is_due=True,  # should it fail, that is news
    )
    text = text_of((chosen,))
    if not is_sendable(text):
        step.problem("delivery", f"the answer to {card.question.id} is empty or too long to send")
        return
    step.put_card(chosen)
    step.report_delivery(chosen, "queued", text)
    if grace > 0:
        step.do(StartTimer("grace", card.question.id, grace))
    else:
        step.do(CancelTimer("grace", card.question.id))
    send_ready(step, card.question.slug)


def ripen(step: Step, question_id: str) -> None:
    """The grace time of an automatic answer is over."""
    card = step.state.cards.get(question_id)
    if card is not None and card.chosen is not None:
        step.put_card(replace(card, is_ripe=True))
        send_ready(step, card.question.slug)


def stop(step: Step, card: Card, reason: str) -> Card:
    """Take back an answer that is not sent yet; what was automatic stays as a suggestion."""
    step.do(CancelTimer("grace", card.question.id))
    step.report_delivery(card, "stopped", text_of((card,)), reason)
    card = step.put_card(replace(card, chosen=None, is_ripe=False, lesson=None))
    return _as_suggestion(step, card, reason)


def hold_back(step: Step, card: Card, reason: str) -> Card:
    """Keep the machine from answering: an automatic answer that is not sent yet becomes a suggestion."""
    if card.chosen is not None and card.by == "auto" and not step.state.is_under_way(card):
        return stop(step, card, reason)
    return card


def _as_suggestion(step: Step, card: Card, reason: str) -> Card:
    if card.decision is None or card.decision.action != "answer":
        return card
    decision = replace(card.decision, action="suggest", reason=f"{reason}; {card.decision.reason}")
    step.do(Report(decision, card.question.slug))
    return step.put_card(replace(card, decision=decision))


def withdraw(step: Step, card: Card, reason: CloseReason, *, is_told: bool = False) -> None:
    """Close a question that ended without our answer; what was going to be sent is stopped.

    `is_told`: the answer that was given elsewhere is known already, or no person's.
    """
    if card.chosen is not None:
        state: DeliveryState = "failed" if step.state.is_under_way(card) else "stopped"
        step.report_delivery(card, state, text_of((card,)), reason.replace("_", " "))
    step.close(card, reason)
    if card.seat is not None:
        seat.leave(step, card.seat.call_id)
    # After "moved_on" the next words are about something else.
    if reason == "answered_elsewhere" and not is_told:
        _learn_elsewhere(step, card)


def _learn_elsewhere(step: Step, card: Card) -> None:
    """Most answers are given in the terminal: they teach, too."""
    question = card.question
    if not lies_in(question.project, step.state.settings.excluded_projects):
        sent = tuple(text for slug, text in step.state.sent if slug == question.slug)
        step.do(FindAnswer(question, sent))


def send_ready(step: Step, slug: str) -> None:
    """Send what is decided in a session, if it rests and no open question of the turn is still undecided.

    Where Claude Code waits inside the call, the answer goes there instead, at once.
    """
    for card in step.state.cards.values():
        if card.question.slug == slug:
            seat.answer_or_leave(step, card)
    session = step.state.sessions.get(slug)
    if step.state.link != "connected" or session is None or slug in step.state.flights:
        return
    if session.phase not in {"resting", "stale"}:
        return
    for card in step.state.cards_of(slug):
        reason = _unfit_reason(step, session, card)
        if reason:
            hold_back(step, card, reason)
    cards = step.state.cards_of(slug)
    if any(_is_awaited(card) for card in cards):
        return
    ready = tuple(card for card in cards if card.chosen is not None and not card.is_replied)
    deferred = next((card for card in ready if card.is_deferred), None)
    if deferred is not None:
        seat.resume(step, deferred)
    elif ready:
        _send(step, slug, ready)


def _unfit_reason(step: Step, session: Session, card: Card) -> str:
    """Return why an automatic answer may no longer go out, "" where it may."""
    if card.is_uncertain or session.phase == "stale":
        return "it may have been answered meanwhile"
    return why_too_old(step, card)


def why_too_old(step: Step, card: Card) -> str:
    """Return that a question is too old for an automatic answer, "" where it is not."""
    longest = timedelta(seconds=step.state.settings.auto_max_age)
    return "it was asked too long ago" if step.now - card.question.asked_at > longest else ""


def _is_awaited(card: Card) -> bool:
    """Tell whether the turn's text has to wait for this question."""
    if card.chosen is not None:
        return not card.is_ripe
    return not (card.question.is_subagent or card.has_moved_on or card.is_uncertain)


def _send(step: Step, slug: str, cards: tuple[Card, ...]) -> None:
    text = text_of(cards)
    if not is_sendable(text):
        for card in cards:
            fail(step, card, text, "the answers of this turn are together too long to send")
        return
    step.put_flight(Flight(slug, tuple(card.question.id for card in cards), text, step.now))
    step.state = replace(step.state, sent=(*step.state.sent, (slug, text))[-SENT_KEPT:])
    deliveries = tuple(Delivery(card.question.id, "sent", text, card.by) for card in cards)
    step.do(SendInput(slug, text, deliveries), StartTimer("acknowledge", slug, ACKNOWLEDGE_SECONDS))
    for card in cards:
        if card.lesson is not None:
            step.do(card.lesson)
            step.put_card(replace(card, lesson=None))


def acknowledge(step: Step, slug: str) -> None:
    """The server says that the session works."""
    flight = step.state.flights.get(slug)
    if flight is not None and flight.phase == "sent":
        step.put_flight(replace(flight, phase="acknowledged"))
        step.do(CancelTimer("acknowledge", slug), StartTimer("begin", slug, BEGIN_SECONDS))


def retry(step: Step, slug: str) -> None:
    """No sign from the server in time: write again, or give up."""
    flight = step.state.flights.get(slug)
    if flight is None or flight.phase != "sent":
        return
    if flight.attempts >= MAX_ATTEMPTS:
        search(step, flight)
        return
    step.put_flight(replace(flight, attempts=flight.attempts + 1))
    step.do(SendInput(slug, flight.text, ()), StartTimer("acknowledge", slug, ACKNOWLEDGE_SECONDS))


def begin(step: Step, slug: str) -> bool:
    """A run began. Return whether it may be ours; a run that is not ours has answered the open questions."""
    flight = step.state.flights.get(slug)
    if flight is None:
        return False
    if flight.phase == "searching":
        step.put_flight(replace(flight, has_begun=True))
    else:
        step.do(CancelTimer("acknowledge", slug), CancelTimer("begin", slug))
        flight = step.put_flight(replace(flight, phase="verifying", has_begun=True))
        _ask_transcript(step, flight)
    return True


def search_late(step: Step, slug: str) -> None:
    """A wait for a run of ours, or for its transcript to be written, is over."""
    flight = step.state.flights.get(slug)
    if flight is not None and flight.phase in {"acknowledged", "searching"}:
        search(step, flight)


def search(step: Step, flight: Flight) -> None:
    """Nobody said that it arrived: ask the transcript."""
    flight = step.put_flight(replace(flight, phase="searching"))
    step.do(CancelTimer("acknowledge", flight.slug), CancelTimer("begin", flight.slug))
    _ask_transcript(step, flight)


def lose_track(step: Step, slug: str) -> None:
    """The link broke while an answer was under way: give Claude the time to write it down, then look."""
    flight = step.state.flights.get(slug)
    if flight is None or flight.phase in {"verifying", "searching"}:
        return
    step.put_flight(replace(flight, phase="searching"))
    step.do(
        CancelTimer("acknowledge", slug),
        CancelTimer("begin", slug),
        StartTimer("search", slug, SEARCH_SECONDS),
    )


def _ask_transcript(step: Step, flight: Flight) -> None:
    """Ask whether our text arrived; where no transcript is known, nobody can tell."""
    session = step.state.sessions.get(flight.slug, Session(flight.slug))
    card = step.state.cards.get(flight.question_ids[0])
    project = session.project or (card.question.project if card else "")
    session_id = session.session_id or (card.question.session_id if card else "")
    if project and session_id:
        step.do(SearchTranscript(flight.slug, "delivery", project, session_id, flight.sent_at, flight.text))
    else:
        settle(step, flight.slug, "unreadable")


def settle(step: Step, slug: str, verdict: Verdict) -> None:
    """The transcript has spoken, or cannot."""
    flight = step.state.flights.get(slug)
    if flight is None:
        return
    is_ours = verdict == "found" or (flight.phase == "verifying" and verdict != "other")
    if is_ours:
        _deliver(step, flight)
    else:
        _give_up(step, flight, verdict)


def _deliver(step: Step, flight: Flight) -> None:
    step.drop_flight(flight.slug)
    for card in step.state.cards_of(flight.slug):
        if card.question.id in flight.question_ids:
            step.report_delivery(card, "delivered", flight.text)
            step.remember(Answered(card.question, card.chosen or (), card.by))
            step.close(card, "delivered")
        else:
            withdraw(step, card, "moved_on" if card.has_moved_on else "answered_elsewhere")


def _give_up(step: Step, flight: Flight, verdict: Verdict) -> None:
    reason = {
        "other": "somebody else's input came first",
        "absent": "it is not in the session's transcript",
        "unreadable": "it may have arrived: the server did not confirm it",
        "found": "",
    }[verdict]
    step.drop_flight(flight.slug)
    for card in _travellers(step, flight):
        fail(step, card, flight.text, reason)
    if verdict == "other" or flight.has_begun:
        for card in step.state.cards_of(flight.slug):
            withdraw(step, card, "answered_elsewhere")


def _travellers(step: Step, flight: Flight) -> tuple[Card, ...]:
    return tuple(card for name in flight.question_ids if (card := step.state.cards.get(name)) is not None)


def fail(step: Step, card: Card, text: str, reason: str) -> Card:
    step.report_delivery(card, "failed", text, reason)
    card = step.put_card(replace(card, chosen=None, is_ripe=False, is_uncertain=True, failure=reason))
    return _as_suggestion(step, card, reason)


def refuse(step: Step, slug: str, reason: str, *, is_certain: bool) -> None:
    """The socket or the database did not take the answer."""
    flight = step.state.flights.get(slug)
    if flight is None:
        return
    if not is_certain or flight.attempts > 1:
        lose_track(step, slug)
        return
    step.do(CancelTimer("acknowledge", slug))
    step.drop_flight(slug)
    for card in _travellers(step, flight):
        fail(step, card, flight.text, reason)
