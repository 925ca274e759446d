"""One inbox, one pump, and what `decide` asks for, done in order.

Everything that happens is posted as an event, from any thread. One task takes the events one by one, lets
`decide` decide, and performs the actions: short ones at once and in order, long ones (looking up, learning,
searching) as tasks that post their results back. It knows the adapters only as `ports`.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Any, NoReturn, assert_never
from uuid import uuid4

from orchestrator_tray.core import actions as a
from orchestrator_tray.core.decide import decide
from orchestrator_tray.core.decision import Decision, Delivery
from orchestrator_tray.core.events import (
    Event,
    HookLeft,
    LinkChanged,
    LinkState,
    QuestionsRecovered,
    QuietChanged,
    SendFailed,
    TimerFired,
    TranscriptSearched,
)
from orchestrator_tray.core.hook_events import hook_events
from orchestrator_tray.core.hook_wire import HookCall, Reply
from orchestrator_tray.core.pattern import Origin
from orchestrator_tray.core.question import Question
from orchestrator_tray.core.state import State
from orchestrator_tray.core.wire import decode, send_input
from orchestrator_tray.errors import LinkDown, TrayError
from orchestrator_tray.runtime.clocks import QuietHours, Timers
from orchestrator_tray.runtime.memory_threads import MemoryThreads
from orchestrator_tray.runtime.ports import Link, Ports

_log = logging.getLogger(__name__)

LESSON_SECONDS = 1.5
"""How long a quit waits for what is being learned; what is embedded later is found by its words till then."""


class _Done(Exception):  # noqa: N818 - the end that was asked for is no error
    pass


class Runtime:
    """Owns the state. `post` may be called from any thread, all else on the loop's."""

    def __init__(self, state: State, ports: Ports) -> None:
        self.state = state
        self.memory = MemoryThreads(ports.memory)
        self._ports = ports
        self._inbox: asyncio.Queue[Event] = asyncio.Queue()
        self._timers = Timers(lambda name, key: self._inbox.put_nowait(TimerFired(name, key)))
        self._quiet_hours = QuietHours(lambda is_quiet: self._inbox.put_nowait(QuietChanged(is_quiet)))
        self._loop: asyncio.AbstractEventLoop | None = None
        self._early: list[Event] = []
        self._waiting: dict[str, asyncio.Future[Reply | None]] = {}
        self._is_done = False
        self._lessons: set[asyncio.Task[None]] = set()
        self._tasks: asyncio.TaskGroup
        self._link: Link

    def post(self, event: Event) -> None:
        """Put an event into the inbox; from any thread. Before `run` it waits, after its end it is lost."""
        loop = self._loop
        if loop is None:
            self._early.append(event)
            return
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(self._inbox.put_nowait, event)

    def post_frame(self, raw: str | bytes) -> None:
        """Take a frame of the server; nothing of it is kept but its events."""
        for event in decode(raw, now=_now()):
            self._inbox.put_nowait(event)

    def post_link(self, state: LinkState, reason: str) -> None:
        self._inbox.put_nowait(LinkChanged(state, reason))

    async def run(
        self,
        link: Link,
        first: tuple[Event, ...] = (),
        beside: tuple[Coroutine[Any, Any, None], ...] = (),
    ) -> None:
        """Work until a quit is asked for or the task is cancelled.

        `first` is taken before any frame; what runs `beside` ends with it.
        """
        self._loop = asyncio.get_running_loop()
        self._link = link
        for event in (*first, *self._early):
            self._inbox.put_nowait(event)
        try:
            async with asyncio.TaskGroup() as tasks:
                self._tasks = tasks
                for work in (link.run(), *beside):
                    _ = self._start(work)
                await self._pump()
        except* _Done:
            pass
        finally:
            self._loop = None
            self._timers.stop()
            self._quiet_hours.stop()
            self._ports.transcripts.stop()
            self.memory.stop()

    def _start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        return self._tasks.create_task(work)

    def _study(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._start(work)
        self._lessons.add(task)
        task.add_done_callback(self._lessons.discard)

    async def _pump(self) -> NoReturn:
        """Take events until a quit, which it raises, so that all other tasks end as well."""
        self._is_done = False
        while not self._is_done:
            event = await self._inbox.get()
            _log.debug("event %s", event)
            before = self.state
            self.state, actions = decide(self.state, event, now=_now())
            for action in actions:
                await self._perform(action)
            if self.state is not before:
                self._quiet_hours.watch(self.state.settings.quiet_hours)
                self._ports.watch(self.state)
        if self._lessons:  # what a person said is not lost by a quit
            await asyncio.wait(self._lessons, timeout=LESSON_SECONDS)
        raise _Done

    async def _perform(self, action: a.Action) -> None:
        match action:
            case a.Report(fact, slug):
                await self._report(fact, slug)
            case a.LookUp(question):
                _ = self._start(self._look_up(question))
            case a.WarmUp():
                _ = self._start(self.memory.warm_up())
            case a.SendInput():
                await self._send(action)
            case a.ReplyHook():
                await self._reply_to_hook(action)
            case a.StartTimer(name, key, delay):
                self._timers.start(name, key, delay)
            case a.CancelTimer(name, key):
                self._timers.cancel(name, key)
            case a.SearchTranscript():
                _ = self._start(self._search(action))
            case a.FindAnswer():
                _ = self._start(self._find_answer(action))
            case a.Recover():
                _ = self._start(self._recover(action))
            case a.Learn():
                self._study(self._learn(action))
            case a.Correct():
                self._study(self._correct(action))
            case a.SaveSettings(changes):
                self._study(self._outside("settings", lambda: self._ports.save_settings(changes)))
            case a.Open(what):
                _ = self._start(self._outside("open", lambda: self._ports.open_place(what)))
            case a.ShowTerminal(terminal):
                show = self._ports.show_terminal
                _ = self._start(self._outside("terminal", lambda: show(terminal)))
            case a.Quit():
                self._is_done = True
            case _:
                assert_never(action)

    def _tell(self, fact: a.Fact, slug: str = "") -> None:
        self._ports.tell(fact, slug, _now())

    def _problem(self, where: str, error: Exception) -> None:
        self._tell(a.Problem(where, str(error)))

    async def _report(self, fact: a.Fact, slug: str) -> None:
        """Store first, tell then; what cannot be stored is told all the same."""
        try:
            await self._store(fact)
        except TrayError as error:
            self._problem("store", error)
        self._tell(fact, slug)

    async def _store(self, fact: a.Fact) -> None:
        journal, now = self._ports.journal, _now()
        match fact:
            case Question():
                await self.memory.in_database(lambda: journal.save_question(fact))
            case Decision():
                await self.memory.in_database(lambda: journal.save_decision(fact, now))
            case Delivery():
                await self.memory.in_database(lambda: journal.save_delivery(fact, now))
            case a.Closed(question_id, _, reason):
                await self.memory.in_database(lambda: journal.close_question(question_id, reason, now))
            case _:
                pass

    async def _send(self, action: a.SendInput) -> None:
        """Store `sent` before the socket is touched: after a crash nobody may think that it was not sent."""
        try:
            await self._note_sent(action.deliveries, action.slug)
        except TrayError as error:
            self._inbox.put_nowait(SendFailed(action.slug, f"not sent: {error}", is_certain=True))
            return
        try:
            await self._link.send(send_input(action.slug, action.text))
        except LinkDown as error:
            self._inbox.put_nowait(SendFailed(action.slug, str(error), is_certain=error.is_unsent))

    async def _note_sent(self, deliveries: tuple[Delivery, ...], slug: str) -> None:
        for delivery in deliveries:
            await self._store(delivery)
            self._tell(delivery, slug)

    async def on_hook(self, call: HookCall) -> Reply | None:
        """Take a call of Claude Code's hook; return our reply to one that asks, None to stay silent."""
        for event in hook_events(call, call_id := uuid4().hex, now=_now()):
            self.post(event)
        if not call.is_answerable:
            return None
        reply: asyncio.Future[Reply | None] = asyncio.get_running_loop().create_future()
        self._waiting[call_id] = reply
        try:
            return await reply
        finally:
            del self._waiting[call_id]
            self.post(HookLeft(call_id))

    async def _reply_to_hook(self, action: a.ReplyHook) -> None:
        try:
            await self._note_sent(action.deliveries, action.slug)
        except TrayError as error:
            self._problem("store", error)
        waiting = self._waiting.get(action.call_id)
        if waiting is not None and not waiting.done():
            waiting.set_result(action.reply)

    async def _look_up(self, question: Question) -> None:
        self._inbox.put_nowait(await self.memory.recall(question))

    async def _learn(self, lesson: a.Learn) -> None:
        try:
            await self.memory.learn(lesson, self._tell)
        except TrayError as error:
            self._problem("learning", error)

    async def _correct(self, correction: a.Correct) -> None:
        try:
            lesson = await self.memory.demote(correction)
        except TrayError as error:
            self._problem("wrong", error)
        else:
            if lesson is not None:
                await self._learn(lesson)

    async def _outside(self, where: str, work: Callable[[], None]) -> None:
        """Do something slow on the person's computer; a failure is a problem, never the end."""
        try:
            await asyncio.to_thread(work)
        except TrayError as error:
            self._problem(where, error)

    async def _search(self, search: a.SearchTranscript) -> None:
        verdict = await asyncio.to_thread(self._ports.transcripts.search, search)
        self._inbox.put_nowait(TranscriptSearched(search.slug, search.purpose, verdict))

    async def _find_answer(self, lookup: a.FindAnswer) -> None:
        found = await asyncio.to_thread(self._ports.transcripts.answer, lookup)
        if found.answers is not None:
            origins: tuple[Origin, ...] = tuple("transcript" for _ in found.answers)
            await self._learn(a.Learn(lookup.question, found.answers, origins, key=found.key))

    async def _recover(self, recovery: a.Recover) -> None:
        found = await asyncio.to_thread(self._ports.transcripts.open_questions, recovery)
        try:
            new = await self.memory.in_database(
                lambda: tuple(one for one in found if not self._ports.journal.knows(one))
            )
        except TrayError as error:
            self._problem("store", error)
        else:
            self._inbox.put_nowait(QuestionsRecovered(new))


def _now() -> datetime:
    return datetime.now(UTC)
