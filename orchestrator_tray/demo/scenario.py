"""What a scripted Claude says: builders for its stream-json lines, and turns made of them.

The lines have the shape of the real program's. Ids are fresh for every line; `session_id` stays "" until the
run that prints the line fills in its own.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeAlias
from uuid import uuid4

Json: TypeAlias = dict[str, Any]

MODEL = "claude-opus-5-5"
CLAUDE_VERSION = "2.1.330"
NOT_OFFERED = (
    "<tool_use_error>Error: No such tool available: AskUserQuestion. "
    "AskUserQuestion is disabled for this session, in subagents as well as here.</tool_use_error>"
)
"""How a current Claude Code in print mode refuses its own question."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is printed for that many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Hold:
    """Nothing is printed until somebody sets the event."""

    until: asyncio.Event


@dataclass(frozen=True, slots=True)
class Exit:
    """The process ends here; without it, it ends with code 0 after the last step."""

    code: int


@dataclass(frozen=True, slots=True)
class OnInterrupt:
    """From here on an interrupt ends the process with this code; None: it is ignored.

    0 stands for a death by the signal itself, which the server shows as `idle`. Unless told, the code is 129,
    as with the real Claude.
    """

    code: int | None
    seconds: float = 0.04
    """How long the process takes to die."""


Line: TypeAlias = Json | str
"""One line of output: a stream-json object, or the text of a bare terminal line."""
Step: TypeAlias = Line | Pause | Hold | Exit | OnInterrupt


@dataclass(frozen=True, slots=True)
class Prompt:
    """What one process was started with."""

    slug: str
    text: str
    path: str = ""
    """The session's directory."""
    resume: str = ""
    """The Claude session id that is resumed; "" for the first prompt."""


Turns: TypeAlias = Callable[[Prompt], Iterable[Step]]


def init() -> Json:
    """The line by which Claude shows that it runs and holds the prompt."""
    return {
        "type": "system",
        "subtype": "init",
        "cwd": "",
        "session_id": "",
        "tools": ["Bash", "Edit", "Read", "Task", "Write"],
        "mcp_servers": [],
        "model": MODEL,
        "permissionMode": "bypassPermissions",
        "slash_commands": ["compact"],
        "apiKeySource": "none",
        "claude_code_version": CLAUDE_VERSION,
        "output_style": "default",
        "agents": ["general-purpose"],
        "uuid": str(uuid4()),
    }


def think(text: str = "Let me see.") -> Json:
    return message({"type": "thinking", "thinking": text, "signature": ""})


def say(text: str) -> Json:
    return message({"type": "text", "text": text})


def use_tool(name: str, tool_input: Json | None = None, *, parent: str | None = None) -> Json:
    return message(tool_block(name, tool_input or {}), parent=parent)


def ask(
    text: str,
    header: str = "",
    options: Iterable[str | tuple[str, str]] = (),
    *,
    multi_select: bool = False,
    parent: str | None = None,
) -> Json:
    """Ask one question; `parent` is the tool_use id of the sub-agent that asks."""
    return ask_several(question(text, header, options, multi_select=multi_select), parent=parent)


def ask_several(*questions: Json, parent: str | None = None) -> Json:
    """Ask several questions in one call."""
    return use_tool("AskUserQuestion", {"questions": list(questions)}, parent=parent)


def question(
    text: str, header: str = "", options: Iterable[str | tuple[str, str]] = (), *, multi_select: bool = False
) -> Json:
    """One entry of a call's `questions`; an option is a label, or a label and its description."""
    pairs = [(option, "") if isinstance(option, str) else option for option in options]
    return {
        "question": text,
        "header": header,
        "multiSelect": multi_select,
        "options": [{"label": label, "description": description} for label, description in pairs],
    }


def tool_result(call: Json, text: str = "", *, is_error: bool = False) -> Json:
    """The result of a line that `use_tool`, `ask` or `ask_several` made."""
    block = {"type": "tool_result", "content": text, "is_error": is_error, "tool_use_id": tool_use_id(call)}
    return {
        "type": "user",
        "message": {"role": "user", "content": [block]},
        "parent_tool_use_id": call["parent_tool_use_id"],
        "session_id": "",
        "uuid": str(uuid4()),
        "timestamp": now(),
        "tool_use_result": f"Error: {text}" if is_error else {"stdout": text, "stderr": ""},
    }


def result(
    text: str = "", *, subtype: str = "success", is_error: bool = False, duration_ms: int = 600
) -> Json:
    """The line that ends a turn; the process still has to exit."""
    return {
        "type": "result",
        "subtype": subtype,
        "is_error": is_error,
        "duration_ms": duration_ms,
        "num_turns": 1,
        "result": text,
        "stop_reason": "end_turn",
        "session_id": "",
        "total_cost_usd": 0.0016,
        "usage": dict(_USAGE),
        "modelUsage": {},
        "permission_denials": [],
        "uuid": str(uuid4()),
    }


def message(*blocks: Json, parent: str | None = None) -> Json:
    """An assistant line holding exactly these content blocks."""
    return {
        "type": "assistant",
        "message": {
            "id": f"msg_{uuid4().hex[:20]}",
            "type": "message",
            "role": "assistant",
            "model": MODEL,
            "content": list(blocks),
            "stop_reason": None,
            "stop_sequence": None,
            "usage": dict(_USAGE),
        },
        "parent_tool_use_id": parent,
        "session_id": "",
        "uuid": str(uuid4()),
        "timestamp": now(),
    }


def tool_block(name: str, tool_input: Json) -> Json:
    """A tool_use content block, for lines that hold more than one."""
    return {"type": "tool_use", "name": name, "input": tool_input, "id": f"toolu_{uuid4().hex[:20]}"}


def tool_use_id(call: Json) -> str:
    """The id of the first tool_use in an assistant line."""
    return next(str(block["id"]) for block in call["message"]["content"] if block["type"] == "tool_use")


def now() -> str:
    """The present time as JavaScript writes it: UTC, milliseconds, Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def turn(*steps: Step, closing: str = "") -> tuple[Step, ...]:
    """A whole turn that ends well: init, the steps, a successful result that repeats `closing`."""
    return (init(), *steps, *([say(closing)] if closing else []), result(closing))


class Script:
    """Turns by slug: each accepted prompt takes the session's next one. After the last, all is just done."""

    def __init__(self, turns: Mapping[str, Sequence[Iterable[Step]]] | None = None) -> None:
        self._left = {slug: list(sequence) for slug, sequence in (turns or {}).items()}

    def __call__(self, prompt: Prompt) -> Iterable[Step]:
        left = self._left.get(prompt.slug)
        return left.pop(0) if left else turn(closing=f"Done: {prompt.text}")


_USAGE = {
    "input_tokens": 4,
    "cache_creation_input_tokens": 0,
    "cache_read_input_tokens": 0,
    "output_tokens": 20,
}
