"""Memory at work beside the loop: the database in one thread, the embedding model in another."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from typing import Final, TypeVar

from orchestrator_tray.core.actions import Correct, Learn, Learned
from orchestrator_tray.core.events import Recalled
from orchestrator_tray.core.question import Question
from orchestrator_tray.errors import TrayError
from orchestrator_tray.memory import Memory

EMBEDDED_AT_ONCE: Final = 16
"""About 0.1 s of work."""

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class MemoryThreads:
    """The memory as the loop uses it."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._database: Executor = ThreadPoolExecutor(1, "orchestrator-database")
        self._embedding: Executor = ThreadPoolExecutor(1, "orchestrator-embedding")

    async def in_database(self, call: Callable[[], _T]) -> _T:
        """Run a call in the one thread that owns the database."""
        return await asyncio.get_running_loop().run_in_executor(self._database, call)

    async def recall(self, question: Question) -> Recalled:
        """Return what the question brings up, or what is wrong."""
        seen = await self._in_embedding(partial(self._memory.see, question.parts))
        try:
            recalls = await self.in_database(partial(self._memory.recall, question, seen))
        except TrayError as error:
            return Recalled(question.id, (), str(error))
        return Recalled(question.id, recalls, seen.problem)

    async def learn(self, lesson: Learn, tell: Callable[[Learned], None]) -> None:
        """Remember at once what a person said, and embed it then: neither a quit nor a kill may lose it.

        `tell` is called between the two. Raises TrayError.
        """
        unembedded = [None] * len(lesson.answers)
        now = datetime.now(UTC)
        learned = await self.in_database(lambda: self._memory.learn(lesson, unembedded, now=now))
        for fact in learned:
            tell(fact)
        vectors, problem = await self._in_embedding(partial(self._memory.vectors_of, lesson.question.parts))
        if problem:
            _log.warning("%s", problem)
        given = [vector for vector, answer in zip(vectors, lesson.answers, strict=True) if answer]
        await self.in_database(lambda: self._memory.embed([fact.pattern_id for fact in learned], given))

    async def demote(self, correction: Correct) -> Learn | None:
        """Count against what an answer rested on; return what is to be learned instead. Raises TrayError."""
        return await self.in_database(partial(self._memory.demote, correction))

    async def warm_up(self) -> None:
        """Have the model loaded before it is needed."""
        try:
            await self._in_embedding(self._memory.embedder.start)
        except TrayError as error:
            _log.warning("%s", error)  # the question that needs it will say so

    async def embed_missing(self) -> None:
        """Give vectors to the patterns that lack one, a few at a time: a question must not wait long."""
        memory, embedder = self._memory, self._memory.embedder
        done: set[str] = set()
        try:
            _ = await self._in_embedding(lambda: embedder.dimension)  # may start the model
            await self.in_database(memory.settle_model)
            while missing := await self.in_database(partial(memory.unembedded, EMBEDDED_AT_ONCE, done)):
                vectors = await self._in_embedding(partial(embedder.embed, [*missing.values()]))
                await self.in_database(partial(memory.embed, [*missing], vectors))
                done.update(missing)
        except TrayError as error:
            _log.warning("%s; what lacks a vector gets it at the next start", error)

    def stop(self) -> None:
        """End the model and both threads, once what they are at is done."""
        self._memory.embedder.stop()
        self._embedding.shutdown(wait=True, cancel_futures=True)
        self._database.shutdown(wait=True, cancel_futures=True)

    async def _in_embedding(self, call: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._embedding, call)
