"""The outline of an agent's Markdown: paragraphs, lists and headings, in order; code, quotes, tables apart.

Not a Markdown renderer: it reads only what it takes to find a question and what it offers, in linear time.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

BlockKind = Literal["paragraph", "list", "heading", "opaque"]
Marker = Literal["bullet", "number", "letter", "key"]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list."""

    text: str
    """The first line, without its marker, with its Markdown."""
    marker: Marker = "bullet"
    index: int = 0
    """The number of a numbered entry, else 0."""
    rest: str = ""
    """Further lines that belong to it, without nested entries."""
    children: tuple["Item", ...] = ()
    """Nested entries, one level; deeper ones are taken as theirs."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list or heading; `opaque` is what asks nothing: code, a quote, a table, a rule."""

    kind: BlockKind
    text: str = ""
    """Of paragraphs and headings: the lines joined by a blank, with their Markdown."""
    items: tuple[Item, ...] = ()


_WORDS = re.compile(
    r"(?!(?:option|approach|choice|alternative|variant|plan|solution) )[A-Za-z]{2}", re.IGNORECASE
)
"""Most lines begin with a word, which tells at once that they are none of the others."""
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(\S.*)")
_OPAQUE = re.compile(r"\s*(?:>|\||(?:[-*_]\s*){3,}$|=+\s*$|<!--|</?[a-z])")
_KEY = r"(?:option|approach|choice|alternative|variant|plan|solution)\s+(?:\d{1,2}|[a-z])\b"
KEYED = re.compile(rf"(?:\*\*|__)?{_KEY}(?![ ]+[a-z])", re.IGNORECASE)
"""Matches a text that begins with "Option A", "Approach 2" and the like."""
_ITEM = re.compile(
    r"(?P<indent>\s*)(?P<bold>\*\*)?"
    r"(?:(?P<bullet>[-*+\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u2013])|(?P<number>\d{1,3})[.)]|\((?P<paren>\d{1,3})\)|(?P<cap>\d)\ufe0f?\u20e3"
    r"|\(?(?P<letter>[A-Za-z])[.)])"
    r"(?P<unbold>\*\*)?(?P<gap>\s+)(?P<text>\S.*)"
)


def parse(text: str) -> list[Block]:
    """The blocks of `text` in order; an unclosed code fence lasts to the end."""
    reader = _Reader()
    for line in text.splitlines():
        reader.feed(line.expandtabs(4) if "\t" in line else line)
    return reader.close()


class _Reader:
    """Takes lines one by one and keeps the block that is being read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.paragraph: list[str] = []
        self.items: list[Item] = []
        self.indent = 0
        self.fence = ""
        self.after_blank = False

    def feed(self, line: str) -> None:
        """Take the next line, without its line end."""
        if self.fence:
            if line.strip().startswith(self.fence):
                self.fence = ""
            return
        if not line.strip():
            self._end_paragraph()
            self.after_blank = True
            return
        self._take(line)
        self.after_blank = False

    def close(self) -> list[Block]:
        """End the block that is open and hand over all of them."""
        self._end_paragraph()
        self._end_list()
        return self.blocks

    def _take(self, line: str) -> None:
        stripped = line.lstrip()
        indented = len(line) - len(stripped)
        if _WORDS.match(stripped):
            self._take_words(line, indented)
        elif fence := _FENCE.match(line):
            self.fence = fence[1]
            self._opaque(inside=bool(self.items) and indented > self.indent)
        elif (item := _ITEM.match(line)) or self._is_key_line(line):
            self._end_paragraph()
            self._item(_new_item(item) if item else Item(_unheaded(line), "key"), indented)
        elif heading := _HEADING.match(line):
            self._end_all()
            self.blocks.append(Block("heading", heading[1].rstrip("# ")))
        elif _OPAQUE.match(line):
            self._opaque(inside=bool(self.items) and indented > self.indent)
        else:
            self._take_words(line, indented)

    def _take_words(self, line: str, indented: int) -> None:
        if self.items and (not self.after_blank or indented > self.indent):
            self._continue(line)
        else:
            self._end_list()
            self.paragraph.append(line.strip())

    def _is_key_line(self, line: str) -> bool:
        """Whether the line begins an entry like "Option A: ..."; inside a paragraph it is just text."""
        return not self.paragraph and KEYED.match(_unheaded(line)) is not None

    def _item(self, item: Item, indent: int) -> None:
        if self.items and indent > self.indent + 1:
            last = self.items[-1]
            self.items[-1] = replace(last, children=(*last.children, item))
            return
        if self.items and self.items[-1].marker != item.marker:
            self._end_list()
        if not self.items:
            self.indent = indent
            self._resume_numbers(item.index)
        self.items.append(item)

    def _resume_numbers(self, index: int) -> None:
        """Go on with the numbered list that paragraphs interrupted: they belong to its last entry."""
        end = len(self.blocks)
        last = next((at for at in range(end - 1, max(end - _BETWEEN, -1), -1) if self.blocks[at].items), end)
        between = self.blocks[last + 1 :]
        if last == end or index < 2 or self.blocks[last].items[-1].index != index - 1:
            return
        if any(block.kind == "heading" for block in between):
            return
        *before, entry = self.blocks[last].items
        texts = (entry.rest, *(block.text for block in between))
        self.items = [*before, replace(entry, rest=" ".join(text for text in texts if text)[:_REST])]
        del self.blocks[last:]

    def _continue(self, line: str) -> None:
        last = self.items[-1]
        if last.children:
            return
        self.items[-1] = replace(last, rest=f"{last.rest} {line.strip()}".strip()[:_REST])

    def _opaque(self, *, inside: bool) -> None:
        if inside:
            return
        self._end_all()
        if not self.blocks or self.blocks[-1].kind != "opaque":
            self.blocks.append(Block("opaque"))

    def _end_all(self) -> None:
        self._end_paragraph()
        self._end_list()

    def _end_paragraph(self) -> None:
        if self.paragraph:
            self.blocks.append(Block("paragraph", " ".join(self.paragraph)))
            self.paragraph = []

    def _end_list(self) -> None:
        if self.items:
            self.blocks.append(Block("list", items=tuple(self.items)))
            self.items = []


_REST = 2_000
_BETWEEN = 5


def _unheaded(line: str) -> str:
    heading = _HEADING.match(line)
    return (heading[1] if heading else line).strip()


def _new_item(match: re.Match[str]) -> Item:
    text = match["text"].strip()
    if match["bold"] and not match["unbold"]:
        text = f"**{text}"
    if number := match["number"] or match["paren"] or match["cap"]:
        return Item(text, "number", int(number))
    return Item(text, "letter" if match["letter"] else "bullet")


_LINK = re.compile(r"!?\[([^\]\n]{0,500})\]\([^)\s]{0,2000}\)")
_CODE = re.compile(r"`{1,3}([^`]+)`{1,3}")
_STRONG = re.compile(r"\*\*|__(?=\S)|(?<=\S)__|~~")
_EMPHASIS = re.compile(r"(?<![\w*\\])[*_](?=\S)|(?<=[^\s\\])[*_](?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")


def plain(text: str) -> str:
    """The text without Markdown's decorations, white space collapsed. Code keeps its inner characters."""
    pieces = []
    end = 0
    for code in _CODE.finditer(text):
        pieces += [_undecorated(text[end : code.start()]), code[1]]
        end = code.end()
    pieces.append(_undecorated(text[end:]))
    return " ".join("".join(pieces).split())


def _undecorated(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    text = _STRONG.sub("", text)
    text = _EMPHASIS.sub("", text)
    return _ESCAPE.sub(r"\1", text)
