"""Questions coming in: by a tool call, by a hook, in closing text, or left over; looked up and decided."""

from dataclasses import replace
from datetime import timedelta

from orchestrator_tray.core import channel, delivery, seat, session, switches
from orchestrator_tray.core import events as e
from orchestrator_tray.core.actions import LookUp, Report, StartTimer
from orchestrator_tray.core.project import lies_in
from orchestrator_tray.core.question import CONTEXT_KEPT, Question
from orchestrator_tray.core.state import Card, Flight, Session
from orchestrator_tray.core.step import Step
from orchestrator_tray.core.weigh import weigh
from orchestrator_tray.core.wire import text_question_id


def asked(step: Step, question: Question) -> None:
    """A tool call asks. A frame that comes twice, or late for a deleted session, asks nothing new."""
    if question.id in step.state.cards or question.id in step.state.closed:
        return
    if question.slug in step.state.deleted or channel.same_card(step, question) is not None:
        return
    heard = session.heard(step, question.slug)
    if not question.is_subagent:
        heard = step.put_session(replace(heard, has_asked=True))
    _open(step, question, heard)


def hook_asked(step: Step, event: e.HookAsked) -> None:
    """Claude Code asks in a hook; the same call may have come over the socket already, or come there soon."""
    card = channel.same_card(step, event.question)
    if card is not None:
        channel.take_seat(step, card, event)
        return
    if switches.is_silent(step):
        seat.leave(step, event.call_id)  # nobody is told, so nobody could answer
        return
    slug = channel.slug_of(step, event.question)
    identity = event.question.tool_use_id or event.call_id
    question = replace(event.question, id=f"{slug}:{identity}", slug=slug)
    if question.id in step.state.closed:
        seat.leave(step, event.call_id)
        return
    _open(step, question, session.known(step, slug))
    channel.take_seat(step, step.state.cards[question.id], event)
    if lies_in(question.project, step.state.settings.excluded_projects):
        seat.answer_or_leave(step, step.state.cards[question.id])


def run_ended(step: Step, event: e.RunEnded) -> None:
    part = session.run_ended(step, event)
    if part is None or event.slug in step.state.deleted:
        return
    heard = session.known(step, event.slug)
    question_id = text_question_id(event.slug, event.text or heard.said, event.timestamp)
    if question_id not in step.state.cards and question_id not in step.state.closed:
        _open(step, Question(question_id, event.slug, (part,), step.now, source="text"), heard)


def _open(step: Step, question: Question, heard: Session) -> None:
    """Put a question on the table: show it, and ask memory."""
    question = replace(
        question,
        project=question.project or heard.project,
        session_id=question.session_id or heard.session_id,
        context=question.context or (heard.said[-CONTEXT_KEPT:] if question.source == "tool" else ""),
    )
    wait = step.state.settings.notify_after
    step.put_card(Card(question, is_due=wait <= 0))
    if wait > 0:
        step.do(StartTimer("notify", question.id, wait))
    step.do(Report(question))
    _consult(step, question)


def _consult(step: Step, question: Question) -> None:
    expires = question.asked_at + timedelta(seconds=step.state.settings.max_age)
    step.do(StartTimer("expire", question.id, max(0.0, (expires - step.now).total_seconds())))
    if not lies_in(question.project, step.state.settings.excluded_projects):
        step.do(LookUp(question))


def recalled(step: Step, event: e.Recalled) -> None:
    if event.problem:
        step.problem("memory", event.problem)
    card = step.state.cards.get(event.question_id)
    if card is None or card.chosen is not None:
        return  # closed meanwhile, or the person was faster
    settings = step.state.settings
    decision = weigh(card.question, event.recalls, settings, now=step.now)
    if decision.action == "answer" and (reason := _why_not_now(step, card)):
        would_answer = bool(switches.why_none(step))
        because = f"{decision.reason}; {reason}"
        decision = replace(decision, action="suggest", reason=because, would_answer=would_answer)
    step.do(Report(decision, card.question.slug))
    card = step.put_card(replace(card, decision=decision, proposal=decision.answers))
    if decision.action == "answer" and decision.answers is not None:
        delivery.queue(step, card, decision.answers, "auto")
    else:
        seat.answer_or_leave(step, card)


def _why_not_now(step: Step, card: Card) -> str:
    """Return why no automatic answer is given at the moment, "" where one is."""
    if reason := switches.why_none(step):
        return reason
    if card.is_uncertain or card.has_moved_on:
        return "it may no longer wait for an answer"
    return delivery.why_too_old(step, card)


def restored(step: Step, event: e.Restored) -> None:
    """Take up a question that was open when the program ended. Only the person answers such a one."""
    question, delivered = event.question, event.delivery
    card = Card(question, event.decision, is_uncertain=True)
    if event.decision is not None:
        card = replace(card, proposal=event.decision.answers)
    step.put_card(card)
    step.do(Report(question))
    if delivered is not None and delivered.state == "sent":
        _resume_flight(step, replace(card, by=delivered.by, chosen=card.proposal), delivered.text)
        return
    if delivered is not None and delivered.state == "queued":
        card = step.put_card(replace(card, by=delivered.by))
        step.report_delivery(card, "stopped", delivered.text, "the program ended before it was sent")
    _consult(step, question)


def recovered(step: Step, questions: tuple[Question, ...]) -> None:
    """Put on the table what was asked while nobody listened, if the session still rests since."""
    for question in questions:
        heard = step.state.sessions.get(question.slug)
        is_new = question.id not in step.state.cards and question.id not in step.state.closed
        if (
            is_new
            and heard is not None
            and heard.phase == "resting"
            and not step.state.cards_of(question.slug)
        ):
            _open(step, question, heard)


def _resume_flight(step: Step, card: Card, text: str) -> None:
    """The program ended while an answer was under way: the transcript tells whether it arrived."""
    question = step.put_card(card).question
    flight = step.state.flights.get(question.slug)
    ids = (*flight.question_ids, question.id) if flight is not None else (question.id,)
    step.put_flight(Flight(question.slug, ids, text, question.asked_at, phase="searching"))
    step.do(StartTimer("search", question.slug, delivery.SEARCH_SECONDS))
