"""What a replayed history comes to, as values that the terminal, a page and JSON show."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from orchestrator_tray.core.backtest import (
    Advice,
    Manner,
    Outcome,
    Row,
    advice,
    calibration_error,
    risk_coverage,
    table,
)
from orchestrator_tray.core.moment import iso
from orchestrator_tray.core.settings import Settings

SHOWN = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 0.99)


@dataclass(frozen=True)
class Retrospect:
    """A history, oldest answer first, with what would have been said about each question."""

    outcomes: Sequence[Outcome]
    settings: Settings
    target: float
    """The share of wrong automatic answers that is still borne."""
    suggest_target: float
    """The same of suggestions."""

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """When the first and the last answer was given; None where no time is known."""
        times = [one.pattern.timestamp for one in self.outcomes if one.pattern.timestamp is not None]
        return (min(times), max(times)) if times else None

    @property
    def about(self) -> str:
        """One sentence on what was replayed."""
        span = ""
        if self.span is not None:
            first, last = (f"{each.astimezone():%Y-%m-%d}" for each in self.span)
            span = f" from {first} to {last}" if first != last else f", all of {first}"
        return f"{len(self.outcomes):,} of your answers{span}, each judged by what came before it."

    def rows(self, manner: Manner) -> list[Row]:
        return table(self.outcomes, manner, SHOWN)

    def now(self, manner: Manner) -> Row:
        """Return what the present settings would have meant."""
        settings = self.settings
        threshold = settings.auto_threshold if manner == "answer" else settings.suggest_threshold
        (row,) = table(self.outcomes, manner, (threshold,))
        return row

    def advice(self, manner: Manner) -> Advice:
        target = self.target if manner == "answer" else self.suggest_target
        return advice(table(self.outcomes, manner), target)

    @cached_property
    def curve(self) -> list[tuple[float, float]]:
        """The share covered and how much of it is right, from the surest answer to the least sure."""
        return [(covered, 1 - wrong) for covered, wrong in risk_coverage(self.outcomes)]

    @property
    def mistakes(self) -> list[Outcome]:
        """What would have been answered wrongly with the present settings, the surest first."""
        threshold = self.settings.auto_threshold
        wrong = [
            one
            for one in self.outcomes
            if one.may_answer and not one.is_right and one.judgement.confidence >= threshold
        ]
        return sorted(wrong, key=lambda one: one.judgement.confidence, reverse=True)

    @property
    def guarded(self) -> int:
        """How many questions are kept from automatic answers by the guard."""
        return sum(one.danger is not None for one in self.outcomes)

    def fields(self) -> dict[str, Any]:
        """Return all of it for programs."""
        span = self.span
        return {
            "answers": len(self.outcomes),
            "oldest": iso(span[0]) if span else None,
            "newest": iso(span[1]) if span else None,
            "guarded": self.guarded,
            "calibration_error": round(calibration_error(self.outcomes), 4),
            "answer": self._manner_fields("answer"),
            "suggest": self._manner_fields("suggest"),
            "risk_coverage": [[round(x, 4), round(1 - y, 4)] for x, y in self.curve],
        }

    def _manner_fields(self, manner: Manner) -> dict[str, Any]:
        found = self.advice(manner)
        return {
            "rows": [_row_fields(row) for row in self.rows(manner)],
            "now": _row_fields(self.now(manner)),
            "advice": {
                "target": found.target,
                "threshold": found.row.threshold if found.row else None,
                "given": found.given,
                "needed": found.needed,
                "text": str(found),
            },
        }


HEADS = ("from", "questions", "of all", "right", "share", "wrong at most")


def cells(row: Row) -> tuple[str, ...]:
    """Return a row as a person reads it, in the order of HEADS."""
    given = (f"{row.right:,}", f"{row.precision:.1%}", f"{row.wrong_at_most:.1%}")
    return (
        f"{row.threshold:.2f}",
        f"{row.given:,}",
        f"{row.coverage:.1%}",
        *(given if row.given else ("-",) * 3),
    )


def _row_fields(row: Row) -> dict[str, Any]:
    shares = {name: round(getattr(row, name), 4) for name in ("coverage", "precision", "wrong_at_most")}
    return {**asdict(row), **shares}
