"""What is told about the program's life, as JSON lines for programs and as plain lines for people."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, assert_never

from orchestrator_tray.core.actions import Closed, Fact, Learned, LinkReport, Problem, Ready, SessionReport
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.display import percent, plain, stated
from orchestrator_tray.core.events import LinkState
from orchestrator_tray.core.moment import iso
from orchestrator_tray.core.question import Question, part_fields
from orchestrator_tray.core.settings import Settings

QUESTION_SHOWN = 60
ANSWER_SHOWN = 40
REASON_SHOWN = 200

Json = dict[str, Any]


def json_line(fact: Fact, slug: str | None, now: datetime) -> Json:
    """Return the object that tells the fact; `slug` is the session of a decision or a delivery, if any."""
    return {"type": _kind(fact), **_fields(fact, slug), "time": iso(now)}


def _kind(fact: Fact) -> str:
    match fact:
        case LinkReport():
            return "link"
        case SessionReport():
            return "session"
        case _:
            return type(fact).__name__.lower()


def _fields(fact: Fact, slug: str | None) -> Json:
    match fact:
        case Ready(settings, patterns):
            return {**_thresholds(settings), "url": settings.url, "patterns": patterns}
        case LinkReport(state, reason):
            return {"state": state, "reason": reason}
        case SessionReport():
            return {"slug": fact.slug, "state": fact.state, "project": fact.project}
        case Question():
            return question_fields(fact)
        case Decision():
            return decision_fields(fact, slug)
        case Delivery():
            return {
                "question_id": fact.question_id,
                "slug": slug,
                "state": fact.state,
                "text": fact.text,
                "by": fact.by,
                "reason": fact.reason,
            }
        case Closed():
            return {"question_id": fact.question_id, "slug": fact.slug, "reason": fact.reason}
        case Learned():
            return {
                "pattern_id": fact.pattern_id,
                "question_id": fact.question_id,
                "answer": fact.answer,
                "origin": fact.origin,
            }
        case Settings():
            return {**_thresholds(fact), "url": fact.url, "paused": fact.paused}
        case Problem(where, text):
            return {"where": where, "text": text}
        case _:
            assert_never(fact)


def _thresholds(settings: Settings) -> Json:
    return {
        "auto_answer": settings.auto_answer,
        "auto_threshold": settings.auto_threshold,
        "suggest_threshold": settings.suggest_threshold,
        "grace": settings.grace,
    }


def question_fields(question: Question) -> Json:
    return {
        "id": question.id,
        "slug": question.slug,
        "project": question.project,
        "source": question.source,
        "via": question.via,
        "parts": [part_fields(part) for part in question.parts],
    }


def decision_fields(decision: Decision, slug: str | None) -> Json:
    return {
        "question_id": decision.question_id,
        "slug": slug,
        "action": decision.action,
        "answers": None if decision.answers is None else list(decision.answers),
        "confidence": stated(decision.confidence),
        "similarity": round(max(0.0, min(1.0, decision.similarity)), 4),
        "pattern_ids": list(decision.pattern_ids),
        "reason": decision.reason,
    }


class PlainLines:
    """Writes facts as a person reads them; keeps the texts of open questions to name them later."""

    def __init__(self) -> None:
        self._questions: dict[str, Question] = {}
        self._answers: dict[str, tuple[str, ...]] = {}
        self._link = LinkLines("")

    def of(self, fact: Fact, slug: str) -> Iterator[str]:
        """Yield the lines for one fact; most facts have none."""
        match fact:
            case Ready(settings):
                self._link = LinkLines(settings.url)
                yield from _start_lines(settings)
            case Question():
                self._questions[fact.id] = fact
                for part in fact.parts:
                    yield f"{_tag(fact.slug)} Question: {plain(part.text, QUESTION_SHOWN)}"
            case Decision():
                yield from self._decided(fact, slug)
            case Delivery(question_id, "delivered", text, by):
                verb = "Auto-answered" if by == "auto" else "Answered"
                for answer in self._answers.get(question_id, (text,)) if by == "auto" else (text,):
                    yield f"{_tag(slug)} {verb}: {plain(answer, ANSWER_SHOWN)}"
            case Delivery(_, "failed", _, _, reason):
                yield f"{_tag(slug)} Not delivered: {reason}"
            case Closed(question_id):
                self._questions.pop(question_id, None)
                self._answers.pop(question_id, None)
            case Problem(where, text):
                yield f"Problem ({where}): {plain(text, REASON_SHOWN)}"
            case LinkReport(state, reason):
                yield from self._link.of(state, reason)
            case _:
                return

    def _decided(self, decision: Decision, slug: str) -> Iterator[str]:
        if decision.answers is not None:
            self._answers[decision.question_id] = decision.answers
        if decision.action == "suggest":
            sure = percent(decision.confidence)
            for answer in decision.answers or ():
                yield f"{_tag(slug)} Suggestion ({sure}): {plain(answer, ANSWER_SHOWN)}"
        elif decision.action == "record":
            question = self._questions.get(decision.question_id)
            for part in question.parts if question else ():
                yield f"{_tag(slug)} Recorded: {plain(part.text, QUESTION_SHOWN)}"


class LinkLines:
    """Words what becomes of the link to a server: each trouble once, and when it is over."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._was_connected = False
        self._trouble = ""

    def of(self, state: LinkState, reason: str) -> Iterator[str]:
        """Yield the lines for one change of the link; a connection without trouble before it has none."""
        if state == "lost":
            begin = "Connection lost" if self._was_connected else f"No server answers at {self._url}"
            trouble = f"{begin}, trying again: {plain(reason, REASON_SHOWN)}"
            if trouble != self._trouble:
                yield trouble
            self._trouble = trouble
        elif state == "connected":
            if self._trouble:
                yield "Connected."
            self._was_connected = True
            self._trouble = ""


def _tag(slug: str) -> str:
    return f"[{plain(slug, QUESTION_SHOWN)}]"


def _start_lines(settings: Settings) -> Iterator[str]:
    yield "Starting orchestrator listener..."
    yield f"Connecting to: {settings.url}"
    yield f"Auto-answer threshold: {settings.auto_threshold * 100:g}%"
    yield f"Suggestion threshold: {settings.suggest_threshold * 100:g}%"
