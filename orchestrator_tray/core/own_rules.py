"""A person's own guard rules, beside the built-in ones, which nothing lowers.

`deny` before `ask` before `allow`: what is denied is not even suggested, what is asked is at most suggested,
and `allow` takes back a match of `ask`, nothing else. A pattern is plain words in which `*` stands for any
text. It is searched as whole words and without case in every text of a question and in the answer; no pattern
can take long.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from orchestrator_tray.core.guard import folded, texts
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Match:
    """The rule that holds for a question."""

    verdict: Literal["deny", "ask"]
    pattern: str

    @property
    def kind(self) -> str:
        return f'your own rule "{self.pattern}"'


def match(parts: Sequence[Part], answers: Sequence[str], settings: Settings) -> Match | None:
    """Return the rule of the settings that speaks against an automatic answer; None where none does."""
    if not settings.guard_deny and not settings.guard_ask:
        return None
    read = [_plain(text) for text in (*texts(parts), *answers)]
    if denied := _first(settings.guard_deny, read):
        return Match("deny", denied)
    asked = _first(settings.guard_ask, read)
    return Match("ask", asked) if asked and not _first(settings.guard_allow, read) else None


def _first(patterns: Iterable[str], read: Sequence[str]) -> str | None:
    return next(
        (pattern for pattern in patterns if any(_is_in(_plain(pattern), text) for text in read)), None
    )


def _plain(text: str) -> str:
    return " ".join(folded(text).split())


def _is_in(pattern: str, text: str) -> bool:
    """Find the pieces between the stars one by one: the leftmost place of each leaves most to the rest."""
    start = 0
    pieces = pattern.split("*")
    for index, piece in enumerate(pieces):
        found = _find(piece.strip(), text, start, begins=index == 0, ends=index == len(pieces) - 1)
        if found is None:
            return False
        start = found
    return True


def _find(piece: str, text: str, start: int, *, begins: bool, ends: bool) -> int | None:
    """Return where a piece ends at its leftmost place; at the ends of a pattern words must end, too."""
    if not piece:
        return start
    at = text.find(piece, start)
    while at >= 0:
        end = at + len(piece)
        cuts_head = begins and at > 0 and text[at - 1].isalnum() and piece[0].isalnum()
        cuts_tail = ends and end < len(text) and text[end].isalnum() and piece[-1].isalnum()
        if not cuts_head and not cuts_tail:
            return end
        at = text.find(piece, at + 1)
    return None
