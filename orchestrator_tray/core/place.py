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


@dataclass(frozen=True, slots=True)
class _Rates:
    """How often a person does what, from 0 to 1; each rate begins with what is expected of anybody."""

    own: float
    """Answers in own words, of all."""
    marked: float
    """Marked options taken, of those that were offered and not answered in own words."""
    first: float
    """First options taken, of the questions without a mark."""


def place_shares(part: Part, choices: Sequence[Choice]) -> Shares:
    """Return how likely each option is by its place and mark, given all that the person chose before.

    `choices` come newest first. Without any, it is what people choose on average. `part` has options.
    """
    rates = _rates(len(part.options), part.header, choices)
    return (*(share * (1 - rates.own) for share in _among_options(part, rates)), rates.own)


def _rates(count: int, header: str, choices: Sequence[Choice]) -> _Rates:
    total = offered = unmarked = weights.EXPECTED
    own, marked, first = (
        total * weights.OWN_WORDS,
        total * weights.MARKED,
        total * weights.FIRST[min(count, 4)],
    )
    same_header, other_count = weights.SAME_HEADER, weights.OTHER_COUNT  # the inner loop of every decision
    wanted = header or None  # that nothing stands above both makes them no more alike
    for choice, ageing in zip(choices, _AGEING, strict=False):
        if choice.multi_select or not choice.option_count:
            continue
        weight = ageing * same_header if choice.header == wanted else ageing
        position = choice.position
        total += weight
        if position is None:
            own += weight
        elif choice.recommended is not None:
            offered += weight
            if position == choice.recommended:
                marked += weight
        else:
            if choice.option_count != count:
                weight *= other_count
            unmarked += weight
            if position == 0:
                first += weight
    return _Rates(own / total, marked / offered, first / unmarked)


def _among_options(part: Part, rates: _Rates) -> list[float]:
    """Return the shares of the options among each other; they add up to 1."""
    count, mark = len(part.options), marked_option(part)
    if count == 1:
        return [1.0]
    shares = [rates.first, *([(1 - rates.first) / (count - 1)] * (count - 1))]
    if mark is None:
        return shares
    rest = (1 - rates.marked) / (1 - shares[mark])
    return [rates.marked if index == mark else share * rest for index, share in enumerate(shares)]


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
    return f"you took {what} in {taken} of {len(offers)} cases" if offers else ""
