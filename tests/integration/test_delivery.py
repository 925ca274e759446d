"""An answer that is sent arrives, exactly once, at a server with the real manners; over a real socket."""

import asyncio
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from orchestrator_tray.adapters.transcripts import Scan
from orchestrator_tray.core import delivery as delivery_rules
from orchestrator_tray.core import events as e
from orchestrator_tray.core import session as session_rules
from orchestrator_tray.core.question import Option, Part, Question
from orchestrator_tray.demo.scenario import (
    NOT_OFFERED,
    Hold,
    Pause,
    Prompt,
    Step,
    ask,
    init,
    result,
    say,
    tool_result,
    use_tool,
)
from orchestrator_tray.demo.standin import StandIn
from orchestrator_tray.memory import Memory
from tests.support.embedding import HashEmbedder
from tests.support.listening import Line, Program, listening

PROJECT = "/home/me/shop"
AUTO = {"auto_answer": True, "grace": 0.0}
QUESTION = "Which database should I use?"
LABELS = ("PostgreSQL", "SQLite")


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are the same, only the waits are short; how long they are is the core tests' matter."""
    monkeypatch.setattr(delivery_rules, "ACKNOWLEDGE_SECONDS", 0.3)
    monkeypatch.setattr(delivery_rules, "SEARCH_SECONDS", 0.3)
    monkeypatch.setattr(session_rules, "VERIFY_SECONDS", 0.5)


class Turns:
    """A Claude that asks at "go" and at "call", and else says that it is done. Runs can be held."""

    def __init__(self) -> None:
        self.may_start = asyncio.Event()
        """Clear it, and every later run hangs before its first line."""
        self.may_end = asyncio.Event()
        self.may_start.set()
        self.may_end.set()

    def __call__(self, prompt: Prompt) -> Iterable[Step]:
        if prompt.text != "go":
            yield Hold(self.may_start)
        yield init()
        if prompt.text == "talk":
            yield say("Shall I commit this?")
        elif prompt.text == "go":
            call = ask(QUESTION, "DB", LABELS)
            yield call
            yield tool_result(call, NOT_OFFERED, is_error=True)
            yield Hold(self.may_end)
        elif prompt.text == "go on":
            yield ask(QUESTION, "DB", LABELS)
            yield Pause(0.2)
            yield use_tool("Bash", {"command": "ls"})
            yield Hold(self.may_end)
        else:
            yield say("Done.")
        yield result()


@pytest.fixture
def turns() -> Turns:
    return Turns()


def server(turns: Turns, **options: object) -> StandIn:
    return StandIn(turns=turns, sessions={"S": PROJECT}, **options)  # type: ignore[arg-type]


def know(program: Program, answer: str = "SQLite") -> None:
    """A person once answered the question so."""
    part = Part(QUESTION, "DB", tuple(Option(label) for label in LABELS))
    question = Question("S:old", "S", (part,), datetime.now(UTC), tool_use_id="old", project=PROJECT)
    Memory(program.database, HashEmbedder()).teach(question, {0: answer})


async def test_an_automatic_answer_waits_for_idle_and_arrives_exactly_once(tmp_path: Path, turns: Turns):
    turns.may_end.clear()
    async with server(turns) as standin, listening(standin.url, tmp_path, **AUTO) as program:
        know(program)
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        await program.until(type="delivery", state="queued")
        await program.quiet(0.3, type="delivery")
        assert standin.received["S"] == ["go"]
        turns.may_end.set()
        await program.until(type="closed", reason="delivered")
    assert standin.received["S"] == ["go", "SQLite"]
    assert not standin.dropped["S"]
    assert [line["state"] for line in program.all(type="delivery")] == ["queued", "sent", "delivered"]


async def test_an_accepted_suggestion_arrives_and_is_learned(tmp_path: Path, turns: Turns):
    async with server(turns) as standin, listening(standin.url, tmp_path) as program:
        know(program)
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        suggestion = await program.until(type="decision", action="suggest")
        program.post(e.Accepted(suggestion["question_id"]))
        await program.until(type="closed", reason="delivered")
        learned = await program.until(type="learned")
    assert standin.received["S"] == ["go", "SQLite"]
    assert (learned["answer"], learned["origin"]) == ("SQLite", "accepted")


async def test_what_a_person_answers_once_is_known_in_another_session(tmp_path: Path, turns: Turns):
    async with server(turns) as standin, listening(standin.url, tmp_path, **AUTO) as program:
        standin.create_session("T", PROJECT)
        await program.until(type="session", slug="T")
        standin.send_input("S", "go")
        record = await program.until(type="decision", action="record")
        program.post(e.Replied(record["question_id"], ("PostgreSQL",)))
        await program.until(type="learned", origin="chosen")
        standin.send_input("T", "go")
        await program.until(type="closed", slug="T", reason="delivered")
    assert standin.received["T"] == ["go", "PostgreSQL"]


async def test_a_session_that_goes_on_is_not_answered_automatically(tmp_path: Path, turns: Turns):
    async with server(turns) as standin, listening(standin.url, tmp_path, **AUTO) as program:
        know(program)
        await program.until(type="link", state="connected")
        standin.send_input("S", "go on")
        await program.until(type="delivery", state="stopped")
        await program.until(type="decision", action="suggest")
        await program.until(type="session", slug="S", state="idle", count=2)
        await program.quiet(0.3, type="delivery")
        standin.send_input("S", "something else")
        await program.until(type="closed", reason="moved_on")
    assert standin.received["S"] == ["go on", "something else"]


async def test_an_answer_given_elsewhere_withdraws_ours(tmp_path: Path, turns: Turns):
    async with server(turns) as standin, listening(standin.url, tmp_path, auto_answer=True) as program:
        know(program)
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        await program.until(type="delivery", state="queued")
        await program.until(type="session", slug="S", state="idle", count=2)
        standin.send_input("S", "PostgreSQL, please")
        await program.until(type="closed", reason="answered_elsewhere")
        await program.quiet(0.3, type="delivery")
    assert standin.received["S"] == ["go", "PostgreSQL, please"]


async def test_a_rival_whose_input_came_first_is_told_from_ours_by_the_transcript(
    tmp_path: Path, turns: Turns, home: Path
):
    async with (
        server(turns, home=home) as standin,
        listening(standin.url, tmp_path, auto_answer=True, grace=0.5) as program,
    ):
        know(program)

        def rival(line: Line) -> None:
            # Between the last look at the session and our write, as no client can prevent.
            if line["type"] == "delivery" and line["state"] == "sent":
                standin.send_input("S", "PostgreSQL, please")

        program.on_line = rival
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        await program.until(type="closed", reason="answered_elsewhere")
    assert standin.received["S"] == ["go", "PostgreSQL, please"]
    assert standin.dropped["S"] == ["SQLite"]
    assert program.all(type="delivery")[-1]["state"] == "failed"


async def test_a_server_that_dies_before_idle_leaves_a_suggestion_not_a_stray_answer(
    tmp_path: Path, turns: Turns
):
    turns.may_end.clear()
    async with server(turns) as standin, listening(standin.url, tmp_path, **AUTO) as program:
        know(program)
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        await program.until(type="delivery", state="queued")
        await standin.stop()
        await program.until(type="link", state="lost")
        await standin.start()
        await program.until(type="link", state="connected", count=2)
        suggestion = await program.until(type="decision", action="suggest")
        await program.quiet(0.3, type="delivery", state="sent")
        program.post(e.Accepted(suggestion["question_id"]))
        await program.until(type="closed", reason="delivered")
    assert standin.received["S"] == ["go", "SQLite"]


async def test_an_answer_under_way_when_the_server_dies_is_never_sent_twice_by_itself(
    tmp_path: Path, turns: Turns
):
    async with server(turns) as standin, listening(standin.url, tmp_path, **AUTO) as program:
        know(program)
        await program.until(type="link", state="connected")
        turns.may_start.clear()
        standin.send_input("S", "go")
        await program.until(type="delivery", state="sent")
        await program.until(type="session", state="working", count=2)
        await standin.stop()
        failed = await program.until(type="delivery", state="failed")
        await standin.start()
        await program.until(type="link", state="connected", count=2)
        await program.quiet(1.0, type="delivery", state="sent")
    assert "may have arrived" in failed["reason"]
    assert standin.received["S"].count("SQLite") == 1
    assert not program.all(type="closed")


async def test_what_arrived_although_the_link_broke_is_found_in_the_transcript(
    tmp_path: Path, turns: Turns, home: Path
):
    async with server(turns, home=home) as standin, listening(standin.url, tmp_path, **AUTO) as program:
        know(program)
        await program.until(type="link", state="connected")
        turns.may_start.clear()
        standin.send_input("S", "go")
        await program.until(type="session", state="working", count=2)
        standin.drop_clients()
        await program.until(type="closed", reason="delivered")
    assert standin.received["S"] == ["go", "SQLite"]


async def test_a_busy_server_that_swallows_input_is_tried_three_times(tmp_path: Path, turns: Turns):
    async with server(turns) as standin, listening(standin.url, tmp_path, **AUTO) as program:
        know(program)
        await program.until(type="link", state="connected")
        idle = {"type": "session_update", "session": {"slug": "S", "path": PROJECT, "state": "idle"}}
        turns.may_end.clear()
        standin.send_input("S", "go")
        await program.until(type="delivery", state="queued")
        standin.push(json.dumps(idle))  # a server that is wrong about itself
        await program.until(type="delivery", state="failed")
    assert standin.received["S"] == ["go"]
    assert standin.dropped["S"] == ["SQLite"] * 3


async def test_a_deleted_session_closes_its_questions(tmp_path: Path, turns: Turns):
    async with server(turns) as standin, listening(standin.url, tmp_path) as program:
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        await program.until(type="decision", action="record")
        standin.delete_session("S")
        await program.until(type="closed", reason="session_deleted")


async def test_an_open_question_survives_a_restart_of_the_program(tmp_path: Path, turns: Turns):
    async with server(turns) as standin:
        async with listening(standin.url, tmp_path) as program:
            await program.until(type="link", state="connected")
            standin.send_input("S", "go")
            asked = await program.until(type="question")
            await program.until(type="decision", action="record")
        async with listening(standin.url, tmp_path, **AUTO) as program:
            know(program)
            again = await program.until(type="question")
            assert again["id"] == asked["id"]
            await program.until(type="link", state="connected")
            program.post(e.Replied(asked["id"], ("SQLite",)))
            await program.until(type="closed", reason="delivered")
        async with listening(standin.url, tmp_path) as program:
            await program.until(type="link", state="connected")
            assert not program.all(type="question")
    assert standin.received["S"] == ["go", "SQLite"]


async def test_an_absent_server_is_waited_for(tmp_path: Path, turns: Turns):
    standin = server(turns)
    await standin.start()
    await standin.stop()
    async with listening(standin.url, tmp_path) as program:
        await program.until(type="link", state="lost")
        async with standin:
            await program.until(type="link", state="connected")
            await program.until(type="session", slug="S")


async def test_what_a_person_answers_in_the_terminal_is_learned_and_suggested_elsewhere(
    tmp_path: Path, turns: Turns, home: Path
):
    async with server(turns, home=home) as standin, listening(standin.url, tmp_path) as program:
        standin.create_session("T", PROJECT)
        await program.until(type="session", slug="T")
        standin.send_input("S", "go")
        await program.until(type="decision", action="record")
        await program.until(type="session", slug="S", state="idle", count=2)
        standin.send_input("S", "PostgreSQL")
        await program.until(type="closed", reason="answered_elsewhere")
        learned = await program.until(type="learned")
        standin.send_input("T", "go")
        suggestion = await program.until(type="decision", slug="T")
    assert (learned["answer"], learned["origin"]) == ("PostgreSQL", "transcript")
    assert (suggestion["action"], suggestion["answers"]) == ("suggest", ["PostgreSQL"])


async def test_an_answer_to_closing_text_is_the_same_one_in_a_later_import(
    tmp_path: Path, turns: Turns, home: Path
):
    async with server(turns, home=home) as standin, listening(standin.url, tmp_path) as program:
        await program.until(type="link", state="connected")
        standin.send_input("S", "talk")
        await program.until(type="decision", action="record")
        await program.until(type="session", slug="S", state="idle", count=2)
        (transcript,) = home.glob(".claude/projects/*/*.jsonl")
        typed = {"type": "user", "message": {"role": "user", "content": "yes, squashed"}, "entrypoint": "cli"}
        with transcript.open("a") as file:
            file.write(json.dumps({**typed, "timestamp": datetime.now(UTC).isoformat()}) + "\n")
        standin.send_input("S", "the next task")
        learned = await program.until(type="learned")
        answers = list(Scan([transcript.parent]))
        ids = program.database.remember(answers)
        assert program.database.count() == 1
    assert (learned["answer"], ids) == ("yes, squashed", [learned["pattern_id"]])


async def test_our_own_answer_is_never_learned_as_a_persons(tmp_path: Path, turns: Turns, home: Path):
    async with server(turns, home=home) as standin, listening(standin.url, tmp_path, **AUTO) as program:
        know(program)
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        await program.until(type="closed", reason="delivered")
        await program.until(type="session", slug="S", state="idle", count=3)
        standin.send_input("S", "go")
        await program.until(type="closed", reason="delivered", count=2)
        await program.quiet(0.5, type="learned")
        assert program.database.count() == 1


async def test_a_question_asked_while_nobody_listened_is_found_in_the_transcript(
    tmp_path: Path, turns: Turns, home: Path
):
    async with server(turns, home=home) as standin:
        standin.send_input("S", "go")
        while standin.is_running("S"):
            await asyncio.sleep(0.02)
        async with listening(standin.url, tmp_path, **AUTO) as program:
            know(program)
            asked = await program.until(type="question")
            await program.until(type="closed", reason="delivered")
        async with listening(standin.url, tmp_path, **AUTO) as program:
            await program.until(type="session", slug="S")
            await program.quiet(0.5, type="question")
    assert asked["parts"][0]["text"] == QUESTION
    assert standin.received["S"] == ["go", "SQLite"]


async def test_while_auto_answer_is_off_its_score_is_kept(tmp_path: Path, turns: Turns):
    async with server(turns) as standin, listening(standin.url, tmp_path) as program:
        know(program)
        await program.until(type="link", state="connected")
        for number, answer in enumerate(("SQLite", "PostgreSQL"), 1):
            standin.send_input("S", "go")
            suggestion = await program.until(type="decision", action="suggest", count=number)
            await program.until(type="session", state="idle", count=2 * number)
            program.post(e.Replied(suggestion["question_id"], (answer,)))
            await program.until(type="learned", answer=answer)
            await program.until(type="session", state="idle", count=2 * number + 1)
        assert program.database.shadow_score() == (2, 1)


async def test_a_wrong_answer_is_marked_and_counts_less(tmp_path: Path, turns: Turns):
    async with server(turns) as standin:
        async with listening(standin.url, tmp_path, **AUTO) as program:
            know(program)
            await program.until(type="link", state="connected")
            standin.send_input("S", "go")
            closed = await program.until(type="closed", reason="delivered")
            program.post(e.Corrected(closed["question_id"], ("PostgreSQL",)))
            await program.until(type="learned", origin="corrected", answer="PostgreSQL")
            program.post(e.Corrected("S:unknown", ()))
            await program.until(type="problem", where="wrong")
            program.post(e.Corrected(closed["question_id"], ("one", "too many")))
            await program.until(type="problem", where="wrong", count=2)
            (old,) = program.database.get(["p1"])
            assert old.corrections >= 1
        async with listening(standin.url, tmp_path) as program:
            (answered,) = program.database.recent_answers(5)
    assert (answered.answers, answered.by, answered.is_corrected) == (("SQLite",), "auto", True)
