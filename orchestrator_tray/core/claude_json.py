"""What Claude Code's JSON says, read alike from frames, hooks and transcripts.

Nothing here raises on bad input: odd shapes are taken as far as they make sense. Lone surrogates, which a
program makes by cutting an emoji in two, become U+FFFD, so that every text inside the program can be encoded.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from orchestrator_tray.core.question import Option, Part

ASK_TOOL = "AskUserQuestion"

Json = Mapping[str, Any]


def parts_of(tool_input: object) -> tuple[Part, ...]:
    """Return the question parts of an AskUserQuestion input, () where none has a text.

    Odd shapes are taken as far as they make sense: options may be plain strings, a missing header is "".
    """
    questions = tool_input.get("questions") if isinstance(tool_input, dict) else None
    items = questions if isinstance(questions, list) else []
    parts = tuple(_part(item) for item in items if isinstance(item, dict))
    return parts if any(part.text.strip() for part in parts) else ()


def _part(item: Json) -> Part:
    options = item.get("options")
    return Part(
        text=text_of(item.get("question")),
        header=text_of(item.get("header")),
        options=options_of(options if isinstance(options, list) else []),
        multi_select=item.get("multiSelect") is True,
    )


def options_of(items: Sequence[object]) -> tuple[Option, ...]:
    """Return the options with a label, each once; they may be plain strings."""
    options: dict[str, Option] = {}
    for item in items:
        fields: Json = item if isinstance(item, dict) else {"label": item}
        label = text_of(fields.get("label"))
        if label.strip():
            options.setdefault(label, Option(label, text_of(fields.get("description"))))
    return tuple(options.values())


def text_of(value: object) -> str:
    """Return the value where it is a text, else ""."""
    return without_surrogates(value) if isinstance(value, str) else ""


def without_surrogates(text: str) -> str:
    """Return the text with U+FFFD for lone surrogates, which cannot be encoded."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
