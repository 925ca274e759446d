"""The server's frames as a person reads them: one line each, cut to the terminal, unable to act on it."""

import json
from collections.abc import Mapping
from typing import Any

from orchestrator_tray.cli.table import cut, shown_width

Json = Mapping[str, Any]

_TYPE_WIDTH = 15
_SLUGS_SHOWN = 20


def parsed(raw: str | bytes) -> Json | str:
    """Return the frame, or why it is none."""
    try:
        frame = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return f"not JSON: {error}"
    return frame if isinstance(frame, dict) else f"not a JSON object but {type(frame).__name__}"


def frame_line(frame: Json | str, *, width: int) -> str:
    """Return the line for one frame, whatever is missing or odd in it."""
    if isinstance(frame, str):
        return _labelled("?", frame, width)
    slug = _slug(frame)
    tag = f"[{slug}] " if slug else ""
    return _labelled(str(frame.get("type")), tag + _said(frame), width)


def _labelled(label: str, text: str, width: int) -> str:
    shown, room = cut(label, _TYPE_WIDTH), _TYPE_WIDTH + 2
    blanks = " " * (room - shown_width(shown))
    return f"{shown}{blanks}{cut(text, width - room)}".rstrip()


def _slug(frame: Json) -> str:
    named = frame.get("slug", _object(frame, "session").get("slug", ""))
    return str(named)


def _said(frame: Json) -> str:
    match frame.get("type"):
        case "sessions":
            return _sessions(frame.get("sessions"))
        case "session_update" | "session_created":
            session = _object(frame, "session")
            return f"{session.get('state')}, {session.get('messageCount', 0)} messages, {session.get('path')}"
        case "session_deleted":
            return ""
        case "session_waiting":
            return str(frame.get("context"))
        case "formatted_event":
            event = _object(frame, "event")
            return f"{event.get('category')}: {event.get('summary')}"
        case "claude_event":
            return _claude_line(_object(frame, "event"))
        case "error":
            return str(frame.get("message"))
        case _:
            return json.dumps({name: value for name, value in frame.items() if name != "type"})


def _sessions(listed: object) -> str:
    sessions = [item for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    shown = [f"{session.get('slug')} {session.get('state')}" for session in sessions[:_SLUGS_SHOWN]]
    more = ["..."] if len(sessions) > _SLUGS_SHOWN else []
    return f"{len(sessions)}: {', '.join([*shown, *more])}" if sessions else "none"


def _claude_line(event: Json) -> str:
    """Return what kind of line of Claude's output it is; the formatted event before it tells the rest."""
    content = _object(event, "message").get("content")
    blocks = [item for item in content if isinstance(item, dict)] if isinstance(content, list) else []
    kinds = [" ".join(str(block[key]) for key in ("type", "name") if key in block) for block in blocks]
    named = [str(event[key]) for key in ("type", "subtype") if key in event]
    return ": ".join(filter(None, (" ".join(named), ", ".join(kinds))))


def _object(frame: Json, name: str) -> Json:
    value = frame.get(name)
    return value if isinstance(value, dict) else {}
