"""The socket file: for its owner only, and never a stale one in the way."""

import asyncio
import os
import socket
import stat
import struct
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from orchestrator_tray.errors import TrayError
from orchestrator_tray.paths import made

Connected = Callable[[asyncio.StreamReader, asyncio.StreamWriter], None]
_PROBE_SECONDS: Final = 0.3
_MAC_SOL_LOCAL: Final = 0
_MAC_PEERCRED: Final = 1


if sys.platform != "win32":

    @asynccontextmanager
    async def listening(path: str, connected: Connected, limit: int) -> AsyncIterator[None]:
        """Take connections at that path meanwhile. Raises TrayError where that is impossible."""
        bound = _bound(path)
        identity = os.lstat(path).st_ino
        server = await asyncio.start_unix_server(connected, sock=bound, limit=limit)
        try:
            yield
        finally:
            # Nobody new can come from here on. Those that are half in get through: asyncio would lose them.
            _remove(path, identity)
            await _steps()
            server.close()
            await _steps()

    async def _steps() -> None:
        """Let the loop run as often as a connection takes to be made, and to be closed again."""
        for _ in range(5):
            await asyncio.sleep(0)

    def _remove(path: str, identity: int) -> None:
        with suppress(OSError):
            if os.lstat(path).st_ino == identity:  # else it is another tray's by now
                Path(path).unlink()

    def is_ours(writer: asyncio.StreamWriter) -> bool:
        """Whether the client is a process of this user, as far as this system tells."""
        uid = _peer_uid(writer.get_extra_info("socket"))
        return uid is None or uid == os.geteuid()

    def _peer_uid(link: socket.socket) -> int | None:
        if sys.platform == "linux":
            _, uid, _ = struct.unpack("3i", link.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
            return int(uid)
        if sys.platform == "darwin":
            _, uid = struct.unpack("2I", link.getsockopt(_MAC_SOL_LOCAL, _MAC_PEERCRED, 8))
            return int(uid)
        return None  # the modes of folder and file are what protects it

    def _bound(path: str) -> socket.socket:
        made(Path(path).parent)
        bound = socket.socket(socket.AF_UNIX)
        try:
            _clear(path)
            bound.bind(path)
            Path(path).chmod(0o600)
        except OSError as error:
            bound.close()
            raise TrayError(f"{path}: no hook can be heard there ({error.strerror or error})") from None
        except TrayError:
            bound.close()
            raise
        return bound

    def _clear(path: str) -> None:
        """Remove the socket of a process that has ended."""
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:
            return
        if not stat.S_ISSOCK(mode):
            raise TrayError(f"{path}: something is in the place of the hook's socket: remove it")
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(_PROBE_SECONDS)
            try:
                probe.connect(path)
            except ConnectionRefusedError:
                Path(path).unlink()
                return
        raise TrayError(f"{path}: another process already hears the hook there")
