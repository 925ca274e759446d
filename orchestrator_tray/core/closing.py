"""A question in a turn's closing text: whether one is asked, in which words, and what it offers.

Current Claude Code asks in prose where the question tool is not offered. Only what a person is meant to answer is a
question: courtesy ("Anything else?"), rhetoric, code, quotations and reports are not. In doubt no options are given:
a label that was never offered must not be sent.
"""

import re
from dataclasses import dataclass

from orchestrator_tray.core.asking import Asking, asking
from orchestrator_tray.core.markdown import KEYED, Block, Item, parse, plain
from orchestrator_tray.core.question import Option, Part

_TAIL = 20_000
"""Characters at the text's end that are read; a question to the user stands there."""
_LONG = 1_500
"""Characters of a paragraph that are kept as the question."""
_TEXTS_AFTER = 5
"""Paragraphs that may follow the question; what stands further up is part of the report."""
_MOST_OPTIONS = 12
_LONGEST_LABEL = 300

_FENCES = re.compile(r"^\s*(?:```|~~~)", re.MULTILINE)


def closing_question(text: str) -> Part | None:
    """The question that the text's last asking paragraph asks, its options taken from a list beside it, or None."""
    blocks = parse(_tail(text))
    found = _last_asking(blocks)
    if found is None:
        return None
    if found.asking == "request" and (earlier := _question_behind(blocks, found.index)):
        found = earlier
    options = () if blocks[found.index].kind == "list" and found.lead else _options(blocks, found)
    return Part(
        found.text, options=options, multi_select=bool(options) and _SEVERAL.search(found.text) is not None
    )


def _tail(text: str) -> str:
    if len(text) <= _TAIL:
        return text
    cut = text.find("\n", len(text) - _TAIL)
    cut = len(text) - _TAIL if cut < 0 else cut + 1
    inside_code = len(_FENCES.findall(text, 0, cut)) % 2
    return "```\n" * inside_code + text[cut:]


@dataclass(frozen=True, slots=True)
class _Found:
    index: int
    """Of the block that asks."""
    text: str
    asking: Asking
    lead: bool = False
    """Whether the list's own entries are the questions."""
    nested: tuple[Item, ...] = ()
    """What is nested under the one entry that asks."""


def _last_asking(blocks: list[Block]) -> _Found | None:
    after = 0
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind == "list":
            found = _asking_list(blocks, index)
        elif block.kind == "opaque":
            continue
        else:
            found = _asking_text(blocks, index, is_last=after == 0)
        if found:
            return found
        if block.kind == "paragraph" and asking(block.text[-_LONG:], is_last=True) != "courtesy":
            after += 1
        if after > _TEXTS_AFTER:
            return None
    return None


def _asking_text(blocks: list[Block], index: int, *, is_last: bool) -> _Found | None:
    block = blocks[index]
    text = plain(block.text)[-_LONG:]
    following = blocks[index + 1] if index + 1 < len(blocks) else Block("opaque")
    offered = following.kind == "list"
    verdict = asking(
        block.text[-_LONG:],
        is_last=is_last and block.kind == "paragraph",
        reply=plain(following.text[:200]),
        offered=offered,
    )
    return _Found(index, text, verdict) if verdict in ("question", "request") else None


def _asking_list(blocks: list[Block], index: int) -> _Found | None:
    """A list whose entries are the questions; entries that complete a question before them are options."""
    items = blocks[index].items
    asked = [item for item in items if asking(item.text[-_LONG:], is_last=False, offered=True) == "question"]
    lead = blocks[index - 1] if index else Block("opaque")
    before = _asking_text(blocks, index - 1, is_last=False) if lead.kind == "paragraph" else None
    if not asked or (before and (len(asked) == 1 < len(items) or lead.text.rstrip("*_ ").endswith(":"))):
        return None
    if len(items) == 1:
        return _Found(index, plain(items[0].text)[-_LONG:], "question", nested=items[0].children)
    intro = [plain(lead.text)] if lead.kind in ("paragraph", "heading") else []
    entries = [f"{number}. {plain(item.text)}" for number, item in enumerate(items, 1)]
    return _Found(index, " ".join([*intro, *entries])[:_LONG], "question", lead=True)


def _question_behind(blocks: list[Block], index: int) -> _Found | None:
    """The question that "Let me know which one" points back to: asked before, with nothing but its options between."""
    for earlier in range(index - 1, max(-1, index - 4), -1):
        if blocks[earlier].kind in ("paragraph", "heading"):
            found = _asking_text(blocks, earlier, is_last=False)
            return found if found and found.asking == "question" else None
    return None


# --- what is offered

_CHOICE = re.compile(
    r"\b(?:which|what|how|where|who|whom|when|choose|pick|select|prefer|preference|options?|either|between|or|"
    r"one of|any of|alternatives?|approach(?:es)?|whether)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\bwhich (?:one|ones|of|option|approach|way|path|route|direction|solution|strategy|alternative|variant|version|"
    r"would|do|should|shall|to|is|sounds|works|you)\b|\bprefer|\bpreference|\b(?:choose|pick|select)\b|\boptions?\b|"
    r"\bany of\b|\bone of\b|\beither\b|\bgo with\b|\byour (?:choice|pick|call)\b|\b[a-d] or [a-d]\b|\b[1-9] or [1-9]\b",
    re.IGNORECASE,
)
_OFFERING = re.compile(
    r"\b(?:options?|approach(?:es)?|ways?|choices?|alternatives?|either|could|possible|possibilities|paths?|routes?|"
    r"strategies|solutions?|candidates?|i can|we can|you can|pick|choose|next steps)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\bwhich ones\b|\ball that apply\b|\bone or more\b|\bany of (?:these|the following|them)\b", re.IGNORECASE
)
_DONE = re.compile(
    r"(?:[✓✔✅☑❌]|\[[xX]\]|(?:added|fixed|updated|created|removed|changed|implemented|refactored|moved|renamed|"
    r"deleted|wrote|ran|verified|tested|installed|replaced|cleaned|improved|made|extracted|introduced)\b)",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"(?:yes|no|y|n)\b", re.IGNORECASE)


_YES_NO_ASKED = re.compile(
    r"\b(?:should|shall|may|can|could|would|do|does|is|are|will) (?:i|we|you|it|this|that|the|these)\b.*[^:]$",
    re.IGNORECASE,
)


def _options(blocks: list[Block], found: _Found) -> tuple[Option, ...]:
    if found.nested:
        return _from_items(found.nested)
    after = _list_at(blocks, found.index + 1)
    if after and (
        _CHOICE.search(found.text)
        or not _YES_NO_ASKED.search(found.text)
        or _YES_NO.match(plain(after[0].text))
    ):
        return _from_items(after)
    before = _list_at(blocks, found.index - 1)
    if before and (_POINTS_BACK.search(found.text) or _offers(blocks, found.index - 2, found.text)):
        return _from_items(before)
    keyed = [item for block in blocks for item in block.items if item.marker == "key"]
    return _from_items(tuple(keyed)) if _CHOICE.search(found.text) else ()


def _list_at(blocks: list[Block], index: int) -> tuple[Item, ...]:
    return blocks[index].items if 0 <= index < len(blocks) else ()


def _offers(blocks: list[Block], index: int, question: str) -> bool:
    """Whether the words before a list introduce it as options, and the question after it asks to choose."""
    lead = blocks[index] if index >= 0 else Block("opaque")
    return _OFFERING.search(lead.text) is not None and _CHOICE.search(question) is not None


def _from_items(items: tuple[Item, ...]) -> tuple[Option, ...]:
    options = tuple(_option(item) for item in items)
    labels = {option.label.casefold() for option in options}
    usable = (
        2 <= len(options) <= _MOST_OPTIONS
        and len(labels) == len(options)
        and all(0 < len(option.label) <= _LONGEST_LABEL for option in options)
        and not all(_DONE.match(option.label) for option in options)
    )
    return options if usable else ()


_BOLD = re.compile(
    r"(?:\*\*|__)(.+?):?\s*(?:\*\*|__)((?:\s*\((?:recommended|default|preferred)\))?)(.*)", re.IGNORECASE | re.DOTALL
)
_SEPARATOR = re.compile(r"\s+(?:--?|[–—])\s+|\s*—\s*|(?<=\S):\s+")
_LONGEST_SPLIT = 80


def _option(item: Item) -> Option:
    label, description = _split(item.text.removeprefix("[ ] "))
    below = [plain(item.rest), *(plain(child.text) for child in item.children)]
    text = " ".join(part for part in (description, *below) if part)
    return Option(label.rstrip("?？:;,. ") or label, text)


def _split(text: str) -> tuple[str, str]:
    if bold := _BOLD.match(text):
        label, description = plain(bold[1] + bold[2]), plain(bold[3]).lstrip("-–—:., ")
        if KEYED.fullmatch(label) and description:
            return _joined_key(label, description)
        if not bold[3].strip() or bold[3].lstrip()[:1] in "-–—:.," or bold[1] != bold[1].rstrip(":"):
            return (label, description) if not KEYED.match(label) else _split_plain(plain(text))
    return _split_plain(plain(text))


def _joined_key(key: str, rest: str) -> tuple[str, str]:
    label, description = _split_plain(rest)
    return f"{key}: {label}", description


def _split_plain(text: str) -> tuple[str, str]:
    parts = _SEPARATOR.split(text, maxsplit=1)
    if len(parts) == 1 or len(parts[0]) > _LONGEST_SPLIT:
        return text, ""
    if KEYED.fullmatch(parts[0]):
        return _joined_key(parts[0], parts[1])
    return parts[0], parts[1]
