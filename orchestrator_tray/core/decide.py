"""The only function that the runtime calls: one event in, the next state and the actions out."""

from dataclasses import replace
from datetime import datetime
from typing import assert_never

from orchestrator_tray.core import channel, delivery, intake, person, session, switches
from orchestrator_tray.core import events as e
from orchestrator_tray.core.actions import Action, CancelTimer, LinkReport, Open, Quit, Report, StartTimer
from orchestrator_tray.core.moment import iso
from orchestrator_tray.core.state import State
from orchestrator_tray.core.step import Step

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
            intake.asked(step, question)
        case e.TextSaid():
            session.text_said(step, event)
        case e.ToolUsed(slug):
            session.tool_used(step, slug)
        case e.ToolReturned(slug, succeeded):
            session.tool_returned(step, slug, succeeded)
        case e.RunEnded():
            intake.run_ended(step, event)
        case e.Heard(slug):
            session.heard(step, slug)
        case e.HookAsked():
            intake.hook_asked(step, event)
        case e.HookLeft(call_id):
            channel.left(step, call_id)
        case e.HookAnswered():
            channel.answered(step, event)
        case e.HookMovedOn(session_id):
            channel.moved_on(step, session_id)
        case e.Accepted(question_id):
            person.accept(step, question_id)
        case e.Ignored(question_id):
            person.ignore(step, question_id)
        case e.Skipped(question_id):
            person.skip(step, question_id)
        case e.TerminalRequested(question_id):
            person.show_terminal(step, question_id)
        case e.Replied(question_id, answers):
            person.reply(step, question_id, answers)
        case e.Ticked(question_id, part, label):
            person.tick(step, question_id, part, label)
        case e.Stopped(question_id):
            person.stop(step, question_id)
        case e.Corrected(question_id, answers):
            person.correct(step, question_id, answers)
        case e.SettingsChanged(changes):
            switches.settings_changed(step, changes)
        case e.SettingsChosen(changes):
            switches.settings_chosen(step, changes)
        case e.PauseChosen(until):
            paused_until = "" if until is None else iso(until)
            switches.settings_chosen(step, {"paused": until is None, "paused_until": paused_until})
        case e.Resumed():
            switches.settings_chosen(step, {"paused": False, "paused_until": ""})
        case e.QuietChanged(is_quiet):
            switches.quiet_changed(step, is_quiet=is_quiet)
        case e.ReviewRequested():
            person.review(step)
        case e.OpenRequested(what):
            step.do(Open(what))
        case e.CommandRejected(text):
            step.problem("command", text)
        case e.QuitRequested():
            step.do(Quit())
        case e.Restored():
            intake.restored(step, event)
        case e.QuestionsRecovered(questions):
            intake.recovered(step, questions)
        case e.Recalled():
            intake.recalled(step, event)
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
            switches.settings_changed(step, {"paused_until": ""})
        case _:
            assert_never(event.name)


def _expire(step: Step, question_id: str) -> None:
    card = step.state.cards.get(question_id)
    if card is not None and not step.state.is_under_way(card):
        delivery.withdraw(step, card, "expired")
