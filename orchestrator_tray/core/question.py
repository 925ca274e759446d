"""What a session asks: a question of one to four parts, each with its options."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

Source = Literal["tool", "text"]
Channel = Literal["cbos", "hook"]
CONTEXT_KEPT = 2_000
"""Characters of the words before a question that are kept."""


class Option(NamedTuple):
    """One choice that is offered; the label is what is sent back, verbatim."""

    label: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a call, in the shape of Claude Code's AskUserQuestion."""

    text: str
    header: str = ""
    options: tuple[Option, ...] = ()
    multi_select: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple([option.label for option in self.options])  # a list is read much faster


def part_fields(part: Part) -> dict[str, object]:
    """Return the JSON object that shows it to a program."""
    return {
        "text": part.text,
        "header": part.header,
        "options": list(part.labels),
        "multi_select": part.multi_select,
    }


@dataclass(frozen=True, slots=True)
class Question:
    """A call that waits for the user: one to four parts that are answered together."""

    id: str
    """Opaque: slug and tool_use id, or a hash where no id is known."""
    slug: str
    parts: tuple[Part, ...]
    asked_at: datetime
    """Timezone-aware, UTC."""
    source: Source = "tool"
    via: Channel = "cbos"
    tool_use_id: str = ""
    is_subagent: bool = False
    """Asked by a sub-agent: shown, never answered automatically."""
    context: str = ""
    """What the session said just before it asked; "" where unknown."""
    session_id: str = ""
    """Claude Code's own session id; "" until known."""
    project: str = ""
    """The session's working directory, normalised; "" where unknown."""
