"""Whether two questions ask the same: the gate before any score.

`compare` never says that two questions are the same. It says what speaks against it, and how much of
either is left without a counterpart in the other.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from orchestrator_tray.core import wordlists as lists
from orchestrator_tray.core.conflicts import REVERSALS, Context, conflict_of, is_contrary
from orchestrator_tray.core.reading import Reading, read
from orchestrator_tray.core.senses import senses
from orchestrator_tray.core.tokens import Token

NEARLY_LITERAL = 0.5
"""So much is the same word for word where one question is a variation of the other, and no rewording."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two questions compare. A plain word counts 1, one that fits any question less, grammar nothing."""

    conflict: str
    """What decides the meaning and differs: "numbers", "names", "negation"...; "" where nothing does."""
    matched: float
    """The weight of the words that have a counterpart."""
    old_only: float
    new_only: float
    """The weight of the words of the subject that have none."""
    filling: float
    """The weight of the words that fit any question and have none, of both sides."""
    slot: bool
    """Whether two words without a counterpart stand in the same place, as the subjects of a family do."""
    verbatim: float
    """How much of the two is the same word for word, from 0 to 1."""
    is_rephrased: bool
    """Whether most words changed and nothing was turned round: what differs may be mere wording.

    Not so where the very same is asked after something else was said: that was what changed.
    """

    @property
    def is_explained(self) -> bool:
        """Whether nothing that is known speaks against the same meaning."""
        return (
            not self.conflict
            and not self.slot
            and not self.old_only
            and not self.new_only
            and self.filling < 1.6
        )


def compare(old: str, new: str, old_context: Context = (), new_context: Context = ()) -> Likeness:
    """Compare two questions' texts. What one says more may be said by what stands around the other."""
    before, now = read(old), read(new)
    old_only, new_only = _without_counterpart(before, now), _without_counterpart(now, before)
    beside: frozenset[str] = frozenset()
    if not (old_only and new_only):  # else a word may stand in for another one
        beside = frozenset(token.key for token in old_only if _is_said_beside(token, new_context))
        beside |= frozenset(token.key for token in new_only if _is_said_beside(token, old_context))
        old_only = [token for token in old_only if token.key not in beside]
        new_only = [token for token in new_only if token.key not in beside]
    rest = old_only + new_only
    overlap = _overlap(before, now)
    conflict = conflict_of(before, now, old_only, new_only)
    if not conflict and overlap >= NEARLY_LITERAL:
        conflict = _changes_meant(before, now, beside)
    offered = {*old_context} & {*new_context}
    return Likeness(
        conflict=conflict,
        matched=_weight(now.tokens) - _weight(new_only),
        old_only=sum(token.weight for token in old_only if token.weight == 1),
        new_only=sum(token.weight for token in new_only if token.weight == 1),
        filling=sum(token.weight for token in rest if token.weight < 1),
        slot=bool(old_only and new_only) and _share_a_slot(before, now, old_only, new_only),
        verbatim=overlap,
        is_rephrased=overlap < NEARLY_LITERAL
        and before.asking != now.asking
        and not (conflict and is_contrary(conflict, before, now, old_only, new_only, options=offered)),
    )


def contradiction(old: str, new: str) -> str:
    """Return what decides the meaning and differs between two texts, as `conflicts` names it."""
    before, now = read(old), read(new)
    return conflict_of(before, now, _without_counterpart(before, now), _without_counterpart(now, before))


def verbatim(old: str, new: str) -> float:
    """Return how much of two texts is the same word for word, in the same order, from 0 to 1."""
    return _overlap(read(old), read(new))


def _overlap(old: Reading, new: Reading) -> float:
    return 2 * len(old.pairs & new.pairs) / (len(old.pairs) + len(new.pairs))


def _weight(tokens: Iterable[Token]) -> float:
    return sum({token.key: token.weight for token in tokens}.values())


def _without_counterpart(reading: Reading, other: Reading) -> list[Token]:
    """Return the words of one side that carry something and are neither said nor meant by the other."""
    left = {token.key: token for token in reading.tokens if token.weight and token.key not in other.said}
    return [
        token
        for token in left.values()
        if token.kind == "number" or senses(token.key).isdisjoint(other.meant)
    ]


def _is_said_beside(token: Token, context: Context) -> bool:
    return token.kind == "word" and token.key in context and token.key not in REVERSALS


def _changes_meant(old: Reading, new: Reading, beside: Context) -> str:
    """Return what differs between questions that are nearly the same word for word, beside how they ask.

    Who rewords a question changes most of it. Where nearly all of it stayed, what did change was meant:
    another subject, or by a word of grammar who acts, "any" for "all", what is for what should be.
    """
    gone, come = _without(old.core, new.core), _without(new.core, old.core)
    meant = {*_not_stood_for(gone, come), *_not_stood_for(come, gone)} - {*beside}
    if not lists.FUNCTION_WORDS.isdisjoint(meant):
        return "grammar"
    return "subject" if meant else ""


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the words that the others lack, or have less often."""
    left, lacking = [*others], []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            lacking.append(word)
    return lacking


def _not_stood_for(words: Collection[str], others: Iterable[str]) -> list[str]:
    neutral = lists.NEUTRAL if "should" in words else lists.NEUTRAL - {"be"}  # "is to be" is no "is"
    return [
        key
        for key in words
        if key not in neutral and all(senses(key).isdisjoint(senses(other)) for other in others)
    ]


def _share_a_slot(old: Reading, new: Reading, old_only: Iterable[Token], new_only: Iterable[Token]) -> bool:
    left, right = _slots(old, old_only), _slots(new, new_only)
    return any(a[0] == b[0] != "^" or a[1] == b[1] != "$" for a in left for b in right)


def _slots(reading: Reading, tokens: Iterable[Token]) -> list[tuple[str, str]]:
    """Return the words before and behind each of the tokens."""
    keys = ("^", *reading.sequence, "$")
    wanted = {token.key for token in tokens}
    return [(keys[index - 1], keys[index + 1]) for index, key in enumerate(keys) if key in wanted]
