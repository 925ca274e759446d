"""Manners of the stand-in that no recorded conversation shows, and what it gives to tests."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosedError
from websockets.typing import Origin

from orchestrator_tray.demo.scenario import (
    Exit,
    Hold,
    Json,
    Prompt,
    Script,
    Step,
    ask,
    init,
    say,
    tool_result,
    tool_use_id,
    turn,
)
from orchestrator_tray.demo.standin import StandIn

A = {"a": "/home/dev/a"}


@asynccontextmanager
async def client(server: StandIn) -> AsyncIterator[ClientConnection]:
    async with connect(server.url, compression=None, max_size=None) as connection:
        yield connection


async def frames_until(connection: ClientConnection, state: str) -> list[Json]:
    frames: list[Json] = []
    async with asyncio.timeout(10):
        while not frames or frames[-1].get("session", {}).get("state") != state:
            frames.append(json.loads(await connection.recv()))
    return frames


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


async def send(connection: ClientConnection, **frame: object) -> None:
    await connection.send(json.dumps(frame))


async def test_input_while_a_process_runs_is_dropped_without_a_frame() -> None:
    hold = asyncio.Event()
    turns = Script({"a": [turn(ask("Which?", "", ["x", "y"]), Hold(hold))]})

    async with StandIn(turns=turns, sessions=A) as server, client(server) as connection:
        await send(connection, type="send_input", slug="a", text="go")
        await frames_until(connection, "thinking")
        await send(connection, type="send_input", slug="a", text="x")
        await send(connection, type="list_sessions")
        frames = [json.loads(await connection.recv()) for _ in range(2)]
        hold.set()
        await frames_until(connection, "idle")

        assert [frame["type"] for frame in frames] == ["claude_event", "sessions"]
        assert (server.received["a"], server.dropped["a"]) == (["go"], ["x"])


async def test_input_after_idle_arrives_once_and_resumes_the_same_claude_session() -> None:
    prompts: list[Prompt] = []

    def note(prompt: Prompt) -> tuple[Step, ...]:
        prompts.append(prompt)
        return turn()

    async with StandIn(turns=note, sessions=A) as server, client(server) as connection:
        for text in ("one", "two"):
            await send(connection, type="send_input", slug="a", text=text)
            await frames_until(connection, "idle")

        assert server.received["a"] == ["one", "two"]
        assert (prompts[0].resume, prompts[0].path) == ("", "/home/dev/a")
        assert len(prompts[1].resume) == 36


async def test_of_two_clients_the_first_one_wins_and_the_other_is_not_told() -> None:
    async with StandIn(sessions=A) as server, client(server) as first, client(server) as second:
        await send(first, type="send_input", slug="a", text="first")
        await until(lambda: server.received["a"])
        await send(second, type="send_input", slug="a", text="second")
        seen = [await frames_until(connection, "idle") for connection in (first, second)]

        assert seen[0] == seen[1]
        assert (server.received["a"], server.dropped["a"]) == (["first"], ["second"])


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("a\0b", "a"),
        ("x\ud83cy", "x�y"),
        ("é" * 65_535 + "z", "é" * 65_535 + "z"),
        ("", ""),
        ("l1\nl2\r\n", "l1\nl2\r\n"),
    ],
    ids=["NUL", "half an emoji", "131071 bytes", "empty", "lines"],
)
async def test_a_prompt_arrives_as_an_argument_does(text: str, argument: str) -> None:
    async with StandIn(sessions=A) as server, client(server) as connection:
        await send(connection, type="send_input", slug="a", text=text)
        await frames_until(connection, "idle")

        assert server.received["a"] == [argument]


async def test_a_prompt_that_is_too_long_starts_no_claude() -> None:
    async with StandIn(sessions=A) as server, client(server) as connection:
        await send(connection, type="send_input", slug="a", text="é" * 65_536)
        frames = await frames_until(connection, "error")

        assert [frame["session"]["state"] for frame in frames if "session" in frame] == [
            "working",
            "thinking",
            "error",
        ]
        assert "Argument list too long" in json.dumps(frames)
        assert server.received["a"] == []


@pytest.mark.parametrize("text", [None, 5, True, {}, ["x"]])
async def test_a_text_that_is_no_string_kills_the_server(text: object) -> None:
    async with StandIn(sessions=A) as server, client(server) as connection, client(server) as bystander:
        await send(connection, type="send_input", slug="a", text=text)
        for victim in (connection, bystander):
            with pytest.raises(ConnectionClosedError) as caught:
                await frames_until(victim, "never")
            assert caught.value.rcvd is None

        assert server.death == f"send_input with the text {text!r}"
        with pytest.raises(ConnectionRefusedError):
            await connect(server.url)


async def test_a_line_that_is_null_kills_the_server() -> None:
    turns = Script({"a": [(init(), "null", say("never"))]})

    async with StandIn(turns=turns, sessions=A) as server, client(server) as connection:
        server.send_input("a", "go")
        with pytest.raises(ConnectionClosedError):
            await frames_until(connection, "thinking")

        assert "null" in server.death


async def test_a_restart_keeps_stale_states_and_the_port_but_no_process() -> None:
    turns = Script({"a": [turn(ask("Which?"), Hold(asyncio.Event()))]})

    async with StandIn(turns=turns, sessions=A) as server:
        url = server.url
        async with client(server) as connection:
            server.send_input("a", "go")
            await frames_until(connection, "thinking")
        await server.stop()
        await server.start()

        assert (server.url, server.state("a"), server.is_running("a")) == (url, "thinking", False)
        assert server.send_input("a", "x")


async def test_dropped_clients_see_no_close_frame_and_the_process_goes_on() -> None:
    hold = asyncio.Event()

    async with StandIn(turns=Script({"a": [turn(Hold(hold))]}), sessions=A) as server:
        async with client(server) as connection:
            server.send_input("a", "go")
            await frames_until(connection, "working")
            server.drop_clients()
            with pytest.raises(ConnectionClosedError) as caught:
                await frames_until(connection, "idle")
            assert caught.value.rcvd is None
        hold.set()
        await until(lambda: server.state("a") == "idle")


async def test_a_session_deleted_while_its_process_runs_refuses_input_when_created_anew() -> None:
    hold = asyncio.Event()

    async with (
        StandIn(turns=Script({"a": [turn(say("at work"), Hold(hold))]}), sessions=A) as server,
        client(server) as connection,
    ):
        server.send_input("a", "go")
        await frames_until(connection, "thinking")
        server.delete_session("a")
        server.create_session("a", "/home/dev/a")
        await until(lambda: server.state("a") == "idle")

        assert not server.send_input("a", "refused")
        hold.set()
        frames = await frames_until(connection, "waiting")
        assert frames[-1]["session"].get("claudeSessionId") is None


async def test_the_stop_hook_speaks_again_after_every_start() -> None:
    async with StandIn(sessions=A) as server:
        async with client(server) as connection:
            server.stop_hook("a", "the context")
            await frames_until(connection, "waiting")
            assert json.loads(await connection.recv()) == {
                "type": "session_waiting",
                "slug": "a",
                "context": "the context",
            }
        await server.stop()
        await server.start()
        async with client(server) as connection:
            assert json.loads(await connection.recv())["sessions"][0]["lastContext"] == "the context"
            await frames_until(connection, "waiting")


@pytest.mark.parametrize(
    ("sessions", "is_refused", "hears"),
    [
        (["a"], False, True),
        (["b"], False, False),
        ("x*", False, True),
        ("abc", True, False),
        (5, True, True),
        (None, True, True),
    ],
)
async def test_odd_subscriptions_do_what_the_real_server_does(
    sessions: object, is_refused: bool, hears: bool
) -> None:
    async with StandIn(sessions=A) as server, client(server) as connection:
        await connection.recv()
        await send(connection, type="subscribe", sessions=sessions)
        await send(connection, type="list_sessions")
        answers = [json.loads(await connection.recv())["type"] for _ in range(1 + is_refused)]
        server.stop_hook("a", "")
        server.push('{"type":"end"}')
        first = json.loads(await connection.recv())

        assert answers == ["error", "sessions"][not is_refused :]
        assert (first["type"] == "session_update") is hears


async def test_a_client_that_reads_nothing_for_a_while_gets_everything_later() -> None:
    lines = [say(f"{number} {'x' * 1_000_000}") for number in range(8)]

    async with StandIn(turns=Script({"a": [turn(*lines)]}), sessions=A) as server, client(server) as slow:
        slow.transport.pause_reading()
        server.send_input("a", "go")
        await until(lambda: server.state("a") == "idle")
        slow.transport.resume_reading()
        frames = await frames_until(slow, "idle")

        texts = [
            frame["event"]["details"] for frame in frames if frame.get("event", {}).get("category") == "text"
        ]
        assert texts == [line["message"]["content"][0]["text"] for line in lines]


async def test_plain_http_is_answered_with_426() -> None:
    async with StandIn() as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = await reader.readline()
        writer.close()

        assert b" 426 " in answer


async def test_text_that_is_no_utf8_ends_the_connection_alone() -> None:
    async with StandIn() as server, client(server) as connection, client(server) as other:
        await connection.recv()
        await connection.send(b"\xff", text=True)
        with pytest.raises(ConnectionClosedError) as caught:
            await connection.recv()

        assert caught.value.rcvd is not None
        assert caught.value.rcvd.code == 1007
        assert json.loads(await other.recv())["type"] == "sessions"


async def test_a_transcript_is_kept_as_claude_keeps_it(tmp_path: Path) -> None:
    call = ask("Which?", "H", ["x", "y"])
    turns = Script(
        {"a": [turn(call, tool_result(call, "Answer questions?", is_error=True)), turn(closing="Well.")]}
    )

    async with StandIn(turns=turns, sessions={"a": "/home/dev/my_app.v2"}, home=tmp_path) as server:
        for text in ("go", "x"):
            assert server.send_input("a", text)
            await until(lambda: server.state("a") == "idle")

    (file,) = (tmp_path / ".claude" / "projects" / "-home-dev-my-app-v2").iterdir()
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    prompts = [line for line in lines if isinstance(line["message"]["content"], str)]
    assert [(line["message"]["content"], line["promptSource"]) for line in prompts] == [
        ("go", "sdk"),
        ("x", "sdk"),
    ]
    assert {line["sessionId"] for line in lines} == {file.stem}
    assert lines[1]["message"]["content"][0]["id"] == tool_use_id(call)
    assert lines[2]["toolUseResult"] == "Error: Answer questions?"
    assert [line["parentUuid"] for line in lines[1:3]] == [line["uuid"] for line in lines[:2]]


async def test_an_exit_in_mid_turn_ends_in_error_without_waiting() -> None:
    turns = Script({"a": [(init(), say("about to"), Exit(3), say("never"))]})

    async with StandIn(turns=turns, sessions=A) as server, client(server) as connection:
        server.send_input("a", "go")
        frames = await frames_until(connection, "error")

        assert not any(frame.get("session", {}).get("state") == "waiting" for frame in frames)
        assert "never" not in json.dumps(frames)


async def test_a_mistake_in_a_script_comes_to_light_when_the_server_stops() -> None:
    def fail(prompt: Prompt) -> tuple[Step, ...]:
        raise LookupError(prompt.text)

    server = StandIn(turns=fail, sessions=A)
    await server.start()
    server.send_input("a", "go")
    await asyncio.sleep(0)

    with pytest.raises(LookupError, match="go"):
        await server.stop()


async def test_any_origin_may_connect() -> None:
    evil = Origin("https://evil.example")

    async with StandIn() as server, connect(server.url, origin=evil) as connection:
        assert json.loads(await connection.recv()) == {"type": "sessions", "sessions": []}


async def test_the_port_is_free_after_the_end() -> None:
    async with StandIn() as server:
        pass

    async with StandIn(port=server.port) as again:
        assert again.port == server.port
