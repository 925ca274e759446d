"""Which words mean the same and which exclude each other: the groups of `synonyms` and `rivals`, by stem."""

from collections.abc import Iterable
from functools import lru_cache

from orchestrator_tray.core.rivals import EXCLUSIVE, OPPOSITES
from orchestrator_tray.core.stems import stem
from orchestrator_tray.core.synonyms import SYNONYMS

NO_SENSES: frozenset[int] = frozenset()
_PREFIXES = ("un", "dis", "de", "in", "im", "ir", "non", "anti")


def _numbered(lines: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(lines):
        for word in group:
            found.setdefault(stem(word), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def _opposed() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for first, second in OPPOSITES:
        found.setdefault(stem(first), set()).add(stem(second))
        found.setdefault(stem(second), set()).add(stem(first))
    return {key: frozenset(others) for key, others in found.items()}


_SENSES = _numbered(SYNONYMS)
_RIVALS = _numbered(EXCLUSIVE)
_OPPOSED = _opposed()


def senses(key: str) -> frozenset[int]:
    """Return what a word can mean; two words that share a sense can stand for one another."""
    return _SENSES.get(key, NO_SENSES)


def is_same(first: str, second: str) -> bool:
    """Tell whether one word can stand for the other: it is the same, or shares a sense."""
    return first == second or not senses(first).isdisjoint(senses(second))


def rivalries(key: str) -> frozenset[int]:
    """Return the lists of things that exclude each other on which the word stands."""
    return _RIVALS.get(key, NO_SENSES)


@lru_cache(maxsize=4096)
def opposites(key: str) -> frozenset[str]:
    """Return the words that exclude this one, its negations by prefix included: "set" and "unset"."""
    found = set(_OPPOSED.get(key, ()))
    if len(key) > 2:
        found |= {prefix + key for prefix in _PREFIXES}
    found |= {
        key.removeprefix(prefix)
        for prefix in _PREFIXES
        if len(key) - len(prefix) > 2 and key.startswith(prefix)
    }
    return frozenset(found)
