"""The connection to the CBOS server: websockets behind one callback for frames and one for the link.

Runs on the event loop that calls `run`. Knows nothing of what frames mean; keeps none of them.
"""

import asyncio
import errno
import random
import socket
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus, WebSocketException
from websockets.frames import CloseCode
from websockets.protocol import State

from orchestrator_tray.core.events import LinkState
from orchestrator_tray.core.link import backoff, failures_after
from orchestrator_tray.core.wire import SUBSCRIBE
from orchestrator_tray.errors import LinkDown

MAX_FRAME = 64 * 2**20
OPEN_TIMEOUT = 10.0
PING_INTERVAL = 20.0
PING_TIMEOUT = 60.0
"""The server answers no ping while it digests a line of Claude's output: 20 s were seen for one of 10 MB."""
CLOSE_TIMEOUT = 1.0


def jittered(failures: int) -> float:
    """Seconds to wait after so many failures in a row."""
    return backoff(failures, jitter=random.random())  # noqa: S311  # no secret depends on it


class Listener:
    """Keeps one connection to the server, for ever."""

    def __init__(
        self,
        url: str,
        post_frame: Callable[[str | bytes], None],
        post_link: Callable[[LinkState, str], None],
        *,
        delays: Callable[[int], float] = jittered,
    ) -> None:
        """Prepare to listen; `run` does it.

        `post_frame` gets every frame in the order of arrival: a str, or bytes if the peer sends a binary
        frame. It may take its time: the server waits meanwhile, and nothing is lost. `post_link` gets each
        change of the link, with a reason in one plain line when it is lost. Both are called on the loop and
        must not raise. `delays` gives the seconds to wait after so many failures in a row.
        """
        self._url = url
        self._post_frame = post_frame
        self._post_link = post_link
        self._delays = delays
        self._link: ClientConnection | None = None

    async def run(self) -> None:
        """Connect, subscribe to all sessions, read; start anew when that fails. Only cancellation ends it."""
        clock = asyncio.get_running_loop().time
        failures = 0
        while True:
            self._post_link("connecting", "")
            lasted = 0.0
            try:
                link = await self._connect()
            except (OSError, WebSocketException, ValueError) as error:
                reason = self._why_no_link(error)
            else:
                connected_at = clock()
                reason = await self._listen(link)
                lasted = clock() - connected_at
            self._post_link("lost", reason)
            failures = failures_after(failures, lasted=lasted)
            await asyncio.sleep(self._delays(failures))

    def use(self, url: str) -> None:
        """Go on with the server at that address; a connection to another ends."""
        if url != self._url:
            self._url = url
            if self._link is not None:
                self._link.transport.abort()

    async def send(self, text: str) -> None:
        """Send one text frame. Raises LinkDown if there is no connection, or if it breaks meanwhile."""
        link = self._link
        if link is None or link.state is not State.OPEN:
            raise LinkDown(self._url, is_unsent=True)
        with suppress(ConnectionClosed):
            await link.send(text)
        if (
            link.state is not State.OPEN
        ):  # it may return quietly from a connection that was broken off meanwhile
            raise LinkDown(self._url, is_unsent=False)

    async def _connect(self) -> ClientConnection:
        return await _Connect(
            self._url,
            compression=None,
            proxy=None,  # loopback only: a proxy would carry the answers elsewhere
            open_timeout=OPEN_TIMEOUT,
            ping_interval=PING_INTERVAL,
            ping_timeout=PING_TIMEOUT,
            close_timeout=CLOSE_TIMEOUT,
            max_size=MAX_FRAME,
            max_queue=2,
        )

    async def _listen(self, link: ClientConnection) -> str:
        """Read until the connection is lost; return why it was."""
        try:
            await link.send(SUBSCRIBE)
            self._link = link
            self._post_link("connected", "")
            while True:
                self._post_frame(await link.recv())  # not even a name holds on to a frame of 60 MB
        except ConnectionClosed as closed:
            return _why_lost(closed)
        finally:
            self._link = None
            await _part(link)

    def _why_no_link(self, error: Exception) -> str:
        place = urlsplit(self._url).netloc
        match error:
            case InvalidStatus():
                return f"{place} answers with HTTP {error.response.status_code} instead of a WebSocket"
            case InvalidHandshake():
                return f"{place} does not answer as a WebSocket server"
            case socket.gaierror():
                return f"the name in {place} is not known"
            case TimeoutError():
                return f"{place} does not answer within {OPEN_TIMEOUT:.0f} s"
            case OSError() if _is_refusal(error):
                return f"nothing listens at {place}"
            case _:
                return f"cannot connect to {place}: {_one_line(error)}"


class _Connect(connect):
    def process_redirect(self, exc: Exception) -> Exception:
        """Follow no redirect: the answers are for the server that the user named."""
        return exc


async def _part(link: ClientConnection) -> None:
    """Close politely, but not at any price: a peer that reads nothing must not hold up the end."""
    try:
        async with asyncio.timeout(CLOSE_TIMEOUT):
            await link.close()
    except TimeoutError:
        link.transport.abort()


def _why_lost(closed: ConnectionClosed) -> str:
    if closed.sent is not None and not closed.rcvd_then_sent:
        return {
            CloseCode.MESSAGE_TOO_BIG: f"the server sent a frame of more than {MAX_FRAME // 2**20} MiB",
            CloseCode.INVALID_DATA: "the server sent text that is not UTF-8",
            CloseCode.INTERNAL_ERROR: f"the server did not answer for {PING_TIMEOUT:.0f} s",
        }.get(CloseCode(closed.sent.code), "the server sent something that is not a WebSocket frame")
    if closed.rcvd is not None:
        return f"the server closed the connection ({_one_line(closed.rcvd)})"
    return "the connection broke off"


def _is_refusal(error: OSError) -> bool:
    """Whether nothing listens; of a name with several addresses asyncio only leaves the errors' texts."""
    return isinstance(error, ConnectionRefusedError) or f"[Errno {errno.ECONNREFUSED}]" in str(error)


def _one_line(what: object) -> str:
    """Show what the other side may have worded in one printable line."""
    return "".join(char if char.isprintable() else " " for char in str(what))[:200]
