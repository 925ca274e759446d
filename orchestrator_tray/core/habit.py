"""What a person answers to questions of one family: the frame stays, subjects, files and numbers vary.

The options of a family are counted by label: how often each was offered, and how often it was taken.
Where the family is small, place and mark fill in (`place`).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from orchestrator_tray.core import weights
from orchestrator_tray.core.normal import frame_units, label_set, match_answer, normal_label
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
            and self._subjects(answer) >= weights.SUBJECTS
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
    labels = [normal_label(label) for label in part.labels]
    count = _Count.begun(place_shares(part, recall.choices))
    members: list[tuple[Neighbour, str | None]] = []
    for neighbour in recall.neighbours:
        past = neighbour.pattern
        theirs = label_set(past.options)
        if past.multi_select or theirs.isdisjoint(labels):
            continue
        kinship = _kinship(part, labels, neighbour, theirs)
        count.add(labels, kinship, normal_label(past.user_answer), _freshness(past, project, now))
        if kinship.is_close:
            members.append((neighbour, match_answer(past.user_answer, part)))
    return Habit(dict(zip(part.labels, count.shares(), strict=False)), _latest_first(members))


def _latest_first(
    members: Iterable[tuple[Neighbour, str | None]],
) -> tuple[tuple[Neighbour, str | None], ...]:
    return tuple(sorted(members, key=lambda one: one[0].moment, reverse=True))


@dataclass(frozen=True, slots=True)
class _Kinship:
    """How near of kin a past question is."""

    weight: float
    is_close: bool
    """Whether it has the same frame and mostly the same options."""
    labels: frozenset[str]


@dataclass(slots=True)
class _Count:
    """How often each option, and own words, could have been chosen and was; weighted."""

    chosen: list[float]
    offered: list[float]

    @classmethod
    def begun(cls, base: Shares) -> "_Count":
        return cls([weights.BASE * share for share in base], [weights.BASE] * len(base))

    def add(self, labels: Sequence[str], kinship: _Kinship, taken: str, freshness: float) -> None:
        weight = kinship.weight * freshness
        for index, label in enumerate(labels):
            if label in kinship.labels:
                self.offered[index] += weight
                self.chosen[index] += weight * (taken == label)
        self.offered[-1] += weight
        self.chosen[-1] += weight * (taken not in kinship.labels)

    def shares(self) -> Shares:
        rates = [chosen / offered for chosen, offered in zip(self.chosen, self.offered, strict=True)]
        return tuple(rate / sum(rates) for rate in rates)


def _kinship(part: Part, labels: Sequence[str], neighbour: Neighbour, theirs: frozenset[str]) -> _Kinship:
    past = neighbour.pattern
    frame, specific = _shared_frame(part.text, past.question_text)
    common = theirs.intersection(labels)
    telling = _telling(common)
    options = len(common) / len(theirs.union(labels))
    header = bool(part.header) and part.header == past.question_header
    score = (
        weights.FAMILY_BIAS
        + weights.FAMILY_FRAME * frame
        + weights.FAMILY_OPTIONS * (options if telling else options / 2)
        + weights.FAMILY_SIMILARITY * max(0.0, neighbour.similarity)
        + weights.FAMILY_HEADER * header
    )
    is_specific = specific >= 2 or (specific == 1 and header) or (options == 1 and telling > 0)
    is_close = frame >= 0.5 and options >= 0.5 and is_specific
    return _Kinship(math.exp(min(1.0, score)), is_close, theirs)


@lru_cache(maxsize=1024)
def _telling(labels: frozenset[str]) -> int:
    """Return how many of the labels fit not just any question."""
    return sum(not is_plain_reply(label) for label in labels)


@lru_cache(maxsize=2048)
def _frame(text: str) -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """Return the pairs of neighbouring words of a question's frame, and its telling words."""
    units = ("^", *frame_units(text), "$")
    return frozenset(pairwise(units)), frozenset(units) - FILLER - FUNCTION_WORDS - {"^", "$", "_"}


def _shared_frame(first: str, second: str) -> tuple[float, int]:
    """Return how much of two frames is the same, and how many telling words they share."""
    (pairs, words), (other_pairs, other_words) = _frame(first), _frame(second)
    return 2 * len(pairs & other_pairs) / (len(pairs) + len(other_pairs)), len(words & other_words)


def _freshness(pattern: DecisionPattern, project: str, now: datetime) -> float:
    """Return how much an answer counts by its age, its project, and whether it was corrected."""
    days = max(0.0, (now - pattern.timestamp).total_seconds() / 86_400) if pattern.timestamp else 0.0
    here = 1.0 if pattern.project == project else weights.ELSEWHERE
    ageing: float = 0.5 ** (days / weights.HALF_LIFE_DAYS)
    return ageing * here / (1 + 9 * pattern.corrections)


def _ticking(part: Part, neighbours: Iterable[Neighbour]) -> Habit:
    """Weigh what was ticked before: all that was offered, or these very options."""
    everything = ", ".join(part.labels)
    labels = [normal_label(label) for label in part.labels]
    counts, total = {everything: weights.BASE * weights.ALL_TICKED}, weights.BASE
    members: list[tuple[Neighbour, str | None]] = []
    for neighbour in neighbours:
        past = neighbour.pattern
        if not past.multi_select or not past.options:
            continue
        theirs = label_set(past.options)
        weight = max(weights.TICKS_FLOOR, _kinship(part, labels, neighbour, theirs).weight)
        ticked_all = match_answer(past.user_answer, past.part) == ", ".join(past.part.labels)
        given = everything if ticked_all else match_answer(past.user_answer, part)
        total += weight
        if given is not None:
            counts[given] = counts.get(given, 0.0) + weight
        members.append((neighbour, given))
    return Habit({answer: count / total for answer, count in counts.items()}, _latest_first(members))
