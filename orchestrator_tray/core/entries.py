"""What a line of Claude Code's transcript can tell about questions and answers, as values."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from orchestrator_tray.core.answers import ToolResult
from orchestrator_tray.core.question import Part

Source = Literal["human", "program", "unknown"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line stands."""

    at: datetime | None = None
    session_id: str = ""
    project: str = ""
    """The working directory, normalised."""
    is_side: bool = False
    """Whether a sub-agent's."""
    is_program: bool = False
    """Whether the session is run by a program (`-p`, the SDK), not in a terminal."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A call of the question tool."""

    tool_use_id: str
    parts: tuple[Part, ...]
    origin: Origin
    message_id: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """The result of some tool call."""

    tool_use_id: str
    result: ToolResult
    parts: tuple[Part, ...]
    """As the result repeats them; () where it does not."""
    origin: Origin

    def judged(self, *, by_hook: bool) -> ToolResult:
        """Give the result, marked as a program's if a hook answered or the whole session is run by a program.

        A prompt tool's answer is written like a person's, but only where no terminal is.
        """
        by_prompt_tool = self.origin.is_program and not self.result.is_error
        return replace(self.result, is_by_program=self.result.is_by_program or by_hook or by_prompt_tool)


@dataclass(frozen=True, slots=True)
class Prompted:
    """Words that begin a turn."""

    text: str
    source: Source
    origin: Origin
    is_whole: bool = True
    """Whether the words are all of it: no picture, no file."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the assistant said in one block of text."""

    text: str
    key: str
    """The message's id, the same in every copy of the line; the line's own id where there is none."""
    origin: Origin
    is_final: bool = True
    """Whether no tool call follows in the same message, as far as the line tells."""


@dataclass(frozen=True, slots=True)
class ToolRan:
    """The assistant used another tool."""


@dataclass(frozen=True, slots=True)
class AnsweredByHook:
    tool_use_id: str


@dataclass(frozen=True, slots=True)
class Queued:
    """Words were put aside until the assistant is ready for them."""

    text: str


@dataclass(frozen=True, slots=True)
class Unqueued:
    """The words that were put aside first are the next prompt."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The turn was interrupted, or what was said is summed up: what came before is no longer open."""


Entry = Asked | Returned | Prompted | Spoken | ToolRan | AnsweredByHook | Queued | Unqueued | Cut
