"""Which thing of a question comes first or last, from where or to where, counts more or less."""

from collections.abc import Iterator, Sequence

from orchestrator_tray.core import wordlists as lists
from orchestrator_tray.core.stems import stem
from orchestrator_tray.core.tokens import Token

_SIDES = {
    "to": ("from", "to"),
    "into": ("from", "to"),
    "onto": ("from", "to"),
    "with": ("from", "to"),
    "by": ("from", "to"),
    "from": ("", "from"),
    "before": ("early", "late"),
    "after": ("late", "early"),
    "once": ("late", "early"),
    "then": ("early", "late"),
    "first": ("early", ""),
    "second": ("late", ""),
    "later": ("late", ""),
    "over": ("more", "less"),
    "instead-of": ("more", "less"),
}
"""What stands before and behind these words is on either side."""
OTHER_SIDE = {"from": "to", "to": "from", "early": "late", "late": "early", "more": "less", "less": "more"}

_DIRECTED = frozenset(map(stem, lists.DIRECTED))
_REACH = 6
_CLAUSE = 10


def roles_of(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    is_directed = any(token.key in _DIRECTED for token in tokens)
    for index, token in enumerate(tokens):
        ahead_side, behind_side = _SIDES.get(token.key, ("", ""))
        if behind_side in {"from", "to"} and not is_directed:
            continue
        behind = phrase_behind(tokens, index)
        if ahead_side:  # "before B, A" says the same as "A before B"
            ahead = _phrase_ahead(tokens, index)
            if not ahead:
                end = _clause_end(tokens, index)
                behind = [token.key for token in tokens[index + 1 : end] if token.weight]
                ahead = phrase_behind(tokens, end - 1)
            yield from ((key, ahead_side) for key in ahead if key not in behind)
        if behind_side:
            yield from ((key, behind_side) for key in behind)


def _clause_end(tokens: Sequence[Token], index: int) -> int:
    """Return where the clause that begins here ends and another begins; where none does, the phrase."""
    reach = range(index + 1, min(len(tokens) - 1, index + _CLAUSE))
    phrase = index + len(phrase_behind(tokens, index)) + 1
    return next((place + 1 for place in reach if tokens[place].ends), phrase)


def _phrase_ahead(tokens: Sequence[Token], index: int) -> list[str]:
    """Return the words of the subject right before a place, back to the next word of grammar."""
    keys: list[str] = []
    for token in reversed(tokens[max(0, index - _REACH) : index]):
        if token.ends or (keys and token.key in lists.FUNCTION_WORDS and token.key not in lists.PASSED_OVER):
            break
        if token.weight and token.key not in _DIRECTED:
            keys.append(token.key)
    return keys


def phrase_behind(tokens: Sequence[Token], index: int) -> list[str]:
    """Return the words of the subject right behind a place, up to the next word of grammar."""
    keys: list[str] = []
    for token in tokens[index + 1 : index + _REACH]:
        if keys and token.key in lists.FUNCTION_WORDS:
            break
        if token.weight:
            keys.append(token.key)
        if token.ends:
            break
    return keys
