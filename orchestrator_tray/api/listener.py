"""The listener, for programs: the same runtime, memory and connection as the program's."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager

from orchestrator_tray.api.callbacks import Callbacks, QuestionEvent
from orchestrator_tray.api.store import PatternStore
from orchestrator_tray.app import compose, locked, restored
from orchestrator_tray.core.events import Accepted, Event, QuitRequested, Replied
from orchestrator_tray.core.settings import DEFAULT_URL, changed
from orchestrator_tray.data_folder import opened_memory
from orchestrator_tray.errors import TrayError
from orchestrator_tray.runtime import Runtime


class OrchestratorListener:
    """Hears the sessions of a CBOS server, and answers, suggests or records as the program does."""

    def __init__(
        self,
        ws_url: str = DEFAULT_URL,
        store: PatternStore | None = None,
        auto_answer_threshold: float = 0.95,
        suggestion_threshold: float = 0.80,
        auto_answer: bool = False,
        *,
        grace: float = 5.0,
    ) -> None:
        """Prepare to listen; ValueError for what cannot be a setting.

        Nothing is answered automatically without `auto_answer`; then `grace` seconds pass before it is sent.
        """
        self.store = store or PatternStore()
        self.settings = changed(
            self.store.settings,
            {
                "url": ws_url,
                "auto_threshold": auto_answer_threshold,
                "suggest_threshold": suggestion_threshold,
                "auto_answer": auto_answer,
                "grace": grace,
            },
        )
        self.on_question: Callable[[QuestionEvent], Awaitable[None]] | None = None
        self.on_suggestion: Callable[[str, str, float], Awaitable[None]] | None = None
        """Called with slug, answer and confidence."""
        self.on_auto_answer: Callable[[str, str], Awaitable[None]] | None = None
        """Called with slug and answer when an automatic answer has arrived."""
        self._callbacks = Callbacks(self)
        self._stack: ExitStack | None = None
        self._runtime: Runtime
        self._running: asyncio.Task[None]

    @property
    def ws_url(self) -> str:
        return self.settings.url

    @property
    def auto_answer_threshold(self) -> float:
        return self.settings.auto_threshold

    @property
    def suggestion_threshold(self) -> float:
        return self.settings.suggest_threshold

    @property
    def auto_answer(self) -> bool:
        return self.settings.auto_answer

    async def connect(self) -> None:
        """Open the store and try to reach the server once; a second call does nothing.

        A server that is away is no error: it is tried again and again. Raises TrayError where the store
        cannot be opened, or where a tray or listener already works on its data folder.
        """
        if self._stack is not None:
            return
        self.store.connect()
        with ExitStack() as stack:
            stack.enter_context(_lock_on(self.store))
            database, memory = stack.enter_context(opened_memory(self.store.paths, self.settings))
            self._callbacks = Callbacks(self)
            self._runtime, link = compose(self.settings, database, memory, self._callbacks.tell)
            self._stack = stack.pop_all()
        self._callbacks.start()
        run = self._runtime.run(link, restored(database))
        self._running = asyncio.get_running_loop().create_task(run)
        attempt = asyncio.get_running_loop().create_task(self._callbacks.tried.wait())
        await asyncio.wait((attempt, self._running), return_when=asyncio.FIRST_COMPLETED)
        attempt.cancel()

    async def listen(self) -> None:
        """Connect if need be, and run until `close` is called or the task is cancelled."""
        await self.connect()
        await self._running

    async def close(self) -> None:
        """End the listener in order and close the store; any time, from a callback as well."""
        stack, self._stack = self._stack, None
        if stack is not None:
            with stack:
                self._runtime.post(QuitRequested())
                await asyncio.wait((self._running,))
                await self._callbacks.end()
        self.store.close()

    def accept(self, question_id: str) -> None:
        """Send what is suggested for a question; where that is impossible, the log says why."""
        self._post(Accepted(question_id))

    def reply(self, question_id: str, *answers: str) -> None:
        """Answer a question, part by part, in own words; where that is impossible, the log says why."""
        self._post(Replied(question_id, answers))

    def _post(self, event: Event) -> None:
        if self._stack is not None:
            self._runtime.post(event)


@contextmanager
def _lock_on(store: PatternStore) -> Iterator[None]:
    lock = locked(store.paths, "listen")
    if lock is None:
        raise TrayError(f"{store.paths.data_dir}: another tray or listener works on this data folder")
    try:
        yield
    finally:
        lock.release()
