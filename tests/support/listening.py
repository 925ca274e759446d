"""The listener in the test's own process: a real socket, a real database, an embedder that needs no model."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestrator_tray import app
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core import events as e
from orchestrator_tray.core.actions import Fact
from orchestrator_tray.core.lines import json_line
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.memory import Memory
from tests.support.embedding import HashEmbedder

DEADLINE = 20.0

Line = dict[str, Any]


class Program:
    """A listener that runs, and all that it has told, as JSON lines."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.lines: list[Line] = []
        self.post: Callable[[e.Event], None] = lambda _: None
        self.on_line: Callable[[Line], None] = lambda _: None
        """Called at the very moment when a line is told."""
        self._news = asyncio.Event()

    def tell(self, fact: Fact, slug: str, now: datetime) -> None:
        line = json_line(fact, slug, now)
        self.lines.append(line)
        self.on_line(line)
        self._news.set()

    def all(self, **fields: object) -> list[Line]:
        """Return the lines told so far that have these fields."""
        return [line for line in self.lines if line.items() >= fields.items()]

    async def until(self, count: int = 1, **fields: object) -> Line:
        """Wait for line number `count` with these fields; after the deadline fail and show all that came."""
        try:
            async with asyncio.timeout(DEADLINE):
                while len(found := self.all(**fields)) < count:
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            told = "\n".join(map(str, self.lines))
            raise AssertionError(f"no {fields} within {DEADLINE} s, only\n{told}") from None
        return found[count - 1]

    async def quiet(self, seconds: float, **fields: object) -> None:
        """Make sure that no further line with these fields comes for a while."""
        before = len(self.all(**fields))
        await asyncio.sleep(seconds)
        assert self.all(**fields)[before:] == []


@asynccontextmanager
async def listening(url: str, folder: Path, **settings: object) -> AsyncIterator[Program]:
    """Run a listener until the block ends; a second one in the same folder finds its data."""
    folder.mkdir(exist_ok=True)
    with Database.open(folder / "patterns.db") as database:
        program = Program(database)
        memory = Memory(database, HashEmbedder())
        chosen = Settings(url=url, **settings)  # type: ignore[arg-type]
        runtime, link = app.compose(chosen, database, memory, program.tell)
        program.post = runtime.post
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(runtime.run(link, app.restored(database)))
            try:
                yield program
            finally:
                runtime.post(e.QuitRequested())
                await asyncio.wait([running], timeout=DEADLINE)
