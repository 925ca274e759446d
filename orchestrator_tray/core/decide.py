"""The only function that the runtime calls: one event in, the next state and the actions out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from orchestrator_tray.core import channel, delivery, seat, session
from orchestrator_tray.core import events as e
from orchestrator_tray.core.actions import (
    Action,
    CancelTimer,
    Correct,
    Learn,
    LinkReport,
    LookUp,
    Open,
    Quit,
    Report,
    SaveSettings,
    StartTimer,
)
from orchestrator_tray.core.lines import iso
from orchestrator_tray.core.normal import match_answer
from orchestrator_tray.core.outgoing import is_sendable, outgoing_text
from orchestrator_tray.core.pattern import Origin
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.settings import changed, is_paused
from orchestrator_tray.core.state import Card, Flight, Session, State
from orchestrator_tray.core.step import Step
from orchestrator_tray.core.weigh import is_excluded, weigh
from orchestrator_tray.core.wire import text_question_id

CORRECTIONS = 3
"""So many automatic answers in a row that a person corrected switch auto-answer off."""
OUTAGE_SECONDS = 60.0
"""A link that is lost for so long is worth a notification; a restart of the server is not."""


def decide(state: State, event: e.Event, *, now: datetime) -> tuple[State, tuple[Action, ...]]:
    """Return the next state and what the shell has to do, in order. `now` is timezone-aware, UTC."""
    step = Step(state, now)
    _dispatch(step, event)
    return step.state, tuple(step.actions)


def _dispatch(step: Step, event: e.Event) -> None:
    match event:
        case e.LinkChanged():
            _link_changed(step, event)
        case e.FrameRejected(text):
            step.problem("frame", text)
        case e.ServerComplained(text):
            step.problem("server", text)
        case e.SessionsListed(infos):
            session.listed(step, infos)
        case e.SessionCreated(info):
            session.created(step, info)
        case e.SessionChanged(info):
            session.changed(step, info)
        case e.SessionDeleted(slug):
            session.deleted(step, slug)
        case e.RunStarted():
            session.run_started(step, event)
        case e.QuestionAsked(question):
            _asked(step, question)
        case e.TextSaid():
            session.text_said(step, event)
        case e.ToolUsed(slug):
            session.tool_used(step, slug)
        case e.ToolReturned(slug, succeeded):
            session.tool_returned(step, slug, succeeded)
        case e.RunEnded():
            _run_ended(step, event)
        case e.Heard(slug):
            session.heard(step, slug)
        case e.HookAsked():
            _hook_asked(step, event)
        case e.HookLeft(call_id):
            channel.left(step, call_id)
        case e.HookAnswered():
            channel.answered(step, event)
        case e.HookMovedOn(session_id):
            channel.moved_on(step, session_id)
        case e.Accepted(question_id):
            _accept(step, question_id)
        case e.Ignored(question_id):
            _ignore(step, question_id)
        case e.Replied(question_id, answers):
            _reply(step, question_id, answers)
        case e.Stopped(question_id):
            _stop(step, question_id)
        case e.Corrected(question_id, answers):
            _correct(step, question_id, answers)
        case e.SettingsChanged(changes):
            _settings_changed(step, changes)
        case e.SettingsChosen(changes):
            _settings_chosen(step, changes)
        case e.PauseChosen(until):
            paused_until = "" if until is None else iso(until)
            _settings_chosen(step, {"paused": until is None, "paused_until": paused_until})
        case e.Resumed():
            _settings_chosen(step, {"paused": False, "paused_until": ""})
        case e.QuietChanged(is_quiet):
            _quiet_changed(step, is_quiet=is_quiet)
        case e.ReviewRequested():
            step.state = replace(step.state, is_reviewing=True)
        case e.OpenRequested(what):
            step.do(Open(what))
        case e.CommandRejected(text):
            step.problem("command", text)
        case e.QuitRequested():
            step.do(Quit())
        case e.Restored():
            _restored(step, event)
        case e.QuestionsRecovered(questions):
            _recovered(step, questions)
        case e.Recalled():
            _recalled(step, event)
        case e.TimerFired():
            _timer_fired(step, event)
        case e.SendFailed(slug, reason, is_certain):
            delivery.refuse(step, slug, reason, is_certain=is_certain)
        case e.TranscriptSearched(slug, purpose, verdict):
            settle = delivery.settle if purpose == "delivery" else session.caught_up
            settle(step, slug, verdict)
        case _:
            assert_never(event)


def _link_changed(step: Step, event: e.LinkChanged) -> None:
    was_connected = step.state.link == "connected"
    step.state = replace(step.state, link=event.state)
    step.do(Report(LinkReport(event.state, event.reason)))
    if event.state == "connected":
        step.state = replace(step.state, has_outage=False)
        step.do(CancelTimer("outage", ""))
    elif was_connected:
        step.do(StartTimer("outage", "", OUTAGE_SECONDS))
    if was_connected and event.state != "connected":
        for slug in list(step.state.flights):
            delivery.lose_track(step, slug)


# Questions


def _asked(step: Step, question: Question) -> None:
    """A tool call asks. A frame that comes twice, or late for a deleted session, asks nothing new."""
    if question.id in step.state.cards or question.id in step.state.closed:
        return
    if question.slug in step.state.deleted or channel.same_card(step, question) is not None:
        return
    heard = session.heard(step, question.slug)
    if not question.is_subagent:
        heard = step.put_session(replace(heard, has_asked=True))
    _open(step, question, heard)


def _hook_asked(step: Step, event: e.HookAsked) -> None:
    """Claude Code asks in a hook; the same call may have come over the socket already, or come there soon."""
    card = channel.same_card(step, event.question)
    if card is not None:
        channel.take_seat(step, card, event)
        return
    if _why_none(step) in {"paused", "these are quiet hours"}:
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
    if is_excluded(question.project, step.state.settings.excluded_projects):
        seat.answer_or_leave(step, step.state.cards[question.id])


def _run_ended(step: Step, event: e.RunEnded) -> None:
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
        context=question.context or (heard.said[-2000:] if question.source == "tool" else ""),
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
    if not is_excluded(question.project, step.state.settings.excluded_projects):
        step.do(LookUp(question))


def _recalled(step: Step, event: e.Recalled) -> None:
    if event.problem:
        step.problem("memory", event.problem)
    card = step.state.cards.get(event.question_id)
    if card is None or card.chosen is not None:
        return  # closed meanwhile, or the person was faster
    settings = step.state.settings
    decision = weigh(card.question, event.recalls, settings, now=step.now)
    if decision.action == "answer" and (reason := _why_not_now(step, card)):
        would_answer = bool(_why_none(step))
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
    if reason := _why_none(step):
        return reason
    if card.is_uncertain or card.has_moved_on:
        return "it may no longer wait for an answer"
    if step.now - card.question.asked_at > timedelta(seconds=step.state.settings.auto_max_age):
        return "it was asked too long ago"
    return ""


def _why_none(step: Step) -> str:
    """Return why no question at all is answered automatically, "" where some are."""
    settings = step.state.settings
    if not settings.auto_answer:
        return "auto-answer is off"
    if is_paused(settings, step.now):
        return "paused"
    return "these are quiet hours" if step.state.is_quiet else ""


def _restored(step: Step, event: e.Restored) -> None:
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


def _recovered(step: Step, questions: tuple[Question, ...]) -> None:
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


# What the person says


def _accept(step: Step, question_id: str) -> None:
    card = step.state.cards.get(question_id)
    if card is None:
        step.problem("accept", f"no open question {question_id!r}")
    elif delivery.is_in_flight(step, card) or (card.chosen is not None and card.by == "user"):
        step.problem("accept", f"{question_id} is answered already")
    elif card.proposal is None:
        step.problem("accept", f"nothing is suggested for {question_id}: use reply")
    else:
        confirmed = card.decision.pattern_ids if card.decision is not None else ()
        lesson = Learn(card.question, card.proposal, tuple("accepted" for _ in card.proposal), confirmed)
        _answer(step, card, lesson)


def _reply(step: Step, question_id: str, answers: tuple[str, ...]) -> None:
    card = step.state.cards.get(question_id)
    if card is None:
        step.problem("reply", f"no open question {question_id!r}")
    elif delivery.is_in_flight(step, card) or (card.chosen is not None and card.by == "user"):
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
    is_lesson = not is_excluded(card.question.project, step.state.settings.excluded_projects)
    delivery.queue(step, card, lesson.answers, "user", lesson if is_lesson else None)


def _ignore(step: Step, question_id: str) -> None:
    card = step.state.cards.get(question_id)
    if card is None:
        step.problem("ignore", f"no open question {question_id!r}")
    elif delivery.is_in_flight(step, card):
        step.problem("ignore", f"the answer to {question_id} is sent already")
    else:
        delivery.withdraw(step, card, "ignored")
        delivery.send_ready(step, card.question.slug)


def _stop(step: Step, question_id: str) -> None:
    card = step.state.cards.get(question_id)
    if card is None or card.chosen is None:
        step.problem("stop", f"no answer to {question_id!r} waits to be sent")
    elif delivery.is_in_flight(step, card):
        step.problem("stop", f"the answer to {question_id} is sent already")
    else:
        delivery.stop(step, card, "stopped by you")


def _settings_changed(step: Step, changes: Mapping[str, object]) -> None:
    try:
        settings = changed(step.state.settings, changes)
    except ValueError as error:
        step.problem("settings", str(error))
        return
    step.state = replace(step.state, settings=settings)
    step.do(Report(settings))
    _watch_pause(step)
    _hold_back_all(step)


def _hold_back_all(step: Step) -> None:
    """Take back every automatic answer that waits, where none is to be given any more."""
    for card in step.state.cards.values():
        if reason := _why_none(step):
            delivery.hold_back(step, card, reason)


def _watch_pause(step: Step) -> None:
    until = step.state.settings.paused_until
    if until and is_paused(step.state.settings, step.now):
        delay = (datetime.fromisoformat(until) - step.now).total_seconds()
        step.do(StartTimer("resume", "", delay))


def _settings_chosen(step: Step, changes: Mapping[str, object]) -> None:
    before = step.state.settings
    _settings_changed(step, changes)
    if step.state.settings != before:
        step.do(SaveSettings(changes))


def _quiet_changed(step: Step, *, is_quiet: bool) -> None:
    step.state = replace(step.state, is_quiet=is_quiet)
    _hold_back_all(step)


def _correct(step: Step, question_id: str, answers: tuple[str, ...]) -> None:
    """Pass the correction on; three in a row cost the machine its trust."""
    step.do(Correct(question_id, answers))
    recent = tuple(
        replace(one, is_corrected=True) if one.question.id == question_id else one
        for one in step.state.recent
    )
    is_news, step.state = recent != step.state.recent, replace(step.state, recent=recent)
    latest = [one for one in recent if one.by == "auto"][:CORRECTIONS]
    if is_news and len(latest) == CORRECTIONS and all(one.is_corrected for one in latest):
        step.problem("trust", f"{CORRECTIONS} automatic answers in a row were wrong: auto-answer is now off")
        _settings_chosen(step, {"auto_answer": False})


# Time


def _timer_fired(step: Step, event: e.TimerFired) -> None:
    match event.name:
        case "grace":
            delivery.ripen(step, event.key)
        case "acknowledge":
            delivery.retry(step, event.key)
        case "begin" | "search":
            delivery.search_late(step, event.key)
        case "verify":
            session.verify(step, event.key)
        case "expire":
            _expire(step, event.key)
        case "notify":
            if card := step.state.cards.get(event.key):
                step.put_card(replace(card, is_due=True))
        case "outage":
            step.state = replace(step.state, has_outage=step.state.link != "connected")
        case "hold":
            channel.give_up_waiting(step, event.key)
        case "confirm":
            channel.miss_confirmation(step, event.key)
        case "resume":
            _settings_changed(step, {"paused_until": ""})
        case _:
            assert_never(event.name)


def _expire(step: Step, question_id: str) -> None:
    card = step.state.cards.get(question_id)
    if card is not None and not delivery.is_in_flight(step, card):
        delivery.withdraw(step, card, "expired")
