"""What is offered beside a question: how much of it two questions share, and how much it tells by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from orchestrator_tray.core.normal import normal_label
from orchestrator_tray.core.question import Option
from orchestrator_tray.core.reading import read
from orchestrator_tray.core.replies import is_plain_reply, same_reply
from orchestrator_tray.core.tokens import Token


@dataclass(frozen=True, slots=True)
class Offer:
    """The options of a question, read."""

    labels: tuple[str, ...]
    """In normal form, in the order of the options."""
    distinct: frozenset[str]
    keys: frozenset[str]
    """The keys of all words of the labels, for `meaning.compare`."""
    subjects: int
    """How many different words of the labels carry a subject: none in "Yes" and "No"."""
    is_telling: bool
    """Whether the labels name the matter themselves: "SQLite" does and "No, stay awake", "Yes" does not."""
    is_echo: bool
    """Whether they only repeat one word of the question, beside a yes or no: "Yes, remove it"."""


@lru_cache(maxsize=1024)
def offer_of(options: tuple[Option, ...]) -> Offer:
    """Read the labels of what is offered."""
    labels = [option.label for option in options]
    normal = tuple(map(normal_label, labels))
    words = [read(label).tokens for label in labels]
    tokens = [token for said in words for token in said]
    subjects = len({token.key for token in tokens if token.weight == 1})
    return Offer(
        labels=normal,
        distinct=frozenset(normal),
        keys=frozenset(token.key for token in tokens),
        subjects=subjects,
        is_telling=subjects > 0 and not all(map(is_plain_reply, normal)),
        is_echo=all(map(_is_echo, words)),
    )


def _is_echo(words: Sequence[Token]) -> bool:
    is_reply = bool(words) and words[0].key in {"yes", "no"}
    return is_reply and sum(token.weight == 1 for token in words) <= 1


def alike(past: Offer, now: Offer, asked: str) -> float:
    """Return how much of what is offered is the same: 1 for all, in whatever order and wording of yes.

    `asked` is the question's normal form: whether "Yes" and "Go ahead" are the same depends on it.
    """
    if not past.labels or not now.labels:
        return 0.5 if past.labels or now.labels else 1.0
    if past.distinct == now.distinct:
        return 1.0
    theirs, ours = past.labels, now.labels
    here = sum(any(one == other or same_reply(one, other, asked) for other in ours) for one in theirs)
    there = sum(any(one == other or same_reply(one, other, asked) for one in theirs) for other in ours)
    if here == len(theirs) and there == len(ours):
        return 1.0
    common = min(here, there)
    return common / (len(theirs) + len(ours) - common)
