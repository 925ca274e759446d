"""What speaks against two questions asking the same, once their words are matched: the first thing that does.

A conflict is named for a person. Where most words changed, some conflicts may be mere wording; `is_contrary`
tells those that never are.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from orchestrator_tray.core import wordlists as lists
from orchestrator_tray.core.order import is_permuted, is_turned
from orchestrator_tray.core.reading import Reading
from orchestrator_tray.core.senses import is_same, opposites, rivalries
from orchestrator_tray.core.stems import stem
from orchestrator_tray.core.tokens import Token

Context = Collection[str]
"""Keys of the words that surround a question: in its header, its options and their descriptions."""


def conflict_of(old: Reading, new: Reading, old_only: Sequence[Token], new_only: Sequence[Token]) -> str:
    """Name the first thing that decides the meaning and differs; "" where nothing does.

    `old_only` and `new_only` are the words without a counterpart in the other.
    """
    rest = [*old_only, *new_only]
    kinds = _kinds(rest)
    checks: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("length", lambda: not (old.is_whole and new.is_whole)),
        ("numbers", lambda: "number" in kinds),
        ("paths", lambda: "path" in kinds),
        ("environments", lambda: old.environments != new.environments),
        ("negation", lambda: _negation_differs(old, new)),
        ("opposites", lambda: _is_reversed(old, new, rest)),
        ("direction", lambda: is_turned(old, new) or is_permuted(old, new)),
        ("names", lambda: "name" in kinds or _are_rivals(old_only, new_only)),
        ("scope", lambda: _scope_differs(old, new, old_only, new_only)),
        ("kind of question", lambda: _asks_other(old, new)),
    )
    return next((name for name, differs in checks if differs()), "")


_OF_OTHER_WORDS = frozenset(("names", "scope", "kind of question"))
"""The conflicts that are looked for last: the words themselves say neither the opposite nor another order."""


def is_contrary(
    conflict: str,
    old: Reading,
    new: Reading,
    old_only: Sequence[Token],
    new_only: Sequence[Token],
    *,
    options: Context,
) -> bool:
    """Tell whether each side names another thing, or the question itself is turned round."""
    if conflict in {"length", "environments", "direction"}:
        return True
    reversals = REVERSALS & (old.main_keys | new.main_keys) - {*options}
    return (
        bool(_kinds(old_only) & _kinds(new_only) - {"word"})
        or old.environments != new.environments
        or old.asks_negated != new.asks_negated
        or any(token.key in reversals for token in (*old_only, *new_only))
        or _are_rivals(old_only, new_only)
        or old.is_of_facts != new.is_of_facts
        or (old.asks != new.asks and bool(old.asks and new.asks))
        or _counts_other(old, new)
        or (not {"when", "why", "who"}.isdisjoint((old.asks, new.asks)) and _asks_other(old, new))
        or (conflict not in _OF_OTHER_WORDS and _is_put_otherwise(old, new))
    )


def _is_put_otherwise(old: Reading, new: Reading) -> bool:
    """Find an opposite in the asking clause, or another order."""
    return (
        _are_opposed(old, new, old.main_keys, new.main_keys) or is_turned(old, new) or is_permuted(old, new)
    )


def _kinds(tokens: Iterable[Token]) -> set[str]:
    return {token.kind for token in tokens}


def _negation_differs(old: Reading, new: Reading) -> bool:
    if min(old.negations, 2) != min(new.negations, 2):
        return True
    return not (
        (old.negated - new.negated).isdisjoint(new.keys) and (new.negated - old.negated).isdisjoint(old.keys)
    )


REVERSALS = frozenset(map(stem, lists.REVERSALS))
_EVERY = frozenset(map(stem, lists.EVERY))
_PARTICULAR = frozenset(map(stem, lists.PARTICULAR))
_ONLY = frozenset(map(stem, lists.ONLY))


def _is_reversed(old: Reading, new: Reading, rest: Iterable[Token]) -> bool:
    """Look at all words, those of grammar too: "on" and "off" decide."""
    if _are_opposed(old, new, old.keys, new.keys):
        return True
    return any(token.key in REVERSALS for token in rest)


def _are_opposed(old: Reading, new: Reading, said: frozenset[str], said_now: frozenset[str]) -> bool:
    """Find a word whose contrary only the other side says. Who names both asks to choose between them."""
    olds, news = said - new.keys, said_now - old.keys
    return any(
        not contrary.isdisjoint(news) and contrary.isdisjoint(old.keys) for contrary in map(opposites, olds)
    )


def _are_rivals(old_only: Iterable[Token], new_only: Sequence[Token]) -> bool:
    return any(
        not rivalries(first.key).isdisjoint(rivalries(second.key))
        for first in old_only
        for second in new_only
    )


def _scope_differs(old: Reading, new: Reading, old_only: Sequence[Token], new_only: Sequence[Token]) -> bool:
    """Find "only" on one side alone, or "all" on one side and something particular on the other.

    What leads up to the question may say "all" and "only" of anything.
    """
    if _ONLY.isdisjoint(old.asking_keys) != _ONLY.isdisjoint(new.asking_keys):
        return True
    olds, news = old.keys - new.keys, new.keys - old.keys
    if ("any" in olds and "own" in news) or ("own" in olds and "any" in news):
        return True
    before, now = ({token.key for token in tokens} for tokens in (old_only, new_only))
    return _widens(before, old, now, new) or _widens(now, new, before, old)


def _widens(some: set[str], wide: Reading, others: set[str], narrow: Reading) -> bool:
    if (_EVERY & wide.asking_keys).isdisjoint(some) or not _EVERY.isdisjoint(others):
        return False
    return bool(others) or not _PARTICULAR.isdisjoint(narrow.keys)


_NEEDED = {asked: frozenset(map(stem, words)) for asked, words in lists.ASKED_OTHERWISE.items()}


def _asks_other(old: Reading, new: Reading) -> bool:
    if old.is_of_facts != new.is_of_facts:
        return True
    if old.asks == new.asks:
        return _counts_other(old, new)
    if old.asks and new.asks:
        return True
    asked, other = (old.asks, new) if old.asks else (new.asks, old)
    return asked in _NEEDED and _NEEDED[asked].isdisjoint(other.keys)


def _counts_other(old: Reading, new: Reading) -> bool:
    """Tell whether both ask how many, of different things."""
    return bool(old.counted and new.counted) and not any(
        is_same(first, second) for first in old.counted for second in new.counted
    )
