"""The lines by which a program steers the listener, read into events."""

import json
from collections.abc import Mapping
from typing import Any

from orchestrator_tray.core.claude_json import without_surrogates
from orchestrator_tray.core.events import (
    Accepted,
    CommandRejected,
    Corrected,
    Event,
    Ignored,
    QuitRequested,
    Replied,
    SettingsChanged,
    Stopped,
)

LIVE_SETTINGS = frozenset({"auto_answer", "auto_threshold", "suggest_threshold", "grace", "paused"})
"""What `set` can change."""


def command(line: str) -> Event:
    """Return what the line asks for; CommandRejected, which says why, where it makes no sense."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return CommandRejected(f"not JSON: {error}")
    if not isinstance(fields, dict):
        return CommandRejected(f"not a JSON object but {type(fields).__name__}")
    match fields.get("type"):
        case "quit":
            return QuitRequested()
        case "set":
            return _set(fields)
        case "accept" | "ignore" | "stop" | "reply" | "wrong" as kind:
            return _about_question(kind, fields)
        case kind:
            return CommandRejected(f"unknown type {kind!r}")


def _set(fields: Mapping[str, Any]) -> Event:
    changes = {name: value for name, value in fields.items() if name != "type"}
    unknown = sorted(set(changes) - LIVE_SETTINGS)
    if unknown:
        return CommandRejected(f"set: cannot change {', '.join(unknown)}")
    return SettingsChanged(changes) if changes else CommandRejected("set: names no setting")


def _about_question(kind: str, fields: Mapping[str, Any]) -> Event:
    question_id = fields.get("question_id")
    if not isinstance(question_id, str):
        return CommandRejected(f"{kind}: no question_id")
    match kind:
        case "accept":
            return Accepted(question_id)
        case "ignore":
            return Ignored(question_id)
        case "stop":
            return Stopped(question_id)
        case _:
            answers = fields.get("answers")
            if not isinstance(answers, list) or not all(isinstance(answer, str) for answer in answers):
                return CommandRejected(f"{kind}: answers is not a list of texts")
            clean = tuple(without_surrogates(answer) for answer in answers)
            return Replied(question_id, clean) if kind == "reply" else Corrected(question_id, clean)
