"""The embedder's child process: loads the model, then answers frames on stdin until stdin ends.

It ends at once when the parent dies, whatever it is doing: a thread of its own waits for the end of stdin.
"""

import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from orchestrator_tray.adapters.embedder.frames import (
    FAILED,
    READY,
    TEXTS,
    VECTORS,
    read_frame,
    write_frame,
)
from orchestrator_tray.adapters.embedder.model import Model
from orchestrator_tray.errors import ModelError


def main(argv: Sequence[str]) -> int:
    """Run as the child of an Embedder; `argv` is the model's name and the folder for downloads."""
    name, cache_dir = argv
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's matter
    requests, replies = _take_pipes()
    inbox: SimpleQueue[list[str]] = SimpleQueue()
    Thread(target=_receive, args=(requests, inbox), name="embedder-requests", daemon=True).start()
    try:
        model = Model(name, Path(cache_dir))
    except Exception as error:  # noqa: BLE001 - whatever a library raises, the parent has to say it
        write_frame(replies, FAILED, _failure(name, error))
        return 1
    write_frame(replies, READY, json.dumps({"dimension": model.dimension}).encode())
    while True:
        _answer(model, name, inbox.get(), replies)


def _answer(model: Model, name: str, texts: list[str], replies: BinaryIO) -> None:
    try:
        body = b"".join(model.embed(texts))
    except Exception as error:  # noqa: BLE001 - as above
        write_frame(replies, FAILED, _failure(name, error))
    else:
        write_frame(replies, VECTORS, body)


def _failure(name: str, error: Exception) -> bytes:
    known = error if isinstance(error, ModelError) else ModelError(name, f"{type(error).__name__}: {error}")
    return json.dumps({"problem": " ".join(known.problem.split()), "mend": known.mend}).encode()


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return stdin and stdout, and leave to the libraries an empty stdin and stderr for what they print."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return requests, replies


def _receive(requests: BinaryIO, inbox: SimpleQueue[list[str]]) -> None:
    try:
        while True:
            kind, body = read_frame(requests)
            if kind == TEXTS:
                inbox.put(json.loads(body))
    except (EOFError, OSError):
        os._exit(0)  # the parent has gone: nobody waits for what is being computed
