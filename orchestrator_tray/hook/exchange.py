"""One line to the tray, one line back, over its local socket."""

import os
import sys
import time

CONNECT_SECONDS = 0.3
"""For the connection, and for the first sign of the tray where a person waits for it unawares."""
SILENCE_SECONDS = 10.0
"""The tray sends an empty line at once and then every few seconds: silent for longer, it hangs."""


class NoReply(Exception):  # noqa: N818  # the caller says nothing then
    """Raised when the tray is not there, or goes away without an answer."""


if sys.platform == "win32":
    from io import FileIO
    from threading import Thread

    def exchange(path: str, line: bytes, limit: int, *, is_urgent: bool) -> bytes:
        """Send the line to the named pipe and return the first line back that is not empty.

        Raises OSError or NoReply where there is none, soon where it is urgent.
        """
        pipe = _opened(path)
        begun = time.monotonic()
        heard = [begun]
        replies: list[bytes] = []
        pipe.write(line)
        reader = Thread(target=_read, args=(pipe, limit, heard, replies), daemon=True)
        reader.start()
        while reader.is_alive():
            patience = CONNECT_SECONDS if is_urgent and heard[0] == begun else SILENCE_SECONDS
            if time.monotonic() - heard[0] > patience:
                break
            reader.join(0.05)
        if not replies:
            raise NoReply
        return replies[0]

    def _opened(path: str) -> FileIO:
        deadline = time.monotonic() + CONNECT_SECONDS
        while True:
            try:
                return open(path, "r+b", buffering=0)  # noqa: PTH123  # pathlib costs time
            except OSError:
                if time.monotonic() > deadline:  # for a moment all of its instances may be busy
                    raise
            time.sleep(0.02)

    def _read(pipe: FileIO, limit: int, heard: list[float], replies: list[bytes]) -> None:
        buffer = b""
        while len(buffer) < limit and (chunk := pipe.read(65_536)):
            heard[0] = time.monotonic()
            buffer = (buffer + chunk).lstrip()
            if b"\n" in buffer:
                replies.append(buffer.partition(b"\n")[0])
                return

else:
    import select
    import socket

    def exchange(path: str, line: bytes, limit: int, *, is_urgent: bool) -> bytes:
        """Send the line and return the first line back that is not empty.

        Raises OSError or NoReply where there is none, soon where it is urgent; and as soon as whoever reads
        our stdout has gone.
        """
        patience = CONNECT_SECONDS if is_urgent else SILENCE_SECONDS
        if os.stat(path).st_uid != os.geteuid():  # noqa: PTH116  # pathlib costs time
            raise NoReply
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(CONNECT_SECONDS)
            link.connect(path)
            link.settimeout(patience)
            link.sendall(line)
            return _first_line(link, limit, patience)

    def _first_line(link: socket.socket, limit: int, patience: float) -> bytes:
        poll = select.poll()
        poll.register(link, select.POLLIN)
        poll.register(1, 0)  # Claude Code may be killed while the question is held
        buffer = b""
        while len(buffer) < limit:
            events = dict(poll.poll(patience * 1000))
            patience = SILENCE_SECONDS
            chunk = link.recv(65_536) if link.fileno() in events else b""
            if not chunk:  # the tray hangs or has ended, or nobody waits for an answer
                raise NoReply
            buffer = (buffer + chunk).lstrip()
            if b"\n" in buffer:
                return buffer.partition(b"\n")[0]
        raise NoReply
