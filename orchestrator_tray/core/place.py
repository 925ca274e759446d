"""How a person chooses by place and mark alone: the first option, the recommended one, or own words.

May be suggested on, where the person's own rate is high enough; never answered on.
"""

from orchestrator_tray.core.choices import Choices, Rates
from orchestrator_tray.core.normal import is_recommended
from orchestrator_tray.core.question import Part

Shares = tuple[float, ...]
"""One probability per option, and a last one for an answer in own words."""


def place_shares(part: Part, choices: Choices) -> Shares:
    """Return how likely each option is by its place and mark, given all that the person chose before.

    Without any choices, it is what people choose on average. `part` has options.
    """
    mark = marked_option(part)
    rates = choices.rates(len(part.options), part.header, is_marked=mark is not None)
    return (*(share * (1 - rates.own) for share in _among_options(len(part.options), mark, rates)), rates.own)


def _among_options(count: int, mark: int | None, rates: Rates) -> list[float]:
    """Return the shares of the options among each other; they add up to 1."""
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


def place_reason(part: Part, choices: Choices, answer: str) -> str:
    """Say how often the person took an option of this place or mark; "" where there is nothing to say."""
    if part.multi_select or answer not in part.labels:
        return ""
    index = part.labels.index(answer)
    if index == marked_option(part):
        (taken, offers), what = choices.taken_marked(), "the recommended option"
    else:
        (taken, offers), what = choices.taken(index), f"option {index + 1}"
    return f"you took {what} in {taken} of {offers} cases" if offers else ""
