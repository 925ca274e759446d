"""The server of the local socket: one line in, one line out, for each call of the hook.

Runs on the event loop that calls `run`. A client can do nothing that ends it.
"""

import asyncio
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Final

from orchestrator_tray.adapters.hooks.heartbeat import Heartbeat
from orchestrator_tray.core.hook_gate import LONGEST_LINE
from orchestrator_tray.core.hook_wire import HookCall, Reply, decision, parse_call

if sys.platform == "win32":
    from orchestrator_tray.adapters.hooks.pipe import is_ours, listening
else:
    from orchestrator_tray.adapters.hooks.unix import is_ours, listening

MAX_CALLS: Final = 100
"""At the same time; each holds one question, and a person has few sessions."""
READ_SECONDS: Final = 5.0
KEEPALIVE_SECONDS: Final = 3.0
"""The hook takes us for dead when it hears nothing for 10 s, once it has heard something."""
QUICK_SECONDS: Final = 3.0
"""So long may an answer take that keeps a person before a spinner."""

OnCall = Callable[[HookCall], Awaitable[Reply | None]]
_log = logging.getLogger(__name__)


class HookServer:
    """Hears the hook command and gives it our replies."""

    def __init__(
        self,
        path: str,
        on_call: OnCall,
        *,
        heartbeat: Heartbeat | None = None,
        keepalive: float = KEEPALIVE_SECONDS,
        quick: float = QUICK_SECONDS,
    ) -> None:
        """Prepare to serve at `path`; `run` does it.

        `on_call` is awaited for each call, several at a time. What it returns to an asking call is told to
        Claude Code, None or an error means to abstain; of other calls it is told after Claude Code has gone
        on. It is cancelled when nobody waits any more (Claude Code has ended the hook or has itself ended),
        and when a call that may not wait has taken `quick` seconds.
        """
        self._path: Final = path
        self._on_call: Final = on_call
        self._heartbeat: Final = heartbeat
        self._keepalive: Final = keepalive
        self._quick: Final = quick
        self._calls = 0
        self._tasks: asyncio.TaskGroup | None = None
        self.listening = asyncio.Event()
        """Set once calls are taken."""

    async def run(self) -> None:
        """Serve until cancelled. Raises TrayError at once where the socket cannot be had."""
        async with listening(self._path, self._connected, LONGEST_LINE), asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            self.listening.set()
            try:
                await asyncio.get_running_loop().create_future()
            finally:
                self._tasks = None

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._tasks is None or self._calls >= MAX_CALLS or not is_ours(writer):
            writer.transport.abort()
            return
        self._calls += 1
        writer.write(b"\n")  # the hook takes us for dead where a person waits and this does not come at once
        task = self._tasks.create_task(self._serve(reader, writer))
        task.add_done_callback(lambda _: self._served(writer))

    def _served(self, writer: asyncio.StreamWriter) -> None:
        self._calls -= 1
        with suppress(AttributeError):  # of asyncio, whose transports forget their loop when they have ended
            writer.transport.abort()  # here, since a task that is cancelled at once never begins

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        call = await _read_call(reader)
        if call is not None and self._heartbeat:
            self._heartbeat.beat(call, datetime.now(UTC))
        if call is not None and call.is_asking:
            _tell(writer, decision(call, await self._reply(call, reader, writer)))
        else:
            _tell(writer, None)
        await _close(writer)
        if call is not None and not call.is_asking:
            await self._ask(call)

    async def _reply(
        self, call: HookCall, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> Reply | None:
        """Return our reply, None also when the client goes away; tell it meanwhile that we are alive."""
        async with asyncio.TaskGroup() as race:
            reply = race.create_task(self._ask(call))
            gone = race.create_task(_end(reader))
            while not (
                await asyncio.wait({reply, gone}, timeout=self._keepalive, return_when="FIRST_COMPLETED")
            )[0]:
                writer.write(b"\n")
            is_answered = reply.done()
            reply.cancel()
            gone.cancel()
        return reply.result() if is_answered else None

    async def _ask(self, call: HookCall) -> Reply | None:
        is_urgent = call.is_asking and not call.may_wait
        try:
            async with asyncio.timeout(self._quick if is_urgent else None):
                return await self._on_call(call)
        except TimeoutError:
            _log.info("no answer to a %s call within %s s", call.event, self._quick)
        except Exception:  # noqa: BLE001  # Claude Code shows its own dialog then
            _log.exception("a %s call failed", call.event)
        return None


async def _read_call(reader: asyncio.StreamReader) -> HookCall | None:
    try:
        async with asyncio.timeout(READ_SECONDS):
            return parse_call(await reader.readuntil(b"\n"))
    except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return None


async def _end(reader: asyncio.StreamReader) -> None:
    """Wait until the client closes, or says more than it should."""
    with suppress(OSError):
        await reader.read(1)


def _tell(writer: asyncio.StreamWriter, told: dict[str, object] | None) -> None:
    writer.write(json.dumps({"decision": told}).encode() + b"\n")


async def _close(writer: asyncio.StreamWriter) -> None:
    """Close once all is written; a client that reads nothing does not keep us."""
    with suppress(OSError, TimeoutError):
        async with asyncio.timeout(READ_SECONDS):
            writer.close()
            await writer.wait_closed()
