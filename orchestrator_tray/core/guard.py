"""What no machine may answer. It can only lower: what it names is at most suggested, whatever the confidence.

Reads the question, its header, every option and description, and the answer itself: commands and paths as
they are written, texts that press for an answer, production, and verbs with their objects (`deeds`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from orchestrator_tray.core import foreign, harmless, literal
from orchestrator_tray.core.declared import declared
from orchestrator_tray.core.deeds import (
    NOW_RULES,
    OPERATING,
    RULES,
    deed,
    is_about_now,
    is_design,
    leaks,
    told_deed,
    words_of,
)
from orchestrator_tray.core.known_verbs import unknown_deed
from orchestrator_tray.core.normal import clean_text
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.things import is_harmless, is_mending, thing

_LONGEST = 20_000
"""A text is read up to here; more than that nobody asks, and only danger hides there."""


def danger(parts: Sequence[Part], answers: Sequence[str] | None) -> str | None:
    """Name the kind of danger in the parts or in the answers; None where there is none."""
    if any(len(text) > _LONGEST for text in (*texts(parts), *(answers or ()))):
        return "too long to check"
    labels = {label for part in parts for label in part.labels}
    own_words = [answer for answer in answers or () if answer not in labels]
    said = (declared(folded(text)) for text in _given(parts, answers or ()))
    return next(filter(None, (*map(_in_part, parts), *map(_in_own_words, own_words), *said)), None)


def _given(parts: Sequence[Part], answers: Sequence[str]) -> Iterator[str]:
    """Return what is said of the options that the answers take."""
    for part, answer in zip(parts, answers, strict=False):
        for option in part.options:
            takes = option.label == answer or (part.multi_select and f", {option.label}, " in f", {answer}, ")
            if takes and option.description:
                yield option.description


def texts(parts: Sequence[Part]) -> Iterator[str]:
    """Every text that a person sees of a question."""
    for part in parts:
        yield part.text
        yield part.header
        for option in part.options:
            yield option.label
            yield option.description


@lru_cache(maxsize=256)
def _in_part(part: Part) -> str | None:
    text, asked = harmless.without_ignored(
        folded(part.text), folded(" .\n".join((part.text, part.header, *part.labels)))
    )
    asking = _asking(text)
    if all(map(harmless.is_only_words, asking)):
        return _beside(part, text, asking)
    designs, is_now = all(map(is_design, asking)), any(map(is_about_now, asking))
    descriptions = [folded(option.description) for option in part.options if option.description]
    acts = is_now or any(map(_ACTING.search, asking)) or any(map(_I_DO.search, descriptions))
    context = frozenset(word.key for word in words_of(text))
    offered = [
        label
        for label in part.labels
        if not harmless.is_computed(label, part.labels) and not harmless.is_revision(label)
    ]
    return (
        _disguised(asked)
        or foreign.tongue(asked)
        or literal.danger(asked, literal.TOLD if designs and not acts else literal.DONE)
        or next(filter(None, map(_deed_of, _sentences(text))), None)
        or (None if designs else deed(words_of(text), NOW_RULES if is_now else RULES))
        or next(
            filter(None, (_offered(label, context, designs=designs, is_now=is_now) for label in offered)),
            None,
        )
        or (_thing(text, asking, part.labels) if is_now else None)
        or (next(filter(None, map(unknown_deed, asking)), None) if is_now else None)
        or _told(descriptions, is_now=is_now, acts=acts, tries=any(map(_TRYING.search, asking)))
    )


def _beside(part: Part, text: str, asking: Sequence[str]) -> str | None:
    """Read all but what is asked: nothing is done with what it names, and a label of one word is a name."""
    asked = folded(" .\n".join((part.text, part.header, *part.labels)))
    told = [sentence for sentence in _sentences(text) if sentence not in asking]
    labels = [label for label in map(folded, part.labels) if len(label.split()) > 1]
    descriptions = [folded(option.description) for option in part.options if option.description]
    return (
        _disguised(asked)
        or foreign.tongue(asked)
        or literal.pressing(asked)
        or literal.danger(" .\n".join((*told, *labels)), literal.TOLD)
        or next(filter(None, map(_deed_of, told)), None)
        or next(
            filter(None, (_offered(label, frozenset(), designs=True, is_now=False) for label in labels)), None
        )
        or _told(descriptions, is_now=False, acts=False, tries=False)
    )


_BARE = re.compile(
    r"\W*(?:(?:really|please|so|now|just)\W+)*"
    r"(?:delete|remove|wipe|purge|erase|destroy|drop|overwrite|deploy|publish|release|merge|push|reset|force)"
    r"(?:\W+(?:it|them|this|that|these|those|all|everything|now|anyway|please))*\W*"
)
"""A deed alone: what it is done to stands somewhere else."""
_UNITS = re.compile(
    r"(?<![^\W\d_])(?:[kmg\u03bc]?\u03c9|\u03bc[a-z]{1,3}|[\u03b4\u03bb\u03c0\u03c3\u03b8][a-z])(?![^\W\d_])"
)
"""Ohms, micro-anything and single letters of formulas: no word is disguised by them."""
_TWO_SCRIPTS = re.compile(r"[a-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][a-z]")


_BETWEEN = re.compile(
    r"""
    (?<=[.?!;])\s+ | \n+
    | (?<=[,:\u2013\u2014])\s+
        (?=(?:how|what|which|when|where|who)\s+(?:\w+\s+){0,3}(?:should|would|shall|do|does|can)\b)
    """,
    re.VERBOSE,
)
"""Between sentences, and before the question that ends one: "with that known, which do you want?"."""


def _sentences(lower: str) -> list[str]:
    """Part a text: each sentence says by itself whether something is designed or about to be done."""
    return [sentence for sentence in _BETWEEN.split(lower) if sentence.strip()]


def _asking(lower: str) -> list[str]:
    """Return the sentences that ask; all, where none has a question mark."""
    sentences = _sentences(lower)
    return [sentence for sentence in sentences if "?" in sentence] or sentences


def _deed_of(sentence: str) -> str | None:
    if _BARE.fullmatch(sentence):
        return "destructive"
    if is_design(sentence):
        return None
    return deed(words_of(sentence), NOW_RULES if is_about_now(sentence) and "?" in sentence else RULES)


def _disguised(lower: str) -> str | None:
    """Words with letters of two scripts only look like what they say."""
    if lower.isascii() or not _TWO_SCRIPTS.search(_UNITS.sub(" ", lower)):
        return None
    return "disguised letters"


def _in_own_words(answer: str) -> str | None:
    lower = folded(answer)
    return _disguised(lower) or literal.danger(lower) or deed(words_of(lower), RULES)


def folded(text: str) -> str:
    """Return a text as everything here reads it: clean, and without case."""
    return clean_text(text).casefold()


def _offered(label: str, context: frozenset[str], *, designs: bool, is_now: bool) -> str | None:
    """Read a label. Where something is designed, no more than how it begins says what would be done."""
    words = words_of(folded(label))
    if leaks(words, context):
        return "secrets"
    if designs:
        return deed(
            (*words[:1], *(word._replace(is_verb=False) for word in words[1:5])), RULES, needs_object=True
        )
    return deed(words, NOW_RULES if is_now else RULES, context=context)


def _thing(text: str, asking: list[str], labels: Sequence[str]) -> str | None:
    """Name what the session would touch now; what is told before a harmless question is not touched."""
    texts, deeds = [words_of(folded(label)) for label in labels], [words_of(one) for one in asking]
    if not all(map(is_harmless, deeds)):
        texts.append(words_of(text))
    return thing(texts, mended=all(map(is_mending, deeds)))


_ACTING = re.compile(r"\b(?:i|me)\b")
"""Words of a session about itself: what an option costs is then paid, not only described."""
_TRYING = re.compile(r"\byou\s+(?:want|like)\s+to\s+(?:try|run|start|go|do|see|finish|continue)\b")
"""What the session offers to do; the descriptions say what then happens."""
_I_DO = re.compile(r"\bi(?:'ll|'d)?\s+[a-z]")
"""In a description it tells what the session does, whatever its question is about."""


def _told(descriptions: Sequence[str], *, is_now: bool, acts: bool, tries: bool) -> str | None:
    """Read the descriptions: of a design they say what nobody asks to do, so only the clearest counts."""
    among = literal.DONE if acts else literal.TOLD
    if descriptions and (found := literal.command(" .\n".join(descriptions), among)):
        return found
    for lower in descriptions:
        if literal.production(lower) and any(word.key in OPERATING for word in words_of(lower)):
            return "production"
    return next(filter(None, (_told_of(lower, is_now=is_now, tries=tries) for lower in descriptions)), None)


def _told_of(lower: str, *, is_now: bool, tries: bool) -> str | None:
    if is_now or _I_DO.search(lower):
        return deed(words_of(lower), NOW_RULES)
    return deed(words_of(lower), RULES) if tries else told_deed(lower)
