"""How the server sums up one line of Claude's output: the `event` of a formatted_event frame.

Lossy on purpose, as the real one: several questions are flattened, texts are cut in UTF-16 units.
"""

import json
import re
from typing import Any

from orchestrator_tray.demo.scenario import Json, now

_ESCAPE = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|.)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_FRAME = re.compile(r"^[ \t]*[│┃][ \t]*", re.MULTILINE)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def format_text(line: str) -> Json | None:
    """Sum up a terminal line that is no JSON; None where nothing visible is left."""
    clean = _visible(line)
    return _event("text", cut(clean, 80), "low", details=clean) if clean else None


def format_value(value: Any) -> Json | None:
    """Sum up a JSON line; None for those that are passed on without a summary."""
    line = value if isinstance(value, dict) else {}
    match line.get("type"):
        case "system":
            event = _system(line)
            if event is None:
                return None
        case "assistant":
            event = _assistant(line)
        case "user":
            event = _user(line)
        case "result":
            event = _result(line)
        case "error":
            text = line.get("message") or "Unknown error"
            event = _alarm(f"✗ {cut(text, 60)}", details=text)
        case _:
            event = None
    return (event or _unknown(value, line.get("type"))) | {"raw": value}


def cut(text: str, limit: int) -> str:
    """Cut to `limit` UTF-16 units, "..." included; half an emoji may be left at the cut."""
    units = _visible(text).encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * limit:
        return units.decode("utf-16-le", "surrogatepass")
    return units[: 2 * (limit - 3)].decode("utf-16-le", "surrogatepass") + "..."


def dump(value: Any) -> str:
    """JSON as JavaScript writes it: no blanks, no escapes but for lone surrogates."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _system(line: Json) -> Json | None:
    match line.get("subtype"):
        case "init":
            session_id, cwd = line.get("session_id"), line.get("cwd")
            details = {"details": f"Working directory: {cwd}"} if cwd else {}
            known = {"sessionId": session_id} if "session_id" in line else {}
            return _event(
                "init", f"Session started: {(session_id or 'unknown')[:8]}...", "low", **details, **known
            )
        case "status":
            return (
                None if line.get("status") is None else _event("system", f"Status: {line['status']}", "low")
            )
        case "compact_boundary":
            return _event("compact", "── Context compacted ──", "low")
        case subtype:
            return _event("system", f"System: {subtype or 'info'}", "low")


def _assistant(line: Json) -> Json:
    blocks = _blocks(line)
    tools = [block for block in blocks if block.get("type") == "tool_use"]
    for tool in tools:
        questions = (tool.get("input") or {}).get("questions")
        if tool.get("name") == "AskUserQuestion" and isinstance(questions, list):
            return _question(questions)
    if tools:
        name, given = tools[0].get("name", "unknown"), tools[0].get("input")
        shown = "" if given is None else cut(dump(given), 100)
        return _event("tool_use", name, "normal", details=shown, toolName=name, toolInput=shown)
    text = _text(line)
    return (
        _event("text", cut(text, 80), "normal", details=text)
        if text
        else _event("thinking", "◐ Thinking...", "low")
    )


def _question(questions: list[Json]) -> Json:
    text = " | ".join(str(entry["question"]) for entry in questions if entry.get("question"))
    labels = [
        str(option["label"])
        for entry in questions
        for option in entry.get("options") or []
        if option.get("label")
    ]
    preview = f" [{' | '.join(labels)}]" if labels else ""
    event = _event("question", cut(text, 60) + preview, "high", details=text, questionOptions=labels)
    return event | {"isActionable": True}


def _user(line: Json) -> Json | None:
    for block in _blocks(line):
        if block.get("type") == "tool_result":
            content = block.get("content")
            shown = cut(content if isinstance(content, str) else dump(content), 200)
            return _event("tool_result", "Tool completed", "low", details=shown, toolOutput=shown)
    text = _text(line)
    return _event("user_msg", cut(text, 80), "low", details=text) if text else None


def _result(line: Json) -> Json | None:
    duration = {"duration": line["duration_ms"]} if "duration_ms" in line else {}
    if line.get("is_error"):
        return _alarm(f"✗ Error: {line.get('subtype', 'undefined')}", **duration)
    if line.get("subtype") in ("success", "end_turn"):
        seconds = line.get("duration_ms", 0) / 1000
        event = _event("result", f"✓ Complete ({seconds:.1f}s, $0.0000)", "normal", **duration)
        return event | {"isActionable": True}
    return None


def _unknown(value: Any, kind: Any) -> Json:
    return _event("unknown", f"[{kind or 'unknown'}] {cut(dump(value), 50)}", "low")


def _alarm(summary: str, **extra: Any) -> Json:
    return _event("error", summary, "critical", **extra) | {"isActionable": True}


def _event(category: str, summary: str, priority: str, **extra: Any) -> Json:
    base = {"category": category, "timestamp": now(), "summary": summary}
    return base | extra | {"isActionable": False, "priority": priority}


def _blocks(line: Json) -> list[Json]:
    content = (line.get("message") or {}).get("content")
    return [block for block in content if isinstance(block, dict)] if isinstance(content, list) else []


def _text(line: Json) -> str:
    content = (line.get("message") or {}).get("content")
    if isinstance(content, str):
        return content
    return "\n".join(block["text"] for block in _blocks(line) if block.get("type") == "text")


def _visible(text: str) -> str:
    return _FRAME.sub("", _CONTROL.sub("", _ESCAPE.sub("", text))).strip()
