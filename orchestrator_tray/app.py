"""The composition root: builds the listener out of its parts and runs it."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Thread
from typing import Any, TextIO

from orchestrator_tray.adapters.hooks import Heartbeat, HookServer
from orchestrator_tray.adapters.instance import InstanceLock, Kind
from orchestrator_tray.adapters.listener import Listener
from orchestrator_tray.adapters.notifier import Choice, Notifier
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.adapters.terminals import show
from orchestrator_tray.adapters.transcripts import Transcripts
from orchestrator_tray.core.actions import Fact, Problem, Ready
from orchestrator_tray.core.commands import command
from orchestrator_tray.core.events import Event, Place, QuitRequested, Restored
from orchestrator_tray.core.lines import PlainLines, json_line
from orchestrator_tray.core.notices import chosen
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.state import State
from orchestrator_tray.core.step import RECENT_KEPT
from orchestrator_tray.data_folder import opened_memory
from orchestrator_tray.errors import TrayError
from orchestrator_tray.memory import Memory
from orchestrator_tray.paths import Paths, claude_dir, icon_file, made
from orchestrator_tray.presenter import Presenter
from orchestrator_tray.runtime import Ports, Runtime

Tell = Callable[[Fact, str, datetime], None]
ICON_SIZE = 128
"""Of the picture in a notification; a desktop with a fine screen needs the most."""


def listen(settings: Settings, paths: Paths, *, as_json: bool, with_notifications: bool, out: TextIO) -> int:
    """Listen until the end is asked for; return the exit code. Raises TrayError where it cannot start."""
    lock = locked(paths, "listen")
    if lock is None:
        holder = InstanceLock(paths.lock, "listen").holder() or "another process"
        raise TrayError(f"{paths.data_dir}: {holder} is already listening; end it or use another --data-dir")
    try:
        with opened_memory(paths, settings) as (database, memory):
            return _run(settings, paths, database, memory, out, as_json=as_json, notify=with_notifications)
    finally:
        lock.release()


def locked(paths: Paths, kind: Kind) -> InstanceLock | None:
    """Return the lock on the data folder; None where another tray or listener has it."""
    made(paths.data_dir)
    lock = InstanceLock(paths.lock, kind)
    return lock if lock.acquire() else None


@dataclass(frozen=True, slots=True)
class Surface:
    """What a desktop adds to the listener."""

    watch: Callable[[State], None] = lambda _: None
    save_settings: Callable[[Mapping[str, object]], None] = lambda _: None
    open_place: Callable[[Place], None] = lambda _: None


def compose(
    settings: Settings, database: Database, memory: Memory, tell: Tell, surface: Surface | None = None
) -> tuple[Runtime, Listener]:
    """Return the runtime and the connection it talks through, wired together."""
    seen = surface or Surface()
    transcripts = Transcripts(claude_dir(os.environ))
    ports = Ports(memory, database, transcripts, tell, seen.watch, seen.save_settings, seen.open_place, show)
    runtime = Runtime(State(settings, recent=database.recent_answers(RECENT_KEPT)), ports)
    return runtime, Listener(settings.url, runtime.post_frame, runtime.post_link)


async def hear_hooks(runtime: Runtime, paths: Paths, tell: Tell) -> None:
    """Serve Claude Code's hooks until cancelled; where the socket cannot be had, say so and go on without."""
    try:
        server = HookServer(paths.socket, runtime.on_hook, heartbeat=Heartbeat(paths.data_dir))
        await server.run()
    except TrayError as error:
        tell(Problem("hooks", str(error)), "", datetime.now(UTC))


def restored(database: Database) -> tuple[Restored, ...]:
    """Return the questions that were open when the program ended, as the first events."""
    return tuple(
        Restored(record.question, record.decision, record.deliveries[-1][0] if record.deliveries else None)
        for record in database.open_questions()
    )


def notifier_for(
    state: Callable[[], State], post: Callable[[Event], None], *, has_menu: bool = True
) -> Notifier:
    """Return native notifications whose buttons post what they mean."""

    def on_action(key: str, choice: Choice) -> None:
        action, text = choice if isinstance(choice, tuple) else (choice, "")
        event = chosen(state(), key, action, text)
        if event is not None:
            post(event)

    return Notifier(on_action, icon=icon_file("app", ICON_SIZE), has_menu=has_menu)


def _run(
    settings: Settings,
    paths: Paths,
    database: Database,
    memory: Memory,
    out: TextIO,
    *,
    as_json: bool,
    notify: bool,
) -> int:
    output = Output(out, as_json=as_json, on_broken=lambda: runtime.post(QuitRequested()))
    if notify and sys.platform == "linux":
        from orchestrator_tray.session_bus import adopt_session_bus

        adopt_session_bus(os.environ)

    def complain(text: str) -> None:
        output.tell(Problem("notification", text), "", datetime.now(UTC))

    def watch(state: State) -> None:
        if presenter is not None:
            presenter.update(state)

    runtime, link = compose(settings, database, memory, output.tell, Surface(watch))
    notifier = notifier_for(lambda: runtime.state, runtime.post, has_menu=False) if notify else None
    presenter = Presenter(notifier, lambda _: None, complain) if notify else None

    def ready() -> tuple[Coroutine[Any, Any, None], ...]:
        output.tell(Ready(settings, database.count()), "", datetime.now(UTC))
        notices = (presenter.run(),) if presenter is not None else ()
        return (hear_hooks(runtime, paths, output.tell), runtime.memory.embed_missing(), *notices)

    code = asyncio.run(_until_signal(runtime, link, restored(database), ready, commands=as_json))
    return 1 if output.is_broken else code


async def _until_signal(
    runtime: Runtime,
    link: Listener,
    first: tuple[Event, ...],
    ready: Callable[[], tuple[Coroutine[Any, Any, None], ...]],
    *,
    commands: bool,
) -> int:
    """Run until a quit command or a signal: SIGINT gives 130, all else 0.

    `ready` tells that it runs, once signals are handled, and returns what runs beside it.
    """
    caught: list[int] = []

    def on_signal(number: int) -> None:
        caught.append(number)
        runtime.post(QuitRequested())

    loop = asyncio.get_running_loop()
    _handle_signals(loop, on_signal)
    if commands:
        reader = Thread(target=_read_commands, args=(runtime.post,), name="orchestrator-stdin", daemon=True)
        loop.call_soon(reader.start)  # once the runtime takes events
    await runtime.run(link, first, ready())
    return 130 if signal.SIGINT in caught else 0


def _handle_signals(loop: asyncio.AbstractEventLoop, on_signal: Callable[[int], None]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, on_signal, number)
        except NotImplementedError:  # Windows
            signal.signal(number, lambda caught, _: on_signal(caught))


def _read_commands(post: Callable[[Event], None]) -> None:
    """Post what each line of stdin asks for.

    Reads the descriptor itself: a thread that waits within sys.stdin makes the interpreter's end fail.
    """
    rest = b""
    while chunk := _read_stdin():
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            if line.strip():
                post(command(line.decode("utf-8", "replace")))


def _read_stdin() -> bytes:
    try:
        return os.read(0, 65_536)
    except OSError:
        return b""


class Output:
    """Writes facts to a stream, as JSON lines or as a person reads them; survives the reader's leaving."""

    def __init__(self, out: TextIO, *, as_json: bool, on_broken: Callable[[], None]) -> None:
        self.is_broken = False
        self._out = out
        self._plain = None if as_json else PlainLines()
        self._on_broken = on_broken

    def tell(self, fact: Fact, slug: str, now: datetime) -> None:
        """Write the lines of one fact at once."""
        if self.is_broken:
            return
        if self._plain is None:
            lines = [json.dumps(json_line(fact, slug, now))]
        else:
            lines = list(self._plain.of(fact, slug))
        try:
            self._out.writelines(line + "\n" for line in lines)
            self._out.flush()
        except OSError:  # nobody reads any more
            self.is_broken = True
            self._on_broken()
