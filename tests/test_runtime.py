"""What the runtime does beside taking events."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event as Gate

import pytest

from orchestrator_tray import app
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.core import events as e
from orchestrator_tray.core.pattern import DecisionPattern, Remembered
from orchestrator_tray.core.question import Part, Question
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.errors import ModelError
from orchestrator_tray.memory import Memory
from orchestrator_tray.runtime import Runtime
from orchestrator_tray.runtime.memory_threads import EMBEDDED_AT_ONCE
from tests.support.embedding import HashEmbedder

COUNT = 5 * EMBEDDED_AT_ONCE + 1


class SlowEmbedder(HashEmbedder):
    """Notes each call; `gate` holds up the first one."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[list[str]] = []
        self.gate = Gate()
        self.gate.set()
        self.problem = ""

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        self.calls.append([*texts])
        assert self.gate.wait(30)
        if self.problem:
            raise ModelError(self.name, self.problem)
        return super().embed(texts)


@pytest.fixture
def database(tmp_path: Path):
    with Database.open(tmp_path / "patterns.db") as opened:
        entries = [
            Remembered(DecisionPattern(f"Number {n}?", "Yes", timestamp=datetime.now(UTC)), str(n))
            for n in range(COUNT)
        ]
        opened.remember(entries)
        yield opened


def lacking(database: Database) -> int:
    return len(database.unembedded(1000))


@asynccontextmanager
async def running(
    database: Database, embedder: HashEmbedder, *, embeds: bool = True
) -> AsyncIterator[Runtime]:
    """Run a runtime, which embeds what is missing, until the block ends."""
    settings = Settings(url="ws://127.0.0.1:9")
    runtime, link = app.compose(settings, database, Memory(database, embedder), lambda *_: None)
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(runtime.run(link, (), (runtime.memory.embed_missing(),) if embeds else ()))
        yield runtime
        runtime.post(e.QuitRequested())
        await asyncio.wait([task], timeout=30)


async def until(condition) -> None:
    async with asyncio.timeout(30):
        while not condition():
            await asyncio.sleep(0.01)


async def test_every_pattern_gets_its_vector_in_small_batches(database: Database):
    embedder = SlowEmbedder()
    async with running(database, embedder) as runtime:
        await until(lambda: sum(map(len, embedder.calls)) == COUNT)
        assert await runtime.memory.in_database(lambda: lacking(database)) == 0
    assert max(map(len, embedder.calls)) == EMBEDDED_AT_ONCE


async def test_a_question_waits_for_one_batch_at_most(database: Database):
    embedder = SlowEmbedder()
    embedder.gate.clear()
    question = Question("S:q", "S", (Part("Which one?"),), datetime.now(UTC))
    async with running(database, embedder) as runtime:
        await until(lambda: embedder.calls)
        runtime.post(e.QuestionAsked(question))
        await until(lambda: "S:q" in runtime.state.cards)
        embedder.gate.set()
        await until(lambda: runtime.state.cards["S:q"].decision is not None)
    assert any("Which one?" in texts for texts in embedder.calls[:3])


async def test_a_model_that_fails_is_tried_once_and_all_else_works(database: Database, caplog):
    embedder = SlowEmbedder()
    embedder.problem = "is broken"
    async with running(database, embedder) as runtime:
        await until(lambda: "at the next start" in caplog.text)
        assert await runtime.memory.in_database(lambda: lacking(database)) == COUNT
    assert len(embedder.calls) == 1


async def test_vectors_of_another_process_and_model_are_left_alone(tmp_path: Path, database: Database):
    embedder = SlowEmbedder()
    embedder.gate.clear()
    async with running(database, embedder, embeds=False) as runtime:
        async with asyncio.TaskGroup() as tasks:
            _ = tasks.create_task(runtime.memory.embed_missing())
            await until(lambda: embedder.calls)
            with Database.open(tmp_path / "patterns.db") as other:
                other.use_model("another", 8)
            embedder.gate.set()
        assert await runtime.memory.in_database(lambda: lacking(database)) == COUNT
    assert len(embedder.calls) == 1


async def test_a_setting_chosen_right_before_a_quit_is_saved(tmp_path: Path, database: Database):
    saved = []
    surface = app.Surface(save_settings=saved.append)
    memory = Memory(database, HashEmbedder())
    runtime, link = app.compose(Settings(url="ws://127.0.0.1:9"), database, memory, lambda *_: None, surface)
    runtime.post(e.SettingsChosen({"auto_answer": True}))
    runtime.post(e.QuitRequested())
    await asyncio.wait_for(runtime.run(link), 30)
    assert saved == [{"auto_answer": True}]
