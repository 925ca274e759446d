"""The embedder as the rest of the program knows it: starts a child when needed, ends it when idle."""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock, Timer
from types import TracebackType
from typing import Self

from orchestrator_tray.adapters.embedder.model import DEFAULT_DIMENSION, DEFAULT_MODEL
from orchestrator_tray.adapters.embedder.process import Child

_PAGE = 16
"""Texts in one request: two seconds of work, so that a child that hangs is told from one that is busy."""


class Embedder:
    """Turns texts into vectors. A child starts on demand; after a ModelError the next call starts a new one.

    Calls from several threads wait for each other; `start` and `stop` wait for none.
    """

    def __init__(
        self, model: str = DEFAULT_MODEL, *, cache_dir: Path | None = None, idle_seconds: float = 300.0
    ) -> None:
        """Start nothing yet. `cache_dir` is where a model goes that has to be downloaded."""
        self.name = model
        self._cache_dir = cache_dir or Path(tempfile.gettempdir()) / "orchestrator-tray-models"
        self._dimension = DEFAULT_DIMENSION if model == DEFAULT_MODEL else 0
        self._idle_seconds = idle_seconds
        self._last_used = 0.0
        self._idle_timer: Timer | None = None
        self._lock = RLock()
        self._child: Child | None = None

    @property
    def dimension(self) -> int:
        """How many numbers a vector has. Only a loaded child knows it for a model that is not the default."""
        if not self._dimension:
            with self._working_child() as child:
                self._dimension = child.wait_ready()
        return self._dimension

    @property
    def is_running(self) -> bool:
        child = self._child
        return child is not None and child.is_running

    def start(self) -> None:
        """Have a child load the model, without waiting for it; a running one stays for another idle time."""
        if self._lock.acquire(blocking=False):  # else it is at work already
            try:
                self._running_child()
                self._note_use()
            finally:
                self._lock.release()

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        """Return for each text its L2-normalised vector: `dimension` float32, little-endian.

        Empty texts are allowed; of a long one the first 256 tokens count.
        """
        with self._working_child() as child:
            pages = (texts[start : start + _PAGE] for start in range(0, len(texts), _PAGE))
            return [vector for page in pages for vector in child.embed(page)]

    def stop(self) -> None:
        """End the child now; a call that waits for it gets a ModelError."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    @contextmanager
    def _working_child(self) -> Iterator[Child]:
        with self._lock:
            try:
                yield self._running_child()
            except BaseException:
                self.stop()  # it may owe an answer that nobody would read
                raise
            self._note_use()

    def _running_child(self) -> Child:
        if self._child is not None and not self._child.is_running:
            self.stop()
        if self._child is None:
            self._child = Child(self.name, self._cache_dir)
        return self._child

    def _note_use(self) -> None:
        self._last_used = time.monotonic()
        if self._idle_timer is None:
            self._await_idle(self._idle_seconds)

    def _await_idle(self, seconds: float) -> None:
        self._idle_timer = Timer(seconds, self._end_if_idle)
        self._idle_timer.daemon = True
        self._idle_timer.start()

    def _end_if_idle(self) -> None:
        with self._lock:
            left = self._last_used + self._idle_seconds - time.monotonic()
            if left > 0:
                self._await_idle(left)
            else:
                self._idle_timer = None
                self.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
