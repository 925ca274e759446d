"""One connection to the stand-in, and what it is subscribed to."""

import asyncio
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from orchestrator_tray.demo.formatting import dump
from orchestrator_tray.demo.scenario import Json


class Client:
    """Nothing is ever lost for a slow one: its frames wait in memory."""

    def __init__(self, socket: ServerConnection) -> None:
        self.socket = socket
        self.outbox: asyncio.Queue[str] = asyncio.Queue()
        self._wants_all = True
        self._slugs: set[Any] = set()

    def send(self, frame: Json) -> None:
        self.outbox.put_nowait(dump(frame))

    def complain(self, problem: str) -> None:
        self.send({"type": "error", "message": problem})

    def wants(self, slug: Any) -> bool:
        return self._wants_all or slug in self._slugs

    def subscribe(self, sessions: Any) -> None:
        """Replace the subscription. Raises TypeError for what is no list; a string ends the old one."""
        if not isinstance(sessions, list | str):
            raise TypeError(sessions)
        self._wants_all = "*" in sessions
        self._slugs = set()
        if isinstance(sessions, str) and not self._wants_all:
            raise TypeError(sessions)
        self._slugs.update(sessions)

    async def write(self) -> None:
        """Send what comes, until the connection is gone."""
        try:
            while True:
                await self.socket.send(await self.outbox.get())
        except ConnectionClosed:
            return
