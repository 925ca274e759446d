"""What no machine may answer. It can only lower: what it names is at most suggested, whatever the confidence.

Reads the question, its header, every option and description, and the answer itself: commands and paths as
they are written, texts that press for an answer, production, and verbs with their objects (`deeds`).
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain, starmap, zip_longest

from orchestrator_tray.core import foreign, harmless, literal
from orchestrator_tray.core.danger_patterns import Command
from orchestrator_tray.core.declared import declared
from orchestrator_tray.core.deeds import (
    NOW_RULES,
    OPERATING,
    RULES,
    Rules,
    deed,
    leaks,
    told_deed,
    words_of,
)
from orchestrator_tray.core.designing import (
    DESIGN,
    I_DO,
    NOW,
    Aim,
    aim_of,
    asking_of,
    by_design,
    is_about_now,
    is_design,
    sentences,
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
    given = [_given(part, answer) for part, answer in zip(parts, answers or (), strict=False)]
    described = ((part, said) for part, said in zip_longest(parts, given))
    said = (declared(text) for texts in given for text in texts)
    in_parts = starmap(_in_part, described)
    return next(filter(None, chain(in_parts, map(_in_own_words, own_words), said)), None)


def _given(part: Part, answer: str) -> tuple[str, ...]:
    """Return what is said of the options that an answer takes, folded."""
    return tuple(
        folded(option.description)
        for option in part.options
        if option.description
        and (option.label == answer or (part.multi_select and f", {option.label}, " in f", {answer}, "))
    )


def is_only_words(part: Part) -> bool:
    """Tell whether nothing is done with what a question names: "More questions about payments?"."""
    return _asks_only_for_words(asking_of(sentences(folded(part.text))))


def _asks_only_for_words(asking: Sequence[str]) -> bool:
    return all(harmless.is_only_words(one) or harmless.is_only_talk(one) for one in asking)


def texts(parts: Sequence[Part]) -> Iterator[str]:
    """Every text that a person sees of a question."""
    for part in parts:
        yield part.text
        yield part.header
        for option in part.options:
            yield option.label
            yield option.description


@lru_cache(maxsize=256)
def _in_part(part: Part, given: tuple[str, ...] | None) -> str | None:
    """Read a part; `given` is what is said of the options that would be given, None where none would be."""
    text, labels = folded(part.text), [folded(option.label) for option in part.options]
    # folded by its parts: each mostly is a plain line already
    text, asked = harmless.without_ignored(text, " .\n".join((text, folded(part.header), *labels)))
    told = sentences(text)
    asking = asking_of(told)
    descriptions = [folded(option.description) for option in part.options if option.description]
    if _asks_only_for_words(asking):
        return _beside(told, asked, asking, labels, descriptions)
    done = descriptions if given is None else given
    aim = aim_of(text, asking, labels, descriptions)
    context = frozenset(word.key for word in words_of(text))
    offered = [label for label in labels if not harmless.is_no_deed(label, labels, asking)]
    read = [one for one in told if not (aim.is_product and _BARE.fullmatch(one))]
    return (
        _disguised(asked)
        or foreign.tongue(asked)
        or literal.danger(asked, _among(aim))
        or next(filter(None, map(_deed_of, read)), None)
        or (None if aim.is_design else deed(words_of(text), _rules(aim)))
        or next(filter(None, (_offered(label, context, aim) for label in offered)), None)
        or (_thing(text, asking, labels) if aim.is_now else None)
        or (next(filter(None, map(unknown_deed, asking)), None) if aim.is_now else None)
        or _told(descriptions, aim, done)
    )


def _beside(
    told: Sequence[str], asked: str, asking: Sequence[str], labels: Sequence[str], descriptions: Sequence[str]
) -> str | None:
    """Read all but what is asked: nothing is done with what it names, and a label of one word is a name."""
    aim = NOW if any(map(harmless.is_only_talk, asking)) else DESIGN
    told = [sentence for sentence in told if sentence not in asking]
    labels = [label for label in labels if len(label.split()) > 1]
    return (
        _disguised(asked)
        or foreign.tongue(asked)
        or literal.pressing(asked)
        or literal.danger(" .\n".join((*told, *labels)), literal.TOLD)
        or next(filter(None, map(_deed_of, told)), None)
        or next(filter(None, (_offered(label, frozenset(), aim) for label in labels)), None)
        or _told(descriptions, DESIGN)
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


def _among(aim: Aim) -> Sequence[Command]:
    if aim.is_product:
        return literal.DESIGNED
    return literal.TOLD if aim.is_design and not aim.acts else literal.DONE


def _rules(aim: Aim) -> Rules:
    return NOW_RULES if aim.is_now else RULES


def _offered(label: str, context: frozenset[str], aim: Aim) -> str | None:
    """Read a label. Where something is designed, no more than how it begins says what would be done."""
    words = words_of(label)
    if leaks(words, context):
        return "secrets"
    if aim.is_design:
        kind = deed(
            (*words[:1], *(word._replace(is_verb=False) for word in words[1:5])), RULES, needs_object=True
        )
        return by_design(label, kind, aim)
    return deed(words, _rules(aim), context=context)


def _thing(text: str, asking: list[str], labels: Sequence[str]) -> str | None:
    """Name what the session would touch now; what is told before a harmless question is not touched."""
    texts, deeds = [words_of(label) for label in labels], [words_of(one) for one in asking]
    if not all(map(is_harmless, deeds)):
        texts.append(words_of(text))
    return thing(texts, mended=all(map(is_mending, deeds)))


def _told(descriptions: Sequence[str], aim: Aim, done: Collection[str] = ()) -> str | None:
    """Read the descriptions: of a design they say what nobody asks to do, so only the clearest counts.

    So it is for options that would not be given; what is `done` counts in full.
    """
    among = literal.SAID if aim.acts else literal.TOLD
    if descriptions and (found := literal.command(" .\n".join(descriptions), among)):
        return found
    for lower in descriptions:
        if literal.production(lower) and any(word.key in OPERATING for word in words_of(lower)):
            return "production"
    read = (_told_of(lower, aim if lower in done else DESIGN) for lower in descriptions)
    return next(filter(None, read), None)


def _told_of(lower: str, aim: Aim) -> str | None:
    if aim.is_now or I_DO.search(lower):
        return deed(words_of(lower), NOW_RULES)
    return deed(words_of(lower), RULES) if aim.tries else told_deed(lower)
