"""What a question is about: what the session does now, what a product does, or something in between."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from orchestrator_tray.core import deed_words
from orchestrator_tray.core.deeds import VERBS, plain_words
from orchestrator_tray.core.known_verbs import commands
from orchestrator_tray.core.stems import stem
from orchestrator_tray.core.wordlists import FRAME_WORDS

_QUOTED = re.compile(r"""(?<!\w)(["'`])[^"'`]{1,60}\1(?!\w)""")
_ABOUT_TO_DO = re.compile(r"\W*(?:how|what)\s+about\s+\w+ing\b")
_WISHED = re.compile(r"\byou\s+(?:want|like|wish|prefer)\s+to\b")
_PRODUCT = re.compile(
    r"""
    (?:(?:and | but | so)\s+)?(?:
        what\s+(?:happens | should\s+happen | becomes)\s+(?:to | with | of | when | if | on | after)\s+
            (?:an? | each | every | any | some\w+)\b
        | (?:when | if | once | whenever | on)\s+
            (?:an? | some(?:body | one) | each | every | no | two)\b[^?]*,\s*(?:then\s+)?
            (?:how | what | which | who | where | should | the | is | are | do | does)\b
        | (?:should | may | can | could | must | will | would)\s+(?:the\s+)?
            (?:users | people | employees | members | guests | visitors | managers | admins | players
                | readers | editors | students | parents | customers | owners)\s+
            (?:be\s+(?:able | allowed) | upload | edit | choose | enter | change | export | invite | share
                | comment | swap | book | cancel | sign | register | reset | filter | sort)\b
        | (?:what\s+)?(?:if | when)\s+(?:some(?:body | one) | an? | two | nobody)\b
    )
    """,
    re.VERBOSE,
)
_CHOICE = re.compile(
    r"""
    (?:which | what)\s+(?:[\w-]+\s+){0,4}
        (?:method | scheme | mechanism | approach | strategy | format | library | framework | pattern
            | protocol | algorithm | architecture | flow | client | tool | engine)\s+
        (?:should | shall | do)\s+we\b
    """,
    re.VERBOSE,
)
"""What a team asks of its product, though it says "we"."""
_ACTING = re.compile(r"\b(?:i|me)\b")
"""Words of a session about itself: what an option costs is then paid, not only described."""
_TRYING = re.compile(r"\byou\s+(?:want|like)\s+to\s+(?:try|run|start|go|do|see|finish|continue)\b")
"""What the session offers to do; the descriptions say what then happens."""
I_DO = re.compile(r"\bi(?:'ll|'d)?\s+[a-z]")
"""In a description it tells what the session does, whatever its question is about."""
_CONFIGURED = re.compile(
    r"\W*(?:(?:only\s+)?(?:with|behind|by)\s+(?:an?\s+|the\s+)?(?:--\w|(?:flag|setting|option)\b)"
    r"|configurable\b)"
)
"""A label that leaves it to those who use the product."""
_ENDS = re.compile(r"(?<=[.?!;])\s+|\n+")
_MADE_FOR = frozenset({"messages", "publishing", "money"})
_LOSS = re.compile(
    r"\b(?:everything|all|data|databases?|tables?|users?|customers?|accounts?|backups?|branch(?:es)?|repo\w*|volumes?"
    r"|buckets?|histor\w+|files?|immediately|at\s+once|permanently|for\s+good)\b"
)
_MECHANISM = re.compile(r"\W*(?:use|adopt|go\s+with)\s+(?!(?:the|my|your|our|their|an?)\b)")
"""What is chosen by the name of its kind: "Use JWT with refresh tokens", not "Use the refresh token"."""
_SESSION = re.compile(r"\b(?:i|me|my)\b")


class Aim(NamedTuple):
    """How a question is read."""

    is_now: bool
    """It certainly is about what the session does now."""
    is_design: bool
    """It is about what a product should do."""
    is_product: bool
    """It certainly is about nothing else."""
    acts: bool
    """The session speaks of itself: what an option costs is then paid, not only described."""
    tries: bool
    """The session offers to do something, and the descriptions say what then happens."""


NOW = Aim(is_now=True, is_design=False, is_product=False, acts=True, tries=False)
DESIGN = Aim(is_now=False, is_design=True, is_product=False, acts=False, tries=False)


def aim_of(text: str, asking: Sequence[str], labels: Sequence[str], descriptions: Sequence[str]) -> Aim:
    product = _is_product(text, asking, labels)
    is_now = not product and any(map(is_about_now, asking))
    return Aim(
        is_now=is_now,
        is_design=product or all(is_design(one) or _CHOICE.match(one) for one in asking),
        is_product=product,
        acts=is_now or any(map(_ACTING.search, asking)) or any(map(I_DO.search, descriptions)),
        tries=any(map(_TRYING.search, asking)),
    )


@lru_cache(maxsize=1024)
def is_design(lower: str) -> bool:
    """Tell a question about what a product should do from one about what the session may do now."""
    words = _from_question_word(plain_words(lower))
    if not deed_words.AGENTS.isdisjoint(words) or _WISHED.search(lower):
        return False
    if words[:1] and words[0] in deed_words.ASKING:
        if _is_open(words) or _ABOUT_TO_DO.match(lower):
            return False
        done = any(first == "be" and stem(second) in VERBS for first, second in pairwise(words))
        return not (words[0] in deed_words.CHOOSING and done)
    behind_modals = (
        words[index + 1 : index + 6] for index, word in enumerate(words) if word in deed_words.MODALS
    )
    return any(map(_is_persons_deed, behind_modals))


@lru_cache(maxsize=1024)
def is_about_now(lower: str) -> bool:
    """Tell a question that certainly is about what the session does now; others may be about a product."""
    words = plain_words(_QUOTED.sub(" quoted ", lower))
    if deed_words.AGENTS.isdisjoint(words):
        words = _from_question_word(words)
    asks = words[:1] and words[0] in deed_words.ASKING
    if asks and _is_open(words):
        return True
    if not {"i", "me"}.isdisjoint(words):
        return not asks
    if "?" not in lower or commands(lower):
        return not asks
    return words[0] not in deed_words.STATING and _QUESTION_WORDS.isdisjoint(words)


def _from_question_word(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what may stand before a question word: "through what are mails sent?"."""
    if words[1:2] and words[0] in _BEFORE_QUESTION_WORDS and words[1] in deed_words.ASKING:
        return words[1:]
    return words


def _is_open(words: Sequence[str]) -> bool:
    """Tell "how to proceed?" and "what next?": what would be done stands in the options."""
    if words[1:2] in (("to",), ("now",)):
        return deed_words.NAMING.isdisjoint(words[2:3])
    return all(word in _VAGUE or not word[0].isalnum() for word in words)


def _is_persons_deed(words: Sequence[str]) -> bool:
    """Tell whether persons are about to do something: "users be able to delete", not "users be deleted"."""
    if any(pair in {("be", "able"), ("be", "allowed")} for pair in pairwise(words)):
        return True
    for index, word in enumerate(words):
        if word in deed_words.PERSONS:
            behind, then = (*words[index + 1 :], "", "")[:2]
            if "be" in words[index + 2 :]:
                return False  # "should the user table be wiped": something is done to what is theirs
            return behind not in deed_words.NO_DEED or then in {"able", "allowed"}
    return False


_BETWEEN = re.compile(
    r"""
    (?<=[.?!;])\s+ | \n+
    | (?<=[,:\u2013\u2014])\s+
        (?=(?:how|what|which|when|where|who)\s+(?:\w+\s+){0,3}(?:should|would|shall|do|does|can)\b)
    """,
    re.VERBOSE,
)
"""Between sentences, and before the question that ends one: "with that known, which do you want?"."""


def sentences(lower: str) -> list[str]:
    """Part a text: each sentence says by itself whether something is designed or about to be done."""
    return [sentence for sentence in _BETWEEN.split(lower) if sentence.strip()]


def asking_of(parts: list[str]) -> list[str]:
    """Return the sentences that ask; all, where none has a question mark."""
    return [sentence for sentence in parts if "?" in sentence] or parts


def _is_product(text: str, asking: Sequence[str], labels: Sequence[str]) -> bool:
    """Tell whether a question certainly is about how a product behaves: "what happens to a lost parcel?"."""
    whole = [sentence for sentence in _ENDS.split(text) if "?" in sentence] if "," in text else asking
    is_made = all(map(_PRODUCT.match, whole or asking)) or any(map(_CONFIGURED.match, labels))
    return is_made and not any(map(_SESSION.search, asking))


def by_design(label: str, kind: str | None, aim: Aim) -> str | None:
    """Take back what a label says a product does for its users, but for what they would lose."""
    if kind == "secrets" and _MECHANISM.match(label):
        return None
    is_meant = kind in _MADE_FOR or (kind == "destructive" and not _LOSS.search(label))
    return None if aim.is_product and is_meant else kind


_BEFORE_QUESTION_WORDS = frozenset(
    {"through", "by", "in", "at", "on", "from", "with", "for", "under", "into", "and", "so"}
)
_QUESTION_WORDS = deed_words.ASKING | deed_words.MODALS
_VAGUE = (FRAME_WORDS | deed_words.ASKING | deed_words.VAGUE) - {"happen", "handle"}
