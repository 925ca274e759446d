"""Frames of the CBOS server, read into events; and the two messages that we send, written.

Nothing here raises on bad input: a frame that makes no sense becomes one FrameRejected that says why. What is
merely unknown (a new type, category or field) is let pass.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import datetime

from orchestrator_tray.core.claude_json import (
    ASK_TOOL,
    Json,
    options_of,
    parts_of,
    text_of,
    without_surrogates,
)
from orchestrator_tray.core.events import (
    Event,
    FrameRejected,
    Heard,
    QuestionAsked,
    RunEnded,
    RunStarted,
    ServerComplained,
    SessionChanged,
    SessionCreated,
    SessionDeleted,
    SessionInfo,
    SessionsListed,
    TextSaid,
    ToolReturned,
    ToolUsed,
)
from orchestrator_tray.core.project import normal_project
from orchestrator_tray.core.question import CONTEXT_KEPT, Option, Part, Question

SUBSCRIBE = '{"type":"subscribe","sessions":["*"]}'


def send_input(slug: str, text: str) -> str:
    """Return the frame that gives `text` to a session; the text must be non-empty and without NUL."""
    return json.dumps({"type": "send_input", "slug": slug, "text": text})


def decode(raw: str | bytes, *, now: datetime) -> tuple[Event, ...]:
    """Return what a server frame tells, in order; nothing for frames that tell nothing new.

    A question is asked `now`: the server replays none, so that its time stamp could tell but milliseconds
    more, and is another clock's: where that lags, questions would expire as they come.
    """
    try:
        frame = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return (FrameRejected(f"not JSON: {error}"),)
    if not isinstance(frame, dict):
        return (FrameRejected(f"not a JSON object but {type(frame).__name__}"),)
    kind = frame.get("type")
    if not isinstance(kind, str):
        return (FrameRejected("no type"),)
    try:
        return tuple(_events(kind, frame, now))
    except _Malformed as error:
        return (FrameRejected(f"{without_surrogates(kind)[:40]}: {error}"),)


class _Malformed(Exception):  # noqa: N818 - it never leaves this module
    pass


def _events(kind: str, frame: Json, now: datetime) -> Iterator[Event]:
    match kind:
        case "sessions":
            listed = frame.get("sessions")
            if not isinstance(listed, list):
                raise _Malformed("sessions is not a list")
            yield SessionsListed(tuple(info for item in listed if (info := _session(item)) is not None))
        case "session_created" | "session_update":
            info = _session(frame.get("session"))
            if info is not None:
                yield SessionCreated(info) if kind == "session_created" else SessionChanged(info)
        case "session_deleted":
            if isinstance(frame.get("slug"), str):  # any client may make sessions without one
                yield SessionDeleted(_slug(frame))
        case "formatted_event":
            event = frame.get("event")
            if not isinstance(event, dict):
                raise _Malformed("event is not an object")
            yield from _formatted(_slug(frame), event, now)
        case "error":
            yield ServerComplained(text_of(frame.get("message")) or "an error without a message")
        case _:
            # claude_event repeats the raw line of the formatted_event before it; session_waiting is replayed
            # at every server start and says nothing about questions; other types are unknown.
            return


def _session(item: object) -> SessionInfo | None:
    """Return what can be used of a session; None without a text as slug: nothing can be sent there."""
    if not isinstance(item, dict):
        raise _Malformed("session is not an object")
    slug, count = item.get("slug"), item.get("messageCount")
    if not isinstance(slug, str) or not slug:
        return None
    return SessionInfo(
        slug=without_surrogates(slug),
        state=text_of(item.get("state")) or "unknown",
        project=normal_project(text_of(item.get("path"))),
        session_id=text_of(item.get("claudeSessionId")),
        message_count=count if isinstance(count, int) else None,
    )


def _slug(frame: Json) -> str:
    slug = frame.get("slug")
    if not isinstance(slug, str) or not slug:
        raise _Malformed("no slug")
    return without_surrogates(slug)


def _formatted(slug: str, event: Json, now: datetime) -> Iterator[Event]:
    raw = event.get("raw")
    raw = raw if isinstance(raw, dict) else None
    category, tool = event.get("category"), event.get("toolName")
    if category == "question" or tool == ASK_TOOL:
        asked = tuple(_questions(slug, event, raw, now))
        yield from asked or (Heard(slug),)
    elif category == "init":
        session_id = text_of(event.get("sessionId")) or text_of((raw or {}).get("session_id"))
        yield RunStarted(slug, session_id)
    elif category == "text" and not _is_subagent(raw):
        yield TextSaid(slug, text_of(event.get("details")) or text_of(event.get("summary")), raw is not None)
    elif category == "tool_use":
        yield ToolUsed(slug)
    elif category == "tool_result":
        yield ToolReturned(slug, tuple(_succeeded(raw)))
    elif category in {"result", "error"} or (raw or {}).get("type") == "result":
        yield _run_end(slug, event, raw)
    else:
        yield Heard(slug)


def _run_end(slug: str, event: Json, raw: Json | None) -> RunEnded:
    is_error = raw is not None and raw.get("is_error") is True
    said = text_of((raw or {}).get("result"))
    return RunEnded(
        slug, event.get("category") == "result" and not is_error, said, text_of(event.get("timestamp"))
    )


def _is_subagent(raw: Json | None) -> bool:
    return raw is not None and isinstance(raw.get("parent_tool_use_id"), str)


def _blocks(raw: Json | None, kind: str) -> Iterator[Json]:
    """Yield the content blocks of that type of a Claude line."""
    message = (raw or {}).get("message")
    content = message.get("content") if isinstance(message, dict) else None
    for block in content if isinstance(content, list) else ():
        if isinstance(block, dict) and block.get("type") == kind:
            yield block


def _succeeded(raw: Json | None) -> Iterator[str]:
    for block in _blocks(raw, "tool_result"):
        tool_use_id = block.get("tool_use_id")
        if isinstance(tool_use_id, str) and block.get("is_error") is not True:
            yield without_surrogates(tool_use_id)


def _questions(slug: str, event: Json, raw: Json | None, now: datetime) -> Iterator[QuestionAsked]:
    context = " ".join(text_of(block.get("text")) for block in _blocks(raw, "text"))
    calls = [block for block in _blocks(raw, "tool_use") if block.get("name") == ASK_TOOL]
    for index, call in enumerate(calls):
        parts = parts_of(call.get("input"))
        if not parts:
            continue
        tool_use_id = text_of(call.get("id"))
        identity = tool_use_id or _digest(
            text_of((raw or {}).get("uuid")), str(index), text_of(event.get("timestamp"))
        )
        yield QuestionAsked(
            Question(
                id=f"{slug}:{identity}",
                slug=slug,
                parts=parts,
                asked_at=now,
                tool_use_id=tool_use_id,
                is_subagent=_is_subagent(raw),
                context=context[-CONTEXT_KEPT:],
                session_id=text_of((raw or {}).get("session_id")),
            )
        )
    if not calls:
        yield from _flat_question(slug, event, now)


def _flat_question(slug: str, event: Json, now: datetime) -> Iterator[QuestionAsked]:
    """Read a question from the flat fields: the tool's input where whole, else one part with its labels."""
    parts = _parts_of_text(event.get("toolInput"))
    details = text_of(event.get("details"))
    if not parts:
        labels = event.get("questionOptions")
        options = options_of(labels if isinstance(labels, list) else [])
        text = details or _summary_text(text_of(event.get("summary")), options)
        parts = (Part(text, options=options),) if text.strip() else ()
    if parts:
        identity = _digest(slug, details or parts[0].text, text_of(event.get("timestamp")))
        yield QuestionAsked(Question(id=f"{slug}:{identity}", slug=slug, parts=parts, asked_at=now))


def _summary_text(summary: str, options: Sequence[Option]) -> str:
    """Return the question in a summary such as "AskUserQuestion: Which one? [A | B]"."""
    text = summary.removeprefix(f"{ASK_TOOL}:").strip()
    labels = " | ".join(option.label for option in options)
    return text.removesuffix(f"[{labels}]").strip() if options else text.removesuffix(ASK_TOOL).strip()


def _parts_of_text(tool_input: object) -> tuple[Part, ...]:
    if isinstance(tool_input, str):
        try:
            tool_input = json.loads(tool_input)
        except (ValueError, RecursionError):
            return ()  # the server cuts it at 100 characters
    return parts_of(tool_input)


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def text_question_id(slug: str, text: str, timestamp: str) -> str:
    """Return the id of a question that was asked in closing text."""
    return f"{slug}:{_digest(slug, text, timestamp)}"
