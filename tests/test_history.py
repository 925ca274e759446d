"""Learning from the history in a process of its own: how it is followed, and how it can end."""

import asyncio
import sys
import time
from pathlib import Path

import pytest

from orchestrator_tray import history
from orchestrator_tray.core.menu import History
from orchestrator_tray.history import Learning, is_there

REPORT = 'print(\'{"learned": 41, "patterns": 50}\')'


class Person:
    """Sees every state."""

    def __init__(self, program: str, counts: tuple[int, ...] = (0,)) -> None:
        self.states: list[History] = []
        self._counts = list(counts)
        command = [sys.executable, "-c", program]
        self.learning = Learning(command, self._count, self.states.append)

    async def _count(self) -> int:
        return self._counts.pop(0) if len(self._counts) > 1 else self._counts[0]

    async def until(self, stage: str) -> History:
        async with asyncio.timeout(30):
            while not (found := [state for state in self.states if state.stage == stage]):
                await asyncio.sleep(0.01)
        return found[-1]


@pytest.fixture(autouse=True)
def short_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LOOK_SECONDS", 0.05)


async def run(person: Person, until: str) -> History:
    """Choose it and wait for a stage."""
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(person.learning.run())
        person.learning.start()
        state = await person.until(until)
        running.cancel()
    return state


async def test_what_was_learned_so_far_is_told_and_then_the_end():
    person = Person(f"import time; time.sleep(0.5); {REPORT}", counts=(9, 9, 12, 50))
    assert await run(person, "learned") == History("learned", 41)
    assert person.states[0] == History("running")
    assert History("running", 3) in person.states


@pytest.mark.parametrize(
    ("program", "problem"),
    [
        ("import sys; sys.exit('first\\norchestrator-tray: no room')", "orchestrator-tray: no room"),
        ("import sys; sys.exit(3)", "the import ended with code 3"),
        ("print('?')", "the import did not say what it has learned"),
        ("print('[]')", "the import did not say what it has learned"),
    ],
)
async def test_a_failure_is_told_and_it_is_offered_again(program: str, problem: str):
    assert await run(Person(program), "offered") == History("offered", problem=problem)


async def test_a_program_that_cannot_be_started_is_told():
    person = Person("")
    person.learning._command = ["/nonexistent/program"]
    state = await run(person, "offered")
    assert "No such file" in state.problem


async def test_it_ends_with_the_one_who_follows_it(tmp_path: Path):
    mark = tmp_path / "mark"
    person = Person(f"import time; open({str(mark)!r}, 'w'); time.sleep(60)")
    begun = time.monotonic()
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(person.learning.run())
        person.learning.start()
        async with asyncio.timeout(30):
            while not mark.exists():
                await asyncio.sleep(0.01)
        running.cancel()
    assert time.monotonic() - begun < 30


async def test_an_offer_is_told_once():
    person = Person(REPORT)
    person.learning.offer()
    person.learning.offer()
    assert person.states == [History("offered")]


def test_a_history_is_there_where_one_transcript_is(tmp_path: Path):
    assert not is_there(tmp_path / "none")
    assert not is_there(tmp_path / ("long" * 100))
    (tmp_path / "-home-ann").mkdir()
    assert not is_there(tmp_path)
    (tmp_path / "-home-ann" / "a.jsonl").touch()
    assert is_there(tmp_path)
