"""Which of many signs a text holds, found in one pass over the text instead of one for each sign."""

from collections import defaultdict
from collections.abc import Iterable
from operator import add


class Signs:
    """Many short strings that a text may hold anywhere, even within a word."""

    def __init__(self, *lists: Iterable[str]) -> None:
        self._by_opening: defaultdict[str, list[str]] = defaultdict(list)
        """By their first two letters: few of those that English has open a sign, too."""
        for sign in frozenset[str]().union(*lists):
            self._by_opening[sign[:2]].append(sign)

    def within(self, text: str) -> set[str]:
        """Return the signs that the text holds."""
        openings = self._by_opening.keys() & {*text, *map(add, text, text[1:])}
        return {sign for opening in openings for sign in self._by_opening[opening] if sign in text}
