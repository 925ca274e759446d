"""Word stems: what "migrate", "migrates", "migrated", "migrating" and "migration" have in common.

Coarse on purpose and only ever compared with itself: a stem is a key, not a word. British spellings become
American, comparatives lose their ending.
"""

import re
from functools import lru_cache

from orchestrator_tray.core.word_forms import IRREGULAR, NO_ENDING, NO_ISE
from orchestrator_tray.core.wordlists import FUNCTION_WORDS

_ISE = re.compile(r"is(e|es|ed|ing|ation|ations|er|ers)$")
_OUR = re.compile(r"(?<=[bvnlf])our(s|ed|ing|ful)?$")
_DOUBLE = re.compile(r"([bdfgklmnprt])\1$")
_ATED = re.compile(r"(?<=[a-z]{3}[^aeiou])at$")
"""What stays of "generate" in "generated"."""
_VOWEL = re.compile(r"[aeiouy]")
_ENDINGS = (
    ("ing", 2, ""),
    ("ed", 2, ""),
    ("ically", 4, "ic"),
    ("ily", 3, "y"),
    ("ly", 4, ""),
    ("ment", 4, ""),
)
"""Each with the shortest rest that it may leave, and what takes its place."""
_NOUN_ENDINGS = ("ation", "ition", "ate", "ion")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Fold a lower-case word to its stem. Words of grammar, and what is not made of letters, stay."""
    if word in FUNCTION_WORDS:
        return word
    word = IRREGULAR.get(word, word)
    if word in NO_ENDING or not word.isalpha():
        return word
    return _without_ending(_american(word))


def _american(word: str) -> str:
    if (ending := _ISE.search(word)) and word[: ending.start()] + "ise" not in NO_ISE:
        word = _ISE.sub(r"iz\1", word)
    return _OUR.sub(r"or\1", word) if len(word) > 5 else word


def _without_ending(word: str) -> str:
    word = _singular(word)
    if word in NO_ENDING:
        return word
    for ending, least, instead in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= least and _VOWEL.search(rest) and not word.endswith("eed"):
            word = rest + instead
            word = _ATED.sub("", word) if ending in {"ing", "ed"} else word
            break
    ending = next((one for one in _NOUN_ENDINGS if word.endswith(one) and len(word) - len(one) >= 4), "")
    return _DOUBLE.sub(r"\1", word.removesuffix(ending).removesuffix("e"))


def _singular(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )
