"""What a person answers to questions of one family: the frame stays, subjects, files and numbers vary.

The options of a family are counted by label: how often each was offered, and how often it was taken.
Where the family is small, place and mark fill in (`place`).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from orchestrator_tray.core import weights
from orchestrator_tray.core.normal import frame_units, match_answer, normal_label
from orchestrator_tray.core.offers import Offer, offer_of
from orchestrator_tray.core.pattern import DecisionPattern, Neighbour, Recall
from orchestrator_tray.core.place import Shares, place_shares
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.replies import is_plain_reply
from orchestrator_tray.core.wordlists import FILLER, FUNCTION_WORDS


@dataclass(frozen=True, slots=True)
class Habit:
    """What the answers to like questions say about the answers that can be given now."""

    chances: Mapping[str, float]
    """By answer. What is missing to 1 is for own words and for what nobody thought of."""
    members: tuple[tuple[Neighbour, str | None], ...] = ()
    """The family, latest first, each with its answer in the words offered now, None for others."""

    def reason(self, answer: str) -> str:
        given, offered = self._count(answer)
        return f"you chose this {given} of {offered} times for questions like this"

    def supporters(self, answer: str) -> tuple[Neighbour, ...]:
        return tuple(neighbour for neighbour, given in self.members if given == answer)

    def is_known(self) -> bool:
        """Tell whether one answer was mostly given, to several subjects: they do not matter then."""
        return any(self._is_mostly(answer) for answer in self.chances)

    def is_established(self, answer: str) -> bool:
        """Tell whether a machine may answer by it: many answers, several subjects, hardly one that differs.

        Once broken, a habit takes a long time to be believed again.
        """
        agrees = [given == answer for given in self._offered(answer)]
        return (
            len(agrees) >= weights.HABIT
            and all(agrees[: weights.LATEST])
            and sum(agrees) >= weights.FAITHFUL * len(agrees)
            and self._subjects(answer) >= weights.HABIT_SUBJECTS
        )

    def _is_mostly(self, answer: str) -> bool:
        given, offered = self._count(answer)
        return self._subjects(answer) >= weights.SUBJECTS and given >= weights.MOSTLY * offered

    def _subjects(self, answer: str) -> int:
        return len({one.pattern.question_text for one in self.supporters(answer)})

    def _count(self, answer: str) -> tuple[int, int]:
        offered = self._offered(answer)
        return sum(given == answer for given in offered), len(offered)

    def _offered(self, answer: str) -> list[str | None]:
        """Return what the members were answered that could have been answered so."""
        return [given for member, given in self.members if given == answer or _offers(member.pattern, answer)]


def _offers(pattern: DecisionPattern, answer: str) -> bool:
    wanted = normal_label(answer)
    return pattern.multi_select or any(normal_label(option.label) == wanted for option in pattern.options)


def habit_of(part: Part, recall: Recall, *, project: str, now: datetime) -> Habit:
    """Weigh the answers to like questions against what place and mark say."""
    if not part.options:
        return Habit({})
    if part.multi_select:
        return _ticking(part, recall.neighbours)
    asked = _Asked.of(part)
    count = _Count.begun(place_shares(part, recall.choices))
    shared: dict[frozenset[str], _Shared] = {}
    taken: dict[tuple[frozenset[str], str], float] = {}
    members: list[tuple[Neighbour, str | None]] = []
    for neighbour in recall.neighbours:
        past = neighbour.pattern
        theirs = offer_of(past.options).distinct
        if past.multi_select or theirs.isdisjoint(asked.offer.distinct):
            continue
        if theirs not in shared:  # most families have but a few kinds of options
            shared[theirs] = _Shared.between(asked.offer, theirs)
        kinship, is_close = _kinship(asked, neighbour, shared[theirs])
        choice = theirs, normal_label(past.user_answer)
        taken[choice] = taken.get(choice, 0.0) + kinship * _freshness(past, project, now)
        if is_close:
            members.append((neighbour, match_answer(past.user_answer, part)))
    for (theirs, answer), weight in taken.items():
        count.add(shared[theirs].places, answer, theirs, weight)
    return Habit(dict(zip(part.labels, count.shares(), strict=False)), _latest_first(members))


def _latest_first(
    members: Iterable[tuple[Neighbour, str | None]],
) -> tuple[tuple[Neighbour, str | None], ...]:
    return tuple(sorted(members, key=lambda one: one[0].moment, reverse=True))


@dataclass(frozen=True, slots=True)
class _Frame:
    """The words of a question that stay when its subject changes."""

    pairs: frozenset[str]
    """Neighbouring words, with a blank between, "^" before the first and "$" behind the last."""
    telling: frozenset[str]
    """The words that not just any question has."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question now, read once for all that it is compared with."""

    header: str
    frame: _Frame
    offer: Offer

    @classmethod
    def of(cls, part: Part) -> "_Asked":
        return cls(part.header, _frame(part.text), offer_of(part.options))


class _Shared(NamedTuple):
    """What two offers have in common."""

    places: tuple[tuple[int, str], ...]
    """Where the common labels stand now."""
    share: float
    """How much of all labels is common, from 0 to 1."""
    is_telling: bool
    """Whether one of the common labels does not fit just any question."""
    score: float
    """What that says of a family, before the questions are looked at."""

    @classmethod
    def between(cls, asked: Offer, theirs: frozenset[str]) -> "_Shared":
        common = asked.distinct & theirs
        share, is_telling = len(common) / len(asked.distinct | theirs), not all(map(is_plain_reply, common))
        return cls(
            places=tuple((place, label) for place, label in enumerate(asked.labels) if label in common),
            share=share,
            is_telling=is_telling,
            score=weights.FAMILY_BIAS + weights.FAMILY_OPTIONS * (share if is_telling else share / 2),
        )


@dataclass(slots=True)
class _Count:
    """How often each option, and own words, could have been chosen and was; weighted."""

    chosen: list[float]
    offered: list[float]

    @classmethod
    def begun(cls, base: Shares) -> "_Count":
        return cls([weights.BASE * share for share in base], [weights.BASE] * len(base))

    def add(
        self, places: Iterable[tuple[int, str]], taken: str, theirs: frozenset[str], weight: float
    ) -> None:
        for place, label in places:
            self.offered[place] += weight
            if label == taken:
                self.chosen[place] += weight
        self.offered[-1] += weight
        if taken not in theirs:
            self.chosen[-1] += weight

    def shares(self) -> Shares:
        rates = [chosen / offered for chosen, offered in zip(self.chosen, self.offered, strict=True)]
        return tuple(rate / sum(rates) for rate in rates)


def _kinship(asked: _Asked, neighbour: Neighbour, shared: _Shared) -> tuple[float, bool]:
    """Return what a past question counts, and whether it has the same frame and mostly the same options."""
    past = neighbour.pattern
    ours, theirs = asked.frame, _frame(past.question_text)
    same = 2 * len(ours.pairs & theirs.pairs) / (len(ours.pairs) + len(theirs.pairs))
    header = asked.header == past.question_header != ""
    near = weights.FAMILY_SIMILARITY * max(0.0, neighbour.similarity)
    score = shared.score + weights.FAMILY_FRAME * same + near
    if header:
        score += weights.FAMILY_HEADER
    is_close = same >= 0.5 and shared.share >= 0.5
    if is_close and not (shared.share == 1 and shared.is_telling):
        is_close = len(ours.telling & theirs.telling) >= (1 if header else 2)
    return math.exp(min(1.0, score)), is_close


@lru_cache(maxsize=2048)
def _frame(text: str) -> _Frame:
    units = ("^", *frame_units(text), "$")
    return _Frame(
        frozenset(map(" ".join, pairwise(units))),
        frozenset(units) - FILLER - FUNCTION_WORDS - {"^", "$", "_"},
    )


def _freshness(pattern: DecisionPattern, project: str, now: datetime) -> float:
    """Return how much an answer counts by its age, its project, and whether it was corrected."""
    days = max(0, (now - pattern.timestamp).days) if pattern.timestamp else 0
    here = 1.0 if pattern.project == project else weights.ELSEWHERE
    ageing: float = 0.5 ** (days / weights.HALF_LIFE_DAYS)
    return ageing * here / (1 + 9 * pattern.corrections)


def _ticking(part: Part, neighbours: Iterable[Neighbour]) -> Habit:
    """Weigh what was ticked before: all that was offered, or these very options."""
    everything = ", ".join(part.labels)
    asked = _Asked.of(part)
    counts, total = {everything: weights.BASE * weights.ALL_TICKED}, weights.BASE
    members: list[tuple[Neighbour, str | None]] = []
    for neighbour in neighbours:
        past = neighbour.pattern
        if not past.multi_select or not past.options:
            continue
        shared = _Shared.between(asked.offer, offer_of(past.options).distinct)
        weight = max(weights.TICKS_FLOOR, _kinship(asked, neighbour, shared)[0])
        ticked_all = match_answer(past.user_answer, past.part) == ", ".join(past.part.labels)
        given = everything if ticked_all else match_answer(past.user_answer, part)
        total += weight
        if given is not None:
            counts[given] = counts.get(given, 0.0) + weight
        members.append((neighbour, given))
    return Habit({answer: count / total for answer, count in counts.items()}, _latest_first(members))
