"""Whether a word stands as a verb: "publish it", not "the publish endpoint" nor "deleted rows".

All but the word itself are stems, as the rules of the guard and the words of a text are compared by them.
"""

from collections.abc import Sequence
from functools import lru_cache

from orchestrator_tray.core import deed_words
from orchestrator_tray.core.stems import stem
from orchestrator_tray.core.word_set import word_set

_NOUN_ENDINGS = ("ion", "ions", "al", "als", "ment", "ments")
_KEPT = word_set("billing working")
"""Nouns and adjectives whose stem would say something else: billing is a part of a product, no bill."""


@lru_cache(maxsize=8192)
def key_of(raw: str) -> str:
    """Return what a word of a text and the words of the rules are compared by: its stem, "." for a mark."""
    if not raw[0].isalnum():
        return "."
    return raw if raw in _KEPT else stem(raw.removesuffix("'s"))


def stems(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of some words, as the keys of `deeds.Word` are; pairs stay pairs."""
    return frozenset("-".join(map(key_of, word.split("-"))) for word in words)


def stands_as_verb(raw: str, key: str, before: Sequence[str], behind: str, *, is_passive: bool) -> bool:
    """Tell verbs from nouns and adjectives. `before` are the last words, `behind` is the next as written."""
    last = before[-1] if before else "."
    if (key in _LATER and "before" in before[-2:]) or raw == "invalid":
        return False
    if raw.endswith("ed") or raw in _PARTICIPLES:
        return is_passive
    if raw.endswith(_NOUN_ENDINGS) and raw != "provision":
        return behind == "of" or not _GOING_ON.isdisjoint(before)
    if raw.endswith("ing"):
        is_topic = last == "about" and before[-2:-1] not in (["how"], ["what"])
        return last in deed_words.BEFORE_GERUNDS and not is_topic  # "a comment about deleting files"
    if raw.endswith("s") and before[-1:] == ["."] and not behind[:1].isalnum():
        return False  # one of a list: "schema, invoices, mails"
    if behind == "be" or behind in _PARTS or (raw == "turn" and behind == "into"):
        return False  # "should Publish be disabled", "a revoke button": names
    if last in deed_words.COPULAS and (raw in _STATES or "there" in before[-2:]):
        return False  # "the PR is open", "there are changes in 19 files"
    if key in _ALWAYS_VERBS:
        return last not in deed_words.BEFORE_NOUNS or behind == "of"
    if last == "that":
        return not _PROGRAMS.isdisjoint(before[-2:-1])
    return last in _BEFORE_VERBS or (raw.endswith("s") and last in _PROGRAMS)


_BEFORE_VERBS = stems(deed_words.BEFORE_VERBS) | {"."}
_PROGRAMS = stems(deed_words.PROGRAMS)
_ALWAYS_VERBS = stems(deed_words.ALWAYS_VERBS)
_LATER = stems(deed_words.LATER)
_GOING_ON = stems(deed_words.GOING_ON)
_PARTICIPLES = word_set("sent lost")
"""As words in -ed: "sent mails" are adjectives, "the mails are sent" is a deed."""
_STATES = word_set("open clean empty")
_PARTS = word_set("button buttons dialog dialogs endpoint endpoints icon icons")
"""Parts of a program: a verb right before one is its name."""
