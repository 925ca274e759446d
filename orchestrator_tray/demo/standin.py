"""A CBOS server for the demo and the tests: its sessions are scripted, its manners are the real server's.

It drops input without a word while a process runs, never says `waiting` about a question, replays nothing to
a new connection, dies of a text that is no string, and keeps stale states over a restart.
"""

import asyncio
import json
from collections.abc import Coroutine, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from orchestrator_tray.demo.backend import Backend
from orchestrator_tray.demo.client import Client
from orchestrator_tray.demo.formatting import dump
from orchestrator_tray.demo.scenario import Json, Script, Turns

HOST = "127.0.0.1"
MAX_MESSAGE = 100 * 2**20
REPLAY_DELAY = 0.2


class StandIn:
    """Listens within `async with StandIn(turns=...) as server`; `stop` and `start` restart it in between."""

    def __init__(
        self,
        port: int = 0,
        turns: Turns | None = None,
        *,
        sessions: Mapping[str, str] | None = None,
        start_up: float = 0.02,
        wind_down: float = 0.02,
        home: Path | None = None,
    ) -> None:
        """Prepare a server; `port` 0 takes a free one, for good.

        `turns` gives the steps of each process (default: it says that it is done). `sessions` are slugs with
        their directories. A process needs `start_up` seconds until its first line, and `wind_down` seconds
        from its last one to its exit. With `home`, transcripts are kept in Claude's layout.
        """
        self.port = port
        self.death = ""
        """What killed the server; "" if nothing did."""
        self._backend = Backend(
            turns or Script(),
            self._broadcast,
            self._spawn,
            self._die,
            start_up=start_up,
            wind_down=wind_down,
            home=home,
        )
        self._clients: set[Client] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: Server | None = None
        for slug, path in (sessions or {}).items():
            self.create_session(slug, path)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        return f"ws://{HOST}:{self.port}"

    async def start(self) -> None:
        """Listen, on the same port as before. Sessions show the states they had when the server ended."""
        self.death = ""
        self._backend.sessions.reload()
        self._server = await serve(
            self._serve, HOST, self.port, compression=None, max_size=MAX_MESSAGE, ping_interval=None
        )
        self.port = self._server.sockets[0].getsockname()[1]
        if self._backend.stop_events:
            _ = self._spawn(self._replay_stop_events())

    async def stop(self) -> None:
        """End as on any signal: no close frames, the processes die, their sessions' states stay as shown.

        Raises what a script raised.
        """
        self._break_off()
        if self._server is not None:
            await self._server.wait_closed()
            self._server = None
        tasks, self._tasks = self._tasks, set()
        for outcome in await asyncio.gather(*tasks, return_exceptions=True):
            if isinstance(outcome, Exception):
                raise outcome

    def drop_clients(self) -> None:
        """Break all connections without a close frame, as a failing network would; the server lives on."""
        for client in self._clients:
            client.socket.transport.abort()

    def push(self, frame: str) -> None:
        """Send any text to every client, whatever they subscribed to."""
        for client in self._clients:
            client.outbox.put_nowait(frame)

    @property
    def received(self) -> Mapping[str, list[str]]:
        """By slug: the prompts that reached a process, as it sees them; never a KeyError."""
        return self._backend.received

    @property
    def dropped(self) -> Mapping[str, list[str]]:
        """By slug: the inputs that were discarded without a word; never a KeyError."""
        return self._backend.dropped

    def state(self, slug: str) -> str:
        """The state that the session shows; "" if there is none."""
        record = self._backend.sessions.get(slug)
        return "" if record is None else str(record["state"])

    def is_running(self, slug: str) -> bool:
        """Whether a process runs, whatever the session's state says."""
        return slug in self._backend.runs

    def create_session(self, slug: str, path: str) -> bool:
        """Create a session as another client would; False if the slug is taken."""
        return self._backend.create_session({"slug": slug, "path": path})

    def delete_session(self, slug: str) -> bool:
        """Delete a session as another client would; False if there is none."""
        return self._backend.delete_session({"slug": slug})

    def send_input(self, slug: str, text: str) -> bool:
        """Send input as another client would; False if it is dropped."""
        return self._backend.send_input(slug, text)

    def interrupt(self, slug: str) -> None:
        """Interrupt a session as another client would."""
        self._backend.interrupt(slug)

    def stop_hook(self, slug: str, context: str) -> None:
        """Let Claude's Stop hook report a session. Every later start of the server replays it."""
        self._backend.stop_events.append((slug, context))
        self._backend.show_waiting(slug, context)

    async def _serve(self, socket: ServerConnection) -> None:
        client = Client(socket)
        self._clients.add(client)
        client.send(self._sessions_frame())
        writer = self._spawn(client.write())
        try:
            async for data in socket:
                self._take(client, data)
        except ConnectionClosed:
            pass  # the real server does not care how a client goes either
        finally:
            self._clients.discard(client)
            writer.cancel()

    def _take(self, client: Client, data: str | bytes) -> None:
        try:
            message = json.loads(data)
            if isinstance(message, dict):
                self._obey(client, message)
            elif message is None:
                client.complain("Invalid message format")
        except (ValueError, TypeError):
            client.complain("Invalid message format")

    def _obey(self, client: Client, message: Json) -> None:
        slug = message.get("slug")
        match message.get("type"):
            case "list_sessions":
                client.send(self._sessions_frame())
            case "subscribe":
                client.subscribe(message.get("sessions"))
            case "create_session":
                if not self._backend.create_session(message):
                    client.complain(f'Session "{slug}" already exists')
            case "delete_session":
                if not self._backend.delete_session(message):
                    client.complain(f'Session "{slug}" not found')
            case "send_input":
                self._backend.send_input(slug, message.get("text"))
            case "interrupt":
                self._backend.interrupt(slug)
            case _:
                pass  # unknown types are met with silence

    def _sessions_frame(self) -> Json:
        return {"type": "sessions", "sessions": self._backend.sessions.all()}

    def _broadcast(self, frame: Json, slug: Any = None) -> None:
        text = dump(frame)
        for client in self._clients:
            if slug is None or client.wants(slug):
                client.outbox.put_nowait(text)

    async def _replay_stop_events(self) -> None:
        await asyncio.sleep(REPLAY_DELAY)
        for slug, context in self._backend.stop_events:
            self._backend.show_waiting(slug, context)

    def _die(self, cause: str) -> None:
        self.death = cause
        self._break_off()

    def _break_off(self) -> None:
        if self._server is not None:
            self._server.close(close_connections=False)
        self.drop_clients()
        self._backend.runs.clear()
        for task in self._tasks:
            task.cancel()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._forget)
        return task

    def _forget(self, task: "asyncio.Task[None]") -> None:
        """Keep only what failed, for `stop` to raise."""
        if task.cancelled() or task.exception() is None:
            self._tasks.discard(task)
