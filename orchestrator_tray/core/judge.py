"""What the past says about a question part: one answer in the words offered now, and how sure that is."""

from collections.abc import Sequence
from datetime import datetime

from orchestrator_tray.core.normal import match_answer, normal_text, option_key
from orchestrator_tray.core.pattern import Judgement, Neighbour, Recall
from orchestrator_tray.core.question import Part

_ALIKE = 0.90
"""Neighbours below this similarity say nothing."""


def judge(part: Part, recall: Recall, *, project: str, now: datetime) -> Judgement:  # noqa: ARG001 - age follows
    """Judge one part by what memory brings up. `project` is the asking session's, "" where unknown."""
    same = [neighbour for neighbour in recall.neighbours if _is_same(part, neighbour)]
    at_home = [neighbour for neighbour in same if neighbour.pattern.project == project]
    if at_home and (judgement := _agreed(part, at_home, 0.96)):
        return judgement
    near = [neighbour for neighbour in recall.neighbours if neighbour.similarity >= _ALIKE]
    return _agreed(part, near, 0.85) or Judgement(reason="nothing in your past answers fits")


def _is_same(part: Part, neighbour: Neighbour) -> bool:
    past = neighbour.pattern.part
    return normal_text(past.text) == normal_text(part.text) and option_key(past) == option_key(part)


def _agreed(part: Part, neighbours: Sequence[Neighbour], confidence: float) -> Judgement | None:
    answers = {match_answer(neighbour.pattern.user_answer, part) for neighbour in neighbours}
    answer = answers.pop() if len(answers) == 1 else None
    if answer is None:
        return None
    return Judgement(
        answer=answer,
        confidence=confidence,
        similarity=max(neighbour.similarity for neighbour in neighbours),
        pattern_ids=tuple(neighbour.pattern.id for neighbour in neighbours),
        may_answer=confidence > 0.95,
        reason=f"you gave this answer to this question {_times(len(neighbours))}",
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
