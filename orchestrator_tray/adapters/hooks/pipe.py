"""The named pipe of Windows. By its usual rights nobody but its owner and administrators may write to it."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from orchestrator_tray.errors import TrayError

Connected = Callable[[asyncio.StreamReader, asyncio.StreamWriter], None]

if sys.platform == "win32":

    @asynccontextmanager
    async def listening(path: str, connected: Connected, limit: int) -> AsyncIterator[None]:
        """Take connections at that pipe meanwhile. Raises TrayError where that is impossible."""
        loop = asyncio.get_running_loop()
        if not isinstance(loop, asyncio.ProactorEventLoop):
            raise TrayError(f"{path}: this event loop knows no named pipes")

        def protocol() -> asyncio.StreamReaderProtocol:
            return asyncio.StreamReaderProtocol(asyncio.StreamReader(limit), connected)

        try:
            servers = await loop.start_serving_pipe(protocol, path)
        except OSError as error:  # the first instance has to be ours
            raise TrayError(f"{path}: no hook can be heard there ({error.strerror or error})") from None
        try:
            yield
        finally:
            for server in servers:
                server.close()

    def is_ours(_: asyncio.StreamWriter) -> bool:
        """Return True: who may write to the pipe is its rights' matter."""
        return True
