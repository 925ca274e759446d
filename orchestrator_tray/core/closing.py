"""A question in a turn's closing text: whether one is asked, in which words, and what it offers.

Current Claude Code asks in prose where the question tool is not offered. Only what a person is meant to
answer is a question: courtesy ("Anything else?"), rhetoric, code, quotations and reports are not.
"""

import re
from dataclasses import dataclass

from orchestrator_tray.core.asking import Asking, asking
from orchestrator_tray.core.markdown import Block, Item, parse, plain
from orchestrator_tray.core.offered import offered, options_of
from orchestrator_tray.core.question import Option, Part

_TAIL = 20_000
"""Characters at the text's end that are read; a question to the user stands there."""
_LONG = 1_500
"""Characters of a paragraph that are kept as the question."""
_TEXTS_AFTER = 5
"""Paragraphs that may follow the question; what stands further up is part of the report."""
_BACK = 3
"""How many blocks further up the question stands that a request points back to."""

_FENCES = re.compile(r"^\s*(?:```|~~~)", re.MULTILINE)
_SEVERAL = re.compile(
    r"\b(?:which ones|all that apply|one or more|any of (?:these|the following|them))\b", re.IGNORECASE
)


_CONTINUES = re.compile(r"or\b", re.IGNORECASE)
"""A paragraph that begins so is the end of the question before it."""


def closing_question(text: str) -> Part | None:
    """Give the question of the last asking paragraph, options taken from a list beside it; None without one.

    "Let me know which one you prefer." gives the question that it points back to. The text is the
    paragraph's, without Markdown. Questions in the entries of a list are one text without options.
    """
    blocks = parse(_tail(text))
    found = _last_asking(blocks)
    if found is None:
        return None
    if found.asking == "request" or _CONTINUES.match(found.text):
        found = _question_behind(blocks, found.index) or found
    options = _options(blocks, found)
    several = bool(options) and _SEVERAL.search(found.text) is not None
    return Part(found.text, options=options, multi_select=several)


def _tail(text: str) -> str:
    if len(text) <= _TAIL:
        return text
    cut = text.find("\n", len(text) - _TAIL)
    cut = len(text) - _TAIL if cut < 0 else cut + 1
    is_inside_code = len(_FENCES.findall(text, 0, cut)) % 2 == 1
    return "```\n" * is_inside_code + text[cut:]


@dataclass(frozen=True, slots=True)
class _Found:
    index: int
    """Of the block that asks."""
    text: str
    asking: Asking
    nested: tuple[Item, ...] = ()
    """What is nested under the one entry of a list that asks."""


def _last_asking(blocks: list[Block]) -> _Found | None:
    texts_after = 0
    for index in reversed(range(len(blocks))):
        block = blocks[index]
        if block.items:
            found = _asking_list(blocks, index)
        else:
            verdict = _verdict(blocks, index, is_last=texts_after == 0 and block.kind == "paragraph")
            found = _found(blocks, index, verdict)
            texts_after += block.kind == "paragraph" and verdict != "courtesy"
        if found or texts_after > _TEXTS_AFTER:
            return found
    return None


def _verdict(blocks: list[Block], index: int, *, is_last: bool = False) -> Asking:
    following = blocks[index + 1] if index + 1 < len(blocks) else Block("opaque")
    reply = plain(following.text[:200])
    return asking(blocks[index].text[-_LONG:], is_last=is_last, reply=reply, offered=following.kind == "list")


def _found(blocks: list[Block], index: int, verdict: Asking) -> _Found | None:
    is_asking = verdict in ("question", "request")
    return _Found(index, plain(blocks[index].text[-_LONG:]), verdict) if is_asking else None


def _asking_list(blocks: list[Block], index: int) -> _Found | None:
    """Take the entries as the questions, unless they complete a question before them."""
    items = blocks[index].items
    asked = sum(asking(item.text[-_LONG:], is_last=False, offered=True) == "question" for item in items)
    if not asked or _completes(blocks, index, asked):
        return None
    if len(items) == 1:
        return _Found(index, plain(items[0].text[-_LONG:]), "question", items[0].children)
    intro = [plain(blocks[index - 1].text[-_LONG:])] if index else []
    entries = (f"{number}. {plain(item.text)}" for number, item in enumerate(items, 1))
    return _Found(index, " ".join((*intro, *entries)).strip()[:_LONG], "question")


def _completes(blocks: list[Block], index: int, asked: int) -> bool:
    """Tell whether a list ends the question before it: "Would you like me to: 1. Stop 2. Go on?"."""
    if not index or _verdict(blocks, index - 1) not in ("question", "request"):
        return False
    return asked == 1 < len(blocks[index].items) or blocks[index - 1].text.rstrip("*_ ").endswith(":")


def _question_behind(blocks: list[Block], index: int) -> _Found | None:
    """Find what "Let me know which one" points back to: asked just before, with only its options between."""
    for earlier in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if blocks[earlier].text:
            verdict = _verdict(blocks, earlier)
            return _found(blocks, earlier, verdict) if verdict == "question" else None
    return None


def _options(blocks: list[Block], found: _Found) -> tuple[Option, ...]:
    if blocks[found.index].kind == "list":
        return options_of(found.nested)
    return offered(blocks, found.index, found.text)
