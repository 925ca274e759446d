"""How a person chose lately, by place and mark alone: counted once, for all questions that come after."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from orchestrator_tray.core import weights

LATEST = 500
"""So many answers are looked at."""
_AGEING = tuple(0.5 ** (rank / weights.HALF_LIFE) for rank in range(LATEST))


@dataclass(frozen=True, slots=True)
class Choice:
    """The outline of one past answer: enough for a person's rate of taking the first or the marked one."""

    option_count: int
    position: int | None
    """Index of the chosen option; None for own words and for several ticks."""
    recommended: int | None
    """Index of the one option marked (Recommended); None where none or several were."""
    multi_select: bool
    project: str
    header: str
    timestamp: datetime | None


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a person does what, from 0 to 1; each rate begins with what is expected of anybody."""

    own: float
    """Answers in own words, of those to questions with a mark or of those without, as it is now."""
    marked: float
    """Marked options taken, of those that were offered and not answered in own words."""
    first: float
    """First options taken, of the questions without a mark."""


@dataclass(slots=True)
class _Sums:
    """What was chosen how often; the later, the more an answer counts."""

    total: float = 0.0
    own: float = 0.0
    own_beside_mark: float = 0.0
    """Own words where an option was marked."""
    offered: float = 0.0
    """Questions with a mark that were answered with an option, and of these those with the marked one."""
    marked: float = 0.0
    unmarked: dict[int, float] = field(default_factory=dict)
    """The same for questions without a mark and their first option, by number of options."""
    first: dict[int, float] = field(default_factory=dict)

    def add(self, choice: Choice, weight: float) -> None:
        self.total += weight
        if choice.position is None:
            self.own += weight
            self.own_beside_mark += weight * (choice.recommended is not None)
        elif choice.recommended is not None:
            self.offered += weight
            self.marked += weight * (choice.position == choice.recommended)
        else:
            count = choice.option_count
            self.unmarked[count] = self.unmarked.get(count, 0.0) + weight
            self.first[count] = self.first.get(count, 0.0) + weight * (choice.position == 0)


@dataclass(frozen=True)
class Choices:
    """A person's latest answers, newest first, whatever they were about."""

    latest: tuple[Choice, ...] = ()
    """At most LATEST of them."""

    def rates(self, count: int, header: str, *, is_marked: bool) -> Rates:
        """Return the rates that hold for a question with so many options under this header."""
        own, marked = weights.EXPECTED * weights.OWN_WORDS, weights.EXPECTED * weights.MARKED
        first = weights.EXPECTED * weights.FIRST[min(count, 4)]
        total = offered = unmarked = weights.EXPECTED
        own_here = total_here = 0.0
        for sums, weight in ((self._all, 1.0), (self._by_header.get(header), weights.SAME_HEADER - 1)):
            if sums is not None:
                total += weight * sums.total
                own += weight * sums.own
                beside, all_marked = sums.own_beside_mark, sums.own_beside_mark + sums.offered
                own_here += weight * (beside if is_marked else sums.own - beside)
                total_here += weight * (all_marked if is_marked else sums.total - all_marked)
                offered += weight * sums.offered
                marked += weight * sums.marked
                unmarked += weight * _mostly_of(count, sums.unmarked)
                first += weight * _mostly_of(count, sums.first)
        own = (own_here + weights.OWN_PRIOR * own / total) / (total_here + weights.OWN_PRIOR)
        return Rates(own, marked / offered, first / unmarked)

    def taken(self, position: int) -> tuple[int, int]:
        """Return how often the option at this place was taken, and of how many answers without a mark."""
        return self._positions[position], self._positions.total()

    def taken_marked(self) -> tuple[int, int]:
        """Return how often the marked option was taken, and of how many answers."""
        return self._marks[True], self._marks.total()

    @cached_property
    def _telling(self) -> Sequence[tuple[Choice, float]]:
        """Return those that tell of places, each with what its age leaves."""
        aged = zip(self.latest, _AGEING, strict=False)
        return [(choice, age) for choice, age in aged if choice.option_count and not choice.multi_select]

    @cached_property
    def _all(self) -> _Sums:
        sums = _Sums()
        for choice, age in self._telling:
            sums.add(choice, age)
        return sums

    @cached_property
    def _by_header(self) -> dict[str, _Sums]:
        """Return the sums of each header; that nothing stands above two makes them no more alike."""
        found: dict[str, _Sums] = {}
        for choice, age in self._telling:
            if choice.header:
                found.setdefault(choice.header, _Sums()).add(choice, age)
        return found

    @cached_property
    def _positions(self) -> Counter[int]:
        unmarked = (one.position for one in self.latest if one.recommended is None)
        return Counter(position for position in unmarked if position is not None)

    @cached_property
    def _marks(self) -> Counter[bool]:
        marked = (one for one in self.latest if one.recommended is not None and one.position is not None)
        return Counter(one.position == one.recommended for one in marked)


NO_CHOICES = Choices()


def _mostly_of(count: int, sums: dict[int, float]) -> float:
    """Return the sum over all numbers of options, where another number than this one counts less."""
    same = sums.get(count, 0.0)
    return same + weights.OTHER_COUNT * (sum(sums.values()) - same)
