"""The listener against real servers on loopback that behave as badly as servers do."""

import asyncio
import gc
import socket
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from orchestrator_tray.adapters import listener as module
from orchestrator_tray.adapters.listener import Listener, jittered
from orchestrator_tray.core import link
from orchestrator_tray.errors import LinkDown

MIB = 2**20
Behaviour = Callable[[ServerConnection], Awaitable[None]]


class Recorder:
    """Notes what a listener posts, and the delays that it asks for; the delays themselves are cut short."""

    def __init__(self) -> None:
        self.frames: list[str | bytes] = []
        self.links: list[tuple[str, str]] = []
        self.failures: list[int] = []

    def post_frame(self, frame: str | bytes) -> None:
        self.frames.append(frame)

    def post_link(self, state: str, reason: str) -> None:
        self.links.append((state, reason))

    def delay(self, failures: int) -> float:
        self.failures.append(failures)
        return 0.01

    @property
    def losses(self) -> list[str]:
        return [reason for state, reason in self.links if state == "lost"]

    @property
    def connections(self) -> int:
        return sum(state == "connected" for state, _ in self.links)


@asynccontextmanager
async def listening(url: str) -> AsyncIterator[tuple[Listener, Recorder]]:
    recorder = Recorder()
    listener = Listener(url, recorder.post_frame, recorder.post_link, delays=recorder.delay)
    async with asyncio.TaskGroup() as group:
        run = group.create_task(listener.run())
        try:
            yield listener, recorder
        finally:
            run.cancel()


@asynccontextmanager
async def server(behave: Behaviour, *, port: int = 0, **options: Any) -> AsyncIterator[str]:
    async with serve(behave, "127.0.0.1", port, compression=None, **options) as running:
        yield f"ws://127.0.0.1:{running.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def raw_server(
    behave: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[str]:
    async with await asyncio.start_server(behave, "127.0.0.1", 0) as running:
        yield f"ws://127.0.0.1:{running.sockets[0].getsockname()[1]}"


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.005)


def noting(received: list[str | bytes]) -> Behaviour:
    async def note(connection: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            while True:
                received.append(await connection.recv())

    return note


async def stay(connection: ServerConnection) -> None:
    await connection.wait_closed()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_subscribes_to_all_sessions_before_it_says_that_it_is_connected() -> None:
    received: list[str | bytes] = []

    async with server(noting(received)) as url, listening(url) as (_, seen):
        await until(lambda: received)

        assert received == ['{"type":"subscribe","sessions":["*"]}']
        assert seen.links == [("connecting", ""), ("connected", "")]


async def test_posts_every_frame_in_order_whatever_is_in_it() -> None:
    sent = ["not json", "", "{}", '"\\ud83c"', "x" * 3 * MIB, b"binary"]

    async def talk(connection: ServerConnection) -> None:
        for frame in sent:
            await connection.send(frame)
        await stay(connection)

    async with server(talk) as url, listening(url) as (_, seen):
        await until(lambda: len(seen.frames) == len(sent))

        assert seen.frames == sent
        assert seen.losses == []


async def test_loses_nothing_when_frames_come_faster_than_they_are_taken() -> None:
    sent = [f"{number}:{'x' * 10_000}" for number in range(500)]
    taken: list[str | bytes] = []

    async def flood(connection: ServerConnection) -> None:
        for frame in sent:
            await connection.send(frame)
        await stay(connection)

    def take_slowly(frame: str | bytes) -> None:
        sum(range(10_000))
        taken.append(frame)

    async with server(flood) as url, asyncio.TaskGroup() as group:
        run = group.create_task(Listener(url, take_slowly, lambda *_: None).run())
        await until(lambda: len(taken) == len(sent))
        run.cancel()

    assert taken == sent


async def test_holds_no_memory_of_a_big_frame_when_the_next_one_is_there() -> None:
    sizes: list[int] = []

    async def send_two(connection: ServerConnection) -> None:
        await connection.send("x" * 20 * MIB)
        await connection.send("x")
        await stay(connection)

    async with server(send_two) as url, asyncio.TaskGroup() as group:
        tracemalloc.start()
        run = group.create_task(Listener(url, lambda frame: sizes.append(len(frame)), lambda *_: None).run())
        await until(lambda: len(sizes) == 2)
        gc.collect()
        held, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        run.cancel()

    assert sizes == [20 * MIB, 1]
    assert held < 5 * MIB


async def test_an_absent_server_is_tried_again_until_it_is_there() -> None:
    port = free_port()

    async with listening(f"ws://127.0.0.1:{port}") as (_, seen):
        await until(lambda: len(seen.losses) >= 3)
        async with server(stay, port=port):
            await until(lambda: seen.connections)

        assert set(seen.losses[:3]) == {f"nothing listens at 127.0.0.1:{port}"}
        assert seen.failures[:3] == [1, 2, 3]


async def test_a_refusal_on_all_addresses_of_a_name_is_still_one_plain_line() -> None:
    port = free_port()

    async with listening(f"ws://localhost:{port}") as (_, seen):
        await until(lambda: seen.losses)

        assert seen.losses[0] == f"nothing listens at localhost:{port}"


async def test_an_unknown_name_is_said_to_be_unknown() -> None:
    async with listening("ws://no-such-host.invalid:32205") as (_, seen):
        await until(lambda: seen.losses)

        assert seen.losses[0] == "the name in no-such-host.invalid:32205 is not known"


@pytest.mark.parametrize("url", ["ws://127.0.0.1:99999", "http://127.0.0.1:1", "ws://"])
async def test_an_impossible_address_is_lost_and_tried_again(url: str) -> None:
    async with listening(url) as (_, seen):
        await until(lambda: len(seen.losses) >= 2)

        assert seen.losses[0].startswith("cannot connect to ")


@pytest.mark.parametrize("status", [HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.UPGRADE_REQUIRED])
async def test_an_http_refusal_is_lost_and_tried_again(status: HTTPStatus) -> None:
    answers = [status, status]

    def refuse_twice(connection: ServerConnection, request: Request) -> Response | None:
        return connection.respond(answers.pop(), "not now") if answers else None

    async with server(stay, process_request=refuse_twice) as url, listening(url) as (_, seen):
        await until(lambda: seen.connections)

        place = url.removeprefix("ws://")
        assert seen.losses == [f"{place} answers with HTTP {status} instead of a WebSocket"] * 2


async def test_a_redirect_is_not_followed() -> None:
    visitors: list[str] = []

    async def note(connection: ServerConnection) -> None:
        visitors.append("elsewhere")

    async with server(note) as elsewhere:

        def send_away(connection: ServerConnection, request: Request) -> Response:
            response = connection.respond(HTTPStatus.FOUND, "")
            response.headers["Location"] = elsewhere
            return response

        async with server(stay, process_request=send_away) as url, listening(url) as (_, seen):
            await until(lambda: len(seen.losses) >= 2)

            assert "HTTP 302" in seen.losses[0]
    assert visitors == []


async def test_an_environment_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("all_proxy", f"http://127.0.0.1:{free_port()}")
    monkeypatch.delenv("no_proxy", raising=False)

    async with server(stay) as url, listening(url) as (_, seen):
        await until(lambda: seen.connections)

        assert seen.losses == []


async def test_a_peer_that_is_no_web_server_is_lost_and_tried_again() -> None:
    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n")
        writer.close()

    async with raw_server(babble) as url, listening(url) as (_, seen):
        await until(lambda: len(seen.losses) >= 2)

        assert seen.losses[0] == f"{url.removeprefix('ws://')} does not answer as a WebSocket server"


async def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OPEN_TIMEOUT", 0.05)

    async def wait(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        await reader.read()
        writer.close()

    async with raw_server(wait) as url, listening(url) as (_, seen):
        await until(lambda: len(seen.losses) >= 2)

        assert "does not answer within" in seen.losses[0]


async def drop(connection: ServerConnection) -> None:
    await connection.recv()
    connection.transport.abort()


async def send_too_much(connection: ServerConnection) -> None:
    await connection.recv()
    await connection.send("x" * 5000)
    await stay(connection)


async def send_bad_utf8(connection: ServerConnection) -> None:
    await connection.recv()
    await connection.send(b"\xff\xfe", text=True)
    await stay(connection)


async def send_bad_frame(connection: ServerConnection) -> None:
    await connection.recv()
    connection.transport.write(b"\xff\xff\xff\xff")
    await stay(connection)


async def say_goodbye(connection: ServerConnection) -> None:
    await connection.recv()
    await connection.close(1001, "going\naway")


@pytest.mark.parametrize(
    ("behave", "reason"),
    [
        (drop, "the connection broke off"),
        (send_too_much, "the server sent a frame of more than 0 MiB"),
        (send_bad_utf8, "the server sent text that is not UTF-8"),
        (send_bad_frame, "the server sent something that is not a WebSocket frame"),
        (say_goodbye, "the server closed the connection (1001 (going away) going away)"),
    ],
)
async def test_every_way_to_lose_a_connection_is_told_plainly_and_mended(
    behave: Behaviour, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_FRAME", 4096)

    async with server(behave) as url, listening(url) as (_, seen):
        await until(lambda: seen.connections >= 3)

        assert set(seen.losses) == {reason}
        assert seen.links[:4] == [("connecting", ""), ("connected", ""), ("lost", reason), ("connecting", "")]


async def test_connections_that_break_at_once_do_not_reset_the_backoff() -> None:
    async with server(drop) as url, listening(url) as (_, seen):
        await until(lambda: len(seen.failures) >= 4)

        assert seen.failures[:4] == [1, 2, 3, 4]


async def test_a_steady_connection_resets_the_backoff(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "STEADY", 0.0)

    async with server(drop) as url, listening(url) as (_, seen):
        await until(lambda: len(seen.failures) >= 3)

        assert seen.failures[:3] == [1, 1, 1]


async def test_comes_back_after_each_restart_of_the_server() -> None:
    port = free_port()

    async with listening(f"ws://127.0.0.1:{port}") as (_, seen):
        for count in (1, 2, 3):
            async with server(stay, port=port):
                await until(lambda count=count: seen.connections == count)


async def test_a_server_that_answers_no_ping_for_a_while_keeps_its_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "PING_INTERVAL", 0.02)
    monkeypatch.setattr(module, "PING_TIMEOUT", 30.0)

    async def digest(connection: ServerConnection) -> None:
        connection.transport.pause_reading()
        await asyncio.sleep(0.3)  # fifteen ping intervals
        connection.transport.resume_reading()
        await connection.send("done")
        await stay(connection)

    async with server(digest) as url, listening(url) as (_, seen):
        await until(lambda: seen.frames)

        assert (seen.frames, seen.losses) == (["done"], [])


async def test_a_server_that_never_answers_a_ping_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PING_INTERVAL", 0.02)
    monkeypatch.setattr(module, "PING_TIMEOUT", 0.05)
    monkeypatch.setattr(module, "CLOSE_TIMEOUT", 0.05)

    async def hang(connection: ServerConnection) -> None:
        connection.transport.pause_reading()
        await stay(connection)

    async with server(hang, close_timeout=0.1) as url, listening(url) as (_, seen):
        await until(lambda: seen.losses)

        assert seen.losses[0] == "the server did not answer for 0 s"


async def test_another_address_is_gone_to_at_once_and_the_same_one_kept() -> None:
    old: list[str | bytes] = []
    new: list[str | bytes] = []
    async with (
        server(noting(old)) as here,
        server(noting(new)) as there,
        listening(here) as (listener, recorder),
    ):
        await until(lambda: old)
        listener.use(here)
        listener.use(there)
        await until(lambda: new)
        assert recorder.connections == 2
        assert len(old) == len(new) == 1


async def test_another_address_is_taken_for_the_next_attempt() -> None:
    received: list[str | bytes] = []
    async with (
        server(noting(received)) as there,
        listening(f"ws://127.0.0.1:{free_port()}") as (listener, recorder),
    ):
        await until(lambda: recorder.losses)
        listener.use(there)
        await until(lambda: received)


async def test_sends_text_as_one_frame() -> None:
    received: list[str | bytes] = []

    async with server(noting(received)) as url, listening(url) as (listener, seen):
        await until(lambda: seen.connections)
        await listener.send("a" * 200_000)
        await until(lambda: len(received) == 2)

        assert received[1] == "a" * 200_000


async def test_sending_without_a_connection_says_that_nothing_was_sent() -> None:
    async with listening(f"ws://127.0.0.1:{free_port()}") as (listener, seen):
        await until(lambda: seen.losses)

        with pytest.raises(LinkDown, match="nothing was sent") as caught:
            await listener.send("text")
        assert caught.value.is_unsent


async def test_a_link_that_breaks_while_sending_leaves_it_open_whether_the_text_arrived() -> None:
    async def read_nothing_then_drop(connection: ServerConnection) -> None:
        await connection.recv()
        connection.transport.pause_reading()
        await connection.send("deaf now")
        await asyncio.sleep(0.2)
        connection.transport.abort()

    async with server(read_nothing_then_drop) as url, listening(url) as (listener, seen):
        await until(lambda: seen.frames)

        with pytest.raises(LinkDown, match="broke while sending") as caught:
            await listener.send("x" * 50 * MIB)
        assert not caught.value.is_unsent


@pytest.mark.parametrize("clog", [False, True])
async def test_cancellation_ends_it_soon_though_the_server_reads_nothing(
    clog: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CLOSE_TIMEOUT", 0.05)

    async def hang(connection: ServerConnection) -> None:
        await connection.recv()
        connection.transport.pause_reading()
        await connection.send("deaf now")
        await stay(connection)

    async with server(hang, close_timeout=0.1) as url, asyncio.TaskGroup() as group:
        seen = Recorder()
        listener = Listener(url, seen.post_frame, seen.post_link)
        run = group.create_task(listener.run())
        await until(lambda: seen.frames)
        sending = group.create_task(send_quietly(listener, "x" * 50 * MIB)) if clog else None
        await asyncio.sleep(0.01)
        run.cancel()
        async with asyncio.timeout(5):
            await asyncio.wait([task for task in (run, sending) if task])

        assert run.cancelled()
        with pytest.raises(LinkDown):
            await listener.send("text")


async def send_quietly(listener: Listener, text: str) -> None:
    with pytest.raises(LinkDown):
        await listener.send(text)


def test_the_usual_delays_are_jittered() -> None:
    delays = {jittered(7) for _ in range(20)}

    assert len(delays) > 1
    assert all(link.LONGEST_DELAY / 2 <= delay <= link.LONGEST_DELAY for delay in delays)


async def test_cancellation_ends_it_between_attempts() -> None:
    async with listening(f"ws://127.0.0.1:{free_port()}") as (_, seen):
        await until(lambda: seen.losses)
