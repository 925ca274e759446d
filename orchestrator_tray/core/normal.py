"""Normal forms: what two texts have in common once case, white space and marks are set aside.

Owns the keys by which remembered answers are found again, and puts a past answer into the words offered now.
Whoever stores a key stores KEYS_VERSION beside it and computes the keys anew when it differs.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

from orchestrator_tray.core.choices import Choice
from orchestrator_tray.core.pattern import DecisionPattern
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.replies import same_reply
from orchestrator_tray.core.wordlists import ARTICLES, FRAME_WORDS

KEYS_VERSION = 2
"""Rises whenever `normal_text` or `frame_key` gives something else for the same input."""

_CACHED = 4096
_CACHED_LENGTH = 1000
"""Longer texts are not worth keeping: they would let an agent fill the memory."""
_LABEL_COMMAS = 16
"""Labels with more commas are not looked for in the answer to a multi-select."""
_FRAME_UNITS = 4
"""So many units open a question: "more questions about _", "how should _ be"."""

# Every pattern here runs on untrusted text of any length: each is linear.
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[@-_]|\x9b[0-?]*[ -/]*[@-~]"
)
_TYPESET = dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b"), "'")
_TYPESET |= dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"), '"')
_TYPESET |= dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015"), "-")
_TYPESET |= dict.fromkeys(map(ord, "\u00b7\u2022"), ",")
_ODD_SPACE = re.compile(r"[^\S\n ]")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*")
_OPENING = "\"'`([{"
_CLOSING = "\"'`)]}?!.,;:"
_ALONE = frozenset(("", "-", "--", "---", "|", "*"))
_MARK = re.compile(
    r"[(\[]\s*(?:recommended|suggested|empfohlen|recommandé|recomendado|推荐|推奨)\s*[)\]]"
    r"|^\s*recommended\s*:|(?<=\s)-+\s*recommended\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?:](?=\s)|\n")
_SUBJECT_MARKS = re.compile(r"[\d/\\_@#$%=<>{}]|\w\.\w|\w-\w")
_WORD = re.compile(r"[^\s,;:()\"'`]+(?:'\w+)?")


def normal_text(text: str) -> str:
    """Give what stays of a text without case, white space, quotes, closing punctuation, invisible characters.

    Punctuation within a word stays, as do leading marks that carry meaning: 1.2, a/b, --force, .env, C++.
    """
    return _short_normal(text) if len(text) <= _CACHED_LENGTH else _normal(text)


def _normal(text: str) -> str:
    folded = _BOLD.sub(r"\1", clean_text(text).casefold())
    words = (word.rstrip(_CLOSING).lstrip(_OPENING) for word in folded.split())
    return " ".join(word for word in words if word not in _ALONE) or " ".join(folded.split())


_short_normal = lru_cache(maxsize=_CACHED)(_normal)


def clean_text(text: str) -> str:
    """Return the text in one Unicode form, without escapes and invisible characters.

    Of white space, blanks and line ends stay.
    """
    if text.isascii() and text.isprintable():
        return text
    plain = unicodedata.normalize("NFKC", _ESCAPE.sub("", text)).translate(_TYPESET)
    if not "".join(plain.split()).isprintable():
        plain = "".join(char for char in plain if char.isspace() or char.isprintable())
    return _ODD_SPACE.sub(" ", plain)


def normal_label(label: str) -> str:
    """Do as `normal_text`, and without a `(Recommended)` mark."""
    return _short_label(label) if len(label) <= _CACHED_LENGTH else _label(label)


def _label(label: str) -> str:
    return normal_text(_MARK.sub(" ", label)) or normal_text(label)


_short_label = lru_cache(maxsize=_CACHED)(_label)


def is_recommended(label: str) -> bool:
    """Tell whether the label carries a mark like `(Recommended)`."""
    return _MARK.search(label) is not None


def frame_key(part: Part) -> str:
    """Give a key that is equal for parts of one family: how a question opens, whatever its subject."""
    ticks = "many" if part.multi_select else "one"
    fields = "\x1f".join((ticks, *frame_units(part.text)[:_FRAME_UNITS]))
    return blake2b(fields.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def frame_units(text: str) -> tuple[str, ...]:
    """Give the frame of the asking sentence: common words stay, each run of other words becomes "_"."""
    units: list[str] = []
    for word in _WORD.findall(asking_sentence(text)):
        unit = _frame_unit(word)
        if unit and not (unit == "_" and units[-1:] == ["_"]):
            units.append(unit)
    return tuple(units)


def _frame_unit(word: str) -> str:
    bare = word.rstrip("?!.,")
    if bare in ARTICLES:
        return ""
    return bare if bare in FRAME_WORDS and not _SUBJECT_MARKS.search(bare) else "_"


def asking_sentence(text: str) -> str:
    """Give the last sentence that ends in a question mark, in lower case; the whole text where none does."""
    folded = clean_text(text).casefold()
    end = folded.rfind("?")
    if end < 0:
        return folded.strip()
    starts = [found.end() for found in _SENTENCE_END.finditer(folded, 0, end)]
    return folded[starts[-1] if starts else 0 : end + 1].strip()


def choice_of(pattern: DecisionPattern) -> Choice:
    """Give the outline of a remembered answer, without its words."""
    marked = [index for index, label in enumerate(pattern.part.labels) if is_recommended(label)]
    return Choice(
        option_count=len(pattern.options),
        position=_position(pattern),
        recommended=marked[0] if len(marked) == 1 else None,
        multi_select=pattern.multi_select,
        project=pattern.project,
        header=pattern.question_header,
        timestamp=pattern.timestamp,
    )


def _position(pattern: DecisionPattern) -> int | None:
    fits = _fitting(normal_label(pattern.user_answer), pattern.part.labels)
    return fits[0] if len(fits) == 1 else None


def match_answer(answer: str, part: Part) -> str | None:
    """Put the past answer into the words offered now; None where not exactly one reading fits.

    Case, order, punctuation, a `(Recommended)` mark and the wording of a plain yes or no are set aside. For
    a multi-select every tick must be offered; the ticks come back in option order, joined by ", ". Where
    nothing is offered the answer itself fits.
    """
    if not part.options:
        return answer if normal_text(answer) else None
    if part.multi_select:
        return _match_ticks(answer, part.labels)
    fits = _fitting(normal_label(answer), part.labels) or _replies(answer, part)
    return part.labels[fits[0]] if len(fits) == 1 else None


def _fitting(wanted: str, labels: Sequence[str]) -> list[int]:
    return [index for index, label in enumerate(labels) if normal_label(label) == wanted]


def _replies(answer: str, part: Part) -> list[int]:
    given, asked = normal_label(answer), normal_text(part.text)
    return [index for index, label in enumerate(part.labels) if same_reply(given, normal_label(label), asked)]


def _match_ticks(answer: str, labels: Sequence[str]) -> str | None:
    """Read the answer piece by piece, the longest label first, since labels may hold commas themselves."""
    pieces = answer.split(",")
    longest = 1 + min(max(label.count(",") for label in labels), _LABEL_COMMAS)
    read: list[frozenset[int] | None] = [None] * len(pieces) + [frozenset()]
    for start in reversed(range(len(pieces))):
        for end in range(min(start + longest, len(pieces)), start, -1):
            fits = _fitting(normal_label(",".join(pieces[start:end])), labels)
            rest = read[end]
            if len(fits) == 1 and rest is not None:
                read[start] = rest | {fits[0]}
                break
    return ", ".join(labels[index] for index in sorted(read[0])) if read[0] else None
