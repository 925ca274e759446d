"""How well the judgement would have done: a person's own history, replayed in the order in which it happened.

Counts what would have been answered and suggested at each threshold, how much of that was right, and how
wrong it can be at worst, since few answers prove little.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from math import ceil, log
from typing import Literal, Protocol

from orchestrator_tray.core import guard, own_rules
from orchestrator_tray.core.binomial import upper_bound
from orchestrator_tray.core.judge import judge
from orchestrator_tray.core.normal import match_answer, normal_label
from orchestrator_tray.core.pattern import DecisionPattern, Judgement, Recall
from orchestrator_tray.core.settings import Settings

Manner = Literal["answer", "suggest"]

SURENESS = 0.95
"""How sure it is that the share of wrong answers is below the bound that is told."""
_NO_RULES = Settings()
THRESHOLDS = tuple(percent / 100 for percent in range(50, 100))


class Memory(Protocol):
    """What is remembered so far. It begins empty."""

    def recall(self, pattern: DecisionPattern) -> Recall:
        """Bring up what bears on the pattern's question."""
        ...

    def learn(self, pattern: DecisionPattern) -> None: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would have been said about one past question, and whether that was what the person did."""

    pattern: DecisionPattern
    judgement: Judgement
    is_right: bool
    danger: str | None
    """The guard's word, None where it let the answer pass."""

    @property
    def may_answer(self) -> bool:
        return self.judgement.may_answer and self.danger is None


def replay(
    patterns: Iterable[DecisionPattern], memory: Memory, settings: Settings = _NO_RULES
) -> Iterator[Outcome]:
    """Judge each pattern by what was known before its call. `patterns` come in the order of their answers.

    Of the settings only the person's own guard rules count.
    """
    for _, call in groupby(patterns, key=_call):
        asked = list(call)
        for pattern in asked:
            yield _outcome(pattern, memory.recall(pattern), settings)
        for pattern in asked:
            memory.learn(pattern)


def _call(pattern: DecisionPattern) -> tuple[str, str, datetime | None]:
    """Return what the questions of one call share; they were answered together."""
    if pattern.tool_use_id:
        return pattern.session_id, pattern.tool_use_id, None
    return pattern.session_id, "", pattern.timestamp


def _outcome(pattern: DecisionPattern, recall: Recall, settings: Settings) -> Outcome:
    now = pattern.timestamp or datetime.max.replace(tzinfo=UTC)
    judgement = judge(pattern.part, recall, project=pattern.project, now=now)
    answers = [] if judgement.answer is None else [judgement.answer]
    danger = guard.danger([pattern.part], answers)
    if own := own_rules.match([pattern.part], answers, settings):
        danger = danger or own.kind
        if own.verdict == "deny":
            judgement = replace(judgement, answer=None, confidence=0.0)
    return Outcome(pattern, judgement, is_right(judgement.answer, pattern), danger)


def is_right(answer: str | None, pattern: DecisionPattern) -> bool:
    """Tell whether the person answered just so; own words are never right for an option."""
    if answer is None:
        return False
    if pattern.multi_select and pattern.options:
        return match_answer(pattern.user_answer, pattern.part) == answer
    return normal_label(pattern.user_answer) == normal_label(answer)


@dataclass(frozen=True, slots=True)
class Row:
    """What one threshold would have meant."""

    threshold: float
    total: int
    given: int
    right: int

    @property
    def coverage(self) -> float:
        return self.given / self.total if self.total else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def wrong_at_most(self) -> float:
        """The share of wrong ones that is, with SURENESS, not exceeded in the long run (Clopper-Pearson)."""
        return upper_bound(self.given - self.right, self.given, SURENESS)


def table(outcomes: Sequence[Outcome], manner: Manner, thresholds: Iterable[float] = THRESHOLDS) -> list[Row]:
    """Return one row per threshold, of what would have been answered, or at least suggested."""
    return [_row(outcomes, threshold, _is_given(manner)) for threshold in thresholds]


def _is_given(manner: Manner) -> Callable[[Outcome], bool]:
    if manner == "answer":
        return lambda outcome: outcome.may_answer
    return lambda outcome: outcome.judgement.answer is not None


def _row(outcomes: Sequence[Outcome], threshold: float, is_given: Callable[[Outcome], bool]) -> Row:
    given = [one for one in outcomes if is_given(one) and one.judgement.confidence >= threshold]
    return Row(threshold, len(outcomes), len(given), sum(one.is_right for one in given))


@dataclass(frozen=True, slots=True)
class Advice:
    """The threshold that keeps to a target, or how much history is still missing for one."""

    target: float
    row: Row | None
    """The lowest threshold that keeps to the target; None where there is none yet."""
    given: int
    """How many would have been given at the lowest threshold asked about."""
    needed: int
    """How many right ones without a wrong one it takes to be sure."""

    def __str__(self) -> str:
        if self.row is not None:
            return f"{self.row.threshold:.2f} keeps to at most {self.target:.0%} wrong"
        if self.given < self.needed:
            return f"not enough history yet: {self.given} of {self.needed}"
        return f"no threshold keeps to at most {self.target:.0%} wrong"


def advice(rows: Sequence[Row], target: float) -> Advice:
    """Return the lowest threshold that, with SURENESS, is wrong in a share of at most `target`."""
    kept = next((row for row in rows if row.wrong_at_most <= target), None)
    given = max((row.given for row in rows), default=0)
    return Advice(target, kept, given, ceil(log(1 - SURENESS) / log(1 - target)))


def risk_coverage(outcomes: Sequence[Outcome]) -> list[tuple[float, float]]:
    """Return, from the surest answer to the least sure, the share covered and how much of it is wrong."""
    answered = sorted(
        (one for one in outcomes if one.judgement.answer is not None),
        key=lambda one: one.judgement.confidence,
        reverse=True,
    )
    points: list[tuple[float, float]] = []
    wrong = 0
    for count, outcome in enumerate(answered, 1):
        wrong += not outcome.is_right
        points.append((count / len(outcomes), wrong / count))
    return points


def calibration_error(outcomes: Sequence[Outcome], bins: int = 10) -> float:
    """Return how far confidence is from being right, on average over `bins` equal ranges of confidence."""
    off = [0.0] * bins
    for outcome in outcomes:
        confidence = outcome.judgement.confidence
        off[min(bins - 1, int(confidence * bins))] += confidence - outcome.is_right
    return sum(map(abs, off)) / len(outcomes) if outcomes else 0.0
