"""What past answers say about a question that may be the same: by question, and how surely it is the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from orchestrator_tray.core import weights
from orchestrator_tray.core.meaning import compare, contradiction, verbatim
from orchestrator_tray.core.normal import match_answer, normal_label, normal_text
from orchestrator_tray.core.offers import Offer, alike, offer_of
from orchestrator_tray.core.pattern import DecisionPattern, Neighbour
from orchestrator_tray.core.question import Part
from orchestrator_tray.core.reading import read
from orchestrator_tray.core.sameness import LOOKS_ALIKE, sameness

_MOST_COMPARED = 12
"""So many different questions are compared word by word; memory brings the nearest first."""
_WORTH_READING = 0.3
_WORTH_COMPARING = 0.45


@dataclass(slots=True)
class Precedent:
    """One question that was asked before, with every answer that it got."""

    similarity: float
    same: float
    """The probability that it asks the same as the question now."""
    is_literal: bool
    """Whether it is the very same question: same text, same options."""
    is_sound: bool
    """Whether it is known to ask the same, so that an automatic answer may rest on it."""
    conflict: str
    """What decides the meaning and differs; "" where nothing does."""
    is_look_alike: bool
    """Whether it could be taken for the question now."""
    answers: list[tuple[Neighbour, str | None]] = field(default_factory=list)
    """Each with the answer in the words offered now; None where that is not offered any more."""

    def votes(self) -> list[tuple[str | None, float]]:
        """Return each answer with its weight: the latest counts most, a corrected one next to nothing."""
        latest_first = sorted(self.answers, key=lambda one: one[0].moment, reverse=True)
        return [
            (answer, _trust(neighbour.pattern) * weights.OLDER**rank)
            for rank, (neighbour, answer) in enumerate(latest_first)
        ]

    def agreed(self) -> str | None:
        """Return the answer that was always given, if any. After a correction it takes several again."""
        standing = [answer for neighbour, answer in self.answers if not neighbour.pattern.corrections]
        least = 1 if len(standing) == len(self.answers) else weights.REGAINED
        return standing[0] if len({*standing}) == 1 and len(standing) >= least else None

    def supporters(self, answer: str) -> tuple[Neighbour, ...]:
        return tuple(neighbour for neighbour, given in self.answers if given == answer)

    def is_of(self, project: str) -> bool:
        """Tell whether it was asked in this project, too."""
        return any(neighbour.pattern.project == project for neighbour, _ in self.answers)


def _trust(pattern: DecisionPattern) -> float:
    """Return what an answer counts: a correction outweighs many confirmations."""
    if pattern.corrections:
        return 0.1 / pattern.corrections
    return 5.0 if pattern.origin == "corrected" else 1.0 + min(pattern.confirmations, 4) / 4


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question now, read once for all that it is compared with."""

    part: Part
    text: str
    """In normal form."""
    offer: Offer
    header: str
    """What the header says more than the question."""

    @classmethod
    def of(cls, part: Part) -> "_Asked":
        news = _news_of_header(part.header, part.text)
        return cls(part, normal_text(part.text), offer_of(part.options), news)


def precedents(part: Part, neighbours: Iterable[Neighbour], project: str) -> list[Precedent]:
    """Group the neighbours by the question that was asked, the likeliest to ask the same first."""
    found: dict[tuple[str, frozenset[str]], Precedent] = {}
    asked, compared = _Asked.of(part), 0
    for neighbour in neighbours:
        past = neighbour.pattern
        if neighbour.similarity < _WORTH_READING or past.multi_select != part.multi_select:
            continue
        offer = offer_of(past.options)
        key = (normal_text(past.question_text), offer.distinct)
        if key not in found:
            if key[0] == asked.text:
                found[key] = _literal(asked, neighbour, offer)
            elif compared < _MOST_COMPARED and _is_near(asked, neighbour, offer):
                found[key] = _reworded(asked, neighbour, offer)
                compared += 1
            else:
                continue
        found[key].answers.append((neighbour, _answer_now(past, part)))
    for precedent in found.values():
        _settle(precedent, part, project)
    return sorted(found.values(), key=lambda one: one.same, reverse=True)


def _is_near(asked: _Asked, neighbour: Neighbour, offer: Offer) -> bool:
    if neighbour.similarity >= _WORTH_COMPARING:
        return True
    if offer.is_telling and offer.distinct == asked.offer.distinct:
        return True
    return verbatim(neighbour.pattern.question_text, asked.part.text) >= LOOKS_ALIKE


def _literal(asked: _Asked, neighbour: Neighbour, offer: Offer) -> Precedent:
    """Weigh a question of the same text; other options may make it another question all the same."""
    if _header_conflict(neighbour.pattern, asked):
        return _reworded(asked, neighbour, offer)
    shared = alike(offer, asked.offer, asked.text)
    is_same = shared == 1
    return Precedent(
        similarity=neighbour.similarity,
        same=1.0 if is_same else weights.SAME * shared,
        is_literal=is_same,
        is_sound=is_same,
        conflict="",
        is_look_alike=not is_same,
    )


def _reworded(asked: _Asked, neighbour: Neighbour, offer: Offer) -> Precedent:
    past = neighbour.pattern
    shared = alike(offer, asked.offer, asked.text)
    found = sameness(
        compare(past.question_text, asked.part.text, offer.keys, asked.offer.keys),
        neighbour.similarity,
        asked.offer if shared == 1 else None,
        _header_conflict(past, asked),
    )
    return Precedent(
        similarity=neighbour.similarity,
        same=found.same * shared,
        is_literal=False,
        is_sound=found.is_explained and shared == 1,
        conflict=found.conflict,
        is_look_alike=found.is_look_alike,
    )


def _settle(precedent: Precedent, part: Part, project: str) -> None:
    """Let this project speak alone for the very same question; doubt options that are told otherwise."""
    if precedent.is_literal and precedent.is_of(project):
        precedent.answers = [item for item in precedent.answers if item[0].pattern.project == project]
    elif precedent.is_literal:
        precedent.same = weights.SAME if len(precedent.answers) > 1 else weights.ELSEWHERE_ONCE
    answer = precedent.agreed()
    decisive = _DECISIVE_FOR_SAME if precedent.is_literal else _DECISIVE
    if (
        precedent.is_sound
        and answer is not None
        and _is_told_otherwise(precedent.answers, part, answer, decisive)
    ):
        precedent.same, precedent.is_sound = min(precedent.same, weights.TOLD_OTHERWISE), False


_DECISIVE = frozenset(("environments", "numbers", "paths", "opposites", "negation", "direction"))


_DECISIVE_FOR_SAME = frozenset(("environments",))
"""Descriptions vary from time to time even where the very same thing is asked."""


def _is_told_otherwise(
    answers: Iterable[tuple[Neighbour, str | None]], part: Part, answer: str, decisive: frozenset[str]
) -> bool:
    """Tell whether the description of the option now says something else than each time before."""
    now = next((option.description for option in part.options if option.label == answer), "")
    before = {_description(neighbour.pattern, answer) for neighbour, _ in answers} - {""}
    if not now or not before or normal_text(now) in {normal_text(text) for text in before}:
        return False
    return all(contradiction(text, now) in decisive for text in before)


def _description(pattern: DecisionPattern, answer: str) -> str:
    wanted = normal_label(answer)
    return next(
        (option.description for option in pattern.options if normal_label(option.label) == wanted), ""
    )


_OPAQUE = re.compile(
    r"(?:(?:option|approach|plan|variant|choice|alternative|version|design|proposal) )?\(?[a-z\d]{1,2}\)?"
)


def _answer_now(past: DecisionPattern, part: Part) -> str | None:
    """Return the past answer as offered now; None, too, where "Option A" stands for something else by now."""
    answer = match_answer(past.user_answer, part)
    if answer is None or not part.options or not _OPAQUE.fullmatch(normal_label(answer)):
        return answer
    was = _description(past, answer)
    now = next(option.description for option in part.options if option.label == answer)
    return answer if not was or not now or normal_text(was) == normal_text(now) else None


def _header_conflict(past: DecisionPattern, asked: _Asked) -> str:
    header = past.question_header
    if not asked.header or normal_text(header) == normal_text(asked.part.header):
        return ""
    before = _news_of_header(header, past.question_text)
    conflict = contradiction(before, asked.header) if before else ""
    return conflict if conflict in _DECISIVE else ""


@lru_cache(maxsize=1024)
def _news_of_header(header: str, text: str) -> str:
    """Return the words of a header that the question does not say itself."""
    said = read(text).keys
    return " ".join(word for word in header.split() if not read(word).keys <= said)
