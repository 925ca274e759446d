"""From a question and what memory brings up to a decision: judged, guarded, compared with the thresholds."""

from collections.abc import Sequence
from datetime import datetime

from orchestrator_tray.core import guard, own_rules
from orchestrator_tray.core.decision import Decision
from orchestrator_tray.core.judge import NOTHING, judge
from orchestrator_tray.core.outgoing import needs_neutralising
from orchestrator_tray.core.pattern import Judgement, Recall
from orchestrator_tray.core.project import lies_in
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.settings import Settings


def weigh(question: Question, recalls: Sequence[Recall], settings: Settings, *, now: datetime) -> Decision:
    """Return what should happen with the question if auto-answer is on.

    `recalls` holds one per part, or nothing where memory failed. A call is as sure as its least sure part,
    and one part without a candidate makes it a record.
    """
    if lies_in(question.project, settings.excluded_projects):
        return _record(question, "this project is excluded")
    judgements = [
        judge(part, recall, project=question.project, now=now)
        for part, recall in zip(question.parts, recalls, strict=False)
    ]
    if not judgements:
        return _record(question, NOTHING)
    looks_dangerous = any(
        recall.looks_dangerous and not guard.is_only_words(part)
        for part, recall in zip(question.parts, recalls, strict=False)
    )
    return _decision(question, judgements, settings, looks_dangerous=looks_dangerous)


def _decision(
    question: Question, judgements: Sequence[Judgement], settings: Settings, *, looks_dangerous: bool
) -> Decision:
    least = min(judgements, key=lambda judgement: judgement.confidence)
    answers = tuple(judgement.answer for judgement in judgements if judgement.answer is not None)
    is_whole = len(answers) == len(question.parts)
    confidence = least.confidence if is_whole else 0.0
    if not is_whole or confidence < settings.suggest_threshold:
        return _record(question, least.reason or NOTHING, confidence, least.similarity)
    own = own_rules.match(question.parts, answers, settings)
    if own and own.verdict == "deny":
        return _record(question, f"guarded: {own.kind}", confidence, least.similarity)
    ids = tuple(dict.fromkeys(each for judgement in judgements for each in judgement.pattern_ids))
    kind = (
        _danger(question, answers)
        or (own.kind if own else None)
        or ("looks dangerous" if looks_dangerous else None)
    )
    is_sure = confidence >= settings.auto_threshold and all(judgement.may_answer for judgement in judgements)
    return Decision(
        question_id=question.id,
        action="answer" if is_sure and kind is None else "suggest",
        answers=answers,
        confidence=confidence,
        similarity=least.similarity,
        pattern_ids=ids,
        reason=f"guarded: {kind}; {least.reason}" if kind else least.reason,
    )


def _danger(question: Question, answers: Sequence[str]) -> str | None:
    """Return why no machine may answer this, None where one may."""
    if question.is_subagent:
        return "sub-agent"
    if needs_neutralising(list(zip(question.parts, answers, strict=True))):
        return "command"
    return guard.danger(question.parts, answers)


def _record(question: Question, reason: str, confidence: float = 0.0, similarity: float = 0.0) -> Decision:
    return Decision(question.id, "record", None, confidence, similarity, (), reason)
