"""What a question in prose offers: the entries of a list beside it, where it asks to choose among them.

A list that only reports what was done is no offer. In doubt nothing is offered: a label that was never meant
as an answer must not be sent.
"""

import re
from collections.abc import Sequence

from orchestrator_tray.core.markdown import KEYED, Block, Item, plain
from orchestrator_tray.core.question import Option

_MOST = 12
_LONGEST_LABEL = 300
_LONGEST_SPLIT = 80
"""A longer beginning is no name that a description follows."""
_PARAGRAPHS_BETWEEN = 2
"""Such as a recommendation, between the list and the question that points back to it."""


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_CHOICE = _words(
    "which",
    "what",
    "how",
    "where",
    "who",
    "when",
    "whether",
    "choose",
    "pick",
    "select",
    "prefer",
    "preference",
    "options?",
    "approach(?:es)?",
    "alternatives?",
    "either",
    "between",
    "or",
    "one of",
    "any of",
)
_POINTS_BACK = _words(
    "which (?:ones?|of|options?|approach|way|path|route|direction|solution|strategy|alternative|version)",
    "which (?:would|do|should|shall|to|is|sounds|works|you)",
    "prefer",
    "preference",
    "choose",
    "pick",
    "select",
    "options?",
    "any of",
    "one of",
    "either",
    "go with",
    "your (?:choice|pick|call)",
    "[a-d] or [a-d]",
    "[1-9] or [1-9]",
)
_OFFERING = _words(
    "options?",
    "approach(?:es)?",
    "ways?",
    "choices?",
    "alternatives?",
    "either",
    "could",
    "possible",
    "possibilities",
    "paths?",
    "routes?",
    "strategies",
    "solutions?",
    "candidates?",
    "i can",
    "we can",
    "you can",
    "pick",
    "choose",
)
_YES_OR_NO = re.compile(
    r"\b(?:should|shall|may|can|could|would|do|does|is|are|will) (?:i|we|you|it|this|that|the)\b.*[^:]$",
    re.IGNORECASE,
)
_REPLY = re.compile(r"(?:yes|no|y|n)\b", re.IGNORECASE)
_DONE = re.compile(
    r"[\u2713\u2714\u2705\u2611\u274c]|\[x\]"
    r"|(?:added|fixed|updated|created|removed|changed|implemented|refactored|moved|renamed|deleted|wrote|ran"
    r"|verified|tested|installed|replaced|cleaned|improved|made|extracted|introduced)\b",
    re.IGNORECASE,
)


def offered(blocks: Sequence[Block], index: int, question: str) -> tuple[Option, ...]:
    """Give the options of the question that block `index` asks; () where no list is clearly meant."""
    after = _list_after(blocks, index)
    if after and (_CHOICE.search(question) or not _YES_OR_NO.search(question) or _REPLY.match(after[0].text)):
        return options_of(after)
    keyed = [item for block in blocks for item in block.items if item.marker == "key"]
    if keyed and _CHOICE.search(question):
        return options_of(keyed)
    return options_of(_list_before(blocks, index, question))


def _list_after(blocks: Sequence[Block], index: int) -> Sequence[Item]:
    following = blocks[index + 1 : index + 3]
    if len(following) == 2 and following[0].text.rstrip("*_ ").endswith(":"):
        following = following[1:]
    return following[0].items if following else ()


def _list_before(blocks: Sequence[Block], index: int, question: str) -> Sequence[Item]:
    points_back = _POINTS_BACK.search(question) is not None
    reach = _PARAGRAPHS_BETWEEN if points_back else 0
    for position in range(index - 1, max(index - 2 - reach, -1), -1):
        if items := blocks[position].items:
            lead = blocks[position - 1].text if position else ""
            is_offer = _OFFERING.search(lead) is not None and _CHOICE.search(question) is not None
            return items if points_back or is_offer else ()
    return ()


def options_of(items: Sequence[Item]) -> tuple[Option, ...]:
    """Give the entries as options, () where they cannot be: too few or many, alike, overlong, a report."""
    options = tuple(map(_option, items))
    is_offer = (
        2 <= len(options) <= _MOST
        and len({option.label.casefold() for option in options}) == len(options)
        and all(0 < len(option.label) <= _LONGEST_LABEL for option in options)
        and not all(_DONE.match(option.label) for option in options)
    )
    return options if is_offer else ()


_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<name>.+?)(?P=mark)(?P<note>\s*\([^()]{1,40}\))?(?P<rest>.*)")
_SEPARATOR = re.compile(r"\s+(?:--?|\u2013)\s+|\s*\u2014\s*|(?<=\S):\s+")
_AFTER_NAME = "-\u2013\u2014:.,; "


def _option(item: Item) -> Option:
    label, description = _split(item.text.removeprefix("[ ] "))
    below = (item.rest, *(child.text for child in item.children))
    texts = (description, *map(plain, below))
    return Option(label.rstrip("?\uff1f:;,. ") or label, " ".join(text for text in texts if text))


def _split(text: str) -> tuple[str, str]:
    """Split into label and description: a bold name, else what stands before a dash or a colon."""
    bold = _BOLD.match(text)
    if bold and not KEYED.match(bold["name"]) and _is_name(bold["name"], bold["rest"]):
        return plain(bold["name"] + (bold["note"] or "")), plain(bold["rest"]).lstrip(_AFTER_NAME)
    return _split_plain(plain(text))


def _is_name(name: str, rest: str) -> bool:
    return not rest.strip() or rest.lstrip()[0] in _AFTER_NAME or name.rstrip().endswith((":", "."))


def _split_plain(text: str) -> tuple[str, str]:
    name, *rest = _SEPARATOR.split(text, maxsplit=1)
    if not rest or len(name) > _LONGEST_SPLIT:
        return text, ""
    if KEYED.fullmatch(name):
        label, description = _split_plain(rest[0])
        return f"{name}: {label}", description
    return name, rest[0]
