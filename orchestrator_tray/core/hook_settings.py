"""Claude Code's settings with our hook in them: the text changed where need be, all else as it was.

Our entries go before what is there already, so that no comma and no comment of anybody else's moves.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from orchestrator_tray.core.claude_json import ASK_TOOL
from orchestrator_tray.core.hook_wire import ASKING_EVENTS, EVENTS, TOOL_EVENTS
from orchestrator_tray.core.jsonc import Child, JsonError, Node, scanned

HOLD_SECONDS: Final = 86_400
"""How long Claude Code lets the hook hold a question; the tray gives up long before."""
TELL_SECONDS: Final = 10
_OURS: Final = re.compile(
    r"orchestrator[-_]tray[^\s\"']*[\"']?(?:\s+--\S+(?:\s+(?:\"[^\"]*\"|'[^']*'|[^-\s]\S*))?)*\s+hook(?=\s|$)"
)
_BLANK: Final = " \t\r\n"


def with_hook(text: str | None, command: str) -> str:
    """Return the settings with our hook added; `text` is None where there is no file. Raises JsonError."""
    if text is None or not text.strip(_BLANK):
        return _dumped({"hooks": {event: [_group(event, command)] for event in EVENTS}}, "  ", "\n") + "\n"
    root = _object(scanned(text), "the file")
    style = _Style.of(text, root)
    hooks = root.member("hooks")
    if hooks is None:
        new = {"hooks": {event: [_group(event, command)] for event in EVENTS}}
        return _inserted(text, root, new, style, 1)
    groups = {event: _member_list(hooks.node, event) for event in EVENTS}
    missing = {event: [_group(event, command)] for event, found in groups.items() if found is None}
    there = [(found, event) for event, found in groups.items() if found is not None]
    for found, event in sorted(there, key=lambda pair: pair[0].start, reverse=True):
        text = _inserted(text, found, [_group(event, command)], style, 3)
    return _inserted(text, hooks.node, missing, style, 2) if missing else text


def without_hook(text: str) -> str:
    """Return the settings without our hook, and without what held nothing else. Raises JsonError."""
    while (found := _first_of_ours(scanned(text))) is not None:
        text = _deleted(text, *found)
    return text


def original(text: str | None, backup: str | None) -> str | None:
    """Return the settings as they were before our hook; None where there was no file. Raises JsonError.

    `backup` is what was kept when the hook was installed. It counts only if nothing changed since.
    """
    commands = () if text is None else our_commands(text)
    if text is None or not commands:
        return text
    return next((old for old in (backup, None) if _is_installed(text, old, commands[0])), without_hook(text))


def _is_installed(text: str, old: str | None, command: str) -> bool:
    try:
        return with_hook(old, command) == text
    except JsonError:
        return False


def our_commands(text: str) -> tuple[str, ...]:
    """Return the commands of ours that are installed, one for each event where we are. Raises JsonError."""
    return tuple(command for _, command in _handlers(_value(text)) if _OURS.search(command))


def installed_events(text: str) -> tuple[str, ...]:
    """Return the events at which our hook is called. Raises JsonError."""
    return tuple(event for event, command in _handlers(_value(text)) if _OURS.search(command))


def others(text: str) -> Any:
    """Return the settings' value with all that is not ours, empty hooks left out. Raises JsonError.

    Neither adding nor removing our hook may change it.
    """
    root = _value(text)
    hooks = root.get("hooks") if isinstance(root, dict) else None
    if not isinstance(hooks, dict):
        return root
    kept = {event: _other_groups(groups) for event, groups in hooks.items()}
    return {**root, "hooks": {event: groups for event, groups in kept.items() if groups != []}}


def _other_groups(groups: object) -> object:
    if not isinstance(groups, list):
        return groups
    kept: list[object] = []
    for group in groups:
        hooks = group.get("hooks") if isinstance(group, dict) else None
        if not isinstance(hooks, list) or not any(map(_is_ours, hooks)):
            kept.append(group)
        elif rest := [hook for hook in hooks if not _is_ours(hook)]:
            kept.append({**group, "hooks": rest})
    return kept


def rivals(text: str) -> tuple[str, ...]:
    """Return the commands of others that are asked before AskUserQuestion is used. Raises JsonError."""
    return tuple(
        command
        for event, command in _handlers(_value(text), for_tool=ASK_TOOL)
        if event == "PreToolUse" and not _OURS.search(command)
    )


def _value(text: str) -> Any:
    return scanned(text).value if text.strip(_BLANK) else {}


def _handlers(root: object, for_tool: str | None = None) -> Iterator[tuple[str, str]]:
    """Yield event and command of each hook; only of those that a tool would meet."""
    hooks = root.get("hooks") if isinstance(root, dict) else None
    for event, groups in hooks.items() if isinstance(hooks, dict) else ():
        for group in groups if isinstance(groups, list) else ():
            if not isinstance(group, dict) or (for_tool and not _meets(group.get("matcher"), for_tool)):
                continue
            inner = group.get("hooks")
            for handler in inner if isinstance(inner, list) else ():
                if isinstance(handler, dict) and isinstance(handler.get("command"), str):
                    yield event, handler["command"]


def _meets(matcher: object, tool: str) -> bool:
    """Whether a matcher of Claude Code's means the tool: nothing and * mean all, else it is a pattern."""
    if not isinstance(matcher, str) or matcher in ("", "*"):
        return True
    try:
        return re.fullmatch(matcher, tool) is not None
    except re.error:
        return False


def _group(event: str, command: str) -> dict[str, object]:
    timeout = HOLD_SECONDS if event in ASKING_EVENTS else TELL_SECONDS
    hooks = [{"type": "command", "command": command, "timeout": timeout}]
    return {"matcher": ASK_TOOL, "hooks": hooks} if event in TOOL_EVENTS else {"hooks": hooks}


@dataclass(frozen=True, slots=True)
class _Style:
    """How the file is laid out."""

    unit: str
    """What each level is indented by; "" for a file in one line."""
    line_end: str

    @staticmethod
    def of(text: str, root: Node) -> "_Style":
        line_end = "\r\n" if "\r\n" in text else "\n"
        if root.children and "\n" not in text[root.start : root.children[0].start]:
            return _Style("", line_end)
        first = root.children[0].start if root.children else root.start
        indent = text[text.rfind("\n", 0, first) + 1 : first]
        return _Style(indent if indent and not indent.strip(" \t") else "  ", line_end)


def _inserted(text: str, container: Node, new: Any, style: _Style, level: int) -> str:
    """Put the members or items of `new` first into an object or array that stands at that level."""
    if style.unit:
        outer = style.line_end + style.unit * (level - 1)
        body = _dumped(new, style.unit, outer)[1 : -len(outer) - 1]
    else:
        outer, body = "", json.dumps(new, ensure_ascii=False)[1:-1]
    at = container.start + 1
    rest = text[at : container.end - 1]
    end = "," if container.children else "" if "\n" in rest else outer
    return text[:at] + body + end + text[at:]


def _dumped(value: object, unit: str, line_end: str) -> str:
    return json.dumps(value, indent=unit, ensure_ascii=False).replace("\n", line_end)


def _first_of_ours(root: Node) -> tuple[Node, int] | None:
    """Return the container and the index of the outermost thing in it that is nothing but ours."""
    hooks = root.member("hooks") if isinstance(root.value, dict) else None
    if hooks is None or not isinstance(hooks.node.value, dict):
        return None
    for index, event in enumerate(hooks.node.children):
        found = _ours_in_event(event.node) if isinstance(event.node.value, list) else None
        if found is None:
            continue
        if found[0] is not event.node or len(event.node.children) > 1:
            return found
        if len(hooks.node.children) > 1:
            return hooks.node, index
        return root, root.children.index(hooks)
    return None


def _ours_in_event(groups: Node) -> tuple[Node, int] | None:
    for index, group in enumerate(groups.children):
        hooks = group.node.member("hooks") if isinstance(group.node.value, dict) else None
        if hooks is None or not isinstance(hooks.node.value, list):
            continue
        handlers = hooks.node.children
        ours = [place for place, handler in enumerate(handlers) if _is_ours(handler.node.value)]
        if ours:
            return (groups, index) if len(ours) == len(handlers) else (hooks.node, ours[0])
    return None


def _is_ours(handler: object) -> bool:
    command = handler.get("command") if isinstance(handler, dict) else None
    return isinstance(command, str) and _OURS.search(command) is not None


def _deleted(text: str, container: Node, index: int) -> str:
    """Take out one child with the blanks before it and a comma; comments beside it stay."""
    child = container.children[index]
    begin = len(text[: child.start].rstrip(_BLANK))
    if child.comma is not None:
        return text[:begin] + text[child.node.end : child.comma] + text[child.comma + 1 :]
    text = text[:begin] + text[child.node.end :]
    if index == 0:
        return text
    comma = _comma_before(container, index)
    return text[:comma] + text[comma + 1 :]


def _comma_before(container: Node, index: int) -> int:
    comma = container.children[index - 1].comma
    assert comma is not None, "a child that is not the last one has a comma after it"  # noqa: S101
    return comma


def _object(node: Node, name: str) -> Node:
    if not isinstance(node.value, dict):
        raise JsonError(f"{name} is not a JSON object")
    return node


def _member_list(hooks: Node, event: str) -> Node | None:
    child: Child | None = _object(hooks, '"hooks"').member(event)
    if child is not None and not isinstance(child.node.value, list):
        raise JsonError(f'"{event}" in "hooks" is not a list')
    return child.node if child else None
