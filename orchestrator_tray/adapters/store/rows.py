"""Values of the core as rows of the database, and back."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from orchestrator_tray.adapters.store.connection import Row, storable
from orchestrator_tray.core.choices import Choice
from orchestrator_tray.core.moment import iso
from orchestrator_tray.core.normal import choice_of, frame_key, normal_text
from orchestrator_tray.core.pattern import DecisionPattern
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.core.secrets import mask

PATTERN_COLUMNS = (
    "id, question_text, user_answer, question_header, options, multi_select, project, session_id,"
    " tool_use_id, context_before, is_selected_option, timestamp, origin, confirmations, corrections"
)
CHOICE_COLUMNS = "option_count, position, recommended, multi_select, project, question_header, timestamp"


def pattern_id(number: int) -> str:
    return f"p{number}"


def pattern_number(identifier: str) -> int | None:
    """Return the row of a pattern id; None for what was never one."""
    digits = identifier[1:]
    is_id = identifier[:1] == "p" and digits.isascii() and digits.isdigit() and len(digits) <= 18
    return int(digits) if is_id else None


def pattern_numbers(identifiers: Sequence[str]) -> list[int]:
    numbers = map(pattern_number, identifiers)
    return list(dict.fromkeys(number for number in numbers if number is not None))


def pattern_values(pattern: DecisionPattern) -> dict[str, Any]:
    """Return what is stored of a pattern, by column; the id is the database's matter."""
    return {
        "question_text": pattern.question_text,
        "question_header": pattern.question_header,
        "options": _options_text(pattern.options),
        "option_labels": "\n".join(pattern.part.labels),
        "multi_select": int(pattern.multi_select),
        "user_answer": pattern.user_answer,
        "is_selected_option": int(pattern.is_selected_option),
        "project": pattern.project,
        "session_id": pattern.session_id,
        "tool_use_id": pattern.tool_use_id,
        "context_before": pattern.context_before,
        "timestamp": time_text(pattern.timestamp),
        "origin": pattern.origin,
        "confirmations": pattern.confirmations,
        "corrections": pattern.corrections,
        **computed_values(pattern),
    }


def computed_values(pattern: DecisionPattern) -> dict[str, Any]:
    """Return the columns that depend on the normal forms of this version."""
    choice = choice_of(pattern)
    return {
        "normal_text": normal_text(pattern.question_text),
        "frame_key": frame_key(pattern.part),
        "position": choice.position,
        "recommended": choice.recommended,
        "option_count": choice.option_count,
    }


def pattern_of(row: Row) -> DecisionPattern:
    """Return the pattern of a row of PATTERN_COLUMNS."""
    number, text, answer, header, options, multi, project, session, tool, context, selected, at, *rest = row
    origin, confirmations, corrections = rest
    return DecisionPattern(
        question_text=text,
        user_answer=answer,
        question_header=header,
        options=_options(json.loads(options)),
        multi_select=bool(multi),
        project=project,
        session_id=session,
        tool_use_id=tool,
        context_before=context,
        is_selected_option=bool(selected),
        timestamp=time_of(at),
        origin=origin,
        confirmations=confirmations,
        corrections=corrections,
        id=pattern_id(number),
    )


def choice_of_row(row: Row) -> Choice:
    """Return the choice of a row of CHOICE_COLUMNS."""
    option_count, position, recommended, multi_select, project, header, at = row
    return Choice(option_count, position, recommended, bool(multi_select), project, header, time_of(at))


def time_text(at: datetime | None) -> str:
    """Return a text that sorts by time; "" for None. A time without zone is taken as UTC."""
    if at is None:
        return ""
    aware = at if at.tzinfo else at.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")


def time_of(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def iso_time(stored: str | None) -> str | None:
    """Return a stored time as it is shown."""
    return iso(datetime.fromisoformat(stored)) if stored else None


def question_body(question: Question) -> str:
    """Return as JSON what of a question has no column of its own."""
    parts = [
        {
            "text": storable(part.text),
            "header": storable(part.header),
            "options": _option_pairs(part.options),
            "multi_select": part.multi_select,
        }
        for part in question.parts
    ]
    return to_json(
        {
            "parts": parts,
            "source": question.source,
            "via": question.via,
            "tool_use_id": storable(question.tool_use_id),
            "is_subagent": question.is_subagent,
            "context": storable(question.context),
            "session_id": storable(question.session_id),
        }
    )


def question_of(row: Row) -> Question:
    """Return the question of a row (id, slug, project, asked_at, body)."""
    identifier, slug, project, asked_at, body = row
    fields = json.loads(body)
    parts = tuple(
        Part(part["text"], part["header"], _options(part["options"]), part["multi_select"])
        for part in fields.pop("parts")
    )
    return Question(identifier, slug, parts, datetime.fromisoformat(asked_at), project=project, **fields)


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def masked_json(text: str) -> str:
    """Return a JSON text with the secrets masked in each of its strings."""
    return to_json(_masked(json.loads(text)))


def _masked(value: Any) -> Any:
    match value:
        case str():
            return mask(value)
        case list():
            return [_masked(each) for each in value]
        case dict():
            return {name: _masked(each) for name, each in value.items()}
        case _:
            return value


def _options_text(options: Sequence[Option]) -> str:
    return to_json(_option_pairs(options))


def _option_pairs(options: Sequence[Option]) -> list[list[str]]:
    return [[storable(option.label), storable(option.description)] for option in options]


def _options(pairs: Sequence[Sequence[str]]) -> tuple[Option, ...]:
    return tuple(Option(label, description) for label, description in pairs)
