"""`watch` prints what the server says and does nothing else."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from orchestrator_tray.demo.scenario import Script, ask, turn
from orchestrator_tray.demo.standin import StandIn

DEADLINE = 20.0


def server() -> StandIn:
    turns = Script({"AUTH": [turn(ask("Which method?", "Auth", ["JWT", "Session"]))]})
    return StandIn(turns=turns, sessions={"AUTH": "/home/me/auth"})


@asynccontextmanager
async def watching(url: str, data_dir: Path, *options: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "orchestrator_tray", "--data-dir", str(data_dir), "watch", "--url", url),
        *options,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def until(stream: asyncio.StreamReader | None, words: str) -> list[str]:
    """Return the lines up to the one that holds these words."""
    assert stream is not None
    lines: list[str] = []
    async with asyncio.timeout(DEADLINE):
        while not lines or words not in lines[-1]:
            raw = await stream.readline()
            assert raw, lines
            lines.append(raw.decode().rstrip("\n"))
    return lines


async def test_people_see_a_line_for_each_frame(data_dir):
    async with server() as standin, watching(standin.url, data_dir) as process:
        await until(process.stdout, "sessions         1: AUTH idle")
        standin.send_input("AUTH", "go")

        lines = await until(process.stdout, "idle")

        assert any(
            line.endswith("formatted_event  [AUTH] question: Which method? [JWT | Session]") for line in lines
        )
        assert any(line[10:].startswith("session_update   [AUTH] working") for line in lines)
        process.send_signal(signal.SIGINT)
        assert await process.wait() == 130
    assert standin.received["AUTH"] == ["go"]
    assert not data_dir.exists()


async def test_programs_get_the_frames_as_they_came(data_dir):
    async with server() as standin, watching(standin.url, data_dir, "--raw", "-q") as process:
        await until(process.stdout, '"sessions"')
        standin.push('{"type":"odd", "text":"a\\nb \u2028 c"}')
        standin.push("no JSON")
        standin.send_input("AUTH", "go")

        lines = await until(process.stdout, '"result"')

        frames = [json.loads(line) for line in lines]
        assert frames[0] == {"type": "odd", "text": "a\nb \u2028 c"}
        assert frames[1]["type"] == "problem"
        assert {frame["type"] for frame in frames[2:]} == {"formatted_event", "claude_event"}


async def test_an_absent_server_is_waited_for(data_dir):
    async with server() as standin:
        await standin.stop()
        async with watching(standin.url, data_dir) as process:
            said = await until(process.stderr, "nothing listens at ")
            await standin.start()
            await until(process.stdout, "AUTH idle")
            said += await until(process.stderr, "Connected.")
        reason = f"nothing listens at {standin.url.removeprefix('ws://')}"
        assert said == [
            f"Connecting to: {standin.url}",
            f"No server answers at {standin.url}, trying again: {reason}",
            "Connected.",
        ]


async def test_a_reader_that_leaves_ends_it(data_dir):
    async with server() as standin:
        program = f"{sys.executable} -m orchestrator_tray --data-dir {data_dir} watch --url {standin.url}"
        process = await asyncio.create_subprocess_exec(
            *("bash", "-c", f"{program} | true; exit ${{PIPESTATUS[0]}}"), stderr=asyncio.subprocess.DEVNULL
        )
        async with asyncio.timeout(DEADLINE):
            assert await process.wait() == 1
