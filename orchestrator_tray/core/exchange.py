"""A remembered answer as a JSON object: as it is shown to programs, and as it moves to another computer."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, get_args

from orchestrator_tray.core.moment import iso
from orchestrator_tray.core.pattern import DecisionPattern, Origin, Remembered
from orchestrator_tray.core.question import Option
from orchestrator_tray.errors import InputError

Json = dict[str, Any]

KIND = "pattern"
"""The `type` of an exported line; no line of a Claude Code transcript has it."""


def pattern_fields(pattern: DecisionPattern) -> Json:
    """Return what a program is shown of a remembered answer."""
    return {
        "id": pattern.id,
        "project": pattern.project,
        "header": pattern.question_header,
        "question": pattern.question_text,
        "options": list(pattern.part.labels),
        "multi_select": pattern.multi_select,
        "answer": pattern.user_answer,
        "origin": pattern.origin,
        "timestamp": iso(pattern.timestamp) if pattern.timestamp else None,
        "confirmations": pattern.confirmations,
        "corrections": pattern.corrections,
    }


def exported(key: str, pattern: DecisionPattern) -> Json:
    """Return all that is remembered of an answer; `imported` reads it back, here or on another computer."""
    return {
        "type": KIND,
        "key": key,
        **pattern_fields(pattern),
        "options": [{"label": option.label, "description": option.description} for option in pattern.options],
        "is_selected_option": pattern.is_selected_option,
        "context": pattern.context_before,
        "session_id": pattern.session_id,
        "tool_use_id": pattern.tool_use_id,
    }


def imported(fields: Mapping[str, Any]) -> Remembered:
    """Return the answer that an exported line holds. Raises InputError for any other shape."""
    pattern = DecisionPattern(
        question_text=_text(fields, "question", is_needed=True),
        user_answer=_text(fields, "answer", is_needed=True),
        question_header=_text(fields, "header"),
        options=_options(fields.get("options")),
        multi_select=fields.get("multi_select") is True,
        project=_text(fields, "project"),
        session_id=_text(fields, "session_id"),
        tool_use_id=_text(fields, "tool_use_id"),
        context_before=_text(fields, "context"),
        is_selected_option=fields.get("is_selected_option") is True,
        timestamp=_time(fields.get("timestamp")),
        origin=_origin(fields.get("origin")),
        confirmations=_count(fields, "confirmations"),
        corrections=_count(fields, "corrections"),
    )
    return Remembered(pattern, _text(fields, "key", is_needed=True))


def _text(fields: Mapping[str, Any], name: str, *, is_needed: bool = False) -> str:
    value = fields.get(name, "")
    if not isinstance(value, str) or (is_needed and not value.strip()):
        raise InputError(f"{name} is not a text" if value else f"no {name}")
    return value


def _count(fields: Mapping[str, Any], name: str) -> int:
    value = fields.get(name, 0)
    if not isinstance(value, int) or not 0 <= value < 2**31:
        raise InputError(f"{name} is not a count")
    return int(value)


def _origin(value: object) -> Origin:
    if value not in get_args(Origin):
        raise InputError(f"origin {str(value)[:40]!r} is not known")
    return value  # type: ignore[return-value]  # just checked


def _options(value: object) -> tuple[Option, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise InputError("options is not a list of objects")
    return tuple(Option(_text(item, "label", is_needed=True), _text(item, "description")) for item in value)


def _time(value: object) -> datetime | None:
    if value is None:
        return None
    try:
        time = datetime.fromisoformat(str(value))
        return time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise InputError(f"timestamp {str(value)[:40]!r} is not ISO 8601") from None
