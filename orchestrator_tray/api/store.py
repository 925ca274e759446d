"""The remembered answers of one data folder, for programs."""

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core.pattern import DecisionPattern, Neighbour, Remembered
from orchestrator_tray.core.settings import Settings, changed
from orchestrator_tray.data_folder import opened_memory
from orchestrator_tray.memory import Memory
from orchestrator_tray.paths import locate


class PatternStore:
    """The remembered answers of one data folder. Opened by `connect`, or by the first call that needs it."""

    def __init__(self, data_dir: Path | str | None = None, *, model: str | None = None) -> None:
        """Without a folder: the program's own. `model` is the embedding model, if not the default."""
        self.paths = locate(data_dir, environment=os.environ)
        self.settings = changed(Settings(), {"model": model} if model else {})
        self._stack: ExitStack | None = None
        self._worker = ThreadPoolExecutor(1, "pattern-store")
        self._database: Database
        self._memory: Memory

    def connect(self) -> None:
        """Open the database, made if need be; a second call does nothing. Raises TrayError."""
        if self._stack is None:
            with ExitStack() as stack:
                self._database, self._memory = stack.enter_context(opened_memory(self.paths, self.settings))
                self._stack = stack.pop_all()

    def close(self) -> None:
        """Close the database; a later call opens it anew."""
        if self._stack is not None:
            stack, self._stack = self._stack, None
            self._worker.submit(stack.close).result()

    async def query_similar_text(
        self, query_text: str, threshold: float, max_results: int = 5
    ) -> list[Neighbour]:
        """Return the patterns at least so similar, nearest first, each with `.similarity` and `.pattern`.

        Raises TrayError where the database or the model fails.
        """

        def search() -> list[Neighbour]:
            self.connect()
            self._memory.embed_missing()
            (vector,) = self._memory.embedder.embed([query_text])
            self._database.use_model(self._memory.embedder.name, self._memory.embedder.dimension)
            return self._database.nearest(vector, threshold=threshold, limit=max_results)

        return await asyncio.get_running_loop().run_in_executor(self._worker, search)

    async def add(self, pattern: DecisionPattern) -> str:
        """Remember a human answer and return its id; a known `tool_use_id` keeps its old row."""

        def remember() -> str:
            self.connect()
            key = f"{pattern.tool_use_id}:0" if pattern.tool_use_id else uuid4().hex
            return self._database.remember([Remembered(pattern, key)])[0]

        return await asyncio.get_running_loop().run_in_executor(self._worker, remember)
