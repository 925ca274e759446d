"""`listen --json` as a program of its own, with the real embedding model, against the stand-in server."""

import asyncio
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from orchestrator_tray.demo.scenario import Prompt, Step, ask, init, result, say
from orchestrator_tray.demo.standin import StandIn
from tests.support.process import started

PROJECT = "/home/me/shop"
QUESTION = "Which database should I use?"
TOPICS = ("parser", "logger", "linter", "palette")


def turns(prompt: Prompt) -> Iterable[Step]:
    yield init()
    if prompt.text == "go":
        yield ask(QUESTION, "DB", ("PostgreSQL", "SQLite"))
    elif prompt.text == "reworded":
        yield ask("What database shall I take for this?", "DB", ("PostgreSQL", "SQLite"))
    elif prompt.text in TOPICS:
        yield ask(f"Which {prompt.text} should I use?", prompt.text, ("First", "Second"))
    else:
        yield say("Done.")
    yield result()


def server() -> StandIn:
    return StandIn(turns=turns, sessions={"S": PROJECT})


async def test_a_person_answers_once_and_the_program_the_next_time(tmp_path: Path):
    arguments = ("--auto-answer", "--grace", "0")
    async with server() as standin, started("--url", standin.url, *arguments, data_dir=tmp_path) as program:
        ready = await program.until()
        assert (ready["type"], ready["patterns"], ready["auto_answer"]) == ("ready", 0, True)
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        record = await program.until(type="decision", action="record")
        program.send(type="reply", question_id=record["question_id"], answers=["SQLite"])
        await program.until(type="learned", origin="chosen")
        await program.until(type="session", state="idle")
        standin.send_input("S", "go")
        decision = await program.until(type="decision", action="answer")
        assert decision["similarity"] == pytest.approx(1.0)
        await program.until(type="closed", reason="delivered")
        program.send(type="quit")
        assert await program.end() == 0
    assert standin.received["S"] == ["go", "SQLite", "go", "SQLite"]


async def test_three_corrections_in_a_row_end_automatic_answers_and_none_of_them_was_learned(tmp_path: Path):
    lines = "".join(
        json.dumps(
            {
                "questions": [
                    {
                        "question": f"Which {topic} should I use?",
                        "header": topic,
                        "options": [{"label": "First"}, {"label": "Second"}],
                    }
                ],
                "project": PROJECT,
                "answers": {f"Which {topic} should I use?": "First"},
            }
        )
        + "\n"
        for topic in TOPICS
    )
    await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "orchestrator_tray", "--data-dir", str(tmp_path), "teach"],
        input=lines,
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=60,
    )
    arguments = ("--auto-answer", "--grace", "0")
    async with server() as standin, started("--url", standin.url, *arguments, data_dir=tmp_path) as program:
        assert (await program.until(type="ready"))["patterns"] == len(TOPICS)
        await program.until(type="link", state="connected")
        answered = []
        for topic in TOPICS[:3]:
            standin.send_input("S", topic)
            answered.append((await program.until(type="decision", action="answer"))["question_id"])
            await program.until(type="closed", reason="delivered")
            await program.until(type="session", state="idle")
        for question_id in answered:
            program.send(type="wrong", question_id=question_id, answers=[])
        await program.until(type="problem", where="trust")
        assert (await program.until(type="settings"))["auto_answer"] is False
        standin.send_input("S", TOPICS[3])
        await program.until(type="decision", action="suggest")
        program.send(type="quit")
        assert await program.end() == 0
    assert not [line for line in program.lines if line["type"] == "learned"]
    assert standin.received["S"] == ["parser", "First", "logger", "First", "linter", "First", "palette"]


async def test_an_excluded_project_is_shown_and_neither_decided_nor_learned(tmp_path: Path):
    (tmp_path / "config.toml").write_text(f'excluded_projects = ["{Path(PROJECT).parent}"]\n')
    async with (
        server() as standin,
        started("--url", standin.url, "--auto-answer", data_dir=tmp_path) as program,
    ):
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        asked = await program.until(type="question")
        await program.until(type="session", state="idle")
        program.send(type="reply", question_id=asked["id"], answers=["SQLite"])
        await program.until(type="closed", reason="delivered")
        program.send(type="quit")
        assert await program.end() == 0
    assert not [line for line in program.lines if line["type"] in {"decision", "learned"}]


async def test_bad_commands_are_problems_and_good_ones_still_work(tmp_path: Path):
    async with server() as standin, started("--url", standin.url, data_dir=tmp_path) as program:
        await program.until(type="link", state="connected")
        assert program.process.stdin is not None
        program.process.stdin.write(b"\xff\xfe\nnot json\n\n")
        await program.until(type="problem", where="command")
        await program.until(type="problem", where="command")
        program.send(type="accept", question_id="none")
        await program.until(type="problem", where="accept")
        program.send(type="set", suggest_threshold=0.99, auto_threshold=0.9)
        await program.until(type="problem", where="settings")
        program.send(type="set", auto_answer=True, paused=True)
        settings = await program.until(type="settings")
        assert (settings["auto_answer"], settings["paused"]) == (True, True)
        program.process.stdin.close()
        standin.send_input("S", "go")  # the end of stdin does not stop the listener
        await program.until(type="decision")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
async def test_a_signal_ends_it_cleanly(number: signal.Signals, code: int, tmp_path: Path):
    async with server() as standin, started("--url", standin.url, data_dir=tmp_path) as program:
        await program.until(type="link", state="connected")
        standin.send_input("S", "go")
        await program.until(type="question")  # the model is being loaded just now
        program.process.send_signal(number)
        assert await program.end() == code


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
def test_a_signal_that_comes_as_soon_as_it_is_ready_ends_it_cleanly_too(tmp_path: Path):
    command = [sys.executable, "-m", "orchestrator_tray", "--data-dir", str(tmp_path), "listen", "--json"]
    for number, code in [(signal.SIGTERM, 0), (signal.SIGINT, 130)] * 4:  # they came too early now and then
        with subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as program:
            assert program.stdout
            assert '"ready"' in program.stdout.readline()
            program.send_signal(number)
            _, err = program.communicate(timeout=30)
            assert (program.returncode, err) == (code, "")


async def test_what_was_open_survives_kill_nine(tmp_path: Path):
    async with server() as standin:
        async with started("--url", standin.url, data_dir=tmp_path) as program:
            await program.until(type="link", state="connected")
            standin.send_input("S", "go")
            asked = await program.until(type="question")
            await program.until(type="decision")
            program.process.kill()
            await program.end()
        async with started("--url", standin.url, data_dir=tmp_path) as program:
            again = await program.until(type="question")
            assert again["id"] == asked["id"]
            await program.until(type="link", state="connected")
            program.send(type="reply", question_id=asked["id"], answers=["SQLite"])
            await program.until(type="closed", reason="delivered")
    assert standin.received["S"] == ["go", "SQLite"]


async def test_only_one_listens_to_a_data_folder(tmp_path: Path):
    async with server() as standin, started("--url", standin.url, data_dir=tmp_path) as program:
        await program.until(type="ready")
        second = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "orchestrator_tray", "--data-dir", str(tmp_path), "listen"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert (second.returncode, second.stdout) == (1, "")
    assert second.stderr.count("\n") == 1


async def test_huge_frames_pass_and_leave_no_memory_behind(tmp_path: Path):
    async with server() as standin, started("--url", standin.url, data_dir=tmp_path) as program:
        await program.until(type="link", state="connected")
        before = program.resident_mb()
        for megabytes in (5, 20):
            event = {"category": "text", "details": "x" * (megabytes << 20), "raw": {"type": "assistant"}}
            standin.push(json.dumps({"type": "formatted_event", "slug": "S", "event": event}))
        standin.send_input("S", "go")
        await program.until(type="decision")
        await asyncio.sleep(0.5)
        assert program.resident_mb() < before + 30


def mutated(frame: str, chance: random.Random) -> str:
    """Return the frame with a few characters lost, doubled or replaced."""
    characters = list(frame)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(characters))
        characters[place] = chance.choice(
            ["", '"', "{", "}", "[", "null", "\\u0000", "\ud800", "9" * 400, " "]
        )
    return "".join(characters).encode("utf-8", "replace").decode()


async def test_ten_thousand_broken_frames_are_problems_and_nothing_more(tmp_path: Path):
    recordings = Path(__file__).parent.parent / "fixtures" / "cbos"
    frames = [
        json.dumps(record["frame"])
        for path in sorted(recordings.rglob("*.jsonl"))
        for line in path.read_text().splitlines()
        if (record := json.loads(line))["dir"] == "in" and len(line) < 5_000
    ]
    chance = random.Random(20260301)
    async with server() as standin, started("--url", standin.url, data_dir=tmp_path) as program:
        await program.until(type="link", state="connected")
        for number in range(10_000):
            standin.push(mutated(chance.choice(frames), chance))
            if number % 200 == 0:
                await asyncio.sleep(0)
        standin.push('{"type":"error","message":"the last one"}')
        await program.until(type="problem", where="server", text="the last one")
        problems = [line["text"] for line in program.lines if line["type"] == "problem"]
        assert len(problems) > 1_000
        assert all(problems)
        standin.send_input("S", "go")
        await program.until(type="question", slug="S")


async def test_the_reader_may_leave(tmp_path: Path):
    async with server() as standin:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "orchestrator_tray", "--data-dir", str(tmp_path), "listen"),
            *("--url", standin.url),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert process.stdout is not None
        await process.stdout.readline()
        process.stdout._transport.close()  # type: ignore[attr-defined]
        started_at = time.monotonic()
        standin.send_input("S", "go")
        _, complaint = await process.communicate()
        assert time.monotonic() - started_at < 30
        assert b"Traceback" not in complaint
        assert process.returncode == 1
