"""What the listener tells, as the calls of a program's own coroutines."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from orchestrator_tray.core.actions import Closed, Fact, LinkReport, Problem
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.moment import iso
from orchestrator_tray.core.question import Question

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class QuestionEvent:
    """A session asks."""

    slug: str
    question_text: str
    """Of several parts: joined by " | "."""
    options: list[str]
    """The labels of all parts."""
    context: str
    """What the session said just before; "" where unknown."""
    timestamp: str
    """ISO 8601, UTC."""
    question_id: str = ""
    """What `accept` and `reply` take."""


class Listening(Protocol):
    """Who wants to be called back; None for what does not matter."""

    on_question: Callable[[QuestionEvent], Awaitable[None]] | None
    on_suggestion: Callable[[str, str, float], Awaitable[None]] | None
    on_auto_answer: Callable[[str, str], Awaitable[None]] | None


class Callbacks:
    """Calls back one after the other, in the order of what is told; what a callback raises is logged."""

    def __init__(self, listening: Listening) -> None:
        self.tried = asyncio.Event()
        """Set once the first attempt to connect has an end."""
        self._listening = listening
        self._calls: asyncio.Queue[Awaitable[None] | None] = asyncio.Queue()
        self._answers: dict[str, str] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to call back, on the running loop."""
        self._task = asyncio.get_running_loop().create_task(self._work())

    async def end(self) -> None:
        """Call back what is told already, and end; a callback that asks for this is not waited for."""
        self._calls.put_nowait(None)
        if self._task is not None and self._task is not asyncio.current_task():
            await self._task

    def tell(self, fact: Fact, slug: str, _: datetime) -> None:
        """Take a fact as the runtime tells it."""
        match fact:
            case LinkReport("connected" | "lost"):
                self.tried.set()
            case Problem(where, text):
                _log.warning("%s: %s", where, text)
            case Closed(question_id):
                self._answers.pop(question_id, None)
            case _:
                for call in self._calls_for(fact, slug):
                    self._calls.put_nowait(call)

    def _calls_for(self, fact: Fact, slug: str) -> Iterator[Awaitable[None]]:
        listening = self._listening
        match fact:
            case Question() if listening.on_question:
                yield listening.on_question(question_event(fact))
            case Decision(question_id, answers=(*answers,), confidence=confidence):
                answer = self._answers[question_id] = "\n".join(answers)
                if fact.action == "suggest" and listening.on_suggestion:
                    yield listening.on_suggestion(slug, answer, confidence)
            case Delivery(question_id, "delivered", text, "auto") if listening.on_auto_answer:
                yield listening.on_auto_answer(slug, self._answers.get(question_id, text))
            case _:
                return

    async def _work(self) -> None:
        while (call := await self._calls.get()) is not None:
            try:
                await call
            except Exception:  # noqa: BLE001 - theirs to raise; the next one is called all the same
                _log.exception("a callback failed")


def question_event(question: Question) -> QuestionEvent:
    """Return a question in the flat shape that programs are given."""
    return QuestionEvent(
        slug=question.slug,
        question_text=" | ".join(part.text for part in question.parts),
        options=[label for part in question.parts for label in part.labels],
        context=question.context,
        timestamp=iso(question.asked_at),
        question_id=question.id,
    )
