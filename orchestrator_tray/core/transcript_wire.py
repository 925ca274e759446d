"""One line of Claude Code's transcript, read into entries.

Lines of every version from 2.1.4 on are known, and the compact form that puts a result beside its call.
What has no bearing on questions reads as nothing; nothing here raises on odd shapes.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache

from orchestrator_tray.core.answers import ToolResult
from orchestrator_tray.core.claude_json import ASK_TOOL, Json, parts_of
from orchestrator_tray.core.entries import (
    AnsweredByHook,
    Asked,
    Cut,
    Entry,
    Origin,
    Prompted,
    Queued,
    Returned,
    Source,
    Spoken,
    ToolRan,
    Unqueued,
)
from orchestrator_tray.core.project import normal_project
from orchestrator_tray.core.question import Option, Part

_MOST_TEXTS, _MOST_CHARACTERS = 200, 100_000
_TAGGED = re.compile(r"\s*<[a-z][a-z0-9_-]*[\s>]")
_SUMMARY = "This session is being continued from a previous conversation"
_CAVEAT = "Caveat: The messages below"
_INTERRUPTED = "[Request interrupted by user"


def read_entries(line: object) -> Iterator[Entry]:
    """Give what a line (a JSON value) tells, in order."""
    if not isinstance(line, dict):
        return
    origin = _origin(line)
    match line.get("type"):
        case "assistant":
            yield from _assistant(line, origin)
        case "user":
            yield from _user(line, origin)
        case "attachment":
            yield from _attachment(line.get("attachment"))
        case "queue-operation" if line.get("operation") == "enqueue":
            yield Queued(_text(line.get("content")).strip())
        case "queue-operation" if line.get("operation") == "dequeue":
            yield Unqueued()
        case "system" if line.get("subtype") == "compact_boundary":
            yield Cut()
        case _:
            pass


def _origin(line: Json) -> Origin:
    return Origin(
        at=time_of(line.get("timestamp") or line.get("ts")),
        session_id=_text(line.get("sessionId") or line.get("session_id")),
        project=_project(_text(line.get("cwd"))),
        is_side=line.get("isSidechain") is True or isinstance(line.get("parent_tool_use_id"), str),
        is_program=_text(line.get("entrypoint")).startswith("sdk"),
    )


_project = lru_cache(maxsize=256)(normal_project)


def time_of(stamp: object) -> datetime | None:
    """Give an ISO 8601 time, or a Unix time in milliseconds, in UTC; None for anything else."""
    try:
        if isinstance(stamp, str):
            at = datetime.fromisoformat(stamp)
            return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
        if isinstance(stamp, int | float):
            return datetime.fromtimestamp(stamp / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def _assistant(line: Json, origin: Origin) -> Iterator[Entry]:
    message = _message(line)
    key = _text(message.get("id")) or _text(line.get("uuid"))
    is_final = message.get("stop_reason") != "tool_use"
    for block in _blocks(message):
        match block.get("type"):
            case "text" if not _is_blank(block.get("text")):
                yield Spoken(_text(block["text"]), key, origin, is_final)
            case "tool_use" if block.get("name") == ASK_TOOL:
                yield from _call(block, key, origin)
            case "tool_use":
                yield ToolRan()
            case _:
                pass


def _call(block: Json, message_id: str, origin: Origin) -> Iterator[Entry]:
    tool_use_id = _text(block.get("id"))
    parts = _parts(block.get("input"))
    if not tool_use_id:
        return
    yield Asked(tool_use_id, parts, origin, message_id)
    result = block.get("result")  # the compact form
    if isinstance(result, dict):
        is_error = result.get("status") == "error"
        yield Returned(tool_use_id, ToolResult(_text(result.get("output")), is_error), (), origin)


def _user(line: Json, origin: Origin) -> Iterator[Entry]:
    blocks = list(_blocks(_message(line)))
    returned = [block for block in blocks if block.get("type") == "tool_result"]
    if returned:
        for block in returned:
            yield _returned(line, block, origin, is_alone=len(returned) == 1)
        return
    texts = [text for block in blocks if block.get("type") == "text" and (text := _text(block.get("text")))]
    yield from _prompt(line, texts, origin, is_whole=all(block.get("type") == "text" for block in blocks))


def _parts(tool_input: object) -> tuple[Part, ...]:
    """Give the parts of a call, () of one that no person can have read: files are anybody's to make."""
    parts = parts_of(tool_input)
    texts = [text for part in parts for text in (part.text, part.header, *map(_whole, part.options))]
    return () if len(texts) > _MOST_TEXTS or sum(map(len, texts)) > _MOST_CHARACTERS else parts


def _whole(option: Option) -> str:
    return option.label + option.description


def _returned(line: Json, block: Json, origin: Origin, *, is_alone: bool) -> Returned:
    # Which of several results it is the structure of, nothing says.
    structured = line.get("toolUseResult", line.get("tool_use_result")) if is_alone else None
    told = structured if isinstance(structured, str) else ""
    structured = structured if isinstance(structured, dict) else None
    result = ToolResult(
        text=_flat(block.get("content")) or told,
        is_error=block.get("is_error") is True or told.startswith(("Error:", "User rejected")),
        structured=structured,
        is_by_program=_is_by_program(line),
    )
    return Returned(_text(block.get("tool_use_id")), result, _parts(structured), origin)


def _is_by_program(line: Json) -> bool:
    decision = line.get("permissionDecision")
    source = decision.get("source") if isinstance(decision, dict) else None
    return source == "hook" or line.get("toolDenialKind") == "permission-rule"


def _flat(content: object) -> str:
    if isinstance(content, list):
        texts = (_text(block.get("text")) for block in content if isinstance(block, dict))
        return "\n".join(text for text in texts if text)
    return _text(content)


def _prompt(line: Json, texts: list[str], origin: Origin, *, is_whole: bool) -> Iterator[Entry]:
    text = "\n".join(text for text in texts if not _TAGGED.match(text)).strip()
    if line.get("isCompactSummary") is True or text.startswith((_SUMMARY, _INTERRUPTED)):
        yield Cut()
    elif text and line.get("isMeta") is not True and not text.startswith(_CAVEAT):
        yield Prompted(text, _source(line, origin), origin, is_whole)


def _source(line: Json, origin: Origin) -> Source:
    """Tell who wrote a prompt. Older lines do not say; those of a terminal's session were typed there."""
    kind = line.get("origin")
    marks = {_text(line.get("promptSource")), _text(line.get("turnOrigin"))}
    marks |= {_text(kind.get("kind"))} if isinstance(kind, dict) else set()
    marks.discard("")
    if origin.is_program or not marks <= {"human", "typed"}:
        return "program"
    return "human" if marks or _text(line.get("entrypoint")) else "unknown"


def _attachment(attachment: object) -> Iterator[Entry]:
    if not isinstance(attachment, dict):
        return
    tool_use_id = _text(attachment.get("toolUseID"))
    match attachment.get("type"):
        case "hook_success" if '"answers"' in _text(attachment.get("stdout")):
            yield AnsweredByHook(tool_use_id)
        case "hook_permission_decision" if attachment.get("decision") == "allow":
            yield AnsweredByHook(tool_use_id)
        case _:
            pass


def _message(line: Json) -> Json:
    message = line.get("message")
    return message if isinstance(message, dict) else line


def _blocks(message: Json) -> Iterator[Json]:
    content = message.get("content")
    if isinstance(content, str):
        yield {"type": "text", "text": content}
    elif isinstance(content, list):
        yield from (block for block in content if isinstance(block, dict))


def _is_blank(text: object) -> bool:
    return not isinstance(text, str) or not text.strip()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
