"""The tray app: the tray on the main thread, the listener's loop on a background thread.

The two meet in two places: a chosen row is posted to the loop, and a new view is shown by the tray.
"""

import asyncio
import logging
import signal
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any, Final

from orchestrator_tray import app
from orchestrator_tray.adapters.autostart import Autostart
from orchestrator_tray.adapters.store import Database
from orchestrator_tray.adapters.summons import Summons
from orchestrator_tray.adapters.tray.painter import Tray
from orchestrator_tray.core.actions import Fact, Learned, Problem
from orchestrator_tray.core.events import Place, QuitRequested, SettingsChanged
from orchestrator_tray.core.lines import json_line
from orchestrator_tray.core.menu import History, Surroundings, meant, score_text, tray_view
from orchestrator_tray.core.notices import HISTORY, history_notice, status_notice, trouble_notice
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.core.state import State
from orchestrator_tray.core.view import TrayView
from orchestrator_tray.data_folder import opened_memory
from orchestrator_tray.edits import Reload, SettingsFile
from orchestrator_tray.errands import Errands
from orchestrator_tray.errors import TrayError
from orchestrator_tray.history import Learning, is_there
from orchestrator_tray.memory import Memory
from orchestrator_tray.paths import Paths
from orchestrator_tray.presenter import Presenter

NAME: Final = "orchestrator-tray"
LOOK_SECONDS: Final = 2.0
"""How often the settings file is looked at for edits by hand, and whether a second start calls."""
_TROUBLE: Final = {"settings", "trust"}
"""Problems that are told by a notification: something is not as the person wants it."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Launch:
    """With what the tray app is started."""

    settings: Settings
    paths: Paths
    reload: Reload
    login: Autostart
    learn: Sequence[str]
    """The command that learns from Claude Code's history and prints its report as JSON."""
    history: Path
    """Where Claude Code keeps its transcripts."""
    help_file: str


def run_tray(launch: Launch) -> int:
    """Show the tray until quit; return the exit code: 130 after SIGINT, else 0.

    The data folder is locked by the caller. Raises TrayError where it cannot start, or the listener fails.
    """
    with opened_memory(launch.paths, launch.settings) as (database, memory):
        return _Desktop(launch, database, memory).run()


class _Desktop:
    """One run of the tray app."""

    def __init__(self, launch: Launch, database: Database, memory: Memory) -> None:
        self._launch = launch
        self._database = database
        self._file = SettingsFile(launch.paths.config_file, launch.reload, launch.settings)
        self._summons = Summons(launch.paths.data_dir)
        self._errands = Errands(launch.paths, launch.help_file, launch.login)
        self._around = Surroundings(datetime.now().astimezone(), self._errands.starts_at_login)
        self._learned = asyncio.Event()
        self._caught: list[int] = []
        self._failure: BaseException | None = None
        surface = app.Surface(self._changed, self._save, self._open)
        self._runtime, self._link = app.compose(launch.settings, database, memory, self._tell, surface)
        self._presenter = Presenter(
            app.notifier_for(lambda: self._runtime.state, self._runtime.post),
            lambda _: self._paint(),
            lambda text: self._tell(Problem("notification", text), "", datetime.now(UTC)),
        )
        self._learning = Learning(launch.learn, self._count, self._follow_learning)

    def run(self) -> int:
        """Run until quit. Raises TrayError where the loop has failed."""
        self._tray = Tray(NAME, self._view(), self._chosen)
        if self._tray.unavailable:
            _log.warning("%s", self._tray.unavailable)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._signalled)
        loop = Thread(target=self._loop, name="orchestrator-loop")
        loop.start()
        try:
            self._tray.run()
        finally:
            self._runtime.post(QuitRequested())  # where the tray ended by itself
            loop.join()
        if self._failure is not None:
            raise TrayError(f"the listener failed: {self._failure!r}; the log tells more") from self._failure
        return 130 if signal.SIGINT in self._caught else 0

    def _signalled(self, number: int, _: object) -> None:
        self._caught.append(number)
        self._runtime.post(QuitRequested())

    def _loop(self) -> None:
        """Run the listener; whatever ends it ends the tray: no icon without anything behind it."""
        try:
            asyncio.run(self._listen())
        except BaseException as error:  # noqa: BLE001 - told by the main thread
            _log.info("the failure of the listener in full", exc_info=error)  # into the file
            self._failure = _cause(error)
        finally:
            self._tray.stop()

    async def _listen(self) -> None:
        self._soon = asyncio.get_running_loop().call_soon_threadsafe
        self._presenter.update(self._runtime.state)
        beside = (
            self._presenter.run(),
            self._look_around(),
            self._keep_score(),
            self._learning.run(),
            self._runtime.memory.embed_missing(),
            app.hear_hooks(self._runtime, self._launch.paths, self._tell),
        )
        if not self._database.count() and is_there(self._launch.history):
            self._learning.offer()
        pause = SettingsChanged({})  # so that the end of one that was begun earlier is noticed
        await self._runtime.run(self._link, (*app.restored(self._database), pause), beside)

    # What the person sees

    def _view(self) -> TrayView:
        now = datetime.now().astimezone()
        return tray_view(self._runtime.state, replace(self._around, now=now))

    def _paint(self) -> None:
        self._tray.show(self._view())

    def _show(self, **news: Any) -> None:
        """Take news of what the menu shows beside the state."""
        self._around = replace(self._around, **news)
        self._paint()

    def _changed(self, state: State) -> None:
        self._presenter.update(state)
        self._link.use(state.settings.url)

    def _tell(self, fact: Fact, slug: str, now: datetime) -> None:
        """Log what `listen` prints: problems plainly, all else with its texts at DEBUG only."""
        if isinstance(fact, Learned):
            self._learned.set()
        if not isinstance(fact, Problem):
            _log.debug("%s", json_line(fact, slug, now))
            return
        _log.warning("%s: %s", fact.where, fact.text)
        if fact.where in _TROUBLE:
            self._presenter.tell(trouble_notice(fact.where, fact.text))

    async def _keep_score(self) -> None:
        """Say in the menu what auto-answer would have done; anew when something was learned."""
        while True:
            try:
                score = score_text(*await self._runtime.memory.in_database(self._database.shadow_score))
            except TrayError as error:
                _log.warning("%s", error)
            else:
                self._show(score=score)
            await self._learned.wait()
            self._learned.clear()

    async def _count(self) -> int:
        return await self._runtime.memory.in_database(self._database.count)

    def _follow_learning(self, history: History) -> None:
        self._show(history=history)
        notice = history_notice(history)
        if notice is None:
            self._presenter.retract(HISTORY)
        else:
            self._presenter.tell(notice)

    # What the person does

    def _chosen(self, row: object) -> None:
        """Pass a chosen row on to the loop."""
        self._runtime.post(meant(row, datetime.now().astimezone()))

    def _save(self, changes: Mapping[str, object]) -> None:
        self._file.save(changes, lambda: self._runtime.state.settings)

    def _open(self, what: Place) -> None:
        match what:
            case "history":
                self._soon(self._learning.start)
            case "login":
                self._errands.switch_login()
                self._soon(lambda: self._show(starts_at_login=self._errands.starts_at_login))
            case _:
                self._errands.open(what)

    async def _look_around(self) -> None:
        """Take edits of the settings file as they are saved, and show the status to who asks for it."""
        self._summons.is_heard()  # a call of long ago
        while True:
            if self._caught:  # however early the signal came
                self._runtime.post(QuitRequested())
            await asyncio.sleep(LOOK_SECONDS)
            self._take_edits()
            if self._summons.is_heard():
                now = datetime.now().astimezone()
                self._presenter.tell(status_notice(self._runtime.state, now))

    def _take_edits(self) -> None:
        try:
            edits = self._file.edits()
        except TrayError as error:
            self._tell(Problem("settings", str(error)), "", datetime.now(UTC))
            return
        if edits is None:
            return
        self._presenter.retract(trouble_notice("settings", "").key)
        settings = self._runtime.state.settings
        changes = {name: value for name, value in edits.items() if value != getattr(settings, name)}
        if changes:
            self._runtime.post(SettingsChanged(changes))
        if "model" in changes:
            text = "the other embedding model counts from the next start"
            self._tell(Problem("settings", text), "", datetime.now(UTC))


def _cause(error: BaseException) -> BaseException:
    """Return what the groups around it hide."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
