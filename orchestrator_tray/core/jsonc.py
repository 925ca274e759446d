"""JSON read with the place of everything in it, so that a file can be changed and the rest of it stays.

Takes comments and a comma after the last item, as editors do; whoever wants strict JSON asks for it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

_SPACE: Final = re.compile(r"[ \t\r\n]*")
_COMMENT: Final = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_STRING: Final = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_ATOM: Final = re.compile(r"true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_BYTE_ORDER_MARK: Final = "\ufeff"


class JsonError(ValueError):
    """Raised when a text is no JSON; says the line and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands: text[start:end]."""

    value: Any
    start: int
    end: int
    children: "tuple[Child, ...]" = ()
    """The members of an object, the items of an array."""

    def member(self, key: str) -> "Child | None":
        """Return the member of that name. Raises JsonError where there are two."""
        found = [child for child in self.children if child.key == key]
        if len(found) > 1:
            raise JsonError(f"has {json.dumps(key)} twice: keep one of them")
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Child:
    """A member with its key, or an item."""

    start: int
    """Of the key, or of the item."""
    node: Node
    comma: int | None
    """Where the comma after it stands."""
    key: str = ""


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    extras: list[str] = field(default_factory=list)

    def document(self) -> Node:
        if self.text.startswith(_BYTE_ORDER_MARK):
            self.at = 1
        self.skip()
        root = self.value()
        self.skip()
        if self.at < len(self.text):
            raise self.error("something stands after the end")
        return root

    def skip(self) -> None:
        """Go past white space and comments."""
        while True:
            self.at = self.matched(_SPACE)
            end = self.matched(_COMMENT)
            if end == self.at:
                return
            self.extras.append("comments")
            self.at = end

    def matched(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        return found.end() if found else self.at

    def value(self) -> Node:
        start, opening = self.at, self.text[self.at : self.at + 1]
        if opening in ("{", "["):
            children = tuple(self.children(opening == "{"))
            value: Any = (
                {child.key: child.node.value for child in children}
                if opening == "{"
                else [child.node.value for child in children]
            )
            return Node(value, start, self.at, children)
        end = self.matched(_STRING if opening == '"' else _ATOM)
        if end == start:
            raise self.error("a value is missing")
        self.at = end
        return Node(self.decoded(start), start, end)

    def decoded(self, start: int) -> Any:
        try:
            return json.loads(self.text[start : self.at])
        except ValueError as error:  # an escape that is none
            self.at = start
            raise self.error(str(error)) from None

    def children(self, is_object: bool) -> Iterator[Child]:
        closing = "}" if is_object else "]"
        self.at += 1
        self.skip()
        child: Child | None = None
        while not self.text.startswith(closing, self.at):
            if child is not None and child.comma is None:
                raise self.error(f"a comma or {closing} is missing")
            child = self.child(is_object)
            yield child
        if child is not None and child.comma is not None:
            self.extras.append("a comma after the last item")
        self.at += 1

    def child(self, is_object: bool) -> Child:
        start, key = self.at, self.key() if is_object else ""
        node = self.value()
        self.skip()
        comma = self.at if self.text.startswith(",", self.at) else None
        if comma is not None:
            self.at += 1
            self.skip()
        return Child(start, node, comma, key)

    def key(self) -> str:
        start = self.at
        self.at = self.matched(_STRING)
        if self.at == start:
            raise self.error("a name in double quotes is missing")
        key: str = self.decoded(start)
        self.skip()
        if not self.text.startswith(":", self.at):
            raise self.error("a colon is missing")
        self.at += 1
        self.skip()
        return key

    def error(self, problem: str) -> JsonError:
        line = self.text.count("\n", 0, self.at) + 1
        return JsonError(f"line {line}: {problem}")


def scanned(text: str) -> Node:
    """Return the document's root. Raises JsonError."""
    try:
        return _Scanner(text).document()
    except RecursionError:
        raise JsonError("is nested too deeply") from None


def extras(text: str) -> tuple[str, ...]:
    """Name what strict JSON does not know, each once, in order. Raises JsonError."""
    scanner = _Scanner(text)
    scanner.document()
    return tuple(dict.fromkeys(scanner.extras))
