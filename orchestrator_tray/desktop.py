"""The tray app: the tray on the main thread, the listener's loop on a background thread.

The two meet in two places: a chosen row is posted to the loop, and a new view is shown by the tray.
"""

import asyncio
import logging
import signal
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from threading import Thread
from typing import cast

from orchestrator_tray import app, config
from orchestrator_tray.adapters.autostart import Autostart
from orchestrator_tray.adapters.opener import open_path
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.adapters.tray.painter import Tray
from orchestrator_tray.core.actions import Fact, Problem
from orchestrator_tray.core.events import Event, Place, QuitRequested, SettingsChanged
from orchestrator_tray.core.lines import json_line
from orchestrator_tray.core.menu import Surroundings, tray_view
from orchestrator_tray.core.settings import DEFAULTS, Settings, Value
from orchestrator_tray.core.state import State
from orchestrator_tray.core.view import TrayView
from orchestrator_tray.errors import TrayError
from orchestrator_tray.logs import LOG_NAME
from orchestrator_tray.memory import Memory
from orchestrator_tray.paths import Paths, made
from orchestrator_tray.presenter import Presenter

NAME = "orchestrator-tray"
EDIT_SECONDS = 2.0
"""How often the settings file is looked at for edits by hand."""

_log = logging.getLogger(__name__)

Reload = Callable[[], Settings]
"""Reads the settings again: the file, with the environment and the command line over it."""


def run_tray(settings: Settings, paths: Paths, reload: Reload, login: Autostart, help_file: str) -> int:
    """Show the tray until quit; return the exit code.

    Raises TrayError where it cannot start. A second tray in the same data folder says so and is done.
    """
    lock = app.locked(paths, "tray")
    if lock is None:
        print(f"Orchestrator Tray is already running in {paths.data_dir}.")  # noqa: T201 - to who started it
        return 0
    try:
        with app.opened_memory(paths, settings) as (database, memory):
            return _Desktop(settings, paths, reload, login, help_file).run(database, memory)
    finally:
        lock.release()


class _Desktop:
    """One run of the tray app."""

    def __init__(
        self, settings: Settings, paths: Paths, reload: Reload, login: Autostart, help_file: str
    ) -> None:
        self._settings = settings
        self._paths = paths
        self._reload = reload
        self._login = login
        self._help_file = help_file
        self._starts_at_login = login.status().current
        self._failure: BaseException | None = None
        self._post: Callable[[Event], None] = lambda _: None

    def run(self, database: Database, memory: Memory) -> int:
        """Run until quit; 1 where the loop has failed."""
        tray = Tray(NAME, self._view(State(self._settings)), self._chosen)
        if tray.unavailable:
            _log.warning("%s", tray.unavailable)
        loop = Thread(target=self._loop, args=(database, memory, tray), name="orchestrator-loop")
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self._post(QuitRequested()))
        loop.start()
        try:
            tray.run()
        finally:
            self._post(QuitRequested())  # where the tray ended by itself
            loop.join()
        if self._failure is not None:
            raise TrayError(f"the listener failed: {self._failure!r}; the log tells more") from self._failure
        return 0

    def _loop(self, database: Database, memory: Memory, tray: Tray) -> None:
        """Run the listener; whatever ends it ends the tray: no icon without anything behind it."""
        try:
            asyncio.run(self._listen(database, memory, tray))
        except BaseException as error:  # noqa: BLE001 - told by the main thread
            _log.exception("the listener failed")
            self._failure = error
        finally:
            tray.stop()

    async def _listen(self, database: Database, memory: Memory, tray: Tray) -> None:
        surface = app.Surface(
            watch=lambda state: presenter.update(state),  # noqa: PLW0108 - it is made below
            save_settings=self._save,
            open_place=self._open,
        )
        runtime, link = app.compose(self._settings, database, memory, _log_fact, surface)
        notifier = app.notifier_for(lambda: runtime.state, runtime.post)
        presenter = Presenter(
            notifier,
            lambda state: tray.show(self._view(state)),
            lambda text: _log_fact(Problem("notification", text), "", datetime.now(UTC)),
        )
        self._post = runtime.post
        presenter.update(runtime.state)
        beside = (
            presenter.run(),
            self._follow_edits(lambda: runtime.state),
            app.hear_hooks(runtime, self._paths, _log_fact),
        )
        await runtime.run(link, app.restored(database), beside)

    def _chosen(self, event: object) -> None:
        """Pass a chosen row on to the loop."""
        self._post(cast("Event", event))

    def _view(self, state: State) -> TrayView:
        now = datetime.now().astimezone()
        return tray_view(state, Surroundings(now, self._starts_at_login))

    def _save(self, changes: Mapping[str, object]) -> None:
        config.save(self._paths.config_file, {name: _value(value) for name, value in changes.items()})

    def _open(self, what: Place) -> None:
        match what:
            case "settings":
                config.save(self._paths.config_file, {})  # so that there is one to see
                open_path(str(self._paths.config_file))
            case "log":
                open_path(str(self._paths.log_dir / LOG_NAME))
            case "data":
                open_path(str(made(self._paths.data_dir)))
            case "help":
                open_path(self._help_file)
            case "login":
                entry = self._login.disable() if self._starts_at_login else self._login.enable()
                self._starts_at_login = entry.current
                _log.info("start at login: %s", entry.where)

    async def _follow_edits(self, state: Callable[[], State]) -> None:
        """Take edits of the settings file as they are saved; what is wrong with them is only told."""
        seen = config.fingerprint(self._paths.config_file)
        while True:
            await asyncio.sleep(EDIT_SECONDS)
            now = config.fingerprint(self._paths.config_file)
            if now == seen:
                continue
            seen = now
            try:
                edited = self._reload()
            except TrayError as error:
                _log_fact(Problem("settings", str(error)), "", datetime.now(UTC))
                continue
            current = state().settings
            changes = {
                name: getattr(edited, name)
                for name in DEFAULTS
                if getattr(edited, name) != getattr(current, name)
            }
            if changes:
                self._post(SettingsChanged(changes))


def _value(value: object) -> Value:
    assert isinstance(value, bool | float | str | tuple)  # noqa: S101 - decide has checked it
    return value


def _log_fact(fact: Fact, slug: str, now: datetime) -> None:
    """Log what `listen` prints: problems plainly, all else with its texts at DEBUG only."""
    if isinstance(fact, Problem):
        _log.warning("%s: %s", fact.where, fact.text)
    else:
        _log.debug("%s", json_line(fact, slug, now))
