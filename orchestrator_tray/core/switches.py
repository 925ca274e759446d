"""What a person can switch: settings, pauses, quiet hours; and what that means for answers that wait."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from orchestrator_tray.core import delivery
from orchestrator_tray.core.actions import Report, SaveSettings, StartTimer
from orchestrator_tray.core.settings import changed, is_paused
from orchestrator_tray.core.step import Step


def why_none(step: Step) -> str:
    """Return why no question at all is answered automatically, "" where some are."""
    settings = step.state.settings
    if not settings.auto_answer:
        return "auto-answer is off"
    if is_paused(settings, step.now):
        return "paused"
    return "these are quiet hours" if step.state.is_quiet else ""


def is_silent(step: Step) -> bool:
    """Tell whether the person is told of no question now: for a pause, or in quiet hours."""
    return step.state.is_quiet or is_paused(step.state.settings, step.now)


def settings_changed(step: Step, changes: Mapping[str, object]) -> None:
    try:
        settings = changed(step.state.settings, changes)
    except ValueError as error:
        step.problem("settings", str(error))
        return
    step.state = replace(step.state, settings=settings)
    step.do(Report(settings))
    _watch_pause(step)
    _hold_back_all(step)


def settings_chosen(step: Step, changes: Mapping[str, object]) -> None:
    before = step.state.settings
    settings_changed(step, changes)
    if step.state.settings != before:
        step.do(SaveSettings(changes))


def _hold_back_all(step: Step) -> None:
    """Take back every automatic answer that waits, where none is to be given any more."""
    for card in step.state.cards.values():
        if reason := why_none(step):
            delivery.hold_back(step, card, reason)


def _watch_pause(step: Step) -> None:
    until = step.state.settings.paused_until
    if until and is_paused(step.state.settings, step.now):
        delay = (datetime.fromisoformat(until) - step.now).total_seconds()
        step.do(StartTimer("resume", "", delay))


def quiet_changed(step: Step, *, is_quiet: bool) -> None:
    step.state = replace(step.state, is_quiet=is_quiet)
    _hold_back_all(step)
