"""What `orchestrator-tray hook` hands over, read into a call; and our reply to Claude Code, written.

Nothing here raises on bad input: what makes no sense is no call, and a reply that would not be sound is none.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, assert_never, get_args

from orchestrator_tray.core.answers import given_answer
from orchestrator_tray.core.claude_json import ASK_TOOL, Json, parts_of, text_of
from orchestrator_tray.core.hook_gate import is_sound, question_texts
from orchestrator_tray.core.project import normal_project
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.terminal import Terminal, terminal_of

HookEvent = Literal[
    "PreToolUse",
    "PermissionRequest",
    "PostToolUse",
    "PostToolUseFailure",
    "UserPromptSubmit",
    "Stop",
    "SessionEnd",
]
EVENTS: Final[tuple[HookEvent, ...]] = get_args(HookEvent)
TOOL_EVENTS: Final = frozenset({"PreToolUse", "PermissionRequest", "PostToolUse", "PostToolUseFailure"})
ASKING_EVENTS: Final = frozenset({"PreToolUse", "PermissionRequest"})
"""The events at which Claude Code waits for a decision; of the others it only tells."""

Version = tuple[int, int, int]
DEFER_SINCE: Final[Version] = (2, 1, 89)


@dataclass(frozen=True, slots=True)
class HookCall:
    """One call of the hook by Claude Code."""

    event: HookEvent
    session_id: str
    """Claude Code's own; never empty."""
    cwd: str
    """Normalised, as a session's project is."""
    transcript_path: str = ""
    tool_use_id: str = ""
    """"" where no tool is meant, and always of a PermissionRequest: Claude Code does not give it there."""
    parts: tuple[Part, ...] = ()
    """The question of a tool event, else ()."""
    questions: tuple[Json, ...] = ()
    """The same as Claude Code wrote it, to be given back unchanged."""
    answers: tuple[str, ...] = ()
    """Of PostToolUse: one per part, "" where none was given; else ()."""
    is_by_person: bool = False
    """Of PostToolUse: whether it is certain that a person gave the answers, in Claude Code's own dialog."""
    is_print_mode: bool | None = None
    """True: `claude -p` with nobody there to ask; False: a person sits before it; None: nobody can tell."""
    is_subagent: bool = False
    version: Version | None = None
    """Claude Code's; None where unknown."""
    terminal: Terminal | None = None
    """Where a person can be asked; None in print mode, and where nothing is known of it."""

    @property
    def is_asking(self) -> bool:
        """Whether Claude Code waits for a decision."""
        return self.event in ASKING_EVENTS

    @property
    def may_wait(self) -> bool:
        """Whether an answer may take its time: there is nobody, or somebody sees the dialog meanwhile.

        A PreToolUse hook that takes its time in a terminal hides the question behind a spinner.
        """
        return self.event == "PermissionRequest" or (
            self.event == "PreToolUse" and self.is_print_mode is True
        )

    @property
    def is_answerable(self) -> bool:
        """Whether answers can be given back: not to two questions with the same text."""
        return self.is_asking and bool(question_texts({"questions": [*self.questions]}))

    @property
    def is_deferrable(self) -> bool:
        """Whether Claude Code would keep the question open after its process has ended."""
        return (
            self.event == "PreToolUse"
            and self.is_print_mode is True
            and self.version is not None
            and self.version >= DEFER_SINCE
        )


@dataclass(frozen=True, slots=True)
class Answers:
    """Answer inside the tool call."""

    texts: tuple[str, ...]
    """One per part, none blank."""


@dataclass(frozen=True, slots=True)
class Defer:
    """Let the process end and keep the question open; a resumed session asks the hook again."""


Reply = Answers | Defer


def decision(call: HookCall, reply: Reply | None) -> dict[str, object] | None:
    """Return what Claude Code is told; None to abstain, also where the reply does not go with the call."""
    match reply:
        case None:
            return None
        case Defer():
            return _output(call, {"permissionDecision": "defer"}) if call.is_deferrable else None
        case Answers(texts):
            return _answer_decision(call, texts)
        case _:
            assert_never(reply)


def _answer_decision(call: HookCall, texts: Sequence[str]) -> dict[str, object] | None:
    if not call.is_answerable or len(texts) != len(call.questions):
        return None
    questions = [*call.questions]
    answers = {question["question"]: text for question, text in zip(questions, texts, strict=True)}
    given = {"questions": questions, "answers": answers}
    if call.event == "PreToolUse":
        told = _output(call, {"permissionDecision": "allow", "updatedInput": given})
    else:
        told = _output(call, {"decision": {"behavior": "allow", "updatedInput": given}})
    payload: dict[str, object] = {"hook_event_name": call.event, "tool_input": {"questions": questions}}
    return told if is_sound(payload, told) else None


def _output(call: HookCall, fields: Json) -> dict[str, object]:
    return {"hookSpecificOutput": {"hookEventName": call.event, **fields}}


def parse_call(line: bytes) -> HookCall | None:
    """Return the call that a line of the hook command tells, None where it makes no sense.

    The line is {"payload": what Claude Code told the command, "seen": what `print_mode` looks at, and
    the `terminal`}.
    """
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    fields = _object(message)
    payload = _object(fields.get("payload"))
    event, session_id = payload.get("hook_event_name"), text_of(payload.get("session_id"))
    if event not in EVENTS or not session_id:
        return None
    tool_input = _object(payload.get("tool_input"))
    questions, parts = _questions(tool_input) if event in TOOL_EVENTS else ((), ())
    if event in TOOL_EVENTS and (payload.get("tool_name") != ASK_TOOL or not parts):
        return None
    seen = _object(fields.get("seen"))
    is_print_mode = print_mode(seen)
    response = _object(payload.get("tool_response")) if event == "PostToolUse" else {}
    return HookCall(
        event=event,
        session_id=session_id,
        cwd=normal_project(text_of(payload.get("cwd"))),
        transcript_path=text_of(payload.get("transcript_path")),
        tool_use_id=text_of(payload.get("tool_use_id")),
        parts=parts,
        questions=questions,
        answers=_answers(questions, response) if event == "PostToolUse" else (),
        # Claude Code adds "annotations", {} at least, to what its own dialog returns.
        is_by_person=is_print_mode is False and isinstance(response.get("annotations"), dict),
        is_print_mode=is_print_mode,
        is_subagent=bool(payload.get("agent_id")),
        version=_version(seen.get("agent")),
        terminal=None if is_print_mode else terminal_of(seen.get("terminal")),
    )


def print_mode(seen: Json) -> bool | None:
    """Whether the process that asks is `claude -p` with nobody there, as far as that is certain.

    `seen` is what the hook command found around it: `entrypoint` and `attended`, which Claude Code sets for
    its children, and `argv`, its own command line. `cli` is always interactive. `sdk-cli` means print mode,
    yet an interactive process that was started from within one inherits it, and a program that shows its own
    dialog (`--input-format stream-json`) has it, too: so the command line has to say the same.
    """
    entrypoint, argv = seen.get("entrypoint"), seen.get("argv")
    if entrypoint == "cli":
        return False
    if entrypoint != "sdk-cli" or seen.get("attended") == "1" or not isinstance(argv, list):
        return None
    options = [item for item in argv[1:] if isinstance(item, str)]
    options = options[: options.index("--")] if "--" in options else options
    is_hosted = any(option.partition("=")[0] in {"--input-format", "--sdk-url"} for option in options)
    return True if not is_hosted and not {"-p", "--print"}.isdisjoint(options) else None


def _questions(tool_input: Json) -> tuple[tuple[Json, ...], tuple[Part, ...]]:
    """Return the questions as written and as parts, one for one; nothing where they do not match."""
    items = tool_input.get("questions")
    questions = tuple(items) if isinstance(items, list) else ()
    parts = parts_of(tool_input)
    return (questions, parts) if len(parts) == len(questions) else ((), ())


def _answers(questions: Sequence[Json], response: Json) -> tuple[str, ...]:
    given, notes = _object(response.get("answers")), _object(response.get("annotations"))
    return tuple(given_answer(given.get(text), notes.get(text)) for text in map(_question_text, questions))


def _question_text(question: Json) -> str:
    text = question.get("question")
    return text if isinstance(text, str) else ""


def _version(agent: object) -> Version | None:
    """Return the version in Claude Code's name for itself, such as `claude-code_2-1-330_harness`."""
    found = (
        re.match(r"claude-code[_/](\d+)[-.](\d+)[-.](\d+)(?![\d.])", agent)
        if isinstance(agent, str)
        else None
    )
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _object(value: object) -> Json:
    return value if isinstance(value, dict) else {}
