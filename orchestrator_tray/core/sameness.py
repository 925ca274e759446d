"""How surely two questions ask the same: from how they compare to a probability."""

import math
from dataclasses import dataclass
from operator import mul

from orchestrator_tray.core import weights
from orchestrator_tray.core.meaning import Likeness
from orchestrator_tray.core.offers import Offer

LOOKS_ALIKE = 0.5
"""So much is the same word for word where one question can be taken for the other."""
_EXPLAINED_NEAR = 0.6
"""Questions that are less similar do not count as the same, however well their words match."""
_CONTRARY = frozenset(("opposites", "negation", "direction", "environments", "scope"))


@dataclass(frozen=True, slots=True)
class Sameness:
    """What is known about two questions, their options aside."""

    same: float
    """The probability that they ask the same, given the same options."""
    is_explained: bool
    """Whether that is known, so that an automatic answer may rest on it."""
    conflict: str
    """What decides the meaning and differs; "" where nothing does."""
    is_look_alike: bool
    """Whether one could be taken for the other."""


def sameness(likeness: Likeness, similarity: float, offer: Offer | None, header_conflict: str) -> Sameness:
    """Weigh how two questions compare. `offer` is what both offer, None where they offer different things."""
    told = offer if offer and offer.is_telling and likeness.is_rephrased else None
    is_told = told is not None
    names_all = told is not None and not told.is_echo
    conflict = _standing_conflict(likeness, names_all=names_all) or header_conflict
    is_explained = not conflict and _is_explained(likeness, similarity, told)
    if conflict:
        same = weights.CONFLICT
    else:
        same = weights.SAME if is_explained else _probability(likeness, similarity, is_told=is_told)
    return Sameness(same, is_explained, conflict, _looks_alike(likeness, conflict, similarity))


def _standing_conflict(likeness: Likeness, *, names_all: bool) -> str:
    """Return the conflict, unless in quite other words it may be but another way to put the same.

    How much is meant, only options that name it can tell.
    """
    is_mere_wording = likeness.is_rephrased and (names_all or likeness.conflict != "scope")
    return "" if is_mere_wording else likeness.conflict


def _is_explained(likeness: Likeness, similarity: float, told: Offer | None) -> bool:
    """Tell whether two questions are known to ask the same, given the same options.

    Options that name the matter leave little to ask about, in whatever words; the more they say, the less.
    """
    if likeness.is_explained:
        return similarity >= _EXPLAINED_NEAR
    if told is None:
        return False
    exchanged = min(likeness.old_only, likeness.new_only, 2.0)
    return similarity >= (
        weights.TOLD_NEAR
        + weights.TOLD_EXCHANGED * exchanged
        + weights.TOLD_SLOT * likeness.slot
        - weights.TOLD_SUBJECT * min(told.subjects, weights.TOLD_SUBJECTS)
    )


def _looks_alike(likeness: Likeness, conflict: str, similarity: float) -> bool:
    """Tell whether one could be taken for the other: by its words, by its meaning, or as its contrary."""
    if likeness.verbatim >= LOOKS_ALIKE or similarity >= 0.62:
        return True
    if conflict in _CONTRARY and similarity >= 0.5:
        return True
    rest = likeness.old_only + likeness.new_only + likeness.filling
    return likeness.matched >= (rest / 2 if likeness.slot else rest) > 0 and (likeness.slot or bool(conflict))


def _probability(likeness: Likeness, similarity: float, *, is_told: bool) -> float:
    """Return the probability that two questions ask the same, where words are left that nothing explains."""
    features = likeness_features(likeness, similarity)
    told = weights.TOLD_BIAS + sum(map(mul, _TOLD_WEIGHTS, features))
    plain = weights.SAME_BIAS + sum(map(mul, _SAME_WEIGHTS, features))
    return min(weights.SAME_AT_MOST, 1 / (1 + math.exp(-max(told, plain) if is_told else -plain)))


_SAME_WEIGHTS = (
    weights.SAME_SIMILARITY,
    weights.SAME_BOTH_SIDES,
    weights.SAME_ONE_SIDE,
    weights.SAME_FILLING,
    weights.SAME_MATCHED,
    weights.SAME_VERBATIM,
)
_TOLD_WEIGHTS = (weights.TOLD_SIMILARITY, weights.TOLD_BOTH_SIDES, weights.TOLD_ONE_SIDE)


def likeness_features(likeness: Likeness, similarity: float) -> list[float]:
    """Return what the probability is made of, in the order of the weights."""
    less, more = sorted((likeness.old_only, likeness.new_only))
    said = likeness.matched + less + more + likeness.filling + 0.5
    return [
        similarity,
        min(less, 2.0),
        min(more, 3.0),
        min(likeness.filling, 2.0),
        likeness.matched / said,
        likeness.verbatim if more else 0.0,
    ]
