"""A call of Claude Code's hook, as the events that it means."""

from collections.abc import Iterator
from datetime import datetime

from orchestrator_tray.core.events import Event, HookAnswered, HookAsked, HookMovedOn
from orchestrator_tray.core.hook_wire import HookCall
from orchestrator_tray.core.question import Question


def hook_events(call: HookCall, call_id: str, *, now: datetime) -> Iterator[Event]:
    """Yield what a call tells. The question's id and slug are still open: `decide` knows the sessions."""
    match call.event:
        case "PreToolUse" | "PermissionRequest":
            if call.is_answerable:
                question = _question(call, now)
                yield HookAsked(call_id, question, call.may_wait, call.is_deferrable, call.terminal)
        case "PostToolUse":
            yield HookAnswered(call.session_id, call.tool_use_id, call.answers, call.is_by_person)
        case "PostToolUseFailure" | "Stop":
            return  # a failed call is still open where only text follows, and a turn's end says nothing new
        case _:  # a prompt was typed, or the session has ended
            yield HookMovedOn(call.session_id)


def _question(call: HookCall, now: datetime) -> Question:
    return Question(
        id="",
        slug="",
        parts=call.parts,
        asked_at=now,
        via="hook",
        tool_use_id=call.tool_use_id,
        is_subagent=call.is_subagent,
        session_id=call.session_id,
        project=call.cwd,
    )
