"""The words of a question as they can be compared: folded to stems, phrases joined, told apart by kind."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from orchestrator_tray.core import phrases
from orchestrator_tray.core import wordlists as lists
from orchestrator_tray.core.normal import clean_text
from orchestrator_tray.core.rivals import EXCLUSIVE, OPPOSITES
from orchestrator_tray.core.stems import stem
from orchestrator_tray.core.synonyms import SYNONYMS

Kind = Literal["word", "name", "number", "path", "environment"]


class Token(NamedTuple):
    """One word of a question."""

    key: str
    """Equal keys mean the same word."""
    weight: float
    """How much of the subject it carries: 0 for mere grammar, 1 for a plain word."""
    kind: Kind
    ends: bool = False
    """Whether a clause ends behind it."""
    is_deed: bool = False
    """Whether it most likely is what is done, or how, and no thing."""


class _Word(NamedTuple):
    text: str
    kind: Kind
    ends: bool
    is_exact: bool = False
    """Whether every letter counts. A mere capital marks a name that may be inflected."""


_MOST_WORDS = 160
_LIGHT = 0.35

_OPENING = "\"'`([{*<~"
_CLOSING = "\"'`)]}*>?!.,;:"
_ENDS = re.compile(r"[,;:.?!)][\"'`)\]*]*$")
_DIGIT = re.compile(r"\d")
_GLOB = re.compile(r"^[^*]+\*[?!.,;:]*$")
_NUMBER = re.compile(r"([$€£#~+v<>=-]*)(\d[\d.,_]*)(%|[a-z]*)")
_PLURAL = re.compile(r"[a-z]+\d+s")
_THOUSANDS = re.compile(r"[,_](?=\d{3}\b)")
_CAMEL = re.compile(r"[a-z\d][A-Z]|[A-Z]{2}[a-z]{2}")
_DOTTED = re.compile(r"\w\.\w|^\.\w")

_TIMES = {"k": 1000.0, "x": 1.0}
_ORDINALS = frozenset(("st", "nd", "rd", "th"))
_WRITTEN_UNITS = frozenset(("", "px", "em", "rem", "pt", "b", "kb", "mb", "gb", "tb", "kib", "mib", "gib"))
_NUMBER_ENDINGS = _ORDINALS | _TIMES.keys() | lists.UNITS.keys() | _WRITTEN_UNITS

_GROUPED = frozenset(word for group in (*SYNONYMS, *OPPOSITES) for word in group)
_WHOLE = frozenset(word for group in (_GROUPED, *EXCLUSIVE) for word in group if "-" in word)
_KNOWN = frozenset(stem(word) for group in (*SYNONYMS, *OPPOSITES, *EXCLUSIVE) for word in group)
_COMMON = frozenset(map(stem, lists.FUNCTION_WORDS | lists.FILLER | lists.LIGHT | lists.NEGATIONS | _GROUPED))
_WEIGHTS = dict.fromkeys(map(stem, lists.LIGHT), _LIGHT) | dict.fromkeys(map(stem, lists.FILLER), 0.0)
_ENVIRONMENT_OF = {word: name for name, words in lists.ENVIRONMENTS.items() for word in words}
_PHRASES = phrases.PHRASES | phrases.ABBREVIATIONS
_PHRASES_BY_OPENING: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
"""The phrases, longest first, by their first two words."""
for _each in sorted(_PHRASES, key=len, reverse=True):
    _PHRASES_BY_OPENING.setdefault(_each[:2], []).append(_each)
_OPENINGS = frozenset(opening[0] for opening in _PHRASES_BY_OPENING)


def tokenise(text: str) -> tuple[tuple[Token, ...], bool]:
    """Return the tokens of a text, and whether that is all of it: very long texts are cut."""
    pieces = clean_text(text[: _MOST_WORDS * 16]).split()
    words = _with_phrases(list(_raw_words(pieces[:_MOST_WORDS])))
    is_whole = len(text) <= _MOST_WORDS * 16 and len(pieces) <= _MOST_WORDS
    return tuple(_tokens(words)), is_whole


def is_negation(key: str) -> bool:
    return key in lists.NEGATIONS or key.endswith("n't")


def _raw_words(pieces: Sequence[str]) -> Iterator[_Word]:
    is_titled = _is_titled(pieces)
    starts = True
    for piece in pieces:
        yield from _words_of(piece, may_be_name=not (is_titled or starts))
        starts = piece[-1] in ".?!:"


@lru_cache(maxsize=4096)
def _words_of(piece: str, *, may_be_name: bool) -> tuple[_Word, ...]:
    bare = piece.rstrip(_CLOSING).lstrip(_OPENING) or piece
    if bare.casefold() not in lists.FUNCTION_WORDS:
        bare = bare.removesuffix("'s")
    return tuple(_split(bare, piece, may_be_name=may_be_name))


def _is_titled(pieces: Sequence[str]) -> bool:
    """Tell whether capitals are mere style here, so that they mark no names."""
    long = [piece for piece in pieces if len(piece) > 3 and piece[0].isalpha()]
    return sum(piece[0].isupper() for piece in long) > 0.6 * len(long)


def _split(bare: str, piece: str, *, may_be_name: bool) -> Iterator[_Word]:
    """Give the words of one piece between blanks: names and paths whole, numbers and their units apart."""
    lower = bare.casefold()
    ends = not piece[-1].isalnum() and _ENDS.search(piece) is not None
    if lower.isalpha() and not _CAMEL.search(bare):  # nearly every word
        yield _plain(bare, piece, ends=ends, may_be_name=may_be_name)
    elif _DIGIT.search(lower) and lower not in _GROUPED:
        yield from _numbered(lower, ends=ends)
    elif lower in lists.SLASHED_WORDS:
        yield from (_Word(word, "word", ends) for word in lower.split("/"))
    elif "/" in lower or "\\" in lower or _DOTTED.search(lower):
        ending = "*" if _GLOB.search(piece) else ""
        yield _Word(lower.removesuffix(".js").strip("/\\") + ending, "path", ends, is_exact=True)
    elif "_" in lower or "::" in lower or lower.startswith(("--", "@", "#", "$")) or _CAMEL.search(bare):
        yield _Word(lower, "name", ends, is_exact=stem(lower) not in _KNOWN)
    elif "-" in lower[1:-1] and lower not in _WHOLE and not _is_quoted(piece):
        parts = [part for part in lower.split("-") if part]
        yield from (_Word(part, "word", ends and part is parts[-1]) for part in parts)
    else:
        yield _plain(bare, piece, ends=ends, may_be_name=may_be_name)


def _plain(bare: str, piece: str, *, ends: bool, may_be_name: bool) -> _Word:
    is_quoted = _is_quoted(piece)
    is_name = _is_name(bare, is_quoted=is_quoted, may_be_name=may_be_name)
    return _Word(bare.casefold(), "name" if is_name else "word", ends, is_exact=is_name and is_quoted)


def _is_quoted(piece: str) -> bool:
    return piece[0] in "\"'`" and piece.rstrip(".,;:?!)")[-1:] == piece[0]


def _is_name(bare: str, *, is_quoted: bool, may_be_name: bool) -> bool:
    if bare == "A" and may_be_name:
        return True  # as in "plan A"
    if stem(bare.casefold()) in _COMMON:
        return False
    return is_quoted or (may_be_name and bare[0].isupper() and not bare.isupper())


def _numbered(lower: str, *, ends: bool) -> Iterator[_Word]:
    amount, hyphen, thing = lower.partition("-")
    if hyphen and thing.isalpha() and _NUMBER.fullmatch(amount):  # "a 22-minute build"
        yield from _numbered(amount, ends=False)
        yield _Word(thing, "word", ends)
        return
    found = _NUMBER.fullmatch(lower)
    if not found or found[3] not in _NUMBER_ENDINGS:
        single = lower[:-1] if _PLURAL.fullmatch(lower) else lower  # "the A100s" are several A100
        yield _Word(single.strip("/\\"), "path" if "/" in lower or "\\" in lower else "number", ends)
        return
    digits, ending = found[2].rstrip(".,_"), found[3]
    unit = "" if ending in _ORDINALS or ending in _TIMES else lists.UNITS.get(ending, ending)
    yield _Word(_sign(found[1]) + _value(digits, ending), "number", ends and not unit)
    if unit:
        yield _Word(unit, "word", ends)


def _sign(prefix: str) -> str:
    """Return what of the signs before a number decides: a comparison, a minus, a currency."""
    return "".join(char for char in prefix if char in "<>-$€£")


def _value(digits: str, ending: str) -> str:
    plain = _THOUSANDS.sub("", digits).removesuffix(".0")
    if ending in _ORDINALS:
        return "#" + plain
    if ending in _TIMES and plain.replace(".", "", 1).isdigit():
        return f"{float(plain) * _TIMES[ending]:g}"
    return plain


def _with_phrases(words: list[_Word]) -> Iterator[_Word]:
    texts = [word.text for word in words]
    index = 0
    while index < len(words):
        length, phrase = _phrase(texts, index)
        yield _Word(phrase, "word", words[index + length - 1].ends) if phrase else words[index]
        index += length


def _phrase(texts: Sequence[str], index: int) -> tuple[int, str]:
    """Return the longest phrase that begins here, and how many words it takes; none is one word long."""
    if texts[index] not in _OPENINGS:
        return 1, ""
    for phrase in _PHRASES_BY_OPENING.get(tuple(texts[index : index + 2]), ()):
        if tuple(texts[index : index + len(phrase)]) == phrase:
            return len(phrase), _PHRASES[phrase]
    return 1, ""


def _tokens(words: Iterator[_Word]) -> Iterator[Token]:
    before, is_deed = "", False
    for word, behind in pairwise((*words, _Word("", "word", ends=True))):
        if word.kind == "word" and word.text in lists.ARTICLES:
            continue
        if word.text == "to" and (before in lists.BEFORE_INFINITIVES or behind.text in lists.INFINITIVES):
            is_deed = True
            continue
        opens = not before and word.text in lists.INFINITIVES
        ends = word.text.endswith(("ed", "ing", "ly"))
        if environment := _environment(word.text, behind.text):
            yield Token(environment, 0.0, "environment", word.ends)
        else:
            yield _token(word, is_deed=is_deed or opens or ends)
        before, is_deed = word.text, word.text in lists.BEFORE_DEEDS


@lru_cache(maxsize=4096)
def _token(word: _Word, *, is_deed: bool) -> Token:
    if word.text in lists.NUMBER_WORDS:
        return Token(lists.NUMBER_WORDS[word.text], 1.0, "number", word.ends)
    if is_negation(word.text):
        return Token(word.text, 0.0, "word", word.ends)
    key = word.text if word.is_exact else stem(word.text)
    weight = _WEIGHTS.get(key, 1.0) if word.kind == "word" else 1.0
    return Token(key, weight, word.kind, word.ends, is_deed and word.kind == "word")


def _environment(text: str, behind: str) -> str:
    if text in lists.LOOSE_ENVIRONMENTS and behind in lists.ENVIRONMENT_NOUNS:
        return lists.LOOSE_ENVIRONMENTS[text]
    return _ENVIRONMENT_OF.get(text, "")
