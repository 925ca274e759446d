"""How a person chooses by place and mark alone: the first option, the recommended one, or own words.

May be suggested on, where the person's own rate is high enough; never answered on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from orchestrator_tray.core import weights
from orchestrator_tray.core.normal import is_recommended
from orchestrator_tray.core.pattern import Choice
from orchestrator_tray.core.question import Part

Shares = tuple[float, ...]
"""One probability per option, and a last one for an answer in own words."""

_AGEING = tuple(0.5 ** (rank / weights.HALF_LIFE) for rank in range(500))


@dataclass(slots=True)
class _Tally:
    """Weighted counts of past answers, begun with those that are expected of anybody."""

    options: int
    header: str
    own: float
    marked: float
    first: float
    total: float = weights.EXPECTED
    offered_marked: float = weights.EXPECTED
    unmarked: float = weights.EXPECTED

    def count(self, choice: Choice, weight: float) -> None:
        if self.header and choice.header == self.header:
            weight *= weights.SAME_HEADER
        self.total += weight
        if choice.position is None:
            self.own += weight
        elif choice.recommended is not None:
            self.offered_marked += weight
            self.marked += weight * (choice.position == choice.recommended)
        else:
            like = weight if choice.option_count == self.options else weight * weights.OTHER_COUNT
            self.unmarked += like
            self.first += like * (choice.position == 0)


def place_shares(part: Part, choices: Sequence[Choice]) -> Shares:
    """Return how likely each option is by its place and mark, given all that the person chose before.

    `choices` come newest first. Without any, it is what people choose on average. `part` has options.
    """
    count = len(part.options)
    tally = _Tally(
        options=count,
        header=part.header,
        own=weights.EXPECTED * weights.OWN_WORDS,
        marked=weights.EXPECTED * weights.MARKED,
        first=weights.EXPECTED * weights.FIRST[min(count, 4)],
    )
    for choice, weight in zip(choices, _AGEING, strict=False):
        if choice.option_count and not choice.multi_select:
            tally.count(choice, weight)
    own = tally.own / tally.total
    return (*(share * (1 - own) for share in _among_options(part, tally)), own)


def _among_options(part: Part, tally: _Tally) -> list[float]:
    """Return the shares of the options among each other; they add up to 1."""
    count, marked = len(part.options), marked_option(part)
    if count == 1:
        return [1.0]
    first = tally.first / tally.unmarked
    shares = [first, *([(1 - first) / (count - 1)] * (count - 1))]
    if marked is None:
        return shares
    rate, rest = tally.marked / tally.offered_marked, 1 - shares[marked]
    return [rate if index == marked else share * (1 - rate) / rest for index, share in enumerate(shares)]


def marked_option(part: Part) -> int | None:
    """Return the index of the one option that carries a (Recommended) mark; None where none or several do."""
    marked = [index for index, label in enumerate(part.labels) if is_recommended(label)]
    return marked[0] if len(marked) == 1 else None


def place_reason(part: Part, choices: Sequence[Choice], answer: str) -> str:
    """Say how often the person took an option of this place or mark; "" where there is nothing to say."""
    if part.multi_select or answer not in part.labels:
        return ""
    index = part.labels.index(answer)
    if index == marked_option(part):
        offers = [one for one in choices if one.recommended is not None and one.position is not None]
        taken, what = sum(one.position == one.recommended for one in offers), "the recommended option"
    else:
        offers = [one for one in choices if one.recommended is None and one.position is not None]
        taken, what = sum(one.position == index for one in offers), f"option {index + 1}"
    return f"you took {what} {taken} of {len(offers)} times" if offers else ""
